package program

import "go/types"

// typeName writes a type with full package paths, and without aliases: type Client = http.Client is
// another name of one type.
func typeName(t types.Type) string { return types.TypeString(unaliased(t, 0), nil) }

// maxNested bounds how deep aliases are looked for in a type that is written out.
const maxNested = 8

// unaliased returns a type with what its aliases stand for, the type itself where it has none.
func unaliased(t types.Type, depth int) types.Type {
	t = types.Unalias(t)
	if depth > maxNested {
		return t
	}
	in := func(t types.Type) types.Type { return unaliased(t, depth+1) }
	switch u := t.(type) {
	case *types.Pointer:
		if e := in(u.Elem()); e != u.Elem() {
			return types.NewPointer(e)
		}
	case *types.Slice:
		if e := in(u.Elem()); e != u.Elem() {
			return types.NewSlice(e)
		}
	case *types.Array:
		if e := in(u.Elem()); e != u.Elem() {
			return types.NewArray(e, u.Len())
		}
	case *types.Chan:
		if e := in(u.Elem()); e != u.Elem() {
			return types.NewChan(u.Dir(), e)
		}
	case *types.Map:
		if k, e := in(u.Key()), in(u.Elem()); k != u.Key() || e != u.Elem() {
			return types.NewMap(k, e)
		}
	case *types.Signature:
		if p, r := unaliasedVars(u.Params(), in), unaliasedVars(u.Results(), in); p != u.Params() || r != u.Results() {
			return types.NewSignatureType(nil, nil, nil, p, r, u.Variadic())
		}
	case *types.Tuple:
		return unaliasedVars(u, in)
	case *types.Named:
		return unaliasedArgs(u, in)
	}
	return t
}

// unaliasedVars returns parameters or results with what the aliases of their types stand for.
func unaliasedVars(list *types.Tuple, in func(types.Type) types.Type) *types.Tuple {
	changed := false
	vars := make([]*types.Var, list.Len())
	for i := range vars {
		v := list.At(i)
		vars[i] = v
		if t := in(v.Type()); t != v.Type() {
			vars[i], changed = types.NewParam(v.Pos(), v.Pkg(), v.Name(), t), true
		}
	}
	if !changed {
		return list
	}
	return types.NewTuple(vars...)
}

// unaliasedArgs returns an instantiated type with what the aliases of its arguments stand for.
func unaliasedArgs(t *types.Named, in func(types.Type) types.Type) types.Type {
	changed := false
	args := make([]types.Type, t.TypeArgs().Len())
	for i := range args {
		arg := t.TypeArgs().At(i)
		args[i] = in(arg)
		changed = changed || args[i] != arg
	}
	if changed {
		if same, err := types.Instantiate(nil, t.Origin(), args, false); err == nil {
			return same
		}
	}
	return t
}
