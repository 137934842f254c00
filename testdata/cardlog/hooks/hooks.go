// Package hooks has loggers whose handler looks at the type of a value, is a function, or
// stands before a crash reporter.
package hooks

import (
	"fmt"
	"log/slog"
	"os"

	"github.com/getsentry/sentry-go"
	"github.com/go-kit/log"
)

type card struct{ CardNumber, CVV string }

type seat struct{ Row, CardNumber string }

func replaceTyped(_ []string, a slog.Attr) slog.Attr {
	switch v := a.Value.Any().(type) {
	case card:
		return slog.String(a.Key, v.CardNumber[len(v.CardNumber)-4:])
	case *card:
		return slog.Attr{}
	case seat:
		fmt.Fprint(os.Stderr) // seen, and left as it is
	}
	return a
}

func typed(c card, s seat) {
	l := slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: replaceTyped}))
	l.Info("paid", "by", c)
	l.Info("paid", slog.Any("by", &c))
	l.Info("paid", "at", s)                  // want `s shows the card number`
	l.Info("paid", "by", []card{c})          // want `shows the card number`
	l.Info("paid", "number", c.CardNumber)   // want `c.CardNumber shows`
	l.Info(fmt.Sprintf("paid by %v", c.CVV)) // want `shows the security code`
}

func quiet(next log.Logger) log.Logger {
	return log.LoggerFunc(func(kv ...any) error {
		for i := 0; i+1 < len(kv); i += 2 {
			if kv[i] == "cvv" {
				kv[i+1] = "-"
			}
		}
		return next.Log(kv...)
	})
}

func adapted(l log.Logger, c card) {
	_ = quiet(l).Log("cvv", c.CVV)
	_ = quiet(l).Log("code", c.CVV) // want `c.CVV shows`
}

func start() error {
	return sentry.Init(sentry.ClientOptions{BeforeSend: func(e *sentry.Event, _ *sentry.EventHint) *sentry.Event {
		delete(e.Contexts, "payment")
		for _, c := range e.Contexts {
			delete(c, "cvv")
		}
		return e
	}})
}

func crashed(s *sentry.Scope, c card) {
	s.SetContext("payment", sentry.Context{"cardNumber": c.CardNumber})
	s.SetContext("order", sentry.Context{"cvv": c.CVV})
	s.SetContext("order", sentry.Context{"cardNumber": c.CardNumber}) // want `shows the card number`
	sentry.CaptureMessage("paid by " + c.CardNumber)                  // want `shows the card number`
}

// toLog hands what is written to it to a log, toList keeps it.
type toLog struct{ l *slog.Logger }

func (w toLog) Write(p []byte) (int, error) {
	w.l.Info(string(p))
	return len(p), nil
}

type toList struct {
	lines []string
	l     *slog.Logger
}

func (w *toList) Write(p []byte) (int, error) {
	w.lines = append(w.lines, string(p))
	w.l.Info("kept", "bytes", len(p))
	return len(p), nil
}

func writers(l *slog.Logger, c card) {
	fmt.Fprintf(toLog{l}, "card %s", c.CardNumber) // want `shows the card number`
	fmt.Fprintf(&toList{l: l}, "card %s", c.CardNumber)
}

type terminal struct {
	PAN          string
	PinEntryMode string
	PinPrompt    string
	CvvMethod    string
	PIN          string
}

func modes(l *slog.Logger, t terminal) {
	l.Info("terminal", "entry", t.PinEntryMode, "prompt", t.PinPrompt, "method", t.CvvMethod)
	l.Info("terminal", "pin", t.PIN) // want `shows the PIN`
}
