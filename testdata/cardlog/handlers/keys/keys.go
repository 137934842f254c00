// Package keys has handlers that know keys by other rules than their spelling.
package keys

import (
	"context"
	"log/slog"
	"os"
	"slices"
	"strings"

	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

type card struct{ CardNumber, CVV string }

var sensitive = map[string]bool{"cardnumber": true, "cvv": true}

func plainKey(key string) string { return strings.ToLower(strings.ReplaceAll(key, "_", "")) }

func loose(_ []string, a slog.Attr) slog.Attr {
	if sensitive[plainKey(a.Key)] {
		a.Value = slog.StringValue("***")
	}
	return a
}

func strict(_ []string, a slog.Attr) slog.Attr {
	if sensitive[strings.ToLower(a.Key)] {
		a.Value = slog.StringValue("***")
	}
	return a
}

func holding(_ []string, a slog.Attr) slog.Attr {
	if strings.Contains(strings.ToLower(a.Key), "card") || strings.HasPrefix(a.Key, "cv") || strings.HasSuffix(a.Key, "_code") {
		return slog.String(a.Key, "***")
	}
	return a
}

var (
	looseLog   = slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: loose}))
	strictLog  = slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: strict}))
	holdingLog = slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: holding}))
)

func replaced(c card) {
	looseLog.Info("card", "card_number", c.CardNumber, "CVV", c.CVV)
	looseLog.Info("card", "number", c.CardNumber) // want `c.CardNumber shows`
	strictLog.Info("card", "cardNumber", c.CardNumber)
	strictLog.Info("card", "card_number", c.CardNumber) // want `c.CardNumber shows`
	holdingLog.Info("card", "the_card", c.CardNumber, "security_code", c.CVV)
	holdingLog.Info("card", "code", c.CVV) // want `c.CVV shows`
}

// dropping leaves out what it has the names of.
type dropping struct {
	slog.Handler
	names []string
}

func (d dropping) Handle(ctx context.Context, r slog.Record) error {
	out := slog.NewRecord(r.Time, r.Level, r.Message, r.PC)
	r.Attrs(func(a slog.Attr) bool {
		for _, n := range d.names {
			if a.Key == n {
				return true
			}
		}
		out.AddAttrs(a)
		return true
	})
	return d.Handler.Handle(ctx, out)
}

func dropped(c card) {
	l := slog.New(dropping{Handler: slog.NewTextHandler(os.Stderr, nil), names: []string{"pan", "code"}})
	l.Info("card", "pan", c.CardNumber, "code", c.CVV)
	l.Info("card", "n", c.CardNumber) // want `c.CardNumber shows`
}

// keeping looks at the keys and leaves nothing out.
type keeping struct{ slog.Handler }

var seen int

func (k keeping) Handle(ctx context.Context, r slog.Record) error {
	out := slog.NewRecord(r.Time, r.Level, r.Message, r.PC)
	r.Attrs(func(a slog.Attr) bool {
		if a.Key == "pan" {
			seen++
		}
		out.AddAttrs(a)
		return true
	})
	return k.Handler.Handle(ctx, out)
}

func kept(c card) {
	slog.New(keeping{slog.NewTextHandler(os.Stderr, nil)}).Info("card", "pan", c.CardNumber) // want `c.CardNumber shows`
}

type dropCore struct{ zapcore.Core }

func (d dropCore) Write(e zapcore.Entry, fields []zapcore.Field) error {
	kept := make([]zapcore.Field, 0, len(fields))
	for _, f := range fields {
		if slices.Contains([]string{"number", "cvv"}, f.Key) {
			continue
		}
		kept = append(kept, f)
	}
	return d.Core.Write(e, kept)
}

func cored(c card) {
	l := zap.New(dropCore{zapcore.NewNopCore()})
	l.Info("card", zap.String("number", c.CardNumber))
	l.Info("card", zap.String("n", c.CardNumber)) // want `c.CardNumber shows`
}
