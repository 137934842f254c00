package eval

import (
	"slices"
	"strings"
)

// This file holds the errors of a trial: what they wrap, and who asks for it.

// madeError is an error that the program makes of others, which it may wrap.
func (o *op) madeError() Value {
	r, _ := o.make(errorObject, structObject)
	var wrapped []Value
	for _, a := range o.args {
		if list, ok := o.m.list(o.st, a); ok && o.m.isList(o.st, a) {
			wrapped = append(wrapped, list...)
		} else {
			wrapped = append(wrapped, a)
		}
	}
	obj := o.st.edit(r.ID)
	if o.m.trial != nil && o.m.isEarly(o.st, o.x) {
		obj.Fields[earlyProp] = Nil
	}
	for _, w := range wrapped {
		if isErrorValue(w) {
			obj.List = append(obj.List, w)
		}
	}
	for _, d := range o.row.Operands {
		if d.Name != "any" {
			obj.Fields[d.Name] = o.operand(d)
		}
	}
	return r
}

// wrapped is the error that is made of another one: none when there is none. But for a trial, all that matters
// is whether there is one.
func (o *op) wrapped() Value {
	of := orNil(o.arg("cause"))
	if o.m.trial == nil {
		return of
	}
	var out []Value
	for _, v := range Values(of) {
		if empty, known := emptiness(o.st, v); !empty && (known || len(o.row.Operands) > 1) { // it marks the error
			r, obj := o.make(errorObject, structObject)
			for _, d := range o.row.Operands { // the cause among them
				obj.Fields[d.Name] = o.operand(d)
			}
			obj.Fields["cause"] = v
			v = r
		}
		out = append(out, v)
	}
	return join(out...)
}

// cause is what an error was made of by functions that keep it as the cause.
func (o *op) cause() Value {
	of := orNil(o.arg("of"))
	if o.m.trial == nil {
		return of
	}
	var out []Value
	for _, v := range Values(of) {
		for range deepestCause {
			r, ok := v.(*Ref)
			obj := o.st.heap.get(refID(r))
			if !ok || obj == nil || obj.Type != errorObject || obj.Fields["cause"] == nil {
				break
			}
			v = obj.Fields["cause"]
		}
		out = append(out, v)
	}
	return join(out...)
}

const deepestCause = 8

// asksError asks what an error is or was made of.
func (o *op) asksError() Value {
	switch {
	case o.m.trial == nil:
	case o.row.Op == "aserror" && len(o.args) == 1:
		return o.errorOfType()
	case o.row.Op == "aserror":
		return o.errorAs()
	default:
		if v := o.sameError(); v != nil {
			return v
		}
	}
	return o.none()
}

// isErrorValue says whether a value may be an error that another one wraps.
func isErrorValue(v Value) bool {
	switch v := v.(type) {
	case *Ref, *Alt:
		return true
	case *Sym:
		return v.Type == "error" || v.Type == "" || v.Origin == GlobalSym
	}
	return false
}

// chain collects what an error is and wraps; all says that nothing is left out.
func (m *Machine) chain(st *State, v Value, depth int) (out []Value, all bool) {
	all = true
	for _, x := range Values(v) {
		r, ok := x.(*Ref)
		switch {
		case IsEmpty(x):
			continue
		case ok && st.heap.get(r.ID) != nil && depth < 8:
			out = append(out, x)
			o := st.heap.get(r.ID)
			all = all && o.Lazy == nil
			in := o.List
			for _, k := range sortedKeys(o.Fields) {
				if k == "Err" || k == "err" || k == "cause" || k == "Cause" {
					in = append(in[:len(in):len(in)], o.Fields[k])
				}
			}
			for _, w := range in {
				more, full := m.chain(st, w, depth+1)
				out, all = append(out, more...), all && full
			}
		default:
			s, isSym := x.(*Sym)
			all = all && isSym && s.Origin == GlobalSym
			out = append(out, x)
		}
	}
	return out, all
}

// sameError answers it in a trial of an error that one is; nil when that is not known.
func (o *op) sameError() Value {
	if len(o.args) < 2 || len(Values(o.args[0])) > 1 {
		return nil
	}
	chain, all := o.m.chain(o.st, o.args[0], 0)
	for _, e := range chain {
		if e.key() == o.args[1].key() {
			return boolean(true)
		}
	}
	if s, ok := o.args[1].(*Sym); ok && strings.HasPrefix(s.Name, "context.") && all {
		return boolean(false)
	}
	if all && (!o.fromNet(chain) || ofProgram(o.args[1])) {
		return boolean(false)
	}
	return nil
}

// errorAs answers it in a trial of the type of what a pointer points to, which gets the error.
func (o *op) errorAs() Value {
	want := ""
	switch to := o.args[1].(type) {
	case *Addr:
		want = to.Type
	case *Ref:
		want = o.st.heap.get(to.ID).Type
	default:
		return o.none()
	}
	e, answer := o.anyOfType(o.args[0], want)
	if answer == nil {
		answer = o.none()
	}
	if to, ok := o.args[1].(*Ref); ok && e != nil {
		o.m.assign(o.f, o.st, to.ID, e)
	} else if e != nil {
		o.m.store(o.f, o.st, o.args[1], e)
	}
	return answer
}

// ofType returns the first error of a chain that has a type, nil for none; ok is false when that is not
// known, as for an interface of the program.
func (o *op) ofType(chain []Value, all bool, want string) (e Value, ok bool) {
	methods := methodsOf(want)
	for _, e := range chain {
		r, isRef := e.(*Ref)
		if !isRef {
			continue
		}
		obj := o.st.heap.get(r.ID)
		if methods != nil && o.has(obj, methods) || obj.Type == strings.TrimLeft(want, "*") {
			return e, true
		}
	}
	switch {
	case methods != nil, o.m.code.Type(want) != nil:
		return nil, all
	case strings.HasPrefix(want, "*"): // of a library; a connection has many types of the standard one
		return nil, all && (!o.fromNet(chain) || strings.Contains(strings.SplitN(want, "/", 2)[0], "."))
	}
	return nil, false
}

// methodsOf returns the methods of an interface type that errors are asked for, nil for another type.
func methodsOf(typ string) []string {
	if typ == "net.Error" {
		return []string{"Timeout", "Temporary"}
	}
	list, ok := strings.CutPrefix(typ, "interface{")
	if !ok {
		return nil
	}
	var out []string
	for m := range strings.SplitSeq(strings.TrimSuffix(list, "}"), ";") {
		if name, _, called := strings.Cut(strings.TrimSpace(m), "("); called {
			out = append(out, name)
		}
	}
	return out
}

// has says whether an error has methods: those of a connection are of type net.Error.
func (o *op) has(e *Object, methods []string) bool {
	return !slices.ContainsFunc(methods, func(name string) bool {
		switch {
		case name == "Error", o.m.code.Func("(*"+e.Type+")."+name) != nil, o.m.code.Func("("+e.Type+")."+name) != nil:
			return false
		}
		return e.Fields["net"] == nil || name != "Timeout" && name != "Temporary"
	})
}

// errorOfType asks for an error of the type that it returns.
func (o *op) errorOfType() Value {
	types := splitTypes(o.x.Returns())
	if len(types) != 2 {
		return o.none()
	}
	e, is := o.anyOfType(o.args[0], types[0])
	switch {
	case e == nil && is == nil:
		return o.none()
	case e == nil:
		e = Zero
	case is == nil:
		is = o.m.sym(o.f, &Sym{Origin: Result, Name: o.row.Func, Type: types[1]})
	}
	return &Tuple{Vals: []Value{e, is}}
}

// anyOfType returns the errors of a type that an error may be or wrap, nil for none, and whether it is or
// wraps one, nil where that is not known.
func (o *op) anyOfType(err Value, want string) (e, is Value) {
	var found []Value
	var yes, no, open bool
	for _, v := range Values(err) {
		chain, all := o.m.chain(o.st, v, 0)
		switch w, ok := o.ofType(chain, all, want); {
		case w != nil:
			found, yes = append(found, w), true
		case ok:
			no = true
		default:
			open = true
		}
	}
	if len(found) > 0 {
		e = join(found...)
	}
	if !open && yes != no {
		is = boolean(yes)
	}
	return e, is
}

// ofProgram says whether a value is a package variable that is none of the standard library's, as what the
// errors of a connection are made of.
func ofProgram(v Value) bool {
	s, ok := v.(*Sym)
	if !ok || s.Origin != GlobalSym {
		return false
	}
	domain, _, found := strings.Cut(s.Name, "/")
	return found && strings.Contains(domain, ".")
}

// fromNet says whether one of the errors is of the connection, which may be of many types.
func (o *op) fromNet(chain []Value) bool {
	return slices.ContainsFunc(chain, func(v Value) bool {
		r, ok := v.(*Ref)
		return ok && o.st.heap.get(r.ID).Fields["net"] != nil
	})
}
