// Package adversary has shapes that are easy to get wrong.
package adversary

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net/http"
	"net/http/httputil"
	"os"
	"reflect"
	"regexp"
	"runtime/debug"
	"sort"
	"strings"
	"sync"
	"time"

	"github.com/auroravet/auroravet/testdata/cardlog/adversary/obs"
)

type Card struct {
	Number string `json:"number"`
	CVC    string `json:"cvc"`
	Month  int    `json:"month"`
	Holder string `json:"holder"`
}

type Payment struct {
	ID     string
	Amount int64
	Card   *Card
}

type Box[T any] struct {
	Inner T
	At    time.Time
}

type Deep struct {
	A struct {
		B []struct{ C map[string]Box[Card] }
	}
}

// deep generic
func deep(d Deep, b Box[*Card], s Box[string]) {
	log.Printf("%v", d) // want `shows|puts`
	log.Printf("%v", b)
	j, _ := json.Marshal(b)
	log.Printf("%s", j) // want `shows|puts`
	log.Printf("%v", s)
}

// own logger with fields
func own(l obs.Logger, p Payment) {
	l.Info("paying", obs.F("id", p.ID), obs.F("card", p.Card.Number)) // want `shows|puts`
	l.Info("paying", obs.F("id", p.ID), obs.F("holder", p.Card.Holder))
	l.Infof("card %s", p.Card.Number) // want `shows|puts`
	l.Infof("card %T", p.Card)
}

// own event builder
func event(p Payment) {
	obs.Start().Str("id", p.ID).Any("card", p.Card).Emit("paid")          // want `shows|puts`
	obs.Start().Str("id", p.ID).Str("last4", p.Card.Number[12:]).Emit("") // ok
}

// ctx logger
func ctxLog(ctx context.Context, p Payment) {
	obs.Of(ctx).Info("paid", "number", p.Card.Number) // want `shows|puts`
	obs.Of(ctx).Info("paid", "month", p.ID)
}

// RoundTripper that masks a copy
type masking struct{ next http.RoundTripper }

var panRe = regexp.MustCompile(`"number":"\d+"`)

func (m masking) RoundTrip(r *http.Request) (*http.Response, error) {
	body, _ := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(body))
	log.Printf("> %s", panRe.ReplaceAll(body, []byte(`"number":"****"`)))
	return m.next.RoundTrip(r)
}

type plain struct{ next http.RoundTripper }

func (m plain) RoundTrip(r *http.Request) (*http.Response, error) {
	body, _ := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(body))
	log.Printf("> %s", body) // want `shows|puts`
	return m.next.RoundTrip(r)
}

type dumping struct{ next http.RoundTripper }

func (m dumping) RoundTrip(r *http.Request) (*http.Response, error) {
	c := r.Clone(r.Context())
	c.Body = io.NopCloser(strings.NewReader("[hidden]"))
	d, _ := httputil.DumpRequestOut(c, true)
	log.Printf("%s", d)
	return m.next.RoundTrip(r)
}

type copying struct{ next http.RoundTripper }

func (m copying) RoundTrip(r *http.Request) (*http.Response, error) {
	body, _ := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(body))
	var c Card
	if json.Unmarshal(body, &c) == nil {
		c.Number, c.CVC = "****", ""
		masked, _ := json.Marshal(c)
		log.Printf("%s", masked)
	}
	return m.next.RoundTrip(r)
}

// masks in String, leaks through json
type Masked struct{ Number, CVC string }

func (m Masked) String() string { return "card ending " + m.Number[len(m.Number)-4:] }

func maskedType(c Card) {
	m := Masked{c.Number, c.CVC}
	log.Println(m)
	log.Printf("%+v", m)
	b, _ := json.Marshal(m)
	log.Println(string(b)) // want `shows|puts`
	slog.Info("x", "m", m)
	slog.New(slog.NewJSONHandler(os.Stdout, nil)).Info("x", "card", m) // want `shows|puts`
	log.Printf("%#v", m)                                               // want `shows|puts`
}

// generated String prints everything
type Msg struct {
	Pan    string
	Expiry string
	Card   string
}

func (m *Msg) String() string {
	var sb strings.Builder
	sb.WriteString("&Msg{")
	sb.WriteString("Pan:" + fmt.Sprintf("%v", m.Pan) + ",")
	sb.WriteString("}")
	return sb.String()
}

func gen(m *Msg) {
	log.Println(m) // want `shows|puts`
	log.Println(m.Card)
}

// other trades
type Layout struct {
	panel, pinned, tracking string
	company, companion      string
}

type Span struct {
	spanID, accountID string
	expanded          bool
}

func other(l Layout, s Span, trackNumber, pinCode string) {
	log.Println(l.panel, l.pinned, l.tracking, l.company, l.companion, l)
	log.Println(s.spanID, s.accountID, s)
	log.Println(trackNumber)
	log.Println(pinCode)
	expand, japan := "x", "y"
	log.Println(expand, japan)
}

// custom error
type PayErr struct {
	Op   string
	Card Card
}

func (e *PayErr) Error() string { return fmt.Sprintf("%s: card %v", e.Op, e.Card) } // want `shows|puts`

type PayErr2 struct {
	Op   string
	Card *Card
}

func (e *PayErr2) Error() string { return e.Op + " failed" }
func (e *PayErr2) Unwrap() error { return errors.New("x") }

func errs(c *Card) {
	err := &PayErr2{"pay", c}
	log.Println(err)
	slog.Error("x", "err", err)
	log.Printf("%v", err)
	err2 := fmt.Errorf("pay %q: %w", c.CVC, err) // want `shows|puts`
	log.Println(err2)
	log.Println(errors.Unwrap(err))
}

// defer recover
func rec(p Payment) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("panic %v for %+v\n%s", r, *p.Card, debug.Stack()) // want `shows|puts`
		}
	}()
	defer log.Println("done", p.Card.Number) // want `shows|puts`
	panic("no card " + p.Card.Holder)
}

func rec2(p Payment) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("panic %v for %+v", r, p)
		}
	}()
	panic("bad card " + p.Card.Number) // want `shows|puts`
}

// goroutines and channels
func pump(ps []Payment) {
	ch := make(chan *Card, 3)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for c := range ch {
			log.Printf("%+v", c) // want `shows|puts`
		}
	}()
	for _, p := range ps {
		ch <- p.Card
	}
	close(ch)
	<-done
}

// method value / func field / func map
type svc struct {
	log   func(string, ...any)
	audit map[string]func(string)
}

func newSvc() *svc {
	return &svc{log: log.Printf, audit: map[string]func(string){"x": func(s string) { log.Println(s) }}}
}

func (s *svc) run(c Card) {
	s.log("card %s", c.Number) // want `shows|puts`
	s.log("card of %s", c.Holder)
	f := slog.Info
	f("card", "n", c.Number) // want `shows|puts`
}

// sorted fields / reflect
func reflectDump(v any) {
	rv := reflect.ValueOf(v)
	for i := range rv.NumField() {
		log.Println(rv.Type().Field(i).Name)
	}
}

func useReflect(c Card) { reflectDump(c) }

// mask functions by what they do
func keepEnds(s string) string {
	if len(s) < 10 {
		return ""
	}
	return s[:6] + strings.Repeat("x", len(s)-10) + s[len(s)-4:]
}

func stars(s string) string {
	r := []rune(s)
	for i := range r {
		if i < len(r)-4 {
			r[i] = '*'
		}
	}
	return string(r)
}

func ends(s string) string {
	var b strings.Builder
	for i, c := range s {
		if i >= len(s)-4 {
			b.WriteRune(c)
		} else {
			b.WriteByte('*')
		}
	}
	return b.String()
}

func spaced(s string) string { return strings.Join(strings.Split(s, ""), " ") }

func trimmed(s string) string { return strings.TrimSpace(s) }

func normal(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

func hideDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '#'
		}
		return r
	}, s)
}

func masks(c Card) {
	log.Println(keepEnds(c.Number), stars(c.Number), ends(c.Number), hideDigits(c.Number))
	log.Println(spaced(c.Number))  // want `shows|puts`
	log.Println(trimmed(c.Number)) // want `shows|puts`
	log.Println(normal(c.Number))  // want `shows|puts`
}

// sync.Pool buffer
var pool = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func pooled(c Card) {
	b := pool.Get().(*bytes.Buffer)
	defer pool.Put(b)
	b.Reset()
	json.NewEncoder(b).Encode(c)
	log.Println(b.String()) // want `shows|puts`
}

func pooledMask(c Card) {
	b := pool.Get().(*bytes.Buffer)
	defer pool.Put(b)
	b.Reset()
	json.NewEncoder(b).Encode(map[string]string{"holder": c.Holder})
	log.Println(b.String())
}

// sort keys & print map
func printMap(c Card) {
	m := map[string]string{"holder": c.Holder, "number": c.Number}
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		log.Println(k, m[k]) // want `shows|puts`
	}
	for _, k := range keys {
		log.Println(k)
	}
}

// embedded interface / anonymous struct
func anon(c Card) {
	log.Printf("%+v", struct { // want `shows|puts`
		ID   string
		Card Card
	}{"1", c})
	log.Printf("%+v", struct {
		ID   string
		Card *Card
	}{"1", &c})
	v := struct{ N string }{c.Number}
	log.Println(v) // want `shows|puts`
}

// struct conversion to safe type
type view struct {
	Holder string
	Month  int
}

func views(c Card) {
	log.Printf("%+v", view{c.Holder, c.Month})
	type pub struct {
		Number string `json:"-"`
		CVC    string `json:"-"`
		Month  int
		Holder string
	}
	b, _ := json.Marshal(pub(c))
	log.Println(string(b))
	log.Println(pub(c)) // want `shows|puts`
}

// ternary helper
func pick[T any](ok bool, a, b T) T {
	if ok {
		return a
	}
	return b
}

func picked(c Card, full bool) {
	log.Println(pick(full, c.Number, "****")) // want `shows|puts`
	log.Println(pick(full, c.Holder, "-"))
}

// closures over card
func closure(c Card) func() {
	return func() { log.Println(c.CVC) } // want `shows|puts`
}

// http handler decode and log error with body
func handler(w http.ResponseWriter, r *http.Request) {
	var c Card
	body, _ := io.ReadAll(r.Body)
	if err := json.Unmarshal(body, &c); err != nil {
		http.Error(w, "bad", 400)
		slog.ErrorContext(r.Context(), "decode", "err", err, "body", string(body)) // want `shows|puts`
		return
	}
	slog.Info("paid", "holder", c.Holder, "len", len(body))
}

// log after emptied
func emptied(c Card) {
	c.Number, c.CVC = "", ""
	log.Printf("%+v", c)
	d := &c
	d.Number = "4"
	log.Println(d.Holder)
}

// loop over fields of form
func form(r *http.Request) {
	r.ParseForm()
	log.Println(r.PostForm.Get("card_number")) // want `shows|puts`
	log.Println(r.PostForm.Get("order"))
	log.Println(r.PostForm) // want `shows|puts`
}

func form2(r *http.Request) {
	r.ParseForm()
	log.Println(r.PostForm)
}

// PAN literal
func lit() {
	log.Println("test card 4111111111111111") // want `shows|puts`
	log.Println("order 1234567890123456")
	log.Println(4242424242424242) // want `shows|puts`
}

// Stringer slices
func list(cs []Card, ms []Masked) {
	log.Println(ms)
	log.Println(cs) // want `shows|puts`
	log.Println(len(cs), cap(cs))
	for i := range cs {
		log.Println(cs[i].Holder)
	}
}

// json.RawMessage and Indent
func pretty(c Card) {
	b, _ := json.Marshal(c)
	var out bytes.Buffer
	json.Indent(&out, b, "", " ")
	log.Println(out.String()) // want `shows|puts`
	var m map[string]any
	json.Unmarshal(b, &m)
	delete(m, "number")
	delete(m, "cvc")
	log.Println(m)
}

// os.Stdout bufio / println builtin
func prints(c Card) {
	println(c.Number)               // want `shows|puts`
	os.Stdout.WriteString(c.Number) // want `shows|puts`
	fmt.Fprint(os.Stdout, c.Holder)
	f, _ := os.Create("x")
	fmt.Fprintln(f, c.Number)
}

// time-dependent
func retry(c Card) {
	for i := 0; i < 3; i++ {
		if err := send(c); err != nil {
			log.Printf("attempt %d for %s: %v", i, c.Number, err) // want `shows|puts`
		}
	}
}

func send(c Card) error { return nil }

// log/slog LogValuer group with pan
type LV struct{ Number, CVC string }

func (l LV) LogValue() slog.Value {
	return slog.GroupValue(slog.String("number", l.Number), slog.Int("cvc_len", len(l.CVC)))
}

type LV2 struct{ Number, CVC string }

func (l LV2) LogValue() slog.Value {
	return slog.GroupValue(slog.String("last", l.Number[12:]), slog.Int("cvc_len", len(l.CVC)))
}

func lv(c Card) {
	slog.Info("x", "card", LV{c.Number, c.CVC}) // want `shows|puts`
	slog.Info("x", "card", LV2{c.Number, c.CVC})
	log.Println(LV2{c.Number, c.CVC}) // want `shows|puts`
}

// variadic wrapper levels
func lvl0(args ...any) { log.Println(args...) }
func lvl1(args ...any) { lvl0(append([]any{"x"}, args...)...) }
func lvl2(msg string, args ...any) {
	lvl1(msg, fmt.Sprintf("%v", args))
}

func wrap(c Card) {
	lvl2("card", c) // want `shows|puts`
	lvl2("card", c.Holder)
	lvl1(c.CVC) // want `shows|puts`
	lvl0(len(c.CVC), &c.CVC)
}

// optional pointers
type Opt struct {
	CardNumber *string `json:"card_number,omitempty"`
	CVV        *string `json:"cvv,omitempty"`
}

func opt(o Opt) {
	log.Printf("%+v", o)
	log.Println(*o.CardNumber) // want `shows|puts`
	if o.CVV != nil {
		slog.Info("x", "cvv", o.CVV != nil)
	}
	b, _ := json.Marshal(o)
	log.Printf("%s", b) // want `shows|puts`
}

// select with timeouts
func sel(in chan Card, quit chan bool) {
	select {
	case c := <-in:
		log.Println(c.Number) // want `shows|puts`
	case <-quit:
	case <-time.After(time.Second):
		log.Println("no card")
	}
}

// switch on type
func sw(v any) {
	switch x := v.(type) {
	case Card:
		log.Println(x.Number) // want `shows|puts`
	case *Card:
		log.Println(x.Holder)
	case error:
		log.Println(x)
	}
}

// map of cards keyed by number
func keyed(m map[string]Card, seen map[string]bool, c Card) {
	seen[c.Number] = true
	log.Println(seen) // want `shows|puts`
	for number := range seen {
		_ = number
	}
	log.Println(len(m))
}

// helper returns masked struct
func (c Card) Safe() Card {
	c.Number = "****"
	c.CVC = ""
	return c
}

func (c *Card) Redact() *Card {
	d := *c
	d.Number, d.CVC = keepEnds(d.Number), "***"
	return &d
}

func safe(c Card) {
	log.Printf("%+v", c.Safe())
	log.Printf("%+v", c.Redact())
	log.Printf("%+v", *c.Redact())
	b, _ := json.Marshal(c.Redact())
	log.Printf("%s", b)
}
