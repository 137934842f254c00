// Package slate is a logger that knows what must not be written down.
package slate

import (
	"io"
	"log/slog"
	"regexp"
	"strings"
)

var hidden = map[string]bool{"card_number": true, "cvv": true, "pan": true}

// Event writes fields but for those that are hidden.
func Event(name string, fields map[string]any) {
	out := make(map[string]any, len(fields))
	for k, v := range fields {
		if hidden[k] {
			out[k] = "***"
			continue
		}
		out[k] = v
	}
	slog.Info(name, "fields", out)
}

// Notice writes keys and values but for those that are hidden.
func Notice(msg string, kv ...any) {
	args := make([]any, 0, len(kv))
	for i := 0; i+1 < len(kv); i += 2 {
		k, _ := kv[i].(string)
		if hidden[strings.ToLower(k)] {
			continue
		}
		args = append(args, k, kv[i+1])
	}
	slog.Info(msg, args...)
}

// Attrs writes keys and values as attributes, and leaves nothing out.
func Attrs(msg string, kv ...any) {
	var attrs []any
	for i := 0; i+1 < len(kv); i += 2 {
		attrs = append(attrs, slog.Any(kv[i].(string), kv[i+1]))
	}
	slog.Info(msg, attrs...)
}

// Twice hands on what it is given.
func Twice(msg string, kv ...any) { Notice(msg, kv...) }

var digits = regexp.MustCompile(`\b\d{13,19}\b`)

// Writer cleans what goes through it.
type Writer struct{ W io.Writer }

func (w Writer) Write(p []byte) (int, error) {
	if _, err := w.W.Write(digits.ReplaceAll(p, []byte("[number]"))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// Counter counts what goes through it.
type Counter struct {
	W io.Writer
	N int
}

func (c *Counter) Write(p []byte) (int, error) {
	c.N += len(p)
	return c.W.Write(p)
}
