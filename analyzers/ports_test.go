package analyzers_test

import (
	"fmt"
	"go/ast"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/auroravet/auroravet/analyzers/clienttimeout"
	"github.com/auroravet/auroravet/analyzers/errorleak"
	"github.com/auroravet/auroravet/analyzers/idempotencykey"
	"github.com/auroravet/auroravet/analyzers/retrypolicy"
	"github.com/auroravet/auroravet/internal/driver"
	"github.com/auroravet/auroravet/internal/testmodule"
)

// TestPorts looks at programs of which a part knows interfaces alone: what is found stands in another
// package than the one that is looked at, which analysistest does not know of.
func TestPorts(t *testing.T) {
	expect(t, []*analysis.Analyzer{errorleak.Analyzer, idempotencykey.Analyzer, retrypolicy.Analyzer}, "./ports/...")
}

// TestServices is TestRequests for programs that are wired in one package and do their work in others.
func TestServices(t *testing.T) {
	expect(t, []*analysis.Analyzer{clienttimeout.Analyzer, idempotencykey.Analyzer}, "./services/...")
}

// expect holds that the checks find what comments say, and nothing else.
func expect(t *testing.T, checks []*analysis.Analyzer, patterns ...string) {
	t.Helper()
	pkgs, err := driver.Load(driver.Config{Dir: testmodule.Dir(t), Speaks: func(*packages.Package) bool { return false }}, patterns)
	if err != nil {
		t.Fatal(err)
	}
	graph, err := driver.Analyze(checks, pkgs)
	if err != nil {
		t.Fatal(err)
	}
	wanted := make(map[string][]*regexp.Regexp)
	for _, p := range pkgs.Asked {
		for _, f := range p.Syntax {
			for _, c := range comments(f) {
				if _, list, ok := strings.Cut(c.Text, "// want "); ok {
					at := p.Fset.Position(c.Pos())
					wanted[line(at.Filename, at.Line)] = quoted(t, list)
				}
			}
		}
	}
	if len(wanted) == 0 {
		t.Error("no comment says what to find")
	}
	found := make(map[*regexp.Regexp]bool)
	for _, act := range graph.Roots {
		for _, d := range act.Diagnostics {
			at := act.Package.Fset.Position(d.Pos)
			id := line(at.Filename, at.Line)
			known := false
			for _, p := range wanted[id] {
				if p.MatchString(d.Message) {
					known = true
					if !found[p] {
						found[p] = true
						break
					}
				}
			}
			if !known {
				t.Errorf("%s: unexpected: %s", id, d.Message)
			}
		}
	}
	for id, list := range wanted {
		for _, p := range list {
			if !found[p] {
				t.Errorf("%s: nothing is reported that matches %q", id, p)
			}
		}
	}
}

func comments(f *ast.File) (out []*ast.Comment) {
	for _, group := range f.Comments {
		out = append(out, group.List...)
	}
	return out
}

// quoted reads a list of quoted patterns, as analysistest has them.
func quoted(t *testing.T, list string) []*regexp.Regexp {
	t.Helper()
	var out []*regexp.Regexp
	for list = strings.TrimSpace(list); list != ""; list = strings.TrimSpace(list) {
		prefix, err := strconv.QuotedPrefix(list)
		if err != nil {
			t.Fatalf("%s: %v", list, err)
		}
		text, err := strconv.Unquote(prefix)
		if err != nil {
			t.Fatal(err)
		}
		out, list = append(out, regexp.MustCompile(text)), list[len(prefix):]
	}
	return out
}

func line(file string, n int) string {
	return fmt.Sprintf("%s/%s:%d", filepath.Base(filepath.Dir(file)), filepath.Base(file), n)
}
