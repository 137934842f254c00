// Package own has loggers of the program's own that keep fields for later records.
package own

import (
	"fmt"
	"log"
	"log/slog"
	"os"
)

// Logger keeps keys and values.
type Logger struct {
	l  *slog.Logger
	kv []any
}

// New makes a logger.
func New() *Logger { return &Logger{l: slog.Default()} }

// With keeps more.
func (l *Logger) With(kv ...any) *Logger {
	return &Logger{l: l.l, kv: append(append([]any{}, l.kv...), kv...)}
}

// Info writes a record.
func (l *Logger) Info(msg string, kv ...any) {
	l.l.Info(msg, append(append([]any{}, l.kv...), kv...)...)
}

// Entry keeps a map.
type Entry struct{ m map[string]any }

// NewEntry makes an entry.
func NewEntry() *Entry { return &Entry{m: map[string]any{}} }

// Set keeps a value.
func (e *Entry) Set(k string, v any) *Entry { e.m[k] = v; return e }

// Write writes the entry.
func (e *Entry) Write() { log.Printf("%v", e.m) }

// Audit is an interface.
type Audit interface {
	With(k, v string) Audit
	Done()
}

type audit struct{ kv []string }

// NewAudit makes one.
func NewAudit() Audit { return audit{} }

func (a audit) With(k, v string) Audit { return audit{append(a.kv, k+"="+v)} }
func (a audit) Done()                  { fmt.Fprintln(os.Stderr, a.kv) }

// MaskLog keeps the end of each value.
type MaskLog struct{ kv map[string]string }

// With keeps the end of a value.
func (m *MaskLog) With(k, v string) *MaskLog {
	if len(v) > 4 {
		v = "****" + v[len(v)-4:]
	}
	m.kv[k] = v
	return m
}

// Info writes a record.
func (m *MaskLog) Info(msg string) { log.Println(msg, m.kv) }

// Request is no logger: what it is given is sent.
type Request struct{ kv []string }

// With adds to what is sent.
func (r *Request) With(k, v string) *Request { r.kv = append(r.kv, k+"="+v); return r }
