// Package logx is the program's own logger.
package logx

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httputil"

	"go.uber.org/zap"
)

// Logger is what the packages take.
type Logger interface {
	Info(msg string, kv ...any)
	Debugf(format string, args ...any)
}

// Field is one field.
type Field struct {
	Key   string
	Value any
}

type real struct{ s *zap.SugaredLogger }

// New makes a logger.
func New(z *zap.Logger) Logger { return &real{z.Sugar()} }

func (r *real) Info(msg string, kv ...any)        { r.s.Infow(msg, kv...) }
func (r *real) Debugf(format string, args ...any) { r.s.Debugf(format, args...) }

type nop struct{}

// Nop says nothing.
func Nop() Logger { return nop{} }

func (nop) Info(string, ...any)   {}
func (nop) Debugf(string, ...any) {}

type key struct{}

// From returns the logger of a context.
func From(ctx context.Context) Logger {
	l, _ := ctx.Value(key{}).(Logger)
	return l
}

// Any prints any value.
func Any(name string, v any) { log.Printf("%s: %+v", name, v) }

// Generic prints a value of any type.
func Generic[T any](v T) { log.Printf("%v", v) }

// Text prints a text.
func Text(s string) { log.Print(s) }

// F makes a field.
func F(key string, v any) Field { return Field{key, v} }

// With prints fields.
func With(msg string, fields ...Field) {
	for _, f := range fields {
		log.Printf("%s %s=%v", msg, f.Key, f.Value)
	}
}

// Event is built step by step.
type Event struct{ fields map[string]any }

// NewEvent begins an event.
func NewEvent() *Event { return &Event{fields: map[string]any{}} }

// Set adds a field.
func (e *Event) Set(k string, v any) *Event {
	e.fields[k] = v
	return e
}

// Send writes it.
func (e *Event) Send() { log.Println(e.fields) }

// To prints to a writer.
func To(w io.Writer, v any) { fmt.Fprintln(w, v) }

// Size prints how much there is.
func Size(s string) { log.Println(len(s)) }

// Dump is a transport that writes requests down.
type Dump struct{ Next http.RoundTripper }

// RoundTrip sends the request.
func (d Dump) RoundTrip(r *http.Request) (*http.Response, error) {
	b, _ := httputil.DumpRequestOut(r, true)
	log.Printf("%s", b)
	return d.Next.RoundTrip(r)
}

// Headers prints the head of a request.
func Headers(r *http.Request) {
	b, _ := httputil.DumpRequest(r, false)
	log.Printf("%s", b)
}

// Notef puts a word in front of the format.
func Notef(format string, args ...any) { log.Printf("[note] "+format+"\n", args...) }
