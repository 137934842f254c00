package carddata

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// repaired is a pair that a helper takes out of the keys and values that it is given, one by
// one: its caller's pairs, but for those under keys that the helper asks about and leaves out.
func (e *engine) repaired(it item) (content, bool) {
	p := e.elementOf(ref{it.keyV, "", it.r.at})
	if p == nil || it.r.path != "" || e.elementOf(it.r) != p || !isEmptyInterface(elemType(p.Type())) {
		return clean, false
	}
	b := it.from
	if b == nil {
		if it.r.at == nil {
			return clean, false
		}
		b = it.r.at.Block()
	}
	key := bare(it.keyV)
	not := e.keysPassed(b, func(v ssa.Value) bool { return v == key })
	h := hole{fn: p.Parent(), param: paramIndex(p), shape: pairs, mode: it.m, aux: -1, not: strings.Join(not, "\n")}
	return content{atoms: []atom{{hole: h}}}, true
}

// elementOf is the parameter of which all sources of r are elements, or nil.
func (e *engine) elementOf(r ref) *ssa.Parameter {
	var found *ssa.Parameter
	for _, s := range e.resolve(r) {
		if s.zero {
			continue
		}
		p, ok := s.v.(*ssa.Parameter)
		if !ok || s.path != "[]" || found != nil && found != p {
			return nil
		}
		if _, slice := p.Type().Underlying().(*types.Slice); !slice {
			return nil
		}
		found = p
	}
	return found
}

// recollected is what a loop puts from a map that is a parameter into another: the caller's map,
// but for what is under keys that the loop asks about and leaves out.
func (e *engine) recollected(w *ssa.MapUpdate, m mode) (content, bool) {
	v, ok := concrete(w.Value).(*ssa.Extract)
	if !ok || rangedMap(w.Key, v) == nil {
		return clean, false
	}
	not := e.passedKeys(v, w)
	if !slices.ContainsFunc(not, namesCard) {
		return clean, false
	}
	var c content
	for _, s := range e.resolve(ref{rangedMap(w.Key, v), "", w}) {
		p, ok := s.v.(*ssa.Parameter)
		if !ok || s.path != "" {
			return clean, false
		}
		m.flags = 0
		h := hole{fn: p.Parent(), param: paramIndex(p), shape: shown, mode: m, aux: -1, not: strings.Join(not, "\n")}
		c.add(content{atoms: []atom{{hole: h}}})
	}
	return c, true
}

// leftOut says whether the rules of a hole meet a key.
func leftOut(not, key string) bool {
	return not != "" && key != "" && slices.ContainsFunc(strings.Split(not, "\n"), func(rule string) bool { return matchesKey(rule, key) })
}

// showRest shows a map but for what a hole leaves out; ok is false for what is no map.
func (e *engine) showRest(r ref, t types.Type, h hole) (c content, ok bool) {
	u, ok := t.Underlying().(*types.Map)
	if !ok {
		return clean, false
	}
	m := h.mode.with(nested)
	for _, s := range e.resolve(r) {
		if p, isParam := s.v.(*ssa.Parameter); isParam && s.path == "" {
			h.fn, h.param, h.path = p.Parent(), paramIndex(p), ""
			c.add(content{atoms: []atom{{hole: h}}})
		}
	}
	for _, key := range e.keysOf(r) {
		if !leftOut(h.not, key) {
			c.add(e.show(r.in(stepOf(key)), u.Elem(), m).known())
		}
	}
	for _, w := range e.dynamicWrites(r) {
		c.add(e.show(ref{w.Value, "", w}, w.Value.Type(), m).known())
	}
	return c, true
}
