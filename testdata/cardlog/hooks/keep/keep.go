// Package keep has what loggers of other packages hide card data with.
package keep

import (
	"context"
	"log/slog"
	"slices"
	"strings"

	"github.com/hashicorp/go-hclog"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

var private = []string{"cvv", "cardNumber"}

// Attr is for slog's handler options.
func Attr(_ []string, a slog.Attr) slog.Attr {
	if slices.Contains(private, a.Key) {
		a.Value = slog.StringValue("[removed]")
	}
	return a
}

// Logger hides the values of pairs.
type Logger struct{ L *slog.Logger }

// Info writes what may be written.
func (l *Logger) Info(msg string, kv ...any) { l.L.Info(msg, without(kv)...) }

func without(kv []any) []any {
	out := make([]any, len(kv))
	copy(out, kv)
	for i := 0; i+1 < len(out); i += 2 {
		if k, ok := out[i].(string); ok && slices.Contains(private, k) {
			out[i+1] = "-"
		}
	}
	return out
}

// Zap hides the values of fields.
type Zap struct{ Z *zap.Logger }

// Info writes what may be written.
func (l *Zap) Info(msg string, fields ...zap.Field) {
	for i, f := range fields {
		if slices.Contains(private, f.Key) {
			fields[i] = zap.String(f.Key, "-")
		}
	}
	l.Z.Info(msg, fields...)
}

// Plain hides nothing.
type Plain struct{ Z *zap.Logger }

// Info writes all.
func (l *Plain) Info(msg string, fields ...zap.Field) { l.Z.Info(msg, fields...) }

// Formatter hides the fields of entries.
type Formatter struct{ logrus.Formatter }

// Format writes a copy of the entry.
func (f Formatter) Format(e *logrus.Entry) ([]byte, error) {
	data := make(logrus.Fields, len(e.Data))
	for k, v := range e.Data {
		if slices.Contains(private, k) {
			v = "[removed]"
		}
		data[k] = v
	}
	c := *e
	c.Data = data
	return f.Formatter.Format(&c)
}

// Station is a logger that overwrites what it is given.
type Station struct{ hclog.Logger }

// Info writes what may be written.
func (s Station) Info(msg string, args ...any) {
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] == "cvv" {
			args[i+1] = "[removed]"
		}
	}
	s.Logger.Info(msg, args...)
}

// Handler hides the values of the keys that it is made with.
type Handler struct {
	slog.Handler
	keys map[string]struct{}
}

// NewHandler makes one.
func NewHandler(next slog.Handler, keys ...string) *Handler {
	h := &Handler{next, make(map[string]struct{})}
	for _, k := range keys {
		h.keys[strings.ToLower(k)] = struct{}{}
	}
	return h
}

// Handle writes a copy of the record.
func (h *Handler) Handle(ctx context.Context, r slog.Record) error {
	c := slog.NewRecord(r.Time, r.Level, r.Message, r.PC)
	r.Attrs(func(a slog.Attr) bool {
		if _, ok := h.keys[strings.ToLower(a.Key)]; ok {
			a = slog.String(a.Key, "[removed]")
		}
		c.AddAttrs(a)
		return true
	})
	return h.Handler.Handle(ctx, c)
}

// Core leaves out fields.
type Core struct{ zapcore.Core }

// Write leaves out the code.
func (c Core) Write(e zapcore.Entry, fields []zapcore.Field) error {
	out := make([]zapcore.Field, 0, len(fields))
	for _, f := range fields {
		if f.Key == "cvv" {
			continue
		}
		out = append(out, f)
	}
	return c.Core.Write(e, out)
}

// NewZap makes a logger with a core around its own.
func NewZap() *zap.Logger {
	return zap.Must(zap.NewProduction(zap.WrapCore(func(c zapcore.Core) zapcore.Core { return Core{c} })))
}
