// Package gymlog has loggers of its own making.
package gymlog

import (
	"context"
	"fmt"
	"log"
	"log/slog"
	"os"
	"strings"

	"go.uber.org/zap"
)

// Member pays by card.
type Member struct {
	Name string
	Card *PaymentCard
}

// PaymentCard is a stored card before it is vaulted.
type PaymentCard struct {
	Number string `json:"number"`
	Code   string `json:"code"`
	Exp    string `json:"exp"`
}

// Logger has no implementation in view.
type Logger interface {
	Infof(format string, args ...any)
	Errorw(msg string, kv ...any)
}

// Store is no logger.
type Store interface {
	Put(key string, v any)
	Printf(format string, args ...any)
}

func unknownLogger(l Logger, s Store, m Member) {
	l.Infof("member %s", m.Name)
	l.Infof("card %s", m.Card.Number)                // want `m.Card.Number shows the card number`
	l.Errorw("charge failed", "card", m.Card.Number) // want `m.Card.Number shows`
	s.Put("card", m.Card)
}

type zlog struct{ *zap.SugaredLogger }

func (z zlog) charge(m Member) {
	z.Infow("charge", "member", m.Name, "card", m.Card) // want `m.Card shows`
	z.Infof("charge %v", m)                             // the card is printed as an address
}

type level int

type logger struct {
	min    level
	prefix string
	fields []any
}

func (l *logger) with(kv ...any) *logger {
	c := *l
	c.fields = append(append([]any(nil), l.fields...), kv...)
	return &c
}

func (l *logger) printf(lv level, format string, args ...any) {
	if lv < l.min {
		return
	}
	msg := fmt.Sprintf(format, args...)
	log.Output(2, l.prefix+msg)
}

func (l *logger) info(format string, args ...any) { l.printf(1, format, args...) }

func (l *logger) flush() { fmt.Fprintln(os.Stderr, l.fields...) }

func ownLogger(l *logger, m Member) {
	l.info("member %s has a card: %t", m.Name, m.Card != nil)
	l.info("member %s pays with %s", m.Name, m.Card.Number) // want `m.Card.Number shows`
	l.info("type %T", *m.Card)
	l.with("member", m.Name).flush()
	l.with("card", *m.Card).flush() // want `shows the card number`
}

type contextKey struct{}

func logFrom(ctx context.Context) *slog.Logger {
	if l, ok := ctx.Value(contextKey{}).(*slog.Logger); ok {
		return l
	}
	return slog.Default()
}

func inContext(ctx context.Context, m Member) {
	logFrom(ctx).Info("card", "exp", m.Card.Exp, "number", m.Card.Number) // want `m.Card.Exp shows|m.Card.Number shows`
	logFrom(ctx).Info("member", "name", m.Name)
}

// Entry is one record.
type Entry struct {
	Msg  string
	Data map[string]any
}

func (e Entry) emit() { fmt.Println(e.Msg, e.Data) }

func entries(m Member) {
	Entry{Msg: "member " + m.Name}.emit()
	e := Entry{Msg: "card", Data: map[string]any{}}
	e.Data["code"] = m.Card.Code
	e.emit() // want `e shows the security code`
}

func must[T any](v T, err error) T {
	if err != nil {
		log.Panicf("%v (%v)", err, v)
	}
	return v
}

func load(m Member) (PaymentCard, error) { return *m.Card, nil }

func generic(m Member) {
	c := must(load(m)) // want `shows`
	_ = c
	n := must(fmt.Sscan("1"))
	_ = n
}

func trace[T fmt.Stringer](v T) { log.Println(v.String()) }

type masked struct{ Number string }

func (m masked) String() string { return strings.Repeat("*", 12) + m.Number[12:] }

func traced(m masked) { trace(m) }

type options struct {
	logf func(format string, args ...any)
}

type option func(*options)

func withLogf(f func(string, ...any)) option { return func(o *options) { o.logf = f } }

func (o *options) report(m Member) {
	if o.logf != nil {
		o.logf("code %s", m.Card.Code) // want `m.Card.Code shows`
	}
}

func audit(m Member, sink func(string)) { sink("card " + m.Card.Number) }

func auditLog(m Member) {
	audit(m, func(s string) { log.Println(s) }) // want `s shows the card number`
}

type step func(Member) error

func logged(name string, s step) step {
	return func(m Member) error {
		log.Printf("%s: %s", name, m.Name)
		if err := s(m); err != nil {
			log.Printf("%s failed for %+v", name, *m.Card) // want `\*m.Card shows`
			return err
		}
		return nil
	}
}
