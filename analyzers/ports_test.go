package analyzers_test

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/auroravet/auroravet/analyzers/errorleak"
	"github.com/auroravet/auroravet/analyzers/idempotencykey"
	"github.com/auroravet/auroravet/analyzers/retrypolicy"
	"github.com/auroravet/auroravet/internal/driver"
	"github.com/auroravet/auroravet/internal/testmodule"
)

// TestPorts looks at programs of which a part knows interfaces alone: what is found stands in another
// package than the one that is looked at, which analysistest does not know of.
func TestPorts(t *testing.T) {
	pkgs, err := driver.Load(driver.Config{Dir: testmodule.Dir(t), Speaks: func(*packages.Package) bool { return false }}, []string{"./ports/..."})
	if err != nil {
		t.Fatal(err)
	}
	graph, err := driver.Analyze([]*analysis.Analyzer{errorleak.Analyzer, idempotencykey.Analyzer, retrypolicy.Analyzer}, pkgs)
	if err != nil {
		t.Fatal(err)
	}
	wanted := make(map[string][]*regexp.Regexp)
	for _, p := range pkgs.Asked {
		for _, f := range p.Syntax {
			for _, group := range f.Comments {
				if list, ok := strings.CutPrefix(group.List[0].Text, "// want "); ok {
					at := p.Fset.Position(group.Pos())
					wanted[line(at.Filename, at.Line)] = patterns(t, list)
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
			i := slices.IndexFunc(wanted[id], func(p *regexp.Regexp) bool { return p.MatchString(d.Message) })
			if i < 0 {
				t.Errorf("%s: unexpected: %s", id, d.Message)
				continue
			}
			found[wanted[id][i]] = true
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

// patterns reads a list of quoted patterns, as analysistest has them.
func patterns(t *testing.T, list string) []*regexp.Regexp {
	t.Helper()
	var out []*regexp.Regexp
	for list = strings.TrimSpace(list); list != ""; list = strings.TrimSpace(list) {
		quoted, err := strconv.QuotedPrefix(list)
		if err != nil {
			t.Fatalf("%s: %v", list, err)
		}
		text, err := strconv.Unquote(quoted)
		if err != nil {
			t.Fatal(err)
		}
		out, list = append(out, regexp.MustCompile(text)), list[len(quoted):]
	}
	return out
}

func line(file string, n int) string {
	return fmt.Sprintf("%s/%s:%d", filepath.Base(filepath.Dir(file)), filepath.Base(file), n)
}
