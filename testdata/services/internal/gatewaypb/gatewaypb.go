// Package gatewaypb answers remote procedure calls with calls of the REST gateway.
package gatewaypb

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"github.com/auroravet/auroravet/testdata/services/internal/envx"
)

// CaptureRequest is a message of the protocol.
type CaptureRequest struct {
	PaymentID string
	Once      *string
}

// GetOnce returns the name of the operation, if there is one.
func (m *CaptureRequest) GetOnce() string {
	if m != nil && m.Once != nil {
		return *m.Once
	}
	return ""
}

// GetPaymentID returns the payment.
func (m *CaptureRequest) GetPaymentID() string {
	if m == nil {
		return ""
	}
	return m.PaymentID
}

// PlanRequest is a message of the protocol.
type PlanRequest struct{ PlanID, RequestID string }

// Empty is the empty message.
type Empty struct{}

// Metadata comes with a call.
type Metadata map[string][]string

type mdKey struct{}

// FromIncoming returns the metadata of a call.
func FromIncoming(ctx context.Context) Metadata {
	md, _ := ctx.Value(mdKey{}).(Metadata)
	return md
}

// Server implements the protocol.
type Server struct {
	upstream string
	rt       http.RoundTripper
	client   *http.Client
}

// NewServer returns a server over a transport.
func NewServer(rt http.RoundTripper) *Server {
	// clienttimeout: a fault, transport is given, limit is not
	return &Server{upstream: envx.Must("FLUTE2_BASE_URL"), rt: rt, client: &http.Client{Transport: rt}} // want `the http\.Client that sends POST ./v2/transactions//capture has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
}

func (s *Server) forward(ctx context.Context, method, path string, in any, head map[string]string) (*Empty, error) {
	// idempotencykey: fine, callers give method, path and headers
	b, err := json.Marshal(in)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, method, s.upstream+path, strings.NewReader(string(b)))
	if err != nil {
		return nil, err
	}
	for name, value := range head {
		req.Header.Set(name, value)
	}
	resp, err := s.client.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return nil, fmt.Errorf("upstream answered %d", resp.StatusCode)
	}
	return &Empty{}, nil
}

// Capture takes the money of a hold.
func (s *Server) Capture(ctx context.Context, in *CaptureRequest) (*Empty, error) {
	// idempotencykey: fine, message names the operation, or its payment does
	once := in.GetOnce()
	if once == "" {
		once = "capture-" + in.GetPaymentID()
	}
	return s.forward(ctx, http.MethodPost, "/v2/transactions/"+in.GetPaymentID()+"/capture", in, map[string]string{"Idempotency-Key": once})
}

// StartPlan begins a plan.
func (s *Server) StartPlan(ctx context.Context, in *PlanRequest) (*Empty, error) {
	// idempotencykey: fine, request id of the message
	return s.forward(ctx, http.MethodPost, "/sub-api/v1/subscriptions", in, map[string]string{"X-Idempotency-Key": in.RequestID})
}

// StopPlan ends a plan.
func (s *Server) StopPlan(ctx context.Context, in *PlanRequest) (*Empty, error) {
	// idempotencykey: a fault, request id goes into the wrong header
	return s.forward(ctx, http.MethodPut, "/sub-api/v1/subscriptions/"+in.PlanID+"/terminate", nil, map[string]string{"X-Request-Id": in.RequestID}) // want `PUT ./sub-api/v1/subscriptions/./terminate leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// DropPlan ends a plan with what came with the call.
func (s *Server) DropPlan(ctx context.Context, in *PlanRequest) (*Empty, error) {
	// idempotencykey: a fault, metadata is filtered, the key is not among it
	head := map[string]string{}
	for name, values := range FromIncoming(ctx) {
		if strings.HasPrefix(name, "trace-") && len(values) > 0 {
			head[name] = values[0]
		}
	}
	return s.forward(ctx, http.MethodPut, "/sub-api/v1/subscriptions/"+in.PlanID+"/terminate", nil, head) // want `PUT ./sub-api/v1/subscriptions/./terminate leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Find reads a plan.
func (s *Server) Find(ctx context.Context, in *PlanRequest) (*Empty, error) {
	// idempotencykey: fine, a read
	return s.forward(ctx, http.MethodGet, "/sub-api/v1/subscriptions/"+in.PlanID, nil, nil)
}
