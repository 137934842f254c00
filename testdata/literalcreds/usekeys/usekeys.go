// Package usekeys makes an AuroraClient of the values of another package.
package usekeys

import (
	"github.com/auroravet/auroravet/testdata/literalcreds/keys"
	"github.com/auroravet/auroravet/testdata/literalcreds/opts"
)

type AuroraClient struct{ id, secret string }

func With(id, secret string) *AuroraClient { return &AuroraClient{id, secret} }

func desk() *AuroraClient {
	return With(keys.DeskClientID, keys.Desk) // want `secret is written in the source \(24 characters\)`
}

func kiosk() *AuroraClient {
	return With("", keys.Kiosk) // want `secret is written`
}

func shop() *AuroraClient { return With("", keys.ShopSecret) }

func version() string { return keys.Build }

func option() {
	opts.Use("shop", "bb140e2e82f9ce9deee090b7")         // want `clientSecret is written`
	_ = opts.Get("FLUTE_CLIENT_SECRET", "hunter2hunter") // want `FLUTE_CLIENT_SECRET is written`
}
