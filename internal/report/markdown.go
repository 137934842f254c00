package report

import (
	"io"
	"strings"
)

// markdown writes the report for a page of a repository, an issue or a pull request.
func (r *Report) markdown(w io.Writer) error {
	p := new(page)
	p.line("# %s\n", title)
	p.line("| | |\n| --- | --- |")
	for _, l := range r.labels() {
		p.line("| %s | %s |", l.Name, plain(l.Text))
	}
	p.line("\n%s", r.summary())
	if c := r.caution(); c != "" {
		p.line("\n## %s\n\n**%s**\n", leftOutHead, c)
		for _, o := range r.LeftOut {
			p.line("- %s: %s", code(o.Package), plain(strings.TrimPrefix(o.Place+": "+o.Problem, ": ")))
		}
	}
	p.line("\n## %s\n\n%s", checklistHead, checklistText)
	for _, s := range r.sections() {
		p.line("\n### %s\n\n| requirement | answer | check | for a person |\n| --- | --- | --- | --- |", s.Name)
		for _, q := range s.Requirements {
			answer := q.Answer()
			if q.Status == Fault || q.Status == Incomplete {
				answer = "**" + answer + "**"
			}
			p.line("| %s | %s | %s | %s |", plain(q.Title), answer, r.linked(q.Checks), plain(q.ByHand))
		}
	}
	p.line("\n## %s\n", findingsHead)
	if len(r.Findings) == 0 {
		p.line(findingsNone)
	}
	for i, c := range r.byCheck() {
		if i > 0 {
			p.line("")
		}
		p.line("### %s\n\n%s\n", c.Name, plain(sentence(c.Summary)))
		for _, f := range c.Findings {
			p.line("- %s: %s", code(f.Position.String()), plain(f.Message))
		}
	}
	r.markdownEndpoints(p)
	r.markdownSilenced(p)
	_, err := w.Write(p.Bytes())
	return err
}

func (r *Report) markdownEndpoints(p *page) {
	p.line("\n## %s\n", endpointsHead)
	if len(r.Endpoints) == 0 {
		p.line(endpointsNone)
		return
	}
	p.line("%s\n\n| call | what it does | place | key | wait | client |\n| --- | --- | --- | --- | --- | --- |", endpointsText)
	for _, e := range r.Endpoints {
		for _, c := range e.Calls {
			p.line("| %s | %s | %s | %s | %s | %s |", code(e.Name()), plain(e.Kind), code(c.Position.String()), plain(c.Key), plain(c.Wait), plain(c.By()))
		}
	}
}

func (r *Report) markdownSilenced(p *page) {
	p.line("\n## %s\n", silencedHead)
	if len(r.Suppressions) == 0 {
		p.line(silencedNone)
		return
	}
	p.line("%s\n\n| place | check | reason | what it silences |\n| --- | --- | --- | --- |", silencedText)
	for _, s := range r.Suppressions {
		p.line("| %s | %s | %s | %s |", code(s.Position.String()), s.Check, plain(s.Reason), plain(s.What()))
	}
}

// linked names checks with links to their manuals.
func (r *Report) linked(names []string) string {
	var out []string
	for _, name := range names {
		out = append(out, "["+name+"]("+r.check(name).URL+")")
	}
	return strings.Join(out, ", ")
}

// sentence makes a sentence of a phrase.
func sentence(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

// special are the letters that Markdown gives a meaning to inside a line.
var special = strings.NewReplacer(
	"\\", "\\\\", "`", "\\`", "*", "\\*", "_", "\\_", "[", "\\[", "]", "\\]", "<", "&lt;", ">", "&gt;", "&", "&amp;", "~", "\\~", "|", "\\|", "\n", " ", "\r", " ",
)

// plain is text that Markdown shows as it is.
func plain(s string) string { return special.Replace(s) }

// code is text in the letters of a program.
func code(s string) string {
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	s = strings.NewReplacer("\n", " ", "\r", " ", "|", "\\|").Replace(s)
	if len(fence) > 1 {
		s = " " + s + " "
	}
	return fence + s + fence
}
