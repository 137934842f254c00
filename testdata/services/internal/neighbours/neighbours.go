// Package neighbours calls services that have a similar name, or similar paths.
package neighbours

import (
	"context"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/google/uuid"
)

var plain = &http.Client{} // clienttimeout: fine, only other services go through it

func post(ctx context.Context, u, body string, head map[string]string) error {
	// idempotencykey: fine, every caller names another host
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, u, strings.NewReader(body))
	if err != nil {
		return err
	}
	for k, v := range head {
		req.Header.Set(k, v)
	}
	resp, err := plain.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// StripeRefunds gives old charges back.
func StripeRefunds(ctx context.Context, charges []string) error {
	// idempotencykey: fine, Stripe, even with a key per attempt
	for _, ch := range charges {
		var err error
		for n := range 3 {
			err = post(ctx, "https://api.stripe.com/v1/refunds", url.Values{"charge": {ch}}.Encode(), map[string]string{"Idempotency-Key": uuid.NewString()})
			if err == nil {
				break
			}
			time.Sleep(time.Second << n)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Square stores a customer at Square.
func Square(ctx context.Context, body string) error {
	// idempotencykey: fine, Square has /v2/customers too
	return post(ctx, "https://connect.squareup.com/v2/customers", body, nil)
}

// PayPal captures at PayPal.
func PayPal(ctx context.Context, id string) error {
	// idempotencykey: fine, PayPal's host
	return post(ctx, "https://api-m.paypal.com/v2/payments/authorizations/"+id+"/capture", "", nil)
}

// AriseHR is the tool of human resources.
type AriseHR struct{ tenant string }

// Hire adds somebody.
func (a AriseHR) Hire(ctx context.Context, body string) error {
	// idempotencykey: fine, HR tool of that name on its own host
	return post(ctx, "https://"+a.tenant+".arise-hr.com/v2/customers", body, nil)
}

// FluteShop sells instruments.
func FluteShop(ctx context.Context, model string) error {
	// idempotencykey: fine, a shop for flutes, another domain
	return post(ctx, "https://api.thefluteshop.com/v2/transactions", "model="+url.QueryEscape(model), nil)
}

// Cluster stops the database.
func Cluster(ctx context.Context, region, auroraCluster string) error {
	// idempotencykey: fine, Aurora of AWS
	return post(ctx, "https://rds."+region+".amazonaws.com/", url.Values{"Action": {"StopDBCluster"}, "DBClusterIdentifier": {auroraCluster}}.Encode(), nil)
}

// Suffix sends to a host that only ends like one.
func Suffix(ctx context.Context) error {
	// idempotencykey: fine, notflute.com is another domain
	return post(ctx, "https://api.notflute.com/v2/payment-links", "{}", nil)
}

// Prefix sends to a host that only begins like one.
func Prefix(ctx context.Context) error {
	// idempotencykey: fine, flute.com.example.net is another domain
	return post(ctx, "https://api.flute.com.example.net/v2/payment-links", "{}", nil)
}

// Wallet sends to our own service.
func Wallet(ctx context.Context, id string) error {
	// idempotencykey: fine, our own wallet service, host from WALLET_URL
	return post(ctx, os.Getenv("WALLET_URL")+"/v2/payment-methods/"+id+"/set-default", "", nil)
}

var mixed = http.Client{Transport: &http.Transport{ResponseHeaderTimeout: 5 * time.Second}} // clienttimeout: a fault, Stripe and the gateway share it // want `the http\.Client that sends GET https://api\.flute\.com/v2/settlements/batches has no timeout; a silent server holds the caller for ever \(clienttimeout\)`

// Balance reads the balance at Stripe.
func Balance() error {
	resp, err := mixed.Get("https://api.stripe.com/v1/balance")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Batches reads the batches at the gateway.
func Batches() error {
	resp, err := mixed.Get("https://api.flute.com/v2/settlements/batches")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Choose sends to one of two processors.
func Choose(ctx context.Context, old bool, charge string) error {
	// idempotencykey: a fault, one of the two addresses is the gateway
	addr := "https://api.flute.com/v2/transactions/" + charge + "/reversal"
	if old {
		addr = "https://api.stripe.com/v1/refunds"
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, addr, nil) // want `POST https://api\.flute\.com/v2/transactions/./reversal leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	hc := &http.Client{Timeout: 5 * time.Second}
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
