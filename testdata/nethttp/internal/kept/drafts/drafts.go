// Package drafts makes requests now and sends them later.
package drafts

import (
	"context"
	"net/http"
	"time"
)

const root = "https://api.flute.com/v2/transactions/"

var hc = &http.Client{Timeout: 20 * time.Second}

func do(req *http.Request) error {
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Draft may get a key.
type Draft struct{ req *http.Request }

// Capture drafts a capture.
func Capture(ctx context.Context, id string) (Draft, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, root+id+"/capture", http.NoBody)
	return Draft{req}, err
}

// Keyed is the draft with a key.
func (d Draft) Keyed(k string) Draft {
	r := d.req.Clone(d.req.Context())
	r.Header.Set("Idempotency-Key", k)
	return Draft{r}
}

// Send leaves it to its callers whether there is a key.
func (d Draft) Send() error { return do(d.req) }

// Once sends with a key.
func Once(ctx context.Context, key, id string) error {
	d, err := Capture(ctx, id)
	if err != nil {
		return err
	}
	return d.Keyed(key).Send()
}

// Lost forgets what Keyed returns.
func Lost(ctx context.Context, key, id string) error {
	d, err := Capture(ctx, id) // want `leaves without an idempotency key`
	if err != nil {
		return err
	}
	d.Keyed(key)
	return d.Send()
}

// Letter has a request that a caller gives a key.
type Letter struct{ Req *http.Request }

// Void is a letter.
func Void(id string) (*Letter, error) {
	req, err := http.NewRequest(http.MethodPost, root+id+"/reversal", http.NoBody)
	if err != nil {
		return nil, err
	}
	return &Letter{Req: req}, nil
}

// Post sends it.
func (l *Letter) Post() error { return do(l.Req) }

// PostOnce gives it the key.
func PostOnce(id, key string) error {
	l, err := Void(id)
	if err != nil {
		return err
	}
	l.Req.Header.Set("Idempotency-Key", key)
	return l.Post()
}
