package carddata

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/aurora"
)

// misnamed is the card number that a value is a plain copy of, whose name says that it is
// masked (maskedNumber := card.Number). A name alone does not hide what is in view.
func (e *engine) misnamed(r ref, name string) content {
	if r.v == nil || !slices.ContainsFunc(aurora.Words(name), func(w string) bool { return slices.Contains(hidingWords, w) }) {
		return clean
	}
	return e.plainCopy(r, 0)
}

var hidingWords = []string{
	"mask", "masked", "redacted", "obfuscated", "sanitized", "scrubbed", "truncated", "hidden", "censored", "last4", "lastfour", "last2", "tail", "suffix", "hash", "hashed", "digest",
}

// plainCopy is the card number that all sources of r are, moved but not changed.
func (e *engine) plainCopy(r ref, depth int) content {
	var c content
	for _, s := range e.resolve(r) {
		if s.zero {
			continue
		}
		one := e.plainSource(s, depth)
		if one.kinds() == 0 {
			return clean
		}
		c.add(one)
	}
	return c
}

func (e *engine) plainSource(s source, depth int) content {
	if s.v == nil || s.char || s.callee != nil || depth > 4 {
		return clean
	}
	switch v := s.v.(type) {
	case *ssa.Convert:
		return e.plainCopy(ref{v.X, "", v}, depth+1)
	case *ssa.Call:
		if fn := v.Call.StaticCallee(); fn != nil && s.path == "" && slices.Contains([]string{"strings.TrimSpace", "strings.Clone"}, fn.String()) {
			return e.plainCopy(ref{v.Call.Args[0], "", v}, depth+1)
		}
	}
	cls := e.classOf(s.ref)
	if cls.safe || !cls.kind.has(panKind) || s.path != "" && !e.besideCode(s.ref) {
		return clean
	}
	return card(cls.kind, cls.what)
}

// besideCode says whether the struct of a field holds what is never shown masked beside it, so
// that its number is the one that was typed in and not one that an answer shows.
func (e *engine) besideCode(r ref) bool {
	_, owner, field, _ := typeAt(r.v.Type(), r.path)
	if field < 0 || strings.HasSuffix(r.path, "]") {
		return false
	}
	st := structOf(owner)
	for i := range st.NumFields() {
		if e.fields.of(st, i, typeName(owner)).kind.has(cvvKind | trackKind) {
			return true
		}
	}
	return false
}
