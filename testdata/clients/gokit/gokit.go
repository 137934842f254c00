// Package gokit calls the API by the clients of Go kit.
package gokit

import (
	"context"
	"net/http"
	"net/url"
	"os"
	"time"

	"github.com/go-kit/kit/endpoint"
	kit "github.com/go-kit/kit/transport/http"
	"github.com/google/uuid"
)

var hc = &http.Client{Timeout: 9 * time.Second}

func at(path string) *url.URL {
	u, err := url.Parse(os.Getenv("AURORA_BASE_URL"))
	if err != nil {
		panic(err)
	}
	return u.JoinPath(path)
}

func decode(context.Context, *http.Response) (any, error) { return nil, nil }

type order struct{ Number, Amount string }

func encodeKeyed(ctx context.Context, r *http.Request, request any) error {
	r.Header.Set("Idempotency-Key", "order-"+request.(order).Number)
	return kit.EncodeJSONRequest(ctx, r, request)
}

// Bare has no key.
func Bare() endpoint.Endpoint {
	return kit.NewClient("POST", at("/pay-api/v1/transactions/void"), kit.EncodeJSONRequest, decode, kit.SetClient(hc)).Endpoint() // want `POST …/pay-api/v1/transactions/void leaves without an idempotency key`
}

// Encoded gets it from its encoder.
func Encoded() endpoint.Endpoint {
	return kit.NewClient("POST", at("/pay-api/v1/transactions/void"), encodeKeyed, decode, kit.SetClient(hc)).Endpoint()
}

// Constant has the same for all.
func Constant() endpoint.Endpoint {
	return kit.NewClient("POST", at("/pay-api/v1/transactions/void"), kit.EncodeJSONRequest, decode, kit.SetClient(hc), // want `POST …/pay-api/v1/transactions/void has the same idempotency key for every request`
		kit.ClientBefore(kit.SetRequestHeader("Idempotency-Key", "void"))).Endpoint()
}

type keyOf struct{}

func fromContext(ctx context.Context, r *http.Request) context.Context {
	if key, ok := ctx.Value(keyOf{}).(string); ok {
		r.Header.Set("Idempotency-Key", key)
	}
	return ctx
}

// Before gets it from the context, after another function that sets something else.
func Before(agent string) endpoint.Endpoint {
	return kit.NewClient("POST", at("/pay-api/v1/transactions/void"), kit.EncodeJSONRequest, decode, kit.SetClient(hc),
		kit.ClientBefore(fromContext), kit.ClientBefore(kit.SetRequestHeader("User-Agent", agent))).Endpoint()
}

// Set has the endpoints of a service.
type Set struct{ capture, tip, read endpoint.Endpoint }

// NewSet makes them.
func NewSet() Set {
	return Set{
		capture: kit.NewClient("POST", at("/pay-api/v1/transactions/capture"), encodeKeyed, decode, kit.SetClient(hc)).Endpoint(),
		tip:     kit.NewClient("POST", at("/pay-api/v1/transactions/tip-adjustment"), kit.EncodeJSONRequest, decode, kit.SetClient(hc)).Endpoint(), // want `POST …/pay-api/v1/transactions/tip-adjustment leaves without an idempotency key`
		read:    kit.NewClient("GET", at("/pay-api/v1/transactions"), kit.EncodeJSONRequest, decode).Endpoint(),
	}
}

// Capture takes the money.
func (s Set) Capture(ctx context.Context, o order) error {
	_, err := s.capture(ctx, o)
	return err
}

// Tip adds some.
func (s Set) Tip(ctx context.Context, o order) error {
	_, err := s.tip(ctx, o)
	return err
}

// Read has a deadline of its own.
func (s Set) Read(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	_, err := s.read(ctx, nil)
	return err
}

// Endless goes through the default client.
func Endless(ctx context.Context) error {
	_, err := kit.NewClient("GET", at("/pay-api/v1/devices"), kit.EncodeJSONRequest, decode).Endpoint()(ctx, nil) // want `http.DefaultClient that sends GET …/pay-api/v1/devices has no timeout`
	return err
}

type headed struct{ order }

// Headers are set by EncodeJSONRequest.
func (h headed) Headers() http.Header { return http.Header{"Idempotency-Key": {"h-" + h.Number}} }

// Headed has its key from the request.
func Headed(ctx context.Context, o order) error {
	void := kit.NewClient("POST", at("/pay-api/v1/transactions/void"), kit.EncodeJSONRequest, decode, kit.SetClient(hc)).Endpoint()
	_, err := void(ctx, headed{o})
	return err
}

// Again makes a key for each attempt.
func Again(ctx context.Context, o order) error {
	void := kit.NewClient("POST", at("/pay-api/v1/transactions/void"), kit.EncodeJSONRequest, decode, kit.SetClient(hc), // want `POST …/pay-api/v1/transactions/void gets another idempotency key for each attempt`
		kit.ClientBefore(func(ctx context.Context, r *http.Request) context.Context {
			r.Header.Set("Idempotency-Key", uuid.NewString())
			return ctx
		})).Endpoint()
	var err error
	for range 3 {
		if _, err = void(ctx, o); err == nil {
			return nil
		}
	}
	return err
}

// Elsewhere is not the API.
func Elsewhere() endpoint.Endpoint {
	u := &url.URL{Scheme: "https", Host: "mail.example.com", Path: "/send"}
	return kit.NewClient("POST", u, kit.EncodeJSONRequest, decode).Endpoint()
}
