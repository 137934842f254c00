// Package handlers has loggers that hide keys, and loggers that write nowhere.
package handlers

import (
	"context"
	"io"
	"log"
	"log/slog"
	"os"

	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
)

type card struct{ CardNumber, CVV string }

var hidden = map[string]bool{"card_number": true, "cvv": true}

func replace(groups []string, a slog.Attr) slog.Attr {
	if hidden[a.Key] {
		a.Value = slog.StringValue("[redacted]")
	}
	return a
}

var safe = slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: replace}))

var sameButOne = slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{
	ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == "cvv" {
			return slog.String(a.Key, "***")
		}
		return a
	},
}))

func replaced(c card) {
	safe.Info("card", "card_number", c.CardNumber)
	safe.Info("card", slog.String("cvv", c.CVV))
	safe.Info("card", "number", c.CardNumber) // want `c.CardNumber shows`
	sameButOne.Info("card", "cvv", c.CVV)
	sameButOne.Info("card", "card_number", c.CardNumber) // want `c.CardNumber shows`
	safe.Info("card " + c.CardNumber)                    // want `shows the card number`
}

func grouped(ctx context.Context, c card) {
	safe.LogAttrs(ctx, slog.LevelInfo, "paid", slog.Group("card", slog.String("card_number", c.CardNumber), slog.String("cvv", c.CVV)))
	safe.LogAttrs(ctx, slog.LevelInfo, "paid", slog.Group("card", slog.String("no", c.CardNumber))) // want `c.CardNumber shows`
}

type redacting struct{ slog.Handler }

func (h redacting) Handle(ctx context.Context, r slog.Record) error {
	out := slog.NewRecord(r.Time, r.Level, r.Message, r.PC)
	r.Attrs(func(a slog.Attr) bool {
		if a.Key == "pan" {
			a.Value = slog.StringValue("****")
		}
		out.AddAttrs(a)
		return true
	})
	return h.Handler.Handle(ctx, out)
}

func wrapped(c card) {
	l := slog.New(redacting{slog.NewTextHandler(os.Stderr, nil)})
	l.Info("card", "pan", c.CardNumber)
	l.Info("card", "cvv", c.CVV) // want `c.CVV shows`
}

type hook struct{}

func (hook) Levels() []logrus.Level { return logrus.AllLevels }
func (hook) Fire(e *logrus.Entry) error {
	if _, ok := e.Data["card_number"]; ok {
		e.Data["card_number"] = "****"
	}
	return nil
}

func hooked(c card) {
	lg := logrus.New()
	lg.AddHook(hook{})
	lg.WithField("card_number", c.CardNumber).Info("card")
	lg.WithField("cvv", c.CVV).Info("card") // want `c.CVV shows`
}

func nowhere(c card) {
	log.New(io.Discard, "", 0).Println(c.CardNumber)
	zap.NewNop().Info("card", zap.String("n", c.CardNumber))
	slog.New(slog.DiscardHandler).Info("card", "n", c.CardNumber)
	zap.NewExample().Info("card", zap.String("n", c.CardNumber)) // want `c.CardNumber shows`
}
