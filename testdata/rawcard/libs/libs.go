// Package libs sends cards with other clients than net/http.
package libs

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/url"

	"github.com/carlmjohnson/requests"
	"github.com/dghubble/sling"
	"github.com/go-resty/resty/v2"
	"github.com/gofiber/fiber/v2"
	"github.com/gojek/heimdall/v7"
	"github.com/gojek/heimdall/v7/httpclient"
	"github.com/hashicorp/go-retryablehttp"
	"github.com/imroc/req/v3"
	"github.com/parnurzeal/gorequest"
	"github.com/valyala/fasthttp"
	resty3 "resty.dev/v3"
)

const u = "https://api.flute.com/v2/transactions"

// Card is a card in clear.
type Card struct {
	CardNumber string `json:"cardNumber"`
	CVV        string `json:"cvv"`
}

// Method is a stored one.
type Method struct {
	ID    string `json:"id"`
	Last4 string `json:"last4"`
}

func inResty(c *resty.Client, in Card, m Method) {
	_, _ = c.R().SetBody(in).Post(u) // want `SetBody puts the card number and security code into a request`
	_, _ = c.R().SetBody(m).Post(u)
	raw, _ := json.Marshal(in)
	_, _ = c.R().SetBody(raw).Post(u)                                                          // want `SetBody puts the card number and security code into a request`
	_, _ = c.R().SetBody(bytes.NewReader(raw)).Post(u)                                         // want `SetBody puts the card number and security code into a request`
	_, _ = c.R().SetBody(map[string]any{"card": map[string]any{"pan": in.CardNumber}}).Post(u) // want `SetBody puts the card number into a request`
	_, _ = c.R().SetFormData(map[string]string{"card_number": in.CardNumber}).Post(u)          // want `SetFormData puts the card number into a request`
	_, _ = c.R().SetFormData(map[string]string{"card_last4": m.Last4, "method": m.ID}).Post(u)
	_, _ = c.R().SetFormDataFromValues(url.Values{"cvv": {in.CVV}}).Post(u) // want `SetFormDataFromValues puts the security code into a request`
}

func inResty3(c *resty3.Client, in Card, m Method) {
	_, _ = c.R().SetBody(&in).Post(u) // want `SetBody puts the card number and security code into a request`
	_, _ = c.R().SetBody(&m).Post(u)
}

func inReq(c *req.Client, in Card, m Method) {
	_, _ = c.R().SetBodyJsonMarshal(in).Post(u) // want `SetBodyJsonMarshal puts the card number and security code into a request`
	_, _ = c.R().SetBody(in).Post(u)            // want `SetBody puts the card number and security code into a request`
	_, _ = c.R().SetBody(m).Post(u)
	_, _ = c.R().SetFormData(map[string]string{"cardNumber": in.CardNumber}).Post(u) // want `SetFormData puts the card number into a request`
}

func inRetryable(ctx context.Context, c *retryablehttp.Client, in Card, m Method) {
	raw, _ := json.Marshal(in)
	_, _ = retryablehttp.NewRequestWithContext(ctx, http.MethodPost, u, raw) // want `retryablehttp.NewRequestWithContext puts the card number and security code into a request`
	_, _ = c.Post(u, "application/json", bytes.NewReader(raw))               // want `c.Post puts the card number and security code into a request`
	kept, _ := json.Marshal(m)
	_, _ = retryablehttp.NewRequest(http.MethodPost, u, kept)
}

func inHeimdall(c *httpclient.Client, d heimdall.Client, in Card, m Method) {
	raw, _ := json.Marshal(in)
	_, _ = c.Post(u, bytes.NewReader(raw), nil) // want `c.Post puts the card number and security code into a request`
	_, _ = d.Put(u, bytes.NewReader(raw), nil)  // want `d.Put puts the card number and security code into a request`
	kept, _ := json.Marshal(m)
	_, _ = c.Post(u, bytes.NewReader(kept), nil)
}

func inSling(in Card, m Method) {
	_, _ = sling.New().Post(u).BodyJSON(in).Request()  // want `BodyJSON puts the card number and security code into a request`
	_, _ = sling.New().Post(u).BodyForm(&in).Request() // want `BodyForm puts the card number and security code into a request`
	_, _ = sling.New().Post(u).BodyJSON(m).Request()
}

func inRequests(ctx context.Context, in Card, m Method) {
	_ = requests.URL(u).BodyJSON(&in).Fetch(ctx)               // want `BodyJSON puts the card number and security code into a request`
	_ = requests.URL(u).Body(requests.BodyJSON(in)).Fetch(ctx) // want `requests.BodyJSON puts the card number and security code into a request`
	_ = requests.URL(u).BodyJSON(&m).Fetch(ctx)
}

func inGorequest(in Card, m Method) {
	gorequest.New().Post(u).Send(in).End() // want `Send puts the card number and security code into a request`
	gorequest.New().Post(u).Send(m).End()
	gorequest.New().Post(u).Send(`{"cardNumber":"` + in.CardNumber + `"}`).End() // want `Send puts the card number into a request`
}

func inFast(in Card, m Method) {
	r := fasthttp.AcquireRequest()
	raw, _ := json.Marshal(in)
	r.SetBody(raw) // want `r.SetBody puts the card number and security code into a request`
	args := fasthttp.AcquireArgs()
	args.Set("card_number", in.CardNumber) // want `args.Set puts the card number and security code into a request`
	args.Set("cvv", in.CVV)
	args.Set("last4", m.Last4)
	kept, _ := json.Marshal(m)
	r.SetBody(kept)
}

func inFiber(in Card, m Method) {
	fiber.Post(u).JSON(in) // want `JSON puts the card number and security code into a request`
	fiber.Post(u).JSON(m)
}
