package aurora

import (
	"path"
	"strings"

	"github.com/auroravet/auroravet/internal/lazyregexp"
)

// elementsFiles are the scripts that put the card form into a page, before and after the rename.
var elementsFiles = []string{"arise.mjs", "flute.mjs"}

// ElementsFile says whether a file is the script of Elements by its name.
func ElementsFile(name string) bool {
	for _, f := range elementsFiles {
		if strings.EqualFold(path.Base(name), f) {
			return true
		}
	}
	return false
}

// ScriptSource says where an address has the script of Elements come from.
type ScriptSource uint8

const (
	UnknownSource ScriptSource = iota // it depends on what is not known
	OfficialSource
	OwnSource   // the site that has the page
	OtherSource // another host
	StraySource // a host that is not known, by a path that those which serve the script do not have
)

// Script is an address of the script of Elements in a text.
type Script struct {
	URL        string // as it is written, without a query
	Host       string // of another source
	Source     ScriptSource
	Start, End int
	// Path says that the address has more than the name of the file.
	Path bool
}

var (
	scriptName = lazyregexp.New(`(?i)(?:arise|flute)\.mjs`)
	scriptHole = lazyregexp.New(`\{\{[^{}]*\}\}|%(?:\[\d+\])?[sdvq]|\$\{[^{}]*\}|\x00`)
	versioned  = lazyregexp.New(`(?i)^v?\d[\d.]*$|^latest$`)
	scriptHost = lazyregexp.New(`(?i)^(?:(https?):)?//([^/?#]*)/`)
)

const scriptEnds = " \t\r\n\"'`()<>,;\\|"

// Scripts returns the addresses of the script of Elements in a text, in order.
func (v *Vocabulary) Scripts(text string) []Script {
	var out []Script
	var masked string
	for _, at := range scriptName().FindAllStringIndex(text, -1) {
		start, end := at[0], at[1]
		if start > 0 && partOfName(text[start-1]) || end < len(text) && partOfName(text[end]) && !sentenceEnd(text[end:]) {
			continue
		}
		if masked == "" {
			masked = scriptHole().ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat(Hole, len(s)) })
		}
		if i := strings.LastIndexAny(masked[:start], scriptEnds); i >= 0 {
			start = i + 1
		} else {
			start = 0
		}
		if i := strings.LastIndexByte(masked[start:at[0]], '='); i >= 0 { // of an attribute without quotes, or a query
			start += i + 1
		}
		out = append(out, v.script(text[start:end], masked[start:end], start))
	}
	return out
}

func partOfName(c byte) bool { return isAlnum(c) || c == '-' || c == '_' || c == '.' }

// sentenceEnd says whether a dot ends a sentence and no name.
func sentenceEnd(s string) bool {
	return s[0] == '.' && (len(s) == 1 || strings.IndexByte(scriptEnds, s[1]) >= 0)
}

func (v *Vocabulary) script(url, masked string, start int) Script {
	s := Script{URL: url, Start: start, End: start + len(url), Path: strings.Contains(url, "/")}
	m := scriptHost().FindStringSubmatch(masked)
	switch {
	case m != nil && strings.Contains(m[2], Hole):
		s.Source = strays(masked[len(m[0])-1:])
	case m != nil:
		s.Host, s.Source = strings.ToLower(m[2]), OtherSource
		if v.ElementsHost(s.Host) {
			s.Source = OfficialSource
		}
	case strings.HasPrefix(masked, Hole):
		s.Source = strays(strings.TrimLeft(masked, Hole))
	case strings.Contains(masked, "://"):
	default:
		s.Source = OwnSource
	}
	return s
}

// strays says whether a path behind what is not known can be the end of no address of the script, which is
// /lib/v1.0/flute.mjs on all hosts that serve it.
func strays(path string) ScriptSource {
	first, rest, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	switch {
	case !strings.HasPrefix(path, "/"), strings.Contains(path, Hole), rest == "", first == "lib", versioned().MatchString(first) && !strings.Contains(rest, "/"):
		return UnknownSource
	}
	return StraySource
}

// ElementsHost says whether a host is one that serves the script of Elements.
func (v *Vocabulary) ElementsHost(host string) bool {
	first, _, _ := strings.Cut(strings.ToLower(host), ".")
	class := v.Host(host)
	return first == "public" && (class == Production || class == Sandbox)
}

// OfficialScriptPath says whether a path is that of the script on the hosts that serve it, to
// which a program may still join one.
func OfficialScriptPath(p string) bool {
	return strings.HasPrefix(strings.TrimLeft(p, "/"), "lib/v")
}
