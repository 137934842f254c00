// Package frameworks receives webhooks in handlers of web frameworks.
package frameworks

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	fiber3 "github.com/gofiber/fiber/v3"
	"github.com/labstack/echo/v4"
	"github.com/valyala/fasthttp"
)

const window = 300

func expected(id, ts string, body []byte) string {
	mac := hmac.New(sha256.New, []byte(os.Getenv("FLUTE_WEBHOOK_SECRET")))
	mac.Write([]byte(id + "." + ts + "."))
	mac.Write(body)
	return "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil))
}

func old(ts string) bool {
	sec, err := strconv.ParseInt(ts, 10, 64)
	return err != nil || time.Now().Unix()-sec > window
}

// GinEqual compares strings.
func GinEqual(c *gin.Context) {
	body, err := c.GetRawData()
	if err != nil || old(c.GetHeader("Flute-Webhook-Timestamp")) {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	if c.GetHeader("Flute-Webhook-Signature") != expected(c.GetHeader("Flute-Webhook-Id"), c.GetHeader("Flute-Webhook-Timestamp"), body) { // want `the webhook signature is not compared in constant time; a forged`
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Status(http.StatusNoContent)
}

// GinBound verifies what the binding left.
func GinBound(c *gin.Context) {
	var ev struct{ EventType string }
	if err := c.ShouldBindJSON(&ev); err != nil || old(c.GetHeader("Flute-Webhook-Timestamp")) {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	body, _ := json.Marshal(ev)
	want := expected(c.GetHeader("Flute-Webhook-Id"), c.GetHeader("Flute-Webhook-Timestamp"), body)
	if !hmac.Equal([]byte(want), []byte(c.GetHeader("Flute-Webhook-Signature"))) { // want `the webhook signature is not checked over the body as it came`
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

// GinGood does it all.
func GinGood(secret string) gin.HandlerFunc {
	return func(c *gin.Context) {
		body, err := io.ReadAll(c.Request.Body)
		if err != nil || old(c.GetHeader("Flute-Webhook-Timestamp")) {
			c.AbortWithStatus(http.StatusBadRequest)
			return
		}
		want := expected(c.GetHeader("Flute-Webhook-Id"), c.GetHeader("Flute-Webhook-Timestamp"), body)
		if !hmac.Equal([]byte(want), []byte(c.GetHeader("Flute-Webhook-Signature"))) {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Next()
	}
}

// GinNotes stands behind GinGood where the routes are.
func GinNotes(c *gin.Context) {
	var ev struct{ EventType string }
	if err := c.ShouldBindJSON(&ev); err == nil && c.GetHeader("Flute-Webhook-Signature") != ev.EventType {
		c.Status(http.StatusNoContent)
	}
}

// GinHeaders binds the headers.
type GinHeaders struct {
	Signature string `header:"Flute-Webhook-Signature" binding:"required"`
	Timestamp string `header:"Flute-Webhook-Timestamp"`
	ID        string `header:"Flute-Webhook-ID"`
}

// GinStruct reads them from a struct.
func GinStruct(c *gin.Context) {
	var h GinHeaders
	if err := c.ShouldBindHeader(&h); err != nil {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	body, _ := c.GetRawData()
	if !hmac.Equal([]byte(expected(h.ID, h.Timestamp, body)), []byte(h.Signature)) { // want `the webhook signature is accepted at any age`
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

// Echo takes any age.
func Echo(c echo.Context) error {
	h := c.Request().Header
	body, err := io.ReadAll(c.Request().Body)
	if err != nil {
		return echo.ErrBadRequest
	}
	if !hmac.Equal([]byte(h.Get("Flute-Webhook-Signature")), []byte(expected(h.Get("Flute-Webhook-Id"), h.Get("Flute-Webhook-Timestamp"), body))) { // want `the webhook signature is accepted at any age`
		return echo.ErrUnauthorized
	}
	return c.NoContent(http.StatusNoContent)
}

// EchoMiddleware does it all.
func EchoMiddleware(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		h := c.Request().Header
		body, err := io.ReadAll(c.Request().Body)
		if err != nil || old(h.Get("Flute-Webhook-Timestamp")) {
			return echo.ErrBadRequest
		}
		if !hmac.Equal([]byte(h.Get("Flute-Webhook-Signature")), []byte(expected(h.Get("Flute-Webhook-Id"), h.Get("Flute-Webhook-Timestamp"), body))) {
			return echo.ErrUnauthorized
		}
		return next(c)
	}
}

// Fiber compares nothing.
func Fiber(c *fiber.Ctx) error {
	if len(c.Get("Flute-Webhook-Signature")) == 0 { // want `the webhook signature is read and compared with nothing`
		return fiber.ErrUnauthorized
	}
	var ev struct{ EventType string }
	return c.BodyParser(&ev)
}

// FiberGood does it all.
func FiberGood(c *fiber.Ctx) error {
	ts := c.Get("Flute-Webhook-Timestamp")
	if old(ts) || !hmac.Equal([]byte(c.Get("Flute-Webhook-Signature")), []byte(expected(c.Get("Flute-Webhook-Id"), ts, c.Body()))) {
		return fiber.ErrUnauthorized
	}
	return c.SendStatus(fiber.StatusNoContent)
}

// Fiber3 compares strings.
func Fiber3(c fiber3.Ctx) error {
	ts := c.Get("Flute-Webhook-Timestamp")
	if old(ts) || c.Get("Flute-Webhook-Signature") != expected(c.Get("Flute-Webhook-Id"), ts, c.Body()) { // want `the webhook signature is not compared in constant time; a forged`
		return fiber3.ErrUnauthorized
	}
	return nil
}

// Fast takes any age.
func Fast(ctx *fasthttp.RequestCtx) {
	h := &ctx.Request.Header
	want := expected(string(h.Peek("Flute-Webhook-Id")), string(h.Peek("Flute-Webhook-Timestamp")), ctx.PostBody())
	if !hmac.Equal(h.Peek("Flute-Webhook-Signature"), []byte(want)) { // want `the webhook signature is accepted at any age`
		ctx.SetStatusCode(fasthttp.StatusUnauthorized)
	}
}
