// Package libraries keeps tokens in the ways of libraries.
package libraries

import (
	"context"
	"net/http"
	"os"
	"time"

	"github.com/go-resty/resty/v2"
	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"
)

func config() *clientcredentials.Config {
	return &clientcredentials.Config{
		ClientID: os.Getenv("AURORA_CLIENT_ID"), ClientSecret: os.Getenv("AURORA_CLIENT_SECRET"),
		TokenURL: os.Getenv("AURORA_OAUTH_BASE_URL") + "/oauth2/token",
	}
}

// Static has one token.
func Static(ctx context.Context) (*http.Client, error) {
	tok, err := config().Token(ctx)
	if err != nil {
		return nil, err
	}
	return oauth2.NewClient(ctx, oauth2.StaticTokenSource(tok)), nil // want `oauth2.StaticTokenSource gives the same access token for ever`
}

// Environment has one of the environment.
func Environment(ctx context.Context) *http.Client {
	src := oauth2.StaticTokenSource(&oauth2.Token{AccessToken: os.Getenv("AURORA_ACCESS_TOKEN")}) // want `oauth2.StaticTokenSource gives`
	return oauth2.NewClient(ctx, src)
}

// Sent has one that somebody gives, and calls the API with it.
func Sent(ctx context.Context, token string) (*http.Response, error) {
	hc := oauth2.NewClient(ctx, oauth2.StaticTokenSource(&oauth2.Token{AccessToken: token})) // want `oauth2.StaticTokenSource gives`
	return hc.Get("https://api.flute.com/v2/devices")
}

// Repositories is for another service.
func Repositories(ctx context.Context) (*http.Response, error) {
	hc := oauth2.NewClient(ctx, oauth2.StaticTokenSource(&oauth2.Token{AccessToken: os.Getenv("GITHUB_TOKEN")}))
	return hc.Get("https://api.github.com/user/repos")
}

// Client keeps a whole token.
type Client struct {
	hc  *http.Client
	tok *oauth2.Token
}

// NewClient signs in.
func NewClient(ctx context.Context) (*Client, error) {
	tok, err := config().Token(ctx)
	if err != nil {
		return nil, err
	}
	return &Client{hc: &http.Client{Timeout: time.Minute}, tok: tok}, nil // want `Client.tok keeps an access token`
}

// Devices uses it.
func (c *Client) Devices(ctx context.Context) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/devices", nil)
	if err != nil {
		return nil, err
	}
	c.tok.SetAuthHeader(req)
	return c.hc.Do(req)
}

// Source is right: the library renews it.
type Source struct{ src oauth2.TokenSource }

// NewSource makes one.
func NewSource(ctx context.Context) *Source { return &Source{src: config().TokenSource(ctx)} }

// Devices asks for a token each time.
func (s *Source) Devices(ctx context.Context) (*http.Response, error) {
	tok, err := s.src.Token()
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/devices", nil)
	if err != nil {
		return nil, err
	}
	tok.SetAuthHeader(req)
	return http.DefaultClient.Do(req)
}

// Reused begins with a token and has where to get the next.
func Reused(ctx context.Context) (oauth2.TokenSource, error) {
	tok, err := config().Token(ctx)
	if err != nil {
		return nil, err
	}
	return oauth2.ReuseTokenSource(tok, config().TokenSource(ctx)), nil
}

// Valid asks the token whether it is good.
type Valid struct{ tok *oauth2.Token }

// Token is a good one.
func (v *Valid) Token() (*oauth2.Token, error) {
	if v.tok.Valid() {
		return v.tok, nil
	}
	tok, err := config().Token(context.Background())
	if err != nil {
		return nil, err
	}
	v.tok = tok
	return tok, nil
}

type answer struct {
	AccessToken string `json:"access_token"`
}

// Resty keeps it in a field.
type Resty struct {
	rc    *resty.Client
	token string
}

// NewResty signs in.
func NewResty() (*Resty, error) {
	rc := resty.New().SetBaseURL(os.Getenv("AURORA_OAUTH_BASE_URL")).SetTimeout(time.Minute)
	var a answer
	if _, err := rc.R().SetFormData(map[string]string{"grant_type": "client_credentials"}).SetResult(&a).Post("/oauth2/token"); err != nil {
		return nil, err
	}
	return &Resty{rc: rc, token: a.AccessToken}, nil // want `Resty.token keeps an access token`
}

// Devices uses it.
func (r *Resty) Devices() (*resty.Response, error) {
	return r.rc.R().SetAuthToken(r.token).Get(os.Getenv("AURORA_BASE_URL") + "/pay-api/v1/devices")
}

// Shared gives the client the token for all its requests.
func Shared() (*resty.Client, error) {
	rc := resty.New().SetBaseURL(os.Getenv("AURORA_BASE_URL")).SetTimeout(time.Minute)
	resp, err := rc.R().SetFormData(map[string]string{"grant_type": "client_credentials"}).SetResult(&answer{}).Post(os.Getenv("AURORA_OAUTH_BASE_URL") + "/oauth2/token")
	if err != nil {
		return nil, err
	}
	rc.SetAuthToken(resp.Result().(*answer).AccessToken) // want `resty.Client sends an access token that is fetched once with every request`
	return rc, nil
}
