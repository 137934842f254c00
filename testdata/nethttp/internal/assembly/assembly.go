// Package assembly has bodies, keys and clients that take a detour: a template, a pipe, a
// channel, the function that a retry library calls between attempts.
package assembly

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptrace"
	"text/template"
	"time"

	"github.com/avast/retry-go/v4"
	"github.com/cenkalti/backoff/v4"
)

const sales = "https://api.flute.com/v2/transactions"

var limited = &http.Client{Timeout: 15 * time.Second}

// Order is what is sold.
type Order struct{ Number, Amount string }

var (
	bare   = template.Must(template.New("bare").Parse(`{"amount": {{.Amount}}}`))
	marked = template.Must(template.New("marked").Parse(`{"amount": {{.Amount}}, "referenceId": "order-{{.Number}}"}`))
)

// Bare writes a body that has no reference.
func Bare(ctx context.Context, o Order) error {
	var b bytes.Buffer
	if err := bare.Execute(&b, o); err != nil {
		return err
	}
	return send(ctx, &b) // want `POST https://api.flute.com/v2/transactions leaves without an idempotency key; a repeated request is taken for a new one`
}

// Marked writes one that has.
func Marked(ctx context.Context, o Order) error {
	var b bytes.Buffer
	if err := marked.Execute(&b, o); err != nil {
		return err
	}
	return send(ctx, &b)
}

// Chosen takes a template from somewhere.
func Chosen(ctx context.Context, t *template.Template, o Order) error {
	var b bytes.Buffer
	if err := t.Execute(&b, o); err != nil {
		return err
	}
	return send(ctx, &b)
}

// Piped writes the body while it is sent.
func Piped(ctx context.Context, o Order) error {
	r, w := io.Pipe()
	go func() { w.CloseWithError(json.NewEncoder(w).Encode(map[string]string{"amount": o.Amount})) }()
	return send(ctx, r) // want `POST https://api.flute.com/v2/transactions leaves without an idempotency key; a repeated request is taken for a new one`
}

// PipedMarked does so with a reference.
func PipedMarked(ctx context.Context, o Order) error {
	r, w := io.Pipe()
	go func() {
		w.CloseWithError(json.NewEncoder(w).Encode(map[string]string{"amount": o.Amount, "referenceId": "o-" + o.Number}))
	}()
	return send(ctx, r)
}

func send(ctx context.Context, body io.Reader) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, sales, body)
	if err != nil {
		return err
	}
	return do(limited, req)
}

func do(hc *http.Client, req *http.Request) error {
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Numbered has the number of the attempt in its key: the library counts.
func Numbered(ctx context.Context, id string) error {
	var n uint
	return retry.Do(func() error {
		return void(ctx, id, fmt.Sprintf("void-%s-%d", id, n)) // want `POST https://api.flute.com/v2/transactions/./void gets another idempotency key for each attempt; a retry is taken for a new request`
	}, retry.Attempts(3), retry.OnRetry(func(i uint, _ error) { n = i + 1 }))
}

// Counted counts the attempts for the log alone.
func Counted(ctx context.Context, id string) error {
	var n uint
	defer func() { println(n) }()
	return retry.Do(func() error { return void(ctx, id, "void-"+id) }, retry.OnRetry(func(i uint, _ error) { n = i }))
}

// Notified counts in the function that backoff notifies.
func Notified(ctx context.Context, id string) error {
	n := 0
	return backoff.RetryNotify(func() error {
		return void(ctx, id, fmt.Sprintf("void-%s-%d", id, n)) // want `POST https://api.flute.com/v2/transactions/./void gets another idempotency key for each attempt; a retry is taken for a new request`
	}, backoff.NewExponentialBackOff(), func(error, time.Duration) { n++ })
}

func void(ctx context.Context, id, key string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, sales+"/"+id+"/void", nil)
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", key)
	return do(limited, req)
}

// Daily writes the parts of the date.
func Daily(ctx context.Context, id string) error {
	at := time.Now()
	return void(ctx, id, fmt.Sprintf("void-%d-%02d-%02d", at.Year(), at.Month(), at.Day())) // want `POST https://api.flute.com/v2/transactions/./void has clock time alone for an idempotency key; two requests can share it and a retry cannot find it again`
}

// DailyOf writes them beside the payment.
func DailyOf(ctx context.Context, id string) error {
	at := time.Now()
	return void(ctx, id, fmt.Sprintf("void-%s-%d-%02d", id, at.Year(), at.YearDay()))
}

// Traced ends after a while: a trace is made of a context with a deadline.
func Traced(id string) error {
	ctx, stop := context.WithTimeout(context.Background(), time.Second)
	defer stop()
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{})
	return read(ctx, &http.Client{}, id)
}

// TracedLong does not end.
func TracedLong(id string) error {
	ctx := httptrace.WithClientTrace(context.Background(), &httptrace.ClientTrace{})
	return read(ctx, &http.Client{}, id) // want `the http.Client that sends GET https://api.flute.com/v2/transactions/. has no timeout; a silent server holds the caller for ever`
}

func read(ctx context.Context, hc *http.Client, id string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, sales+"/"+id, nil)
	if err != nil {
		return err
	}
	return do(hc, req)
}

// Pool lends clients.
type Pool struct{ idle chan *http.Client }

// NewPool fills a pool with clients that wait for ever.
func NewPool(n int) *Pool {
	p := &Pool{idle: make(chan *http.Client, n)}
	for range n {
		p.idle <- &http.Client{Transport: &http.Transport{}} // want `the http.Client that sends GET https://api.flute.com/v2/transactions/. has no timeout; a silent server holds the caller for ever`
	}
	return p
}

// Read borrows a client.
func (p *Pool) Read(ctx context.Context, id string) error {
	hc := <-p.idle
	defer func() { p.idle <- hc }()
	return read(ctx, hc, id)
}

// Bench lends clients with a limit.
type Bench struct{ idle chan *http.Client }

// NewBench fills a bench.
func NewBench(n int) *Bench {
	b := &Bench{idle: make(chan *http.Client, n)}
	for range n {
		b.idle <- &http.Client{Timeout: time.Minute}
	}
	return b
}

// Read borrows a client.
func (b *Bench) Read(ctx context.Context, id string) error {
	hc := <-b.idle
	defer func() { b.idle <- hc }()
	return read(ctx, hc, id)
}

// stamping sets a key on what passes.
type stamping struct {
	key  string
	next http.RoundTripper
}

// RoundTrip implements http.RoundTripper.
func (s stamping) RoundTrip(r *http.Request) (*http.Response, error) {
	c := r.Clone(r.Context())
	c.Header.Set("Idempotency-Key", s.key)
	return s.next.RoundTrip(c)
}

// settle fixes method and path; who calls it gives the client, and with it the key.
func settle(ctx context.Context, hc *http.Client) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://api.flute.com/pay-api/v1/transactions/settle", nil)
	if err != nil {
		return err
	}
	return do(hc, req)
}

// SettleKeyed gives a client that sets the key of the batch.
func SettleKeyed(ctx context.Context, batch string) error {
	return settle(ctx, &http.Client{Timeout: time.Minute, Transport: stamping{"settle-" + batch, http.DefaultTransport}})
}

// SettleBare gives one that sets none.
func SettleBare(ctx context.Context) error {
	return settle(ctx, limited) // want `POST https://api.flute.com/pay-api/v1/transactions/settle leaves without an idempotency key; a repeated request is taken for a new one`
}

// Ping fixes everything, and no client that it is given makes a key.
func Ping(ctx context.Context, hc *http.Client) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://api.flute.com/pay-api/v1/transactions/void", nil) // want `POST https://api.flute.com/pay-api/v1/transactions/void leaves without an idempotency key; a repeated request is taken for a new one`
	if err != nil {
		return err
	}
	return do(hc, req)
}

// PingAll calls it.
func PingAll(ctx context.Context) error { return Ping(ctx, limited) }
