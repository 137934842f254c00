// Package variable keeps tokens in variables.
package variable

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"sync"
	"time"
)

var (
	token     string
	tokenOnce sync.Once
	tokenErr  error
)

func fetch() (map[string]any, error) {
	resp, err := http.PostForm("https://oauth.api.flute.com/oauth2/token", url.Values{"grant_type": {"client_credentials"}})
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var answer map[string]any
	if err := json.NewDecoder(resp.Body).Decode(&answer); err != nil {
		return nil, err
	}
	return answer, nil
}

// Token fetches one on first use.
func Token() (string, error) {
	tokenOnce.Do(func() {
		answer, err := fetch()
		if err != nil {
			tokenErr = err
			return
		}
		token, _ = answer["access_token"].(string) // want `token keeps an access token that is fetched once`
	})
	return token, tokenErr
}

var startup = mustFetch() // want `startup keeps an access token`

func mustFetch() string {
	answer, err := fetch()
	if err != nil {
		panic(err)
	}
	return answer["access_token"].(string)
}

// Startup is the token of the start.
func Startup() string { return startup }

type grant struct {
	AccessToken string `json:"access_token"`
	ExpiresIn   int64  `json:"expires_in"`
}

var (
	cached  string
	expires time.Time
	mu      sync.Mutex
)

// Cached is right: it knows when the token ends.
func Cached(ctx context.Context) (string, error) {
	mu.Lock()
	defer mu.Unlock()
	if cached != "" && time.Now().Before(expires) {
		return cached, nil
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://oauth.api.flute.com/oauth2/token", nil)
	if err != nil {
		return "", err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var g grant
	if err := json.NewDecoder(resp.Body).Decode(&g); err != nil {
		return "", err
	}
	cached = g.AccessToken
	expires = time.Now().Add(time.Duration(g.ExpiresIn-60) * time.Second)
	return cached, nil
}

// Book has the tokens of stores.
type Book struct{ tokens map[string]string }

// ByStore keeps the first token of each store.
func (b *Book) ByStore(store string) (string, error) {
	if t, ok := b.tokens[store]; ok {
		return t, nil
	}
	answer, err := fetch()
	if err != nil {
		return "", err
	}
	b.tokens[store] = answer["access_token"].(string) // want `Book.tokens keeps an access token`
	return b.tokens[store], nil
}

type dated struct {
	token string
	until time.Time
}

var datedByStore = map[string]dated{}

// DatedByStore knows when they end.
func DatedByStore(store string) (string, error) {
	if t, ok := datedByStore[store]; ok && time.Now().Before(t.until) {
		return t.token, nil
	}
	answer, err := fetch()
	if err != nil {
		return "", err
	}
	seconds, _ := answer["expires_in"].(float64)
	datedByStore[store] = dated{answer["access_token"].(string), time.Now().Add(time.Duration(seconds) * time.Second)}
	return datedByStore[store].token, nil
}
