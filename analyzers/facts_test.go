package analyzers_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/gob"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/go/types/objectpath"

	"github.com/auroravet/auroravet/analyzers"
	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/testmodule"
)

// outcome is what one run over some packages leaves: its facts, encoded, by what they are
// about, and its findings.
type outcome struct {
	facts    map[string][]byte
	findings []string
}

// check runs the suite on packages of a module, the packages in reverse order if asked to.
func check(t *testing.T, dir string, reverse bool, patterns ...string) outcome {
	t.Helper()
	cfg := &packages.Config{Mode: packages.LoadSyntax | packages.NeedModule, Dir: dir}
	pkgs, err := packages.Load(cfg, patterns...)
	if err != nil || packages.PrintErrors(pkgs) > 0 {
		t.Fatal("the packages do not load ", err)
	}
	suite := slices.Clone(analyzers.Suite)
	if reverse {
		slices.Reverse(pkgs)
		slices.Reverse(suite)
	}
	graph, err := checker.Analyze(suite, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	out := outcome{facts: map[string][]byte{}}
	for act := range graph.All() {
		if act.Err != nil {
			t.Errorf("%v: %v", act, act.Err)
		}
		for _, d := range act.Diagnostics {
			if act.IsRoot {
				out.findings = append(out.findings, fmt.Sprintf("%s: %s", act.Package.Fset.Position(d.Pos), d.Message))
			}
		}
		out.addFacts(t, act)
	}
	slices.Sort(out.findings)
	return out
}

// addFacts keeps the facts that an action has exported about its own package.
func (o *outcome) addFacts(t *testing.T, act *checker.Action) {
	for _, f := range act.AllPackageFacts() {
		if f.Package == act.Package.Types {
			o.addFact(t, act, "", f.Fact)
		}
	}
	for _, f := range act.AllObjectFacts() {
		if path, err := objectpath.For(f.Object); err == nil && f.Object.Pkg() == act.Package.Types {
			o.addFact(t, act, string(path), f.Fact)
		}
	}
}

// addFact encodes a fact and holds that it comes back as it was.
func (o *outcome) addFact(t *testing.T, act *checker.Action, at string, f analysis.Fact) {
	var b bytes.Buffer
	enc := gob.NewEncoder(&b)
	if err := enc.Encode(f); err != nil {
		t.Fatalf("%v: %T: %v", act, f, err)
	}
	data := bytes.Clone(b.Bytes())
	back := reflect.New(reflect.TypeOf(f).Elem())
	if err := gob.NewDecoder(&b).DecodeValue(back); err != nil {
		t.Fatalf("%v: %T: %v", act, f, err)
	}
	var again bytes.Buffer
	if err := gob.NewEncoder(&again).EncodeValue(back); err != nil || !bytes.Equal(again.Bytes(), data) {
		t.Errorf("%v: %T comes back changed", act, f)
	}
	key := fmt.Sprintf("%s %T %s", act.Package.PkgPath, f, at)
	o.facts[key] = data
	// A stream describes a type once, however many facts of it there are.
	if err := enc.Encode(f); err != nil || at != "" && b.Len() > bytesPerObject {
		t.Errorf("%s has %d bytes; the fact of an object has at most %d (%v)", key, b.Len(), bytesPerObject, err)
	}
}

// gob numbers types in the order of their first use: that is the same in each process,
// whatever tests it runs.
func init() {
	byName := map[string]analysis.Fact{}
	var visit func(list []*analysis.Analyzer)
	visit = func(list []*analysis.Analyzer) {
		for _, a := range list {
			for _, f := range a.FactTypes {
				byName[fmt.Sprintf("%T", f)] = f
			}
			visit(a.Requires)
		}
	}
	visit(analyzers.Suite)
	enc := gob.NewEncoder(io.Discard)
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		_ = enc.EncodeValue(reflect.New(reflect.TypeOf(byName[name]).Elem())) // a fact without anything in it describes its type all the same
	}
}

// encoded is what the parts of a residual program are written as: of each path, uses and code,
// with their lengths before them.
type encoded []byte

func (e *encoded) GobDecode(data []byte) error {
	*e = bytes.Clone(data)
	return nil
}

// codes returns the code of the parts.
func (e encoded) codes() (out [][]byte) {
	for i := 0; len(e) > 0; i++ {
		size, n := binary.Uvarint(e)
		if i%3 == 2 {
			out = append(out, e[n:n+int(size)])
		}
		e = e[n+int(size):]
	}
	return out
}

// functions counts the functions of the residual program in a fact, 0 for another fact.
func functions(t *testing.T, name string, data []byte) int {
	if !strings.Contains(name, " *program.fact ") {
		return 0
	}
	var f struct {
		Version int
		Program encoded
	}
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&f); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	count := 0
	for _, code := range f.Program.codes() {
		p, err := ir.Decode(code)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !bytes.Equal(ir.Encode(p), code) {
			t.Errorf("%s: the residual program does not come back as it was", name)
		}
		count += len(p.Funcs)
	}
	return count
}

// bytesPerFunction bounds what a function of the residual program costs in a fact, and
// bytesPerObject the fact of a function or field.
const (
	bytesPerFunction = 600
	bytesPerObject   = 1500
)

func (o *outcome) sizes(t *testing.T) {
	total, funcs := 0, 0
	for _, name := range slices.Sorted(maps.Keys(o.facts)) {
		data := o.facts[name]
		if n := functions(t, name, data); n > 0 {
			total, funcs = total+len(data), funcs+n
		}
	}
	if funcs == 0 {
		t.Fatal("no package has a residual program")
	}
	t.Logf("%d facts; the residual programs have %d bytes for %d functions", len(o.facts), total, funcs)
	if total/funcs > bytesPerFunction {
		t.Errorf("a function costs %d bytes in a fact; at most %d", total/funcs, bytesPerFunction)
	}
}

// digest is one line for each package with the sum of its facts.
func (o *outcome) digest() string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(o.facts)) {
		fmt.Fprintf(&b, "%s %x\n", name, sha256.Sum256(o.facts[name]))
	}
	return b.String()
}

// childVar asks the test to print the sums of its facts, for another process to compare.
const childVar = "AURORAVET_PRINT_FACTS"

// TestFacts holds that facts come back as they were, are the same on every run and in every
// order of packages and checks, and stay small; and that the findings do not depend on the order.
func TestFacts(t *testing.T) {
	dir := testmodule.Dir(t)
	if file := os.Getenv(childVar); file != "" {
		o := check(t, dir, true, "./example/...", "./nethttp/internal/settings", "./nethttp/internal/till", "./nethttp/internal/counter")
		if err := os.WriteFile(file, []byte(o.digest()), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	one, two := check(t, dir, false, "./..."), check(t, dir, true, "./...")
	if !slices.Equal(one.findings, two.findings) {
		t.Errorf("the findings depend on the order of packages:\n%s", difference(one.findings, two.findings))
	}
	if len(one.findings) < 100 {
		t.Errorf("%d findings in the test programs; most of them are faulty", len(one.findings))
	}
	if a, b := strings.Split(one.digest(), "\n"), strings.Split(two.digest(), "\n"); !slices.Equal(a, b) {
		t.Errorf("the facts depend on the order of packages:\n%s", difference(a, b))
	}
	one.sizes(t)

	t.Run("process", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "facts")
		cmd := exec.Command(os.Args[0], "-test.run=^TestFacts$")
		cmd.Env = append(os.Environ(), childVar+"="+file)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all := strings.Split(one.digest(), "\n")
		missing := slices.DeleteFunc(strings.Split(string(text), "\n"), func(l string) bool { return slices.Contains(all, l) })
		if len(text) == 0 || len(missing) > 0 {
			t.Errorf("another process has other facts: %d lines differ, as %q", len(missing), missing[:min(3, len(missing))])
		}
	})
}

// difference lists the lines that only one of two lists has.
func difference(a, b []string) string {
	var out strings.Builder
	for _, l := range a {
		if !slices.Contains(b, l) {
			out.WriteString("- " + l + "\n")
		}
	}
	for _, l := range b {
		if !slices.Contains(a, l) {
			out.WriteString("+ " + l + "\n")
		}
	}
	return out.String()
}

// TestHugePackage holds that a package with very many functions has a fact in proportion.
func TestHugePackage(t *testing.T) {
	const n = 400
	var b strings.Builder
	b.WriteString("package huge\n\nimport \"net/http\"\n\nvar base = \"https://api.flute.com\"\n\nfunc send(hc *http.Client, req *http.Request) error { _, err := hc.Do(req); return err }\n")
	for i := range n {
		fmt.Fprintf(&b, `
func Void%d(hc *http.Client, id string) error {
	req, err := http.NewRequest("POST", base+"/pay-api/v1/transactions/"+id+"/void", nil)
	if err != nil {
		return err
	}
	return send(hc, req)
}
`, i)
	}
	dir := t.TempDir()
	for name, text := range map[string]string{"go.mod": "module example.com/huge\n\ngo 1.25\n", "huge.go": b.String()} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	o := check(t, dir, false, ".")
	if len(o.findings) != n {
		t.Errorf("%d findings, want %d", len(o.findings), n)
	}
	o.sizes(t)
}
