// Package assemble makes the requests of the till. Others sign and send them.
package assemble

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"os"
)

func build(ctx context.Context, method, path string, in any) (*http.Request, error) {
	b, err := json.Marshal(in)
	if err != nil {
		return nil, err
	}
	r, err := http.NewRequestWithContext(ctx, method, os.Getenv("FLUTE_API_URL")+path, bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/json")
	return r, nil
}

// Credit makes a payout.
func Credit(ctx context.Context, method, amount string) (*http.Request, error) {
	// idempotencykey: fine, its one caller stamps the request
	return build(ctx, http.MethodPost, "/v2/transactions/credit", map[string]string{"paymentMethodId": method, "baseAmount": amount})
}

// Capture makes a capture.
func Capture(ctx context.Context, id, amount string) (*http.Request, error) {
	// idempotencykey: a fault, no caller ever stamps it
	return build(ctx, http.MethodPost, "/v2/transactions/"+id+"/capture", map[string]string{"captureAmount": amount})
}

// Tip makes a tip adjustment.
func Tip(ctx context.Context, id, tip string) (*http.Request, error) {
	// idempotencykey: a fault, stamped by one caller only
	return build(ctx, http.MethodPost, "/v2/transactions/"+id+"/tip-adjustment", map[string]string{"tipAmount": tip})
}

// Receipt makes a receipt.
func Receipt(ctx context.Context, id, phone string) (*http.Request, error) {
	// idempotencykey: fine, receipts change nothing
	return build(ctx, http.MethodPost, "/v2/transactions/"+id+"/share-receipt", map[string]string{"mobilePhoneNumber": phone})
}
