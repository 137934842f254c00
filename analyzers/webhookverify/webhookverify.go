package webhookverify

import (
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

// lacks says what a verification is without, in the order in which it is told.
var lacks = []struct {
	fault webhooks.Fault
	text  string
}{
	{webhooks.Unheeded, "checked without any consequence"},
	{webhooks.Unsteady, "not compared in constant time"},
	{webhooks.NotRaw, "not checked over the body as it came"},
	{webhooks.NoWindow, "accepted at any age"},
}

func message(f webhooks.Fault) string {
	if f&webhooks.Unverified != 0 {
		return "the webhook signature is read and compared with nothing; anyone can send such an event"
	}
	var parts []string
	cost := ""
	for _, l := range lacks {
		if f&l.fault != 0 {
			parts = append(parts, l.text)
		}
	}
	switch {
	case f&webhooks.Unheeded != 0:
		cost = "anyone can send such an event"
	case f&webhooks.Unsteady != 0:
		cost = "a forged one can be guessed byte by byte"
	case f&webhooks.NotRaw != 0:
		cost = "it does not say what was sent"
	default:
		cost = "a recorded event can be sent again"
	}
	return "the webhook signature is " + strings.Join(parts, " and ") + "; " + cost
}
