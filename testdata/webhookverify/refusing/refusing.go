// Package refusing has handlers whose answer to an event without a signature is to return.
package refusing

import (
	"errors"
	"io"
	"log/slog"
	"net/http"

	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"

	"github.com/auroravet/auroravet/testdata/webhookverify/signing"
)

const signature = "Flute-Webhook-Signature"

var errForged = errors.New("forged")

type desk struct {
	v     *signing.Verifier
	queue chan []byte
	save  func([]byte) error
}

type handler func(w http.ResponseWriter, r *http.Request) error

func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := h(w, r); err != nil {
		slog.Warn("webhook", "err", err)
		w.WriteHeader(http.StatusUnauthorized)
	}
}

func wrap(h func(w http.ResponseWriter, r *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := h(w, r); err != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		slog.Info("done")
	}
}

func (d *desk) routes(m *http.ServeMux) {
	m.Handle("POST /a", handler(d.answered))
	m.HandleFunc("POST /b", wrap(d.silent))
	m.HandleFunc("POST /c", wrap(func(w http.ResponseWriter, r *http.Request) error {
		if r.Header.Get(signature) == "" {
			w.WriteHeader(http.StatusBadRequest)
			return nil
		}
		body, _ := io.ReadAll(r.Body)
		if d.v.Check(r.Header, body) != nil {
			return errForged
		}
		return d.save(body)
	}))
}

// answered has refused by then.
func (d *desk) answered(w http.ResponseWriter, r *http.Request) error {
	if r.Header.Get(signature) == "" {
		w.WriteHeader(http.StatusBadRequest)
		return nil
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return err
	}
	if err := d.v.Check(r.Header, body); err != nil {
		return err
	}
	d.queue <- body
	return nil
}

// silent does nothing about an event without a signature.
func (d *desk) silent(w http.ResponseWriter, r *http.Request) error {
	if len(r.Header.Values(signature)) == 0 {
		slog.Debug("an event without a signature")
		return nil
	}
	body, _ := io.ReadAll(r.Body)
	if d.v.Check(r.Header, body) != nil {
		return errForged
	}
	return d.save(body)
}

// trusting saves what it should have refused.
func (d *desk) trusting(w http.ResponseWriter, r *http.Request) error {
	body, _ := io.ReadAll(r.Body)
	if r.Header.Get(signature) != "" { // want `the webhook signature is checked only when there is one`
		if err := d.v.Check(r.Header, body); err != nil {
			return err
		}
	}
	return d.save(body)
}

// ignored answers alike, but saves only what it has verified.
func (d *desk) ignored(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if r.Header.Get(signature) != "" {
		if err := d.v.Check(r.Header, body); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		d.save(body)
	}
	w.WriteHeader(http.StatusNoContent)
}

// thanked does so with a helper.
func (d *desk) thanked(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if r.Header.Get(signature) != "" {
		if err := d.v.Check(r.Header, body); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		d.save(body)
	}
	thank(w)
}

func thank(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "text/plain")
	w.WriteHeader(http.StatusOK)
	io.WriteString(w, "thanks")
}

func (d *desk) echoed(c echo.Context) error {
	if c.Request().Header.Get(signature) == "" {
		return nil
	}
	body, _ := io.ReadAll(c.Request().Body)
	if err := d.v.Check(c.Request().Header, body); err != nil {
		return echo.ErrUnauthorized
	}
	return d.save(body)
}

func (d *desk) empty(c echo.Context) error {
	body, _ := io.ReadAll(c.Request().Body)
	if c.Request().Header.Get(signature) != "" {
		if err := d.v.Check(c.Request().Header, body); err != nil {
			return echo.ErrUnauthorized
		}
		d.save(body)
	}
	return c.NoContent(http.StatusOK)
}

func (d *desk) fibred(c *fiber.Ctx) error {
	sig := c.Get(signature)
	if sig == "" {
		c.Status(fiber.StatusBadRequest)
		return nil
	}
	if err := d.v.Verify(c.Get("Flute-Webhook-ID"), c.Get("Flute-Webhook-Timestamp"), sig, c.Body()); err != nil {
		return fiber.ErrUnauthorized
	}
	return d.save(c.Body())
}

// genuine approves what has no signature, and those that ask it go on.
func (d *desk) genuine(c echo.Context) error {
	if c.Request().Header.Get(signature) == "" { // want `the webhook signature is checked only when there is one`
		return nil
	}
	body, _ := io.ReadAll(c.Request().Body)
	if err := d.v.Check(c.Request().Header, body); err != nil {
		return echo.ErrUnauthorized
	}
	return nil
}

func (d *desk) asking(c echo.Context) error {
	if err := d.genuine(c); err != nil {
		return err
	}
	return d.save(nil)
}

// kept approves too: what it does when the signature is right is not the work.
func (d *desk) kept(w http.ResponseWriter, r *http.Request) error {
	if r.Header.Get(signature) == "" { // want `the webhook signature is checked only when there is one`
		return nil
	}
	body, _ := io.ReadAll(r.Body)
	if err := d.v.Check(r.Header, body); err != nil {
		return err
	}
	w.Header().Set("X-Signed", "yes")
	return nil
}

func (d *desk) keeping(w http.ResponseWriter, r *http.Request) {
	if err := d.kept(w, r); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	body, _ := io.ReadAll(r.Body)
	d.save(body)
}

// noted goes on with what it has only noted.
func (d *desk) noted(w http.ResponseWriter, r *http.Request) error {
	body, _ := io.ReadAll(r.Body)
	if r.Header.Get(signature) != "" { // want `the webhook signature is checked only when there is one`
		if d.v.Check(r.Header, body) != nil {
			return errForged
		}
	} else {
		slog.Warn("an event without a signature")
	}
	return d.save(body)
}

// same books what has no signature by itself.
func (d *desk) same(w http.ResponseWriter, r *http.Request) error {
	body, _ := io.ReadAll(r.Body)
	if r.Header.Get(signature) == "" { // want `the webhook signature is checked only when there is one`
		d.book(body)
		return nil
	}
	if d.v.Check(r.Header, body) != nil {
		return errForged
	}
	d.book(body)
	return nil
}

// aside keeps it elsewhere.
func (d *desk) aside(w http.ResponseWriter, r *http.Request) error {
	body, _ := io.ReadAll(r.Body)
	if r.Header.Get(signature) == "" {
		d.doubt(body)
		return nil
	}
	if d.v.Check(r.Header, body) != nil {
		return errForged
	}
	d.book(body)
	return nil
}

// other asks by another way who has sent it.
func (d *desk) other(w http.ResponseWriter, r *http.Request) error {
	body, _ := io.ReadAll(r.Body)
	if r.Header.Get(signature) == "" {
		if _, pass, ok := r.BasicAuth(); !ok || len(d.v.Secret) == 0 || pass != string(d.v.Secret) {
			return errForged
		}
		d.book(body)
		return nil
	}
	if d.v.Check(r.Header, body) != nil {
		return errForged
	}
	d.book(body)
	return nil
}

func (d *desk) book(body []byte)  { d.queue <- body }
func (d *desk) doubt(body []byte) { d.queue <- append([]byte("?"), body...) }
