package carddata

import (
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// place says where an address, slice or map points: a root value and a path. Loads of
// pointers are looked through, so that p.card.number is one path whether card is a
// pointer or not.
func place(v ssa.Value) (root ssa.Value, path string) {
	switch v := v.(type) {
	case *ssa.FieldAddr:
		root, path = place(v.X)
		return root, path + "." + fieldOf(v.X.Type(), v.Field).Name()
	case *ssa.IndexAddr:
		root, path = place(v.X)
		return root, path + indexStep(v.X.Type(), v.Index)
	case *ssa.UnOp:
		if v.Op == token.MUL && pointsOn(v.Type()) {
			return place(v.X)
		}
	case *ssa.Field:
		if pointsOn(v.Type()) {
			root, path = place(v.X)
			return root, path + "." + fieldOf(v.X.Type(), v.Field).Name()
		}
	case *ssa.Lookup:
		if isMap(v.X) && !v.CommaOk {
			root, path = place(v.X)
			return root, path + keyStep(v.Index)
		}
	case *ssa.ChangeType:
		return place(v.X)
	case *ssa.MakeInterface:
		return place(v.X)
	case *ssa.ChangeInterface:
		return place(v.X)
	case *ssa.TypeAssert:
		if !v.CommaOk {
			return place(v.X)
		}
	case *ssa.Slice:
		if _, text := v.X.Type().Underlying().(*types.Basic); !text {
			return place(v.X)
		}
	}
	return v, ""
}

// pointsOn says whether values of t refer to memory that is shared when they are copied.
func pointsOn(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Map, *types.Slice, *types.Interface, *types.Chan:
		return true
	}
	return false
}

func isMap(v ssa.Value) bool {
	_, ok := v.Type().Underlying().(*types.Map)
	return ok
}

func fieldOf(t types.Type, i int) *types.Var {
	return structOf(t).Field(i)
}

// structOf returns the struct type of a struct or a pointer to one, or nil.
func structOf(t types.Type) *types.Struct {
	st, _ := deref(t).Underlying().(*types.Struct)
	if st == nil {
		if tp, ok := types.Unalias(deref(t)).(*types.TypeParam); ok {
			st, _ = coreType(tp).(*types.Struct)
		}
	}
	return st
}

func coreType(tp *types.TypeParam) types.Type {
	iface, ok := tp.Constraint().Underlying().(*types.Interface)
	if !ok || iface.NumEmbeddeds() != 1 {
		return nil
	}
	return iface.EmbeddedType(0).Underlying()
}

func indexStep(t types.Type, index ssa.Value) string {
	if _, array := deref(t).Underlying().(*types.Array); array {
		if c, ok := index.(*ssa.Const); ok && c.Value != nil {
			return "[" + c.Value.ExactString() + "]"
		}
	}
	return "[]"
}

// keyStep is the step of a map's key.
func keyStep(key ssa.Value) string {
	if s, ok := constText(key); ok {
		return stepOf(s)
	}
	return "[]"
}

// stepOf is the step of a fixed key, in which the signs of paths (card[number], card.number)
// are written as others.
func stepOf(key string) string { return "[k:" + pathSigns.Replace(key) + "]" }

var (
	pathSigns  = strings.NewReplacer("[", "\u27e6", "]", "\u27e7", ".", "\u00b7")
	plainSigns = strings.NewReplacer("\u27e6", "[", "\u27e7", "]", "\u00b7", ".")
)

// constText returns the text of a string constant, also one in an interface.
func constText(v ssa.Value) (string, bool) {
	switch v := v.(type) {
	case *ssa.MakeInterface:
		return constText(v.X)
	case *ssa.ChangeType:
		return constText(v.X)
	case *ssa.Convert:
		return constText(v.X)
	case *ssa.Const:
		if v.Value != nil && v.Value.Kind() == constant.String {
			return constant.StringVal(v.Value), true
		}
	}
	return "", false
}

func constInt(v ssa.Value) (int64, bool) {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.Int {
		return 0, false
	}
	return constant.Int64Val(c.Value)
}

// cutStep splits the first step off a path.
func cutStep(path string) (step, rest string) {
	if path == "" {
		return "", ""
	}
	if path[0] == '[' {
		i := strings.IndexByte(path, ']') + 1
		return path[:i], path[i:]
	}
	for i := 1; i < len(path); i++ {
		if path[i] == '.' || path[i] == '[' {
			return path[:i], path[i:]
		}
	}
	return path, ""
}

// within matches a written path with the path that is read: rest is what is read inside
// of the written value, exact says that the write replaces all of what was there.
func within(written, read string) (rest string, exact, ok bool) {
	exact = true
	for written != "" {
		w, restW := cutStep(written)
		r, restR := cutStep(read)
		switch {
		case w == r:
			exact = exact && w != "[]"
		case r != "" && w[0] == '[' && r[0] == '[' && (w == "[]" || r == "[]"):
			exact = false // r == otherKey meets only what is written under a key that is not known
		default:
			return "", false, false
		}
		written, read = restW, restR
	}
	return read, exact, true
}

// typeAt follows a path through a type and returns the type there with the struct and
// the field that the last step names, or the key.
func typeAt(t types.Type, path string) (at types.Type, owner types.Type, field int, key string) {
	field = -1
	for path != "" && t != nil {
		var step string
		step, path = cutStep(path)
		owner, field, key = nil, -1, ""
		base := deref(t)
		switch {
		case step[0] == '.':
			st := structOf(base)
			if st == nil {
				return nil, nil, -1, ""
			}
			t = nil
			for i := range st.NumFields() {
				if st.Field(i).Name() == step[1:] {
					owner, field, t = base, i, st.Field(i).Type()
				}
			}
		default:
			if k, ok := strings.CutPrefix(step, "[k:"); ok {
				key = plainSigns.Replace(strings.TrimSuffix(k, "]"))
			}
			t = elemType(base)
			if ch, ok := base.Underlying().(*types.Chan); ok && step == received {
				t = ch.Elem()
			} else if t == nil {
				t = yieldedType(base)
			}
		}
	}
	return t, owner, field, key
}

// hasPath says whether a value of type t can have something at path. What is inside of an
// interface is not known, and may.
func hasPath(t types.Type, path string) bool {
	for path != "" {
		if t == nil || types.IsInterface(t) || isTypeParam(deref(t)) || isTuple(t) {
			return true
		}
		if b, ok := deref(t).Underlying().(*types.Basic); ok {
			return b.Kind() == types.Invalid
		}
		step, rest := cutStep(path)
		at, _, field, _ := typeAt(t, step)
		if structOf(t) != nil && field < 0 {
			return false
		}
		t, path = at, rest
	}
	return true
}

func elemType(t types.Type) types.Type {
	switch u := t.Underlying().(type) {
	case *types.Slice:
		return u.Elem()
	case *types.Array:
		return u.Elem()
	case *types.Map:
		return u.Elem()
	case *types.Pointer:
		return elemType(u.Elem())
	}
	return nil
}

// otherKey is the step to what a map has under keys that are not known.
const otherKey = "[?]"
