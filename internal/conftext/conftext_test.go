package conftext_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/auroravet/auroravet/internal/conftext"
)

func TestKinds(t *testing.T) {
	for text, want := range map[string]conftext.Kind{
		"https://api.flute.com/v2":                                        conftext.Value,
		"https://a.flute.com,https://b.flute.com":                         conftext.Value,
		"https://a.flute.com https://b.flute.com":                         conftext.Value,
		"client secret is not set":                                        conftext.Prose,
		"use https://sandbox.api.flute.com for tests":                     conftext.Prose,
		"default-src 'self'; connect-src https://a.flute.com":             conftext.Header,
		"<https://a.flute.com>; rel=preconnect":                           conftext.Header,
		"<https://a.flute.com> is the address":                            conftext.Prose,
		`<script src="https://public.flute.com/x.mjs"></script>`:          conftext.Markup,
		"<!doctype html>\n<html>":                                         conftext.Markup,
		`await fetch("https://api.flute.com")`:                            conftext.Markup,
		`{"client_secret": "x"}`:                                          conftext.Settings,
		"grant_type=client_credentials&client_id=a&client_secret=b":       conftext.Settings,
		"FLUTE_CLIENT_SECRET=abc":                                         conftext.Settings,
		"aurora:\n  base_url: https://x\n  oauth_url: https://y\n":        conftext.Settings,
		"[aurora]\nbase_url = \"https://x\"\n":                            conftext.Settings,
		"server {\n  listen 80;\n  proxy_pass https://a.flute.com/;\n}\n": conftext.Settings,
		"A=1\nB=2\n":                        conftext.Settings,
		"host=db user=app password=hunter2": conftext.Settings,
		"Usage: harbor [flags]\n\nThe default host is api.flute.com.\n": conftext.Prose,
	} {
		if got := conftext.Read(text).Kind; got != want {
			t.Errorf("Read(%q).Kind = %v, want %v", text, got, want)
		}
	}
}

func TestSettings(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"c.yaml", "# top\na:\n  b: x # why\n  c: 'y'\nl:\n- n: one\n  u: two\n- n: three\nf: {g: h}\n", "a.b=x a.c=y l.1.n=one l.1.u=two l.2.n=three f.g=h"},
		{".env", "export A=1\n# B=2\nC=\"three\"\n", "A=1 C=three"},
		{"c.toml", "[a.b]\nc = \"d\" # e\n", "a.b.c=d"},
		{"c.json", `{"a": {"b": "c"}, "d": [{"e": "f"}], "n": 1}`, "a.b=c d.0.e=f"},
		{"c.env.tmpl", "A=${B}\n", "A=${B}"},
		{"c.toml", "a = { b = \"c\", d = \"e\" }\n", "a.b=c a.d=e"},
		{"c.service", "[Service]\nEnvironment=\"A=b\" \"C=d\"\n", "Service.Environment.A=b Service.Environment.C=d Service.Environment=A=b\" \"C=d"},
		{"c.yaml", "a:\n  b: >-\n    c\n  d: |\n    e: f\ng: h\n", "a.b=c a.d.e=f g=h"},
		{"c.xml", "<!-- <x>y</x> --><a b=\"c\"><d>e</d><entry key=\"f\">g</entry></a>", "b=c d=e key=f f=g"},
		{"c.yaml", "a: ${B:-c}\nd: ${E:?f}\ng: ${h.i:j}\nk: ${ssm:/l}\n", "a=c d=${E:?f} g=j k=${ssm:/l}"},
	} {
		r := conftext.ReadFile(tt.name, tt.text)
		var got []string
		for _, s := range r.Settings {
			got = append(got, strings.Join(s.Keys, ".")+"="+s.Value)
			if tt.text[s.Start:s.End] != s.Value {
				t.Errorf("%s: %q stands at %q", tt.name, s.Value, tt.text[s.Start:s.End])
			}
		}
		if fmt.Sprint(strings.Join(got, " ")) != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestCommentsAndConditions(t *testing.T) {
	r := conftext.ReadFile("p.html", `<!-- a --><script>// b
f("https://c") /* d */</script>{{if .S}}e{{else}}g{{end}}h{{range .L}}i{{end}}`)
	for _, gone := range []string{"a ", " b", " d "} {
		if strings.Contains(r.Clean, gone) {
			t.Errorf("%q is left in %q", gone, r.Clean)
		}
	}
	for s, want := range map[string]bool{"e{{": true, "g{{": true, "h{{": false, "i{{": false, "https": false} {
		if got := r.Conditional(strings.Index(r.Clean, s)); got != want {
			t.Errorf("Conditional at %q = %v, want %v", s, got, want)
		}
	}
}
