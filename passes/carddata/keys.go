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
	if e.keying[key] {
		e.open = true
		return []string{"[]"} // prev = before[prev]: the key comes out of the map itself
	}
	e.keying[key] = true
	defer delete(e.keying, key)
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
		steps = append(steps, stepOf(text))
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
	if next, ok := k.Tuple.(*ssa.Next); ok {
		return mapOf(next)
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
		el.r = it.r.in(stepOf(key))
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

// read is a use of what the map at a path of a root has under a constant key.
type read struct{ path, key string }

// noteLookup remembers that a map is read under a constant key, so that it is known to have
// something there. To ask whether it has says nothing.
func (e *engine) noteLookup(look *ssa.Lookup) {
	key, ok := constText(look.Index)
	if !ok || !isMap(look.X) || !usesElement(look) {
		return
	}
	root, path := e.writes.root(look.X)
	e.reads[root] = append(e.reads[root], read{path, key})
}

// usesElement says whether more is done with an element of a map than to see if it is there.
func usesElement(look *ssa.Lookup) bool {
	values := []ssa.Value{look}
	if look.CommaOk {
		values = nil
		for _, use := range *look.Referrers() {
			if ext, ok := use.(*ssa.Extract); ok && ext.Index == 0 {
				values = append(values, ext)
			}
		}
	}
	for _, v := range values {
		for _, use := range *v.Referrers() {
			switch use := use.(type) {
			case *ssa.DebugRef:
			case *ssa.BinOp:
				if !isZero(use.X) && !isZero(use.Y) {
					return true
				}
			default:
				return true
			}
		}
	}
	return false
}

// keysText is the text of the keys of a map, as far as it is in view what is written to it.
func (e *engine) keysText(m ssa.Value, at ssa.Instruction) content {
	c := unknown()
	for _, mu := range e.dynamicWrites(ref{m, "", at}) {
		c.add(e.text(ref{mu.Key, "", mu}))
	}
	return c
}

// rangedKeys returns the map of which a loop takes a key, or nil.
func rangedKeys(v *ssa.Extract) ssa.Value {
	if next, ok := v.Tuple.(*ssa.Next); ok && v.Index == 1 {
		return mapOf(next)
	}
	return nil
}
