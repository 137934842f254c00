package main

import (
	"bytes"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/analyzers"
	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/report"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

func (c *collector) tests() bool {
	words, err := vocabulary.Current()
	return err == nil && words.Tests
}

// checks returns the checks of the suite, those that were left out too.
func (c *collector) checks() []report.Check {
	out := []report.Check{}
	for _, a := range analyzers.Suite {
		summary, _, _ := strings.Cut(a.Doc, "\n")
		out = append(out, report.Check{Name: a.Name, Summary: summary, Manual: a.Doc, URL: a.URL, Level: level(a), Ran: slices.Contains(c.suite, a)})
	}
	return out
}

// level is how grave the findings of a check are.
func level(a *analysis.Analyzer) report.Level {
	switch {
	case a.Flags.Lookup(noteFlag) != nil:
		return report.Info
	case slices.Contains(analyzers.Beside, a.Name):
		return report.Warning
	}
	return report.Error
}

// requirements answers the requirements of the guide.
func (c *collector) requirements() []report.Requirement {
	out := []report.Requirement{}
	found, silenced := c.findings(), c.suppressions()
	for _, q := range analyzers.Guide {
		r := report.Requirement{Section: q.Section, Title: q.Title, ByHand: q.ByHand, Checks: []string{}}
		ran, note := false, false
		for _, a := range analyzers.Suite {
			if !slices.Contains(q.Checks, a.Name) {
				continue
			}
			r.Checks = append(r.Checks, a.Name)
			ran = ran || slices.Contains(c.suite, a)
			note = note || level(a) == report.Info
			for _, f := range found {
				if f.Check == a.Name {
					r.Findings++
				}
			}
			for _, s := range silenced {
				if s.Check == a.Name {
					r.Suppressed += len(s.Findings)
				}
			}
		}
		r.Status = c.answer(q, r, ran, note)
		out = append(out, r)
	}
	return out
}

// answer is the status of a requirement.
func (c *collector) answer(q analyzers.Requirement, r report.Requirement, ran, note bool) report.Status {
	switch {
	case len(r.Checks) == 0:
		return report.ByHand
	case r.Findings > 0 && note:
		return report.Note
	case r.Findings > 0:
		return report.Fault
	case !ran:
		return report.NotRun
	case len(c.left) > 0:
		return report.Incomplete
	case r.Suppressed == 0 && !c.inView(q.Needs):
		return report.NoSubject
	}
	return report.NoneFound
}

// inView reports whether there may be something of a subject in the packages.
func (c *collector) inView(s analyzers.Subject) bool {
	switch s {
	case analyzers.APICalls:
		return len(c.calls) > 0
	case analyzers.MutatingCalls:
		return slices.ContainsFunc(c.listed(), func(one call) bool { return one.Mutating != aurora.No })
	case analyzers.Elements:
		return c.mentions("arise.mjs", "flute.mjs", `"embed"`)
	case analyzers.Webhooks:
		return c.mentions("webhook-signature")
	}
	return true
}

// mentions reports whether a file has one of some texts, in any case of letters.
func (c *collector) mentions(texts ...string) bool {
	for _, p := range c.asked {
		for _, name := range p.files {
			content, err := os.ReadFile(name)
			if err != nil {
				return true
			}
			content = bytes.ToLower(content)
			if slices.ContainsFunc(texts, func(t string) bool { return bytes.Contains(content, []byte(t)) }) {
				return true
			}
		}
	}
	return false
}
