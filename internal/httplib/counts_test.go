package httplib

import (
	"fmt"
	"go/types"
	"strings"
	"testing"

	"github.com/auroravet/auroravet/internal/loglib"
	"github.com/auroravet/auroravet/internal/rows"
	"github.com/auroravet/auroravet/internal/testmodule"
)

// census counts what a table knows.
type census struct{ libraries, packages, rows, unmodelled int }

// countsTable writes the numbers of both tables of rows.
func countsTable(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("| rows of | libraries | packages | rows | functions not modelled |\n| --- | --- | --- | --- | --- |\n")
	h, l := clientCensus(t), logCensus(t)
	fmt.Fprintf(&b, "| `internal/httplib`: clients, retries, keys, texts | %d | %d | %d | %d |\n", h.libraries, h.packages, h.rows, h.unmodelled)
	fmt.Fprintf(&b, "| `internal/loglib`: logs, traces, crash reports, texts | %d | %d | %d | %d |\n", l.libraries, l.packages, l.rows, l.unmodelled)
	return b.String()
}

// clientCensus counts the rows of this package; a function is not modelled when a skip line says so.
func clientCensus(t *testing.T) census {
	t.Helper()
	c := census{packages: len(paths()), rows: len(Rows())}
	paths := sortedKeys(paths())
	pkgs := pinned(t)
	c.libraries = libraries(paths)
	for _, path := range paths {
		for name := range surface(pkgs[path]) {
			if load().rows[name] == nil && skipped(name) {
				c.unmodelled++
			}
		}
	}
	return c
}

// logCensus counts the rows of loglib; a function of a logging library is not modelled when it has no row.
func logCensus(t *testing.T) census {
	t.Helper()
	all, logging := map[string]bool{}, map[string]bool{}
	c := census{rows: len(loglib.Rows())}
	for _, r := range loglib.Rows() {
		all[rows.PackageOf(r.Func)] = true
		if r.Library() && r.File != "older.txt" && rows.PackageOf(r.Func) != "k8s.io/klog" && (r.Op == loglib.Sink || r.Op == loglib.Field) {
			logging[rows.PackageOf(r.Func)] = true
		}
	}
	c.packages, c.libraries = len(all), libraries(sortedKeys(all))
	for _, p := range testmodule.Packages(t, sortedKeys(logging)) {
		for name := range surface(p) {
			_, base := split(name)
			if types.NewFunc(0, p, base, nil).Exported() && loglib.Lookup(name) == nil && loglib.Lookup(strings.Replace(name, "(*", "(", 1)) == nil {
				c.unmodelled++
			}
		}
	}
	return c
}

// libraries counts the projects of packages, whose versions count as one; so does the standard library.
func libraries(paths []string) int {
	seen := map[string]bool{}
	for _, p := range paths {
		parts := strings.Split(p, "/")
		n := 2
		switch {
		case !strings.Contains(parts[0], "."):
			parts, n = []string{"std"}, 1
		case parts[0] == "github.com", parts[0] == "golang.org":
			n = 3
		}
		seen[strings.Join(parts[:min(n, len(parts))], "/")] = true
	}
	return len(seen)
}
