// Package offersuse gives the options.
package offersuse

import (
	"context"
	"net/url"
	"time"

	"github.com/auroravet/auroravet/testdata/insecuretransport/offers"
	"github.com/auroravet/auroravet/testdata/insecuretransport/steps"
)

// Harbour gives one that its package reports.
func Harbour(ctx context.Context, base string) error {
	t, err := offers.Open(base, offers.ForHarbour(), offers.WithWait(time.Second))
	if err != nil {
		return err
	}
	return t.Close(ctx, "today")
}

// Branch does so too.
func Branch(ctx context.Context, base string, proxy *url.URL) error {
	t, err := offers.Open(base, offers.Around(proxy))
	if err != nil {
		return err
	}
	return t.Close(ctx, "today")
}

// Cellar gives one that says what it does.
func Cellar(ctx context.Context, base string) error {
	t, err := offers.Open(base, offers.WithInsecureTLS()) // want `InsecureSkipVerify turns off the verification of certificates`
	if err != nil {
		return err
	}
	return t.Close(ctx, "today")
}

// Quiet gives steps.
func Quiet(ctx context.Context) error {
	return steps.New("https://api.flute.com", steps.Relaxed()).Refund(ctx, "1")
}
