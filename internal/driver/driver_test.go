package driver

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/auroravet/auroravet/internal/testmodule"
	"github.com/auroravet/auroravet/internal/testprogram"
)

const (
	resty = "github.com/auroravet/auroravet/testdata/clients/resty2"
	lib   = "github.com/go-resty/resty/v2"
)

// load reads packages of the module of test programs, in which the library is the only one
// of another module that speaks.
func load(t *testing.T, patterns ...string) *Packages {
	t.Helper()
	pkgs, err := Load(Config{Dir: testmodule.Dir(t), Speaks: func(p *packages.Package) bool { return p.PkgPath == lib }}, patterns)
	if err != nil {
		t.Fatal(err)
	}
	return pkgs
}

func paths(pkgs []*packages.Package) []string {
	var out []string
	for _, p := range pkgs {
		out = append(out, p.PkgPath)
	}
	slices.Sort(out)
	return out
}

// TestLoad holds what is read from source: what was asked for, the user's packages that it
// imports, and what speaks of another module.
func TestLoad(t *testing.T) {
	pkgs := load(t, "./example/web", "./clients/resty2")
	asked, all := paths(pkgs.Asked), paths(pkgs.All)
	if want := []string{resty, "github.com/auroravet/auroravet/testdata/example/web"}; !slices.Equal(asked, want) {
		t.Errorf("asked are %v, want %v", asked, want)
	}
	if !slices.Contains(all, lib) || !slices.Contains(all, "github.com/auroravet/auroravet/testdata/example/gateway") {
		t.Errorf("read are %v", all)
	}
	for _, p := range pkgs.All {
		if len(p.Syntax) == 0 || p.IllTyped || p.Module == nil {
			t.Errorf("%s is not read whole", p)
		}
		for path, imp := range p.Imports {
			if !slices.Contains(pkgs.All, imp) {
				t.Errorf("%s imports %s, which is not read", p, path)
			}
		}
	}
	if len(pkgs.Errors) > 0 {
		t.Errorf("errors: %v", pkgs.Errors)
	}
}

// hears is what a package tells its importers.
type hears struct{}

func (*hears) AFact() {}

// TestAnalyze holds that what tells importers something runs on packages that were not asked for, after what they
// import, and that nothing is reported there.
func TestAnalyze(t *testing.T) {
	ran, checked := make(chan string, 100), make(chan string, 100)
	telling := &analysis.Analyzer{Name: "tells", Doc: "tell importers something", FactTypes: []analysis.Fact{new(hears)}, Run: func(pass *analysis.Pass) (any, error) {
		for _, imp := range pass.Pkg.Imports() {
			if strings.HasSuffix(imp.Path(), "/example/gateway") && !pass.ImportPackageFact(imp, new(hears)) {
				t.Errorf("%s does not hear %s", pass.Pkg.Path(), imp.Path())
			}
		}
		pass.ExportPackageFact(new(hears))
		ran <- pass.Pkg.Path()
		return nil, nil
	}}
	names := &analysis.Analyzer{Name: "names", Doc: "report the name of each package", Requires: []*analysis.Analyzer{telling}, Run: func(pass *analysis.Pass) (any, error) {
		pass.Reportf(pass.Files[0].Name.Pos(), "package %s", pass.Pkg.Name())
		checked <- pass.Pkg.Path()
		return nil, nil
	}}
	graph, err := Analyze([]*analysis.Analyzer{names}, load(t, "./example/web"))
	if err != nil || len(graph.Roots) != 1 || len(graph.Roots[0].Diagnostics) != 1 {
		t.Fatalf("%v roots, %v; want one with one finding", graph, err)
	}
	if len(ran) < 2 || len(checked) != 1 {
		t.Errorf("%d packages told, %d were checked; want several and one", len(ran), len(checked))
	}
}

// TestErrors says which package or pattern is at fault.
func TestErrors(t *testing.T) {
	dir := t.TempDir()
	testprogram.Write(t, dir, map[string]string{
		"go.mod":             "module example.com/shop\n\ngo 1.26.0\n",
		"good/good.go":       "package good\n",
		"broken/broken.go":   "package broken\n\nvar x int = \"a\"\n\nvar y int = \"b\"\n",
		"above/above.go":     "package above\n\nimport _ \"example.com/shop/broken\"\n\nvar z int = \"c\"\n",
		"missing/missing.go": "package missing\n\nimport _ \"example.com/nowhere\"\n",
		"hollow/notes.txt":   "no Go here\n",
		"cycle/a/a.go":       "package a\n\nimport _ \"example.com/shop/cycle/b\"\n",
		"cycle/b/b.go":       "package b\n\nimport _ \"example.com/shop/cycle/a\"\n",
	})
	for pattern, want := range map[string]string{
		"./good":                  "",
		"./...":                   "", // see below
		"example.com/shop/good":   "",
		"./broken":                "example.com/shop/broken: # example.com/shop/broken\nbroken/broken.go:3:13: ",
		"./above":                 "example.com/shop/broken: ",
		"./missing":               "example.com/nowhere: no required module provides",
		"./hollow/...":            "./hollow/...: ./hollow/... matched no packages",
		"./nosuch/...":            "./nosuch/...: pattern ./nosuch/...: ",
		"example.com/shop/no/...": "example.com/shop/no/...: example.com/shop/no/... matched no packages",
		"./cycle/a":               "example.com/shop/cycle/a: import cycle not allowed",
	} {
		pkgs, err := Load(Config{Dir: dir, Speaks: func(*packages.Package) bool { return false }}, []string{pattern})
		if err != nil {
			t.Errorf("%s: %v", pattern, err)
			continue
		}
		var got []string
		for _, e := range pkgs.Errors {
			got = append(got, e.Package+": "+e.Msg)
		}
		switch {
		case pattern == "./...":
			if len(got) != 3 {
				t.Errorf("%s: %q, want an error each of broken, missing and cycle", pattern, got)
			}
		case want == "" && len(got) > 0, want != "" && (len(got) != 1 || !strings.HasPrefix(got[0], want)):
			t.Errorf("%s: %q, want %q", pattern, got, want)
		}
	}
}
