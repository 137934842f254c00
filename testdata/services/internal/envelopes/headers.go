package envelopes

import (
	"context"
	"errors"
	"maps"
	"net/http"
	"net/textproto"
	"strings"

	"github.com/google/uuid"

	"github.com/auroravet/auroravet/testdata/services/internal/names"
)

func (o *Office) give(r *http.Request) error {
	resp, err := o.hc.Do(r)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode > 299 {
		return errors.New("office: " + resp.Status)
	}
	return nil
}

// PatchLink changes a link.
func (o *Office) PatchLink(ctx context.Context, id, key string) error {
	// idempotencykey: a fault, key goes to a copy of the map
	r, err := http.NewRequestWithContext(ctx, http.MethodPatch, o.root+"/v2/payment-links/"+id, strings.NewReader(`{}`)) // want `PATCH ./v2/payment-links/. leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	h := r.Header.Clone()
	if h == nil {
		h = http.Header{}
	}
	h.Set("Idempotency-Key", key)
	return o.give(r)
}

// PatchLinkBack changes a link.
func (o *Office) PatchLinkBack(ctx context.Context, id, key string) error {
	// idempotencykey: fine, the copy of the map is put back
	r, err := http.NewRequestWithContext(ctx, http.MethodPatch, o.root+"/v2/payment-links/"+id, strings.NewReader(`{}`))
	if err != nil {
		return err
	}
	h := r.Header.Clone()
	h.Set("Idempotency-Key", key)
	r.Header = h
	return o.give(r)
}

// DropLink removes a link.
func (o *Office) DropLink(ctx context.Context, id string) error {
	// idempotencykey: a fault, misspelt header: Idempotence-Key
	r, err := http.NewRequestWithContext(ctx, http.MethodDelete, o.root+"/v2/payment-links/"+id, nil) // want `DELETE ./v2/payment-links/. leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	r.Header.Set("Idempotence-Key", "drop-"+id)
	return o.give(r)
}

// DropMethod removes a method.
func (o *Office) DropMethod(ctx context.Context, id string) error {
	// idempotencykey: a fault, misspelt header: X-Idempotent-Key
	r, err := http.NewRequestWithContext(ctx, http.MethodDelete, o.root+"/v2/payment-methods/"+id, nil) // want `DELETE ./v2/payment-methods/. leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	r.Header.Add("X-Idempotent-Key", "drop-"+id)
	return o.give(r)
}

// PatchMethod changes a method.
func (o *Office) PatchMethod(ctx context.Context, id, change string) error {
	// idempotencykey: a fault, underscore makes another header
	r, err := http.NewRequestWithContext(ctx, http.MethodPatch, o.root+"/v2/payment-methods/"+id, nil) // want `PATCH ./v2/payment-methods/. leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	r.Header = http.Header{"Idempotency_Key": {change}}
	return o.give(r)
}

// AddMethod stores a bank account.
func (o *Office) AddMethod(ctx context.Context, change string) error {
	// idempotencykey: fine, lower-case map key is the same header
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, o.root+"/v2/payment-methods/ach", nil)
	if err != nil {
		return err
	}
	r.Header = http.Header{"x-idempotency-key": {change}}
	return o.give(r)
}

// AddCard stores a card token.
func (o *Office) AddCard(ctx context.Context, change string) error {
	// idempotencykey: fine, constant of another package names the header
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, o.root+"/v2/payment-methods/cards", nil)
	if err != nil {
		return err
	}
	r.Header.Set(names.Once, change)
	r.Header.Set(names.Request, change)
	return o.give(r)
}

// AddBuyer stores a customer.
func (o *Office) AddBuyer(ctx context.Context, form string) error {
	// idempotencykey: a fault, constants of another package name other headers
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, o.root+"/v2/customers", nil) // want `POST ./v2/customers leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	r.Header.Set(names.Request, form)
	r.Header.Set(names.Replay, form)
	return o.give(r)
}

// DropBuyer removes a customer.
func (o *Office) DropBuyer(ctx context.Context, id string) error {
	// idempotencykey: fine, canonicalised name, set through MIMEHeader
	r, err := http.NewRequestWithContext(ctx, http.MethodDelete, o.root+"/v2/customers/"+id, nil)
	if err != nil {
		return err
	}
	textproto.MIMEHeader(r.Header).Set(http.CanonicalHeaderKey("idempotency-key"), "drop-buyer-"+id)
	return o.give(r)
}

// Stamp writes one id under several names.
func (o *Office) Stamp(ctx context.Context, id string) error {
	// idempotencykey: fine, range over header names includes the key
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, o.root+"/v2/transactions/"+id+"/ach-hold", nil)
	if err != nil {
		return err
	}
	op := uuid.NewString()
	for _, name := range []string{"X-Request-Id", "Idempotency-Key", "X-Trace"} {
		r.Header.Set(name, op)
	}
	return o.give(r)
}

// StampOthers writes one id under several names.
func (o *Office) StampOthers(ctx context.Context, id string) error {
	// idempotencykey: a fault, range over header names without the key
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, o.root+"/v2/transactions/"+id+"/ach-hold", nil) // want `POST ./v2/transactions/./ach-hold leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	op := uuid.NewString()
	for _, name := range []string{"X-Request-Id", names.Correlation, "X-Trace"} {
		r.Header.Set(name, op)
	}
	return o.give(r)
}

// Query puts the key into the address.
func (o *Office) Query(ctx context.Context, id, key string) error {
	// idempotencykey: a fault, a query parameter is no header
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, o.root+"/v2/transactions/"+id+"/ach-release", nil) // want `POST ./v2/transactions/./ach-release leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	q := r.URL.Query()
	q.Set("Idempotency-Key", key)
	r.URL.RawQuery = q.Encode()
	return o.give(r)
}

// Answered writes the key on the request that came back.
func (o *Office) Answered(ctx context.Context, id, key string) error {
	// idempotencykey: a fault, key set on the response's request, too late
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, o.root+"/v2/transactions/"+id+"/reversal", nil) // want `POST ./v2/transactions/./reversal leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	resp, err := o.hc.Do(r)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	resp.Request.Header.Set("Idempotency-Key", key)
	return nil
}

// Spare keys a clone that stays at home.
func (o *Office) Spare(ctx context.Context, id, key string) error {
	// idempotencykey: a fault, keyed clone is not the one that is sent
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, o.root+"/v2/transactions/"+id+"/capture", nil) // want `POST ./v2/transactions/./capture leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	spare := r.Clone(ctx)
	spare.Header.Set("Idempotency-Key", key)
	if spare.ContentLength > 0 {
		r.ContentLength = spare.ContentLength
	}
	return o.give(r)
}

// spread copies the headers of a call onto the request.
func (o *Office) spread(ctx context.Context, method, path string, extra http.Header) error {
	// idempotencykey: fine, callers give method, path and headers
	r, err := http.NewRequestWithContext(ctx, method, o.root+path, nil)
	if err != nil {
		return err
	}
	maps.Copy(r.Header, extra)
	return o.give(r)
}

func (o *Office) layer(ctx context.Context, method, path string, extra http.Header) error {
	if extra == nil {
		extra = make(http.Header)
	}
	extra.Set("X-Layer", "office")
	return o.spread(ctx, method, path, extra)
}

// Shut closes the batch.
func (o *Office) Shut(ctx context.Context, day string) error {
	// idempotencykey: fine, header map goes down three levels
	return o.layer(ctx, http.MethodPost, "/v2/settlements/batches/close", http.Header{"Idempotency-Key": {"shut-" + day}})
}

// ShutQuiet closes the batch.
func (o *Office) ShutQuiet(ctx context.Context, day string) error {
	// idempotencykey: a fault, header map of three levels lacks the key
	return o.layer(ctx, http.MethodPost, "/v2/settlements/batches/close", http.Header{"X-Day": {day}}) // want `POST ./v2/settlements/batches/close leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// ShutBare closes the batch.
func (o *Office) ShutBare(ctx context.Context) error {
	// idempotencykey: a fault, nil header map
	return o.layer(ctx, http.MethodPost, "/v2/settlements/batches/close", nil) // want `POST ./v2/settlements/batches/close leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// poured adds the headers one by one.
func (o *Office) poured(ctx context.Context, method, path string, extra http.Header) error {
	r, err := http.NewRequestWithContext(ctx, method, o.root+path, nil)
	if err != nil {
		return err
	}
	for k, vs := range extra {
		for _, v := range vs {
			r.Header.Add(k, v)
		}
	}
	return o.give(r)
}

// Autofill changes a setting.
func (o *Office) Autofill(ctx context.Context, change string) error {
	// idempotencykey: fine, header built by Set, then poured value by value
	h := make(http.Header, 2)
	h.Set("Accept", "application/json")
	h.Set("idempotency-key", change)
	return o.poured(ctx, http.MethodPatch, "/v2/settings/transaction-autofill", h)
}

// AutofillLoose changes a setting.
func (o *Office) AutofillLoose(ctx context.Context, change string) error {
	// idempotencykey: a fault, poured header has no key
	h := make(http.Header, 2)
	h.Set("Accept", "application/json")
	h.Set("If-Match", change)
	return o.poured(ctx, http.MethodPatch, "/v2/settings/transaction-autofill", h) // want `PATCH ./v2/settings/transaction-autofill leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// onPost keys what is posted, and nothing else.
func (o *Office) onPost(ctx context.Context, method, path, key string) error {
	// idempotencykey: a fault, only POST gets the key
	r, err := http.NewRequestWithContext(ctx, method, o.root+path, nil)
	if err != nil {
		return err
	}
	if method == http.MethodPost {
		r.Header.Set("Idempotency-Key", key)
	}
	return o.give(r)
}

// Receipted captures through onPost.
func (o *Office) Receipted(ctx context.Context, id string) error {
	// idempotencykey: fine, POST gets the key
	return o.onPost(ctx, http.MethodPost, "/v2/transactions/"+id+"/capture", "cap-"+id)
}

// Unhook removes a callback through onPost.
func (o *Office) Unhook(ctx context.Context, id string) error {
	// idempotencykey: a fault, DELETE leaves without the key that was given
	return o.onPost(ctx, http.MethodDelete, "/v2/webhooks/endpoints/"+id, "unhook-"+id) // want `DELETE ./v2/webhooks/endpoints/. leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

var writes = map[string]bool{http.MethodPost: true, http.MethodPut: true, http.MethodPatch: true, http.MethodDelete: true}

func (o *Office) onWrite(ctx context.Context, method, path string) error {
	r, err := http.NewRequestWithContext(ctx, method, o.root+path, nil)
	if err != nil {
		return err
	}
	if writes[method] {
		r.Header.Set("Idempotency-Key", o.maker.Make())
	}
	return o.give(r)
}

// Rehook changes a callback.
func (o *Office) Rehook(ctx context.Context, id string) error {
	// idempotencykey: fine, set of methods decides, PATCH is in it
	return o.onWrite(ctx, http.MethodPatch, "/v2/webhooks/endpoints/"+id)
}

// onSwitch keys by a switch that has forgotten one method.
func (o *Office) onSwitch(ctx context.Context, method, path, key string) error {
	// idempotencykey: a fault, no case for DELETE
	r, err := http.NewRequestWithContext(ctx, method, o.root+path, nil)
	if err != nil {
		return err
	}
	switch method {
	case http.MethodPost, http.MethodPut, http.MethodPatch:
		r.Header.Set("Idempotency-Key", key)
	case http.MethodGet:
		r.Header.Set("Cache-Control", "no-store")
	}
	return o.give(r)
}

// Change changes a customer through onSwitch.
func (o *Office) Change(ctx context.Context, id, form string) error {
	// idempotencykey: fine, PATCH has its case
	return o.onSwitch(ctx, http.MethodPatch, "/v2/customers/"+id, form)
}

// Erase removes a customer through onSwitch.
func (o *Office) Erase(ctx context.Context, id, form string) error {
	// idempotencykey: a fault, DELETE falls through the switch
	return o.onSwitch(ctx, http.MethodDelete, "/v2/customers/"+id, form) // want `DELETE ./v2/customers/. leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}
