// Package notices makes the answers of a shop: with options, step by step, as an interface and from
// maps. It knows nothing of the payment API.
package notices

import (
	"encoding/json"
	"errors"
	"net/http"
)

// Notice is an answer.
type Notice struct {
	Heading string            `json:"heading"`
	Status  int               `json:"status"`
	Text    string            `json:"text,omitempty"`
	Support string            `json:"support,omitempty"`
	Extra   map[string]any    `json:"extra,omitempty"`
	Fields  map[string]string `json:"fields,omitempty"`
	cause   error
}

// Option adds to an answer.
type Option func(*Notice)

// Text sets the text.
func Text(s string) Option { return func(n *Notice) { n.Text = s } }

// Support sets what support asks for.
func Support(id string) Option { return func(n *Notice) { n.Support = id } }

// Cause is for the log only.
func Cause(err error) Option { return func(n *Notice) { n.cause = err } }

// With adds a value.
func With(key string, v any) Option {
	return func(n *Notice) {
		if n.Extra == nil {
			n.Extra = map[string]any{}
		}
		n.Extra[key] = v
	}
}

// New makes an answer.
func New(status int, heading string, opts ...Option) *Notice {
	n := &Notice{Heading: heading, Status: status}
	for _, o := range opts {
		o(n)
	}
	return n
}

// Of makes an answer as a value.
func Of(status int, opts ...Option) Notice {
	var n Notice
	n.Status = status
	for _, set := range opts {
		if set != nil {
			set(&n)
		}
	}
	return n
}

// Also adds to an answer that is there.
func (n *Notice) Also(opts ...Option) *Notice {
	for _, o := range opts {
		o(n)
	}
	return n
}

// Send writes it.
func (n *Notice) Send(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(n.Status)
	_ = json.NewEncoder(w).Encode(n)
}

// Render writes a value.
func (n Notice) Render(w http.ResponseWriter, _ *http.Request) error {
	w.WriteHeader(n.Status)
	return json.NewEncoder(w).Encode(n)
}

// Post makes an answer and writes it.
func Post(w http.ResponseWriter, status int, opts ...Option) {
	n := &Notice{Status: status}
	for _, o := range opts {
		o(n)
	}
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(n)
}

// Setter is an option as an interface.
type Setter interface{ set(*Notice) }

type textSetter string

func (t textSetter) set(n *Notice) { n.Text = string(t) }

type statusSetter int

func (s statusSetter) set(n *Notice) { n.Status = int(s) }

// SetText and SetStatus are options.
func SetText(s string) Setter { return textSetter(s) }

// SetStatus sets the status.
func SetStatus(code int) Setter { return statusSetter(code) }

// Set makes an answer of settings.
func Set(heading string, with ...Setter) *Notice {
	n := &Notice{Heading: heading}
	for _, s := range with {
		s.set(n)
	}
	return n
}

// Builder makes an answer step by step.
type Builder struct {
	status int
	body   map[string]any
}

// Answer begins one.
func Answer(status int) *Builder { return &Builder{status: status, body: map[string]any{}} }

// Detail adds the text.
func (b *Builder) Detail(s string) *Builder {
	b.body["detail"] = s
	return b
}

// Send writes it.
func (b *Builder) Send(w http.ResponseWriter) {
	w.WriteHeader(b.status)
	_ = json.NewEncoder(w).Encode(b.body)
}

// Slip is built by value.
type Slip struct {
	Code int    `json:"code"`
	Note string `json:"note"`
	log  string
}

// Blank is an empty one.
func Blank(code int) Slip { return Slip{Code: code} }

// Noted is one with a note.
func (s Slip) Noted(note string) Slip { s.Note = note; return s }

// Logged is one with a text for the log.
func (s Slip) Logged(text string) Slip { s.log = text; return s }

// Respond writes it.
func (s Slip) Respond(w http.ResponseWriter) {
	w.WriteHeader(s.Code)
	b, err := json.Marshal(s)
	if err != nil {
		return
	}
	_, _ = w.Write(b)
}

// Failed is the answer to an error.
func Failed(err error) *Notice {
	n := New(http.StatusBadGateway, "failed", Cause(err))
	n.Text = "Please try again."
	return n
}

// Told is the answer that tells it.
func Told(err error) *Notice {
	return New(http.StatusBadGateway, "failed", Text(err.Error()), Cause(err))
}

// Details makes the map of an answer.
func Details(kv ...string) map[string]string {
	m := map[string]string{}
	for i := 0; i+1 < len(kv); i += 2 {
		m[kv[i]] = kv[i+1]
	}
	return m
}

// ErrClosed is an error of the shop's own.
var ErrClosed = errors.New("the shop is closed")

// Filled applies options to whatever has them.
func Filled[T any](t *T, opts ...func(*T)) *T {
	for _, o := range opts {
		o(t)
	}
	return t
}

// Options are several.
type Options []Option

func (o Options) apply(n *Notice) {
	for _, set := range o {
		set(n)
	}
}

// Made makes an answer of all of them.
func Made(opts ...Option) *Notice {
	n := new(Notice)
	Options(opts).apply(n)
	return n
}

// Draft is an answer that is filled by an option which can fail.
type Draft func(*Notice) error

// Line is the text of a draft.
func Line(s string) Draft { return func(n *Notice) error { n.Text = s; return nil } }

// Hidden is what a draft keeps to itself.
func Hidden(err error) Draft { return func(n *Notice) error { n.cause = err; return nil } }

// Drafted makes an answer of drafts.
func Drafted(from ...Draft) (*Notice, error) {
	n := &Notice{}
	for _, d := range from {
		if err := d(n); err != nil {
			return nil, err
		}
	}
	return n, nil
}

// Values writes what a function fills in.
func Values(w http.ResponseWriter, fill func(map[string]any)) {
	m := map[string]any{}
	fill(m)
	_ = json.NewEncoder(w).Encode(m)
}

// Step changes a slip.
type Step func(Slip) Slip

// Note is for the customer.
func Note(s string) Step { return func(l Slip) Slip { l.Note = s; return l } }

// Log is for the shop only.
func Log(s string) Step { return func(l Slip) Slip { l.log = s; return l } }

// Steps goes through steps.
func Steps(steps ...Step) Slip {
	var l Slip
	for _, s := range steps {
		l = s(l)
	}
	return l
}

// Attempt leaves it to others what is said of an error.
func Attempt(w http.ResponseWriter, do func() error, say func(http.ResponseWriter, error)) {
	if err := do(); err != nil {
		say(w, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// Mapped answers with what is made of an error.
func Mapped(w http.ResponseWriter, do func() error, as ...func(error) *Notice) {
	err := do()
	if err == nil {
		return
	}
	for _, f := range as {
		if n := f(err); n != nil {
			n.Send(w)
			return
		}
	}
	w.WriteHeader(http.StatusInternalServerError)
}
