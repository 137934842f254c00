package shapes

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/auroravet/auroravet/analyzers"
)

// TestShapes holds that the code compiles and that the suite has something to find in it:
// the growth of a tool that looks away is no news.
func TestShapes(t *testing.T) {
	dir := t.TempDir()
	if err := WriteModule(dir); err != nil {
		t.Fatal(err)
	}
	for _, s := range All {
		small, err := s.Write(dir, s.Sizes[0])
		if err != nil {
			t.Fatal(err)
		}
		large, err := s.Write(t.TempDir(), s.Sizes[1])
		if err != nil {
			t.Fatal(err)
		}
		if units := float64(s.Sizes[1]) / float64(s.Sizes[0]); float64(large) < 0.5*units*float64(small) {
			t.Errorf("%s: %d %s have %d lines, %d have %d", s.Name, s.Sizes[0], s.Unit, small, s.Sizes[1], large)
		}
	}
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax | packages.NeedModule, Dir: dir}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	if packages.PrintErrors(pkgs) > 0 {
		t.Fatal("the code does not compile")
	}
	graph, err := checker.Analyze(analyzers.Suite, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	found := make(map[string]int)
	for _, action := range graph.Roots {
		if action.Err != nil {
			t.Error(action.Err)
		}
		shape, _, _ := strings.Cut(strings.TrimPrefix(action.Package.PkgPath, Module+"/"), "/")
		found[shape] += len(action.Diagnostics)
	}
	for _, s := range All {
		if found[s.Name] > 0 == s.Clean {
			t.Errorf("%s in %s: %d findings", s.Name, filepath.Join(dir, s.Folder(s.Sizes[0])), found[s.Name])
		}
	}
}
