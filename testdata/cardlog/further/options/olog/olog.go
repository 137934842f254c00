// Package olog logs what options put on a line.
package olog

import (
	"log"
	"log/slog"
)

type line struct {
	fields map[string]any
	order  []string
	user   string
}

// Option changes a line.
type Option func(*line)

// With adds a field.
func With(k string, v any) Option {
	return func(l *line) {
		l.fields[k] = v
		l.order = append(l.order, k)
	}
}

// User says who it was; nothing prints it.
func User(name string) Option { return func(l *line) { l.user = name } }

// Say writes a line.
func Say(msg string, opts ...Option) {
	l := &line{fields: map[string]any{}}
	for _, o := range opts {
		o(l)
	}
	for k, v := range l.fields {
		log.Printf("%s %s=%v", msg, k, v)
	}
}

// Setting changes what a client does.
type Setting interface{ apply(*settings) }

type settings struct{ key, region string }

type settingFunc func(*settings)

func (f settingFunc) apply(s *settings) { f(s) }

// Region is shown.
func Region(name string) Setting { return settingFunc(func(s *settings) { s.region = name }) }

// Key is not shown.
func Key(key string) Setting { return settingFunc(func(s *settings) { s.key = key }) }

// New makes it.
func New(list ...Setting) {
	var s settings
	for _, x := range list {
		x.apply(&s)
	}
	slog.Info("new", "region", s.region)
}
