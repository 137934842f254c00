package loglib_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/auroravet/auroravet/internal/loglib"
	"github.com/auroravet/auroravet/internal/rows"
	"github.com/auroravet/auroravet/internal/testmodule"
)

var update = flag.Bool("update", false, "write the part about loggers of docs/libraries.md anew")

// heading begins the part of the page that is about loggers; the part before it is httplib's.
const heading = "\n## Loggers\n"

// TestTable compares the second part of docs/libraries.md with the rows.
func TestTable(t *testing.T) {
	name := filepath.Join(testmodule.Root(t), "docs", "libraries.md")
	page, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	before, got, _ := strings.Cut(string(page), heading)
	want := loggerTable()
	if *update {
		if err := os.WriteFile(name, []byte(before+heading+want), 0o644); err != nil {
			t.Fatal(err)
		}
		got = want
	}
	if got != want {
		t.Error("docs/libraries.md is stale; type: go test ./internal/loglib -run Table -update")
	}
}

// loggerTable writes the packages with their rows by what they do, and what has no row.
func loggerTable() string {
	var b strings.Builder
	b.WriteString("\nWritten by `go test ./internal/loglib -run Table -update` from `internal/loglib/rows/`: ")
	counts := map[string]map[loglib.Op]int{}
	var paths []string
	for _, r := range loglib.Rows() {
		p := rows.PackageOf(r.Func)
		if counts[p] == nil {
			counts[p] = map[loglib.Op]int{}
			paths = append(paths, p)
		}
		counts[p][r.Op]++
	}
	slices.Sort(paths)
	fmt.Fprintf(&b, "%d packages, %d functions, %d lines about functions without a row.\n\n", len(paths), len(loglib.Rows()), len(loglib.Skips()))
	b.WriteString("| package | functions | what they do |\n| --- | --- | --- |\n")
	for _, p := range paths {
		var words []string
		n := 0
		for _, op := range operations {
			if c := counts[p][op]; c > 0 {
				words = append(words, fmt.Sprintf("%s %d", op, c))
				n += c
			}
		}
		fmt.Fprintf(&b, "| `%s` | %d | %s |\n", p, n, strings.Join(words, ", "))
	}
	b.WriteString("\n### Functions without a row\n\n| functions | why not |\n| --- | --- |\n")
	for _, s := range loglib.Skips() {
		fmt.Fprintf(&b, "| `%s` | it %s |\n", s.Pattern, s.Reason)
	}
	b.WriteString("\n### What is printed of a value\n\nThe methods are asked of the value itself, the first that it has wins; without one it is printed as the last column says.\n\n")
	b.WriteString("| style | methods | else as |\n| --- | --- | --- |\n")
	for id := uint8(0); loglib.StyleOf(id) != nil; id++ {
		s := loglib.StyleOf(id)
		methods := strings.Join(s.First, ", ")
		if s.Elements {
			methods += "each element of a list by itself"
		}
		if s.Calls {
			methods += ", a function is called"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", s.Name, methods, bases[s.Base])
	}
	return b.String()
}

// operations is the order in which the table names them.
var operations = []loglib.Op{
	loglib.Sink, loglib.Field, loglib.Error, loglib.Carry, loglib.Pass, loglib.Write, loglib.Wrap, loglib.Pipe, loglib.Stdout, loglib.Decode,
	loglib.Dump, loglib.Read, loglib.Put, loglib.Keep, loglib.Kept, loglib.Clean, loglib.Debug, loglib.Send, loglib.Nolog,
}

var bases = map[loglib.Base]string{
	loglib.Fmt: "`%v`: pointers inside as addresses, Format, Error and String asked", loglib.FmtPlus: "`%+v`: as `%v`", loglib.FmtGo: "`%#v`: Format and GoString asked",
	loglib.JSON: "JSON: pointers followed, MarshalJSON and MarshalText asked", loglib.XML: "XML: pointers followed, MarshalText asked",
	loglib.YAML: "YAML: pointers followed, MarshalYAML and MarshalText asked", loglib.Deep: "everything: pointers and unexported fields too",
}
