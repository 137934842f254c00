// Package parking sells parking at a barrier.
package parking

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net/http"
	"net/http/httputil"
	"os"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/go-resty/resty/v2"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
	"github.com/rs/zerolog"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

// Exit is a payment at the barrier.
type Exit struct {
	Plate      string `json:"plate" form:"plate"`
	CardNumber string `json:"card_number" form:"card_number"`
	CVV        string `json:"cvv" form:"cvv"`
}

func logBodies() gin.HandlerFunc {
	return func(c *gin.Context) {
		b, err := io.ReadAll(c.Request.Body)
		if err != nil {
			c.Abort()
			return
		}
		c.Request.Body = io.NopCloser(bytes.NewBuffer(b))
		log.Printf("%s %s: %s", c.Request.Method, c.FullPath(), b) // want `b shows the card data`
		c.Next()
	}
}

func logPaths() gin.HandlerFunc {
	return func(c *gin.Context) {
		c.Next()
		log.Printf("%s %s: %d", c.Request.Method, c.FullPath(), c.Writer.Status())
	}
}

func exit(c *gin.Context) {
	var e Exit
	if err := c.ShouldBind(&e); err != nil {
		c.AbortWithStatus(400)
		return
	}
	fmt.Fprintf(gin.DefaultWriter, "exit of %s\n", e.Plate)
	c.JSON(200, e)
}

func bodyDump(e *echo.Echo) {
	e.Use(middleware.BodyDump(func(c echo.Context, in, out []byte) {
		slog.Info("exchange", "path", c.Path(), "in", len(in))
	}))
}

// peek is a RoundTripper.
type peek struct{ http.RoundTripper }

func (p peek) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Body != nil {
		var buf bytes.Buffer
		r.Body = io.NopCloser(io.TeeReader(r.Body, &buf))
		defer func() { log.Println("sent", buf.String()) }() // want `buf.String\(\) shows the card data`
	}
	return p.RoundTripper.RoundTrip(r)
}

func pay(e Exit) error {
	c := resty.New().SetDebug(true) // want `shows the card number and security code`
	_, err := c.R().SetBody(e).Post("https://api.flute.com/v2/transactions")
	return err
}

func ping() error {
	c := resty.New().SetDebug(true)
	_, err := c.R().Get("https://api.flute.com/v2/ping")
	return err
}

func quiet(e Exit) error {
	c := resty.New()
	_, err := c.R().SetBody(e).Post("https://api.flute.com/v2/transactions")
	return err
}

func debugRequest(req *http.Request) {
	if os.Getenv("DEBUG") == "" {
		return
	}
	out, err := httputil.DumpRequestOut(req, true)
	if err != nil {
		log.Println(err)
		return
	}
	os.Stderr.Write(out) // want `out shows the card data`
}

// maskCore hides the fields that hold cards.
type maskCore struct{ zapcore.Core }

func (m maskCore) Write(e zapcore.Entry, fields []zapcore.Field) error {
	for i := range fields {
		if fields[i].Key == "card_number" {
			fields[i] = zap.String("card_number", "****")
		}
	}
	return m.Core.Write(e, fields)
}

func maskedZap(core zapcore.Core, e Exit) {
	z := zap.New(maskCore{core})
	z.Info("exit", zap.String("card_number", e.CardNumber))
	z.Info("exit", zap.String("cvv", e.CVV)) // want `e.CVV shows`
}

func event(lg *zerolog.Logger, e Exit) {
	ev := lg.Info()
	ev.Str("plate", e.Plate)
	if e.CVV != "" {
		ev = ev.Str("code", e.CVV) // want `e.CVV shows`
	}
	ev.Msg("exit")
}

func attach(ctx context.Context, e Exit) context.Context {
	lg := zerolog.Ctx(ctx).With().Str("card", e.CardNumber).Logger() // want `e.CardNumber shows`
	return lg.WithContext(ctx)
}

type recorder struct {
	out io.Writer
}

func newRecorder() *recorder { return &recorder{out: os.Stdout} }

func (r *recorder) put(e Exit) {
	fmt.Fprintf(r.out, "%s;%s\n", e.Plate, e.CardNumber) // want `e.CardNumber shows`
}

func receipt(w http.ResponseWriter, e Exit) {
	fmt.Fprintf(w, "%s paid with %s", e.Plate, e.CardNumber)
}

func barrier(number string) string {
	digits := strings.Fields(number)
	return strings.Join(digits, "")
}

func viaBarrier(e Exit) {
	log.Println(barrier(e.CardNumber)) // want `barrier\(e.CardNumber\) shows`
	log.Println(barrier(e.Plate))
}
