// Package makers writes card data to loggers whose making decides whether anybody sees it.
package makers

import (
	"io"
	"log/slog"
	"os"

	kitlog "github.com/go-kit/log"
	"github.com/rs/zerolog"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

type card struct{ CardNumber, CVV string }

func init() { zap.ReplaceGlobals(zap.NewNop()) }

func globals(c card) {
	zap.L().Info("paid", zap.String("number", c.CardNumber))
	zap.S().With("till", 3).Infow("paid", "number", c.CardNumber)
	slog.Default().Info("paid", "number", c.CardNumber) // want `c.CardNumber shows`
}

func cores(c card) {
	enc := zapcore.NewJSONEncoder(zap.NewProductionEncoderConfig())
	silent := zap.New(zapcore.NewCore(enc, zapcore.AddSync(io.Discard), zap.InfoLevel))
	silent.Named("till").Info("paid", zap.String("number", c.CardNumber))
	loud := zap.New(zapcore.NewCore(enc, os.Stderr, zap.InfoLevel))
	loud.Named("till").Info("paid", zap.String("number", c.CardNumber)) // want `c.CardNumber shows`
}

func events(c card) {
	nop := zerolog.Nop()
	nop.Info().Int("till", 3).Bool("open", true).Str("number", c.CardNumber).Msg("paid")
	l := zerolog.New(os.Stderr)
	l.Info().Int("till", 3).Bool("open", true).Str("number", c.CardNumber).Msg("paid") // want `c.CardNumber shows`
	quiet := l.Output(io.Discard)
	quiet.Warn().Str("number", c.CardNumber).Send()
}

func kit(c card) {
	_ = kitlog.With(kitlog.NewNopLogger(), "till", 3).Log("number", c.CardNumber)
	_ = kitlog.With(kitlog.NewJSONLogger(io.Discard), "till", 3).Log("number", c.CardNumber)
	_ = kitlog.With(kitlog.NewJSONLogger(os.Stdout), "till", 3).Log("number", c.CardNumber) // want `c.CardNumber shows`
}

func entries(c card) {
	l := logrus.New()
	l.SetOutput(io.Discard)
	logrus.NewEntry(l).WithField("till", 3).Info(c.CardNumber)
	m := logrus.New()
	m.SetOutput(os.Stdout)
	logrus.NewEntry(m).WithField("till", 3).Info(c.CardNumber) // want `c.CardNumber shows`
}
