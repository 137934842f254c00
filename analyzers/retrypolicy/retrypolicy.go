package retrypolicy

import (
	"cmp"
	"errors"
	"fmt"
	"go/token"
	"slices"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/diag"
	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/passes/requests"
)

const name = "retrypolicy"

// Analyzer reports retries that are endless, too dense, too many or of refusals.
var Analyzer = &analysis.Analyzer{
	Name:     name,
	Doc:      diag.MustDoc(doc, name),
	URL:      diag.URL(name),
	Run:      run,
	Requires: append([]*analysis.Analyzer{requests.Analyzer}, diag.Requires...),
}

// most is the value of the flag, 1 at least: the first attempt counts.
var most count = 5

type count int

func (c *count) String() string { return strconv.Itoa(int(*c)) }

func (c *count) Set(text string) error {
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		return errors.New("write the number of attempts, 1 or more, as in -retrypolicy.max=5")
	}
	*c = count(n)
	return nil
}

func init() { Analyzer.Flags.Var(&most, "max", "report retries with more attempts in all") }

// fault says what is wrong with a retry, and what that costs.
func fault(r requests.Retry) string {
	switch r.Fault {
	case requests.RetryNoEnd:
		return "has no end; an outage holds the caller and keeps up the load"
	case requests.RetryNoWait:
		return "does not wait between attempts; a failing API gets more load at once"
	case requests.RetrySameWait:
		return "waits the same time before each attempt; after an outage all callers come back at once"
	case requests.RetryTooMany:
		return fmt.Sprintf("makes %d attempts, more than %d; a failing API gets as much more load", r.Attempts, most)
	case requests.RetryDeclined:
		return "repeats a declined payment; the answer stays the same and the issuer may block the card"
	}
	return fmt.Sprintf("repeats what is answered with %d; a refused request is refused again", r.Status)
}

func run(pass *analysis.Pass) (any, error) {
	if !ownership.Own(pass) {
		return nil, nil
	}
	report := diag.Start(pass)
	defer report.Finish()
	found := pass.ResultOf[requests.Analyzer].(*requests.Result).Retries(int(most))
	slices.SortStableFunc(found, func(a, b requests.Retry) int {
		return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.Fault, b.Fault))
	})
	type place struct {
		token.Pos
		requests.RetryFault
	}
	seen := map[place]bool{}
	for _, r := range found {
		at := place{r.Pos, r.Fault}
		if seen[at] || !r.Pos.IsValid() {
			continue
		}
		seen[at] = true
		report.Report(diag.At(r.Pos), "the retry of %s %s", r.What(), fault(r))
	}
	return nil, nil
}
