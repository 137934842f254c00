package answers

import "strings"

// This file holds what outlives the function that stores it: fields of what callers give.

// keep notes what the function stores in the fields of its parameters' types, and in those of what they hold.
func (f *frame) keep() {
	for i, p := range f.fn.Params {
		f.keepIn(p.Type, f.sum.params[i], 0)
	}
}

// keepIn notes what is in the fields of a value of a type: of what stands in them, one deeper.
func (f *frame) keepIn(typ string, v *value, depth int) {
	if !strings.HasPrefix(typ, "*") || f.a.prog.Type(typ) == nil || depth > 1 {
		return
	}
	for name, field := range v.fields {
		f.keepIn(field.typ, field, depth+1)
		k := f.a.keptIn(typ, name)
		f.a.news = k.mergeIf(field, func(l label) (label, bool) {
			if f.a.stored[l] == "" && (l.failed || l.isTrace()) { // not what others have stored
				f.a.stored[l] = f.fn.Pkg
			}
			return l, l.failed || l.isTrace()
		}) || f.a.news
	}
}

// keptIn is what methods store in a field of a type.
func (a *analyzer) keptIn(typ, field string) *value {
	return lasting(a.kept, strings.TrimLeft(typ, "*")+"."+field)
}

func lasting(m map[string]*value, name string) *value {
	if m[name] == nil {
		m[name] = &value{lasting: true, depth: maxFields - 2}
	}
	return m[name]
}
