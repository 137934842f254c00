// Package tapped sends cards with clients whose transports are of other packages.
package tapped

import (
	"bytes"
	"context"
	"encoding/json"
	"log"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/auroravet/auroravet/testdata/cardlog/tapped/gate"
	"github.com/auroravet/auroravet/testdata/cardlog/tapped/outlet"
	"github.com/auroravet/auroravet/testdata/cardlog/tapped/probe"
)

const sales = "https://api.flute.com/v2/transactions"

// Keyed is a sale whose card was typed in.
type Keyed struct {
	Order      string
	CardNumber string
	CVV        string
}

func sale(k Keyed) *http.Request {
	raw, _ := json.Marshal(k)
	req, _ := http.NewRequest(http.MethodPost, sales, bytes.NewReader(raw))
	req.Header.Set("Content-Type", "application/json")
	return req
}

// Till has a client of its own.
type Till struct {
	http *http.Client
	base string
}

// NewTill makes a Till.
func NewTill() *Till {
	return &Till{http: &http.Client{Timeout: time.Minute, Transport: probe.Tape{Next: http.DefaultTransport}}, base: sales}
}

// Pay sends a card.
func (t *Till) Pay(ctx context.Context, k Keyed) error {
	raw, err := json.Marshal(map[string]any{"accountNumber": k.CardNumber, "securityCode": k.CVV, "amount": 12})
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, t.base, bytes.NewReader(raw))
	if err != nil {
		return err
	}
	_, err = t.http.Do(req) // want `req shows the card number and security code in clear to probe.Tape.RoundTrip`
	return err
}

// Token sends none.
func (t *Till) Token(token string) error {
	raw, _ := json.Marshal(map[string]any{"paymentMethodId": token, "amount": 12})
	req, err := http.NewRequest(http.MethodPost, t.base, bytes.NewReader(raw))
	if err != nil {
		return err
	}
	_, err = t.http.Do(req)
	return err
}

// Form sends a form.
func (t *Till) Form(k Keyed) error {
	form := url.Values{}
	form.Set("card_number", k.CardNumber)
	form.Set("cvv", k.CVV)
	if _, err := t.http.PostForm(t.base, form); err != nil { // want `form shows the card number and security code`
		return err
	}
	_, err := t.http.Post(t.base, "application/x-www-form-urlencoded", strings.NewReader(form.Encode())) // want `shows the card number and security code`
	if err == nil {
		_, err = t.http.Get(t.base + "/1")
	}
	return err
}

// send sends what its callers made.
func (t *Till) send(req *http.Request) error {
	req.Header.Set("X-Till", "7")
	_, err := t.http.Do(req)
	return err
}

func (t *Till) sent(k Keyed) error {
	if err := t.send(sale(k)); err != nil { // want `sale\(k\) shows the card number and security code in clear to send`
		return err
	}
	req, _ := http.NewRequest(http.MethodGet, t.base, nil)
	return t.send(req)
}

// Counter has several clients.
type Counter struct{ cards, reports, lists *http.Client }

func newCounter(l *slog.Logger) *Counter {
	c := &Counter{
		cards:   &http.Client{Timeout: time.Minute},
		reports: &http.Client{Timeout: time.Minute, Transport: &probe.Spool{Under: http.DefaultTransport, Out: l}},
		lists:   &http.Client{},
	}
	c.lists.Transport = probe.Around(http.DefaultTransport)
	return c
}

func (c *Counter) pay(k Keyed) {
	_, _ = c.cards.Do(sale(k))
	_, _ = c.reports.Do(sale(k)) // want `sale\(k\) shows the card number and security code in clear to probe.Spool.RoundTrip`
	_, _ = c.lists.Do(sale(k))   // want `sale\(k\) shows the card number and security code in clear to probe.reel.RoundTrip`
}

func (c *Counter) report() {
	req, _ := http.NewRequest(http.MethodGet, sales+"?from=today", nil)
	_, _ = c.reports.Do(req)
}

// in chains, and by what wraps
func chained(k Keyed) {
	out := http.DefaultTransport
	inner := &http.Client{Transport: probe.Again{Next: probe.Copier{RoundTripper: out}}}
	_, _ = inner.Do(sale(k)) // want `sale\(k\) shows`
	own := &http.Client{Transport: signing{next: &probe.Tee{Next: out}}}
	_, _ = own.Do(sale(k)) // want `sale\(k\) shows`
	quiet := &http.Client{Transport: signing{next: probe.Again{Next: out}}}
	_, _ = quiet.Do(sale(k))
	wrapped := &http.Client{Transport: probe.Timed(probe.Line(log.Default(), out))}
	_, _ = wrapped.Do(sale(k)) // want `sale\(k\) shows`
	late := &http.Client{}
	_, _ = late.Do(sale(k))
	late.Transport = probe.Around(late.Transport)
	_, _ = late.Do(sale(k).WithContext(context.Background())) // want `shows`
	if os.Getenv("TRACE") != "" {
		quiet.Transport = probe.Tape{Next: quiet.Transport}
	}
	_, _ = quiet.Do(sale(k)) // want `sale\(k\) shows`
}

// signing is a transport of this package that says nothing.
type signing struct{ next http.RoundTripper }

func (s signing) RoundTrip(r *http.Request) (*http.Response, error) {
	r.Header.Set("Authorization", "Bearer "+os.Getenv("FLUTE_TOKEN"))
	return s.next.RoundTrip(r)
}

// clients that other packages make
func made(k Keyed) {
	hc, err := probe.Client(time.Second)
	if err != nil {
		return
	}
	_, _ = hc.Do(sale(k)) // want `sale\(k\) shows`
	_, _ = probe.Plain(time.Second).Do(sale(k))
	_, _ = outlet.Watched().Do(sale(k)) // want `sale\(k\) shows the card number and security code in clear to probe.Tape.RoundTrip`
	_, _ = outlet.Usual().Do(sale(k))
	_, _ = outlet.Off().Do(sale(k))
	_, _ = probe.Shared.Do(sale(k))             // want `sale\(k\) shows`
	_, _ = watchedOnce().Do(sale(k))            // want `sale\(k\) shows`
	_, _ = probe.Around(nil).RoundTrip(sale(k)) // want `sale\(k\) shows`
	_, _ = probe.Timed(nil).RoundTrip(sale(k))
}

func watchedOnce() *http.Client {
	hc := outlet.Watched()
	hc.Timeout = time.Minute
	return hc
}

var shared = &http.Client{Transport: &probe.Muted{Next: http.DefaultTransport, On: true}}

var silent = &http.Client{Transport: &probe.Muted{Next: http.DefaultTransport}}

func variables(k Keyed) {
	_, _ = shared.Do(sale(k)) // want `sale\(k\) shows`
	_, _ = silent.Do(sale(k))
}

// transports that show no body in clear
func discreet(k Keyed) {
	out := http.DefaultTransport
	for _, t := range []http.RoundTripper{probe.Head{Next: out}, probe.Gauge{Next: out}} {
		_, _ = (&http.Client{Transport: t}).Do(sale(k))
	}
	_, _ = (&http.Client{Transport: probe.Veil{Next: out}}).Do(sale(k))
	_, _ = (&http.Client{Transport: probe.Hollow{Next: out}}).Do(sale(k))
	_, _ = (&http.Client{Transport: probe.Answers{Next: out}}).Do(sale(k))
	_, _ = (&http.Client{Transport: probe.Choosy{Next: out}}).Do(sale(k))
	_, _ = (&http.Client{Transport: probe.Fields{Next: out}}).Do(sale(k))
	_, _ = (&http.Client{Transport: probe.Scrub{Next: out, Clean: hide}}).Do(sale(k))
	_, _ = (&http.Client{Transport: probe.Choosy{Next: out, Whole: true}}).Do(sale(k)) // want `sale\(k\) shows`
}

func hide(b []byte) []byte { return bytes.Repeat([]byte("*"), len(b)) }

// helpers that take a request
func helpers(k Keyed) {
	req := sale(k)
	probe.Show(req)              // want `req shows the card number and security code in clear to probe.Show`
	log.Println(probe.Body(req)) // want `shows the card number and security code`
	other, _ := http.NewRequest(http.MethodGet, sales, nil)
	probe.Show(other)
	log.Println(probe.Body(other))
}

// clients that are handed to what sends cards
func handed() {
	_ = gate.New(sales, &http.Client{Transport: probe.Tape{Next: http.DefaultTransport}}) // want `gate.New\(sales, .* shows the card number and security code in clear to probe.Tape.RoundTrip`
	_ = gate.New(sales, outlet.Watched())                                                 // want `shows the card number and security code in clear to probe.Tape.RoundTrip`
	_ = gate.New(sales, outlet.Usual())
	_ = gate.Open(sales, gate.With(outlet.Watched())) // want `gate.With\(outlet.Watched\(\)\) shows`
	_ = gate.Open(sales, gate.With(outlet.Usual()))
	_ = gate.NewReports(outlet.Watched())
	_ = gate.NewDesk(outlet.Watched()) // want `gate.NewDesk\(outlet.Watched\(\)\) shows`
	_ = gate.NewDesk(outlet.Usual())
}

// with sends a request with a client, both of which its callers give.
func with(hc *http.Client, req *http.Request) error {
	_, err := hc.Do(req)
	return err
}

func both(k Keyed) {
	req, _ := http.NewRequest(http.MethodGet, sales, nil)
	_ = with(outlet.Watched(), req)
	_ = with(outlet.Usual(), sale(k))
	_ = with(outlet.Watched(), sale(k)) // want `shows the card number and security code in clear to probe.Tape.RoundTrip`
}
