package loglib_test

import (
	"slices"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/auroravet/auroravet/internal/loglib"
	"github.com/auroravet/auroravet/internal/testmodule"
)

// absent are packages of rows that the nested module does not import.
var absent = []string{"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"}

// TestSent resolves the rows of what goes into requests, and their operands.
func TestSent(t *testing.T) {
	var paths []string
	for _, r := range loglib.SentRows() {
		if p := loglib.PackageOf(r.Func); !slices.Contains(paths, p) && !slices.Contains(absent, p) {
			paths = append(paths, p)
		}
	}
	mode := packages.NeedName | packages.NeedTypes | packages.NeedImports | packages.NeedDeps | packages.NeedExportFile
	pkgs, err := packages.Load(&packages.Config{Mode: mode, Dir: testmodule.Dir(t)}, paths...)
	if err != nil {
		t.Fatal(err)
	}
	params := map[string]int{}
	for _, p := range pkgs {
		for _, f := range exported(p.Types) {
			params[f.FullName()] = f.Signature().Params().Len()
			if f.Signature().Recv() != nil {
				params[f.FullName()]++
			}
		}
	}
	for _, r := range loglib.SentRows() {
		n, ok := params[r.Func]
		if !ok && !slices.Contains(absent, loglib.PackageOf(r.Func)) {
			t.Errorf("%s:%d: no function %s", r.File, r.Line, r.Func)
		}
		for _, take := range r.Takes {
			if ok && take.Arg >= n {
				t.Errorf("%s:%d: %s has no argument %d", r.File, r.Line, r.Func, take.Arg)
			}
		}
	}
}
