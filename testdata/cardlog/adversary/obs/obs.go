// Package obs is the logger of the program, with fields of its own.
package obs

import (
	"context"
	"fmt"
	"log/slog"
	"os"
)

type Field struct {
	Key   string
	Value any
}

func F(key string, value any) Field { return Field{key, value} }

type Logger interface {
	With(fields ...Field) Logger
	Info(msg string, fields ...Field)
	Infof(format string, args ...any)
}

type std struct{ fields []Field }

func New() Logger { return &std{} }

func (s *std) With(fields ...Field) Logger {
	return &std{append(append([]Field{}, s.fields...), fields...)}
}

func (s *std) Info(msg string, fields ...Field) {
	fmt.Fprint(os.Stderr, msg)
	for _, f := range append(s.fields, fields...) {
		fmt.Fprintf(os.Stderr, " %s=%v", f.Key, f.Value)
	}
	fmt.Fprintln(os.Stderr)
}

func (s *std) Infof(format string, args ...any) { s.Info(fmt.Sprintf(format, args...)) }

type Event struct{ attrs []slog.Attr }

func Start() *Event { return &Event{} }

func (e *Event) Str(k, v string) *Event { e.attrs = append(e.attrs, slog.String(k, v)); return e }
func (e *Event) Any(k string, v any) *Event {
	e.attrs = append(e.attrs, slog.Any(k, v))
	return e
}
func (e *Event) Emit(msg string) {
	slog.LogAttrs(context.Background(), slog.LevelInfo, msg, e.attrs...)
}

type ctxKey struct{}

func Into(ctx context.Context, l *slog.Logger) context.Context {
	return context.WithValue(ctx, ctxKey{}, l)
}
func Of(ctx context.Context) *slog.Logger { return ctx.Value(ctxKey{}).(*slog.Logger) }
