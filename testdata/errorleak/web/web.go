// Package web serves the shop with net/http.
package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"io"
	"log/slog"
	"net/http"
	"strings"

	"github.com/auroravet/auroravet/testdata/errorleak/pay"
)

type shop struct {
	pay  *pay.Client
	page *template.Template
	last error
}

func (s *shop) text(w http.ResponseWriter, r *http.Request) {
	_, err := s.pay.Charge(r.Context(), "k", 1)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway) // want `http.Error shows the customer an error of the payment API`
	}
}

func (s *shop) replaced(w http.ResponseWriter, r *http.Request) {
	_, err := s.pay.Status(r.Context(), "k")
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func (s *shop) generic(w http.ResponseWriter, r *http.Request) {
	if _, err := s.pay.Charge(r.Context(), "k", 1); err != nil {
		slog.Error("charge failed", "err", err)
		http.Error(w, "the payment failed", http.StatusBadGateway)
	}
}

func (s *shop) printed(w http.ResponseWriter, r *http.Request) {
	_, err := s.pay.Charge(r.Context(), "k", 1)
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
		fmt.Fprintf(w, "charge: %v", err) // want `fmt.Fprintf shows the customer an error`
	}
}

func (s *shop) wrapped(w http.ResponseWriter, r *http.Request) {
	_, err := s.pay.Charge(r.Context(), "k", 1)
	if err = errors.Join(errors.New("order 12"), err); err != nil {
		_, _ = w.Write([]byte(strings.ToUpper(err.Error()))) // want `ResponseWriter.Write shows the customer an error`
	}
}

func (s *shop) encoded(w http.ResponseWriter, r *http.Request) {
	_, err := s.pay.Charge(r.Context(), "k", 1)
	var apiErr *pay.Error
	if errors.As(err, &apiErr) {
		w.WriteHeader(http.StatusPaymentRequired)
		_ = json.NewEncoder(w).Encode(map[string]any{"status": apiErr.StatusCode, "code": apiErr.ErrorCode}) // want `json.Encoder.Encode shows the customer an error`
	}
}

func (s *shop) numbers(w http.ResponseWriter, r *http.Request) {
	_, err := s.pay.Charge(r.Context(), "k", 1)
	var apiErr *pay.Error
	if errors.As(err, &apiErr) {
		w.WriteHeader(apiErr.StatusCode)
		_ = json.NewEncoder(w).Encode(map[string]any{"status": apiErr.StatusCode, "reference": apiErr.CorrelationID})
	}
}

var texts = map[string]string{"P0000": "your bank refused the payment", "R0000": "please wait a moment"}

func (s *shop) looked(w http.ResponseWriter, r *http.Request) {
	_, err := s.pay.Charge(r.Context(), "k", 1)
	if apiErr, ok := err.(*pay.Error); ok {
		http.Error(w, texts[apiErr.ErrorCode], http.StatusPaymentRequired)
		return
	}
	if err != nil {
		http.Error(w, say(err), http.StatusBadGateway)
	}
}

// say chooses a text.
func say(err error) string {
	var apiErr *pay.Error
	if errors.As(err, &apiErr) && apiErr.ErrorCode == "P0000" {
		return "your bank refused the payment"
	}
	return "please try again"
}

func (s *shop) own(w http.ResponseWriter, r *http.Request) {
	_, err := s.pay.Charge(r.Context(), "k", 1)
	var amount *pay.AmountError
	switch {
	case errors.As(err, &amount):
		http.Error(w, err.Error(), http.StatusBadRequest)
	case errors.Is(err, pay.ErrDeclined):
		http.Error(w, err.Error(), http.StatusPaymentRequired)
	case err != nil:
		http.Error(w, "please try again", http.StatusBadGateway)
	}
}

func (s *shop) switched(w http.ResponseWriter, r *http.Request) {
	_, err := s.pay.Charge(r.Context(), "k", 1)
	switch e := err.(type) {
	case *pay.AmountError:
		http.Error(w, e.Error(), http.StatusBadRequest)
	case *pay.Error:
		http.Error(w, e.Title, http.StatusPaymentRequired) // want `http.Error shows the customer an error`
	case nil:
		w.WriteHeader(http.StatusNoContent)
	}
}

// fail answers with any error.
func fail(w http.ResponseWriter, err error) {
	writeJSON(w, http.StatusBadGateway, problem{Title: "failed", Detail: err.Error()})
}

type problem struct {
	Title  string `json:"title"`
	Detail string `json:"detail,omitempty"`
}

func writeJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v)
}

func (s *shop) helped(w http.ResponseWriter, r *http.Request) {
	if _, err := s.pay.Charge(r.Context(), "k", 1); err != nil {
		fail(w, err) // want `web.fail shows the customer an error`
	}
}

func (s *shop) helpedOwn(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		fail(w, errors.New("only POST"))
		return
	}
	sale, err := s.pay.Charge(r.Context(), "k", 1)
	if err != nil {
		writeJSON(w, http.StatusBadGateway, problem{Title: "the payment failed"})
		return
	}
	writeJSON(w, http.StatusOK, sale)
}

// refuse is given what is the API's own.
func refuse(w http.ResponseWriter, e *pay.Error) {
	writeJSON(w, e.StatusCode, problem{Title: "failed", Detail: e.ErrorCode}) // want `web.writeJSON shows the customer an error`
}

func (s *shop) public(w http.ResponseWriter, r *http.Request) {
	_, err := s.pay.Charge(r.Context(), "k", 1)
	if err != nil {
		err = &pay.Public{Text: "the payment failed", Cause: err}
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func (s *shop) buffered(w http.ResponseWriter, r *http.Request) {
	_, err := s.pay.Charge(r.Context(), "k", 1)
	var buf bytes.Buffer
	fmt.Fprintln(&buf, "failed:", err)
	_, _ = buf.WriteTo(w) // want `bytes.Buffer.WriteTo shows the customer an error`
}

func (s *shop) page1(w http.ResponseWriter, r *http.Request) {
	_, err := s.pay.Charge(r.Context(), "k", 1)
	if err != nil {
		_ = s.page.Execute(w, map[string]any{"Error": err}) // want `template.Template.Execute shows the customer an error`
	}
}

func (s *shop) relayed(w http.ResponseWriter, r *http.Request) {
	resp, err := s.pay.Receipt(r.Context(), r.PathValue("id"))
	if err != nil {
		http.Error(w, "please try again", http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
	_, _ = io.Copy(w, resp.Body) // want `io.Copy passes on the body of whatever the payment API answers`
}

func (s *shop) relayedError(w http.ResponseWriter, r *http.Request) {
	resp, err := s.pay.Receipt(r.Context(), r.PathValue("id"))
	if err != nil {
		http.Error(w, "please try again", http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		body, _ := io.ReadAll(resp.Body)
		http.Error(w, string(body), resp.StatusCode) // want `http.Error shows the customer an error`
		return
	}
	_, _ = io.Copy(w, resp.Body)
}

func (s *shop) stored(w http.ResponseWriter, r *http.Request) {
	_, s.last = s.pay.Charge(r.Context(), "k", 1)
	w.WriteHeader(http.StatusAccepted)
}

func (s *shop) health(w http.ResponseWriter, r *http.Request) {
	if s.last != nil {
		http.Error(w, s.last.Error(), http.StatusServiceUnavailable) // want `http.Error shows the customer an error`
	}
}

func (s *shop) closure(w http.ResponseWriter, r *http.Request) {
	var err error
	run := func() error {
		_, err := s.pay.Charge(r.Context(), "k", 1)
		return err
	}
	for range 3 {
		if err = run(); err == nil {
			return
		}
	}
	http.Error(w, "failed: "+err.Error(), http.StatusBadGateway) // want `http.Error shows the customer an error`
}

// fetch asks for whatever it is told.
func fetch(w http.ResponseWriter, address string) (*http.Response, bool) {
	resp, err := http.Get(address)
	if err != nil {
		http.Error(w, "please try again", http.StatusBadGateway)
		return nil, false
	}
	return resp, true
}

// elements passes on the script, which has no errors of the API.
func elements(w http.ResponseWriter, _ *http.Request) {
	if resp, ok := fetch(w, "https://public.flute.com/lib/v1.0/flute.mjs"); ok {
		defer resp.Body.Close()
		_, _ = io.Copy(w, resp.Body)
	}
}

func terminals(w http.ResponseWriter, _ *http.Request) {
	if resp, ok := fetch(w, "https://api.flute.com/v2/terminals"); ok {
		defer resp.Body.Close()
		_, _ = io.Copy(w, resp.Body) // want `io.Copy passes on the body of whatever the payment API answers`
	}
}
