// Package foreign has tables of another package's constants.
package foreign

import "github.com/auroravet/auroravet/testdata/sandboxhost/named"

func byFlag(live bool) string {
	return map[bool]string{true: named.ProductionURL, false: named.SandboxURL}[live]
}

var byStand = map[string]string{"till": named.SandboxURL, "shop": named.ProductionURL}

func pick(stand string) string { return byStand[stand] }

var hosts = []string{named.SandboxURL, named.ProductionURL}

func dial(first bool) string {
	if first {
		return named.ProductionURL
	}
	return named.SandboxURL
}

func bound() string { return named.SandboxURL } // want `named.SandboxURL fixes the sandbox host`

func boundInList() []string { return []string{named.SandboxURL} } // want `named.SandboxURL fixes the sandbox host`
