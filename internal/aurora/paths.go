package aurora

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/lazyregexp"
)

// urlPath is a path with holes, ready to be compared with the endpoints.
type urlPath struct {
	host     string   // as the URL writes it, or ""
	base     bool     // unknown text goes before the first segment
	segments []string // each may hold Hole
}

// What stands for other text in a path: {id}, ${id}, {{.ID}}, <id>, a fmt verb.
var pathHole = lazyregexp.New(`\{\{[^{}]*\}\}|\$?\{[^{}/]*\}|<\w+>|%(?:\[\d+\])?[-+# 0]*\d*[sdvqxt]|\x00+`)

// parsePath splits a path or URL. Query, fragment, empty segments and a final slash are dropped.
func parsePath(path string) urlPath {
	path = pathHole().ReplaceAllString(path, Hole)
	if i := strings.IndexAny(path, "?#"); i >= 0 {
		path = path[:i]
	}
	var p urlPath
	_, rest, absolute := strings.Cut(path, "://")
	if !absolute {
		rest = path
	}
	if first, after, _ := strings.Cut(rest, "/"); first != "" {
		switch {
		case absolute || strings.ContainsAny(first, ".:") && !strings.HasPrefix(first, ":"):
			p.host = strings.TrimRight(first, Hole)
			p.base = strings.HasSuffix(first, Hole)
			rest = after
		case strings.HasPrefix(first, Hole):
			p.base = true
			rest = strings.TrimPrefix(rest, Hole)
		}
	}
	p.segments = splitPath(rest)
	return p
}

// oauthHost says whether the host is one that only gives tokens.
func (p urlPath) oauthHost() bool {
	return slices.Contains(strings.Split(strings.ToLower(p.host), "."), "oauth")
}

// givesToken says whether the path is an OAuth endpoint, here or at a stand-in.
func (p urlPath) givesToken() bool {
	for i, s := range p.segments {
		if s == "oauth2" || s == "oauth" || s == "token" && i == len(p.segments)-1 {
			return true
		}
	}
	return false
}

func splitPath(path string) []string {
	segments := strings.Split(path, "/")
	for i, s := range segments {
		if s == "*" || len(s) > 1 && s[0] == ':' {
			segments[i] = Hole
		}
	}
	return slices.DeleteFunc(segments, func(s string) bool { return s == "" })
}

// match is how a path fits an endpoint.
type match struct {
	ok      bool
	guessed bool // only if a hole stands for a certain word, or for several segments
	loose   int  // words that stand for a parameter
	fixed   int  // words that both have
}

// match compares the path with a row. Unknown text before the path may be any
// beginning of the row; a row for any base may stand at the end of the path.
func (p urlPath) match(r row) match {
	have, want := p.segments, r.segments
	if r.anyBase && len(have) > len(want) {
		have = have[len(have)-len(want):]
	}
	if i := slices.Index(have, want[0]); r.family && i > 0 {
		have = have[i:]
	}
	if len(have) == 0 {
		return match{ok: p.base, guessed: true}
	}
	last := 0
	if p.base {
		last = len(want) - 1
	}
	var best match
	for skip := 0; skip <= last; skip++ {
		m := matchSegments(have, want[skip:])
		if m.ok && m.fixed == 0 && skip > 0 && strings.Trim(strings.Join(have, ""), Hole) != "" {
			continue // a word that only a parameter takes says nothing
		}
		best = better(best, m)
	}
	return best
}

func better(a, b match) match {
	if !a.ok || b.ok && (a.guessed && !b.guessed || a.guessed == b.guessed && b.loose < a.loose) {
		return b
	}
	return a
}

// matchSegments compares all of have with all of want. A segment that ends in a hole
// may run over further segments.
func matchSegments(have, want []string) match {
	if len(have) == 0 || len(want) == 0 {
		return match{ok: len(have) == 0 && len(want) == 0}
	}
	here, ok := matchSegment(have[0], want[0])
	if !ok {
		return match{}
	}
	best := matchSegments(have[1:], want[1:])
	if strings.HasSuffix(have[0], Hole) {
		for skip := 2; skip <= len(want); skip++ {
			m := matchSegments(have[1:], want[skip:])
			m.guessed = true
			best = better(best, m)
		}
	}
	best.guessed = best.guessed || here.guessed
	best.loose += here.loose
	best.fixed += here.fixed
	return best
}

func matchSegment(have, want string) (match, bool) {
	hole := strings.Contains(have, Hole)
	switch {
	case want == Hole && hole:
		return match{}, true
	case want == Hole:
		return match{loose: 1}, true
	case hole:
		return match{guessed: true}, glob(have, want)
	}
	return match{fixed: 1}, have == want
}

// glob says whether text has the parts of pattern in order, with anything at its holes.
func glob(pattern, text string) bool {
	parts := strings.Split(pattern, Hole)
	text, ok := strings.CutPrefix(text, parts[0])
	for _, part := range parts[1 : len(parts)-1] {
		_, after, found := strings.Cut(text, part)
		text, ok = after, ok && found
	}
	return ok && strings.HasSuffix(text, parts[len(parts)-1])
}
