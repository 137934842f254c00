package readme

import (
	"context"
	"net/http"
	"os"
	"time"

	"github.com/carlmjohnson/requests"
	"github.com/dghubble/sling"
	"github.com/gojek/heimdall/v7"
	"github.com/gojek/heimdall/v7/hystrix"
	"github.com/google/uuid"
	"github.com/hashicorp/go-retryablehttp"
	"github.com/valyala/fasthttp"
	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"
)

// Standard is the plain client around a repeating one.
func Standard(ctx context.Context) error {
	c := retryablehttp.NewClient()
	c.RetryMax = 5
	hc := c.StandardClient()                                                                              // want `the http.Client that sends POST https://api.flute.com/v2/customers has no timeout`
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://api.flute.com/v2/customers", nil) // want `POST https://api.flute.com/v2/customers leaves without an idempotency key`
	if err != nil {
		return err
	}
	_, err = hc.Do(r)
	return err
}

// StandardKeyed has a limit and a key.
func StandardKeyed(ctx context.Context, key string) error {
	c := retryablehttp.NewClient()
	c.HTTPClient.Timeout = time.Second
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://api.flute.com/v2/customers", nil)
	if err != nil {
		return err
	}
	r.Header.Set("Idempotency-Key", key)
	_, err = c.StandardClient().Do(r)
	return err
}

// From makes a repeating request of a plain one.
func From() error {
	c := retryablehttp.NewClient()
	c.HTTPClient = &http.Client{Timeout: time.Second}
	r, err := http.NewRequest(http.MethodDelete, "https://api.flute.com/v2/customers/7", nil) // want `DELETE https://api.flute.com/v2/customers/7 leaves without an idempotency key`
	if err != nil {
		return err
	}
	rr, err := retryablehttp.FromRequest(r)
	if err != nil {
		return err
	}
	_, err = c.Do(rr)
	return err
}

// shelf has a base and a client with a limit.
func shelf() *sling.Sling {
	return sling.New().Client(&http.Client{Timeout: time.Second}).Base("https://api.flute.com/").Path("v2/")
}

type customer struct {
	Name string `json:"name"`
}

// Shelved has no key.
func Shelved(name string) error {
	_, err := shelf().New().Post("customers").BodyJSON(customer{name}).ReceiveSuccess(nil) // want `POST https://api.flute.com/v2/customers leaves without an idempotency key`
	return err
}

// ShelvedKeyed has one.
func ShelvedKeyed(name, key string) error {
	_, err := shelf().New().Post("customers").BodyJSON(customer{name}).Set("Idempotency-Key", key).Receive(new(customer), nil)
	return err
}

// ShelvedRequest sends the request by another client.
func ShelvedRequest(name string) error {
	r, err := shelf().New().Post("customers").BodyJSON(customer{name}).Request() // want `POST https://api.flute.com/v2/customers leaves without an idempotency key`
	if err != nil {
		return err
	}
	r.Header.Set("Accept", "application/json")
	_, err = (&http.Client{Timeout: time.Second}).Do(r)
	return err
}

// Slow is a sling without a client.
func Slow(id string) error {
	_, err := sling.New().Base("https://api.flute.com/").Get("v2/customers/" + id).ReceiveSuccess(nil) // want `http.DefaultClient that sends GET https://api.flute.com/v2/customers/… has no timeout`
	return err
}

// Circuit sends by hystrix.
func Circuit(id string) error {
	c := hystrix.NewClient(
		hystrix.WithHTTPTimeout(10*time.Second),
		hystrix.WithCommandName("void"),
		hystrix.WithRetryCount(2),
		hystrix.WithRetrier(heimdall.NewRetrier(heimdall.NewConstantBackoff(time.Millisecond, time.Millisecond))),
	)
	r, err := http.NewRequest(http.MethodPost, "https://api.flute.com/v2/transactions/"+id+"/void", nil) // want `POST https://api.flute.com/v2/transactions/…/void leaves without an idempotency key`
	if err != nil {
		return err
	}
	_, err = c.Do(r)
	return err
}

var fast = &fasthttp.Client{ReadTimeout: 5 * time.Second, WriteTimeout: 5 * time.Second}

// Fast has a limit and no key.
func Fast(body []byte) error {
	r := fasthttp.AcquireRequest() // want `POST https://api.flute.com/v2/customers leaves without an idempotency key`
	resp := fasthttp.AcquireResponse()
	defer fasthttp.ReleaseRequest(r)
	defer fasthttp.ReleaseResponse(resp)
	r.SetRequestURI("https://api.flute.com/v2/customers")
	r.Header.SetMethod(fasthttp.MethodPost)
	r.Header.SetContentType("application/json")
	r.SetBodyRaw(body)
	return fast.Do(r, resp)
}

// FastKeyed has both.
func FastKeyed(body []byte, key string) error {
	r := fasthttp.AcquireRequest()
	resp := fasthttp.AcquireResponse()
	defer fasthttp.ReleaseRequest(r)
	defer fasthttp.ReleaseResponse(resp)
	r.SetRequestURI("https://api.flute.com/v2/customers")
	r.Header.SetMethod("POST")
	r.Header.Set("Idempotency-Key", key)
	r.SetBodyRaw(body)
	return fast.DoTimeout(r, resp, 3*time.Second)
}

// Piped has neither.
func Piped() error {
	c := &fasthttp.PipelineClient{Addr: "api.flute.com:443", IsTLS: true} // want `the fasthttp.PipelineClient that sends GET https://api.flute.com/v2/customers has no timeout`
	r := fasthttp.AcquireRequest()
	r.SetRequestURI("https://api.flute.com/v2/customers")
	return c.Do(r, fasthttp.AcquireResponse())
}

// Hosted is a client of one host.
func Hosted() error {
	c := &fasthttp.HostClient{Addr: "api.flute.com:443", IsTLS: true, ReadTimeout: time.Second}
	_, _, err := c.Get(nil, "https://api.flute.com/v2/customers")
	return err
}

// Built is built from a shared builder.
func Built(ctx context.Context, name string) error {
	shared := requests.New().BaseURL("https://api.flute.com/v2/").Client(&http.Client{Timeout: time.Second})
	return shared.Clone().Path("customers").BodyJSON(customer{name}).ToJSON(new(customer)).Fetch(ctx) // want `POST https://api.flute.com/v2/customers leaves without an idempotency key`
}

// BuiltKeyed has a configuration that keys.
func BuiltKeyed(ctx context.Context, name, key string) error {
	keyed := func(rb *requests.Builder) { rb.Header("Idempotency-Key", key) }
	return requests.New(keyed).BaseURL("https://api.flute.com").Path("/v2/customers").Client(&http.Client{Timeout: time.Second}).
		BodyJSON(customer{name}).Handle(requests.ToJSON(new(customer))).Fetch(ctx)
}

// BuiltTransport keys in a transport.
func BuiltTransport(ctx context.Context, name string) error {
	rt := requests.RoundTripFunc(func(r *http.Request) (*http.Response, error) {
		r = r.Clone(r.Context())
		r.Header.Set("Idempotency-Key", uuid.NewString())
		return http.DefaultTransport.RoundTrip(r)
	})
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return requests.URL("https://api.flute.com").Path("/v2/customers").Transport(rt).BodyJSON(customer{name}).Fetch(ctx)
}

// Machine has the client of its credentials.
func Machine(ctx context.Context) error {
	conf := &clientcredentials.Config{ClientID: os.Getenv("AURORA_ID"), ClientSecret: os.Getenv("AURORA_SECRET"), TokenURL: "https://auth.flute.com/token"}
	c := conf.Client(ctx)                                                           // want `the http.Client that sends POST https://api.flute.com/v2/customers has no timeout`
	_, err := c.Post("https://api.flute.com/v2/customers", "application/json", nil) // want `POST https://api.flute.com/v2/customers leaves without an idempotency key`
	return err
}

// MachineBounded has a context with a client in it.
func MachineBounded(ctx context.Context) error {
	conf := &clientcredentials.Config{ClientID: os.Getenv("AURORA_ID"), ClientSecret: os.Getenv("AURORA_SECRET"), TokenURL: "https://auth.flute.com/token"}
	ctx = context.WithValue(ctx, oauth2.HTTPClient, &http.Client{Timeout: time.Second})
	c := conf.Client(ctx)
	_, err := c.Get("https://api.flute.com/v2/customers")
	return err
}

// MachineLater sets the limit on the client that it gets.
func MachineLater(ctx context.Context) error {
	conf := &clientcredentials.Config{ClientID: os.Getenv("AURORA_ID"), ClientSecret: os.Getenv("AURORA_SECRET"), TokenURL: "https://auth.flute.com/token"}
	c := conf.Client(ctx)
	c.Timeout = time.Second
	_, err := c.Get("https://api.flute.com/v2/customers")
	return err
}

// Transported has the transport of its tokens in a client with a limit.
func Transported(ts oauth2.TokenSource) error {
	c := &http.Client{Timeout: time.Second, Transport: &oauth2.Transport{Source: oauth2.ReuseTokenSource(nil, ts)}}
	_, err := c.Get("https://api.flute.com/v2/customers")
	return err
}

// TransportedEndless has none.
func TransportedEndless(ts oauth2.TokenSource) error {
	c := &http.Client{Transport: &oauth2.Transport{Source: ts, Base: http.DefaultTransport}} // want `the http.Client that sends GET https://api.flute.com/v2/customers has no timeout`
	_, err := c.Get("https://api.flute.com/v2/customers")
	return err
}
