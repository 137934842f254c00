package httplib

import (
	"flag"
	"fmt"
	"go/types"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/auroravet/auroravet/internal/testmodule"
)

var update = flag.Bool("update", false, "write docs/libraries.md anew")

// loggersHeading begins the part of the page that internal/loglib writes.
const loggersHeading = "\n## Loggers\n"

// TestTable compares the first part of docs/libraries.md with the rows.
func TestTable(t *testing.T) {
	name := filepath.Join(testmodule.Root(t), "docs", "libraries.md")
	page, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	got, loggers, _ := strings.Cut(string(page), loggersHeading)
	want := libraryTable(t)
	if *update {
		if err := os.WriteFile(name, []byte(want+loggersHeading+loggers), 0o644); err != nil {
			t.Fatal(err)
		}
		got = want
	}
	if got != want {
		t.Errorf("docs/libraries.md is stale; type: go test ./internal/httplib -run Table -update")
	}
}

// libraryTable writes the page: the numbers, the libraries with their rows, what is not modelled, and the operations.
func libraryTable(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("# Libraries that are known\n\n")
	b.WriteString("Written by `go test ./internal/httplib -run Table -update` from `internal/httplib/rows/`. ")
	b.WriteString("[Add a library](add-a-library.md) says how the rows read.\n\n")
	b.WriteString(countsTable(t))
	b.WriteString("\nA function of an HTTP library is not modelled when a `skip` line says so, below; one of a logging library when it has no row: it configures, reads, or belongs to a framework of which only the logger has rows.\n\n")
	b.WriteString("A pattern's row covers several functions: another version of a library changes their number.\n\n")
	b.WriteString("| package | rows | functions | what the rows do |\n| --- | --- | --- | --- |\n")
	pkgs := pinned(t)
	for _, pkg := range sortedKeys(paths()) {
		var rows int
		ops := map[string]int{}
		for _, r := range Rows() {
			if r.Package() == pkg {
				rows++
				ops[r.Op]++
			}
		}
		if rows > 0 {
			fmt.Fprintf(&b, "| `%s` | %d | %d | %s |\n", pkg, rows, covered(pkgs[pkg]), counts(ops))
		}
	}
	b.WriteString("\n## Not modelled\n\nWhat these are given counts as changed by code that is not in view.\n\n| functions | why not |\n| --- | --- |\n")
	for _, s := range Skips() {
		fmt.Fprintf(&b, "| `%s` | it %s |\n", s.Func, s.Reason)
	}
	b.WriteString("\n## Operations\n\nAn operand in parentheses can be left out; a * stands for properties of any name.\n\n| operation | operands | what it does |\n| --- | --- | --- |\n")
	for _, name := range sortedKeys(Ops) {
		op := Ops[name]
		operands := strings.Fields(op.Needs)
		for _, m := range strings.Fields(op.May) {
			operands = append(operands, "("+m+")")
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", name, strings.ReplaceAll(strings.Join(operands, " "), "*", `\*`), op.Doc)
	}
	return b.String()
}

// covered counts the functions of a package that have a row.
func covered(pkg *types.Package) int {
	n := 0
	for name := range surface(pkg) {
		if Lookup(name) != nil {
			n++
		}
	}
	return n
}

// counts writes how many rows have which operation.
func counts(ops map[string]int) string {
	var out []string
	for _, op := range sortedKeys(ops) {
		if op != "none" {
			out = append(out, fmt.Sprintf("%s %d", op, ops[op]))
		}
	}
	if n := ops["none"]; n > 0 {
		out = append(out, fmt.Sprintf("nothing %d", n))
	}
	return strings.Join(out, ", ")
}
