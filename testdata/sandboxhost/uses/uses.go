// Package uses uses the names of another package.
package uses

import (
	"net/http"
	"os"
	"strings"

	"github.com/auroravet/auroravet/testdata/sandboxhost/named"
	"github.com/auroravet/auroravet/testdata/sandboxhost/options"
)

func batches() (*http.Response, error) {
	return http.Get(named.SandboxURL + "/v2/batches") // want `named.SandboxURL fixes the sandbox host sandbox.api.flute.com`
}

func endpoints() named.Endpoints {
	return named.Sandbox // want `named.Sandbox fixes`
}

func oauth() string {
	return named.Sandbox.OAuth // want `named.Sandbox fixes`
}

func name() string { return named.Sandbox.Name }

func guard(u string) bool { return strings.HasPrefix(u, named.SandboxURL) }

func choose() named.Endpoints {
	if os.Getenv("TIER") == "prod" {
		return named.Production
	}
	return named.Sandbox
}

func fallback(env string) named.Endpoints {
	e, err := named.Lookup(env)
	if err != nil {
		e = named.Sandbox // want `named.Sandbox falls back`
	}
	return e
}

func element() string {
	return named.Hosts["sandbox"] // want `named.Hosts\["sandbox"\] fixes`
}

func dynamic(env string) string { return named.Hosts[env] }

func member() string {
	return named.Pair.Test // want `named.Pair.Test fixes`
}

func live() string { return named.Pair.Live + named.Hosts["live"] }

func function() named.Endpoints {
	return named.SandboxEndpoints() // want `named.SandboxEndpoints fixes`
}

func option() *options.Client {
	return options.New(options.WithSandbox()) // want `options.WithSandbox fixes`
}

func optional(sandbox bool) *options.Client {
	var opts []options.Option
	if sandbox {
		opts = append(opts, options.WithSandbox())
	}
	return options.New(opts...)
}

func base() *options.Client {
	return options.New(options.WithBase("https://sandbox.api.flute.com")) // want `sandbox.api.flute.com`
}
