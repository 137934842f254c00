// Package held has tokens in what holds other things: caches, closures, cells of another package.
package held

import (
	"context"
	"net/http"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/patrickmn/go-cache"
	"golang.org/x/oauth2"

	"github.com/auroravet/auroravet/testdata/tokenrefresh/lazy"
	"github.com/auroravet/auroravet/testdata/tokenrefresh/session/auth"
)

func get(ctx context.Context, token, path string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("AURORA_BASE_URL")+path, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	return http.DefaultClient.Do(req)
}

var forGood = cache.New(cache.NoExpiration, time.Hour)

// ByBranch is kept until the program ends.
func ByBranch(ctx context.Context, branch string) (string, error) {
	if v, ok := forGood.Get(branch); ok {
		return v.(string), nil
	}
	a, err := auth.Fetch(ctx)
	if err != nil {
		return "", err
	}
	forGood.SetDefault(branch, a.Access) // want `forGood keeps an access token`
	return a.Access, nil
}

// Desks has a cache of its own.
type Desks struct{ known *cache.Cache }

// NewDesks makes one with a time.
func NewDesks() *Desks { return &Desks{known: cache.New(5*time.Minute, time.Hour)} }

// Token is kept for five minutes.
func (d *Desks) Token(ctx context.Context, desk string) (string, error) {
	if v, ok := d.known.Get(desk); ok {
		return v.(string), nil
	}
	a, err := auth.Fetch(ctx)
	if err != nil {
		return "", err
	}
	d.known.Set(desk, a.Access, cache.DefaultExpiration)
	return a.Access, nil
}

// Forever says otherwise.
func (d *Desks) Forever(ctx context.Context, desk string) error {
	a, err := auth.Fetch(ctx)
	if err == nil {
		d.known.Set(desk, a.Access, cache.NoExpiration) // want `Desks.known keeps an access token`
	}
	return err
}

// Branches has a map that its constructor makes.
type Branches struct{ tokens map[string]string }

// NewBranches makes it.
func NewBranches() *Branches { return &Branches{tokens: make(map[string]string)} }

// Token is the first of a branch.
func (b *Branches) Token(ctx context.Context, id string) (string, error) {
	if t, ok := b.tokens[id]; ok {
		return t, nil
	}
	a, err := auth.Fetch(ctx)
	if err != nil {
		return "", err
	}
	b.tokens[id] = a.Access // want `Branches.tokens keeps an access token`
	return a.Access, nil
}

var shared atomic.Pointer[string]

// Shared is the first of the program, by its address.
func Shared(ctx context.Context) (string, error) {
	if t := shared.Load(); t != nil {
		return *t, nil
	}
	a, err := auth.Fetch(ctx)
	if err != nil {
		return "", err
	}
	shared.Store(&a.Access) // want `shared keeps an access token`
	return a.Access, nil
}

// Signed has a function that knows the token.
type Signed struct{ sign func(*http.Request) }

// NewSigned makes one.
func NewSigned(ctx context.Context) (*Signed, error) {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return nil, err
	}
	value := "Bearer " + a.Access
	return &Signed{sign: func(r *http.Request) { r.Header.Set("Authorization", value) }}, nil // want `Signed.sign keeps an access token`
}

// Devices uses it.
func (s *Signed) Devices(ctx context.Context) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/devices", nil)
	if err != nil {
		return nil, err
	}
	s.sign(req)
	return http.DefaultClient.Do(req)
}

// Resigned has one that fetches another when it is time.
type Resigned struct{ sign func(*http.Request) }

// NewResigned makes one.
func NewResigned(ctx context.Context) (*Resigned, error) {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return nil, err
	}
	token, since := a.Access, time.Now()
	return &Resigned{sign: func(r *http.Request) {
		if time.Since(since) > 10*time.Minute {
			if b, err := auth.Fetch(r.Context()); err == nil {
				token, since = b.Access, time.Now()
			}
		}
		r.Header.Set("Authorization", "Bearer "+token)
	}}, nil
}

// Asking has a function that fetches one each time.
type Asking struct {
	token func(context.Context) (string, error)
}

// NewAsking makes one.
func NewAsking() *Asking {
	return &Asking{token: func(ctx context.Context) (string, error) {
		a, err := auth.Fetch(ctx)
		return a.Access, err
	}}
}

// Devices uses it.
func (s *Asking) Devices(ctx context.Context) (*http.Response, error) {
	t, err := s.token(ctx)
	if err != nil {
		return nil, err
	}
	return get(ctx, t, "/pay-api/v1/devices")
}

func fetch(ctx context.Context) (string, error) {
	a, err := auth.Fetch(ctx)
	return a.Access, err
}

var first = lazy.First(fetch) // want `Once.v keeps an access token`

// Batches uses it.
func Batches(ctx context.Context) (*http.Response, error) {
	t, err := first.Value(ctx)
	if err != nil {
		return nil, err
	}
	return get(ctx, t, "/pay-api/v1/settlements/batches")
}

// Till has one in a field, and one that is made anew.
type Till struct {
	once  *lazy.Once[string]
	timed *lazy.Timed[string]
}

// NewTill makes one.
func NewTill() *Till {
	return &Till{
		once: lazy.First(fetch), // want `Once.v keeps an access token`
		timed: lazy.For(func(ctx context.Context) (string, time.Duration, error) {
			t, err := fetch(ctx)
			return t, 10 * time.Minute, err
		}),
	}
}

// Devices uses the one.
func (t *Till) Devices(ctx context.Context) (*http.Response, error) {
	tok, err := t.once.Value(ctx)
	if err != nil {
		return nil, err
	}
	return get(ctx, tok, "/pay-api/v1/devices")
}

// Batches uses the other.
func (t *Till) Batches(ctx context.Context) (*http.Response, error) {
	tok, err := t.timed.Value(ctx)
	if err != nil {
		return nil, err
	}
	return get(ctx, tok, "/pay-api/v1/settlements/batches")
}

// Read looks into the token itself.
type Read struct{ raw string }

// Token is a good one.
func (r *Read) Token(ctx context.Context) (string, error) {
	if r.raw != "" && r.left() > time.Minute {
		return r.raw, nil
	}
	a, err := auth.Fetch(ctx)
	if err == nil {
		r.raw = a.Access
	}
	return r.raw, err
}

func (r *Read) left() time.Duration {
	var claims jwt.RegisteredClaims
	if _, _, err := jwt.NewParser().ParseUnverified(r.raw, &claims); err != nil || claims.ExpiresAt == nil {
		return 0
	}
	return time.Until(claims.ExpiresAt.Time)
}

// Unread looks at whose token it is, and not at when it ends.
type Unread struct{ raw string }

// Token is the first.
func (u *Unread) Token(ctx context.Context) (string, error) {
	if u.raw != "" && u.subject() != "" {
		return u.raw, nil
	}
	a, err := auth.Fetch(ctx)
	if err == nil {
		u.raw = a.Access // want `Unread.raw keeps an access token`
	}
	return u.raw, err
}

func (u *Unread) subject() string {
	claims := jwt.MapClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(u.raw, claims); err != nil {
		return ""
	}
	sub, _ := claims["sub"].(string)
	return sub
}

type undated struct{}

func (undated) Token() (*oauth2.Token, error) {
	a, err := auth.Fetch(context.Background())
	if err != nil {
		return nil, err
	}
	return &oauth2.Token{AccessToken: a.Access}, nil
}

// Undated never asks the source again: a token without an end has none for the library.
func Undated() oauth2.TokenSource {
	return oauth2.ReuseTokenSource(nil, undated{}) // want `oauth2.ReuseTokenSource gives the same access token for ever`
}

// UndatedClient has such a source too.
func UndatedClient(ctx context.Context) *http.Client {
	return oauth2.NewClient(ctx, &undated{}) // want `oauth2.NewClient gives the same access token for ever`
}

// EachTime asks the source for each request.
func EachTime() *http.Client {
	return &http.Client{Timeout: time.Minute, Transport: &oauth2.Transport{Source: undated{}}}
}

type ended struct{}

func (ended) Token() (*oauth2.Token, error) {
	a, err := auth.Fetch(context.Background())
	if err != nil {
		return nil, err
	}
	t := &oauth2.Token{AccessToken: a.Access}
	t.Expiry = time.Now().Add(10 * time.Minute)
	return t, nil
}

// Ended is right.
func Ended(ctx context.Context) *http.Client {
	return oauth2.NewClient(ctx, oauth2.ReuseTokenSource(nil, ended{}))
}

// bearing is a transport by a function.
type bearing func(*http.Request) (*http.Response, error)

func (b bearing) RoundTrip(r *http.Request) (*http.Response, error) { return b(r) }

// Carried is a client whose transport knows the token.
func Carried(ctx context.Context) (*http.Client, error) {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return nil, err
	}
	return &http.Client{Timeout: time.Minute, Transport: bearing(func(r *http.Request) (*http.Response, error) { // want `http.Client sends an access token that is fetched once with every request`
		r = r.Clone(r.Context())
		r.Header.Set("Authorization", "Bearer "+a.Access)
		return http.DefaultTransport.RoundTrip(r)
	})}, nil
}

// Recarried fetches another one when the API refuses it.
func Recarried(ctx context.Context) (*http.Client, error) {
	token, err := fetch(ctx)
	if err != nil {
		return nil, err
	}
	send := func(r *http.Request) (*http.Response, error) {
		r = r.Clone(r.Context())
		r.Header.Set("Authorization", "Bearer "+token)
		return http.DefaultTransport.RoundTrip(r)
	}
	return &http.Client{Timeout: time.Minute, Transport: bearing(func(r *http.Request) (*http.Response, error) {
		resp, err := send(r)
		if err != nil || resp.StatusCode != http.StatusUnauthorized {
			return resp, err
		}
		resp.Body.Close()
		if token, err = fetch(r.Context()); err != nil {
			return nil, err
		}
		return send(r)
	})}, nil
}

// ShopTokens gives tokens, as its name says, and keeps the first.
type ShopTokens struct {
	mu   sync.Mutex
	text string
}

// Token is the first.
func (s *ShopTokens) Token(ctx context.Context) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.text == "" {
		a, err := auth.Fetch(ctx)
		if err != nil {
			return "", err
		}
		s.text = a.Access // want `ShopTokens.text keeps an access token`
	}
	return s.text, nil
}

// DatedToken knows for how long it has one.
type DatedToken struct {
	hc    *http.Client
	text  string
	until time.Time
}

// Get is the one of the hour.
func (d *DatedToken) Get(ctx context.Context) (string, error) {
	if time.Now().After(d.until) {
		a, err := auth.Fetch(ctx)
		if err != nil {
			return "", err
		}
		d.text, d.until = a.Access, time.Now().Add(time.Hour)
	}
	return d.text, nil
}

// Aisles has a map that its constructor makes, and a method that only asks.
type Aisles struct{ tokens map[string]string }

// NewAisles makes it.
func NewAisles() *Aisles { return &Aisles{tokens: map[string]string{}} }

// All is of all aisles.
func (s *Aisles) All(ctx context.Context, ids []string) (out []string, err error) {
	for _, id := range ids {
		t, err := s.token(ctx, id)
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, nil
}

func (s *Aisles) token(ctx context.Context, id string) (string, error) {
	if t := s.tokens[id]; t != "" {
		return t, nil
	}
	a, err := auth.Fetch(ctx)
	if err != nil {
		return "", err
	}
	s.tokens[id] = a.Access // want `Aisles.tokens keeps an access token`
	return a.Access, nil
}

// Relay has its header from its constructor.
type Relay struct{ header http.Header }

// NewRelay signs in.
func NewRelay(ctx context.Context) (*Relay, error) {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return nil, err
	}
	h := http.Header{}
	h.Set("Authorization", "Bearer "+a.Access)
	return &Relay{header: h}, nil // want `Relay.header keeps an access token`
}
