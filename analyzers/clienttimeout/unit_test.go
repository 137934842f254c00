package clienttimeout_test

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/packages"

	"github.com/auroravet/auroravet/analyzers/clienttimeout"
)

func TestUnit(t *testing.T) {
	analysistest.RunWithSuggestedFixes(t, "../../testdata", clienttimeout.Analyzer, "./units/...")
}

// The files as they are after the fixes compile.
func TestUnitCompiles(t *testing.T) {
	dir, err := filepath.Abs("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	golden, err := filepath.Glob(filepath.Join(dir, "units", "*.golden"))
	if err != nil || len(golden) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	overlay := make(map[string][]byte)
	for _, name := range golden {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		overlay[name[:len(name)-len(".golden")]] = text
	}
	mode := packages.NeedName | packages.NeedFiles | packages.NeedImports | packages.NeedTypes | packages.NeedSyntax | packages.NeedExportFile
	pkgs, err := packages.Load(&packages.Config{Mode: mode, Dir: dir, Overlay: overlay}, "./units")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pkgs {
		for _, e := range p.Errors {
			t.Error(e)
		}
	}
}
