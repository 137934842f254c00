package sandboxhost

import (
	"fmt"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/diag"
	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/passes/hosts"
)

// Analyzer reports the sandbox hosts that a program is bound to.
var Analyzer = &analysis.Analyzer{
	Name:     "sandboxhost",
	Doc:      diag.MustDoc(doc, "sandboxhost"),
	URL:      diag.URL("sandboxhost"),
	Requires: append([]*analysis.Analyzer{hosts.Analyzer}, diag.Requires...),
	Run:      run,
}

var strict bool

func init() {
	Analyzer.Flags.BoolVar(&strict, "strict", false, "report every literal that names a sandbox host")
}

func run(pass *analysis.Pass) (any, error) {
	if !ownership.Own(pass) {
		return nil, nil
	}
	r := diag.Start(pass)
	defer r.Finish()
	r.IncludeGenerated()
	found := pass.ResultOf[hosts.Analyzer].(*hosts.Result)
	bound := make(map[analysis.Range]bool)
	for _, b := range found.Bound {
		bound[b.Range] = true
		r.Report(b.Range, "%s", message(b))
	}
	if strict {
		for _, b := range found.All {
			if !bound[b.Range] {
				r.Report(b.Range, "%s is a sandbox host; a strict run lists them all", b.Host)
			}
		}
	}
	return nil, nil
}

func message(b hosts.Binding) string {
	const cost = "in production no real payment is made"
	switch {
	case b.Why == hosts.Mixed && b.File != "":
		return fmt.Sprintf("mixed environments: embedded file %s pairs the sandbox host %s (line %d) with the production host %s; each refuses the other's tokens", b.File, b.Host, b.Line, b.With)
	case b.Why == hosts.Mixed:
		return fmt.Sprintf("mixed environments: the sandbox host %s stands beside the production host %s; each refuses the other's tokens", b.Host, b.With)
	case b.File != "":
		return fmt.Sprintf("embedded file %s names the sandbox host %s on line %d; %s", b.File, b.Host, b.Line, cost)
	case b.Why == hosts.Fallback && b.Name != "":
		return fmt.Sprintf("%s falls back to the sandbox host %s; a deployment without the setting makes no real payment", b.Name, b.Host)
	case b.Why == hosts.Fallback:
		return fmt.Sprintf("sandbox host %s is the default; a deployment without the setting makes no real payment", b.Host)
	case b.Name != "":
		return fmt.Sprintf("%s fixes the sandbox host %s; %s", b.Name, b.Host, cost)
	}
	return fmt.Sprintf("sandbox host %s is fixed in the program; %s", b.Host, cost)
}
