package aurora

import (
	"slices"
	"strings"
)

// Mentions says whether a text may name the API at all: it holds, in any casing, a piece
// of a host, a path or a configuration word. It is the cheap question to ask of every
// text and identifier before the exact ones.
func (v *Vocabulary) Mentions(text string) bool { return mentions(v, text) }

// MentionedIn is [Vocabulary.Mentions] for a text that is kept in bytes, as that of a file is.
func (v *Vocabulary) MentionedIn(text []byte) bool { return mentions(v, text) }

// mentions looks at every second pair of bytes: a piece begins at it, or one before it.
func mentions[T string | []byte](v *Vocabulary, text T) bool {
	for i := 1; i < len(text); i += 2 {
		if v.mentionPairs[uint16(text[i-1])<<8|uint16(text[i])] && (mentionAt(v, text, i-1) || i > 1 && mentionAt(v, text, i-2)) {
			return true
		}
	}
	return false
}

// mentionAt says whether a piece begins at text[at].
func mentionAt[T string | []byte](v *Vocabulary, text T, at int) bool {
	return slices.ContainsFunc(v.mentions, func(piece string) bool {
		return len(text)-at >= len(piece) && hasPrefixFold(text[at:], piece)
	})
}

// indexMentions gathers the pieces: of a host the name before the last dot, since a host
// can be written in parts.
func (v *Vocabulary) indexMentions() {
	v.mentions, v.mentionPairs = nil, make([]bool, 1<<16)
	add := func(piece string) {
		if piece = strings.ToLower(piece); len(piece) > 2 {
			v.mentions = append(v.mentions, piece)
			for _, pair := range []string{piece[:2], piece[1:3]} {
				for _, a := range []byte{pair[0], upper(pair[0])} {
					for _, b := range []byte{pair[1], upper(pair[1])} {
						v.mentionPairs[uint16(a)<<8|uint16(b)] = true
					}
				}
			}
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

func upper(c byte) byte {
	if 'a' <= c && c <= 'z' {
		return c - ('a' - 'A')
	}
	return c
}

func hasPrefixFold[T string | []byte](s T, lowered string) bool {
	for i := range len(lowered) {
		if lower(s[i]) != lowered[i] {
			return false
		}
	}
	return true
}
