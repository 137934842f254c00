// Package again uses clients whose package is told of their faults.
package again

import (
	"context"
	"crypto/tls"
	"net/http"
	"os"

	"github.com/auroravet/auroravet/testdata/insecuretransport/again/orders"
)

func pick(kind string) *orders.Client {
	switch kind {
	case "open":
		return orders.Open(os.Getenv("AURORA_BASE_URL"))
	case "dialed":
		return orders.Dialed(os.Getenv("AURORA_BASE_URL"))
	}
	return orders.New(os.Getenv("AURORA_BASE_URL"))
}

// Shop serves the shop.
type Shop struct{ api *orders.Client }

// Terminals reads the terminals.
func (s *Shop) Terminals(ctx context.Context) error {
	resp, err := s.api.Raw(ctx, "/v2/terminals")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Serve looks twice.
func Serve(ctx context.Context, kind string) error {
	c := pick(kind)
	if err := (&Shop{c}).Terminals(ctx); err != nil {
		return err
	}
	c = orders.Open(os.Getenv("AURORA_BASE_URL"))
	resp, err := c.Devices(ctx)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Lab gives a transport of its own.
func Lab(ctx context.Context) error {
	c := orders.Over(os.Getenv("AURORA_BASE_URL"), &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}) // want `InsecureSkipVerify turns off the verification of certificates for GET .*/v2/devices`
	resp, err := c.Devices(ctx)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
