// Package named is given the addresses of the API, and says so in the names of its fields alone.
package named

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
)

// Branches sell for several merchants.
type Branches struct {
	fluteAPI, fluteAuth string
	secrets             func(merchant string) (id, secret string)
	hc                  *http.Client

	mu   sync.Mutex
	kept map[string]string
}

// New makes branches.
func New(api, auth string, secrets func(string) (string, string)) *Branches {
	return &Branches{fluteAPI: api, fluteAuth: strings.TrimRight(auth, "/"), secrets: secrets, hc: &http.Client{Timeout: time.Minute}, kept: map[string]string{}}
}

func (b *Branches) token(ctx context.Context, merchant string) (string, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if t := b.kept[merchant]; t != "" {
		return t, nil
	}
	id, secret := b.secrets(merchant)
	t, err := ask(ctx, b.hc, b.fluteAuth+"/oauth2/token", id, secret)
	if err == nil {
		b.kept[merchant] = t // want `Branches.kept keeps an access token`
	}
	return t, err
}

func ask(ctx context.Context, hc *http.Client, at, id, secret string) (string, error) {
	form := url.Values{"grant_type": {"client_credentials"}, "client_id": {id}, "client_secret": {secret}}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, at, strings.NewReader(form.Encode()))
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
	return out.AccessToken, json.NewDecoder(resp.Body).Decode(&out)
}

// Mails sends with the token of another platform.
type Mails struct {
	mailAPI, mailAuth string
	hc                *http.Client
	kept              string
}

// NewMails makes mails.
func NewMails(api, auth string) *Mails {
	return &Mails{mailAPI: api, mailAuth: auth, hc: &http.Client{Timeout: time.Minute}}
}

// Token asks once.
func (m *Mails) Token(ctx context.Context) (t string, err error) {
	if m.kept == "" {
		m.kept, err = ask(ctx, m.hc, m.mailAuth+"/oauth2/token", "mails", m.mailAPI)
	}
	return m.kept, err
}

// Links makes a page to pay at.
func (b *Branches) Links(ctx context.Context, merchant, body string) error {
	t, err := b.token(ctx, merchant)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, b.fluteAPI+"/v2/payment-links", strings.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+t)
	resp, err := b.hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Shops sell for merchants that keep where they sign in to themselves.
type Shops struct {
	hc *http.Client

	mu   sync.Mutex
	kept map[string]string
}

// Merchant is one of them.
type Merchant struct{ Name, API, Auth, ID, Secret string }

// Sales reads what a merchant has sold, signed in at an address of which nothing is known but that its
// tokens are the API's.
func (s *Shops) Sales(ctx context.Context, m Merchant) (*http.Response, error) {
	s.mu.Lock()
	t := s.kept[m.Name]
	s.mu.Unlock()
	if t == "" {
		var err error
		if t, err = ask(ctx, s.hc, m.Auth+"/oauth2/token", m.ID, m.Secret); err != nil {
			return nil, err
		}
		s.mu.Lock()
		s.kept[m.Name] = t // want `Shops.kept keeps an access token`
		s.mu.Unlock()
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, m.API+"/pay-api/v1/transactions", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+t)
	return s.hc.Do(req)
}

// Papers keeps the token of a mail box beside calls of the API.
type Papers struct {
	hc   *http.Client
	kept string
}

// Send reads a sale and mails it.
func (p *Papers) Send(ctx context.Context, box, api, token string) (err error) {
	if p.kept == "" {
		if p.kept, err = ask(ctx, p.hc, box+"/oauth2/token", "papers", "x"); err != nil {
			return err
		}
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, api+"/pay-api/v1/transactions", nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	resp, err := p.hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	mail, err := http.NewRequestWithContext(ctx, http.MethodPost, box+"/send", resp.Body)
	if err != nil {
		return err
	}
	mail.Header.Set("Authorization", "Bearer "+p.kept)
	sent, err := p.hc.Do(mail)
	if err != nil {
		return err
	}
	return sent.Body.Close()
}

// Drawer gives up the token that was not taken.
type Drawer struct {
	hc   *http.Client
	mu   sync.Mutex
	kept string
}

// Token is the one that is kept.
func (d *Drawer) Token(ctx context.Context) (string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.kept != "" {
		return d.kept, nil
	}
	t, err := ask(ctx, d.hc, "https://oauth.api.flute.com/oauth2/token", "drawer", "x")
	if err == nil {
		d.kept = t
	}
	return t, err
}

// Reject is told of it.
func (d *Drawer) Reject(token string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.kept == token {
		d.kept = ""
	}
}
