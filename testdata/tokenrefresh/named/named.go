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
	err = json.NewDecoder(resp.Body).Decode(&out)
	return out.AccessToken, err
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
