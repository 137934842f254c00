package aurora

import "strings"

// Mentions says whether a text may name the API at all: it holds, in any casing, a piece
// of a host, a path or a configuration word. It is the cheap question to ask of every
// text and identifier before the exact ones.
func (v *Vocabulary) Mentions(text string) bool {
	for i := range len(text) {
		if !v.mentionStart[lower(text[i])] {
			continue
		}
		for _, piece := range v.mentions {
			if len(text)-i >= len(piece) && hasPrefixFold(text[i:], piece) {
				return true
			}
		}
	}
	return false
}

// indexMentions gathers the pieces: of a host the name before the last dot, since a host
// can be written in parts.
func (v *Vocabulary) indexMentions() {
	v.mentions, v.mentionStart = nil, [256]bool{}
	add := func(piece string) {
		if piece = strings.ToLower(piece); len(piece) > 2 {
			v.mentions = append(v.mentions, piece)
			v.mentionStart[piece[0]] = true
		}
	}
	for _, h := range append(append([]string{}, v.lists[Hosts]...), v.lists[SandboxHosts]...) {
		name := h
		if i := strings.LastIndexByte(h, '.'); i > 0 {
			name = h[:i]
		}
		if name = name[strings.LastIndexByte(name, '.')+1:]; len(name) > 2 {
			h = name
		}
		add(h)
	}
	for _, w := range v.lists[EnvWords] {
		add(w)
	}
	for _, p := range v.lists[Paths] {
		add(strings.Trim(p, "/"))
	}
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

func hasPrefixFold(s, lowered string) bool {
	for i := range len(lowered) {
		if lower(s[i]) != lowered[i] {
			return false
		}
	}
	return true
}
