// Package fitteduse brings together what was made for each other.
package fitteduse

import (
	"context"
	"time"

	"github.com/auroravet/auroravet/testdata/insecuretransport/fitted"
	"github.com/auroravet/auroravet/testdata/insecuretransport/fitted/shed"
)

// Tunnelled gives what its package reports.
func Tunnelled(ctx context.Context, gate string) error {
	return fitted.New(fitted.Over(fitted.Tunnel(gate))).Pay(ctx, "1")
}

// Old does so too.
func Old(ctx context.Context) error {
	cfg, err := fitted.Aged()
	if err != nil {
		return err
	}
	p, err := fitted.Make(fitted.Config{Patience: time.Second, TLS: cfg})
	if err != nil {
		return err
	}
	return p.Pay(ctx, "1")
}

// Open gives what says what it does.
func Open(ctx context.Context) error {
	return fitted.New(fitted.Over(fitted.Unverified())).Pay(ctx, "1") // want `InsecureSkipVerify turns off`
}

// Borrowed gives the transport of neighbours to the payments.
func Borrowed() error {
	resp, err := shed.NewPurse(shed.Neighbour()).Show("1") // want `InsecureSkipVerify turns off`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Lent gives it to the tools.
func Lent() error {
	resp, err := shed.NewTools(shed.Neighbour()).Lent()
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
