// Package options gives card data to options, takes maps apart, and hooks into clients.
package options

import (
	"log"
	"log/slog"
	"net/http"
	"slices"
	"strings"

	"github.com/go-resty/resty/v2"

	"github.com/auroravet/auroravet/testdata/cardlog/further/options/olog"
)

type card struct{ CardNumber, CVV string }

type bill struct {
	Patient string
	Card    card
}

func options(b bill) {
	olog.Say("bill", olog.With("patient", b.Patient), olog.With("card", b.Card)) // want `b.Card shows the card number and security code`
	olog.Say("bill", olog.With("patient", b.Patient), olog.User(b.Card.CVV))
	olog.New(olog.Region(b.Card.CVV), olog.Key(b.Card.CardNumber)) // want `b.Card.CVV shows the security code`
}

func values(b bill) map[string]string {
	return map[string]string{"patient": b.Patient, "cardNumber": b.Card.CardNumber, "cvv": b.Card.CVV}
}

var secret = map[string]bool{"cardnumber": true, "cvv": true}

func isSecret(k string) bool {
	switch strings.ToLower(k) {
	case "cardnumber", "cvv":
		return true
	}
	return false
}

func passedOver(b bill) {
	m := map[string]string{"patient": b.Patient, "cardNumber": b.Card.CardNumber, "cvv": b.Card.CVV}
	for k, v := range m {
		if k == "cardNumber" || k == "cvv" {
			continue
		}
		log.Printf("%s=%s", k, v)
	}
	for k, v := range m {
		if k != "cardNumber" {
			log.Printf("%s=%s", k, v) // want `v shows the security code`
		}
	}
	for k, v := range m {
		switch k {
		case "cardNumber":
			log.Println(v[len(v)-4:])
		case "cvv":
		default:
			slog.Info("field", k, v)
		}
	}
	for k, v := range m {
		if secret[strings.ToLower(k)] {
			continue
		}
		log.Println(k, v)
	}
	for k, v := range m {
		if slices.Contains([]string{"cardNumber"}, k) {
			continue
		}
		slog.Info("field", k, v) // want `v shows the security code`
	}
	for k, v := range values(b) {
		if !isSecret(k) {
			log.Println(k, v)
		}
		if k == "patient" {
			continue
		}
		log.Println(v) // want `v shows the card number`
	}
}

func forms(r *http.Request, w http.ResponseWriter) {
	if r.ParseMultipartForm(1<<20) != nil || r.FormValue("cardNumber") == "" {
		return
	}
	for k, vs := range r.PostForm {
		if k != "cardNumber" && k != "cvv" {
			log.Println(k, vs)
		}
	}
	for k, vs := range r.MultipartForm.Value {
		log.Println(k, vs) // want `vs shows`
	}
}

func client(base string) *resty.Client {
	c := resty.New().SetBaseURL(base)
	c.OnBeforeRequest(func(_ *resty.Client, r *resty.Request) error {
		log.Printf("%s %v", r.URL, r.Body) // want `r.Body shows`
		return nil
	})
	return c
}

func send(b bill) {
	client("https://pay.example").R().SetBody(b.Card).Post("/pay")
}

func readers(base string) *resty.Client {
	c := resty.New().SetBaseURL(base).SetDebug(true)
	return c
}

func read() {
	readers("https://pay.example").R().SetBody(map[string]string{"from": "may"}).Post("/reports")
}
