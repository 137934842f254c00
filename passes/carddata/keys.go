package carddata

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// keySteps are the steps of a map's key: one for each key that it can be when they are all
// known, as in a loop over a list of keys.
func (e *engine) keySteps(key ssa.Value) []string {
	if step := keyStep(key); step != "[]" {
		return []string{step}
	}
	var steps []string
	for _, s := range e.resolve(ref{key, "", nil}) {
		if s.zero {
			continue
		}
		text, ok := "", false
		if s.v != nil && s.path == "" && !s.char {
			text, ok = constText(s.v)
		}
		if !ok {
			return []string{"[]"}
		}
		steps = append(steps, "[k:"+text+"]")
	}
	if len(steps) == 0 {
		return []string{"[]"}
	}
	return steps
}

// rangedMap returns the map of which a loop takes key and value, or nil: to print them one
// by one shows what printing the map does.
func rangedMap(key, value ssa.Value) ssa.Value {
	k, ok1 := concrete(key).(*ssa.Extract)
	v, ok2 := concrete(value).(*ssa.Extract)
	if !ok1 || !ok2 || k.Tuple != v.Tuple || k.Index != 1 || v.Index != 2 {
		return nil
	}
	next, ok := k.Tuple.(*ssa.Next)
	if !ok || next.IsString {
		return nil
	}
	if r, ok := next.Iter.(*ssa.Range); ok {
		return r.X
	}
	return nil
}

// mapItems takes the values of a map of fields under their keys; a slice is keys and values.
func (e *engine) mapItems(it item, m ssa.Value) []item {
	if mi, ok := m.(*ssa.MakeInterface); ok {
		m = mi.X
	}
	if _, ok := m.Type().Underlying().(*types.Map); !ok {
		return e.expand(it, m, pairs, nil)
	}
	it.r = ref{m, "", it.r.at}
	keys := e.keysOf(it.r)
	var out []item
	for _, key := range keys {
		el := it
		el.key = key
		el.r = it.r.in("[k:" + key + "]")
		for _, k := range keys {
			el.ctx.add(k)
		}
		out = append(out, el)
	}
	if !e.madeHere(it.r) {
		return append(out, it)
	}
	rest := it
	rest.r = it.r.in(otherKey)
	out = append(out, rest)
	for _, w := range e.dynamicWrites(it.r) {
		key, val := it, it
		key.r, key.text = ref{w.Key, "", w}, true
		val.r, val.keyV = ref{w.Value, "", w}, w.Key
		out = append(out, key, val)
	}
	return out
}

// madeHere says whether a map is made in this function, so that all of its keys are in view.
func (e *engine) madeHere(r ref) bool {
	for _, s := range e.resolve(r) {
		if _, ok := s.v.(*ssa.MakeMap); !ok {
			return false
		}
	}
	return true
}
