// Package onward has middlewares of a library that hands a request on by itself unless it is told not to.
package onward

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"io"
	"net/http"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"
)

type key []byte

func (k key) genuine(h http.Header, body []byte) bool {
	at, err := strconv.ParseInt(h.Get("Flute-Webhook-Timestamp"), 10, 64)
	if err != nil || time.Since(time.Unix(at, 0)).Abs() > 5*time.Minute {
		return false
	}
	m := hmac.New(sha256.New, k)
	io.WriteString(m, h.Get("Flute-Webhook-Id")+"."+h.Get("Flute-Webhook-Timestamp")+".")
	m.Write(body)
	return hmac.Equal([]byte(h.Get("Flute-Webhook-Signature")), []byte("v1,"+base64.StdEncoding.EncodeToString(m.Sum(nil))))
}

func body(c *gin.Context) []byte {
	raw, err := c.GetRawData()
	if err != nil {
		c.AbortWithStatus(http.StatusBadRequest)
		return nil
	}
	c.Request.Body = io.NopCloser(bytes.NewReader(raw))
	return raw
}

func answered(k key) gin.HandlerFunc {
	return func(c *gin.Context) {
		if !k.genuine(c.Request.Header, body(c)) { // want `the webhook signature is checked without any consequence`
			c.JSON(http.StatusUnauthorized, gin.H{"message": "no"})
			return
		}
		c.Next()
	}
}

func otherwise(k key) gin.HandlerFunc {
	return func(c *gin.Context) {
		if k.genuine(c.Request.Header, body(c)) { // want `the webhook signature is checked without any consequence`
			c.Next()
		} else {
			say(c, "no")
		}
	}
}

func say(c *gin.Context, text string) { c.String(http.StatusForbidden, text) }

func told(k key) gin.HandlerFunc {
	return func(c *gin.Context) {
		if !k.genuine(c.Request.Header, body(c)) {
			deny(c, "no")
			return
		}
		c.Next()
	}
}

func deny(c *gin.Context, text string) {
	c.Header("X-Why", text)
	c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"message": text})
}

func panics(k key) gin.HandlerFunc {
	return func(c *gin.Context) {
		if !k.genuine(c.Request.Header, body(c)) {
			panic("not genuine")
		}
		c.Next()
	}
}

// last is no middleware: nobody comes after it.
func last(k key) gin.HandlerFunc {
	return func(c *gin.Context) {
		if !k.genuine(c.Request.Header, body(c)) {
			c.JSON(http.StatusUnauthorized, gin.H{"message": "no"})
			return
		}
		c.Status(http.StatusNoContent)
	}
}
