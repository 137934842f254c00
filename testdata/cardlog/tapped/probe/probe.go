// Package probe has transports that write down what goes over the wire.
package probe

import (
	"bytes"
	"encoding/json"
	"io"
	"log"
	"log/slog"
	"net/http"
	"net/http/httputil"
	"regexp"
	"time"
)

// Tape keeps whole requests.
type Tape struct{ Next http.RoundTripper }

// RoundTrip implements http.RoundTripper.
func (t Tape) RoundTrip(r *http.Request) (*http.Response, error) {
	if dump, err := httputil.DumpRequestOut(r, true); err == nil {
		slog.Debug("out", "request", string(dump))
	}
	return t.Next.RoundTrip(r)
}

// Spool reads the body and puts it back.
type Spool struct {
	Under http.RoundTripper
	Out   *slog.Logger
}

// RoundTrip implements http.RoundTripper.
func (s *Spool) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Body != nil {
		raw, err := io.ReadAll(r.Body)
		if err != nil {
			return nil, err
		}
		r.Body = io.NopCloser(bytes.NewReader(raw))
		s.Out.InfoContext(r.Context(), "out", "method", r.Method, "sent", string(raw))
	}
	return s.Under.RoundTrip(r)
}

// Copier reads a copy of the body.
type Copier struct{ http.RoundTripper }

// RoundTrip implements http.RoundTripper.
func (c Copier) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.GetBody != nil {
		again, _ := r.GetBody()
		raw, _ := io.ReadAll(again)
		log.Println("sent", string(raw))
	}
	return c.RoundTripper.RoundTrip(r)
}

// Tee keeps what is read of the body.
type Tee struct{ Next http.RoundTripper }

// RoundTrip implements http.RoundTripper.
func (t *Tee) RoundTrip(r *http.Request) (*http.Response, error) {
	clone := r.Clone(r.Context())
	var seen bytes.Buffer
	clone.Body = io.NopCloser(io.TeeReader(r.Body, &seen))
	res, err := t.Next.RoundTrip(clone)
	log.Printf("%s", seen.Bytes())
	return res, err
}

// Choosy keeps bodies if it is told to.
type Choosy struct {
	Next  http.RoundTripper
	Whole bool
}

// RoundTrip implements http.RoundTripper.
func (c Choosy) RoundTrip(r *http.Request) (*http.Response, error) {
	dump, _ := httputil.DumpRequestOut(r, c.Whole)
	log.Printf("%s", dump)
	return c.Next.RoundTrip(r)
}

// Muted does nothing until it is switched on.
type Muted struct {
	Next http.RoundTripper
	On   bool
}

// RoundTrip implements http.RoundTripper.
func (m *Muted) RoundTrip(r *http.Request) (*http.Response, error) {
	if m.On {
		dump, _ := httputil.DumpRequest(r, true)
		log.Printf("%s", dump)
	}
	return m.Next.RoundTrip(r)
}

// Head keeps the first lines.
type Head struct{ Next http.RoundTripper }

// RoundTrip implements http.RoundTripper.
func (h Head) RoundTrip(r *http.Request) (*http.Response, error) {
	dump, _ := httputil.DumpRequestOut(r, false)
	log.Printf("%s %s %s %v", dump, r.Method, r.URL, r.Header)
	return h.Next.RoundTrip(r)
}

var digits = regexp.MustCompile(`\d{6,}`)

// Veil hides the digits.
type Veil struct{ Next http.RoundTripper }

// RoundTrip implements http.RoundTripper.
func (v Veil) RoundTrip(r *http.Request) (*http.Response, error) {
	raw, _ := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(raw))
	log.Printf("%s", digits.ReplaceAll(raw, []byte("******")))
	return v.Next.RoundTrip(r)
}

// Hollow dumps a copy with another body.
type Hollow struct{ Next http.RoundTripper }

// RoundTrip implements http.RoundTripper.
func (h Hollow) RoundTrip(r *http.Request) (*http.Response, error) {
	bare := r.Clone(r.Context())
	bare.Body = http.NoBody
	dump, _ := httputil.DumpRequestOut(bare, true)
	log.Printf("%s", dump)
	return h.Next.RoundTrip(r)
}

// Answers keeps what comes back.
type Answers struct{ Next http.RoundTripper }

// RoundTrip implements http.RoundTripper.
func (a Answers) RoundTrip(r *http.Request) (*http.Response, error) {
	res, err := a.Next.RoundTrip(r)
	if err == nil {
		dump, _ := httputil.DumpResponse(res, true)
		log.Printf("%s", dump)
	}
	return res, err
}

// Gauge keeps how much and how long.
type Gauge struct{ Next http.RoundTripper }

// RoundTrip implements http.RoundTripper.
func (g Gauge) RoundTrip(r *http.Request) (*http.Response, error) {
	raw, _ := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(raw))
	from := time.Now()
	res, err := g.Next.RoundTrip(r)
	log.Println(len(raw), time.Since(from))
	return res, err
}

// Again repeats, and says nothing.
type Again struct{ Next http.RoundTripper }

// RoundTrip implements http.RoundTripper.
func (a Again) RoundTrip(r *http.Request) (*http.Response, error) {
	res, err := a.Next.RoundTrip(r)
	if err != nil {
		return a.Next.RoundTrip(r)
	}
	return res, nil
}

type reel struct{ next http.RoundTripper }

func (t *reel) RoundTrip(r *http.Request) (*http.Response, error) {
	dump, _ := httputil.DumpRequestOut(r, true)
	log.Print(string(dump))
	return t.next.RoundTrip(r)
}

// Around gives what writes down whole requests.
func Around(next http.RoundTripper) http.RoundTripper {
	if next == nil {
		next = http.DefaultTransport
	}
	return &reel{next}
}

// Timed gives what writes down how long they took.
func Timed(next http.RoundTripper) http.RoundTripper { return Gauge{next} }

// Func is a transport that is one function.
type Func func(*http.Request) (*http.Response, error)

// RoundTrip implements http.RoundTripper.
func (f Func) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// Line gives a function that writes down whole requests.
func Line(l *log.Logger, next http.RoundTripper) http.RoundTripper {
	return Func(func(r *http.Request) (*http.Response, error) {
		dump, _ := httputil.DumpRequestOut(r, true)
		l.Printf("%s", dump)
		return next.RoundTrip(r)
	})
}

// Client gives a client whose requests are written down.
func Client(limit time.Duration) (*http.Client, error) {
	return &http.Client{Timeout: limit, Transport: Around(nil)}, nil
}

// Plain gives one whose requests are not.
func Plain(limit time.Duration) *http.Client {
	return &http.Client{Timeout: limit, Transport: Timed(http.DefaultTransport)}
}

// Shared is a client whose requests are written down.
var Shared = &http.Client{Timeout: time.Minute, Transport: Tape{http.DefaultTransport}}

// Show writes one request down.
func Show(r *http.Request) {
	dump, _ := httputil.DumpRequestOut(r, true)
	log.Printf("%s", dump)
}

// Body reads the body of a request and puts it back.
func Body(r *http.Request) string {
	raw, _ := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(raw))
	return string(raw)
}

// Scrub keeps what a function makes of the body.
type Scrub struct {
	Next  http.RoundTripper
	Clean func([]byte) []byte
}

// RoundTrip implements http.RoundTripper.
func (s Scrub) RoundTrip(r *http.Request) (*http.Response, error) {
	raw, _ := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(raw))
	log.Printf("%s", s.Clean(raw))
	return s.Next.RoundTrip(r)
}

// Fields keeps the fields that are no card's.
type Fields struct{ Next http.RoundTripper }

// RoundTrip implements http.RoundTripper.
func (f Fields) RoundTrip(r *http.Request) (*http.Response, error) {
	raw, _ := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(raw))
	var m map[string]any
	if json.Unmarshal(raw, &m) == nil {
		delete(m, "card")
		slog.Info("out", "fields", m)
	}
	return f.Next.RoundTrip(r)
}
