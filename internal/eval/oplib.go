package eval

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds operations that only the rows of third-party libraries name.

// libraryOps are the operations of this file.
var libraryOps = map[string]opFunc{
	"function": (*op).function, "timer": (*op).timer, "bind": (*op).bind, "submit": (*op).submit, "isgiven": (*op).isGiven, "mirror": (*op).mirror, "mirrored": (*op).mirrored, "pointee": (*op).pointee, "kind": (*op).reflectKind, "isnil": (*op).reflectNil,
	"merge": (*op).merge, "around": (*op).around,
	"path": (*op).path, "part": (*op).part, "apply": (*op).apply1, "into": (*op).into, "configure": (*op).configure, "setf": (*op).setf,
	"field": (*op).beginField, "put": (*op).put, "fields": (*op).fields, "param": (*op).param, "pipe": (*op).pipe, "render": (*op).render, "addpath": (*op).addPath, "grant": (*op).grant, "renew": (*op).renew, "lasts": (*op).none, "delay": (*op).none,
}

// function returns a function value that has a row of its own: as. It is called with the row's
// other operands before its own.
func (o *op) function() Value {
	fn := &Fn{Name: o.row.Text("as")}
	for _, d := range o.row.Operands {
		if d.Name != "as" {
			fn.Free = append(fn.Free, orNil(o.operand(d)))
		}
	}
	return fn
}

// grant notes the request for a token that a library makes: of ctx at.
func (o *op) grant() Value {
	o.grantTo(o.arg("of"))
	return o.none()
}

// grantTo notes such a request by a configuration.
func (o *op) grantTo(config Value) {
	for _, id := range o.m.target(o.f, o.st, config) {
		at := Site{Frame: o.f, Pos: o.x.Pos, Instr: o.x}
		client := o.m.contextValue(o.f, o.st, o.arg("ctx"), o.row.Text("key"))
		o.m.Grants = append(o.m.Grants, &Sent{
			Site: at, Made: at, Row: o.row, Method: Str("POST"), URL: o.m.expand(o.st, o.within(id, o.row.Text("at")), 0),
			Client: client, Transport: o.carrier(client, nil), State: o.st.clone(),
			Header: &Object{Type: "net/http.Header", Fields: map[string]Value{}, kind: mapObject},
		})
	}
}

// renew makes a source of tokens: one of a single token where the first says nothing of its end.
func (o *op) renew() Value {
	first := o.arg("first")
	if first == nil || !undated(o.st, first) {
		return o.none()
	}
	r, obj := o.make(o.resultType(), structObject)
	obj.Fields["static"] = first
	return r
}

// undated says whether a value is known to be a token that does not say when it expires.
func undated(st *State, v Value) bool {
	return !slices.ContainsFunc(Values(v), func(v Value) bool {
		r, ok := v.(*Ref)
		return !ok || st.heap.get(r.ID) == nil || !st.heap.get(r.ID).Undated()
	})
}

// Undated says whether an object is a token that the program makes, without a time when it expires.
func (o *Object) Undated() bool {
	at, dated := o.Fields["Expiry"]
	return httplib.TypeOf(o.Type).Token && o.known() && !o.Made && (!dated || IsEmpty(at))
}

// within is the text in a property of an object, or in one of a part: A.B.
func (o *op) within(id int, path string) Value {
	part, rest, deeper := strings.Cut(path, ".")
	if !deeper {
		return o.m.field(o.st, id, path, "string")
	}
	var out []Value
	for _, in := range o.m.target(o.f, o.st, o.m.field(o.st, id, part, "")) {
		out = append(out, o.within(in, rest))
	}
	return orNil(join(out...))
}

// bind makes the variable at an address hold what a flag says: on name.
func (o *op) bind() Value {
	o.m.store(o.f, o.st, o.arg("on"), o.envNamed(o.arg("name")))
	return Nil
}

// envNamed is the value of an environment variable, flag or configuration key.
func (o *op) envNamed(name Value) *Sym {
	if text, ok := IsConst(name); ok {
		return &Sym{Origin: Env, Name: text, Type: "string"}
	}
	return &Sym{Origin: Env, Args: []Value{name}, Type: "string"}
}

// merge makes an object with the properties of all objects given: of and. It counts as
// made where the object and was made.
func (o *op) merge() Value {
	r, _ := o.make(o.typeAs(), structObject)
	for _, name := range []string{"of", "and"} {
		v := o.arg(name)
		if v == nil {
			continue
		}
		parts := []Value{v}
		if o.m.isList(o.st, v) {
			list, all := o.m.list(o.st, v)
			parts = list
			if !all {
				o.st.edit(r.ID).Open = true
			}
		}
		for _, p := range parts {
			o.mergeOne(r.ID, p)
			if ids := o.m.target(o.f, o.st, p); name == "and" && len(ids) == 1 {
				o.st.edit(r.ID).Site = o.st.heap.get(ids[0]).Site // what is merged in was made there
			}
		}
	}
	o.withProps(r.ID, "of", "and", "as")
	return r
}

// typeAs is the type that a row names, or that of the result.
func (o *op) typeAs() string {
	if as := o.row.Text("as"); as != "" {
		return as
	}
	return o.resultType()
}

// around makes a client whose transport is an object of a library.
func (o *op) around() Value {
	r, _ := o.make(o.resultType(), structObject)
	t, _ := o.make(o.row.Text("as"), structObject)
	o.withProps(t.ID, "as")
	o.st.set(r.ID, "Transport", t)
	return r
}

func (o *op) mergeOne(id int, v Value) {
	for _, src := range o.m.target(o.f, o.st, v) {
		from := o.st.heap.get(src)
		if !from.known() {
			o.st.edit(id).Open = true
		}
		for _, k := range sortedKeys(from.Fields) {
			o.st.set(id, k, from.Fields[k])
		}
		o.own(id, from.Type)
	}
}

// isList says whether a value is a slice.
func (m *Machine) isList(st *State, v Value) bool {
	switch v := v.(type) {
	case *Ref:
		return st.heap.get(v.ID) != nil && st.heap.get(v.ID).kind == listObject
	case *Sym:
		return strings.HasPrefix(v.Type, "[")
	}
	return IsEmpty(v)
}

// repeats says whether what calls a function may do so again: not when the policies of
// an executor are all in view and none of them retries.
func (o *op) repeats(on Value) bool {
	if on == nil {
		return true
	}
	for _, obj := range o.objects(on) {
		if !obj.known() || retries(obj) {
			return true
		}
	}
	return len(o.objects(on)) == 0
}

// path goes from the URL of a builder to a path, as RFC 3986, section 5.2, resolves it:
// an absolute one replaces the path so far, a relative one its last segment.
func (o *op) path() Value {
	on := o.arg("on")
	p := o.arg("value")
	if f := o.arg("format"); f != nil {
		p = o.format()
	}
	method := o.arg("method")
	for _, id := range o.m.target(o.f, o.st, on) {
		o.st.set(id, "Path", resolvePath(o.st.heap.get(id).Fields["Path"], orNil(p)))
		if method != nil {
			o.st.set(id, "Method", method)
		}
	}
	return on
}

// resolvePath resolves a path against an earlier one.
func resolvePath(old, p Value) Value {
	if old == nil || IsEmpty(old) {
		return p
	}
	return each(p, func(p Value) Value {
		text := Pattern(p, "\x00")
		if strings.HasPrefix(text, "/") || strings.Contains(text, "://") {
			return p
		}
		return each(old, func(old Value) Value {
			parts := append([]Value(nil), Parts(old)...)
			for n := len(parts); n > 0; n-- {
				s, ok := IsConst(parts[n-1])
				if i := strings.LastIndexByte(s, '/'); ok && i >= 0 {
					return concat(append(append(parts[:n-1:n-1], Str(s[:i+1])), p)...)
				}
			}
			return p
		})
	})
}

// part returns the object that another one has as a property: made where it lacks one,
// and for a URL made of its text.
func (o *op) part() Value {
	prop, as := o.row.Text("prop"), o.row.Text("as")
	return each(o.arg("on"), func(v Value) Value {
		for _, id := range o.m.target(o.f, o.st, v) {
			w := o.st.heap.get(id).Fields[prop]
			if w != nil && hasRef(w) {
				return w
			}
			var r Value
			if as == urlType {
				r = o.parse(orEmpty(w))
			} else {
				r, _ = o.make(as, kindOf(as))
			}
			o.st.set(id, prop, r)
			return r
		}
		return o.m.sym(o.f, &Sym{Origin: Unknown, Name: prop, Type: o.x.Returns()})
	})
}

func orEmpty(v Value) Value {
	if v == nil || IsEmpty(v) {
		return Str("")
	}
	return v
}

// apply1 calls a function value with one argument.
func (o *op) apply1() Value {
	return o.m.callValue(o.site, o.arg("func"), []Value{o.arg("a")}, nil)
}

// firstOf is the first of a variadic list.
func (o *op) firstOf(list Value) Value {
	if IsEmpty(list) {
		return Nil
	}
	return o.m.element(o.f, o.st, list, &Const{Kind: ir.KindInt}, "")
}

// into copies the contents of an object, and its headers, into another one.
func (o *op) into() Value {
	src := o.cloned(o.arg("of"))
	for _, id := range o.m.target(o.f, o.st, o.arg("on")) {
		o.m.assign(o.f, o.st, id, src)
	}
	return Nil
}

// configure calls a function, or those of a list, with an object.
func (o *op) configure() Value {
	o.configureWith(o.arg("on"), o.arg("options"))
	return o.arg("on")
}

func (o *op) configureWith(on, options Value) {
	list, all := o.m.list(o.st, options)
	if fns, only := o.m.functions(o.st, options); len(fns) > 0 {
		list, all = []Value{options}, only
	}
	if !all {
		o.m.escape(o.st, on)
	}
	for _, fn := range list {
		o.m.callValue(o.site, fn, []Value{on}, nil)
	}
}

// setf sets a property to a formatted text.
func (o *op) setf() Value {
	on := o.arg("on")
	for _, id := range o.m.target(o.f, o.st, on) {
		o.st.set(id, o.row.Text("prop"), o.format())
	}
	return on
}
