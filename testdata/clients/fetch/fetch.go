// Package fetch calls the API by carlmjohnson/requests.
package fetch

import (
	"context"
	"net/http"
	"os"
	"time"

	"github.com/carlmjohnson/requests"
	"github.com/google/uuid"
)

var hc = &http.Client{Timeout: 8 * time.Second}

// base is what every request begins with.
func base(bearer string) *requests.Builder {
	return requests.URL(os.Getenv("AURORA_BASE_URL")).Client(hc).Bearer(bearer)
}

// Bare has no key; a body makes it a POST.
func Bare(ctx context.Context, t string) error {
	return base(t).Path("/v2/customers").BodyJSON(map[string]string{"name": "n"}).Fetch(ctx) // want `POST …/v2/customers leaves without an idempotency key`
}

// Keyed has one.
func Keyed(ctx context.Context, t, signup string) error {
	return base(t).Path("/v2/customers").Header("Idempotency-Key", "signup-"+signup).BodyJSON(map[string]string{"name": "n"}).Fetch(ctx)
}

// Many gives a map.
func Many(ctx context.Context, t, signup string) error {
	return base(t).Pathf("/v2/customers/%s", signup).Put().
		Headers(map[string][]string{"idempotency-key": {signup + "."}}).
		Fetch(ctx)
}

// Formatted has a path with parts.
func Formatted(ctx context.Context, t, id string) error {
	return base(t).Pathf("/pay-api/v1/transactions/ach/%s/refund", id).Post().Fetch(ctx) // want `POST …/pay-api/v1/transactions/ach/…/refund leaves without an idempotency key`
}

// Read has no body.
func Read(ctx context.Context, t, id string) error {
	return base(t).Pathf("/v2/customers/%s", id).Fetch(ctx)
}

// Host is given by its name.
func Host(ctx context.Context, id string) error {
	return requests.New().Client(hc).Host("api.flute.com").Path("/v2/customers/").Path(id).Delete().Fetch(ctx) // want `DELETE https://api.flute.com/v2/customers/… leaves without an idempotency key`
}

// keyed is a part of a configuration.
func keyed(key string) requests.Config {
	return func(rb *requests.Builder) { rb.Header("Idempotency-Key", key) }
}

func quiet(rb *requests.Builder) { rb.UserAgent("shop") }

// Configured sets it by a configuration.
func Configured(ctx context.Context, t, id string) error {
	return base(t).Path("/v2/customers").Config(quiet, keyed("c-"+id)).Post().Fetch(ctx)
}

// Misconfigured has another one.
func Misconfigured(ctx context.Context, t string) error {
	return base(t).Path("/v2/customers").Config(quiet).Post().Fetch(ctx) // want `POST …/v2/customers leaves without an idempotency key`
}

// New begins with one.
func New(ctx context.Context, id string) error {
	return requests.New(keyed("n-" + id)).BaseURL("https://api.flute.com").Client(hc).Path("/v2/customers").Post().Fetch(ctx)
}

// Made sends a request of net/http that it changes.
func Made(ctx context.Context, t, id string) error {
	rb := base(t).Path("/v2/customers").Post()
	r, err := rb.Request(ctx)
	if err != nil {
		return err
	}
	r.Header.Set("Idempotency-Key", "m-"+id)
	return rb.Do(r)
}

// API clones one builder.
type API struct{ rb *requests.Builder }

// NewAPI makes it.
func NewAPI() *API { return &API{requests.URL("https://api.flute.com").Client(hc)} }

// Add has no key.
func (a *API) Add(ctx context.Context) error {
	return a.rb.Clone().Path("/v2/customers").Post().Fetch(ctx) // want `POST https://api.flute.com/v2/customers leaves without an idempotency key`
}

// AddFor has one.
func (a *API) AddFor(ctx context.Context, id string) error {
	return a.rb.Clone().Path("/v2/customers").Post().Header("Idempotency-Key", "a-"+id).Fetch(ctx)
}

// Loop makes one for each attempt.
func (a *API) Loop(ctx context.Context) error {
	var err error
	for range 3 {
		if err = a.rb.Clone().Path("/v2/customers").Post().Header("Idempotency-Key", uuid.NewString()).Fetch(ctx); err == nil { // want `POST https://api.flute.com/v2/customers gets another idempotency key for each attempt`
			break
		}
	}
	return err
}

// Transport keys in a function.
func Transport(ctx context.Context) error {
	rt := requests.RoundTripFunc(func(r *http.Request) (*http.Response, error) {
		r.Header.Set("Idempotency-Key", uuid.NewString())
		return http.DefaultTransport.RoundTrip(r)
	})
	return requests.URL("https://api.flute.com/v2/customers").Client(hc).Transport(rt).Post().Fetch(ctx)
}

// Endless has the default client.
func Endless(ctx context.Context) error {
	return requests.URL("https://api.flute.com/v2/terminals").Fetch(ctx) // want `http.DefaultClient that sends GET https://api.flute.com/v2/terminals has no timeout`
}

// Soon has a deadline.
func Soon(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return requests.URL("https://api.flute.com/v2/terminals").Fetch(ctx)
}
