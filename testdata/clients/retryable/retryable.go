// Package retryable calls the API by go-retryablehttp.
package retryable

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"time"

	"github.com/google/uuid"
	"github.com/hashicorp/go-cleanhttp"
	"github.com/hashicorp/go-retryablehttp"
)

var base = os.Getenv("FLUTE_BASE_URL")

// Bank pays out.
type Bank struct{ hc *retryablehttp.Client }

// NewBank has a timeout for each attempt.
func NewBank() *Bank {
	hc := retryablehttp.NewClient()
	hc.RetryMax = 4
	hc.HTTPClient.Timeout = 10 * time.Second
	return &Bank{hc}
}

// Pay has a key, the same for each attempt.
func (b *Bank) Pay(ctx context.Context, amount float64) error {
	body, err := json.Marshal(map[string]any{"amount": amount})
	if err != nil {
		return err
	}
	r, err := retryablehttp.NewRequestWithContext(ctx, http.MethodPost, base+"/v2/transactions/credit", body)
	if err != nil {
		return err
	}
	r.Header.Set("Idempotency-Key", uuid.NewString())
	resp, err := b.hc.Do(r)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Bare has none.
func (b *Bank) Bare(ctx context.Context) error {
	r, err := retryablehttp.NewRequestWithContext(ctx, http.MethodPost, base+"/v2/settlements/settle", nil) // want `POST …/v2/settlements/settle leaves without an idempotency key`
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", "application/json")
	resp, err := b.hc.Do(r)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Around wraps a request of net/http.
func (b *Bank) Around(ctx context.Context, id string) error {
	plain, err := http.NewRequestWithContext(ctx, http.MethodPut, base+"/v2/customers/"+id, bytes.NewReader(nil))
	if err != nil {
		return err
	}
	plain.Header.Set("Idempotency-Key", "customer-"+id)
	r, err := retryablehttp.FromRequest(plain)
	if err != nil {
		return err
	}
	resp, err := b.hc.Do(r)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Literal wraps one in a literal.
func (b *Bank) Literal(id string) error {
	plain, err := http.NewRequest(http.MethodDelete, base+"/v2/customers/"+id, nil) // want `DELETE …/v2/customers/… leaves without an idempotency key`
	if err != nil {
		return err
	}
	resp, err := b.hc.Do(&retryablehttp.Request{Request: plain})
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Shot can carry no header.
func (b *Bank) Shot() error {
	resp, err := b.hc.PostForm(base+"/v2/customers", url.Values{"name": {"n"}}) // want `POST …/v2/customers leaves without an idempotency key`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Again sets a new key before each repeat.
func Again(ctx context.Context) error {
	hc := retryablehttp.NewClient()
	hc.HTTPClient = &http.Client{Timeout: 10 * time.Second}
	hc.PrepareRetry = func(r *http.Request) error {
		r.Header.Set("Idempotency-Key", uuid.NewString())
		return nil
	}
	r, err := retryablehttp.NewRequestWithContext(ctx, http.MethodPost, base+"/v2/customers", nil) // want `POST …/v2/customers gets another idempotency key for each attempt`
	if err != nil {
		return err
	}
	r.Header.Set("Idempotency-Key", uuid.NewString())
	resp, err := hc.Do(r)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Signed only signs each repeat.
func Signed(ctx context.Context, order string) error {
	hc := retryablehttp.NewClient()
	hc.HTTPClient.Timeout = 10 * time.Second
	hc.PrepareRetry = func(r *http.Request) error {
		r.Header.Set("X-Signed-At", time.Now().String())
		return nil
	}
	r, err := retryablehttp.NewRequestWithContext(ctx, http.MethodPost, base+"/v2/customers", nil)
	if err != nil {
		return err
	}
	r.Header.Set("Idempotency-Key", order)
	resp, err := hc.Do(r)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type stamper struct{ next http.RoundTripper }

func (s stamper) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("Idempotency-Key", uuid.NewString())
	return s.next.RoundTrip(r)
}

// Below stamps below the retries.
func Below() error {
	hc := retryablehttp.NewClient()
	hc.HTTPClient = &http.Client{Timeout: time.Second, Transport: stamper{http.DefaultTransport}}
	std := hc.StandardClient()
	resp, err := std.Post(base+"/v2/customers", "application/json", nil) // want `POST …/v2/customers gets another idempotency key for each attempt`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Above stamps above them: each attempt has the key that the outer client made.
func Above() error {
	hc := retryablehttp.NewClient()
	hc.HTTPClient.Timeout = time.Second
	std := &http.Client{Timeout: time.Minute, Transport: stamper{&retryablehttp.RoundTripper{Client: hc}}}
	resp, err := std.Post(base+"/v2/customers", "application/json", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Endless has no timeout.
func Endless() error {
	hc := retryablehttp.NewClient() // want `the go-retryablehttp.Client that sends GET …/v2/terminals has no timeout`
	resp, err := hc.Get(base + "/v2/terminals")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// EndlessPackage goes through the client of the package.
func EndlessPackage() error {
	resp, err := retryablehttp.Get(base + "/v2/terminals") // want `the go-retryablehttp.Client that sends GET …/v2/terminals has no timeout`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Clean has none either.
func Clean() error {
	hc := cleanhttp.DefaultPooledClient() // want `the http.Client that sends GET …/v2/terminals has no timeout`
	resp, err := hc.Get(base + "/v2/terminals")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// CleanBounded sets one.
func CleanBounded() error {
	hc := cleanhttp.DefaultClient()
	hc.Timeout = time.Minute
	resp, err := hc.Get(base + "/v2/terminals")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Numbered has the number of the attempt in its key.
func Numbered(id string) error {
	c := retryablehttp.NewClient()
	c.HTTPClient.Timeout = time.Second
	c.RequestLogHook = func(_ retryablehttp.Logger, r *http.Request, n int) {
		r.Header.Set("Idempotency-Key", id+"-"+strconv.Itoa(n))
	}
	r, err := retryablehttp.NewRequest(http.MethodPut, "https://api.flute.com/v2/customers/"+id, []byte(`{}`)) // want `PUT https://api.flute.com/v2/customers/… gets another idempotency key for each attempt`
	if err != nil {
		return err
	}
	_, err = c.Do(r)
	return err
}

// Counted has it in another header.
func Counted(id string) error {
	c := retryablehttp.NewClient()
	c.HTTPClient.Timeout = time.Second
	c.RequestLogHook = func(_ retryablehttp.Logger, r *http.Request, n int) {
		r.Header.Set("X-Attempt", strconv.Itoa(n))
	}
	r, err := retryablehttp.NewRequest(http.MethodPut, "https://api.flute.com/v2/customers/"+id, []byte(`{}`))
	if err != nil {
		return err
	}
	r.Header.Set("Idempotency-Key", "put-"+id)
	_, err = c.Do(r)
	return err
}

// Moved sends to another host than the one that was written.
func Moved() error {
	c := retryablehttp.NewClient()
	c.HTTPClient.Timeout = time.Second
	u, err := url.Parse("https://localhost/v2/customers")
	if err != nil {
		return err
	}
	u.Host = "api.flute.com"
	r, err := retryablehttp.NewRequest(http.MethodPost, u.String(), nil) // want `POST https://api.flute.com/v2/customers leaves without an idempotency key`
	if err != nil {
		return err
	}
	_, err = c.Do(r)
	return err
}
