package webhookverify

import (
	"cmp"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/diag"
	"github.com/auroravet/auroravet/passes/webhooks"
)

// Analyzer reports the handlers that take a webhook without verifying it as they must.
var Analyzer = &analysis.Analyzer{
	Name:     "webhookverify",
	Doc:      diag.MustDoc(doc, "webhookverify"),
	URL:      diag.URL("webhookverify"),
	Requires: append([]*analysis.Analyzer{webhooks.Analyzer}, diag.Requires...),
	Run:      run,
}

func run(pass *analysis.Pass) (any, error) {
	r := diag.Start(pass)
	defer r.Finish()
	for _, h := range pass.ResultOf[webhooks.Analyzer].(*webhooks.Result).Faulty {
		r.Report(diag.At(h.Pos), "%s", message(h.Fault))
	}
	return nil, nil
}

// lacks says what a verification is without and what that costs, the gravest first.
var lacks = []struct {
	fault      webhooks.Fault
	text, cost string
}{
	{webhooks.Unverified, "read and compared with nothing", "anyone can send such an event"},
	{webhooks.NoCode, "compared with what is no code of the body", "who learns that can send any event"},
	{webhooks.Unheeded, "checked without any consequence", "anyone can send such an event"},
	{webhooks.Optional, "checked only when there is one", "anyone can send such an event without"},
	{webhooks.OnlyLive, "checked only in the live environment", "anyone can send such an event elsewhere"},
	{webhooks.Late, "checked when the event is already on its way", "anyone can send such an event"},
	{webhooks.Unsteady, "not compared in constant time", "a forged one can be guessed byte by byte"},
	{webhooks.NotRaw, "not checked over the body as it came", "it does not say what was sent"},
	{webhooks.NoWindow, "accepted at any age", "a recorded event can be sent again"},
}

func message(f webhooks.Fault) string {
	var parts []string
	cost := ""
	for _, l := range lacks {
		if f&l.fault != 0 {
			parts, cost = append(parts, l.text), cmp.Or(cost, l.cost)
		}
	}
	return "the webhook signature is " + strings.Join(parts, " and is ") + "; " + cost
}
