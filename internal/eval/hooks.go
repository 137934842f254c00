package eval

import (
	"cmp"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds the functions that a library calls with a request before it sends it.

// hookProp is the property under which a client or request keeps the functions that a library calls.
const hookProp = "hooks"

// hook registers functions that the library calls with each request.
func (o *op) hook() Value {
	fns := []Value{orNil(o.arg("func"))}
	if !IsEmpty(fns[0]) && o.m.isList(o.st, fns[0]) {
		fns, _ = o.m.list(o.st, fns[0])
	}
	for _, id := range o.m.target(o.f, o.st, o.arg("on")) {
		list, _ := o.make("[]hook", listObject)
		if old, ok := o.st.heap.get(id).Fields[hookProp].(*Ref); ok {
			o.st.edit(list.ID).List = append([]Value(nil), o.st.heap.get(old.ID).List...)
		}
		for _, fn := range fns {
			h, hobj := o.make("hook", structObject)
			hobj.Fields["func"] = fn
			for _, name := range []string{"when", "method", "curried"} {
				hobj.Fields[name] = Str(o.row.Text(name))
			}
			l := o.st.edit(list.ID)
			l.List = append(l.List, h)
		}
		o.st.set(id, hookProp, list)
	}
	return o.arg("on")
}

// hookTimes are when a library calls a function that stands in a property of its own, "hook." and the time.
var hookTimes = []string{"attempt", "raw", "retry"}

// hooksOf returns the hooks of a client, of the clients inside it and of a request.
func (o *op) hooksOf(client, req Value) []*Object {
	var out []*Object
	for _, c := range append(o.layers(client), o.objects(req)...) {
		for _, when := range hookTimes {
			if fn := c.Fields["hook."+when]; fn != nil && !IsEmpty(fn) {
				out = append(out, &Object{Fields: map[string]Value{"func": fn, "when": Str(when)}})
			}
		}
		if list, ok := c.Fields[hookProp].(*Ref); ok {
			for _, h := range o.st.heap.get(list.ID).List {
				out = append(out, o.st.heap.get(h.(*Ref).ID))
			}
		}
	}
	return out
}

func (o *op) runHooks(hooks []*Object, when string, req Value, nth int) {
	for _, h := range hooks {
		if w, _ := IsConst(h.Fields["when"]); w == when {
			o.runHook(h, req, nth)
		}
	}
}

// runHook calls a hook: a function, a method of the object that was registered, or a
// function that returns the one to call.
func (o *op) runHook(h *Object, req Value, nth int) {
	fn := h.Fields["func"]
	if method, _ := IsConst(orNil(h.Fields["method"])); method != "" {
		if body := o.m.code.Method(o.m.dynamicType(o.st, fn), method); body != nil {
			o.m.callNamed(o.site, body.Name, []Value{fn, req})
		}
		return
	}
	if curried, _ := IsConst(orNil(h.Fields["curried"])); curried != "" {
		fn = o.m.callValue(o.site, fn, o.hookArgs(fn, req, nth), nil)
	}
	o.m.callValue(o.site, fn, o.hookArgs(fn, req, nth), nil)
}

// hookArgs gives a hook the request, the answer to it or the number of the attempt where
// its parameters take one.
func (o *op) hookArgs(fn, req Value, nth int) []Value {
	args := o.fit(fn, nil)
	if args == nil {
		return o.libraryArgs(fn, req)
	}
	for i, a := range args {
		s, ok := a.(*Sym)
		switch {
		case !ok:
		case strings.HasSuffix(s.Type, "Request"), strings.HasSuffix(s.Type, "Request]"):
			args[i] = req
		case s.Type == "context.Context":
			args[i] = cmp.Or(o.arg("ctx"), args[i])
		case s.Type == "any", s.Type == "interface{}":
			args[i] = cmp.Or(o.arg("given"), args[i])
		case strings.HasSuffix(s.Type, ".Response"):
			r, obj := o.make(strings.TrimLeft(s.Type, "*"), structObject)
			obj.Fields["Request"], obj.Open = req, true
			args[i] = r
		case s.Type == "int":
			args[i] = &Const{Kind: ir.KindInt, Int: int64(nth)}
		}
	}
	return args
}

// libraryArgs are the arguments of a hook that has no body: where a row says which of them the
// request is, the others are what the request is made of. One that is not in view may change it.
func (o *op) libraryArgs(fv, req Value) []Value {
	fns, _ := o.m.functions(o.st, fv)
	for _, fn := range fns {
		row := httplib.Lookup(fn.Name)
		if row == nil {
			continue
		}
		on, ok := row.Get("on")
		if !ok || on.Arg < len(fn.Free) {
			continue
		}
		args := unknownArgs(fn.Free, row)[len(fn.Free):]
		for i := range args {
			args[i] = cmp.Or(o.arg("given"), args[i])
		}
		args[on.Arg-len(fn.Free)] = req
		return args
	}
	return []Value{req}
}

// unknownArgs is a list of arguments that has those which are known and holes for the others that a row names.
func unknownArgs(known []Value, row *httplib.Row) []Value {
	args := slices.Clone(known)
	for _, d := range row.Operands {
		for len(args) <= d.Arg {
			args = append(args, &Sym{Origin: Unknown})
		}
	}
	return args
}
