package renewed

import (
	"context"
	"net/http"
	"os"
	"time"

	"github.com/go-resty/resty/v2"
)

// Kept has a client in a field, and gives it another token when the API refuses the old one.
type Kept struct{ rc *resty.Client }

// NewKept signs in.
func NewKept() (*Kept, error) {
	k := &Kept{rc: resty.New().SetBaseURL(os.Getenv("AURORA_BASE_URL")).SetTimeout(time.Minute)}
	t, err := login(context.Background())
	if err != nil {
		return nil, err
	}
	k.rc.SetAuthToken(t.AccessToken)
	return k, nil
}

// Devices signs in once more.
func (k *Kept) Devices() (*resty.Response, error) {
	resp, err := k.rc.R().Get("/pay-api/v1/devices")
	if err != nil || resp.StatusCode() != http.StatusUnauthorized {
		return resp, err
	}
	t, err := login(context.Background())
	if err != nil {
		return nil, err
	}
	return k.rc.SetAuthToken(t.AccessToken).R().Get("/pay-api/v1/devices")
}
