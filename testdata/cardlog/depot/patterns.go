package depot

import (
	"context"
	"io"
	"log"
	"log/slog"
	"os"
	"regexp"

	"github.com/go-playground/validator/v10"
	"github.com/sirupsen/logrus"
)

var digits = regexp.MustCompile(`\b\d{13,19}\b`)

type maskedWriter struct{ w io.Writer }

func (m maskedWriter) Write(b []byte) (int, error) {
	return m.w.Write(digits.ReplaceAll(b, []byte("****")))
}

type countedWriter struct {
	w io.Writer
	n int
}

func (c *countedWriter) Write(b []byte) (int, error) {
	c.n += len(b)
	return c.w.Write(b)
}

func writers(p Pass) {
	log.New(maskedWriter{os.Stderr}, "", 0).Printf("pass of %s", p.CardNumber)
	log.New(&countedWriter{w: os.Stderr}, "", 0).Printf("pass of %s", p.CardNumber) // want `shows the card number`
	slog.New(slog.NewTextHandler(maskedWriter{os.Stderr}, nil)).Info("pass", "n", p.CardNumber)
}

type patternHandler struct{ slog.Handler }

func (h patternHandler) Handle(ctx context.Context, r slog.Record) error {
	out := slog.NewRecord(r.Time, r.Level, digits.ReplaceAllString(r.Message, "****"), r.PC)
	r.Attrs(func(a slog.Attr) bool {
		out.AddAttrs(slog.String(a.Key, digits.ReplaceAllString(a.Value.String(), "****")))
		return true
	})
	return h.Handler.Handle(ctx, out)
}

var cardKeys = regexp.MustCompile(`(?i)card|cvv`)

func byKey(_ []string, a slog.Attr) slog.Attr {
	if cardKeys.MatchString(a.Key) {
		a.Value = slog.StringValue("[redacted]")
	}
	return a
}

func handlers(p Pass) {
	slog.New(patternHandler{slog.NewTextHandler(os.Stderr, nil)}).Info("pass of "+p.CardNumber, "n", p.CardNumber)
	keyed := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{ReplaceAttr: byKey}))
	keyed.Info("pass", "card", p.CardNumber)
	keyed.Info("pass of " + p.CardNumber) // want `shows the card number`
}

func entryData(p Pass) {
	e := logrus.NewEntry(logrus.StandardLogger())
	e.Data["rider"] = p.Rider
	e.Data["n"] = p.CardNumber // want `shows the card number`
	e.Info("pass")
}

var rules = validator.New()

func rejected(p *Pass) {
	errs, _ := rules.Struct(p).(validator.ValidationErrors)
	for _, fe := range errs {
		log.Println(fe.Field(), fe.Value()) // want `fe.Value\(\) shows`
		log.Println(fe.Field(), fe.Tag())
	}
}

// Ride has no card.
type Ride struct{ From, To string }

func rejectedRide(r *Ride) {
	errs, _ := rules.Struct(r).(validator.ValidationErrors)
	for _, fe := range errs {
		log.Println(fe.Field(), fe.Value())
	}
}
