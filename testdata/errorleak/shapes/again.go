package shapes

import (
	"context"
	"net/http"
)

// repeated charges by a literal that calls itself.
func (s *shop) repeated(ctx context.Context, key string, amount int) error {
	attempt := 0
	var try func() error
	try = func() error {
		attempt++
		_, err := s.pay.Charge(ctx, key, amount)
		if err != nil && attempt < 3 {
			return try()
		}
		return err
	}
	return try()
}

func (s *shop) again(w http.ResponseWriter, r *http.Request) {
	if err := s.repeated(r.Context(), r.PathValue("key"), 100); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway) // want `http.Error shows the customer`
	}
}
