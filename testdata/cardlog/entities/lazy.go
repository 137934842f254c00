package entities

import (
	"log"
	"log/slog"
)

// Lazy is a text that is made when it is shown.
type Lazy func() string

// String makes it.
func (l Lazy) String() string { return l() }

// LogValue makes it for slog.
func (l Lazy) LogValue() slog.Value { return slog.StringValue(l()) }

func later(f func() string) slog.LogValuer { return Lazy(f) }

func say(f Lazy) { log.Println(f()) }

func lazyCard(c Card) {
	log.Println(Lazy(func() string { return c.CardNumber }))             // want `shows the card number`
	slog.Info("card", "c", later(func() string { return c.CardNumber })) // want `shows the card number`
	say(func() string { return c.CardNumber })                           // want `shows the card number`
}

// What one of them says is not what the others say.
func lazyBrand(c Card) {
	log.Println(Lazy(func() string { return c.Brand }))
	slog.Info("card", "c", later(func() string { return c.Brand }))
	say(func() string { return c.Brand })
}

type step func(map[string]string) map[string]string

func with(key, value string) step {
	return func(m map[string]string) map[string]string { m[key] = value; return m }
}

func emit(steps ...step) {
	m := map[string]string{}
	for _, s := range steps {
		m = s(m)
	}
	log.Println(m)
}

func steps(c Card) {
	emit(with("n", c.CardNumber)) // want `c.CardNumber shows the card number`
	emit(with("n", c.Brand))
}
