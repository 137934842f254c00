package loglib_test

import (
	"slices"
	"testing"

	"github.com/auroravet/auroravet/internal/loglib"
	"github.com/auroravet/auroravet/internal/rows"
	"github.com/auroravet/auroravet/internal/testmodule"
)

// absent are packages of rows that the nested module does not import.
var absent = []string{"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"}

// TestResolve resolves the rows of what goes into requests and of what makes loggers, and their operands.
func TestResolve(t *testing.T) {
	all := slices.Concat(loglib.SentRows(), loglib.MakerRows())
	var paths []string
	for _, r := range all {
		if p := rows.PackageOf(r.Func); !slices.Contains(paths, p) && !slices.Contains(absent, p) {
			paths = append(paths, p)
		}
	}
	params := map[string]int{}
	for name, f := range testmodule.Functions(testmodule.Packages(t, paths)) {
		params[name] = f.Signature().Params().Len()
		if f.Signature().Recv() != nil {
			params[name]++
		}
	}
	for _, r := range all {
		n, ok := params[r.Func]
		if !ok && !slices.Contains(absent, rows.PackageOf(r.Func)) {
			t.Errorf("%s:%d: no function %s", r.File, r.Line, r.Func)
		}
		for _, take := range r.Takes {
			if ok && take.Arg >= n {
				t.Errorf("%s:%d: %s has no argument %d", r.File, r.Line, r.Func, take.Arg)
			}
		}
	}
}
