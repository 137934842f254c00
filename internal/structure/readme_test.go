package structure

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/auroravet/auroravet/analyzers"
	"github.com/auroravet/auroravet/internal/testmodule"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

var update = flag.Bool("update", false, "write the derived texts of README.md anew")

// derived are the regions of README.md between <!-- BEGIN name --> and <!-- END name -->.
var derived = []struct {
	name string
	text func(t *testing.T) string
}{
	{"example", exampleOutput},
	{"checks", checkTable},
	{"flags", flagTable},
	{"golive", reportExcerpt},
}

func TestReadme(t *testing.T) {
	file := filepath.Join(testmodule.Root(t), "README.md")
	old, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text := string(old)
	for _, d := range derived {
		begin, end := "<!-- BEGIN "+d.name+" -->\n", "<!-- END "+d.name+" -->\n"
		before, rest, ok1 := strings.Cut(text, begin)
		_, after, ok2 := strings.Cut(rest, end)
		if !ok1 || !ok2 {
			t.Fatalf("README.md has no region %s", d.name)
		}
		text = before + begin + d.text(t) + end + after
	}
	if text == string(old) {
		return
	}
	if !*update {
		t.Fatal("README.md is stale; type \"go test ./internal/structure -update\"")
	}
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// exampleOutput is what the program prints for the example, which a test of the command holds true.
func exampleOutput(t *testing.T) string {
	text, err := os.ReadFile(filepath.Join(testmodule.Root(t), "testdata", "example", "expected.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return "```\n" + string(text) + "```\n"
}

// reportExcerpt is a part of the report on the example, which a test of its command holds true.
func reportExcerpt(t *testing.T) string {
	text, err := os.ReadFile(filepath.Join(testmodule.Root(t), "cmd", "aurora-golive", "testdata", "example.txt"))
	if err != nil {
		t.Fatal(err)
	}
	const from, to = "CALLS OF THE API\n", "\nSILENCED FINDINGS\n"
	_, rest, ok1 := strings.Cut(string(text), from)
	part, _, ok2 := strings.Cut(rest, to)
	if !ok1 || !ok2 {
		t.Fatal("the report on the example has no part that begins with " + from)
	}
	return "```\n" + from + part + "```\n"
}

func checkTable(*testing.T) string {
	var b strings.Builder
	b.WriteString("| check | what it does |\n| --- | --- |\n")
	for _, a := range analyzers.Suite {
		summary, _, _ := strings.Cut(a.Doc, "\n")
		fmt.Fprintf(&b, "| [`%s`](%s) | %s |\n", a.Name, a.URL, cell(summary))
	}
	return b.String()
}

func flagTable(*testing.T) string {
	var b strings.Builder
	b.WriteString("| flag | meaning | default |\n| --- | --- | --- |\n")
	row := func(name string, f *flag.Flag) {
		fmt.Fprintf(&b, "| `-%s` | %s | %s |\n", name, cell(f.Usage), cell(f.DefValue))
	}
	vocabulary.Analyzer.Flags.VisitAll(func(f *flag.Flag) { row(f.Name, f) })
	for _, a := range analyzers.Suite {
		fmt.Fprintf(&b, "| `-%s` | run this check alone; `=false` leaves it out | all run |\n", a.Name)
		a.Flags.VisitAll(func(f *flag.Flag) { row(a.Name+"."+f.Name, f) })
	}
	return b.String()
}

// cell keeps a text inside its cell of a table.
func cell(s string) string {
	return strings.NewReplacer("|", `\|`, "\n", " ", "*", `\*`).Replace(s)
}
