// Package structs keeps the answer with the token as a whole, by value.
package structs

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"
)

var client = &http.Client{Timeout: 20 * time.Second}

// Session is what a sign-in answers.
type Session struct {
	AccessToken string    `json:"access_token"`
	Seconds     int       `json:"expires_in"`
	Ends        time.Time `json:"-"`
}

func ask(ctx context.Context) (*http.Response, error) {
	form := url.Values{"grant_type": {"client_credentials"}, "client_id": {os.Getenv("FLUTE_ID")}, "client_secret": {os.Getenv("FLUTE_SECRET")}}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("FLUTE_OAUTH_URL")+"/oauth2/token", strings.NewReader(form.Encode()))
	if err != nil {
		return nil, err
	}
	return client.Do(req)
}

func get(ctx context.Context, token string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("FLUTE_BASE_URL")+"/v2/transactions", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	return client.Do(req)
}

// Agent has the answer in itself.
type Agent struct {
	Session
	region string
}

// NewAgent signs in once.
func NewAgent(ctx context.Context, region string) (*Agent, error) {
	a := &Agent{region: region}
	resp, err := ask(ctx)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return a, json.NewDecoder(resp.Body).Decode(&a.Session) // want `Agent.Session keeps an access token`
}

// List uses the token.
func (a *Agent) List(ctx context.Context) (*http.Response, error) { return get(ctx, a.AccessToken) }

// Clerk looks at the clock.
type Clerk struct {
	session Session
}

func (c *Clerk) signIn(ctx context.Context) error {
	resp, err := ask(ctx)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if err := json.NewDecoder(resp.Body).Decode(&c.session); err != nil {
		return err
	}
	c.session.Ends = time.Now().Add(time.Duration(c.session.Seconds) * time.Second)
	return nil
}

// List signs in when the token is old.
func (c *Clerk) List(ctx context.Context) (*http.Response, error) {
	if time.Now().After(c.session.Ends) {
		if err := c.signIn(ctx); err != nil {
			return nil, err
		}
	}
	return get(ctx, c.session.AccessToken)
}

// Guard signs in again when it is refused.
type Guard struct {
	session Session
}

func (g *Guard) signIn(ctx context.Context) error {
	resp, err := ask(ctx)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(&g.session)
}

// List tries once more with another token.
func (g *Guard) List(ctx context.Context) (*http.Response, error) {
	if g.session.AccessToken == "" {
		if err := g.signIn(ctx); err != nil {
			return nil, err
		}
	}
	resp, err := get(ctx, g.session.AccessToken)
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	resp.Body.Close()
	if err := g.signIn(ctx); err != nil {
		return nil, err
	}
	return get(ctx, g.session.AccessToken)
}

func session(ctx context.Context) (s Session, err error) {
	resp, err := ask(ctx)
	if err != nil {
		return s, err
	}
	defer resp.Body.Close()
	return s, json.NewDecoder(resp.Body).Decode(&s)
}

var house Session

// Open is called when the shop opens.
func Open(ctx context.Context) (err error) {
	house, err = session(ctx) // want `house keeps an access token`
	return err
}

// House uses what Open has left.
func House(ctx context.Context) (*http.Response, error) { return get(ctx, house.AccessToken) }

var (
	dated Session
	since time.Time
)

// Dated signs in when the token is old.
func Dated(ctx context.Context) (*http.Response, error) {
	if time.Since(since) > time.Duration(dated.Seconds)*time.Second {
		s, err := session(ctx)
		if err != nil {
			return nil, err
		}
		dated, since = s, time.Now()
	}
	return get(ctx, dated.AccessToken)
}
