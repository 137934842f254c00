package structure

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/analyzers"
	"github.com/auroravet/auroravet/internal/testmodule"
)

// order is the order of the manual; the README's table follows it.
var order = []string{
	"idempotencykey", "sandboxhost", "cardlog", "clienttimeout", "literalcreds",
	"insecuretransport", "retrypolicy", "errorleak", "rawcard", "tokenrefresh", "elementsource", "webhookverify",
	"suppression",
}

func TestSuite(t *testing.T) {
	if err := analysis.Validate(analyzers.Suite); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, a := range analyzers.Suite {
		names = append(names, a.Name)
		if want := "https://pkg.go.dev/" + module + "/analyzers/" + a.Name; a.URL != want {
			t.Errorf("%s: URL is %q, want %q", a.Name, a.URL, want)
		}
		if len(a.FactTypes) > 0 {
			t.Errorf("%s has facts; facts live in passes", a.Name)
		}
	}
	want := slices.Clone(order)
	want = slices.DeleteFunc(want, func(name string) bool { return !slices.Contains(names, name) })
	if !slices.Equal(names, want) {
		t.Errorf("the suite is %v, want the order %v", names, want)
	}
	folders, err := filepath.Glob(filepath.Join(testmodule.Root(t), "analyzers", "*", "doc.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, doc := range folders {
		if name := filepath.Base(filepath.Dir(doc)); !slices.Contains(names, name) {
			t.Errorf("analyzers/%s is not in the suite", name)
		}
	}
}

// TestGuideNames holds that the rows of the guide name checks of the manual.
func TestGuideNames(t *testing.T) {
	for _, r := range analyzers.Guide {
		for _, name := range r.Checks {
			if !slices.Contains(order, name) {
				t.Errorf("%q is answered by %s, which is no check", r.Title, name)
			}
		}
	}
}

// A check's manual says what it reports with an example of wrong code, what it
// leaves alone and how to silence it.
func TestManual(t *testing.T) {
	for _, a := range analyzers.Suite {
		text, err := os.ReadFile(filepath.Join(testmodule.Root(t), "analyzers", a.Name, "doc.go"))
		if err != nil {
			t.Error(err)
			continue
		}
		if !strings.Contains(string(text), "# Analyzer "+a.Name+"\n//\n// "+a.Name+": ") {
			t.Errorf("%s: doc.go has no section \"# Analyzer %s\" that begins \"%s: \"", a.Name, a.Name, a.Name)
		}
		summary, _, _ := strings.Cut(a.Doc, "\n")
		if len(summary) > 100 || strings.HasSuffix(summary, ".") || summary == "" {
			t.Errorf("%s: the first line of the manual is not a short phrase: %q", a.Name, summary)
		}
		for _, part := range []string{"Not reported", "auroravet:ignore " + a.Name, "\n\t"} {
			if a.Name == "suppression" && strings.HasPrefix(part, "auroravet:") {
				continue
			}
			if !strings.Contains(a.Doc, part) {
				t.Errorf("%s: the manual has no %q", a.Name, part)
			}
		}
	}
}
