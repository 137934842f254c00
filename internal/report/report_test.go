package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/auroravet/auroravet/internal/testmodule"
)

// odd is text that each form has to write in a way of its own.
const odd = "a <b> & `c` | *d* [e](f) \\ \"g\" ünï\nh"

// sample is a report with all that a report can hold.
func sample() *Report {
	finding := func(check string, line int) Finding {
		return Finding{
			Check: check, Position: Position{"a b/ü.go", line, 2}, Message: odd, Fingerprint: "0123456789abcdef",
			Region: Region{StartLine: line, StartColumn: 2, EndLine: line, EndColumn: 9},
		}
	}
	bare := finding("slow", 4)
	bare.Region = Region{StartLine: 4, StartColumn: 1}
	return &Report{
		Version: Version, Tool: Tool{"aurora-golive", "v1.2.3"}, Guide: "https://example.com/guide",
		Scope: Scope{
			Modules: []Module{{"example.com/a", "abc", true}, {"example.com/b", "", false}}, Patterns: []string{"./..."}, Packages: 3, Tests: true,
			Flags: []string{"-hosts=a.example.com"}, Prefix: "svc",
		},
		LeftOut: []LeftOut{{"example.com/a/x", "x/x.go:1:2", odd}, {"./none", "", "no such folder"}},
		Requirements: []Requirement{
			{"First", "Nothing is slow", []string{"slow"}, Fault, 2, 1, "the rest"},
			{"First", "Nothing is loud " + odd, []string{}, ByHand, 0, 0, odd},
			{"Second", "All is known", []string{"known"}, Note, 1, 0, ""},
			{"Second", "All is quiet", []string{"quiet", "known"}, NoSubject, 0, 0, ""},
		},
		Checks: []Check{
			{"slow", "report slow things", "report slow things\n\nText:\n\n\tcode()\n\nMore.", "https://example.com/slow", Error, true},
			{"known", "report known things", "report known things", "https://example.com/known", Info, true},
			{"quiet", "report quiet things", "report quiet things", "https://example.com/quiet", Warning, false},
		},
		Findings: []Finding{finding("slow", 3), bare, finding("known", 5)},
		Endpoints: []Endpoint{{"POST", "/v2/x|y", "moves money", "yes", []Call{
			{Position{"a.go", 1, 1}, "(*a.T).F", "set", "has no end", []string{"http.Client", "resty.Client"}},
			{Position{"a.go", 2, 1}, "a.G", "missing", "has no end", []string{}},
		}}},
		Suppressions: []Suppression{
			{"slow", Position{"a b/ü.go", 7, 2}, odd, []Finding{finding("slow", 7)}},
			{"known", Position{"a.go", 8, 2}, "a reason", []Finding{}},
		},
	}
}

func written(t *testing.T, r *Report, format string) string {
	t.Helper()
	var b bytes.Buffer
	if err := r.Write(&b, format); err != nil {
		t.Fatal(err)
	}
	if !utf8.Valid(b.Bytes()) || !strings.HasSuffix(b.String(), "\n") {
		t.Errorf("%s: no lines of text", format)
	}
	return b.String()
}

func TestFormats(t *testing.T) {
	if err := sample().Write(io.Discard, "odd"); err == nil {
		t.Error("a format is taken that there is not")
	}
	for _, format := range Formats() {
		got := written(t, sample(), format)
		if got != written(t, sample(), format) {
			t.Errorf("%s: two reports differ", format)
		}
		for _, want := range []string{"example.com/a/x", "slow", "no such folder", "a reason"} {
			if !strings.Contains(got, want) && (format != "sarif" || want != "a reason") { // which silences nothing
				t.Errorf("%s does not say %q", format, want)
			}
		}
		empty := written(t, new(Report), format)
		if strings.Contains(empty, "null") || empty == "" {
			t.Errorf("%s of nothing:\n%s", format, empty)
		}
	}
}

func TestText(t *testing.T) {
	got := written(t, sample(), "text")
	for l := range strings.Lines(got) {
		l = strings.TrimSuffix(l, "\n")
		if utf8.RuneCountInString(l) > width || strings.TrimRight(l, " ") != l {
			t.Errorf("line %q", l)
		}
	}
	for _, want := range []string{
		"2 faults against 1 requirement, 1 note, nothing to look at for 1, 1 for a person to answer,",
		"  fault (2), 1 silenced   Nothing is slow (slow)\n",
		"\n  a b/ü.go:3:2\n",
		"reason:   a <b> & `c` | *d*",
		"silences: nothing\n",
		"client: http.Client or resty.Client\n",
		"client: not known\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

// TestMarkdown holds that text stays in its cell and is shown as it is.
func TestMarkdown(t *testing.T) {
	got := written(t, sample(), "markdown")
	columns := 0
	for l := range strings.Lines(got) {
		n := strings.Count(strings.ReplaceAll(l, `\|`, ""), "|")
		if strings.HasPrefix(l, "| ") && columns > 0 && n != columns {
			t.Errorf("%d columns, not %d, in %s", n-1, columns-1, l)
		}
		columns = 0
		if strings.HasPrefix(l, "|") {
			columns = n
		}
	}
	if want := "a &lt;b&gt; &amp; \\`c\\` \\| \\*d\\* \\[e\\](f) \\\\ \"g\" ünï h"; !strings.Contains(got, want) {
		t.Errorf("no %s in\n%s", want, got)
	}
}

// TestHTML holds that the page is well-formed and needs nothing from elsewhere.
func TestHTML(t *testing.T) {
	got := written(t, sample(), "html")
	dec := xml.NewDecoder(strings.NewReader(got))
	for {
		if _, err := dec.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("%v in\n%s", err, got)
		}
	}
	for _, not := range []string{"<script", "<link", "<img", "src=", "@import", "url(", "<b>"} {
		if strings.Contains(got, not) {
			t.Errorf("the page has %q", not)
		}
	}
}

func TestJSON(t *testing.T) {
	var back Report
	if err := json.Unmarshal([]byte(written(t, sample(), "json")), &back); err != nil {
		t.Fatal(err)
	}
	if back.Version != Version || back.Findings[0].Message != odd || back.Findings[0].Line != 3 || back.Requirements[0].Status != Fault {
		t.Errorf("it comes back as %+v", back)
	}
}

// TestDocumented holds that the page about the JSON form has every field.
func TestDocumented(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(testmodule.Root(t), "docs", "golive.md"))
	if err != nil {
		t.Fatal(err)
	}
	var visit func(typ reflect.Type)
	visit = func(typ reflect.Type) {
		for typ.Kind() == reflect.Slice {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct {
			return
		}
		for i := range typ.NumField() {
			f := typ.Field(i)
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if name != "-" {
				visit(f.Type)
			}
			if name != "" && name != "-" && !strings.Contains(string(page), "`"+name+"`") {
				t.Errorf("docs/golive.md does not say what %s of %s is", name, typ)
			}
		}
	}
	visit(reflect.TypeFor[Report]())
	for _, s := range []Status{Fault, Note, NoneFound, NoSubject, ByHand, NotRun, Incomplete} {
		if !strings.Contains(string(page), "| `"+string(s)+"` |") {
			t.Errorf("docs/golive.md does not say what the answer %q is", s)
		}
	}
}
