package renewed

import (
	"context"
	"encoding/json"
	"net/http"
	"os"
	"strings"
)

// Prompt signs in before each call, and hands the token on in a field.
type Prompt struct {
	hc    *http.Client
	token string
}

func (p *Prompt) signIn(ctx context.Context) error {
	t, err := exchange(ctx, p.hc)
	if err != nil {
		return err
	}
	p.token = t
	return nil
}

func exchange(ctx context.Context, hc *http.Client) (string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("AURORA_OAUTH_BASE_URL")+"/oauth2/token", strings.NewReader("grant_type=client_credentials"))
	if err != nil {
		return "", err
	}
	resp, err := hc.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var out struct {
		AccessToken string `json:"access_token"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
		return "", err
	}
	return out.AccessToken, nil
}

func list(ctx context.Context, hc *http.Client, token string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/devices", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	return hc.Do(req)
}

func (p *Prompt) send(ctx context.Context) (*http.Response, error) { return list(ctx, p.hc, p.token) }

// Devices lists them.
func (p *Prompt) Devices(ctx context.Context) (*http.Response, error) {
	if err := p.signIn(ctx); err != nil {
		return nil, err
	}
	return p.send(ctx)
}

// Twice lists them in each turn.
func (p *Prompt) Twice(ctx context.Context) error {
	for range 2 {
		if err := p.signIn(ctx); err != nil {
			return err
		}
		resp, err := p.send(ctx)
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

// Hasty does so too, but for one of its calls.
type Hasty struct {
	hc    *http.Client
	token string
}

func (h *Hasty) signIn(ctx context.Context) (err error) {
	h.token, err = exchange(ctx, h.hc) // want `Hasty.token keeps an access token that is fetched once`
	return err
}

// Devices signs in.
func (h *Hasty) Devices(ctx context.Context) (*http.Response, error) {
	if err := h.signIn(ctx); err != nil {
		return nil, err
	}
	return list(ctx, h.hc, h.token)
}

// More does not.
func (h *Hasty) More(ctx context.Context) (*http.Response, error) { return list(ctx, h.hc, h.token) }

// Lasting signs in before a loop.
type Lasting struct {
	hc    *http.Client
	token string
}

func (l *Lasting) signIn(ctx context.Context) error {
	t, err := exchange(ctx, l.hc)
	if err != nil {
		return err
	}
	l.token = t // want `Lasting.token keeps an access token that is fetched once`
	return nil
}

func (l *Lasting) send(ctx context.Context) (*http.Response, error) { return list(ctx, l.hc, l.token) }

// Run lists them again and again.
func (l *Lasting) Run(ctx context.Context, jobs <-chan string) error {
	if err := l.signIn(ctx); err != nil {
		return err
	}
	for range jobs {
		resp, err := l.send(ctx)
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

// Seldom signs in when it is told to.
type Seldom struct {
	hc    *http.Client
	token string
	known bool
}

// Devices lists them.
func (s *Seldom) Devices(ctx context.Context) (*http.Response, error) {
	if !s.known {
		t, err := exchange(ctx, s.hc)
		if err != nil {
			return nil, err
		}
		s.token, s.known = t, true // want `Seldom.token keeps an access token that is fetched once`
	}
	return list(ctx, s.hc, s.token)
}
