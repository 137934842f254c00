// Package libs writes card data with every library.
package libs

import (
	"context"
	"errors"

	clog "github.com/charmbracelet/log"
	"github.com/davecgh/go-spew/spew"
	"github.com/getsentry/sentry-go"
	"github.com/gin-gonic/gin"
	kitlog "github.com/go-kit/log"
	"github.com/go-kit/log/level"
	"github.com/go-logr/logr"
	"github.com/gofiber/fiber/v2"
	"github.com/golang/glog"
	"github.com/hashicorp/go-hclog"
	"github.com/labstack/echo/v4"
	"github.com/rs/zerolog"
	zlog "github.com/rs/zerolog/log"
	"github.com/sirupsen/logrus"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
	"k8s.io/klog/v2"
)

// Card is a card in clear.
type Card struct {
	Number string `json:"number"`
	CVV    string `json:"cvv"`
	Holder string `json:"holder"`
}

// Safe hides itself from zap and zerolog.
type Safe struct{ PAN, CVV string }

// MarshalLogObject shows nothing.
func (s Safe) MarshalLogObject(enc zapcore.ObjectEncoder) error {
	enc.AddString("card", "****")
	return nil
}

// MarshalZerologObject shows nothing.
func (s Safe) MarshalZerologObject(e *zerolog.Event) { e.Str("card", "****") }

// Loud shows itself to zap and zerolog.
type Loud struct{ PAN, CVV string }

// MarshalLogObject shows the number.
func (l *Loud) MarshalLogObject(enc zapcore.ObjectEncoder) error {
	enc.AddString("pan", l.PAN)
	return nil
}

// MarshalZerologObject shows the number.
func (l Loud) MarshalZerologObject(e *zerolog.Event) { e.Str("pan", l.PAN) }

func zaps(z *zap.Logger, c Card, s Safe, l *Loud) {
	z.Info("card", zap.String("holder", c.Holder), zap.String("n", c.Number)) // want `c.Number shows the card number in clear to zap.String`
	z.Info("card " + c.Number)                                                // want `"card " \+ c.Number shows`
	z.Warn("card", zap.Any("card", c))                                        // want `c shows`
	z.Warn("card", zap.Object("card", s))
	z.Warn("card", zap.Any("card", s))
	z.Warn("card", zap.Reflect("card", s)) // want `s shows`
	z.Warn("card", zap.Object("card", l))  // want `l shows the card number`
	z.Warn("card", zap.Inline(s))
	z.Warn("card", zap.Strings("cards", []string{c.Number})) // want `\[\]string{…} shows`
	z.With(zap.ByteString("code", []byte(c.CVV))).Info("x")  // want `\[\]byte\(c.CVV\) shows`
	z.Sugar().Infow("card", "holder", c.Holder, "card", c)   // want `c shows`
	z.Sugar().Infof("card %s", c.Number)                     // want `c.Number shows`
	z.Sugar().With("cvv", c.CVV).Info("x")                   // want `c.CVV shows`
	if ce := z.Check(zap.DebugLevel, "card"); ce != nil {
		ce.Write(zap.Int("len", len(c.Number)))
	}
}

func zero(lg zerolog.Logger, c Card, s Safe, l Loud) {
	lg.Info().Str("holder", c.Holder).Str("n", c.Number).Msg("card") // want `c.Number shows the card number in clear to Event.Str`
	lg.Info().Interface("card", c).Send()                            // want `c shows`
	lg.Info().Object("card", s).Send()
	lg.Info().EmbedObject(l).Send()                                 // want `l shows the card number`
	lg.Info().Msgf("card %s", c.Number)                             // want `c.Number shows`
	lg.Info().Dict("card", zerolog.Dict().Str("cvv", c.CVV)).Send() // want `c.CVV shows`
	lg.Info().Fields(map[string]any{"n": c.Number}).Send()          // want `shows the card number`
	lg.With().Str("n", c.Number).Logger()                           // want `c.Number shows`
	zlog.Error().Err(errors.New("declined")).Str("holder", c.Holder).Msg("no")
	zlog.Printf("%v", c)                                                       // want `c shows`
	zlog.Ctx(context.Background()).Debug().Bytes("cvv", []byte(c.CVV)).Msg("") // want `shows the security code`
}

func rus(lg *logrus.Logger, e *logrus.Entry, c Card, p *Card) {
	lg.WithField("card", c).Info("x")                                         // want `c shows`
	lg.WithFields(logrus.Fields{"holder": c.Holder, "n": c.Number}).Info("x") // want `logrus.Fields{…} shows`
	lg.WithFields(logrus.Fields{"holder": c.Holder, "digits": len(c.Number)}).Info("x")
	e.Infof("card %s", c.Number)              // want `c.Number shows`
	logrus.Warn("card ", c.Number)            // want `c.Number shows`
	logrus.WithField("cvv", c.CVV).Error("x") // want `c.CVV shows`
	entry := logrus.WithField("holder", c.Holder)
	entry = entry.WithField("p", p) // want `p shows`
	entry.Info("x")
	var fl logrus.FieldLogger = lg
	fl.Debugln(c.Number) // want `c.Number shows`
}

func klogs(c Card, l klog.Logger) {
	klog.InfoS("card", "holder", c.Holder, "card", c) // want `c shows`
	klog.Infof("card %s", c.Number)                   // want `c.Number shows`
	klog.V(2).Info("card ", c.Number)                 // want `c.Number shows`
	klog.ErrorS(nil, "card", "n", c.Number)           // want `c.Number shows`
	klog.V(4).InfoS("card", "digits", len(c.Number))
	glog.Errorf("card %v", c)             // want `c shows`
	glog.V(1).Infoln(c.CVV)               // want `c.CVV shows`
	l.WithValues("n", c.Number).Info("x") // want `c.Number shows`
}

func structured(l logr.Logger, h hclog.Logger, k kitlog.Logger, cl *clog.Logger, c Card) {
	l.Info("card", "holder", c.Holder)
	l.V(1).Info("card", "n", c.Number) // want `c.Number shows`
	l.Error(nil, "card", "card", c)    // want `c shows`
	h.Debug("card", "n", c.Number)     // want `c.Number shows`
	h.With("cvv", c.CVV).Info("x")     // want `c.CVV shows`
	h.Info("card", "holder", c.Holder)
	level.Info(k).Log("msg", "card", "n", c.Number) // want `c.Number shows`
	kitlog.With(k, "cvv", c.CVV).Log("msg", "x")    // want `c.CVV shows`
	k.Log("msg", "card", "holder", c.Holder)
	cl.Info("card", "n", c.Number)  // want `c.Number shows`
	clog.Infof("card %s", c.Number) // want `c.Number shows`
	clog.Warn("card", "holder", c.Holder)
}

func traces(ctx context.Context, span trace.Span, c Card, hub *sentry.Hub) {
	span.SetAttributes(attribute.String("holder", c.Holder), attribute.String("card.number", c.Number)) // want `c.Number shows`
	span.AddEvent("paid", trace.WithAttributes(attribute.Key("cvv").String(c.CVV)))                     // want `c.CVV shows`
	span.SetStatus(codes.Error, "bad card "+c.Number)                                                   // want `shows the card number`
	span.SetName("pay " + c.Holder)
	sentry.CaptureMessage("bad card " + c.Number) // want `shows the card number`
	sentry.ConfigureScope(func(s *sentry.Scope) {
		s.SetTag("holder", c.Holder)
		s.SetTag("pan", c.Number) // want `c.Number shows`
	})
	hub.AddBreadcrumb(&sentry.Breadcrumb{Message: "card", Data: map[string]any{"n": c.Number}}, nil) // want `shows the card number`
	sentry.CaptureEvent(&sentry.Event{Message: "paid by " + c.Holder})
	spew.Dump(c)          // want `c shows`
	spew.Printf("%v", &c) // want `&c shows`
}

func frameworks(g *gin.Context, e echo.Context, f *fiber.Ctx) {
	g.JSON(200, gin.H{"cvv": g.PostForm("cvv")})
	e.Logger().Infof("card %s", e.FormValue("card_number")) // want `e.FormValue\("card_number"\) shows`
	e.Logger().Info(f.FormValue("cvv"))                     // want `f.FormValue\("cvv"\) shows`
	e.Logger().Info(f.FormValue("order"))
}
