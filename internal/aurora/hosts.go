package aurora

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/auroravet/auroravet/internal/lazyregexp"
)

// HostClass says what a host is to the API.
type HostClass uint8

const (
	NotAurora     HostClass = iota // another host
	Documentation                  // pages for people, never an endpoint
	Production
	Sandbox // any environment that is not production
)

// String returns the name of the class in lower case.
func (c HostClass) String() string {
	return [...]string{"not aurora", "documentation", "production", "sandbox"}[c]
}

// Labels of the names below a base. All are compared as whole labels.
var (
	documentationLabels = []string{"developer", "developers", "docs", "go", "www"} // as the first label
	documentationHosts  = []string{"risewithaurora.com", "flute.com", "rwaapps.net"}
	sandboxLabels       = []string{"uat", "sandbox", "dev", "staging", "test"}
)

const sandboxLabelPrefix = "preview"

// hostBase is a host or a host suffix of the API.
type hostBase struct {
	name    string
	sandbox bool
}

func (v *Vocabulary) indexHosts() {
	v.hostBases, v.hostLabels, v.hostStart = nil, nil, [256]bool{}
	for _, h := range v.lists[Hosts] {
		v.hostBases = append(v.hostBases, hostBase{h, false})
	}
	for _, h := range v.lists[SandboxHosts] {
		v.hostBases = append(v.hostBases, hostBase{h, true})
	}
	for _, b := range v.hostBases {
		label, _, _ := strings.Cut(b.name, ".")
		if label != "" {
			v.hostLabels = append(v.hostLabels, label)
			v.hostStart[label[0]] = true
		}
	}
}

// Host classifies a host name, which may have a port, userinfo before it, a final
// dot and any casing. Labels may hold Hole: they match no known label, so that a host
// whose environment is unknown counts as production.
func (v *Vocabulary) Host(host string) HostClass {
	host = host[strings.LastIndexByte(host, '@')+1:]
	host, _, _ = strings.Cut(host, ":")
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	base, found := hostBase{}, false
	for _, b := range v.hostBases { // the longest name decides: it says most about this host
		if host == b.name || strings.HasSuffix(host, "."+b.name) {
			if !found || len(b.name) > len(base.name) || len(b.name) == len(base.name) && b.sandbox {
				base, found = b, true
			}
		}
	}
	if !found {
		return NotAurora
	}
	below := strings.TrimSuffix(strings.TrimSuffix(host, base.name), ".")
	labels := strings.Split(below, ".")
	switch {
	case slices.Contains(labels[1:], ""), strings.HasPrefix(host, "."):
		return NotAurora
	case below == "" && !base.sandbox && slices.Contains(documentationHosts, host),
		below != "" && slices.Contains(documentationLabels, labels[0]):
		return Documentation
	case base.sandbox, !v.replaced[SandboxHosts] && slices.ContainsFunc(labels, isSandboxLabel):
		return Sandbox
	}
	return Production
}

// sharedHosts serve one and the same script to pages of every environment.
var sharedHosts = []string{"public.flute.com"}

// Shared says whether a host belongs to all environments, so that it goes with each of them
// and tells none apart.
func Shared(host string) bool { return slices.Contains(sharedHosts, host) }

func isSandboxLabel(label string) bool {
	return slices.Contains(sandboxLabels, label) || strings.HasPrefix(label, sandboxLabelPrefix)
}

// HostRef is a host of the API inside a text. Text[Start:End] is how it is written
// there; Host is the plain name in lower case and may hold Hole, so that a message
// shows the former. Scheme is "http", "https" or another one in lower case, or "" when
// none is written before the host.
type HostRef struct {
	Host       string
	Class      HostClass
	Start, End int
	Scheme     string
}

const (
	dotSyntax   = `(?:\\*\.|\[\.\])` // also as a regular expression writes it
	labelSyntax = `[a-z0-9_\x00-]+`
)

var (
	hostRun = lazyregexp.New(`(?i)(?:\*` + dotSyntax + `)?(?:` + labelSyntax + dotSyntax + `)+[a-z0-9_-]+`)
	anyDot  = lazyregexp.New(dotSyntax)
	holeRun = lazyregexp.New(`\x00+`)
	// A verb or variable in a text, and what ends a word there without looking so.
	textHole = lazyregexp.New(`%(?:\[\d+\])?[sdvq]|\{\{[^{}"]*\}\}|\$\{[\w.]*\}|\{\w*\}|\$\w+`)
	textGap  = lazyregexp.New(`(?i)%2f|%3a|%3d|%22|\\[nrt]`)
	schemeAt = lazyregexp.New(`(?i)([a-z][a-z0-9+.-]*):(?:\\*/){2}$`)
	// What may stand between the scheme and the host.
	userinfoAt = lazyregexp.New(`(?i)([a-z][a-z0-9+.-]*):(?:\\*/){2}[^\s/"'<>@]*@$`)
)

// HostsIn returns every host of the API in a text, in order: in URLs, alone, in HTML,
// CSP, YAML or JSON, and with the dots escaped. The domain of an email address is none.
func (v *Vocabulary) HostsIn(text string) []HostRef {
	var refs []HostRef
	for start, end := v.hostWindow(text, 0); start < end; start, end = v.hostWindow(text, end) {
		refs = v.hostsInWindow(refs, text, start, end)
	}
	return refs
}

// windowMargin is more than a host with its scheme and userinfo takes.
const windowMargin = 512

// hostWindow returns the first part of a text from an offset on that may hold hosts: all
// that is near the first label of one, with the labels near that. It is empty for none.
func (v *Vocabulary) hostWindow(text string, from int) (start, end int) {
	for i := from; i < len(text) && (end == 0 || i < end+windowMargin); i++ {
		if !v.hostStart[lower(text[i])] || !slices.ContainsFunc(v.hostLabels, func(l string) bool {
			return len(text)-i >= len(l) && hasPrefixFold(text[i:], l)
		}) {
			continue
		}
		if end == 0 {
			start = max(from, i-windowMargin)
		}
		end = min(len(text), i+windowMargin)
	}
	return start, end
}

// hostsInWindow appends the hosts of text[from:to].
func (v *Vocabulary) hostsInWindow(refs []HostRef, text string, from, to int) []HostRef {
	masked := maskText(text[from:to])
	for _, at := range hostRun().FindAllStringIndex(masked, -1) {
		start, end := from+at[0], from+at[1]
		host := anyDot().ReplaceAllString(strings.ToLower(masked[at[0]:at[1]]), ".")
		host = holeRun().ReplaceAllString(host, Hole)
		class := v.Host(host)
		if class == NotAurora || besideLetter(text, start, end) {
			continue
		}
		ref := HostRef{Host: host, Class: class, Start: start, End: end}
		before := text[:start]
		if m := schemeAt().FindStringSubmatch(before[max(0, len(before)-40):]); m != nil {
			ref.Scheme = strings.ToLower(m[1])
		} else if strings.HasSuffix(before, "@") {
			m := userinfoAt().FindStringSubmatch(before[max(0, len(before)-300):])
			if m == nil {
				continue // an email address
			}
			ref.Scheme = strings.ToLower(m[1])
		}
		refs = append(refs, ref)
	}
	return refs
}

// maskText writes Hole over what stands for other text and a space over escapes that
// end a word; lengths stay. A hole that touches the label after it is taken to be
// whatever comes before a host (a scheme), not a part of the label.
func maskText(text string) string {
	b := []byte(textGap().ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat(" ", len(s)) }))
	mask := func(at []int) {
		with := Hole[0]
		if at[1] < len(b) && isAlnum(b[at[1]]) {
			with = ' '
		}
		for i := at[0]; i < at[1]; i++ {
			b[i] = with
		}
	}
	for _, at := range textHole().FindAllIndex(b, -1) {
		mask(at)
	}
	for _, at := range holeRun().FindAllIndex(b, -1) {
		mask(at)
	}
	return string(b)
}

func isAlnum(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// besideLetter says whether text[start:end] is the middle of a longer word in another script.
func besideLetter(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	return before > utf8.RuneSelf && unicode.IsLetter(before) && before != utf8.RuneError ||
		after > utf8.RuneSelf && unicode.IsLetter(after) && after != utf8.RuneError
}
