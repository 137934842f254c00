package kinds

import (
	"errors"
	"net/http"
)

// NotPaid is an error of the domain.
type NotPaid struct {
	Order  string
	Reason string
	Hint   string
}

func (n *NotPaid) Error() string { return "order " + n.Order + " is not paid" }

// domain turns an error of the API into one of the domain, or hands it on.
func domain(order string, err error) error {
	var no *refused
	if errors.As(err, &no) && no.Status < 500 {
		return &NotPaid{Order: order, Reason: no.Words + " " + no.Reason, Hint: no.Public()}
	}
	return err
}

// Pay shows what the error of the domain was made of.
func (d *Desk) Pay(w http.ResponseWriter, r *http.Request) {
	err := domain(r.FormValue("order"), d.Ask(r.Context(), r.FormValue("id")))
	var not *NotPaid
	switch {
	case errors.As(err, &not) && r.FormValue("why") != "":
		http.Error(w, not.Reason, http.StatusPaymentRequired) // want "http.Error shows the customer an error"
	case errors.As(err, &not):
		http.Error(w, not.Order+": "+not.Hint, http.StatusPaymentRequired)
	case err != nil && r.FormValue("text") != "":
		http.Error(w, err.Error(), http.StatusBadGateway) // want "http.Error shows the customer an error"
	case err != nil:
		http.Error(w, "not now", http.StatusBadGateway)
	}
}

// Text shows the text of what the error of the domain was made of, which tells nothing of that.
func (d *Desk) Text(w http.ResponseWriter, r *http.Request) {
	err := domain(r.FormValue("order"), d.Ask(r.Context(), r.FormValue("id")))
	var not *NotPaid
	if errors.As(err, &not) {
		http.Error(w, err.Error(), http.StatusPaymentRequired)
	}
}
