package report

import (
	_ "embed"
	"html/template"
	"io"
	"strings"
)

//go:embed page.html
var pageText string

// texts are the fixed words of the report, for the template.
var texts = map[string]string{
	"title": title, "checklist": checklistHead, "checklistText": checklistText, "findings": findingsHead, "findingsNone": findingsNone,
	"endpoints": endpointsHead, "endpointsText": endpointsText, "endpointsNone": endpointsNone,
	"silenced": silencedHead, "silencedText": silencedText, "silencedNone": silencedNone, "leftOut": leftOutHead,
}

// htmlPage escapes what it is given by the place where it stands.
var htmlPage = template.Must(template.New("page").Funcs(template.FuncMap{
	"text":     func(name string) string { return texts[name] },
	"sentence": sentence,
	"class":    func(s Status) string { return strings.ReplaceAll(string(s), " ", "-") },
}).Parse(pageText))

// html writes the report as one file that needs no other.
func (r *Report) html(w io.Writer) error {
	return htmlPage.Execute(w, map[string]any{
		"Labels": r.labels(), "Summary": r.summary(), "Caution": r.caution(), "LeftOut": r.LeftOut, "Sections": r.sections(),
		"Found": r.byCheck(), "Endpoints": r.Endpoints, "Suppressions": r.Suppressions, "URLs": r.urls(),
	})
}

// urls returns the page of each check.
func (r *Report) urls() map[string]string {
	out := map[string]string{}
	for _, c := range r.Checks {
		out[c.Name] = c.URL
	}
	return out
}
