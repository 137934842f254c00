// Package pipes streams bodies while they are written, and packs them.
package pipes

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
)

type ticket struct {
	Seat       string `json:"seat"`
	CardNumber string `json:"cardNumber"`
	CVV        string `json:"cvv"`
}

type stored struct {
	Seat            string `json:"seat"`
	PaymentMethodID string `json:"paymentMethodId"`
}

func streamed(to string, t ticket) (*http.Request, error) {
	r, w := io.Pipe()
	go func() { w.CloseWithError(json.NewEncoder(w).Encode(t)) }()
	return http.NewRequest(http.MethodPost, to, r) // want `http.NewRequest puts the card number and security code into a request`
}

func streamedStored(to string, t ticket) (*http.Request, error) {
	r, w := io.Pipe()
	go func() { w.CloseWithError(json.NewEncoder(w).Encode(stored{Seat: t.Seat})) }()
	return http.NewRequest(http.MethodPost, to, r)
}

func encodedLater(to string, t ticket) (*http.Request, error) {
	r, w := io.Pipe()
	enc := json.NewEncoder(w)
	go func() {
		defer w.Close()
		_ = enc.Encode(t)
	}()
	return http.NewRequest(http.MethodPost, to, r) // want `puts the card number and security code into a request`
}

func pump(w *io.PipeWriter, t ticket) { w.CloseWithError(json.NewEncoder(w).Encode(t)) }

func pumped(to string, t ticket) (*http.Request, error) {
	r, w := io.Pipe()
	go pump(w, t)
	return http.NewRequest(http.MethodPost, to, r) // want `puts the card number and security code into a request`
}

func body(t ticket) io.Reader {
	r, w := io.Pipe()
	go pump(w, t)
	return r
}

func returned(to string, t ticket) (*http.Request, error) {
	return http.NewRequest(http.MethodPost, to, body(t)) // want `puts the card number and security code into a request`
}

// twoPipes sends the one without the card.
func twoPipes(to string, t ticket, vault io.Writer) (*http.Request, error) {
	r, w := io.Pipe()
	open, secret := io.Pipe()
	go pump(secret, t)
	go func() { w.CloseWithError(json.NewEncoder(w).Encode(stored{Seat: t.Seat})) }()
	go func() { _, _ = io.Copy(vault, open) }()
	return http.NewRequest(http.MethodPost, to, r)
}

func fields(to string, t ticket) (*http.Response, error) {
	r, w := io.Pipe()
	form := multipart.NewWriter(w)
	go func() {
		_ = form.WriteField("cardNumber", t.CardNumber)
		_ = form.Close()
		_ = w.Close()
	}()
	return http.Post(to, form.FormDataContentType(), r) // want `puts the card number into a request`
}

func field(to string, t ticket) (*http.Response, error) {
	var buf bytes.Buffer
	form := multipart.NewWriter(&buf)
	part, err := form.CreateFormField("cardNumber")
	if err != nil {
		return nil, err
	}
	if _, err := io.WriteString(part, t.CardNumber); err != nil {
		return nil, err
	}
	return http.Post(to, form.FormDataContentType(), &buf) // want `puts the card number into a request`
}

func zipped(to string, t ticket) (*http.Response, error) {
	r, w := io.Pipe()
	go func() {
		zip := gzip.NewWriter(w)
		out := bufio.NewWriter(zip)
		fmt.Fprintf(out, `{"cardNumber":%q}`, t.CardNumber)
		_ = out.Flush()
		w.CloseWithError(zip.Close())
	}()
	return http.Post(to, "application/json", r) // want `puts the card number into a request`
}

func zippedStored(to string, t ticket) (*http.Response, error) {
	var buf bytes.Buffer
	zip := gzip.NewWriter(&buf)
	if err := json.NewEncoder(zip).Encode(stored{Seat: t.Seat}); err != nil {
		return nil, err
	}
	return http.Post(to, "application/json", &buf)
}
