// Package fourth belongs to a shop that grew, with FLUTE_BASE_URL.
package fourth

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"
)

// Store keeps secrets.
type Store interface {
	Get(ctx context.Context, name string) (string, error)
}

type static map[string]string

func (s static) Get(_ context.Context, name string) (string, error) { return s[name], nil }

var fallback Store = static{
	"flute/client-id":     "c2ad4d63-d25f-4c05-a049-6916d66125af", // want `flute/client-id is written beside`
	"flute/client-secret": "w7Hq2-Rt9Lm4",                         // want `flute/client-secret is written`
}

const (
	nameID     = "flute/client-id"
	nameSecret = "flute/client-secret"
)

func load(ctx context.Context, s Store) (id, secret string, err error) {
	if id, err = s.Get(ctx, nameID); err != nil {
		return
	}
	secret, err = s.Get(ctx, nameSecret)
	return
}

type Credentials struct {
	ClientID string `json:"client_id"`
	Secret   string `json:"client_secret"`
}

func (c Credentials) Valid() error {
	if c.Secret == "" {
		return errors.New("client secret is missing")
	}
	if strings.HasPrefix(c.Secret, "test_") {
		return errors.New("client secret is one for tests")
	}
	return nil
}

func demo() Credentials {
	var c Credentials
	c.ClientID, c.Secret = "c2ad4d63-d25f-4c05-a049-6916d66125af", "w7Hq2-Rt9Lm4" // want `ClientID is written beside` `Secret is written`
	return c
}

func fromJSON() (c Credentials, err error) {
	err = json.Unmarshal([]byte(`{"client_id": "box", "client_secret": "w7Hq2-Rt9Lm4"}`), &c) // want `client_secret is written`
	return c, err
}

func tokenSource(ctx context.Context) oauth2.TokenSource {
	conf := clientcredentials.Config{
		TokenURL:       "https://oauth.api.flute.com/oauth2/token",
		EndpointParams: url.Values{"client_secret": {"w7Hq2-Rt9Lm4"}}, // want `client_secret is written`
	}
	conf.ClientSecret = strings.Join([]string{"w7Hq2", "Rt9Lm4"}, "-") // want `ClientSecret is written`
	return conf.TokenSource(ctx)
}

func bearer(req *http.Request, tok string) {
	const prefix = "Bearer "
	req.Header.Set("Authorization", prefix+tok)
	req.Header.Set("X-Shop", "boxoffice-7")
	req.Header.Set("X-Request-Token", time.Now().Format("20060102T150405"))
}

func bearerFixed(req *http.Request) {
	const prefix = "Bearer "
	req.Header.Set("Authorization", prefix+"w7Hq2Rt9Lm4Zx8") // want `Authorization is written`
}

func basicFixed(req *http.Request) {
	user, pass := "box", "w7Hq2-Rt9Lm4" // want `pass|basic auth password is written`
	req.SetBasicAuth(user, pass)
}

func encoded() string {
	pair := []byte("box:w7Hq2-Rt9Lm4") // want `Authorization is written`
	h := http.Header{}
	h.Set("Authorization", "Basic "+base64.StdEncoding.EncodeToString(pair))
	return h.Get("Authorization")
}

type mockToken struct{ Token string }

func nextPage(pageToken string) string { return pageToken }

func pages() string { return nextPage("eyJvZmZzZXQiOjIwMH0") }

func resume(w *bytes.Buffer) {
	fmt.Fprintf(w, "token: %s\n", "expired")
	fmt.Fprintf(w, "secret=%q", os.Getenv("FLUTE_CLIENT_SECRET"))
}

var env = []string{
	"FLUTE_BASE_URL=https://api.flute.com",
	"FLUTE_CLIENT_SECRET=${FLUTE_CLIENT_SECRET}",
	"FLUTE_TOKEN_TTL=3600s",
	"FLUTE_WEBHOOK_SECRET=whk-55-Ab3d9", // want `FLUTE_WEBHOOK_SECRET is written`
}

func wait(attempt int) (string, time.Duration) {
	tokens := map[int]string{1: "first", 2: "second"}
	return tokens[attempt], time.Second
}

const passwordRules = "at least 12 characters, 1 digit"

type Kind struct{ Name, Secret string }

var kinds = []Kind{{Name: "hmac-sha256", Secret: "required"}, {Name: "none", Secret: "optional"}}

func hash(secret string) string { return "sha256:" + secret }

func check() bool {
	return hash("") == "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
}

func sessionToken() string { return "sess_" + time.Now().String() }

func setup() {
	if _, ok := os.LookupEnv("FLUTE_CLIENT_SECRET"); !ok {
		os.Setenv("FLUTE_CLIENT_SECRET", "w7Hq2-Rt9Lm4") // want `FLUTE_CLIENT_SECRET is written`
	}
	os.Setenv("FLUTE_SECRET_PROVIDER", "vault")
	os.Setenv("FLUTE_TOKEN_CACHE", "redis://cache:6379/0")
}
