package saga

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/auroravet/auroravet/testdata/services/internal/envx"
)

// Booking books a journey.
type Booking struct {
	Ref, Method, Hold, Plan string
}

// Agency books journeys.
type Agency struct {
	aurora string
	http   http.Client
	run    Runner
}

// NewAgency returns an agency.
func NewAgency() *Agency {
	// clienttimeout: fine, limit in the struct value
	return &Agency{
		aurora: envx.Must("AURORA_URL"),
		http:   http.Client{Timeout: 14 * time.Second},
		run:    Runner{Tries: 3, Rest: time.Second},
	}
}

func (a *Agency) post(ctx context.Context, path, body string, head http.Header) error {
	// idempotencykey: fine, callers give path and headers
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, a.aurora+path, strings.NewReader(body))
	if err != nil {
		return err
	}
	if head != nil {
		req.Header = head
	}
	resp, err := a.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return errors.New("agency: " + resp.Status)
	}
	return nil
}

// Hold books with a stable key in its step.
func (a *Agency) Hold(ctx context.Context, b Booking) error {
	// idempotencykey: fine, step repeats with the reference of the booking
	return a.run.Run(ctx, Step{
		Name: "hold",
		Do: func(ctx context.Context) error {
			return a.post(ctx, "/pay-api/v1/transactions/auth", `{"paymentMethodId":"`+b.Method+`"}`, http.Header{"Idempotency-Key": {"hold-" + b.Ref}})
		},
		Undo: func(ctx context.Context) error {
			return a.post(ctx, "/pay-api/v1/transactions/void", `{"transactionId":"`+b.Hold+`"}`, http.Header{"Idempotency-Key": {"unhold-" + b.Ref}})
		},
	})
}

// Charge books with a key that is made in the step.
func (a *Agency) Charge(ctx context.Context, b Booking) error {
	// idempotencykey: a fault, runner repeats the step, key made inside
	return a.run.Run(ctx, Step{
		Name: "charge",
		Do: func(ctx context.Context) error {
			h := make(http.Header)
			h.Set("Idempotency-Key", uuid.NewString())
			return a.post(ctx, "/pay-api/v1/transactions/sale", `{"paymentMethodId":"`+b.Method+`"}`, h) // want `POST ./pay-api/v1/transactions/sale gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
		},
	})
}

// Undoing gives back with a key made in the compensation.
func (a *Agency) Undoing(ctx context.Context, b Booking) error {
	// idempotencykey: fine, compensation runs once, its key is fresh
	return a.run.Run(ctx, Step{
		Name: "seat",
		Do:   func(context.Context) error { return nil },
		Undo: func(ctx context.Context) error {
			return a.post(ctx, "/pay-api/v1/transactions/void", `{"transactionId":"`+b.Hold+`"}`, http.Header{"Idempotency-Key": {uuid.NewString()}})
		},
	})
}

func (a *Agency) voiding(b Booking) func(context.Context) error {
	return func(ctx context.Context) error {
		// idempotencykey: a fault, compensation in a returned closure has no headers
		return a.post(ctx, "/pay-api/v1/transactions/void", `{"transactionId":"`+b.Hold+`"}`, nil) // want `POST ./pay-api/v1/transactions/void leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	}
}

func (a *Agency) tipping(b Booking, tip string) func(context.Context) error {
	head := http.Header{"Idempotency-Key": {uuid.NewString()}}
	return func(ctx context.Context) error {
		// idempotencykey: fine, closure shares the header made with it
		return a.post(ctx, "/pay-api/v1/transactions/tip-adjustment", `{"transactionId":"`+b.Hold+`","tipAmount":"`+tip+`"}`, head)
	}
}

// Ride runs two steps.
func (a *Agency) Ride(ctx context.Context, b Booking, tip string) error {
	steps := []Step{
		{Name: "wait", Do: func(context.Context) error { return nil }, Undo: a.voiding(b)},
		{Name: "tip", Do: a.tipping(b, tip)},
	}
	return a.run.Run(ctx, steps...)
}
