package gclplugin

import (
	"errors"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/driver"
	"github.com/auroravet/auroravet/internal/facts"
	"github.com/auroravet/auroravet/internal/ownership"
)

// text is what a package tells those that import it: all facts of the suite, as facts.Set writes them.
type text struct{ Text []byte }

func (*text) AFact()         {}
func (*text) String() string { return "auroravet" }

// joined returns the checks as one analyzer, which requires one that has all their facts. For
// each analyzer with facts golangci-lint writes two files for each package, and looks for them in the next
// run; and it puts the name of an analyzer that is not the plugin's before each message,
// which ends in the check's name already.
func joined(checks []*analysis.Analyzer) *analysis.Analyzer {
	teller := teller(driver.Tellers(checks))
	return &analysis.Analyzer{
		Name:     name,
		Doc:      "find the faults that keep a program from going live with the Aurora payments API",
		Requires: []*analysis.Analyzer{teller},
		Run: func(pass *analysis.Pass) (any, error) {
			run := pass.ResultOf[teller].(*driver.Run)
			run.All(checks)
			var errs []error
			for _, a := range checks {
				act := run.One(a)
				errs = append(errs, act.Err)
				for _, d := range act.Found {
					if d.URL == "" {
						d.URL = a.URL
					}
					pass.Report(d)
				}
			}
			return nil, errors.Join(errs...)
		},
	}
}

// teller returns an analyzer that runs the given ones, which have facts. Its result is their
// *driver.Run, in which the checks go on.
func teller(list []*analysis.Analyzer) *analysis.Analyzer {
	kinds := facts.KindsOf(list)
	return &analysis.Analyzer{
		Name:       name + "_facts",
		Doc:        "find out what importers of a package need to know",
		ResultType: reflect.TypeFor[*driver.Run](),
		FactTypes:  []analysis.Fact{new(text)},
		Run: func(pass *analysis.Pass) (any, error) {
			set, err := known(pass, kinds)
			if err != nil {
				return nil, err
			}
			run := driver.NewRun(*pass, set)
			if ownership.Standard(pass) {
				return run, nil // it says nothing
			}
			run.All(list)
			told, err := set.Encode()
			if err == nil && len(told) > 0 {
				pass.ExportPackageFact(&text{told})
			}
			return run, err
		},
	}
}

// known returns the facts of the imports of a package.
func known(pass *analysis.Pass, kinds facts.Kinds) (*facts.Set, error) {
	var texts [][]byte
	for _, imp := range pass.Pkg.Imports() {
		var t text
		if pass.ImportPackageFact(imp, &t) {
			texts = append(texts, t.Text)
		}
	}
	var seen map[string]*types.Package
	return facts.New(pass.Pkg, kinds, texts, func(path string) *types.Package {
		if seen == nil {
			seen = make(map[string]*types.Package)
			see(seen, pass.Pkg)
		}
		return seen[path]
	})
}

// see adds what a package imports, directly or not, to seen.
func see(seen map[string]*types.Package, pkg *types.Package) {
	for _, imp := range pkg.Imports() {
		if seen[imp.Path()] == nil {
			seen[imp.Path()] = imp
			see(seen, imp)
		}
	}
}
