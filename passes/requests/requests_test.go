package requests_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/txtar"

	"github.com/auroravet/auroravet/passes/requests"
)

var update = flag.Bool("update", false, "write what the model says into the table")

// described collects what the model says of each package: a line for each call.
func described(t *testing.T, dir string) map[string]string {
	t.Helper()
	cfg := &packages.Config{Mode: packages.LoadSyntax | packages.NeedModule, Dir: dir, Env: append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")}
	pkgs, err := packages.Load(cfg, "./...")
	if err != nil {
		t.Fatal(err)
	}
	if packages.PrintErrors(pkgs) > 0 {
		t.Fatal("the programs of the table do not compile")
	}
	out := map[string]string{}
	describe := &analysis.Analyzer{
		Name: "describe", Doc: "describe calls", Requires: []*analysis.Analyzer{requests.Analyzer},
		Run: func(pass *analysis.Pass) (any, error) {
			res := pass.ResultOf[requests.Analyzer].(*requests.Result)
			if len(res.Limited) > 0 {
				t.Errorf("%s: a limit was met in %v", pass.Pkg.Path(), res.Limited)
			}
			var lines []string
			for _, c := range res.Calls {
				name := strings.ReplaceAll(c.Func, pass.Pkg.Path()+".", "")
				lines = append(lines, fmt.Sprintf("%d %s: %s\n", pass.Fset.Position(c.Pos).Line, name, c))
			}
			out[strings.TrimPrefix(pass.Pkg.Path(), "example.com/")] = strings.Join(slices.Compact(lines), "")
			return nil, nil
		},
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{describe}, pkgs, &checker.Options{Sequential: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, root := range graph.Roots {
		if root.Err != nil {
			t.Error(root.Err)
		}
	}
	return out
}

// TestCalls reads the programs of testdata/calls.txtar and compares what the model says of
// them with the table beside them: a line is "LINE FUNCTION: what is known of the call".
func TestCalls(t *testing.T) {
	file := filepath.Join("testdata", "calls.txtar")
	table, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), []byte("module example.com\n\ngo 1.25\n"))
	for _, f := range table.Files {
		if strings.HasSuffix(f.Name, ".go") {
			write(t, filepath.Join(dir, f.Name), f.Data)
		}
	}
	got := described(t, dir)
	for i, f := range table.Files {
		pkg, isTable := strings.CutSuffix(f.Name, ".calls")
		if !isTable {
			continue
		}
		if text := got[pkg]; text != string(f.Data) {
			t.Errorf("%s:\n%s", pkg, difference(string(f.Data), text))
			table.Files[i].Data = []byte(text)
		}
		delete(got, pkg)
	}
	for pkg, text := range got {
		if text != "" {
			t.Errorf("%s makes calls and has no table:\n%s", pkg, text)
		}
	}
	if *update {
		write(t, file, bytes.TrimSpace(txtar.Format(table)))
	}
}

// difference lists the lines that only one of two texts has.
func difference(want, got string) string {
	var b strings.Builder
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for _, l := range w {
		if !slices.Contains(g, l) {
			b.WriteString("- " + l + "\n")
		}
	}
	for _, l := range g {
		if !slices.Contains(w, l) {
			b.WriteString("+ " + l + "\n")
		}
	}
	return b.String()
}

func write(t *testing.T, file string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, append(data, '\n'), 0o666); err != nil {
		t.Fatal(err)
	}
}
