package eval

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds the operations on strings, readers, contexts and plain values.

func (o *op) same() Value { return o.arg("of") }

// derived is a hole that depends on the given values.
func (o *op) derived(name string, args ...Value) Value {
	for i, a := range args {
		args[i] = o.m.flat(o.st, a)
	}
	return &Sym{Origin: Derived, Name: name, Args: args, Type: o.resultType(), Turns: o.f.running()}
}

// flat replaces a list by what it holds, so that bytes that were filled are seen in what is
// made of them, and the object that a package variable was from the start by the variable.
func (m *Machine) flat(st *State, v Value) Value {
	r, ok := v.(*Ref)
	if !ok || st.heap.get(r.ID) == nil {
		return v
	}
	o := st.heap.get(r.ID)
	if o.Lazy != nil && o.Lazy.Origin == GlobalSym && len(o.Fields) == 0 {
		return o.Lazy
	}
	if o.kind != listObject {
		return v
	}
	if all := o.Elements(); len(all) > 0 {
		return &Sym{Origin: Derived, Name: "bytes", Args: all}
	}
	return v
}

func (o *op) alter() Value {
	v := o.arg("of")
	from, okF := IsConst(orNil(o.arg("old")))
	to := o.arg("new")
	if s, ok := IsConst(v); ok && okF && from != "" {
		// strings.ReplaceAll(template, "{id}", id) fills a hole of the template.
		var parts []Value
		for i, p := range strings.Split(s, from) {
			if i > 0 {
				parts = append(parts, to)
			}
			parts = append(parts, Str(p))
		}
		return concat(parts...)
	}
	if _, ok := o.row.Get("old"); ok {
		if _, isText := v.(*Text); isText {
			return v
		}
	}
	if c, ok := v.(*Const); ok && (c.Kind == ir.KindString || c.Kind == ir.KindZero) {
		return v
	}
	if c, ok := v.(*Const); ok && c.Kind == ir.KindInt {
		return Str(c.text())
	}
	return each(v, func(v Value) Value { return o.derived("alter", v) })
}

func orNil(v Value) Value {
	if v == nil {
		return Nil
	}
	return v
}

func (o *op) concat() Value {
	if joined := o.arg("join"); joined != nil {
		list, all := o.m.list(o.st, joined)
		if !all {
			return o.derived("join", joined)
		}
		var parts []Value
		for i, p := range list {
			if i > 0 {
				parts = append(parts, o.arg("sep"))
			}
			if s, ok := IsConst(p); ok && o.row.Text("sep") == "/" && i > 0 {
				p = Str(strings.TrimPrefix(s, "/"))
			}
			parts = append(parts, p)
		}
		return concat(parts...)
	}
	var parts []Value
	for _, d := range o.row.Operands {
		if d.Name != "on" {
			parts = append(parts, o.operand(d))
		}
	}
	return concat(parts...)
}

// variadic returns the elements of the last argument.
func (o *op) variadic(name string) []Value {
	v := o.arg(name)
	if v == nil {
		return nil
	}
	list, all := o.m.list(o.st, v)
	if !all {
		list = append(list, v)
	}
	return list
}

// format fills a format of fmt: a verb becomes its argument.
func (o *op) format() Value { return o.fill(o.arg("format"), o.variadic("args")) }

// fill fills the format where its text is known; a hole in it has no verbs.
func (o *op) fill(f Value, args []Value) Value {
	return each(f, func(f Value) Value {
		var parts []Value
		verbs := 0
		for _, p := range Parts(f) {
			if text, ok := IsConst(p); ok {
				out, n := o.verbs(text, args[min(verbs, len(args)):])
				parts, verbs = append(parts, out...), verbs+n
			} else {
				parts = append(parts, p)
			}
		}
		if _, known := IsConst(f); !known && verbs != len(args) {
			return o.derived("format", append([]Value{f}, args...)...)
		}
		return concat(parts...)
	})
}

// verbs returns the parts of a piece of a format, and how many verbs it has.
func (o *op) verbs(text string, args []Value) (parts []Value, next int) {
	for text != "" {
		i := strings.IndexByte(text, '%')
		if i < 0 || i+1 >= len(text) {
			parts = append(parts, Str(text))
			break
		}
		parts = append(parts, Str(text[:i]))
		j := i + 1
		for j < len(text) && strings.IndexByte("+-# 0123456789.[]*", text[j]) >= 0 {
			j++
		}
		if j >= len(text) {
			break
		}
		switch {
		case text[j] == '%':
			parts = append(parts, Str("%"))
		case next < len(args):
			parts = append(parts, o.printed(args[next], text[j]))
			next++
		default:
			parts = append(parts, o.derived("verb"))
			next++
		}
		text = text[j+1:]
	}
	return parts, next
}

// printed is how a value prints.
func (o *op) printed(v Value, verb byte) Value {
	return each(v, func(v Value) Value {
		switch v := v.(type) {
		case *Const:
			if verb == 'q' {
				return Str("\"" + v.text() + "\"")
			}
			return v
		case *Text, *Sym, *Enc:
			return v
		case *Ref:
			if u := o.urlOf(v); u != nil {
				return u
			}
		}
		return o.derived("printed", v)
	})
}

func (o *op) print() Value {
	var parts []Value
	for _, v := range o.variadic("args") {
		parts = append(parts, o.printed(v, 'v'))
	}
	return concat(parts...)
}

const contentProp = "content"

func (o *op) write() Value {
	o.append(o.arg("on"), o.arg("value"))
	return o.derived("written")
}

func (o *op) append(on, v Value) {
	for _, id := range o.m.target(o.f, o.st, on) {
		old := o.st.heap.get(id).Fields[contentProp]
		if old == nil {
			old = Str("")
		}
		if c, ok := v.(*Const); ok && c.Kind == ir.KindInt {
			v = Str(string(rune(c.Int)))
		}
		o.st.set(id, contentProp, concat(old, v))
	}
}

func (o *op) content() Value {
	return each(o.arg("on"), func(v Value) Value {
		if _, ok := v.(*Ref); !ok {
			return v
		}
		for _, id := range o.m.target(o.f, o.st, v) {
			if c := o.st.heap.get(id).Fields[contentProp]; c != nil {
				return c
			}
		}
		return o.derived(contentProp, v)
	})
}

// enterInto writes a value to a writer, encoded; random bytes make the target fresh.
func (o *op) enterInto() Value {
	on := o.arg("on")
	var v Value
	switch as := o.row.Text("as"); as {
	case "random":
		v = o.m.sym(o.f, &Sym{Origin: Fresh, Name: "uuid"})
		for _, id := range o.m.target(o.f, o.st, on) {
			obj := o.st.edit(id)
			obj.Fields, obj.List = map[string]Value{}, []Value{v}
		}
	case "text":
		if f := o.arg("format"); f != nil {
			v = o.fill(f, o.variadic("args"))
		} else {
			v = o.print()
		}
	default:
		v = &Enc{Format: as, Of: orNil(o.arg("value"))}
	}
	if _, ok := on.(*Ref); ok && o.row.Text("as") != "random" {
		o.append(on, v)
	}
	return o.m.sym(o.f, &Sym{Origin: Result, Name: "error", Type: o.x.Returns()})
}

func (o *op) caseOf() Value {
	return each(o.arg("of"), func(v Value) Value {
		s, ok := IsConst(v)
		switch {
		case !ok:
			return v
		case o.row.Op == "upper":
			return Str(strings.ToUpper(s))
		}
		return Str(strings.ToLower(s))
	})
}

func (o *op) compare() Value {
	a, okA := IsConst(o.arg("a"))
	b, okB := IsConst(o.arg("b"))
	if okA && okB {
		return boolean(strings.EqualFold(a, b))
	}
	return o.derived("==", o.arg("a"), o.arg("b"))
}

func (o *op) env() Value {
	v := o.envNamed(o.arg("name"))
	if strings.HasPrefix(o.x.Returns(), "(") && strings.HasSuffix(o.x.Returns(), "bool)") {
		return &Tuple{Vals: []Value{v, &Sym{Origin: OK, Of: v}}}
	}
	return v
}

func (o *op) fresh() Value {
	s := &Sym{Origin: Fresh, Name: o.row.Text("kind"), Type: o.x.Returns()}
	if o.m.trial != nil {
		s.Args = o.args // a random part of a wait is as long as what it is a part of
	}
	return o.m.sym(o.f, s)
}

func (o *op) digest() Value { return o.derived("digest", o.arg("of")) }

func (o *op) encode() Value { return &Enc{Format: o.row.Text("as"), Of: orNil(o.arg("value"))} }

func (o *op) first() Value {
	list, all := o.m.list(o.st, o.arg("args"))
	var out []Value
	for _, v := range list {
		empty, known := emptiness(o.st, v)
		if known && empty {
			continue
		}
		out = append(out, v)
		if known {
			break
		}
	}
	if !all || len(out) == 0 {
		out = append(out, Str(""))
	}
	return join(out...)
}

// makeError makes an error; of the errors that any lists, only when one of them is one.
func (o *op) makeError() Value {
	if _, wraps := o.row.Get("cause"); wraps {
		return o.wrapped()
	}
	if _, any := o.row.Get("any"); o.m.trial != nil && (!any || o.listsError()) {
		return o.madeError()
	}
	if _, ok := o.row.Get("any"); ok && !o.listsError() {
		return o.joined()
	}
	return o.m.sym(o.f, &Sym{Origin: Derived, Name: "digest error", Type: "error"})
}

// listsError says whether one of the errors of a list is known to be one.
func (o *op) listsError() bool {
	list, _ := o.m.list(o.st, o.arg("any"))
	return slices.ContainsFunc(list, func(v Value) bool {
		empty, known := emptiness(o.st, v)
		return known && !empty
	})
}

// joined is the error of a list that may hold none: nil when all its items are.
func (o *op) joined() Value {
	list, all := o.m.list(o.st, o.arg("any"))
	for _, v := range list {
		_, known := emptiness(o.st, v)
		all = all && known
	}
	if all {
		return Nil
	}
	return o.m.sym(o.f, &Sym{Origin: Result, Name: o.row.Func, Args: list, Type: "error"})
}

// serve is for who asks whether a request has a deadline; to the program the function is out of view.
func (o *op) serve() Value { return nil }

// sleep waits: for, or as long as a property prop of on says.
func (o *op) sleep() Value {
	switch on := o.arg("on"); {
	case on != nil:
		objs, prop := o.objects(on), o.row.Text("prop")
		var long []Value
		for _, obj := range objs {
			long = append(long, obj.Fields[prop])
		}
		if slices.Contains(long, nil) {
			long = nil
		}
		o.m.pause(o.site, join(long...))
	case o.x.Returns() == "" || o.x.Returns() == "()":
		o.m.pause(o.site, o.arg("for"))
	}
	return o.none()
}

func (o *op) none() Value {
	return o.m.sym(o.f, &Sym{Origin: Result, Name: o.row.Func, Args: o.args, Type: o.x.Returns()})
}
