package conftext

import (
	"encoding/json"
	"regexp"
	"strconv"
	"strings"

	"github.com/auroravet/auroravet/internal/lazyregexp"
)

var (
	htmlComment  = lazyregexp.New(`(?s)<!--.*?-->|\{\{-?\s*/\*.*?\*/\s*-?\}\}|/\*.*?\*/`)
	lineComment  = lazyregexp.New(`(?m)(?:^|[\s;{}()>])//[^\n]*`)
	hashComment  = lazyregexp.New(`(?m)(?:^|[ \t])#[^\n]*`)
	semiComment  = lazyregexp.New(`(?m)^[ \t]*;[^\n]*`)
	fileTemplate = lazyregexp.New(`(?s)\{\{-?\s*/\*.*?\*/\s*-?\}\}`)
)

// blank writes spaces over the comments of a text.
func blank(text string, kind Kind, s syntax) string {
	wipe := func(re func() *regexp.Regexp) {
		text = re().ReplaceAllStringFunc(text, func(c string) string {
			return strings.Map(func(r rune) rune {
				if r == '\n' {
					return r
				}
				return ' '
			}, ascii(c))
		})
	}
	switch {
	case s == xmlText:
		wipe(htmlComment)
	case kind == Markup:
		wipe(htmlComment)
		wipe(lineComment)
	case s == env, s == yaml, s == block:
		wipe(fileTemplate)
		wipe(hashComment)
	case s == toml:
		wipe(hashComment)
		wipe(semiComment)
	case s == jsonText:
		wipe(lineComment)
	}
	return text
}

// ascii keeps the length in bytes when a comment is blanked rune by rune.
func ascii(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 0x80 {
			b[i] = ' '
		}
	}
	return string(b)
}

// settings lists the settings of a text whose comments are blanked.
func settings(text string, s syntax) []Setting {
	switch s {
	case jsonText:
		if out, ok := jsonSettings(text); ok {
			return nameValues(out)
		}
		return pairs(text, quotedPair)
	case yaml:
		return yamlSettings(text)
	case env, toml:
		return nameValues(lineSettings(text))
	case xmlText:
		return nameValues(xmlSettings(text))
	case form:
		return pairs(text, formPair)
	case script:
		return pairs(text, quotedPair)
	}
	return nil
}

var (
	formPair   = lazyregexp.New(`(?:^|[?&])([\w.-]+)=([^&\s]*)`)
	quotedPair = lazyregexp.New(`["']?([\w.-]+)["']?\s*[:=]\s*["']([^"'\n]*)["']`)
	dsnPair    = lazyregexp.New(`(?:^|\s)(?:--?)?([\w.-]+)=(\S*)`)
)

func pairs(text string, re func() *regexp.Regexp) []Setting {
	var out []Setting
	for _, m := range re().FindAllStringSubmatchIndex(text, -1) {
		out = append(out, Setting{[]string{text[m[2]:m[3]]}, text[m[4]:m[5]], m[4], m[5]})
	}
	return out
}

// jsonSettings reads JSON; false when the text is none.
func jsonSettings(text string) ([]Setting, bool) {
	var out []Setting
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var value func(keys []string) error
	value = func(keys []string) error {
		tok, err := d.Token()
		if err != nil {
			return err
		}
		switch tok := tok.(type) {
		case json.Delim:
			for i := 0; d.More(); i++ {
				k := strconv.Itoa(i)
				if tok == '{' {
					name, err := d.Token()
					if err != nil {
						return err
					}
					k, _ = name.(string)
				}
				if err := value(append(keys[:len(keys):len(keys)], k)); err != nil {
					return err
				}
			}
			_, err := d.Token()
			return err
		case string:
			end := int(d.InputOffset()) - 1
			start := max(0, end-len(tok))
			if len(keys) > 0 {
				out = append(out, Setting{keys, tok, start, end})
			}
		}
		return nil
	}
	err := value(nil)
	return out, err == nil
}

var yamlKey = lazyregexp.New(`^(\s*(?:- +)*)["']?([^\s"':#{}\[\],&*!|>%@` + "`" + `][^:"'#]*)["']?:(?:\s+(.*?))?\s*$`)

// yamlSettings reads block mappings line by line, and flow mappings inside a line.
func yamlSettings(text string) []Setting {
	var out []Setting
	var stack []level
	offset, items := 0, 0
	var block []string // the keys of a block scalar whose first line comes next
	for l := range strings.Lines(text) {
		start := offset
		offset += len(l)
		m := yamlKey().FindStringSubmatchIndex(strings.TrimRight(l, "\r\n"))
		if m == nil {
			if s, ok := keyless(l, start, block); ok {
				out, block = append(out, s), nil
			}
			continue
		}
		lead, indent := l[m[2]:m[3]], m[3]-m[2]
		at := strings.IndexByte(lead, '-')
		for len(stack) > 0 && !stack[len(stack)-1].around(indent, at) {
			stack = stack[:len(stack)-1]
		}
		if at >= 0 { // a new item: a mapping of its own
			items++
			stack = append(stack, level{at, strconv.Itoa(items), true})
		}
		key := l[m[4]:m[5]]
		var keys []string
		for _, s := range stack {
			keys = append(keys, s.key)
		}
		keys = append(keys, key)
		if m[6] < 0 || m[6] == m[7] {
			stack = append(stack, level{indent, key, false})
			continue
		}
		raw := l[m[6]:m[7]]
		if block = nil; scalar().MatchString(raw) {
			stack = append(stack, level{indent, key, false})
			block = keys
			continue
		}
		if strings.HasPrefix(raw, "{") {
			for _, s := range pairs(raw, flowPair) {
				out = append(out, Setting{append(keys[:len(keys):len(keys)], s.Key()), s.Value, start + m[6] + s.Start, start + m[6] + s.End})
			}
			continue
		}
		v := unquote(raw)
		from := start + m[6] + strings.Index(raw, v)
		out = append(out, Setting{keys, v, from, from + len(v)})
	}
	return nameValues(out)
}

// level is a mapping or item that is open at a line.
type level struct {
	indent int
	key    string
	item   bool
}

// around reports whether the level holds a line, whose item mark stands at the column item
// or that has none.
func (v level) around(indent, item int) bool {
	return item < 0 && v.indent < indent || item >= 0 && (v.indent < item || v.indent == item && !v.item)
}

// keyless reads a line without a key: the first one of a text that belongs to the keys of
// block, or an entry of the environment in a compose file.
func keyless(l string, start int, block []string) (Setting, bool) {
	if v := strings.TrimSpace(l); v != "" && block != nil {
		from := start + strings.Index(l, v)
		return Setting{block, v, from, from + len(v)}, true
	}
	if e := yamlEntry().FindStringSubmatchIndex(l); e != nil {
		return Setting{[]string{l[e[2]:e[3]]}, l[e[4]:e[5]], start + e[4], start + e[5]}, true
	}
	return Setting{}, false
}

// scalar is the mark of a text in the lines that follow.
var scalar = lazyregexp.New(`^[|>][-+0-9]*$`)

// yamlEntry is a list item that is a setting itself: - KEY=value.
var yamlEntry = lazyregexp.New(`^\s*- +["']?([A-Za-z_][\w.]*)=([^\s"'#]+)`)

// nameValues gives the values of name: and value: (or key: and value:) pairs, as manifests
// of containers write their environment, the name for a key.
func nameValues(list []Setting) []Setting {
	for i := 1; i < len(list); i++ {
		a, b := list[i-1], list[i]
		if (a.Key() == "name" || a.Key() == "key") && b.Key() == "value" && a.Section() == b.Section() {
			list[i].Keys = append(b.Keys[:len(b.Keys)-1:len(b.Keys)-1], a.Value)
		}
	}
	return list
}

var flowPair = lazyregexp.New(`["']?([\w.-]+)["']?\s*:\s*["']?([^,"'{}\s]+)`)

var (
	lineKey = lazyregexp.New(`^(\s*(?:(?:export|ENV|ARG)\s+|--?)?)([A-Za-z_][\w.-]*)(\s*[=:]\s*)(.*?)\s*$`)
	// inner is a pair in the value of a line, as in Environment="KEY=value" of a unit file.
	inner = lazyregexp.New(`(?:^|[\s"'])(?:-D|--?)?([A-Za-z_][\w.-]*)=([^\s"'=][^\s"']*)`)
)

// lineSettings reads KEY=value and key = "value" lines under [section] lines.
func lineSettings(text string) []Setting {
	var out []Setting
	var section []string
	offset := 0
	for l := range strings.Lines(text) {
		start := offset
		offset += len(l)
		line := strings.TrimRight(l, "\r\n")
		if t := strings.TrimSpace(line); strings.HasPrefix(t, "[") && strings.HasSuffix(t, "]") {
			section = []string{strings.Trim(t, "[]")}
			continue
		}
		if dsnText().MatchString(strings.TrimSpace(line)) {
			for _, s := range pairs(line, dsnPair) {
				out = append(out, Setting{append(section[:len(section):len(section)], s.Key()), s.Value, start + s.Start, start + s.End})
			}
			continue
		}
		m := lineKey().FindStringSubmatchIndex(line)
		if m == nil {
			if strings.HasPrefix(strings.TrimSpace(line), "{") { // a table in a list
				out = append(out, within(section, pairs(line, quotedPair), start)...)
			}
			continue
		}
		raw := line[m[8]:m[9]]
		path := append(section[:len(section):len(section)], line[m[4]:m[5]])
		if strings.HasPrefix(raw, "{") { // a table in a line
			out = append(out, within(path, pairs(raw, quotedPair), start+m[8])...)
			continue
		}
		out = append(out, within(path, pairs(raw, inner), start+m[8])...)
		v := unquote(raw)
		at := start + m[8] + strings.Index(raw, v)
		out = append(out, Setting{path, v, at, at + len(v)})
	}
	return out
}

// within puts settings that were read from a piece of a text under a path.
func within(path []string, list []Setting, offset int) []Setting {
	for i, s := range list {
		list[i] = Setting{append(path[:len(path):len(path)], s.Key()), s.Value, offset + s.Start, offset + s.End}
	}
	return list
}

func unquote(s string) string {
	if len(s) >= 2 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] {
		return s[1 : len(s)-1]
	}
	return s
}

var action = lazyregexp.New(`\{\{-?\s*(if|with|range|block|define|else|end)\b[^}]*\}\}`)

// Conditional reports whether the place lies in an {{if}} of a template.
func (t Text) Conditional(offset int) bool {
	var open []bool
	for _, m := range action().FindAllStringSubmatchIndex(t.Clean, -1) {
		if m[0] >= offset {
			break
		}
		switch t.Clean[m[2]:m[3]] {
		case "if":
			open = append(open, true)
		case "with", "range", "block", "define":
			open = append(open, false)
		case "end":
			if len(open) > 0 {
				open = open[:len(open)-1]
			}
		}
	}
	for _, isIf := range open {
		if isIf {
			return true
		}
	}
	return false
}

var loosePair = lazyregexp.New(`(?:^|[?&\s;,])(?:--?)?([\w.-]+)=([^&\s;,]*)`)

// Pairs lists what looks like key=value in a text of any kind.
func Pairs(text string) []Setting { return pairs(text, loosePair) }
