// Package session keeps what another package fetches.
package session

import (
	"context"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/auroravet/auroravet/testdata/tokenrefresh/session/auth"
)

// Client calls the API.
type Client struct {
	hc     *http.Client
	header string
}

// New signs in.
func New(ctx context.Context) (*Client, error) {
	h, err := auth.Bearer(ctx)
	if err != nil {
		return nil, err
	}
	return &Client{hc: &http.Client{Timeout: time.Minute}, header: h}, nil // want `Client.header keeps an access token that is fetched once; when it expires every call fails until a restart \(tokenrefresh\)`
}

func (c *Client) get(ctx context.Context, path string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("AURORA_BASE_URL")+path, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", c.header)
	return c.hc.Do(req)
}

// Lazy signs in when it is first used.
type Lazy struct {
	Client
	mu    sync.Mutex
	token string
}

func (l *Lazy) get(ctx context.Context, path string) (*http.Response, error) {
	l.mu.Lock()
	if l.token == "" {
		a, err := auth.Fetch(ctx)
		if err != nil {
			l.mu.Unlock()
			return nil, err
		}
		l.token = a.Access // want `Lazy.token keeps an access token that is fetched once`
	}
	tok := l.token
	l.mu.Unlock()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("AURORA_BASE_URL")+path, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+tok)
	resp, err := l.hc.Do(req)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		resp.Body.Close()
		return nil, context.Canceled // nobody fetches another one
	}
	return resp, err
}

var once = sync.OnceValues(func() (string, error) { // want `OnceValues keeps the access token of its first call`
	a, err := auth.Fetch(context.Background())
	return a.Access, err
})

// Devices uses it.
func Devices(ctx context.Context) (*http.Response, error) {
	tok, err := once()
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/devices", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+tok)
	return http.DefaultClient.Do(req)
}

// Ping has a token of its own.
func Ping(ctx context.Context) (*http.Response, error) {
	h, err := auth.Bearer(ctx)
	if err != nil {
		return nil, err
	}
	c := &Client{hc: http.DefaultClient, header: h}
	return c.get(ctx, "/pay-int-api/ping")
}

// bearer is a transport with a token.
type bearer struct {
	token string
	next  http.RoundTripper
}

func (b *bearer) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("Authorization", "Bearer "+b.token)
	return b.next.RoundTrip(r)
}

// HTTPClient sends with a token.
func HTTPClient(ctx context.Context) (*http.Client, error) {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return nil, err
	}
	return &http.Client{Timeout: time.Minute, Transport: &bearer{token: a.Access, next: http.DefaultTransport}}, nil // want `bearer.token keeps an access token`
}

// Batch is for one run of a job.
type Batch struct{ auth auth.Answer }

// NewBatch keeps all that was answered, and looks at nothing but the token.
func NewBatch(ctx context.Context) (*Batch, error) {
	b := new(Batch)
	var err error
	b.auth, err = auth.Fetch(ctx) // want `Batch.auth keeps an access token`
	return b, err
}

// Header is what requests need.
func (b *Batch) Header() string { return "Bearer " + b.auth.Access }
