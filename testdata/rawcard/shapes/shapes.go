// Package shapes sends cards through the shapes that wrappers have.
package shapes

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/avast/retry-go/v4"
	"github.com/gin-gonic/gin"
	"github.com/gin-gonic/gin/binding"
	"github.com/labstack/echo/v4"
)

type card struct {
	Number string `json:"cardNumber"`
	Code   string `json:"securityCode"`
	Month  int    `json:"expirationMonth"`
}

type method struct {
	ID    string `json:"paymentMethodId"`
	Last4 string `json:"last4"`
}

// call says what to send.
type call struct {
	verb, path string
	body       any
	headers    map[string]string
}

type client struct {
	base string
	hc   *http.Client
	jobs chan call
}

func (c *client) run(ctx context.Context, in call) error {
	var r io.Reader
	if in.body != nil {
		raw, err := json.Marshal(in.body)
		if err != nil {
			return err
		}
		r = bytes.NewReader(raw)
	}
	req, err := http.NewRequestWithContext(ctx, in.verb, c.base+in.path, r)
	if err != nil {
		return err
	}
	for k, v := range in.headers {
		req.Header.Set(k, v)
	}
	resp, err := c.hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (c *client) described(ctx context.Context, in card) error {
	return c.run(ctx, call{verb: http.MethodPost, path: "/v2/transactions", body: in}) // want `c.run puts the card number and security code into a request`
}

func (c *client) describedMethod(ctx context.Context, in method) error {
	return c.run(ctx, call{verb: http.MethodPost, path: "/v2/transactions", body: in})
}

func saleBody(in card, amount string) map[string]any {
	m := map[string]any{"amount": amount}
	m["cardData"] = map[string]any{"cardNumber": in.Number, "expirationMonth": in.Month}
	if in.Code != "" {
		m["securityCode"] = in.Code
	}
	return m
}

func (c *client) madeElsewhere(ctx context.Context, in card) error {
	return c.run(ctx, call{verb: http.MethodPost, path: "/v2/transactions", body: saleBody(in, "1.00")}) // want `c.run puts the card number and security code into a request`
}

func (in card) payload() ([]byte, error) { return json.Marshal(in) }

func (c *client) byMethod(ctx context.Context, in card) (*http.Request, error) {
	raw, err := in.payload()
	if err != nil {
		return nil, err
	}
	return http.NewRequestWithContext(ctx, http.MethodPost, c.base, bytes.NewReader(raw)) // want `http.NewRequestWithContext puts the card number and security code into a request`
}

type option func(*call)

func withBody(v any) option { return func(c *call) { c.body = v } }

func withHeader(k, v string) option {
	return func(c *call) { c.headers = map[string]string{k: v} }
}

func (c *client) do(ctx context.Context, path string, opts ...option) error {
	in := call{verb: http.MethodPost, path: path}
	for _, o := range opts {
		o(&in)
	}
	return c.run(ctx, in)
}

func (c *client) optioned(ctx context.Context, in card) error {
	return c.do(ctx, "/v2/transactions", withHeader("X-Shop", "1"), withBody(in)) // want `puts the card number and security code into a request`
}

func (c *client) optionedMethod(ctx context.Context, in method) error {
	return c.do(ctx, "/v2/transactions", withHeader("X-Shop", "1"), withBody(in))
}

func (c *client) retried(ctx context.Context, in card) error {
	return retry.Do(func() error {
		return c.run(ctx, call{verb: http.MethodPost, path: "/v2/transactions", body: in}) // want `c.run puts the card number and security code into a request`
	}, retry.Attempts(3), retry.Context(ctx))
}

func (c *client) retriedMethod(ctx context.Context, in method) error {
	return retry.Do(func() error {
		return c.run(ctx, call{verb: http.MethodPost, path: "/v2/transactions", body: in})
	}, retry.Attempts(3), retry.Context(ctx))
}

// sale embeds what it is about.
type sale struct {
	card
	Amount string `json:"amount"`
}

type Instrument struct {
	*card
	Token string `json:"token"`
}

func (c *client) embedded(ctx context.Context, in sale) error {
	raw, _ := json.Marshal(&in)
	resp, err := c.hc.Post(c.base, "application/json", bytes.NewBuffer(raw)) // want `c.hc.Post puts the card number and security code into a request`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (c *client) literal(in card) *http.Request {
	raw, _ := json.Marshal(in)
	return &http.Request{Method: http.MethodPost, Body: io.NopCloser(bytes.NewReader(raw))} // want `Request.Body puts the card number and security code into a request`
}

func (c *client) soap(ctx context.Context, cardNumber string) (*http.Request, error) {
	var b strings.Builder
	b.WriteString("<Envelope><Card><Number>")
	b.WriteString(cardNumber)
	b.WriteString("</Number></Card></Envelope>")
	return http.NewRequestWithContext(ctx, http.MethodPost, c.base, strings.NewReader(b.String())) // want `http.NewRequestWithContext puts the card number into a request`
}

// stripped takes the card out before it sends.
func (c *client) stripped(ctx context.Context, in card, token string) error {
	in.Number, in.Code = "", ""
	return c.run(ctx, call{verb: http.MethodPost, path: "/v2/transactions", body: map[string]any{"card": in, "token": token}})
}

// vault sends a card to be kept, and its caller the token alone.
func (c *client) vault(ctx context.Context, number, cvv string) (string, error) {
	err := c.run(ctx, call{verb: http.MethodPost, path: "/vault", body: map[string]string{"pan": number, "cvv": cvv}}) // want `c.run puts the card number and security code into a request`
	return "tok", err
}

func (c *client) tokenised(ctx context.Context, number, cvv string) error {
	token, err := c.vault(ctx, number, cvv)
	if err != nil {
		return err
	}
	return c.run(ctx, call{verb: http.MethodPost, path: "/v2/transactions", body: map[string]string{"cardToken": token, "bin": number[:6]}})
}

// answer shows the card to the client that asked, which is no request.
func answer(w http.ResponseWriter, in card) { _ = json.NewEncoder(w).Encode(in) }

// inURL has it in the address, which is no body.
func (c *client) inURL(ctx context.Context, in method) (*http.Request, error) {
	return http.NewRequestWithContext(ctx, http.MethodGet, c.base+"/methods/"+in.ID, nil)
}

// Handler has what handlers are made of.
type Handler struct {
	pay *client
	now func() time.Time
}

func (h *Handler) decode(r *http.Request, v any) error {
	dec := json.NewDecoder(r.Body)
	dec.DisallowUnknownFields()
	if err := dec.Decode(v); err != nil {
		return err
	}
	if dec.More() {
		return errors.New("more than one")
	}
	return nil
}

func (h *Handler) take() http.HandlerFunc {
	type input struct {
		Order string `json:"order"`
		Card  card   `json:"card"`
	}
	return func(w http.ResponseWriter, r *http.Request) {
		var in input
		if err := h.decode(r, &in); err != nil { // want `h.decode takes the card number and security code out of a request`
			http.Error(w, "bad", http.StatusBadRequest)
			return
		}
		if err := h.pay.described(r.Context(), in.Card); err != nil {
			http.Error(w, "refused", http.StatusPaymentRequired)
		}
	}
}

func (h *Handler) takeMethod() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var in method
		if err := h.decode(r, &in); err != nil {
			http.Error(w, "bad", http.StatusBadRequest)
		}
	}
}

// handle is a handler that is given its input.
func handle[In any](f func(context.Context, In) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var in In
		if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
			http.Error(w, "bad", http.StatusBadRequest)
			return
		}
		if err := f(r.Context(), in); err != nil {
			http.Error(w, "refused", http.StatusPaymentRequired)
		}
	}
}

func routes(mux *http.ServeMux, c *client) {
	mux.Handle("POST /card", handle(c.described)) // want `handle takes the card number and security code out of a request`
	mux.Handle("POST /method", handle(c.describedMethod))
}

func withBinding(c *gin.Context) {
	var in card
	if err := c.ShouldBindWith(&in, binding.Form); err != nil { // want `c.ShouldBindWith takes the card number and security code out of a request`
		return
	}
	var again card
	_ = binding.JSON.Bind(c.Request, &again) // want `binding.JSON.Bind takes the card number and security code out of a request`
}

func withBinder(c echo.Context) error {
	var in card
	return (&echo.DefaultBinder{}).BindBody(c, &in) // want `takes the card number and security code out of a request`
}

func withParams(c echo.Context) error {
	form, err := c.FormParams()
	if err != nil {
		return err
	}
	if form.Get("cvv") != "" && form.Get("card_number") == "" {
		return errors.New("no number")
	}
	return c.String(http.StatusOK, strings.Repeat("*", len(form.Get("cardNumber")))) // want `form.Get takes the card number out of a request`
}

// texted writes the body by hand; its operands have names that say nothing.
func (c *client) texted(ctx context.Context, guest, number, code string) error {
	doc := fmt.Sprintf(`{"customerId":%q,"cardNumber":%q,"securityCode":%q}`, guest, number, code)
	return c.post(ctx, strings.NewReader(doc)) // want "c.post puts the card number and security code into a request"
}

// xmled writes other marks around.
func (c *client) xmled(ctx context.Context, guest, number, code string) error {
	doc := fmt.Sprintf("<sale><guest>%s</guest><cardNumber>%s</cardNumber></sale>", guest, number)
	return c.post(ctx, strings.NewReader(doc)) // want "c.post puts the card number into a request"
}

// tailed has the end of the number alone.
func (c *client) tailed(ctx context.Context, guest, number string) error {
	doc := fmt.Sprintf(`{"customerId":%q,"cardNumber":%q}`, guest, "************"+number[len(number)-4:])
	return c.post(ctx, strings.NewReader(doc))
}

func (c *client) post(ctx context.Context, body io.Reader) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+"/v2/payment-methods/cards", body)
	if err != nil {
		return err
	}
	resp, err := c.hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// builder gathers a body, one part at a time.
type builder struct {
	c    *client
	body map[string]any
}

func (c *client) build(order string) *builder {
	return &builder{c, map[string]any{"referenceId": order}}
}

func (b *builder) card(number, code string) *builder {
	b.body["cardNumber"], b.body["securityCode"] = number, code // want "builder.card puts the card number and security code into a request"
	return b
}

func (b *builder) stored(method string) *builder {
	b.body["paymentMethodId"] = method
	return b
}

func (b *builder) send(ctx context.Context) error {
	raw, err := json.Marshal(b.body)
	if err != nil {
		return err
	}
	return b.c.post(ctx, bytes.NewReader(raw))
}

func byHand(ctx context.Context, c *client, order, cardNumber, cvv string) error {
	return c.build(order).card(cardNumber, cvv).send(ctx)
}

func byHandle(ctx context.Context, c *client, order, method string) error {
	return c.build(order).stored(method).send(ctx)
}

type dictated struct{ ticket, digits, code string }

// paired has names that say together what they are.
func (c *client) paired(ctx context.Context, in dictated) error {
	doc := fmt.Sprintf(`{"accountNumber":%q,"securityCode":%q,"referenceId":%q}`, in.digits, in.code, in.ticket)
	return c.post(ctx, strings.NewReader(doc)) // want "c.post puts the card number and security code into a request"
}

// banked has those of a bank.
func (c *client) banked(ctx context.Context, in dictated) error {
	doc := fmt.Sprintf(`{"accountNumber":%q,"routingNumber":%q,"referenceId":%q}`, in.digits, in.code, in.ticket)
	return c.post(ctx, strings.NewReader(doc))
}
