package tokenrefresh

import (
	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/diag"
	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/passes/requests"
)

const name = "tokenrefresh"

// Analyzer reports access tokens of the API that are kept and never renewed.
var Analyzer = &analysis.Analyzer{
	Name:     name,
	Doc:      diag.MustDoc(doc, name),
	URL:      diag.URL(name),
	Requires: append([]*analysis.Analyzer{requests.Analyzer}, diag.Requires...),
	Run:      run,
}

// facts says what each keeper does with its token.
var facts = map[requests.Keeper]string{
	requests.InPlace:  "keeps an access token that is fetched once",
	requests.InSource: "gives the same access token for ever",
	requests.InMemo:   "keeps the access token of its first call",
	requests.InClient: "sends an access token that is fetched once with every request",
	requests.InRounds: "fetches an access token once for a loop that goes on",
}

func run(pass *analysis.Pass) (any, error) {
	if !ownership.Own(pass) {
		return nil, nil
	}
	report := diag.Start(pass)
	defer report.Finish()
	for _, k := range pass.ResultOf[requests.Analyzer].(*requests.Result).Kept() {
		report.Report(diag.At(k.Pos), "%s %s; when it expires every call fails until a restart", k.Name, facts[k.How])
	}
	return nil, nil
}
