// Package answers heeds what a verification says in several ways.
package answers

import (
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/auroravet/auroravet/testdata/webhookverify/signing"
)

type desk struct {
	v    *signing.Verifier
	save func([]byte) error
}

func late(r *http.Request) error {
	sec, err := strconv.ParseInt(r.Header.Get("Flute-Webhook-Timestamp"), 10, 64)
	if err != nil {
		return err
	}
	if time.Since(time.Unix(sec, 0)).Abs() > 5*time.Minute {
		return errors.New("late")
	}
	return nil
}

func (d *desk) genuine(r *http.Request, body []byte) bool {
	return d.v.Loose(r.Header.Get("Flute-Webhook-ID"), r.Header.Get("Flute-Webhook-Timestamp"), r.Header.Get("Flute-Webhook-Signature"), body)
}

// empty asks for the body that there is none of.
func (d *desk) empty(w http.ResponseWriter, r *http.Request) {
	body, _ := d.v.Request(r)
	if len(body) == 0 {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	d.save(body)
}

// dropped does not.
func (d *desk) dropped(w http.ResponseWriter, r *http.Request) {
	body, _ := d.v.Request(r) // want `the webhook signature is checked without any consequence; anyone can send`
	d.save(body)
}

// nested goes on only where both hold.
func (d *desk) nested(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := late(r); err == nil {
		if d.genuine(r, body) {
			slog.Info("paid", "size", len(body))
		} else {
			slog.Warn("forged")
		}
	} else {
		slog.Warn("late", "err", err)
	}
	w.WriteHeader(http.StatusNoContent)
}

// told notes both and goes on.
func (d *desk) told(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := late(r); err == nil {
		slog.Info("in time")
	} else {
		slog.Warn("late", "err", err)
	}
	if d.genuine(r, body) { // want `the webhook signature is accepted at any age`
		d.save(body)
	}
	w.WriteHeader(http.StatusNoContent)
}

// coded keeps the answer in a number.
func (d *desk) coded(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	code := http.StatusOK
	if late(r) != nil {
		slog.Warn("late")
		code = http.StatusGone
	}
	if !d.genuine(r, body) {
		code = http.StatusUnauthorized
	}
	if code == http.StatusOK {
		d.save(body)
	}
	w.WriteHeader(code)
}

type found struct{ late, genuine bool }

func (d *desk) look(r *http.Request, body []byte) found {
	return found{late: late(r) != nil, genuine: d.genuine(r, body)}
}

// structured keeps it in a struct.
func (d *desk) structured(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	f := d.look(r, body)
	slog.Info("event", "found", f)
	if f.late || !f.genuine {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	d.save(body)
}

// ServeHTTP is one of the handlers that may stand behind an interface.
func (d *desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if _, err := d.v.Request(r); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
	}
}

// front hands on what is right, in a package with a type that serves.
func (d *desk) front(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if body, err := io.ReadAll(r.Body); err != nil || late(r) != nil || !d.genuine(r, body) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// open hands everything on.
func open(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Flute-Webhook-Signature") == "" { // want `the webhook signature is read and compared with nothing`
			slog.Warn("unsigned")
		}
		next.ServeHTTP(w, r)
	})
}

func opened(w http.ResponseWriter, r *http.Request) { r.Body.Close() }

// adapted runs the middleware of net/http in one of a framework.
func (d *desk) adapted() gin.HandlerFunc {
	return func(c *gin.Context) {
		ok := false
		d.front(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { ok = true })).ServeHTTP(c.Writer, c.Request)
		if !ok {
			c.Abort()
			return
		}
		c.Next()
	}
}

func behind(c *gin.Context) {
	if c.GetHeader("Flute-Webhook-Signature") == "" {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	var ev json.RawMessage
	c.ShouldBindJSON(&ev)
}

func direct(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Flute-Webhook-Signature") == "" {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	r.Body.Close()
}

// worded notes the answer by way of a text.
func (d *desk) worded(w http.ResponseWriter, r *http.Request) {
	state := "right"
	body, _ := io.ReadAll(r.Body)
	if err := d.v.Check(r.Header, body); err != nil { // want `the webhook signature is checked without any consequence`
		state = "wrong: " + err.Error()
	}
	slog.Info("event", "signature", state)
	d.save(body)
	w.WriteHeader(http.StatusNoContent)
}

// shared notes it by way of a variable of a literal.
func (d *desk) shared(w http.ResponseWriter, r *http.Request) {
	var found error
	defer func() { slog.Info("event", "signature", found) }()
	body, _ := io.ReadAll(r.Body)
	found = d.v.Check(r.Header, body) // want `the webhook signature is checked without any consequence`
	d.save(body)
	w.WriteHeader(http.StatusNoContent)
}

// undone has a literal that asks.
func (d *desk) undone(w http.ResponseWriter, r *http.Request) {
	var found error
	defer func() {
		if found != nil {
			w.WriteHeader(http.StatusUnauthorized)
		}
	}()
	body, _ := io.ReadAll(r.Body)
	if found = d.v.Check(r.Header, body); found == nil {
		d.save(body)
	}
}

type problem struct {
	Title  string
	Status int
}

func tell(w http.ResponseWriter, p problem) {
	w.WriteHeader(p.Status)
	json.NewEncoder(w).Encode(p)
}

// unreturned refuses, and goes on.
func (d *desk) unreturned(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := d.v.Check(r.Header, body); err != nil { // want `the webhook signature is checked without any consequence`
		tell(w, problem{"signature", http.StatusUnauthorized})
	}
	if err := d.save(body); err != nil {
		tell(w, problem{"save", http.StatusInternalServerError})
	}
}

// traced notes with the header which event is late.
func (d *desk) traced(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if late(r) != nil {
		slog.Warn("late", "id", r.Header.Get("Flute-Webhook-ID"))
	}
	if !d.genuine(r, body) { // want `the webhook signature is accepted at any age`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	d.save(body)
}

// listed only asks whether there is a signature.
func (d *desk) listed(w http.ResponseWriter, r *http.Request) {
	if _, ok := r.Header["Flute-Webhook-Signature"]; !ok { // want `the webhook signature is read and compared with nothing`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	body, _ := io.ReadAll(r.Body)
	d.save(body)
}

// Routes puts the handlers behind them.
func Routes(d *desk) (http.Handler, *gin.Engine) {
	mux := http.NewServeMux()
	mux.Handle("POST /direct", d.front(http.HandlerFunc(direct)))
	mux.Handle("POST /open", open(http.HandlerFunc(opened)))
	mux.Handle("POST /desk", d)
	e := gin.New()
	hooks := e.Group("/hooks")
	hooks.Use(d.adapted())
	hooks.POST("/behind", behind)
	return mux, e
}
