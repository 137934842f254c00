package e2e

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/auroravet/auroravet/internal/testmodule"
	"github.com/auroravet/auroravet/internal/testprogram"
)

// TestDrivers holds that the findings in all test programs are the same from go vet, also of one
// package after another, and from the program with the packages in another order, also of
// few packages at a time.
func TestDrivers(t *testing.T) {
	needs(t)
	dir := testmodule.Dir(t)
	want := vet(t, dir, "./...")
	list := strings.Fields(must(t, dir, nil, "go", "list", "./..."))
	slices.Reverse(list)

	t.Run("patterns", func(t *testing.T) {
		got := testprogram.Run(t, dir, nil, auroravet(t), list...)
		if got.Code != 1 || got.Stderr != "" {
			t.Fatalf("exit %d, want 1 and nothing on standard error:\n%s", got.Code, got.Stderr)
		}
		same(t, "auroravet", parsed(t, got.Stdout), want)
	})
	few := func(name string) bool {
		return strings.HasPrefix(name, "services/") || strings.HasPrefix(name, "example/")
	}
	wantFew := slices.DeleteFunc(slices.Clone(want), func(f string) bool { return !few(f) })
	var vetted, alone []string
	for _, pkg := range list {
		if few(strings.TrimPrefix(pkg, "github.com/auroravet/auroravet/testdata/")) {
			vetted = append(vetted, vet(t, dir, pkg)...)
			alone = append(alone, parsed(t, testprogram.Run(t, dir, nil, auroravet(t), pkg).Stdout)...)
		}
	}
	slices.Sort(vetted)
	same(t, "go vet of one package", slices.Compact(vetted), wantFew) // it may repeat what it said of a dependency
	same(t, "auroravet of one package", alone, wantFew)
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
