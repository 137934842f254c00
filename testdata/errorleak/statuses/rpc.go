package statuses

import (
	"context"
	"net/http"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

type service struct{ hc *http.Client }

func (s *service) device(ctx context.Context) (*device, error) {
	got, err := ask[device](ctx, s.hc, "/v2/terminals/8")
	if err != nil {
		return nil, status.Errorf(codes.Unavailable, "terminal: %v", err)
	}
	return got, nil
}

func (s *service) model(ctx context.Context) (string, error) {
	got, err := ask[device](ctx, s.hc, "/v2/terminals/9")
	if err != nil {
		return "", status.Error(codes.Unavailable, "the terminal does not answer")
	}
	return got.Model, nil
}

func gateway(w http.ResponseWriter, r *http.Request, s *service) {
	if _, err := s.device(r.Context()); err != nil {
		http.Error(w, status.Convert(err).Message(), http.StatusBadGateway) // want `http.Error shows the customer an error`
	}
	if _, err := s.model(r.Context()); err != nil {
		http.Error(w, status.Convert(err).Message(), http.StatusBadGateway)
	}
	_, err := s.device(r.Context())
	if st, ok := status.FromError(err); ok {
		w.Header().Set("X-Code", st.Code().String())
		http.Error(w, st.Message(), http.StatusBadGateway) // want `http.Error shows the customer an error`
	}
}
