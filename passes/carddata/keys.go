package carddata

import "golang.org/x/tools/go/ssa"

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
