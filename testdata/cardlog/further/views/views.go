// Package views prints what another package defines.
package views

import (
	"bytes"
	"encoding/json"
	"io"
	"log"
	"log/slog"
	"mime/multipart"
	"net/http"
	"os"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"

	"github.com/auroravet/auroravet/testdata/cardlog/further/views/lib"
)

func displays(q lib.Quiet, l lib.Loud, k lib.Keyed) {
	log.Println(q)
	log.Printf("%#v", q) // want `q shows`
	log.Println(l)       // want `l shows the card number and security code`
	log.Println(&l)      // want `&l shows the card number`
	log.Printf("%+v", k)
	slog.Info("k", "number", k.CardNumber)
	b, _ := json.Marshal(k)
	log.Println(string(b))
	log.Println(string(k.CardNumber)) // want `string\(k.CardNumber\) shows`
	log.Println(lib.Number(q))        // want `lib.Number\(q\) shows`
}

func wiped(l lib.Loud) {
	lib.Wipe(&l)
	log.Printf("%+v", l)
}

func filled(n string) {
	var r lib.Request
	lib.Fill(&r, n)
	b, _ := json.Marshal(r)
	log.Println(string(b)) // want `string\(b\) shows`
}

type shop struct {
	js, safe *slog.Logger
}

func newShop() *shop { return &shop{js: lib.NewJSON(), safe: lib.NewSafe()} }

func (s *shop) log(r lib.Request, l lib.Loud) {
	s.js.Info("request", "r", r) // want `r shows the card number`
	slog.Info("request", "r", r)
	s.safe.Info("card", "card_number", l.PAN, "cvv", l.CVV)
	lib.Safe.Info("card", "card_number", l.PAN)
	lib.Safe.Info("card", "n", l.PAN) // want `l.PAN shows`
}

func redactedMap(l lib.Loud) {
	m := map[string]any{"pan": l.PAN, "cvv": l.CVV, "ok": true}
	for _, k := range []string{"pan", "cvv"} {
		delete(m, k)
	}
	log.Println(m)
}

func halfRedactedMap(l lib.Loud) {
	m := map[string]any{"pan": l.PAN, "cvv": l.CVV, "ok": true}
	for _, k := range []string{"cvv"} {
		m[k] = "***"
	}
	log.Println(m) // want `m shows the card number`
}

var sensitive = map[string]bool{"cardNumber": true, "cvv": true}

func scrub(m map[string]any) map[string]any {
	for k := range m {
		if sensitive[k] {
			m[k] = "[redacted]"
		}
	}
	return m
}

func scrubbed(l lib.Loud) {
	log.Println(scrub(map[string]any{"cardNumber": l.PAN}))
}

func bodyDumps(e *echo.Echo) {
	e.Use(middleware.BodyDump(func(c echo.Context, in, out []byte) {
		log.Printf("in %s", in) // want `in shows the card data`
		log.Printf("out %s", out)
	}))
	e.POST("/cards", func(c echo.Context) error {
		var k lib.Request
		return c.Bind(&k)
	})
}

func teed(w http.ResponseWriter, r *http.Request) {
	var l lib.Loud
	body := io.TeeReader(r.Body, os.Stderr) // want `r.Body shows the card data`
	if err := json.NewDecoder(body).Decode(&l); err != nil {
		http.Error(w, "bad", 400)
	}
}

func form(l lib.Loud) {
	var buf bytes.Buffer
	mw := multipart.NewWriter(&buf)
	mw.WriteField("amount", "12")
	log.Println(buf.Len())
	mw.WriteField("n", l.PAN)
	mw.Close()
	log.Println(buf.String()) // want `buf.String\(\) shows the card number`
}
