package libraries

import (
	"context"
	"net/http"
	"os"
	"time"

	"github.com/go-resty/resty/v2"
)

func fetched() (string, error) {
	var a answer
	rc := resty.New().SetTimeout(time.Minute)
	_, err := rc.R().SetFormData(map[string]string{"grant_type": "client_credentials"}).SetResult(&a).Post(os.Getenv("AURORA_OAUTH_BASE_URL") + "/oauth2/token")
	return a.AccessToken, err
}

// Desk embeds the client that has the token among its headers.
type Desk struct{ *resty.Client }

// NewDesk makes one.
func NewDesk() (*Desk, error) {
	t, err := fetched()
	if err != nil {
		return nil, err
	}
	rc := resty.New().SetBaseURL(os.Getenv("AURORA_BASE_URL")).SetTimeout(time.Minute)
	rc.SetHeaders(map[string]string{"Accept": "application/json", "Authorization": "Bearer " + t}) // want `resty.Client sends an access token that is fetched once with every request`
	return &Desk{rc}, nil
}

// Renewing gives its client another token when the API refuses the old one.
func Renewing() (*resty.Client, error) {
	t, err := fetched()
	if err != nil {
		return nil, err
	}
	rc := resty.New().SetBaseURL(os.Getenv("AURORA_BASE_URL")).SetTimeout(time.Minute).SetAuthToken(t).SetRetryCount(1)
	rc.AddRetryCondition(func(r *resty.Response, _ error) bool { return r.StatusCode() == http.StatusUnauthorized })
	rc.AddRetryHook(func(r *resty.Response, _ error) {
		if t, err := fetched(); err == nil {
			rc.SetAuthToken(t)
			r.Request.SetAuthToken(t)
		}
	})
	return rc, nil
}

// Hooked gives each request the token that it has.
func Hooked() (*resty.Client, error) {
	t, err := fetched()
	if err != nil {
		return nil, err
	}
	rc := resty.New().SetBaseURL(os.Getenv("AURORA_BASE_URL")).SetTimeout(time.Minute)
	rc.OnBeforeRequest(func(_ *resty.Client, r *resty.Request) error { // want `resty.Client sends an access token that is fetched once with every request`
		r.SetAuthToken(t)
		return nil
	})
	return rc, nil
}

// Asked asks a source for each request.
func Asked(ctx context.Context) *resty.Client {
	src := config().TokenSource(ctx)
	rc := resty.New().SetBaseURL(os.Getenv("AURORA_BASE_URL")).SetTimeout(time.Minute)
	return rc.OnBeforeRequest(func(_ *resty.Client, r *resty.Request) error {
		t, err := src.Token()
		if err == nil {
			r.SetAuthToken(t.AccessToken)
		}
		return err
	})
}
