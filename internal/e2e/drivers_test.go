package e2e

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/auroravet/auroravet/analyzers"
	"github.com/auroravet/auroravet/internal/testmodule"
)

// TestDrivers holds that the findings in all test programs are the same from go vet, from
// the program with the packages in another order, from one package after another, and in
// one process that reads the packages from their last to their first.
func TestDrivers(t *testing.T) {
	needs(t)
	dir := testmodule.Dir(t)
	want := vet(t, dir, "./...")
	list := strings.Fields(must(t, dir, nil, "go", "list", "./..."))
	slices.Reverse(list)

	t.Run("patterns", func(t *testing.T) {
		got := run(t, dir, nil, auroravet(t), list...)
		if got.code != 1 || got.stderr != "" {
			t.Fatalf("exit %d, want 1 and nothing on standard error:\n%s", got.code, got.stderr)
		}
		same(t, "auroravet", parsed(t, got.stdout), want)
	})
	t.Run("one by one", func(t *testing.T) {
		var got []string
		in := []string{"services/", "example/"}
		for _, pkg := range list {
			if path := strings.TrimPrefix(pkg, "github.com/auroravet/auroravet/testdata/"); strings.HasPrefix(path, in[0]) || strings.HasPrefix(path, in[1]) {
				got = append(got, vet(t, dir, pkg)...)
			}
		}
		slices.Sort(got)
		got = slices.Compact(got) // the go command may repeat what it said of a dependency
		same(t, "go vet of one package", got, slices.DeleteFunc(slices.Clone(want), func(f string) bool {
			return !strings.HasPrefix(f, in[0]) && !strings.HasPrefix(f, in[1])
		}))
	})
	t.Run("one process", func(t *testing.T) { same(t, "one process", inProcess(t, dir, list), want) })
}

// parsed reads findings as the program prints them.
func parsed(t *testing.T, text string) []string {
	t.Helper()
	var out []string
	for l := range strings.Lines(text) {
		m := vetLine.FindStringSubmatch(strings.TrimRight(l, "\r\n"))
		if m == nil {
			t.Fatalf("auroravet prints %q", l)
		}
		line, _ := strconv.Atoi(m[2])
		col, _ := strconv.Atoi(m[3])
		out = append(out, finding{filepath.ToSlash(filepath.Clean(m[1])), line, col, m[4]}.String())
	}
	return out
}

// inProcess runs the suite by package checker.
func inProcess(t *testing.T, dir string, list []string) []string {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax | packages.NeedModule, Dir: dir}, list...)
	if err != nil || packages.PrintErrors(pkgs) > 0 {
		t.Fatal("the packages do not load ", err)
	}
	slices.SortFunc(pkgs, func(a, b *packages.Package) int { return strings.Compare(b.PkgPath, a.PkgPath) })
	graph, err := checker.Analyze(analyzers.Suite, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, act := range graph.Roots {
		for _, d := range act.Diagnostics {
			at := act.Package.Fset.Position(d.Pos)
			file, err := filepath.Rel(dir, at.Filename)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, finding{filepath.ToSlash(file), at.Line, at.Column, d.Message}.String())
		}
	}
	return out
}
