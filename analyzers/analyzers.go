// Package analyzers holds the suite: every check of auroravet, in the order of
// the manual. Drivers take the checks from here and know none of them by name.
package analyzers

import (
	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/analyzers/cardlog"
	"github.com/auroravet/auroravet/analyzers/clienttimeout"
	"github.com/auroravet/auroravet/analyzers/elementsource"
	"github.com/auroravet/auroravet/analyzers/errorleak"
	"github.com/auroravet/auroravet/analyzers/idempotencykey"
	"github.com/auroravet/auroravet/analyzers/insecuretransport"
	"github.com/auroravet/auroravet/analyzers/literalcreds"
	"github.com/auroravet/auroravet/analyzers/rawcard"
	"github.com/auroravet/auroravet/analyzers/retrypolicy"
	"github.com/auroravet/auroravet/analyzers/sandboxhost"
	"github.com/auroravet/auroravet/analyzers/suppression"
	"github.com/auroravet/auroravet/analyzers/tokenrefresh"
	"github.com/auroravet/auroravet/analyzers/webhookverify"
)

// Suite is every analyzer that reports. What they require comes with them.
var Suite = []*analysis.Analyzer{
	idempotencykey.Analyzer,
	sandboxhost.Analyzer,
	cardlog.Analyzer,
	clienttimeout.Analyzer,
	literalcreds.Analyzer,
	insecuretransport.Analyzer,
	retrypolicy.Analyzer,
	errorleak.Analyzer,
	rawcard.Analyzer,
	tokenrefresh.Analyzer,
	elementsource.Analyzer,
	webhookverify.Analyzer,
	suppression.Analyzer,
}
