// Package tickets sells tickets; it has getters, protos and queues.
package tickets

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"log/slog"
	"os"
	"strings"
	"time"

	"github.com/getsentry/sentry-go"
	"github.com/go-logr/logr"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

// CardMessage is as a generator writes it.
type CardMessage struct {
	state      int
	CardNumber string  `protobuf:"bytes,1,opt,name=card_number,json=cardNumber,proto3" json:"card_number,omitempty"`
	Cvc        *string `protobuf:"bytes,2,opt,name=cvc" json:"cvc,omitempty"`
}

// GetCardNumber returns the number.
func (m *CardMessage) GetCardNumber() string {
	if m != nil {
		return m.CardNumber
	}
	return ""
}

// GetCvc returns the code.
func (m *CardMessage) GetCvc() string {
	if m != nil && m.Cvc != nil {
		return *m.Cvc
	}
	return ""
}

func getters(m *CardMessage) {
	log.Println(m.GetCardNumber()) // want `m.GetCardNumber\(\) shows`
	log.Println(m.GetCvc() != "")
	slog.Info("card", "code", m.GetCvc()) // want `m.GetCvc\(\) shows`
}

// Envelope carries anything.
type Envelope struct {
	Kind string          `json:"kind"`
	Data json.RawMessage `json:"data"`
}

func publish(send func([]byte) error, m *CardMessage) error {
	data, err := json.Marshal(m)
	if err != nil {
		return err
	}
	env, _ := json.Marshal(Envelope{Kind: "card", Data: data})
	if err := send(env); err != nil {
		log.Printf("cannot send %s", env) // want `env shows`
	}
	return nil
}

type event struct {
	Name    string
	Payload any
	At      time.Time
}

func emit(e event) { slog.Info(e.Name, "payload", e.Payload, "at", e.At) }

func events(m *CardMessage) {
	emit(event{Name: "sold"})
	emit(event{Name: "sold", Payload: m.GetCardNumber()}) // want `event{…} shows`
	emit(event{Name: "sold", Payload: map[string]int{"digits": len(m.CardNumber)}})
}

type sampled struct {
	logr.Logger
	n int
}

func (s *sampled) Info(msg string, kv ...any) {
	if s.n++; s.n%10 == 0 {
		s.Logger.Info(msg, kv...)
	}
}

func samples(s *sampled, m *CardMessage) {
	s.Info("sold", "seats", 2)
	s.Info("sold", "card", m.CardNumber) // want `m.CardNumber shows`
}

type zapArray []CardMessage

func (a zapArray) MarshalLogArray(enc zapcore.ArrayEncoder) error {
	for _, m := range a {
		enc.AppendString(m.CardNumber)
	}
	return nil
}

func arrays(z *zap.Logger, a zapArray) {
	z.Info("sold", zap.Array("cards", a)) // want `a shows the card number`
	z.Info("sold", zap.Int("cards", len(a)))
}

func lazily(z *zap.SugaredLogger, m *CardMessage) {
	z.Debugw("sold", zap.String("n", m.CardNumber)) // want `m.CardNumber shows`
	z.Debugf("sold to %[1]T", m)
	z.Errorw("failed", "err", fmt.Errorf("seat %d", 3), "card", m) // want `m shows`
}

func scope(ctx context.Context, m *CardMessage) {
	hub := sentry.GetHubFromContext(ctx)
	hub.WithScope(func(s *sentry.Scope) {
		s.SetContext("card", map[string]any{"number": m.CardNumber}) // want `shows the card number`
		s.SetTags(map[string]string{"brand": "visa"})
		hub.CaptureException(fmt.Errorf("sale of seat %d", 3))
	})
}

func fatal(m *CardMessage) {
	if len(m.CardNumber) < 13 {
		logrus.WithFields(logrus.Fields{"len": len(m.CardNumber)}).Fatalf("short: %q", m.CardNumber) // want `m.CardNumber shows`
	}
	log.Fatalln("no")
}

func loopLog(ms []*CardMessage) {
	var b strings.Builder
	for _, m := range ms {
		fmt.Fprintf(&b, "%s;", m.GetCardNumber())
	}
	fmt.Fprint(os.Stdout, b.String()) // want `b.String\(\) shows`
}

func debugEnabled(lg *slog.Logger, m *CardMessage) {
	if lg.Enabled(context.Background(), slog.LevelDebug) {
		lg.LogAttrs(context.Background(), slog.LevelDebug, "sold",
			slog.Int("seats", 2),
			slog.String("card", m.CardNumber), // want `m.CardNumber shows`
		)
	}
	attrs := []slog.Attr{slog.Int("seats", 2)}
	attrs = append(attrs, slog.Any("m", *m)) // want `\*m shows`
	lg.LogAttrs(context.Background(), slog.LevelInfo, "sold", attrs...)
}

func tested(number string) bool {
	cardNumber := strings.ReplaceAll(number, " ", "")
	valid := len(cardNumber) == 16
	slog.Debug("checked", "valid", valid, "brand", brandOf(cardNumber))
	return valid
}

func brandOf(n string) string {
	switch {
	case strings.HasPrefix(n, "4"):
		return "visa"
	case strings.HasPrefix(n, "5"):
		return "mastercard"
	}
	return "unknown"
}

func panicking(m *CardMessage) {
	defer func() {
		if r := recover(); r != nil {
			slog.Error("panic", "r", r)
		}
	}()
	if m.Cvc == nil {
		panic(fmt.Sprintf("no code for %s", m.CardNumber)) // want `shows the card number`
	}
}
