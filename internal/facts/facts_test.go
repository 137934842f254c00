package facts_test

import (
	"bytes"
	"encoding/gob"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/objectpath"

	"github.com/auroravet/auroravet/internal/facts"
)

// says is a fact of package gob, plain one that writes itself.
type says struct{ Text string }

func (*says) AFact()        {}
func (s *says) Tells() bool { return s.Text == "loud" }

type plain struct{ text string }

func (*plain) AFact()                                    {}
func (p *plain) AppendBinary(out []byte) ([]byte, error) { return append(out, p.text...), nil }
func (p *plain) Keep(data []byte) error                  { p.text = string(data); return nil }

var (
	below = &analysis.Analyzer{Name: "below", FactTypes: []analysis.Fact{new(plain)}}
	above = &analysis.Analyzer{Name: "above", FactTypes: []analysis.Fact{new(says)}, Requires: []*analysis.Analyzer{below}}
	kinds = facts.KindsOf([]*analysis.Analyzer{above, below})
)

// world is packages that import each other.
type world map[string]*types.Package

func (w world) Import(path string) (*types.Package, error) {
	if p := w[path]; p != nil {
		return p, nil
	}
	return importer.Default().Import(path)
}

func (w world) add(t *testing.T, path, text string) *types.Package {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, path, text, 0)
	if err != nil {
		t.Fatal(err)
	}
	pkg, err := (&types.Config{Importer: w}).Check(path, fset, []*ast.File{f}, nil)
	if err != nil {
		t.Fatal(err)
	}
	w[path] = pkg
	return pkg
}

func (w world) set(t *testing.T, pkg *types.Package, imported ...[]byte) *facts.Set {
	t.Helper()
	s, err := facts.New(pkg, kinds, imported, func(path string) *types.Package { return w[path] })
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func pass(s *facts.Set, a *analysis.Analyzer) *analysis.Pass {
	p := &analysis.Pass{Analyzer: a}
	s.Serve(p)
	return p
}

func encode(t *testing.T, s *facts.Set) []byte {
	t.Helper()
	text, err := s.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// TestTravel holds that an importer sees the facts of what it imports, and that those about types, fields and
// methods come along to who imports that, while those about functions and packages stay.
func TestTravel(t *testing.T) {
	w := world{}
	low := w.add(t, "low", "package low\ntype T struct{ F int }\nfunc (T) M() {}\nfunc G() { type local int }\n")
	typ := low.Scope().Lookup("T")
	field := typ.Type().Underlying().(*types.Struct).Field(0)
	g := low.Scope().Lookup("G")
	s := w.set(t, low)
	p := pass(s, above)
	p.ExportObjectFact(typ, &says{"type"})
	p.ExportObjectFact(field, &says{"field"})
	p.ExportObjectFact(g, &says{"function"})
	p.ExportObjectFact(g.(*types.Func).Scope().Lookup("local"), &says{"nobody can name it"})
	p.ExportPackageFact(&says{"package"})
	pass(s, below).ExportPackageFact(&plain{"itself"})
	text := encode(t, s)
	if again := encode(t, s); !bytes.Equal(text, again) {
		t.Error("equal facts are written in two ways")
	}

	middle := w.add(t, "middle", "package middle\nimport \"low\"\ntype U = low.T\n")
	seen := func(s *facts.Set, pkg *types.Package, objects ...types.Object) (out []string) {
		p := pass(s, above)
		for _, o := range objects {
			f := new(says)
			p.ImportObjectFact(o, f)
			out = append(out, f.Text)
		}
		f, own := new(says), new(plain)
		p.ImportPackageFact(pkg, f)
		pass(s, below).ImportPackageFact(pkg, own)
		return append(out, f.Text, own.text)
	}
	check := func(got []string, want ...string) {
		t.Helper()
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%q is seen, want %q", got, want)
				return
			}
		}
	}
	m := w.set(t, middle, text)
	handed := encode(t, m) // before anybody has asked
	check(seen(m, low, typ, field, g), "type", "field", "function", "package", "itself")
	if got := len(pass(m, above).AllObjectFacts()); got != 3 {
		t.Errorf("%d facts about objects, want 3", got)
	}
	if got := pass(m, below).AllPackageFacts(); len(got) != 1 || got[0].Package != low {
		t.Errorf("facts about packages: %v", got)
	}
	if after := encode(t, m); !bytes.Equal(handed, after) {
		t.Error("what is handed on depends on what was asked")
	}

	high := w.add(t, "high", "package high\nimport \"middle\"\nvar V middle.U\n")
	check(seen(w.set(t, high, handed), low, typ, field, g), "type", "field", "", "", "")

	far := w.set(t, high, handed, text)
	check(seen(far, low, typ), "type", "package")
	if got := len(pass(w.set(t, types.NewPackage("x", "x"), encode(t, far)), above).AllObjectFacts()); got != 2 {
		t.Errorf("%d facts are handed on twice over, want 2", got)
	}
}

func TestTell(t *testing.T) {
	w := world{}
	pkg := w.add(t, "p", "package p\nfunc F() {}\n")
	for text, want := range map[string]bool{"quiet": false, "loud": true} {
		s := w.set(t, pkg)
		pass(s, above).ExportPackageFact(&says{text})
		if got, err := facts.Tell(encode(t, s)); err != nil || got != want {
			t.Errorf("%s: %v, %v", text, got, err)
		}
	}
	s := w.set(t, pkg)
	pass(s, below).ExportPackageFact(&plain{"has no word on that"})
	text := encode(t, s)
	if got, err := facts.Tell(text); err != nil || !got {
		t.Errorf("a fact that does not say is silent: %v, %v", got, err)
	}
	for cut := 1; cut < len(text); cut++ {
		if _, err := facts.Tell(text[:cut]); err == nil && cut > 0 {
			t.Errorf("the first %d bytes pass for facts", cut)
		}
	}
}

// TestForeign holds that a fact about an object of another package is refused, as go/analysis asks.
func TestForeign(t *testing.T) {
	w := world{}
	low := w.add(t, "low", "package low\ntype T int\n")
	s := w.set(t, w.add(t, "high", "package high\nimport \"low\"\nvar V low.T\n"))
	defer func() {
		if recover() == nil {
			t.Error("it is taken")
		}
	}()
	pass(s, above).ExportObjectFact(low.Scope().Lookup("T"), &says{"not mine"})
}

// TestForUnitchecker holds that x/tools reads the facts in its own form.
func TestForUnitchecker(t *testing.T) {
	w := world{}
	pkg := w.add(t, "p", "package p\nfunc F() {}\n")
	s := w.set(t, pkg)
	pass(s, above).ExportObjectFact(pkg.Scope().Lookup("F"), &says{"function"})
	text, err := facts.ForUnitchecker(encode(t, s), kinds)
	if err != nil {
		t.Fatal(err)
	}
	var got []struct {
		PkgPath string
		Object  objectpath.Path
		Fact    analysis.Fact
	}
	if err := gob.NewDecoder(bytes.NewReader(text)).Decode(&got); err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || got[0].PkgPath != "p" || got[0].Object != "F" || got[0].Fact.(*says).Text != "function" {
		t.Errorf("it reads %+v", got)
	}
	if text, err := facts.ForUnitchecker(nil, kinds); len(text) > 0 || err != nil {
		t.Errorf("no facts are written as %q, %v", text, err)
	}
}
