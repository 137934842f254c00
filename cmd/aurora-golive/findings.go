package main

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"go/token"
	"os"
	"slices"
	"strings"
	"unicode/utf16"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/auroravet/auroravet/analyzers"
	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/report"
	"github.com/auroravet/auroravet/passes/directive"
)

// place is a position of one of the units, each of which has a set of files for itself.
type place struct {
	fset *token.FileSet
	pos  token.Pos
}

// located is a diagnostic with what its positions mean.
type located struct {
	fset  *token.FileSet
	check string
	analysis.Diagnostic
}

// silenced is a directive with what it silences.
type silenced struct {
	fset   *token.FileSet
	ignore *directive.Ignore
	found  []located
}

// hush gathers the directives of a package.
func (c *collector) hush(pkg *packages.Package, res *directive.Result) {
	for _, ignore := range res.Ignores {
		c.directives[place{pkg.Fset, ignore.Comment.Pos()}] = true
		if ignore.Reason == "" || !c.tests() && res.Test(ignore.Comment.Pos()) {
			continue
		}
		s := silenced{fset: pkg.Fset, ignore: ignore}
		for _, of := range res.Silenced() {
			if of.Ignore == ignore {
				s.found = append(s.found, located{pkg.Fset, ignore.Check, analysis.Diagnostic{Pos: of.Pos, End: of.End, Message: of.Message}})
			}
		}
		c.hushed = append(c.hushed, s)
	}
}

// findings returns the findings in the order of the files, each once.
func (c *collector) findings() []report.Finding { return c.sorted(c.found) }

func (c *collector) sorted(found []located) []report.Finding {
	root, texts := c.root(), make(map[string][]byte)
	out := []report.Finding{}
	for _, l := range found {
		p := l.fset.Position(l.Pos)
		if c.directives[place{l.fset, l.Pos}] {
			l.check = analyzers.Beside[0] // what a check says of its directive is no fault that the check looks for
		}
		f := report.Finding{
			Check:    l.check,
			Position: report.Position{File: relativeTo(root, p.Filename), Line: p.Line, Column: p.Column},
			Message:  strings.TrimSuffix(l.Message, " ("+l.check+")"),
			Region:   region(texts, p, l.fset.Position(l.End)),
		}
		out = append(out, f)
	}
	slices.SortFunc(out, func(a, b report.Finding) int {
		return cmp.Or(order(a.Position, b.Position), cmp.Compare(a.Check, b.Check), cmp.Compare(a.Message, b.Message))
	})
	same := func(a, b report.Finding) bool {
		return a.Position == b.Position && a.Check == b.Check && a.Message == b.Message
	}
	out = slices.CompactFunc(out, same)
	nth := make(map[string]int)
	for i, f := range out {
		id := f.Check + "\x00" + f.File + "\x00" + f.Message
		nth[id]++
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", id, nth[id]))
		out[i].Fingerprint = hex.EncodeToString(sum[:8])
	}
	return out
}

func order(a, b report.Position) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
}

// region is the extent of a finding in UTF-16 code units.
func region(texts map[string][]byte, from, to token.Position) report.Region {
	text, ok := texts[from.Filename]
	if !ok {
		text, _ = os.ReadFile(from.Filename) // without it columns count bytes
		texts[from.Filename] = text
	}
	out := report.Region{StartLine: from.Line, StartColumn: column(text, from)}
	if to.IsValid() && to.Offset > from.Offset && to.Filename == from.Filename {
		out.EndLine, out.EndColumn = to.Line, column(text, to)
	}
	return out
}

// column counts the code units before a position on its line.
func column(text []byte, p token.Position) int {
	if p.Offset > len(text) || p.Column < 1 {
		return max(p.Column, 1)
	}
	start := bytes.LastIndexByte(text[:p.Offset], '\n') + 1
	return len(utf16.Encode([]rune(string(text[start:p.Offset])))) + 1
}

// suppressions returns the directives in the order of the files.
func (c *collector) suppressions() []report.Suppression {
	root := c.root()
	out := []report.Suppression{}
	for _, s := range c.hushed {
		p := s.fset.Position(s.ignore.Comment.Pos())
		out = append(out, report.Suppression{
			Check:    s.ignore.Check,
			Position: report.Position{File: relativeTo(root, p.Filename), Line: p.Line, Column: p.Column},
			Reason:   aurora.MaskCards(s.ignore.Reason),
			Findings: c.sorted(s.found),
		})
	}
	slices.SortStableFunc(out, func(a, b report.Suppression) int {
		return cmp.Or(order(a.Position, b.Position), cmp.Compare(a.Check, b.Check), len(b.Findings)-len(a.Findings))
	})
	return slices.CompactFunc(out, func(a, b report.Suppression) bool { return a.Position == b.Position && a.Check == b.Check })
}
