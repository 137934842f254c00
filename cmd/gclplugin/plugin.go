// Package gclplugin is auroravet as a module plugin of golangci-lint: import it
// into a golangci-lint binary, as "golangci-lint custom" does from .custom-gcl.yml,
// and enable the linter "auroravet".
//
// Its settings are the flags of the command without the hyphen. The shared ones
// stand alone, those of a check below its name:
//
//	settings:
//	  hosts: pay.example.com          # or a list: [pay.example.com, "…"]
//	  tests: true
//	  clienttimeout:
//	    all: true                     # clienttimeout.all: true is the same
//	  disable: [sandboxhost]          # or enable: the listed checks alone
//
// A setting or check that does not exist, or a bad value, stops the run with one
// line that names what there is.
package gclplugin

import (
	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"
)

const name = "auroravet"

func init() { register.Plugin(name, New) }

type plugin struct {
	checks []*analysis.Analyzer
}

// New is called by golangci-lint with the settings of the linter as its
// configuration has them. It sets the flags of the suite, which belong to the
// whole process, and refuses settings that are no flags.
func New(settings any) (register.LinterPlugin, error) {
	checks, err := configure(settings)
	if err != nil {
		return nil, err
	}
	return &plugin{checks}, nil
}

// BuildAnalyzers returns the checks that the settings leave, as one analyzer.
func (p *plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	return append([]*analysis.Analyzer{joined(p.checks)}, embedded()...), nil
}

// GetLoadMode asks for types.
func (*plugin) GetLoadMode() string { return register.LoadModeTypesInfo }
