package main

import (
	"bytes"
	"path/filepath"
	"slices"
	"testing"

	"github.com/auroravet/auroravet/internal/driver"
)

// What the go command prints, by hand: the cases that no test program brings about.
func TestRead(t *testing.T) {
	const text = `go: downloading example.com/x v1.2.3
# example.com/m/b
vet: b/b.go:9:2: no check is named "x"; the directive has no effect (suppression)
# example.com/m/a
# [example.com/m/a]
a/a.go:7:1: second of the file (suppression)
7	code that looks: like 1:2: a place (suppression)
a/a.go:3:1: first of the file (suppression)
# example.com/m/c
panic: runtime error: index out of range

goroutine 7 [running]:
	/somewhere/x.go:3 +0x1
# example.com/m/d [example.com/m/d.test]
d/d_test.go:3:4: undefined: y (suppression is no check here)
d/d_test.go:4:4: undefined: z
`
	var r report
	u := driver.Unit{Dir: filepath.FromSlash("/repo/m")}
	r.read([]byte(text), u, filepath.FromSlash("/repo"))
	var out bytes.Buffer
	r.print(&out)
	want := `m/a/a.go:3:1: first of the file (suppression)
m/a/a.go:7:1: second of the file (suppression)
7	code that looks: like 1:2: a place (suppression)
m/b/b.go:9:2: no check is named "x"; the directive has no effect (suppression)
`
	if got := filepath.ToSlash(out.String()); got != want {
		t.Errorf("prints:\n%swant:\n%s", got, want)
	}
	wantErrors := []string{
		`a check failed on example.com/m/c: panic: runtime error: index out of range; type "go vet -C m -vettool=$(which auroravet) example.com/m/c" for the trace, and report it`,
		`example.com/m/d does not compile: m/d/d_test.go:3:4: undefined: y (suppression is no check here); type "go vet -C m example.com/m/d" to see all of it`,
	}
	if !slices.Equal(r.errors, wantErrors) {
		t.Errorf("complains %q, want %q", r.errors, wantErrors)
	}
}
