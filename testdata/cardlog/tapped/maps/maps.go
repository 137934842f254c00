// Package maps has no type for cards: it sends them as maps, with transports of its own.
package maps

import (
	"bytes"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"net/http/httputil"
	"time"
)

const sales = "https://api.flute.com/v2/transactions"

func request(v any) *http.Request {
	raw, _ := json.Marshal(v)
	req, _ := http.NewRequest(http.MethodPost, sales, bytes.NewReader(raw))
	return req
}

func body(pan, cvv string) map[string]any {
	return map[string]any{"cardNumber": pan, "cvv": cvv}
}

type recorder struct{ next http.RoundTripper }

func (r recorder) RoundTrip(req *http.Request) (*http.Response, error) {
	dump, _ := httputil.DumpRequestOut(req, true)
	log.Printf("%s", dump)
	return r.next.RoundTrip(req)
}

type passer struct{ next http.RoundTripper }

func (p passer) RoundTrip(req *http.Request) (*http.Response, error) { return p.next.RoundTrip(req) }

// One keeps what it sends.
type One struct{ hc http.Client }

// NewOne makes a One.
func NewOne() *One {
	o := &One{hc: http.Client{Timeout: time.Second}}
	o.hc.Transport = passer{recorder{http.DefaultTransport}}
	return o
}

// Pay sends a card.
func (o *One) Pay(pan, cvv string) error {
	_, err := o.hc.Do(request(body(pan, cvv))) // want `request\(body\(pan, cvv\)\) shows the card number and security code in clear to maps.recorder.RoundTrip`
	return err
}

// Refund sends none.
func (o *One) Refund(id string) error {
	_, err := o.hc.Do(request(map[string]any{"transactionId": id}))
	return err
}

// Two has the same kind of transport around another one.
type Two struct{ hc http.Client }

// NewTwo makes a Two.
func NewTwo() *Two { return &Two{http.Client{Transport: passer{http.DefaultTransport}}} }

// Pay sends a card.
func (t *Two) Pay(pan, cvv string) error {
	_, err := t.hc.Do(request(body(pan, cvv)))
	return err
}

// middleware is a transport by a function around a function.
type middleware func(*http.Request) (*http.Response, error)

func (m middleware) RoundTrip(r *http.Request) (*http.Response, error) { return m(r) }

func recording(next http.RoundTripper) http.RoundTripper {
	return middleware(func(r *http.Request) (*http.Response, error) {
		raw, _ := io.ReadAll(r.Body)
		r.Body = io.NopCloser(bytes.NewReader(raw))
		log.Println(string(raw))
		return next.RoundTrip(r)
	})
}

func counting(next http.RoundTripper) http.RoundTripper {
	return middleware(func(r *http.Request) (*http.Response, error) {
		log.Println(r.Method, r.ContentLength)
		return next.RoundTrip(r)
	})
}

func functions(pan, cvv string) {
	hc := &http.Client{Transport: counting(recording(http.DefaultTransport))}
	_, _ = hc.Do(request(body(pan, cvv))) // want `shows the card number and security code`
	_, _ = hc.Do(request(map[string]any{"order": 7}))
	hc = &http.Client{Transport: counting(http.DefaultTransport)}
	_, _ = hc.Do(request(body(pan, cvv)))
}

// sender is what the calls go through.
type sender interface {
	Do(*http.Request) (*http.Response, error)
}

// noisy is a client around a client.
type noisy struct{ inner sender }

func (n noisy) Do(req *http.Request) (*http.Response, error) {
	dump, _ := httputil.DumpRequest(req, true)
	log.Printf("%s", dump)
	return n.inner.Do(req)
}

// Three sends by an interface.
type Three struct{ cards, lists sender }

// NewThree makes a Three.
func NewThree() *Three {
	return &Three{cards: http.DefaultClient, lists: noisy{http.DefaultClient}}
}

// Pay sends cards both ways.
func (t *Three) Pay(pan, cvv string) {
	_, _ = t.cards.Do(request(body(pan, cvv)))
	_, _ = t.lists.Do(request(body(pan, cvv))) // want `shows the card number and security code`
	_, _ = t.lists.Do(request(map[string]any{"page": 1}))
}

// helper writes a request down.
func helper(r *http.Request) {
	dump, _ := httputil.DumpRequest(r, true)
	log.Printf("%s", dump)
}

func helped(pan, cvv string) {
	helper(request(body(pan, cvv))) // want `request\(body\(pan, cvv\)\) shows the card number and security code in clear to helper`
	helper(request(map[string]any{"order": 7}))
}

// served gets requests and hands them on.
func served(w http.ResponseWriter, r *http.Request) {
	helper(r)
	out := r.Clone(r.Context())
	res, err := NewOne().hc.Do(out)
	if err != nil {
		http.Error(w, "bad gateway", http.StatusBadGateway)
		return
	}
	w.WriteHeader(res.StatusCode)
}
