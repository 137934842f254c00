// Package office gives functions to the options of another package.
package office

import (
	"os"

	"github.com/auroravet/auroravet/testdata/literalcreds/opts"
)

const base = "https://api.flute.com"

func builtin() string {
	return base + opts.New(
		opts.WithSource(func() string { return "d80c4f1e93b7a526e18c0d74" }), // want `secret is written`
		opts.WithName(func() string { return "d80c4f1e93b7a526e18c0d75" }),
	)
}

func asked() string {
	return base + opts.New(
		opts.WithSource(func() string { return os.Getenv("FLUTE_CLIENT_SECRET") }),
		opts.WithName(func() string { return "office" }),
	)
}
