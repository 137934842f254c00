// Package detours shows errors by the address of another page, or by a cookie that the page reads.
package detours

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"strings"
	"time"
)

var hc = &http.Client{Timeout: time.Minute}

func void(ctx context.Context, key string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://api.flute.com/pay-api/v1/transactions/void", strings.NewReader(`{}`))
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", key)
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	text, _ := io.ReadAll(resp.Body)
	return fmt.Errorf("void: %s", text)
}

func escaped(w http.ResponseWriter, r *http.Request) {
	if err := void(r.Context(), r.FormValue("id")); err != nil {
		http.Redirect(w, r, "/x?notice="+url.QueryEscape(err.Error()), http.StatusSeeOther) // want `shows the customer an error of the payment API`
	}
}

func literal(w http.ResponseWriter, r *http.Request) {
	if err := void(r.Context(), r.FormValue("id")); err != nil {
		q := url.Values{"notice": {err.Error()}}
		http.Redirect(w, r, "/x?"+q.Encode(), http.StatusSeeOther) // want `shows the customer an error of the payment API`
	}
}

func set(w http.ResponseWriter, r *http.Request) {
	if err := void(r.Context(), r.FormValue("id")); err != nil {
		q := url.Values{}
		q.Set("notice", err.Error())
		http.Redirect(w, r, "/x?"+q.Encode(), http.StatusSeeOther) // want `shows the customer an error of the payment API`
	}
}

func added(w http.ResponseWriter, r *http.Request) {
	if err := void(r.Context(), r.FormValue("id")); err != nil {
		u := *r.URL
		q := u.Query()
		q.Add("notice", err.Error())
		u.RawQuery = q.Encode()
		http.Redirect(w, r, u.String(), http.StatusSeeOther) // want `shows the customer an error of the payment API`
	}
}

func flash(w http.ResponseWriter, r *http.Request) {
	if err := void(r.Context(), r.FormValue("id")); err != nil {
		http.SetCookie(w, &http.Cookie{Name: "flash", Value: url.QueryEscape(err.Error())}) // want `shows the customer an error of the payment API`
		http.Redirect(w, r, "/x", http.StatusSeeOther)
	}
}

func calm(w http.ResponseWriter, r *http.Request) {
	if err := void(r.Context(), r.FormValue("id")); err != nil {
		log.Print(err)
		q := url.Values{}
		q.Set("notice", "not voided")
		q.Set("id", r.FormValue("id"))
		http.SetCookie(w, &http.Cookie{Name: "flash", Value: "void"})
		http.Redirect(w, r, "/x?"+q.Encode(), http.StatusSeeOther)
	}
}

// told tells the program's own people by a request.
func told(w http.ResponseWriter, r *http.Request) {
	if err := void(r.Context(), r.FormValue("id")); err != nil {
		q := url.Values{}
		q.Set("text", err.Error())
		if resp, err := hc.PostForm("https://alerts.example.com/new", q); err == nil {
			resp.Body.Close()
		}
		http.Redirect(w, r, "/x?notice=failed", http.StatusSeeOther)
	}
}
