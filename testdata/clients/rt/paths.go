package rt

import (
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/go-resty/resty/v2"
	"github.com/google/uuid"
)

// byPath gives a key to what one family of paths is asked for.
type byPath struct{ next http.RoundTripper }

func (t byPath) RoundTrip(r *http.Request) (*http.Response, error) {
	if strings.HasPrefix(r.URL.Path, "/pay-api/") {
		r = r.Clone(r.Context())
		r.Header.Set("Idempotency-Key", uuid.NewString())
	}
	return t.next.RoundTrip(r)
}

// bySwitch gives one to two resources.
type bySwitch struct{ next http.RoundTripper }

func (t bySwitch) RoundTrip(r *http.Request) (*http.Response, error) {
	switch r.URL.Path {
	case "/v2/transactions", "/v2/transactions/credit":
		r.Header.Set("Idempotency-Key", uuid.NewString())
	}
	return t.next.RoundTrip(r)
}

// byHost gives one to the API's host alone.
type byHost struct{ next http.RoundTripper }

func (t byHost) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.URL.Host == "api.flute.com" {
		r.Header.Set("Idempotency-Key", uuid.NewString())
	}
	return t.next.RoundTrip(r)
}

// InFamily asks what the transport knows, and what it does not know.
func InFamily() {
	hc := &http.Client{Transport: byPath{http.DefaultTransport}, Timeout: time.Second}
	_, _ = hc.Post("https://api.flute.com/pay-api/v1/transactions/sale", "", nil)
	_, _ = hc.Post(os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/transactions/void?x=1", "", nil)
	_, _ = hc.Post("https://"+os.Getenv("AURORA_API_HOST")+"/pay-api/v1/transactions/settle", "", nil)
	_, _ = hc.Post("https://api.flute.com/sub-api/v1/subscriptions", "", nil) // want `leaves without an idempotency key;`
}

// ByResty sends through the same transport what resty puts together.
func ByResty() {
	rc := resty.New().SetBaseURL("https://api.flute.com").SetTimeout(time.Second).SetTransport(byPath{http.DefaultTransport})
	_, _ = rc.R().Post("/pay-api/v1/transactions/sale")
	_, _ = rc.R().Post("/v2/customers") // want `leaves without an idempotency key;`
}

// InSwitch does so by whole paths.
func InSwitch() {
	hc := &http.Client{Transport: bySwitch{http.DefaultTransport}, Timeout: time.Second}
	_, _ = hc.Post("https://api.flute.com/v2/transactions", "", nil)
	_, _ = hc.Post("https://api.flute.com/v2/customers", "", nil) // want `leaves without an idempotency key;`
}

// OnHost does so by the host.
func OnHost() {
	hc := &http.Client{Transport: byHost{http.DefaultTransport}, Timeout: time.Second}
	_, _ = hc.Post("https://api.flute.com/v2/customers", "", nil)
	_, _ = hc.Post("https://api.arise.risewithaurora.com/v2/customers", "", nil) // want `leaves without an idempotency key;`
}

// Moved sets another path on top of the one that the URL had.
func Moved(hc *http.Client, key string) error {
	rq, err := http.NewRequest(http.MethodPost, "https://api.flute.com/v2", nil) // want `POST https://api.flute.com/v2/customers leaves without an idempotency key`
	if err != nil {
		return err
	}
	rq.URL.Path += "/customers"
	if rq.URL.Path == "/v2" {
		rq.Header.Set("Idempotency-Key", key)
	}
	resp, err := hc.Do(rq)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
