package analyzers_test

import (
	"slices"
	"testing"

	"github.com/auroravet/auroravet/analyzers"
)

// TestGuide holds that each check answers a requirement or is said to answer none, and that
// each requirement is answered by somebody.
func TestGuide(t *testing.T) {
	var answering []string
	sections := map[string]bool{}
	last := ""
	for _, r := range analyzers.Guide {
		answering = append(answering, r.Checks...)
		if r.Title == "" || len(r.Checks) == 0 && r.ByHand == "" {
			t.Errorf("nobody answers %+v", r)
		}
		if r.Section != last && sections[r.Section] {
			t.Errorf("section %s is torn apart", r.Section)
		}
		last = r.Section
		sections[last] = true
	}
	for _, a := range analyzers.Suite {
		if slices.Contains(answering, a.Name) == slices.Contains(analyzers.Beside, a.Name) {
			t.Errorf("%s has no row in Guide, or one although it is in Beside", a.Name)
		}
	}
}
