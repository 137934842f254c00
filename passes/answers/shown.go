package answers

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// What is reported in one package is not reported again in another one that makes the server,
// or gives it what else can fail: the same line is to be mended.

// shownVersion is the version of the fact. A fact of another version is not read.
const shownVersion = 1

// shown are the answers of a package that are reported: "function by", sorted.
type shown struct {
	Version int
	Places  []string
}

func (*shown) AFact() {}

// Tells is false: it makes importers speak less.
func (*shown) Tells() bool { return false }

func (s *shown) String() string { return "shown " + strings.Join(s.Places, ", ") }

func (p place) key() string { return p.fn.Name + " " + p.by }

// importShown gathers what the packages in view report.
func (a *analyzer) importShown(pass *analysis.Pass) {
	a.elsewhere = map[string]bool{}
	for _, f := range pass.AllPackageFacts() {
		if s, ok := f.Fact.(*shown); ok && s.Version == shownVersion {
			for _, p := range s.Places {
				a.elsewhere[p] = true
			}
		}
	}
}

// exportShown says what the package reports.
func (a *analyzer) exportShown(pass *analysis.Pass) {
	var places []string
	for _, l := range a.leaks {
		if l.What != Script {
			places = append(places, place{by: l.By, fn: l.fn}.key())
		}
	}
	if slices.Sort(places); len(places) > 0 {
		pass.ExportPackageFact(&shown{shownVersion, slices.Compact(places)})
	}
}
