// Package line has what the other packages of the toll road write with.
package line

import (
	"log"
	"log/slog"
	"strings"
)

// Writer writes lines from a goroutine.
type Writer struct {
	lines chan string
	last  chan string
}

// Start returns a writer that runs.
func Start() *Writer {
	w := &Writer{lines: make(chan string, 8), last: make(chan string, 1)}
	go func() {
		for l := range w.lines {
			log.Print(l)
		}
	}()
	return w
}

// Put adds a line.
func (w *Writer) Put(parts ...string) { w.lines <- strings.Join(parts, " ") }

// Keep remembers a text that nobody writes.
func (w *Writer) Keep(text string) { w.last <- text }

// Setup is filled by options.
type Setup struct {
	See   func(kind string, v any)
	Count func(kind string, v any)
}

// Option changes a setup.
type Option func(*Setup)

// Seen lets the log see what happens.
func Seen() Option {
	return func(s *Setup) {
		s.See = func(kind string, v any) { slog.Debug(kind, "what", v) }
		s.Count = func(kind string, v any) { slog.Debug(kind, "what", v != nil) }
	}
}
