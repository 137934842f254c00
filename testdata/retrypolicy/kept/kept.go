// Package kept signs in with a token that is kept, where the settings may lack a name.
package kept

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/go-resty/resty/v2"
	"github.com/hashicorp/go-retryablehttp"
)

var hc = &http.Client{Timeout: 20 * time.Second}

// Box keeps the token.
type Box struct {
	mu   sync.Mutex
	have string
}

// Token is the one that is kept, or a new one.
func (b *Box) Token(ctx context.Context) (string, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.have != "" {
		return b.have, nil
	}
	secret, ok := os.LookupEnv("AURORA_CLIENT_SECRET")
	if !ok {
		return "", fmt.Errorf("AURORA_CLIENT_SECRET is not set")
	}
	form := url.Values{"grant_type": {"client_credentials"}, "client_secret": {secret}}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://oauth.api.flute.com/oauth2/token", strings.NewReader(form.Encode()))
	if err != nil {
		return "", err
	}
	resp, err := hc.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var a struct {
		Token string `json:"access_token"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil {
		return "", err
	}
	b.have = a.Token
	return b.have, nil
}

// Sale is what the platform says.
type Sale struct{ ID, Status string }

func (b *Box) sell(ctx context.Context, key string) (s Sale, err error) {
	token, err := b.Token(ctx)
	if err != nil {
		return s, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://api.flute.com/v2/transactions", http.NoBody)
	if err != nil {
		return s, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Idempotency-Key", key)
	resp, err := hc.Do(req)
	if err != nil {
		return s, err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return s, fmt.Errorf("sale: %s", resp.Status)
	}
	return s, json.NewDecoder(resp.Body).Decode(&s)
}

// Insist sells again what was declined.
func (b *Box) Insist(ctx context.Context, key string) (s Sale, err error) {
	for pause := time.Second; pause < 10*time.Second; pause *= 2 {
		if s, err = b.sell(ctx, key); err != nil { // want `repeats a declined payment`
			return s, err
		}
		if s.Status != "Declined" {
			break
		}
		time.Sleep(pause)
	}
	return s, nil
}

// Once takes the answer as it is.
func (b *Box) Once(ctx context.Context, key string) (s Sale, err error) {
	if s, err = b.sell(ctx, key); err == nil && s.Status == "Declined" {
		err = fmt.Errorf("declined: %s", s.ID)
	}
	return s, err
}

// Eager is a client that repeats every answer of 400 and more, with the token of a box.
func Eager(b *Box) *resty.Client {
	return signed(b, resty.New().SetRetryCount(3). // want `repeats what is answered with 400`
							AddRetryCondition(func(r *resty.Response, err error) bool { return err != nil || r.StatusCode() >= 400 }))
}

// Calm repeats what may work later.
func Calm(b *Box) *resty.Client {
	return signed(b, resty.New().SetRetryCount(3).
		AddRetryCondition(func(r *resty.Response, err error) bool { return err != nil || r.StatusCode() >= 500 }))
}

func signed(b *Box, c *resty.Client) *resty.Client {
	return c.SetBaseURL("https://api.flute.com").SetTimeout(time.Minute).OnBeforeRequest(func(_ *resty.Client, r *resty.Request) error {
		token, err := b.Token(r.Context())
		if err == nil {
			r.SetAuthToken(token)
		}
		return err
	})
}

// Devices lists them by the one, and by the other.
func Devices(ctx context.Context, b *Box) error {
	_, err := Eager(b).R().SetContext(ctx).Get("/v2/devices")
	if err == nil {
		_, err = Calm(b).R().SetContext(ctx).Get("/v2/devices")
	}
	return err
}

// Await asks until there is a result, by a client that repeats by itself what fails.
func Await(ctx context.Context, id string) string {
	lib := retryablehttp.NewClient()
	lib.HTTPClient.Timeout = time.Minute
	std := lib.StandardClient()
	for {
		s, err := status(ctx, std, id)
		if err != nil {
			log.Fatal(err)
		}
		if s.Status == "Settled" {
			return s.ID
		}
		time.Sleep(2 * time.Second)
	}
}

func status(ctx context.Context, hc *http.Client, id string) (*Sale, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.flute.com/v2/transactions/"+id, nil)
	if err != nil {
		return nil, err
	}
	resp, err := hc.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		var e struct{ ErrorCode string }
		if json.NewDecoder(resp.Body).Decode(&e) == nil && e.ErrorCode == "processing" {
			return new(Sale), nil
		}
		return nil, fmt.Errorf("status: %s", resp.Status)
	}
	s := new(Sale)
	err = json.NewDecoder(resp.Body).Decode(s)
	return s, err
}
