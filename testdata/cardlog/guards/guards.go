// Package guards calls functions that show card data for some constants alone.
package guards

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"strings"

	"github.com/auroravet/auroravet/testdata/cardlog/guards/api"
)

type card struct {
	Number string
	CVV    string
}

func (c card) form() url.Values {
	return url.Values{"card[number]": {c.Number}, "card[cvc]": {c.CVV}}
}

func posted(ctx context.Context, b api.Backend, c card) error {
	return b.Call(ctx, http.MethodPost, "/v1/tokens", c.form())
}

func got(ctx context.Context, b api.Backend, c card) error {
	return b.Call(ctx, http.MethodGet, "/v1/tokens", c.form()) // want `c\.form\(\) shows the card number and security code in clear to Call`
}

func rawPosted(ctx context.Context, c *api.Client, of card) error {
	return c.Raw(ctx, "POST", "/v1/tokens", []byte(of.form().Encode()))
}

func rawDeleted(ctx context.Context, c *api.Client, of card) error {
	return c.Raw(ctx, "DELETE", "/v1/tokens", []byte(of.form().Encode())) // want `shows the card number and security code in clear to Raw`
}

func anyMethod(ctx context.Context, c *api.Client, method string, of card) error {
	return c.Raw(ctx, method, "/v1/tokens", []byte(of.form().Encode())) // want `shows the card number and security code in clear to Raw`
}

// wrapper is one more level.
type wrapper struct {
	c    *api.Client
	logs *log.Logger
}

func (w wrapper) post(ctx context.Context, path string, form url.Values) error {
	return w.send(ctx, http.MethodPost, path, form)
}

func (w wrapper) get(ctx context.Context, path string, form url.Values) error {
	return w.send(ctx, http.MethodGet, path, form)
}

func (w wrapper) send(ctx context.Context, method, path string, form url.Values) error {
	return w.c.Call(ctx, method, path, form)
}

func wrapped(ctx context.Context, w wrapper, c card) error {
	if err := w.get(ctx, "/v1/cards", c.form()); err != nil { // want `c\.form\(\) shows`
		return err
	}
	return w.post(ctx, "/v1/cards", c.form())
}

func target(method, base string, form url.Values) string {
	if method == http.MethodGet {
		return base + "?" + form.Encode()
	}
	return base
}

func targets(c card) {
	log.Print(target("POST", "/v1/cards", c.form()))
	log.Print(target("GET", "/v1/cards", c.form())) // want `shows the card number`
}

func modes(c card) {
	api.Trace(api.Heads, "POST /v1/cards", c.Number)
	api.Trace(api.Quiet, "POST /v1/cards", c.Number)
	api.Trace(api.Bodies, "POST /v1/cards", c.Number) // want `c\.Number shows the card number`
	api.Trace(api.Heads, c.Number, "")                // want `c\.Number shows the card number`
}

func options(h *http.Client, c card) error {
	if err := api.Do(h, "/v1/cards", api.Options{Method: "POST", Form: c.form()}); err != nil {
		return err
	}
	if err := api.Do(h, "/v1/cards", api.Options{Method: "DELETE", Form: c.form()}); err != nil { // want `shows the card number`
		return err
	}
	return api.Do(h, "/v1/cards", api.Options{Method: "POST", Verbose: true, Form: c.form()}) // want `shows the card number`
}

func dump(verbose bool, l *log.Logger, text string) {
	if !verbose {
		return
	}
	if l != nil {
		l.Print(text)
	}
}

func dumps(c card) {
	l := log.New(os.Stderr, "", 0)
	dump(false, l, c.Number)
	dump(true, nil, c.Number)
	dump(true, l, c.Number)           // want `c\.Number shows the card number`
	dump(len(c.CVV) > 0, l, c.Number) // want `c\.Number shows the card number`
}

func defaulted(method, path, body string) {
	if method == "" {
		method = http.MethodPost
	}
	var sb strings.Builder
	sb.WriteString(path)
	if method == http.MethodGet {
		sb.WriteString("?" + body)
	}
	log.Print(sb.String())
}

func defaults(c card) {
	defaulted("", "/v1/cards", c.form().Encode())
	defaulted("POST", "/v1/cards", c.form().Encode())
	defaulted("GET", "/v1/cards", c.form().Encode()) // want `shows the card number`
}

func retried(method, path string, body *bytes.Buffer) {
	u := path
	for i := 0; i < 3; i++ {
		if method == http.MethodGet && i == 0 {
			u += "?" + body.String()
		}
		fmt.Println(method, u)
	}
}

func retries(c card) {
	retried(http.MethodPost, "/v1/cards", bytes.NewBufferString(c.Number))
	retried(http.MethodGet, "/v1/cards", bytes.NewBufferString(c.Number)) // want `shows the card number`
}

func either(ctx context.Context, c *api.Client, of card, again bool) error {
	method := http.MethodPost
	if again {
		method = http.MethodGet
	}
	return c.Raw(ctx, method, "/v1/tokens", []byte(of.form().Encode())) // want `shows the card number`
}

func record(l *slog.Logger, level int, body string) {
	attrs := []any{"bytes", len(body)}
	if level > 1 {
		attrs = append(attrs, "level", level)
	}
	if level == 3 {
		attrs = append(attrs, "body", body)
	}
	l.Info("sent", attrs...)
}

func records(l *slog.Logger, c card) {
	record(l, 2, c.Number)
	record(l, 3, c.Number) // want `c\.Number shows the card number`
}
