// Package limits bounds clients when it is asked to.
package limits

import (
	"net/http"
	"os"
	"time"
)

// Option bounds a client.
type Option interface{ apply(*http.Client) }

type limit time.Duration

func (l limit) apply(hc *http.Client) { hc.Timeout = time.Duration(l) }

// Within is the option of a limit.
func Within(d time.Duration) Option { return limit(d) }

// Reader reads sessions.
type Reader struct {
	base string
	http *http.Client
}

// New returns a reader; who asks for no limit has none.
func New(opts ...Option) *Reader {
	hc := &http.Client{}
	for _, o := range opts {
		o.apply(hc)
	}
	return &Reader{base: os.Getenv("FLUTE_BASE_URL"), http: hc}
}

// Bounded gives a limit.
func Bounded() *Reader { return New(Within(10 * time.Second)) }

// Session reads one.
func (r *Reader) Session(id string) error { return get(r.http, r.base, id) }

// Config is a limit as data.
type Config struct{ Timeout, Idle time.Duration }

func (c Config) client() *http.Client {
	hc := &http.Client{}
	if c.Timeout > 0 {
		hc.Timeout = c.Timeout
	}
	return hc
}

// Desk reads sessions for a desk.
type Desk struct {
	base string
	http *http.Client
}

// NewDesk returns a desk whose limit is in the configuration.
func NewDesk(cfg Config) *Desk {
	return &Desk{os.Getenv("FLUTE_BASE_URL"), cfg.client()}
}

// Front is a desk with a limit.
func Front() *Desk { return NewDesk(Config{Timeout: time.Minute}) }

// Session reads one.
func (d *Desk) Session(id string) error { return get(d.http, d.base, id) }

// Kiosk reads sessions for a kiosk.
type Kiosk struct {
	base string
	http *http.Client
}

// NewKiosk returns a kiosk whose limit is given as seconds.
func NewKiosk(seconds int) *Kiosk {
	hc := &http.Client{} // want `no timeout`
	if seconds > 0 {
		hc.Timeout = time.Duration(seconds) * time.Second
	}
	return &Kiosk{os.Getenv("FLUTE_BASE_URL"), hc}
}

// Lobby is a kiosk without a limit.
func Lobby() *Kiosk { return NewKiosk(0) }

// Session reads one.
func (k *Kiosk) Session(id string) error { return get(k.http, k.base, id) }

// Hall reads sessions within the time that the environment says, if it does.
func Hall(id string) error {
	hc := &http.Client{} // want `a timeout of zero`
	if d, err := time.ParseDuration(os.Getenv("HALL_WAIT")); err == nil {
		hc.Timeout = d
	}
	return get(hc, os.Getenv("FLUTE_BASE_URL"), id)
}

// Post reads sessions for a post that may have a limit: nobody gives it one.
type Post struct {
	base  string
	limit time.Duration
}

// NewPost returns a post.
func NewPost() *Post { return &Post{base: os.Getenv("FLUTE_BASE_URL")} }

func (p *Post) client() *http.Client {
	hc := &http.Client{} // want `a timeout of zero`
	if p.limit > 0 {
		hc.Timeout = p.limit
	}
	return hc
}

// Session reads one.
func (p *Post) Session(id string) error { return get(p.client(), p.base, id) }

// Guard reads sessions for a guard, who has a limit.
type Guard struct {
	base  string
	limit time.Duration
}

// NewGuard returns a guard.
func NewGuard() *Guard { return &Guard{base: os.Getenv("FLUTE_BASE_URL"), limit: time.Second} }

func (g *Guard) client() *http.Client {
	hc := &http.Client{}
	if g.limit > 0 {
		hc.Timeout = g.limit
	}
	return hc
}

// Session reads one.
func (g *Guard) Session(id string) error { return get(g.client(), g.base, id) }

func get(hc *http.Client, base, id string) error {
	resp, err := hc.Get(base + "/v2/payment-sessions/" + id)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
