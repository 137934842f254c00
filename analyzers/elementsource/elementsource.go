package elementsource

import (
	"fmt"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/diag"
	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/passes/answers"
	"github.com/auroravet/auroravet/passes/elements"
)

// Analyzer reports the places that have the script of Elements come from elsewhere than the
// hosts that Aurora serves it from.
var Analyzer = &analysis.Analyzer{
	Name:     "elementsource",
	Doc:      diag.MustDoc(doc, "elementsource"),
	URL:      diag.URL("elementsource"),
	Requires: append([]*analysis.Analyzer{elements.Analyzer, answers.Analyzer}, diag.Requires...),
	Run:      run,
}

func run(pass *analysis.Pass) (any, error) {
	r := diag.Start(pass)
	defer r.Finish()
	for _, l := range pass.ResultOf[elements.Analyzer].(*elements.Result).Foreign {
		r.Report(l.Range, "%s", message(l))
	}
	if !ownership.Own(pass) {
		return nil, nil
	}
	for _, leak := range pass.ResultOf[answers.Analyzer].(*answers.Result).Leaks {
		if leak.What == answers.Script {
			r.Report(diag.At(leak.Pos), "the Elements script is fetched and served from the program; %s", cost)
		}
	}
	return nil, nil
}

const cost = "a copy misses security fixes and puts the page in PCI DSS scope"

func message(l elements.Load) string {
	from := "the page's own site"
	switch {
	case l.Host != "":
		from = l.Host
	case l.Stray:
		from = "a path that Aurora's hosts do not have"
	}
	switch {
	case l.File != "" && l.Line == 0:
		return fmt.Sprintf("the Elements script %s is embedded in the program; %s", l.File, cost)
	case l.File != "":
		return fmt.Sprintf("embedded file %s loads the Elements script from %s on line %d; %s", l.File, from, l.Line, cost)
	case l.Served:
		return fmt.Sprintf("the Elements script %s is served from the program; %s", strings.ReplaceAll(l.URL, aurora.Hole, "…"), cost)
	}
	return fmt.Sprintf("the Elements script is loaded from %s; %s", from, cost)
}
