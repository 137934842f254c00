package insecuretransport

import (
	"fmt"
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/diag"
	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/passes/hosts"
	"github.com/auroravet/auroravet/passes/requests"
)

const name = "insecuretransport"

// Analyzer reports connections to the API that others can read or take over.
var Analyzer = &analysis.Analyzer{
	Name:     name,
	Doc:      diag.MustDoc(doc, name),
	URL:      diag.URL(name),
	Requires: append([]*analysis.Analyzer{requests.Analyzer, hosts.Analyzer}, diag.Requires...),
	Run:      run,
}

func run(pass *analysis.Pass) (any, error) {
	if !ownership.Own(pass) {
		return nil, nil
	}
	report := diag.Start(pass)
	defer report.Finish()
	fixed, places := map[string]bool{}, map[token.Pos]bool{}
	for _, b := range pass.ResultOf[hosts.Analyzer].(*hosts.Result).Plain {
		fixed[b.Host], places[b.Range.Pos()] = true, true
		if b.File != "" {
			report.Report(b.Range, "embedded file %s has a plain http address of %s on line %d; %s", b.File, b.Host, b.Line, read)
			continue
		}
		report.Report(b.Range, "a plain http address of %s is fixed in the program; %s", b.Host, read)
	}
	for _, e := range pass.ResultOf[requests.Analyzer].(*requests.Result).Exposed() {
		place := around(pass, e.Pos)
		if !places[place.Pos()] && !(e.Flaw == requests.JoinedPlain && fixed[e.Setting]) {
			report.Report(place, "%s", message(e))
		}
	}
	return nil, nil
}

// What the faults cost.
const (
	read     = "tokens and payment data can be read on the way"
	takeover = "whoever is on the way can take the server's place"
)

func message(e requests.Exposed) string {
	switch e.Flaw {
	case requests.SkipsVerification:
		return fmt.Sprintf("%s turns off the verification of certificates for %s; %s", e.Setting, e.What(), takeover)
	case requests.AcceptsAll:
		return fmt.Sprintf("%s accepts every certificate for %s; %s", e.Setting, e.What(), takeover)
	case requests.DialsUnverified:
		return fmt.Sprintf("%s connects without a look at the certificate for %s; %s", e.Setting, e.What(), takeover)
	case requests.OldVersion:
		return fmt.Sprintf("%s lets %s go over TLS below 1.2; its ciphers are broken", e.Setting, e.What())
	}
	return fmt.Sprintf("%s goes to %s over plain http; %s", e.What(), e.Setting, read)
}

// around returns the assignment or the entry of a literal whose value is set at a place.
func around(pass *analysis.Pass, pos token.Pos) analysis.Range {
	var found analysis.Range = diag.At(pos)
	for _, f := range pass.Files {
		if pos < f.FileStart || f.FileEnd <= pos {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if n == nil || pos < n.Pos() || n.End() <= pos {
				return false
			}
			if kv, ok := n.(*ast.KeyValueExpr); ok && kv.Colon == pos {
				found = kv
			}
			return true
		})
	}
	return found
}
