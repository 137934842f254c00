package conftext

import (
	"slices"

	"github.com/auroravet/auroravet/internal/lazyregexp"
)

var (
	xmlElement   = lazyregexp.New(`<([A-Za-z_][\w.:-]*)(\s[^<>]*)?>\s*([^<>\s][^<>]*?)\s*</`)
	xmlAttribute = lazyregexp.New(`\s([A-Za-z_][\w.:-]*)\s*=\s*["']([^"'<>]*)["']`)
	xmlName      = lazyregexp.New(`\s(?:key|name)\s*=\s*["']([^"'<>]+)["']`)
)

// xmlSettings lists the attributes and the elements with text: an element whose attribute
// says what it is has that for a key.
func xmlSettings(text string) []Setting {
	out := pairs(text, xmlAttribute)
	for _, m := range xmlElement().FindAllStringSubmatchIndex(text, -1) {
		key := text[m[2]:m[3]]
		if m[4] >= 0 {
			if n := xmlName().FindStringSubmatch(text[m[4]:m[5]]); n != nil {
				key = n[1]
			}
		}
		out = append(out, Setting{[]string{key}, text[m[6]:m[7]], m[6], m[7]})
	}
	slices.SortStableFunc(out, func(a, b Setting) int { return a.Start - b.Start })
	return out
}

var fallbackText = lazyregexp.New(`^\$\{(?:[A-Z_][A-Z0-9_]*|[a-z][\w-]*\.[\w.-]+):(?:[-=]|)([^-=?+}][^}]*)\}$`)

// fallbacks replaces values that are a variable with a default, ${NAME:-value} or
// ${name.of:value}, by the default.
func fallbacks(list []Setting) []Setting {
	for i, s := range list {
		if m := fallbackText().FindStringSubmatchIndex(s.Value); m != nil {
			list[i].Value, list[i].Start, list[i].End = s.Value[m[2]:m[3]], s.Start+m[2], s.Start+m[3]
		}
	}
	return list
}
