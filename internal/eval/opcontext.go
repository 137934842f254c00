package eval

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds the operations on contexts and on functions that a library calls.

const (
	contextType  = "context"
	deadlineProp = "deadline"
	parentProp   = "parent"
)

func (o *op) background() Value {
	r, _ := o.make(contextType, structObject)
	return r
}

func (o *op) child(deadline Value) Value {
	r, _ := o.make(contextType, structObject)
	o.st.set(r.ID, parentProp, orNil(o.arg("ctx")))
	if deadline != nil {
		o.st.set(r.ID, deadlineProp, deadline)
	}
	return r
}

func (o *op) deadline() Value { return o.child(boolean(true)) }
func (o *op) derive() Value   { return o.child(nil) }
func (o *op) detach() Value   { return o.child(boolean(false)) }

// until notes that the code asks for the deadline of a context: what it does without one
// is its own decision.
func (o *op) until() Value {
	for _, v := range Values(o.arg("ctx")) {
		o.st.syms.put(askedKey(v), Nil)
	}
	return nil
}

// IsContext says whether a reference is to a context that was made in view.
func (s *State) IsContext(r *Ref) bool {
	o := s.heap.get(r.ID)
	return o != nil && o.Type == contextType
}

func askedKey(v Value) string { return "deadline of " + v.key() }

// Asked says whether the code asks for the deadline of a context.
func (s *State) Asked(ctx Value) bool { return s.syms.get(askedKey(ctx)) != nil }

func (o *op) ctxValue() Value {
	r := o.child(nil).(*Ref)
	o.st.set(r.ID, "value "+o.keyName(o.arg("key")), o.arg("value"))
	return r
}

func (o *op) ctxGet() Value {
	return o.m.contextValue(o.f, o.st, o.arg("ctx"), o.keyName(o.arg("key")))
}

// keyName names the key of a context value: by its type where that is a type of its own,
// else by the variable or text.
func (o *op) keyName(k Value) string {
	switch k := k.(type) {
	case *Const:
		return k.Type + "=" + k.text()
	case *Ref:
		if obj := o.st.heap.get(k.ID); obj != nil {
			if obj.Lazy != nil && obj.Lazy.Origin == GlobalSym {
				return obj.Lazy.Name
			}
			return obj.Type
		}
	case *Sym:
		if k.Origin == GlobalSym {
			return k.Name
		}
		return k.Type + k.Name
	}
	return k.key()
}

// contextValue looks a value up in a context and the contexts around it.
func (m *Machine) contextValue(f *Frame, st *State, ctx Value, key string) Value {
	return each(ctx, func(v Value) Value {
		for range 50 {
			r, ok := v.(*Ref)
			if !ok || st.heap.get(r.ID) == nil {
				break
			}
			obj := st.heap.get(r.ID)
			if w, ok := obj.Fields["value "+key]; ok {
				return w
			}
			parent, ok := obj.Fields[parentProp]
			if !ok {
				if obj.Lazy != nil {
					return &Sym{Origin: CtxValue, Name: key, Of: obj.Lazy}
				}
				return Nil
			}
			v = parent
		}
		if IsEmpty(v) {
			return Nil
		}
		return &Sym{Origin: CtxValue, Name: key, Of: v}
	})
}

// invokeFn calls a function value once. What returns several results gives those of the function first.
func (o *op) invokeFn() Value {
	t, ok := o.m.callValue(o.site, o.arg("func"), nil, nil).(*Tuple)
	types := splitTypes(o.x.Returns())
	if !ok || len(types) < len(t.Vals) {
		return Nil
	}
	out := &Tuple{Vals: slices.Clone(t.Vals)}
	for _, typ := range types[len(t.Vals):] {
		out.Vals = append(out.Vals, o.m.sym(o.f, &Sym{Origin: Result, Name: o.row.Func, Type: typ}))
	}
	return out
}

// schedule is a call of which nothing is known but that it calls the function, at some other time.
func (o *op) schedule() Value { return nil }

// Repeat is a call of a retry library.
type Repeat struct {
	Site Site
	Func string
}

// betweenAttempts calls the functions that a library calls before it repeats: one that it
// was given, or those that its options set.
func (o *op) betweenAttempts(nth int) {
	v := o.arg("between")
	if v == nil {
		return
	}
	fns := []Value{v}
	if o.m.isList(o.st, v) {
		fns, _ = o.m.list(o.st, v)
	}
	for _, fn := range fns {
		for _, obj := range o.objects(fn) {
			fn = orNil(obj.Fields["between"])
		}
		args := o.fit(fn, nil)
		for i, a := range args {
			if s, ok := a.(*Sym); ok && (s.Type == "int" || s.Type == "uint") {
				args[i] = &Const{Kind: ir.KindInt, Int: int64(nth)}
			}
		}
		if _, ok := fn.(*Fn); ok {
			o.m.callValue(o.site, fn, args, nil)
		}
	}
}

// fit gives a function value as many arguments as it takes.
func (o *op) fit(fv Value, args []Value) []Value {
	fns, _ := o.m.functions(o.st, fv)
	for _, fn := range fns {
		params, ok := o.paramsOf(fn)
		if !ok {
			continue
		}
		out := make([]Value, len(params))
		for i, p := range params {
			out[i] = &Sym{Origin: Unknown, Name: p.Name, Type: p.Type}
			if i < len(args) && p.Type == "context.Context" && !IsEmpty(args[i]) {
				out[i] = args[i]
			}
		}
		return out
	}
	return nil
}

// paramsOf returns what a function value takes: a method value has its receiver already.
func (o *op) paramsOf(fn *Fn) ([]ir.Var, bool) {
	name, bound := plainName(fn.Name)
	body := o.m.code.Func(name)
	if !bound {
		if body == nil {
			return nil, false
		}
		return body.Params, true
	}
	if body == nil && len(fn.Free) == 1 {
		body = o.m.code.Method(o.m.dynamicType(o.st, fn.Free[0]), name[strings.LastIndex(name, ".")+1:])
	}
	if body == nil || len(body.Params) == 0 {
		return nil, false
	}
	return body.Params[1:], true
}
