// Package note hides the logger: what implements Writer is not exported.
package note

import "log/slog"

// Writer is what the packages of the program log with.
type Writer interface {
	Put(text string, pairs ...any)
	Count(text string, n int)
}

type structured struct{ to *slog.Logger }

func (s structured) Put(text string, pairs ...any) { s.to.Info(text, pairs...) }

func (s structured) Count(text string, n int) { s.to.Info(text, "n", n) }

// To returns a writer to a logger.
func To(l *slog.Logger) Writer { return structured{l} }
