package hooks

import (
	"log/slog"
	"os"

	"github.com/auroravet/auroravet/testdata/cardlog/hooks/keep"
	"github.com/hashicorp/go-hclog"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
)

func keptAttr(c card) {
	l := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: keep.Attr}))
	l.Info("paid", "cvv", c.CVV)
	l.Info("paid", "code", c.CVV) // want `c.CVV shows`
}

func keptPairs(l *keep.Logger, c card) {
	l.Info("paid", "row", 1, "cvv", c.CVV)
	l.Info("paid", "row", 1, "code", c.CVV) // want `c.CVV shows`
}

func keptFields(l *keep.Zap, p *keep.Plain, c card) {
	l.Info("paid", zap.String("cardNumber", c.CardNumber))
	l.Info("paid", zap.String("card", c.CardNumber))       // want `c.CardNumber shows`
	p.Info("paid", zap.String("cardNumber", c.CardNumber)) // want `c.CardNumber shows`
}

func keptEntry(c card) {
	l := logrus.New()
	l.SetFormatter(keep.Formatter{Formatter: &logrus.TextFormatter{}})
	l.WithField("cvv", c.CVV).Warn("refused")
	l.WithField("code", c.CVV).Warn("refused") // want `c.CVV shows`
}

func keptStation(h hclog.Logger, c card) {
	keep.Station{Logger: h}.Info("paid", "cvv", c.CVV)
	keep.Station{Logger: h}.Info("paid", "code", c.CVV) // want `c.CVV shows`
}

func keptByConstructor(c card) {
	l := slog.New(keep.NewHandler(slog.NewJSONHandler(os.Stdout, nil), "cvv", "cardNumber"))
	l.Info("paid", "CVV", c.CVV)
	l.Info("paid", "code", c.CVV) // want `c.CVV shows`
	other := slog.New(keep.NewHandler(slog.NewJSONHandler(os.Stdout, nil), "password"))
	other.Info("paid", "cvv", c.CVV) // want `c.CVV shows`
}

func keptByCore(c card) {
	keep.NewZap().Info("paid", zap.String("cvv", c.CVV))
	keep.NewZap().Info("paid", zap.String("code", c.CVV)) // want `c.CVV shows`
}
