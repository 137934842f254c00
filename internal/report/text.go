package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// width is how wide lines of text are, unless a word is wider.
const width = 100

// page collects text; a write to memory does not fail.
type page struct{ bytes.Buffer }

func (p *page) line(format string, args ...any) { fmt.Fprintf(p, format+"\n", args...) }

// text writes the report for a terminal.
func (r *Report) text(w io.Writer) error {
	p := new(page)
	p.head(title)
	for _, l := range r.labels() {
		p.wrap(fmt.Sprintf("%-10s", l.Name), strings.Repeat(" ", 10), l.Text)
	}
	p.line("")
	p.wrap("", "", r.summary())
	if c := r.caution(); c != "" {
		p.line("")
		p.head(leftOutHead)
		p.wrap("", "", c)
		for _, o := range r.LeftOut {
			p.line("\n  %s", o.Package)
			p.wrap("    ", "    ", strings.TrimPrefix(o.Place+": "+o.Problem, ": "))
		}
	}
	r.textChecklist(p)
	r.textFindings(p)
	r.textEndpoints(p)
	r.textSilenced(p)
	_, err := w.Write(p.Bytes())
	return err
}

func (r *Report) textChecklist(p *page) {
	p.line("")
	p.head(checklistHead)
	p.wrap("", "", checklistText)
	const column = 26
	for _, s := range r.sections() {
		p.line("\n%s\n", s.Name)
		for _, q := range s.Requirements {
			by := ""
			if len(q.Checks) > 0 {
				by = " (" + strings.Join(q.Checks, ", ") + ")"
			}
			answer := q.Answer()
			if utf8.RuneCountInString(answer) > column-4 {
				p.line("  %s", answer)
				answer = ""
			}
			p.wrap(fmt.Sprintf("  %-*s", column-2, answer), strings.Repeat(" ", column), q.Title+by)
			if c := q.Confirm(); c != "" {
				p.wrap(strings.Repeat(" ", column+2), strings.Repeat(" ", column+2), c)
			}
		}
	}
}

func (r *Report) textFindings(p *page) {
	p.line("")
	p.head(findingsHead)
	if len(r.Findings) == 0 {
		p.line(findingsNone)
		return
	}
	for i, c := range r.byCheck() {
		if i > 0 {
			p.line("")
		}
		p.wrap("", "  ", c.Name+": "+c.Summary)
		for _, f := range c.Findings {
			p.line("\n  %s", f.Position)
			p.wrap("    ", "    ", f.Message)
		}
	}
}

func (r *Report) textEndpoints(p *page) {
	p.line("")
	p.head(endpointsHead)
	if len(r.Endpoints) == 0 {
		p.line(endpointsNone)
		return
	}
	p.wrap("", "", endpointsText)
	for _, e := range r.Endpoints {
		p.line("")
		p.wrap("", "  ", strings.TrimSuffix(e.Name()+": "+e.Kind, ": "))
		for _, c := range e.Calls {
			p.line("  %s in %s", c.Position, c.Function)
			p.wrap("    ", "    ", fmt.Sprintf("key: %s; wait: %s; client: %s", c.Key, c.Wait, c.By()))
		}
	}
}

func (r *Report) textSilenced(p *page) {
	p.line("")
	p.head(silencedHead)
	if len(r.Suppressions) == 0 {
		p.line(silencedNone)
		return
	}
	p.wrap("", "", silencedText)
	for _, s := range r.Suppressions {
		p.line("\n  %s %s", s.Position, s.Check)
		p.wrap("    reason:   ", "              ", s.Reason)
		p.wrap("    silences: ", "              ", s.What())
	}
}

// head writes a heading.
func (p *page) head(text string) {
	p.line("%s\n", strings.ToUpper(text))
}

// wrap writes text in lines of the width, the first behind first and the others behind rest.
func (p *page) wrap(first, rest, text string) {
	line, empty := first, true
	for _, word := range strings.Fields(text) {
		if !empty && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			p.line("%s", line)
			line, empty = rest, true
		}
		if !empty {
			line += " "
		}
		line, empty = line+word, false
	}
	p.line("%s", strings.TrimRight(line, " "))
}
