package diag_test

import (
	"go/ast"
	"go/constant"
	"go/token"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/auroravet/auroravet/internal/diag"
	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

// literal is a check that reports every string literal that says "fault", last
// one first and each twice, so that order and merging are the reporter's work.
var literal = &analysis.Analyzer{
	Name:     "literal",
	Doc:      "report faults",
	Requires: diag.Requires,
	Run:      func(pass *analysis.Pass) (any, error) { return reportLiterals(pass, false) },
}

// anywhere is literal, in generated files too.
var anywhere = &analysis.Analyzer{
	Name:     "anywhere",
	Doc:      "report faults in generated files too",
	Requires: diag.Requires,
	Run:      func(pass *analysis.Pass) (any, error) { return reportLiterals(pass, true) },
}

func reportLiterals(pass *analysis.Pass, generated bool) (any, error) {
	if !ownership.Own(pass) {
		return nil, nil
	}
	r := diag.Start(pass)
	defer r.Finish()
	if generated {
		r.IncludeGenerated()
	}
	var lits []*ast.BasicLit
	for _, f := range pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && strings.HasPrefix(lit.Value, `"fault`) {
				lits = append(lits, lit, lit)
			}
			return true
		})
	}
	for i := len(lits) - 1; i >= 0; i-- {
		r.Report(lits[i], "found %s", constant.StringVal(pass.TypesInfo.Types[lits[i]].Value))
	}
	return nil, nil
}

func TestReporter(t *testing.T) {
	for _, r := range analysistest.Run(t, analysistest.TestData(), literal, "a") {
		last := token.NoPos
		for _, d := range r.Diagnostics {
			if d.Pos <= last {
				t.Errorf("out of order, or one finding twice: %s", r.Pass.Fset.Position(d.Pos))
			}
			last = d.Pos
			if strings.Contains(d.Message, "4111") {
				t.Error("a card number is in a message")
			}
		}
	}
}

func TestRemoval(t *testing.T) {
	analysistest.RunWithSuggestedFixes(t, analysistest.TestData(), literal, "unused")
}

func TestIncludeGeneratedAndTests(t *testing.T) {
	flag := vocabulary.Analyzer.Flags.Lookup("tests")
	if err := flag.Value.Set("true"); err != nil {
		t.Fatal(err)
	}
	defer flag.Value.Set("false")
	analysistest.Run(t, analysistest.TestData(), anywhere, "tests")
}

func TestMustDoc(t *testing.T) {
	const text = "// Package p is p.\n//\n// # Analyzer p\n//\n// p: report p\n//\n// More.\n//\n// # Other\n//\n// Not this.\npackage p\n"
	if got, want := diag.MustDoc(text, "p"), "report p\n\nMore."; got != want {
		t.Errorf("MustDoc = %q, want %q", got, want)
	}
	defer func() {
		if recover() == nil {
			t.Error("MustDoc of a missing section did not panic")
		}
	}()
	diag.MustDoc(text, "q")
}
