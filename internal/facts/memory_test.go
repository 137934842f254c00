package facts_test

import (
	"go/types"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/facts"
)

// TestMemory holds that in one process an importer sees what it would see under go vet: what its imports say of
// what can be named, and of theirs what is said of types, fields and methods.
func TestMemory(t *testing.T) {
	w := world{}
	low := w.add(t, "low", "package low\ntype T struct{ F int }\nfunc (T) M() {}\nfunc G() {}\nfunc g() {}\n")
	middle := w.add(t, "middle", "package middle\nimport \"low\"\ntype U = low.T\n")
	high := w.add(t, "high", "package high\nimport \"middle\"\ntype V = middle.U\n")
	typ := low.Scope().Lookup("T")
	field := typ.Type().Underlying().(*types.Struct).Field(0)
	objects := []types.Object{typ, field, low.Scope().Lookup("G"), low.Scope().Lookup("g")}

	serve := func(m *facts.Memory) *analysis.Pass {
		p := &analysis.Pass{Analyzer: above}
		m.Serve(p)
		return p
	}
	lowFacts := facts.NewMemory(low, nil)
	p := serve(lowFacts)
	for _, o := range objects {
		p.ExportObjectFact(o, &says{o.Name()})
	}
	p.ExportPackageFact(&says{"package"})
	middleFacts := facts.NewMemory(middle, []*facts.Memory{lowFacts, nil})
	highFacts := facts.NewMemory(high, []*facts.Memory{middleFacts})
	for _, test := range []struct {
		name string
		of   *facts.Memory
		want []string
	}{
		{"low", lowFacts, []string{"F", "G", "T", "g", "package"}},
		{"middle", middleFacts, []string{"F", "G", "T", "package"}},
		{"high", highFacts, []string{"F", "T"}},
	} {
		p := serve(test.of)
		var all, asked []string
		for _, f := range p.AllObjectFacts() {
			all = append(all, f.Fact.(*says).Text)
		}
		for _, f := range p.AllPackageFacts() {
			all = append(all, f.Fact.(*says).Text)
		}
		var f says
		for _, o := range objects {
			if p.ImportObjectFact(o, &f) {
				asked = append(asked, f.Text)
			}
		}
		if p.ImportPackageFact(low, &f) {
			asked = append(asked, f.Text)
		}
		slices.Sort(all)
		slices.Sort(asked)
		if !slices.Equal(all, test.want) || !slices.Equal(asked, test.want) {
			t.Errorf("%s sees %q, and %q when it asks for each; want %q", test.name, all, asked, test.want)
		}
	}
}
