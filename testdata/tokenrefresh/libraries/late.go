package libraries

import (
	"context"
	"os"
	"sync"
	"time"

	"github.com/go-resty/resty/v2"
	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"
	"golang.org/x/sync/singleflight"
)

var desk = resty.New().SetBaseURL(os.Getenv("AURORA_BASE_URL")).SetTimeout(time.Minute)

// Start gives the client of the package its token.
func Start() error {
	t, err := fetched()
	if err != nil {
		return err
	}
	desk.SetHeader("Authorization", "Bearer "+t) // want `resty.Client sends an access token that is fetched once with every request`
	return nil
}

// Devices uses it.
func Devices(ctx context.Context) (*resty.Response, error) {
	return desk.R().SetContext(ctx).Get("/pay-api/v1/devices")
}

var paired = resty.New().SetBaseURL(os.Getenv("AURORA_BASE_URL")).SetTimeout(time.Minute)

// Pair gives each request a new token.
func Pair() {
	paired.OnBeforeRequest(func(_ *resty.Client, r *resty.Request) error {
		t, err := fetched()
		r.SetAuthToken(t)
		return err
	})
}

// Frozen asks its configuration once.
type Frozen struct {
	once sync.Once
	cfg  *clientcredentials.Config
	tok  *oauth2.Token
	err  error
}

// NewFrozen makes one.
func NewFrozen() *Frozen { return &Frozen{cfg: config()} }

// Token is the first.
func (f *Frozen) Token(ctx context.Context) (*oauth2.Token, error) {
	f.once.Do(func() { f.tok, f.err = f.cfg.Token(ctx) }) // want `Frozen.tok keeps an access token that is fetched once`
	return f.tok, f.err
}

// Joined signs in once however many ask.
type Joined struct {
	group  singleflight.Group
	mu     sync.Mutex
	answer *answer
}

// Header signs.
func (j *Joined) Header(ctx context.Context) (string, error) {
	j.mu.Lock()
	have := j.answer
	j.mu.Unlock()
	if have == nil {
		v, err, _ := j.group.Do("", func() (any, error) {
			t, err := fetched()
			return &answer{t}, err
		})
		if err != nil {
			return "", err
		}
		have = v.(*answer)
		j.mu.Lock()
		j.answer = have // want `Joined.answer keeps an access token that is fetched once`
		j.mu.Unlock()
	}
	return "Bearer " + have.AccessToken, nil
}
