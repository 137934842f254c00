// Package conftext reads the texts that programs carry along: settings as env, YAML,
// JSON, TOML or form text, pages and scripts, header values, and prose. It tells which
// of these a text is, blanks its comments, and lists its settings with their places.
package conftext

import (
	"path"
	"strings"

	"github.com/auroravet/auroravet/internal/lazyregexp"
)

// Kind says what a text is.
type Kind uint8

const (
	Value    Kind = iota // one value: a URL, a host, a name
	Prose                // sentences for people
	Markup               // HTML, a style sheet or a script
	Header               // a content security policy, or links
	Settings             // keys with values
)

// Setting is a value that stands under a key.
type Setting struct {
	Keys       []string // of the sections around it, outermost first, and its own
	Value      string
	Start, End int // of the value in the text
}

// Key returns the setting's own key.
func (s Setting) Key() string { return s.Keys[len(s.Keys)-1] }

// Section returns what settings of one mapping have in common.
func (s Setting) Section() string { return strings.Join(s.Keys[:len(s.Keys)-1], "\x00") }

// Text is a text that was read.
type Text struct {
	Kind     Kind
	Clean    string // the text with its comments blanked; offsets stay
	Settings []Setting
}

// syntax is how the settings of a text are written.
type syntax uint8

const (
	none syntax = iota
	env
	yaml
	toml
	jsonText
	form
	script
	block
	xmlText
)

var extensions = map[string]syntax{
	".env": env, ".properties": env, ".ini": toml, ".conf": toml, ".cfg": toml, ".toml": toml, ".hcl": toml, ".tf": toml,
	".yaml": yaml, ".yml": yaml, ".json": jsonText, ".xml": xmlText, ".plist": xmlText, ".service": env, ".json5": jsonText, ".jsonc": jsonText, ".webmanifest": jsonText,
}

var markupExtensions = map[string]bool{
	".html": true, ".htm": true, ".js": true, ".mjs": true, ".ts": true, ".css": true, ".gohtml": true, ".svg": true, ".vue": true, ".jsx": true, ".tsx": true, ".cjs": true,
}

// proseExtensions are files for people, and code of other languages whose hosts nobody calls.
var proseExtensions = map[string]bool{".md": true, ".markdown": true, ".rst": true, ".adoc": true, ".txt": true, ".csv": true, ".tsv": true, ".lock": true}

// ReadFile reads the contents of a file; its name says what it is as far as it can.
func ReadFile(name, text string) Text {
	base := strings.ToLower(path.Base(name))
	ext := path.Ext(base)
	for ext == ".tmpl" || ext == ".tpl" || ext == ".template" || ext == ".example" || ext == ".gotmpl" || ext == ".dist" {
		base = strings.TrimSuffix(base, ext)
		ext = path.Ext(base)
	}
	if strings.HasPrefix(base, ".env") || base == "env" || base == "dockerfile" || ext == ".dockerfile" {
		ext = ".env"
	}
	switch s, ok := extensions[ext]; {
	case ok:
		return read(text, Settings, s)
	case markupExtensions[ext]:
		return read(text, Markup, script)
	case proseExtensions[ext] || base == "readme" || base == "license":
		return Text{Kind: Prose, Clean: text}
	}
	return Read(text)
}

// Read reads a text of which nothing is known.
func Read(text string) Text {
	kind, s := sniff(text)
	return read(text, kind, s)
}

func read(text string, kind Kind, s syntax) Text {
	t := Text{Kind: kind, Clean: blank(text, kind, s)}
	t.Settings = fallbacks(settings(t.Clean, s))
	return t
}

var (
	tag       = lazyregexp.New(`(?i)<(?:!doctype|[a-z][a-z0-9-]*[\s>/])`)
	policy    = lazyregexp.New(`(?i)(?:^|[;\s])(?:default|script|connect|frame|img|style|font|form|child|worker|media|object|manifest|frame-ancestors|base)-(?:src|action|uri|src-elem)\b`)
	link      = lazyregexp.New(`^<[^<>\s]+>\s*;\s*\w+=`) // the value of a Link header
	scripting = lazyregexp.New(`\bfetch\(|\bimport\b.*['"]|\bexport (?:const|default)|\b(?:const|let|var) \w+ ?=|window\.|document\.|=> ?[{(]`)
	loading   = lazyregexp.New(`(?:^|[;{(=])import\(\s*["'` + "`" + `]`) // a script that needs no space
	jsonPair  = lazyregexp.New(`^\s*[\[{]\s*[\[{]?\s*"[^"]*"\s*:`)
	pair      = `[\w.-]+=[^&\s]*`
	formText  = lazyregexp.New(`^[?]?` + pair + `(?:&` + pair + `)+$`)
	envLine   = lazyregexp.New(`^(?:(?:export|ENV|ARG)\s+)?[A-Za-z_][\w.]*\s*=`)
	yamlLine  = lazyregexp.New(`^\s*(?:- )*["']?[\w./-]+["']?:(?:\s|$)`)
	tomlLine  = lazyregexp.New(`^\s*(?:\[[\w."-]+\]\s*$|[\w.-]+\s*=\s*["'\d\[tf{])`)
	flagText  = lazyregexp.New(`^--?[\w-]+=\S*$`)
	onePair   = lazyregexp.New(`^[A-Za-z_][\w.-]*=\S*$`)
	blockLine = lazyregexp.New(`^\s*(?:[\w.-]+(?:\s+[^=()]+)?\s*[;{]|\})$`)
	dsnText   = lazyregexp.New(`^(?:[a-z_]+=\S+)(?: [a-z_]+=\S+)+$`)
)

// Directive reports whether a text is the name of a directive of a content security policy.
func Directive(s string) bool {
	return strings.Contains(s, "-") && !strings.ContainsAny(s, " :/") && policy().MatchString(s) && !strings.ContainsAny(s, "='\"")
}

func sniff(text string) (Kind, syntax) {
	trimmed := strings.TrimSpace(text)
	switch {
	case strings.HasPrefix(trimmed, "-----BEGIN "): // PEM
		return Value, none
	case strings.HasPrefix(trimmed, "<?xml"):
		return Settings, xmlText
	case jsonPair().MatchString(trimmed):
		return Settings, jsonText
	case tag().MatchString(trimmed):
		return Markup, script
	case policy().MatchString(trimmed), link().MatchString(trimmed):
		return Header, none
	case formText().MatchString(trimmed) && !strings.Contains(trimmed, "://") || strings.HasPrefix(trimmed, "grant_type="):
		return Settings, form
	case onePair().MatchString(trimmed), flagText().MatchString(trimmed):
		return Settings, env
	case dsnText().MatchString(trimmed):
		return Settings, env
	case loading().MatchString(trimmed):
		return Markup, script
	case !strings.ContainsAny(trimmed, " \t\n"):
		return Value, none
	}
	if strings.Contains(trimmed, "\n") {
		if s := lines(text); s != none {
			return Settings, s
		}
	}
	if scripting().MatchString(trimmed) {
		return Markup, script
	}
	if list(trimmed) {
		return Value, none
	}
	return Prose, none
}

// lines tells the syntax of a text of several lines by what most of them look like.
func lines(text string) syntax {
	count := map[syntax]int{}
	total := 0
	for l := range strings.Lines(text) {
		l = strings.TrimRight(l, "\r\n")
		if t := strings.TrimSpace(l); t == "" || strings.HasPrefix(t, "#") || strings.HasPrefix(t, "{{") || t == "---" {
			continue
		}
		total++
		switch {
		case yamlLine().MatchString(l):
			count[yaml]++
		case tomlLine().MatchString(l):
			count[toml]++
		case envLine().MatchString(l):
			count[env]++
		case blockLine().MatchString(l):
			count[block]++
		}
	}
	for _, s := range []syntax{yaml, toml, env} {
		if count[s]*3 >= total*2 && total > 0 {
			return s
		}
	}
	if (count[env]+count[toml])*3 >= total*2 && total > 0 {
		return env
	}
	if count[block]*6 >= total*5 && total > 0 {
		return block // sentences seldom end like that
	}
	return none
}

// list reports whether a text is values in a row: no word of it is prose.
func list(text string) bool {
	for w := range strings.FieldsSeq(text) {
		if !strings.ContainsAny(w, "./:'") || strings.HasSuffix(w, ".") {
			return false
		}
	}
	return true
}
