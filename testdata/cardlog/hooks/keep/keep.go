// Package keep has what loggers of other packages hide card data with.
package keep

import (
	"log/slog"
	"slices"

	"github.com/hashicorp/go-hclog"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
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
