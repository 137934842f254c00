// Package chosen gives options that are in the list on some paths only.
package chosen

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/google/uuid"
)

type settings struct {
	key   string
	trace string
}

type option func(*settings)

func withKey(k string) option { return func(s *settings) { s.key = k } }

func withTrace(t string) option { return func(s *settings) { s.trace = t } }

type shop struct {
	root string
	hc   *http.Client
}

func newShop() *shop {
	return &shop{root: "https://api.flute.com/v2/", hc: &http.Client{Timeout: 5 * time.Second}}
}

func (s *shop) post(ctx context.Context, path string, opts ...option) error {
	var set settings
	for _, o := range opts {
		o(&set)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, s.root+path, nil)
	if err != nil {
		return err
	}
	if set.trace != "" {
		req.Header.Set("X-Trace", set.trace)
	}
	if set.key != "" {
		req.Header.Set("Idempotency-Key", set.key)
	}
	resp, err := s.hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Late gives a key to some orders only.
func (s *shop) Late(ctx context.Context, order string, member bool) error {
	var opts []option
	if member {
		opts = append(opts, withKey("late-"+order))
	}
	return s.post(ctx, "transactions/"+order+"/capture", opts...) // want `POST .*/capture leaves without an idempotency key on some path`
}

// LateDigest makes it of a digest.
func (s *shop) LateDigest(ctx context.Context, order string, member bool) error {
	var opts []option
	if member {
		opts = append(opts, withKey(uuid.NewSHA1(uuid.NameSpaceURL, []byte(order)).String()))
	}
	return s.post(ctx, "transactions/"+order+"/capture", opts...) // want `leaves without an idempotency key on some path`
}

// LateFirst puts another option behind the one that may not be there.
func (s *shop) LateFirst(ctx context.Context, order string, member bool) error {
	opts := make([]option, 0, 2)
	if member {
		opts = append(opts, withKey("late-"+order))
	}
	opts = append(opts, withTrace(order))
	return s.post(ctx, "transactions/"+order+"/capture", opts...) // want `leaves without an idempotency key on some path`
}

// LateTwice has two options that may not be there.
func (s *shop) LateTwice(ctx context.Context, order string, member, traced bool) error {
	opts := []option{withTrace("late")}
	if traced {
		opts = append(opts, withTrace(order))
	}
	if member {
		opts = append(opts, withKey("late-"+order))
	}
	return s.post(ctx, "transactions/"+order+"/capture", opts...) // want `leaves without an idempotency key on some path`
}

func lateOptions(order string, member bool) []option {
	if member {
		return []option{withKey("late-" + order)}
	}
	return nil
}

// LateMade has the options from a function.
func (s *shop) LateMade(ctx context.Context, order string, member bool) error {
	return s.post(ctx, "transactions/"+order+"/capture", lateOptions(order, member)...) // want `leaves without an idempotency key on some path`
}

// Always gives a key, and sometimes another option before it.
func (s *shop) Always(ctx context.Context, order string, traced bool) error {
	var opts []option
	if traced {
		opts = append(opts, withTrace(order))
	}
	opts = append(opts, withKey("always-"+order))
	return s.post(ctx, "transactions/"+order+"/capture", opts...)
}

// AlwaysAfter gives it first.
func (s *shop) AlwaysAfter(ctx context.Context, order string, traced bool) error {
	opts := []option{withKey("always-" + order)}
	if traced {
		opts = append(opts, withTrace(order))
	}
	return s.post(ctx, "transactions/"+order+"/capture", opts...)
}

// Either gives one key or another.
func (s *shop) Either(ctx context.Context, order string, member bool) error {
	opts := []option{withTrace(order)}
	if member {
		opts = append(opts, withKey("member-"+order))
	} else {
		opts = append(opts, withKey("guest-"+order))
	}
	return s.post(ctx, "transactions/"+order+"/capture", opts...)
}

// Apart makes two lists in which the key has another place.
func (s *shop) Apart(ctx context.Context, order string, traced bool) error {
	opts := []option{withKey("apart-" + order)}
	if traced {
		opts = []option{withTrace(order), withKey("apart-" + order)}
	}
	return s.post(ctx, "transactions/"+order+"/capture", opts...)
}

// Given gives the key that a caller has, when it has one.
func (s *shop) Given(ctx context.Context, order, key string) error {
	var opts []option
	if key != "" {
		opts = append(opts, withKey(key))
	}
	opts = append(opts, withTrace(order))
	return s.post(ctx, "transactions/"+order+"/capture", opts...)
}

// GivenLast has it as the last of three options that may not be there.
func (s *shop) GivenLast(ctx context.Context, order, key string, traced bool) error {
	opts := []option{withTrace("last")}
	if traced {
		opts = append(opts, withTrace(order))
	}
	if key != "" {
		opts = append(opts, withKey(key))
	}
	return s.post(ctx, "transactions/"+order+"/capture", opts...)
}

type job struct {
	ID   int64
	Path string
}

// Insist posts where the job says, with another key each time.
func (s *shop) Insist(ctx context.Context, j job) (err error) {
	for n := range 3 {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, s.root+j.Path, nil) // want `gets another idempotency key for each attempt`
		if err != nil {
			return err
		}
		req.Header.Set("Idempotency-Key", fmt.Sprintf("job-%d-%d", j.ID, n))
		if _, err = s.hc.Do(req); err == nil {
			return nil
		}
		time.Sleep(time.Second << n)
	}
	return err
}

// InsistKeyed posts there with the key of the job.
func (s *shop) InsistKeyed(ctx context.Context, j job) (err error) {
	for n := range 3 {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, s.root+j.Path, nil)
		if err != nil {
			return err
		}
		req.Header.Set("Idempotency-Key", fmt.Sprintf("job-%d", j.ID))
		if _, err = s.hc.Do(req); err == nil {
			return nil
		}
		time.Sleep(time.Second << n)
	}
	return err
}

type part interface{ apply(http.Header) }

type keyPart string

func (k keyPart) apply(h http.Header) { h.Set("Idempotency-Key", string(k)) }

type tracePart string

func (t tracePart) apply(h http.Header) { h.Set("X-Trace", string(t)) }

func (s *shop) send(ctx context.Context, path string, parts ...part) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, s.root+path, nil)
	if err != nil {
		return err
	}
	for _, p := range parts {
		p.apply(req.Header)
	}
	resp, err := s.hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Parts has the key in some lists.
func (s *shop) Parts(ctx context.Context, order string, member bool) error {
	var parts []part
	if member {
		parts = append(parts, keyPart("part-"+order))
	}
	parts = append(parts, tracePart(order))
	return s.send(ctx, "transactions/"+order+"/capture", parts...) // want `leaves without an idempotency key on some path`
}

// PartsKeyed has it in all.
func (s *shop) PartsKeyed(ctx context.Context, order string, traced bool) error {
	var parts []part
	if traced {
		parts = append(parts, tracePart(order))
	}
	parts = append(parts, keyPart("part-"+order))
	return s.send(ctx, "transactions/"+order+"/capture", parts...)
}
