// Package captured has errors that function literals leave in the variables around them.
package captured

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"strings"
	"time"
)

var client = &http.Client{Timeout: 10 * time.Second}

func void(ctx context.Context, key string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://api.flute.com/pay-api/v1/transactions/void", strings.NewReader(`{}`))
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", key)
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		text, _ := io.ReadAll(resp.Body)
		return fmt.Errorf("void: %s", text)
	}
	return nil
}

func within(lock chan struct{}, do func()) {
	lock <- struct{}{}
	defer func() { <-lock }()
	do()
}

func waits(n int) iter.Seq[time.Duration] {
	return func(yield func(time.Duration) bool) {
		for i := range n {
			if !yield(time.Second << i) {
				return
			}
		}
	}
}

type desk struct{ lock chan struct{} }

func (d *desk) Locked(w http.ResponseWriter, r *http.Request) {
	var err error
	within(d.lock, func() { err = void(r.Context(), r.FormValue("id")) })
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway) // want `shows the customer an error of the payment API`
	}
}

func (d *desk) LockedOK(w http.ResponseWriter, r *http.Request) {
	var err error
	within(d.lock, func() {
		if void(r.Context(), r.FormValue("id")) != nil {
			err = errors.New("the payment is still there")
		}
	})
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func again(ctx context.Context, id string) error {
	var last error
	for wait := range waits(3) {
		if last = void(ctx, id); last == nil {
			return nil
		}
		time.Sleep(wait)
	}
	return last
}

func (d *desk) Again(w http.ResponseWriter, r *http.Request) {
	if err := again(r.Context(), r.FormValue("id")); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway) // want `shows the customer an error of the payment API`
	}
}

func first(ctx context.Context, ids iter.Seq[string]) error {
	for id := range ids {
		if err := void(ctx, id); err != nil {
			return err
		}
	}
	return nil
}

func (d *desk) All(w http.ResponseWriter, r *http.Request) {
	if err := first(r.Context(), strings.SplitSeq(r.FormValue("ids"), ",")); err != nil {
		fmt.Fprintf(w, "not all are void: %v", err) // want `shows the customer an error of the payment API`
	}
}

// voider keeps, from a goroutine, what went wrong last.
type voider struct {
	last error
	ok   error
}

func (v *voider) Start(ctx context.Context, key string) {
	go func() {
		if err := void(ctx, key); err != nil {
			v.last = err
			v.ok = errors.New("the void did not go through")
		}
	}()
}

func (v *voider) Status(w http.ResponseWriter, r *http.Request) {
	if v.last != nil {
		fmt.Fprintf(w, "last: %v", v.last) // want `shows the customer an error of the payment API`
	}
}

func (v *voider) Brief(w http.ResponseWriter, r *http.Request) {
	if v.ok != nil {
		fmt.Fprintf(w, "last: %v", v.ok)
	}
}

// ticket is one void that has to be made, box has them all, runner makes them and board shows them.
type ticket struct {
	ID   string `json:"id"`
	Note string `json:"note"`
	Text string `json:"text"`
}

type box struct{ tickets map[string]*ticket }

func (b *box) put(t ticket) { b.tickets[t.ID] = &t }

func (b *box) find(id string) (ticket, bool) {
	if t, ok := b.tickets[id]; ok {
		return *t, true
	}
	return ticket{}, false
}

type runner struct {
	box  *box
	calm *calmBox
}

func (r *runner) run(ctx context.Context, t ticket) {
	if err := void(ctx, t.ID); err != nil {
		t.Note, t.Text = err.Error(), "not voided"
	}
	r.box.put(t)
	r.calm.texts = append(r.calm.texts, t.Text)
}

type board struct {
	box  *box
	calm *calmBox
}

func (b *board) show(w http.ResponseWriter, r *http.Request) {
	if t, ok := b.box.find(r.FormValue("id")); ok {
		json.NewEncoder(w).Encode(t) // want `shows the customer an error of the payment API`
	}
}

func (b *board) brief(w http.ResponseWriter, r *http.Request) {
	if t, ok := b.box.find(r.FormValue("id")); ok {
		fmt.Fprintln(w, t.ID, t.Text)
	}
	fmt.Fprintln(w, b.calm.texts)
}

type calmBox struct{ texts []string }
