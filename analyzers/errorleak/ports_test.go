package errorleak_test

import (
	"fmt"
	"path/filepath"
	"regexp"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/auroravet/auroravet/analyzers/errorleak"
	"github.com/auroravet/auroravet/internal/driver"
	"github.com/auroravet/auroravet/internal/testmodule"
)

// wanted are the findings that comments name, as analysistest has them.
var wanted = regexp.MustCompile(`// want "(.*)"$`)

// TestPorts looks at programs whose handlers know interfaces alone: what is found stands in another
// package than the one that is looked at, which analysistest does not know of.
func TestPorts(t *testing.T) {
	pkgs, err := driver.Load(driver.Config{Dir: testmodule.Dir(t), Speaks: func(*packages.Package) bool { return false }}, []string{"./ports/..."})
	if err != nil {
		t.Fatal(err)
	}
	graph, err := driver.Analyze([]*analysis.Analyzer{errorleak.Analyzer}, pkgs)
	if err != nil {
		t.Fatal(err)
	}
	want := make(map[string]*regexp.Regexp)
	found := make(map[string]bool)
	for _, p := range pkgs.Asked {
		for _, f := range p.Syntax {
			for _, group := range f.Comments {
				if m := wanted.FindStringSubmatch(group.List[0].Text); m != nil {
					at := p.Fset.Position(group.Pos())
					want[place(at.Filename, at.Line)] = regexp.MustCompile(m[1])
				}
			}
		}
	}
	for _, act := range graph.Roots {
		for _, d := range act.Diagnostics {
			at := act.Package.Fset.Position(d.Pos)
			id := place(at.Filename, at.Line)
			if want[id] == nil || !want[id].MatchString(d.Message) {
				t.Errorf("%s: unexpected: %s", id, d.Message)
			}
			found[id] = true
		}
	}
	for id := range want {
		if !found[id] {
			t.Errorf("%s: nothing is reported", id)
		}
	}
	if len(want) == 0 {
		t.Error("no comment says what to find")
	}
}

func place(file string, line int) string {
	return fmt.Sprintf("%s/%s:%d", filepath.Base(filepath.Dir(file)), filepath.Base(file), line)
}
