// Package named has the hosts as constants, variables and functions.
package named

import (
	"fmt"
	"os"
)

const (
	ProductionURL = "https://api.flute.com"
	SandboxURL    = "https://sandbox.api.flute.com"
)

// A value that is of no use outside of a choice.
const testOAuth = "https://sandbox.oauth.api.flute.com"

type Endpoints struct{ Name, API, OAuth string }

var (
	Production = Endpoints{"live", ProductionURL, "https://oauth.api.flute.com"}
	Sandbox    = Endpoints{"sandbox", SandboxURL, testOAuth}
)

var Hosts = map[string]string{
	"live":    ProductionURL,
	"sandbox": SandboxURL,
}

var Pair = struct{ Live, Test string }{
	Live: ProductionURL,
	Test: SandboxURL,
}

func SandboxEndpoints() Endpoints { return Sandbox }

func Lookup(env string) (Endpoints, error) {
	switch env {
	case "live":
		return Production, nil
	case "sandbox":
		return Sandbox, nil
	}
	return Endpoints{}, fmt.Errorf("unknown environment %q", env)
}

func tier(t string) Endpoints {
	switch t {
	case "prod":
		return Production
	case "stage":
		return Sandbox
	default:
		return Sandbox // want `Sandbox falls back to the sandbox host`
	}
}

func env() string {
	if v := os.Getenv("AURORA_URL"); v != "" {
		return v
	}
	return SandboxURL // want `SandboxURL falls back to the sandbox host sandbox.api.flute.com`
}

const defaultURL = SandboxURL // want `SandboxURL fixes the sandbox host`

func isSandbox(u string) bool { return u == SandboxURL || u == Sandbox.API }

func label() string { return Sandbox.Name }

func report() { fmt.Println("the sandbox is", SandboxURL) }
