// Package relays passes bodies on that it does not look at.
package relays

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
)

const links = "https://api.flute.com/v2/payment-links"

var client = &http.Client{Timeout: 5 * time.Second}

func send(req *http.Request) error {
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Relay passes on what a browser sends, without the key that comes with it.
func Relay(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequestWithContext(r.Context(), http.MethodPost, links, r.Body) // want `POST .*/v2/payment-links leaves without an idempotency key`
	if err != nil || send(req) != nil {
		http.Error(w, "no link", http.StatusBadGateway)
	}
}

// RelayKeyed passes the key on as well.
func RelayKeyed(w http.ResponseWriter, r *http.Request) {
	key := r.Header.Get("Idempotency-Key")
	if key == "" {
		http.Error(w, "no key", http.StatusBadRequest)
		return
	}
	req, err := http.NewRequestWithContext(r.Context(), http.MethodPost, links, r.Body)
	if err != nil {
		return
	}
	req.Header.Set("Idempotency-Key", key)
	if send(req) != nil {
		http.Error(w, "no link", http.StatusBadGateway)
	}
}

// Link passes on what nobody here gives.
func Link(ctx context.Context, body io.Reader) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, links, body) // want `POST .*/v2/payment-links leaves without an idempotency key`
	if err != nil {
		return err
	}
	return send(req)
}

func link(ctx context.Context, body string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, links, strings.NewReader(body))
	if err != nil {
		return err
	}
	return send(req)
}

// Order gives the order as reference.
func Order(ctx context.Context, order string) error {
	return link(ctx, fmt.Sprintf(`{"amount": 5, "referenceId": %q}`, order))
}

// Sellers are called with bodies from elsewhere.
var Sellers = map[string]func(context.Context, string) error{"session": session}

func session(ctx context.Context, body string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://api.flute.com/v2/payment-sessions", strings.NewReader(body))
	if err != nil {
		return err
	}
	return send(req)
}
