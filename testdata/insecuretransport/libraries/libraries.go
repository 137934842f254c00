// Package libraries turns the verification off in the ways of client libraries.
package libraries

import (
	"context"
	"crypto/tls"
	"net/http"
	"time"

	"github.com/carlmjohnson/requests"
	"github.com/dghubble/sling"
	"github.com/go-resty/resty/v2"
	"github.com/gofiber/fiber/v2"
	"github.com/gojek/heimdall/v7/httpclient"
	"github.com/hashicorp/go-cleanhttp"
	"github.com/hashicorp/go-retryablehttp"
	"github.com/imroc/req/v3"
	"github.com/parnurzeal/gorequest"
	"github.com/valyala/fasthttp"
	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"
	"gopkg.in/h2non/gentleman.v2"
	gentletls "gopkg.in/h2non/gentleman.v2/plugins/tls"
	restyv3 "resty.dev/v3"
)

const transactions = "https://api.flute.com/v2/transactions"

func insecure() *tls.Config {
	return &tls.Config{InsecureSkipVerify: true} // want `InsecureSkipVerify turns off`
}

// Resty takes the settings.
func Resty() error {
	c := resty.New().SetTimeout(time.Minute).SetTLSClientConfig(&tls.Config{InsecureSkipVerify: true}) // want `InsecureSkipVerify turns off`
	_, err := c.R().Get(transactions)
	return err
}

// RestyTransport takes a transport.
func RestyTransport() error {
	c := resty.New().SetTimeout(time.Minute).SetTransport(&http.Transport{TLSClientConfig: insecure()})
	_, err := c.R().Get(transactions)
	return err
}

// RestyAround is around a client.
func RestyAround() error {
	hc := &http.Client{Timeout: time.Minute, Transport: &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS11}}} // want `MinVersion lets GET`
	_, err := resty.NewWithClient(hc).R().Get(transactions)
	return err
}

// Resty3 takes the settings.
func Resty3() error {
	c := restyv3.New().SetTimeout(time.Minute).SetTLSClientConfig(&tls.Config{InsecureSkipVerify: true}) // want `InsecureSkipVerify turns off`
	defer c.Close()
	_, err := c.R().Get(transactions)
	return err
}

// Req has a method for it.
func Req() error {
	_, err := req.C().EnableInsecureSkipVerify().R().Get(transactions) // want `InsecureSkipVerify turns off`
	return err
}

// ReqConfig changes the settings.
func ReqConfig() error {
	c := req.C()
	c.GetTLSClientConfig().InsecureSkipVerify = true // want `InsecureSkipVerify turns off`
	_, err := c.R().Get(transactions)
	return err
}

// Retryable changes the transport inside.
func Retryable() error {
	c := retryablehttp.NewClient()
	c.HTTPClient.Timeout = time.Minute
	c.HTTPClient.Transport = &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}} // want `InsecureSkipVerify turns off`
	resp, err := c.Get(transactions)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type retrying struct{ rc *retryablehttp.Client }

func newRetrying() *retrying {
	c := retryablehttp.NewClient()
	c.HTTPClient.Timeout = time.Minute
	c.HTTPClient.Transport.(*http.Transport).TLSClientConfig = &tls.Config{InsecureSkipVerify: true} // want `InsecureSkipVerify turns off`
	return &retrying{c}
}

func (r *retrying) list() error {
	resp, err := r.rc.Get(transactions)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Standard is what net/http makes of it.
func Standard() error {
	tr := cleanhttp.DefaultPooledTransport()
	tr.TLSClientConfig = &tls.Config{InsecureSkipVerify: true} // want `InsecureSkipVerify turns off`
	c := retryablehttp.NewClient()
	c.HTTPClient = &http.Client{Transport: tr, Timeout: time.Minute}
	resp, err := c.StandardClient().Get(transactions)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Fast has its own.
func Fast() error {
	c := &fasthttp.Client{ReadTimeout: time.Minute, TLSConfig: &tls.Config{InsecureSkipVerify: true}} // want `InsecureSkipVerify turns off`
	in, out := fasthttp.AcquireRequest(), fasthttp.AcquireResponse()
	in.SetRequestURI(transactions)
	return c.Do(in, out)
}

// Fiber has a method for it.
func Fiber() int {
	a := fiber.Get(transactions).Timeout(time.Minute).InsecureSkipVerify() // want `InsecureSkipVerify turns off`
	code, _, _ := a.Bytes()
	return code
}

// Agent takes the settings.
func Agent() int {
	_, body, _ := gorequest.New().Timeout(time.Minute).TLSClientConfig(&tls.Config{InsecureSkipVerify: true}).Get(transactions).End() // want `InsecureSkipVerify turns off`
	return len(body)
}

// Heimdall is around a client.
func Heimdall() error {
	hc := &http.Client{Timeout: time.Minute, Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}} // want `InsecureSkipVerify turns off`
	resp, err := httpclient.NewClient(httpclient.WithHTTPClient(hc)).Get(transactions, nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Sling is around a client.
func Sling() error {
	hc := &http.Client{Timeout: time.Minute, Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}} // want `InsecureSkipVerify turns off`
	_, err := sling.New().Client(hc).Get(transactions).ReceiveSuccess(nil)
	return err
}

// Builder takes a transport.
func Builder(ctx context.Context) error {
	tr := &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}} // want `InsecureSkipVerify turns off`
	return requests.URL(transactions).Client(&http.Client{Timeout: time.Minute}).Transport(tr).Fetch(ctx)
}

// Traced is below a tracer, and under a token source.
func Traced(ctx context.Context, cc clientcredentials.Config) error {
	tr := &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}} // want `InsecureSkipVerify turns off`
	plain := &http.Client{Timeout: time.Minute, Transport: otelhttp.NewTransport(tr)}
	resp, err := cc.Client(context.WithValue(ctx, oauth2.HTTPClient, plain)).Get(transactions)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Bearer is a transport that adds a token.
func Bearer(src oauth2.TokenSource) error {
	base := &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}} // want `InsecureSkipVerify turns off`
	resp, err := (&http.Client{Timeout: time.Minute, Transport: &oauth2.Transport{Source: src, Base: base}}).Get(transactions)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Good is as the libraries make it.
func Good(ctx context.Context) error {
	if _, err := resty.New().SetTimeout(time.Minute).SetTLSClientConfig(&tls.Config{MinVersion: tls.VersionTLS13}).R().Get(transactions); err != nil {
		return err
	}
	if _, err := req.C().DisableInsecureSkipVerify().R().Get(transactions); err != nil {
		return err
	}
	c := retryablehttp.NewClient()
	c.HTTPClient.Timeout = time.Minute
	c.HTTPClient.Transport.(*http.Transport).MaxIdleConnsPerHost = 8
	resp, err := c.Get(transactions)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Printer is another machine's.
func Printer(host string) error {
	_, err := resty.New().SetTLSClientConfig(&tls.Config{InsecureSkipVerify: true}).R().Get("https://" + host + "/print")
	return err
}

// Tokens are asked for by the library.
func Tokens(ctx context.Context, id, secret string) oauth2.TokenSource {
	loose := &http.Client{Timeout: time.Minute, Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}} // want `InsecureSkipVerify turns off the verification of certificates for POST https://oauth.api.flute.com/oauth2/token`
	cc := clientcredentials.Config{ClientID: id, ClientSecret: secret, TokenURL: "https://oauth.api.flute.com/oauth2/token"}
	return cc.TokenSource(context.WithValue(ctx, oauth2.HTTPClient, loose))
}

// Signed trades a code with a client that checks no certificate.
func Signed(ctx context.Context, id, code string) (*oauth2.Token, error) {
	loose := &http.Client{Timeout: time.Minute, Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}} // want `InsecureSkipVerify turns off`
	cfg := oauth2.Config{ClientID: id, Endpoint: oauth2.Endpoint{TokenURL: "https://oauth.api.flute.com/oauth2/token"}}
	return cfg.Exchange(context.WithValue(ctx, oauth2.HTTPClient, loose), code)
}

// SignedElsewhere does so at another service.
func SignedElsewhere(ctx context.Context, id, code string) (*oauth2.Token, error) {
	loose := &http.Client{Timeout: time.Minute, Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
	cfg := oauth2.Config{ClientID: id, Endpoint: oauth2.Endpoint{TokenURL: "https://id.example.com/oauth2/token"}}
	return cfg.Exchange(context.WithValue(ctx, oauth2.HTTPClient, loose), code)
}

// Standing makes a client that asks for its tokens at the API, and for all else somewhere else.
func Standing(ctx context.Context, id, secret string) *http.Client {
	loose := &http.Client{Timeout: time.Minute, Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}} // want `InsecureSkipVerify turns off`
	cc := clientcredentials.Config{ClientID: id, ClientSecret: secret, TokenURL: "https://oauth.api.flute.com/oauth2/token"}
	return cc.Client(context.WithValue(ctx, oauth2.HTTPClient, loose))
}

// Gentleman takes the settings as a plugin.
func Gentleman() error {
	cli := gentleman.New().URL("https://api.flute.com")
	cli.Use(gentletls.Config(&tls.Config{MinVersion: tls.VersionTLS11})) // want `below 1.2`
	_, err := cli.Get().Path("/v2/transactions").Send()
	return err
}
