package aurora

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestHost(t *testing.T) {
	v := NewVocabulary()
	for _, tt := range []struct {
		class HostClass
		hosts []string
	}{
		{Production, []string{
			"api.arise.risewithaurora.com", "oauth.arise.risewithaurora.com", "public.arise.risewithaurora.com", "arise.risewithaurora.com",
			"api.flute.com", "oauth.api.flute.com", "public.flute.com", "API.Flute.COM", "api.flute.com:443", "api.flute.com.", "api.flute.com.:443",
			"user:pass@api.flute.com", "testing.api.flute.com", "devices.flute.com", "api-uat.flute.com", "*.flute.com", Hole + ".api.flute.com",
		}},
		{Sandbox, []string{
			"uat.arise.risewithaurora.com", "api.uat.arise.risewithaurora.com", "oauth.uat.arise.risewithaurora.com", "public.uat.arise.risewithaurora.com",
			"oauth.api.uat.arise.risewithaurora.com", "merchant-api.uat.arise.risewithaurora.com", "api.dev.arise.risewithaurora.com",
			"dev.arise.risewithaurora.com", "api.preview-foo.arise.risewithaurora.com", "sandbox.api.flute.com", "sandbox.oauth.api.flute.com",
			"sandbox.api.uat.flute.com", "sandbox.oauth.api.uat.flute.com", "uat.rwaapps.net:8888", "SANDBOX.API.FLUTE.COM.", "staging.flute.com",
			"test.api.flute.com", "sandbox." + Hole + ".flute.com", "u:p@sandbox.api.flute.com:8443",
		}},
		{Documentation, []string{
			"developer.arise.risewithaurora.com", "developer.dev.arise.risewithaurora.com", "developer.uat.risewithaurora.com", "developer.risewithaurora.com",
			"developer.flute.com", "developer.uat.flute.com", "risewithaurora.com", "go.risewithaurora.com", "flute.com", "www.flute.com", "rwaapps.net",
		}},
		{NotAurora, []string{
			"", ".", "getflute.com", "myflute.com", "teaflute.com", "sandbox.myflute.com", "api.flute.com.example.org", "flute.community", "flute.co",
			"example.com", "localhost:8080", "127.0.0.1", "api..flute.com", ".flute.com", "flute", "com", "risewithaurora.community", "xrwaapps.net", "\x00",
		}},
	} {
		for _, h := range tt.hosts {
			if got := v.Host(h); got != tt.class {
				t.Errorf("Host(%q) = %v, want %v", h, got, tt.class)
			}
		}
	}
}

func TestHostFlags(t *testing.T) {
	for _, tt := range []struct {
		hosts, sandbox, host string
		want                 HostClass
	}{
		{"pay.test.corp.com", "", "pay.test.corp.com", Production},
		{"pay.test.corp.com", "", "uat.pay.test.corp.com", Sandbox},
		{"*.corp.com", "", "api.corp.com", Production},
		{".corp.com", "", "api.corp.com", Production},
		{"corp.com", "", "api.flute.com", Production},
		{"=stripe.com", "", "api.flute.com", NotAurora},
		{"=stripe.com", "", "stripe.com", Production},
		{"=stripe.com", "", "docs.stripe.com", Documentation},
		{"=stripe.com", "", "sandbox.stripe.com", Sandbox},
		{"corp.com", "play.corp.com", "api.play.corp.com", Sandbox},
		{"corp.com", "play.corp.com", "play.corp.com", Sandbox},
		{"api.corp.com", "corp.com", "api.corp.com", Production},
		{"api.corp.com", "corp.com", "other.corp.com", Sandbox},
		{"corp.com", "corp.com", "corp.com", Sandbox},
		{"", "=play.flute.com", "uat.flute.com", Production},
		{"", "=play.flute.com", "play.flute.com", Sandbox},
		{"uat.flute.com", "", "api.uat.flute.com", Production},
	} {
		v := NewVocabulary()
		if err := v.Extend(Hosts, tt.hosts); err != nil {
			t.Fatal(err)
		}
		if err := v.Extend(SandboxHosts, tt.sandbox); err != nil {
			t.Fatal(err)
		}
		if got := v.Host(tt.host); got != tt.want {
			t.Errorf("-hosts=%s -sandbox-hosts=%s: Host(%q) = %v, want %v", tt.hosts, tt.sandbox, tt.host, got, tt.want)
		}
	}
}

// show writes a reference as scheme|text|class letter.
func show(text string, r HostRef) string {
	return r.Scheme + "|" + text[r.Start:r.End] + "|" + r.Class.String()[:1]
}

func TestHostsIn(t *testing.T) {
	v := NewVocabulary()
	for text, want := range map[string]string{
		"https://api.flute.com/v2/transactions": "https|api.flute.com|p",
		"HTTP://Api.Flute.Com":                  "http|Api.Flute.Com|p",
		"sandbox.api.flute.com":                 "|sandbox.api.flute.com|s",
		"sandbox.api.flute.com:8443/x":          "|sandbox.api.flute.com|s",
		"//public.flute.com/lib/v1.0/flute.mjs": "|public.flute.com|p",
		`<script type="module" src="https://public.uat.arise.risewithaurora.com/">`:          "https|public.uat.arise.risewithaurora.com|s",
		"default-src 'self'; script-src https://public.flute.com; frame-src *.uat.flute.com": "https|public.flute.com|p |*.uat.flute.com|s",
		"base_url: sandbox.api.flute.com\noauth: https://oauth.api.flute.com\n":              "|sandbox.api.flute.com|s https|oauth.api.flute.com|p",
		`{"base":"https:\/\/sandbox.api.flute.com"}`:                                         "https|sandbox.api.flute.com|s",
		`a\nsandbox.api.flute.com\t`:                                                         "|sandbox.api.flute.com|s",
		`(^|\.)uat\.arise\.risewithaurora\.com$`:                                             `|uat\.arise\.risewithaurora\.com|s`,
		`uat\\.arise\\.risewithaurora\\.com`:                                                 `|uat\\.arise\\.risewithaurora\\.com|s`,
		`uat[.]flute[.]com`:                                                                  `|uat[.]flute[.]com|s`,
		".uat.arise.risewithaurora.com":                                                      "|uat.arise.risewithaurora.com|s",
		"https://%s.api.flute.com/%s":                                                        "https|%s.api.flute.com|p",
		"https://sandbox.%[1]s.flute.com":                                                    "https|sandbox.%[1]s.flute.com|s",
		"https://${ENV}.flute.com":                                                           "https|${ENV}.flute.com|p",
		"https://{{.Sub}}sandbox.api.flute.com":                                              "|sandbox.api.flute.com|s",
		"${BASE:-https://sandbox.api.flute.com}":                                             "https|sandbox.api.flute.com|s",
		"{sandbox.api.flute.com,api.flute.com}":                                              "|sandbox.api.flute.com|s |api.flute.com|p",
		"https%3A%2F%2Fsandbox.api.flute.com%2Fx":                                            "|sandbox.api.flute.com|s",
		Hole + "sandbox.api.flute.com" + Hole:                                                "|sandbox.api.flute.com|s",
		"https://" + Hole + ".flute.com" + Hole:                                              "https|" + Hole + ".flute.com|p",
		"https://id:pw@api.flute.com/":                                                       "https|api.flute.com|p",
		"https://%s:%s@sandbox.api.flute.com/":                                               "https|sandbox.api.flute.com|s",
		"use **api.flute.com**.":                                                             "|api.flute.com|p",
		"See https://developer.flute.com/docs.":                                              "https|developer.flute.com|d",
		"“api.flute.com”":                                                                    "|api.flute.com|p",
		"help@flute.com":                                                                     "",
		"mailto:help@uat.flute.com":                                                          "",
		"write to Bob <bob@flute.com>":                                                       "",
		"https://myflute.com https://getflute.com https://uat.gateway.teaflute.com":          "",
		"https://sandbox.myflute.com/v2 flute.community api.flute.com.example.org":           "",
		"api.flute.com_backup api.flute.com-old":                                             "",
		"éflute.com flute.comé":                                                              "",
		"flute":                                                                              "", "": "", "a.b.c": "", "the flute. com": "",
	} {
		var got []string
		for _, r := range v.HostsIn(text) {
			got = append(got, show(text, r))
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("HostsIn(%q) = %q, want %q", text, g, want)
		}
	}
	if got := v.HostsIn(`https://API\.%s.flute.com`); len(got) != 1 || got[0].Host != "api."+Hole+".flute.com" {
		t.Errorf("plain name = %+v", got)
	}
}

// TestHostsInAnyText feeds pieces in random order: no panic, and what is returned lies
// in the text, in order, and is a host.
func TestHostsInAnyText(t *testing.T) {
	v := NewVocabulary()
	pieces := []string{
		"flute", ".", "com", `\.`, "sandbox", "api", "://", "https", "@", "/", Hole, "%s", "{{", "}}", "${", "}", "é", "\xff", " ", "*", "[.]", ":",
		"flute.com", "uat.rwaapps.net", "-", "_", "%2F", `\n`, "\\", "\"", "risewithaurora", "1",
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 6000 {
		var b strings.Builder
		for range r.IntN(12) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		text, last := b.String(), 0
		for _, ref := range v.HostsIn(text) {
			if ref.Start < last || ref.End <= ref.Start || ref.End > len(text) || ref.Class == NotAurora || v.Host(ref.Host) != ref.Class {
				t.Fatalf("HostsIn(%q) = %+v", text, ref)
			}
			last = ref.End
		}
		v.Endpoint("POST", text)
		v.Mutating("POST", text)
		v.FamilyPath(text)
		v.ResourcePath(text)
		Placeholder(text)
		CardNameOf(text)
		SecretName(text)
	}
}

func FuzzHostsIn(f *testing.F) {
	v := NewVocabulary()
	f.Add("https://sandbox.api.flute.com:443/x")
	f.Add(`uat\.arise\.risewithaurora\.com`)
	f.Fuzz(func(t *testing.T, text string) {
		for _, ref := range v.HostsIn(text) {
			if ref.Start < 0 || ref.End <= ref.Start || ref.End > len(text) {
				t.Fatalf("%+v", ref)
			}
		}
	})
}

// TestHostsInLongText holds that a host is found wherever it stands in a long text, once and
// in its place, and whatever stands how far beside it.
func TestHostsInLongText(t *testing.T) {
	v := NewVocabulary()
	const first, second = "https://api.flute.com", "http://sandbox.api.flute.com"
	for gap := 1; gap < 3*windowMargin; gap += 7 {
		text := strings.Repeat("x ", gap) + first + strings.Repeat(" y", gap) + " " + second + " z"
		refs := v.HostsIn(text)
		if len(refs) != 2 {
			t.Fatalf("%d hosts with %d bytes between them", len(refs), 2*gap)
		}
		for i, want := range []string{first, second} {
			scheme, host, _ := strings.Cut(want, "://")
			if r := refs[i]; r.Host != host || r.Scheme != scheme || text[r.Start:r.End] != host {
				t.Errorf("host %d with %d bytes between is %+v", i, 2*gap, r)
			}
		}
	}
	if refs := v.HostsIn(strings.Repeat("a flute and an arise ", 500)); len(refs) != 0 {
		t.Errorf("words alone give %v", refs)
	}
}
