// Package settings has handlers that verify in some environments only.
package settings

import (
	"errors"
	"io"
	"net/http"
	"os"
	"strings"

	"github.com/auroravet/auroravet/testdata/webhookverify/signing"
)

type config struct {
	Stage  string
	IsProd bool
	Secret string
	Strict bool
}

func (c config) production() bool { return c.Stage == "production" }

type desk struct {
	cfg  config
	v    *signing.Verifier
	test *signing.Verifier
	save func([]byte) error
}

// equal verifies where the name is that of the live environment.
func (d *desk) equal(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if d.cfg.Stage == "production" {
		if err := d.v.Check(r.Header, body); err != nil { // want `the webhook signature is checked only in the live environment; anyone can send such an event elsewhere`
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
	}
	d.save(body)
}

// either knows two names of it.
func (d *desk) either(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if env := os.Getenv("STAGE"); env == "prod" || strings.EqualFold(env, "live") {
		if err := d.v.Check(r.Header, body); err != nil { // want `checked only in the live environment`
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
	}
	d.save(body)
}

// not turns it round, in a helper.
func (d *desk) not(r *http.Request, body []byte) error {
	if d.cfg.Stage != "prod" {
		return nil
	}
	return d.v.Check(r.Header, body) // want `checked only in the live environment`
}

func (d *desk) helped(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := d.not(r, body); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	d.save(body)
}

// asked asks a method.
func (d *desk) asked(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if d.cfg.production() {
		if err := d.v.Check(r.Header, body); err != nil { // want `checked only in the live environment`
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
	}
	d.save(body)
}

// flagged asks a field, in one condition.
func (d *desk) flagged(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if d.cfg.IsProd && d.v.Check(r.Header, body) != nil { // want `checked only in the live environment`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	d.save(body)
}

// local trusts one environment that somebody has to name.
func (d *desk) local(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if d.cfg.Stage != "local" {
		if err := d.v.Check(r.Header, body); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
	}
	d.save(body)
}

// secrets takes another secret elsewhere.
func (d *desk) secrets(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	v := d.test
	if d.cfg.Stage == "prod" {
		v = d.v
	}
	if err := v.Check(r.Header, body); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	d.save(body)
}

// both verifies in both ways.
func (d *desk) both(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	var err error
	if strings.HasPrefix(d.cfg.Stage, "prod") {
		err = d.v.Check(r.Header, body)
	} else {
		err = d.test.Check(r.Header, body)
	}
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	d.save(body)
}

// closed takes nothing elsewhere.
func (d *desk) closed(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if d.cfg.Stage == "prod" {
		if err := d.v.Check(r.Header, body); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		d.save(body)
		return
	}
	w.WriteHeader(http.StatusNotFound)
}

// strict shows more of the reason elsewhere.
func (d *desk) strict(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := d.v.Check(r.Header, body); err != nil {
		if d.cfg.Stage == "prod" {
			err = errors.New("refused")
		}
		http.Error(w, err.Error(), http.StatusUnauthorized)
		return
	}
	d.save(body)
}

// preprod is not the live environment.
func (d *desk) preprod(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if d.cfg.Stage != "pre-prod" {
		if err := d.v.Check(r.Header, body); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
	}
	d.save(body)
}

// routed verifies what comes on one path; another handler has the others.
func (d *desk) routed(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if strings.HasPrefix(r.URL.Path, "/live/") {
		if err := d.v.Check(r.Header, body); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
	}
	d.save(body)
}
