package gclplugin

import (
	"go/ast"
	"go/types"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
)

// marked is a fact of a function.
type marked struct{ By string }

func (*marked) AFact()           {}
func (m *marked) String() string { return m.By }

// marks gives exported functions a fact; its result says which of those in use have one, and of whom.
var marks = &analysis.Analyzer{
	Name:       "marks",
	Doc:        "mark functions",
	FactTypes:  []analysis.Fact{new(marked)},
	ResultType: reflect.TypeFor[map[*ast.Ident]string](),
	Run: func(pass *analysis.Pass) (any, error) {
		for id, obj := range pass.TypesInfo.Defs {
			if fn, ok := obj.(*types.Func); ok && id.IsExported() {
				pass.ExportObjectFact(fn, &marked{pass.Pkg.Path()})
			}
		}
		out := make(map[*ast.Ident]string)
		for id, obj := range pass.TypesInfo.Uses {
			var m marked
			if obj.Pkg() != nil && pass.ImportObjectFact(obj, &m) {
				out[id] = m.By
			}
		}
		return out, nil
	},
}

func TestJoined(t *testing.T) {
	var checks []*analysis.Analyzer
	for _, name := range []string{"one", "other"} {
		checks = append(checks, &analysis.Analyzer{Name: name, Doc: "report marked functions", URL: "https://example.com/" + name, Requires: []*analysis.Analyzer{marks}, Run: func(pass *analysis.Pass) (any, error) {
			for id, by := range pass.ResultOf[marks].(map[*ast.Ident]string) {
				pass.Reportf(id.Pos(), "%s is marked by %s (%s)", id.Name, by, pass.Analyzer.Name)
			}
			return nil, nil
		}})
	}
	dir, clean, err := analysistest.WriteFiles(map[string]string{
		"a/a.go": "package a\n\nfunc Charge() {}\n",
		"b/b.go": "package b\n\nimport \"a\"\n\nfunc f() {\n\ta.Charge() // want `Charge is marked by a \\(one\\)` `Charge is marked by a \\(other\\)`\n}\n",
	})
	if err != nil {
		t.Fatal(err)
	}
	defer clean()
	outer := joined(checks)
	if err := analysis.Validate([]*analysis.Analyzer{outer}); err != nil || outer.Name != "auroravet" {
		t.Fatalf("%s: %v", outer.Name, err)
	}
	for _, res := range analysistest.Run(t, dir, outer, "b") {
		if len(res.Diagnostics) != len(checks) {
			t.Fatalf("%s: %v", res.Action, res.Diagnostics)
		}
		for i, d := range res.Diagnostics {
			if d.URL != checks[i].URL {
				t.Errorf("%q has the page %s", d.Message, d.URL)
			}
		}
	}
}

func TestEmbedded(t *testing.T) {
	root := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		name = filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("go.mod", "module example.com/m\n")
	write("sub/sub.go", "package sub\n")
	t.Chdir(filepath.Join(root, "sub"))
	if got := embedded(); got != nil {
		t.Error("a key for nothing")
	}
	write("web/web.go", "package web\n\nimport _ \"embed\"\n\n//go:embed page.html\nvar page string\n")
	write("web/page.html", "<p>")
	first := embedded()
	write("web/other.html", "<p>")
	if again := embedded(); len(first) != 1 || first[0].Name != again[0].Name {
		t.Error("the key changes with files that nothing embeds")
	}
	if err := analysis.Validate(first); err != nil {
		t.Error(err)
	}
	write("web/page.html", "<b>")
	if again := embedded(); first[0].Name == again[0].Name {
		t.Error("the key stays when an embedded file changes")
	}
}
