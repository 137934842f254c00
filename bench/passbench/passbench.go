// Package passbench runs one pass again and again over code of the shapes, for benchmarks.
package passbench

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/auroravet/auroravet/bench/shapes"
)

// Size is code to run over: one shape with so many units, all of them in one package.
type Size struct {
	Shape string
	Units int
}

// Run is a benchmark of a pass for each size. What the pass requires has run before, and
// is not measured.
func Run(b *testing.B, a *analysis.Analyzer, sizes ...Size) {
	Over(b, a, func(pass *analysis.Pass) {
		if _, err := a.Run(pass); err != nil {
			b.Error(err)
		}
	}, sizes...)
}

// Over is [Run] of another body in the place of a, which need not have one.
func Over(b *testing.B, a *analysis.Analyzer, body func(*analysis.Pass), sizes ...Size) {
	for _, size := range sizes {
		b.Run(size.Shape, func(b *testing.B) {
			dir := b.TempDir()
			folder := write(b, dir, size)
			pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax | packages.NeedModule, Dir: dir}, "./"+folder)
			if err != nil || packages.PrintErrors(pkgs) > 0 {
				b.Fatalf("%s does not load: %v", folder, err)
			}
			b.SetBytes(bytesIn(b, filepath.Join(dir, folder)))
			b.ReportAllocs()
			loop := *a
			loop.ResultType = nil
			loop.Run = func(pass *analysis.Pass) (any, error) {
				// A pass with facts also visits what the package imports.
				for pass.Pkg == pkgs[0].Types && b.Loop() {
					body(pass)
				}
				return nil, nil
			}
			graph, err := checker.Analyze([]*analysis.Analyzer{&loop}, pkgs, nil)
			if err != nil {
				b.Fatal(err)
			}
			for _, action := range graph.Roots {
				if action.Err != nil {
					b.Error(action.Err)
				}
			}
		})
	}
}

// write makes a module of one shape in dir and returns the folder of the package.
func write(b *testing.B, dir string, size Size) string {
	if err := shapes.WriteModule(dir); err != nil {
		b.Fatal(err)
	}
	for _, s := range shapes.All {
		if s.Name == size.Shape && !s.Apart {
			if _, err := s.Write(dir, size.Units); err != nil {
				b.Fatal(err)
			}
			return s.Folder(size.Units)
		}
	}
	b.Fatalf("no shape of one package is named %q", size.Shape)
	return ""
}

func bytesIn(b *testing.B, dir string) int64 {
	entries, err := os.ReadDir(dir)
	if err != nil {
		b.Fatal(err)
	}
	var n int64
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			b.Fatal(err)
		}
		n += info.Size()
	}
	return n
}
