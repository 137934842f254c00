package diag

import (
	"cmp"
	"fmt"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/passes/directive"
	"github.com/auroravet/auroravet/passes/places"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

// Requires is what every reporting analyzer adds to its own Requires.
var Requires = []*analysis.Analyzer{vocabulary.Analyzer, directive.Analyzer, places.Analyzer}

// Reporter collects the findings of one check in one package.
type Reporter struct {
	pass       *analysis.Pass
	directives *directive.Result
	tests      bool // report in test code
	generated  bool // report in generated files
	found      []analysis.Diagnostic
	places     *places.Result
}

// Start returns the reporter of the check that pass runs. The check must have
// Requires among its own.
func Start(pass *analysis.Pass) *Reporter {
	return &Reporter{
		pass:       pass,
		directives: pass.ResultOf[directive.Analyzer].(*directive.Result),
		places:     pass.ResultOf[places.Analyzer].(*places.Result),
		tests:      pass.ResultOf[vocabulary.Analyzer].(*vocabulary.Result).Tests,
	}
}

// IncludeGenerated makes the check report in generated files too: what they hold
// ships whoever wrote it.
func (r *Reporter) IncludeGenerated() { r.generated = true }

// At is the range of a finding that is known by its place alone.
func At(pos token.Pos) analysis.Range { return at(pos) }

type at token.Pos

func (p at) Pos() token.Pos { return token.Pos(p) }
func (p at) End() token.Pos { return token.Pos(p) }

// Report notes a finding: one lower-case sentence without a full stop. The
// check's name is added here, and nowhere else.
func (r *Reporter) Report(rng analysis.Range, format string, args ...any) {
	r.ReportFix(rng, nil, format, args...)
}

// ReportFix is [Reporter.Report] with fixes to offer.
func (r *Reporter) ReportFix(rng analysis.Range, fixes []analysis.SuggestedFix, format string, args ...any) {
	r.found = append(r.found, analysis.Diagnostic{
		Pos:            rng.Pos(),
		End:            rng.End(),
		Message:        aurora.MaskCards(fmt.Sprintf(format, args...)) + " (" + r.pass.Analyzer.Name + ")",
		SuggestedFixes: fixes,
	})
}

// Finish reports what was found, in source order and each once, and then the
// ignore directives of this check that silence nothing, here or for a package that
// uses this one. Nothing may follow it.
func (r *Reporter) Finish() {
	used := make(map[*directive.Ignore]bool)
	var out []analysis.Diagnostic
	for _, d := range r.found {
		if r.places.Hides(r.pass.Analyzer.Name, d.Pos) {
			continue
		}
		if ignore := r.directives.Covering(r.pass.Analyzer.Name, d.Pos); ignore != nil {
			used[ignore] = true
			if r.reported(d.Pos) {
				r.directives.Silence(directive.Silenced{Ignore: ignore, Pos: d.Pos, End: d.End, Message: d.Message})
			}
			continue
		}
		out = append(out, d)
	}
	r.found = out
	for _, pos := range r.places.Silenced(r.pass.Analyzer.Name) {
		used[r.directives.Covering(r.pass.Analyzer.Name, pos)] = true
	}
	for _, ignore := range r.directives.Ignores {
		if ignore.Check == r.pass.Analyzer.Name && !used[ignore] {
			r.ReportFix(ignore.Comment, r.removal(ignore), "this directive silences nothing; the next fault on its line goes unseen")
		}
	}
	slices.SortStableFunc(r.found, r.compare)
	for i, d := range r.found {
		if r.reported(d.Pos) && (i == 0 || r.compare(r.found[i-1], d) != 0) {
			r.pass.Report(d)
		}
	}
}

// reported says whether the file of pos is one that this check reports in.
func (r *Reporter) reported(pos token.Pos) bool {
	if r.directives.Generated(pos) && !r.generated {
		return false
	}
	return r.tests || !r.directives.Test(pos)
}

// compare orders by file name, place and text; it is 0 for what a reader cannot tell apart.
func (r *Reporter) compare(a, b analysis.Diagnostic) int {
	p, q := r.pass.Fset.Position(a.Pos), r.pass.Fset.Position(b.Pos)
	return cmp.Or(
		cmp.Compare(p.Filename, q.Filename),
		cmp.Compare(p.Line, q.Line),
		cmp.Compare(p.Column, q.Column),
		cmp.Compare(a.Message, b.Message),
	)
}
