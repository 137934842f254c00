package eval

import (
	"os"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds the operations on what is kept: in a sync.Map, an atomic cell or a cache of
// a library under a key, or by a function that is called once.

// cellKey is the entry of a cell that has no keys.
const cellKey = "*"

func (o *op) entryName() string {
	k := o.arg("key")
	if k == nil {
		return cellKey
	}
	if c, ok := k.(*Const); ok {
		return c.text()
	}
	return holeKey(k)
}

// cache makes an object that keeps what it is given: ends.
func (o *op) cache() Value {
	r, obj := o.make(o.resultType(), structObject)
	obj.Ends = orNil(o.arg("ends"))
	return r
}

// forever says whether a cache keeps what it is given now: what it drops after some time is as
// good as never there.
func (o *op) forever(cache *Object) bool {
	ends := o.arg("ends")
	if ends == nil {
		return true
	}
	if text, _ := IsConst(ends); text == "default" || IsEmpty(ends) {
		ends = cache.Ends
	}
	c, ok := ends.(*Const)
	return ok && (IsEmpty(c) || c.Kind == ir.KindInt && c.Int < 0)
}

func (o *op) keep() Value {
	for _, id := range o.m.target(o.f, o.st, o.arg("on")) {
		if !o.forever(o.st.heap.get(id)) {
			continue
		}
		o.st.set(id, o.entryName(), orNil(o.arg("value")))
	}
	if typ := o.resultType(); typ != "" {
		return o.m.sym(o.f, &Sym{Origin: Result, Name: o.row.Func, Type: typ}) // whether it was kept
	}
	return Nil
}

// swap keeps a value and returns what was there.
func (o *op) swap() Value {
	old := o.recall()
	o.keep()
	return old
}

// recall returns what is stored under the key, or anything that is stored.
func (o *op) recall() Value {
	var out []Value
	for _, id := range o.m.target(o.f, o.st, o.arg("on")) {
		obj := o.st.heap.get(id)
		if v, ok := obj.Fields[o.entryName()]; ok {
			out = append(out, v)
			continue
		}
		for _, k := range sortedKeys(obj.Fields) {
			out = append(out, obj.Fields[k])
		}
		if obj.Lazy != nil {
			out = append(out, &Sym{Origin: FieldSym, Name: o.entryName(), Of: obj.Lazy, Type: o.resultType(), Summed: obj.Lazy.Summed})
		}
	}
	if v := join(out...); v != nil {
		return v
	}
	return o.m.sym(o.f, &Sym{Origin: Result, Name: o.row.Func, Type: o.resultType()})
}

// settle is LoadOrStore: the first value under a key stays.
func (o *op) settle() Value {
	var out []Value
	for _, id := range o.m.target(o.f, o.st, o.arg("on")) {
		old, ok := o.st.heap.get(id).Fields[o.entryName()]
		if !ok {
			old = orNil(o.arg("value"))
			o.st.set(id, o.entryName(), old)
		}
		out = append(out, old)
	}
	return join(out...)
}

// memoName marks a function value that calls the function that it keeps once.
const memoName = "memo"

func (o *op) memo() Value {
	r, obj := o.make("memo", cellObject)
	obj.Fields["func"] = orNil(o.arg("func"))
	return &Fn{Name: memoName, Free: []Value{r}}
}

// callMemo calls a function that was made by memo.
func (m *Machine) callMemo(c site, fn *Fn) Value {
	id := fn.Free[0].(*Ref).ID
	obj := c.st.heap.get(id)
	if obj == nil {
		return m.sym(c.f, &Sym{Origin: Unknown})
	}
	// Where some ways have called it and others have not, it is called once all the same.
	if v, ok := obj.Fields["result"]; ok {
		if had := slices.DeleteFunc(slices.Clone(Values(v)), IsEmpty); len(had) > 0 {
			return Join(had...)
		}
	}
	v := m.callValue(c, obj.Fields["func"], nil, nil)
	if c.st.heap.get(id) != nil {
		c.st.set(id, "result", v)
	}
	return v
}

// produce calls the function in the field New of a pool.
func (o *op) produce() Value {
	var out []Value
	for _, id := range o.m.target(o.f, o.st, o.arg("on")) {
		if fn := o.m.field(o.st, id, "New", "func() any"); !IsEmpty(fn) {
			out = append(out, o.m.callValue(o.site, fn, nil, nil))
		}
	}
	return join(out...)
}

// expand fills ${NAME} with the environment.
func (o *op) expand() Value {
	text, ok := IsConst(o.arg("of"))
	if !ok {
		return o.derived("expand", o.arg("of"))
	}
	var parts []Value
	rest := os.Expand(text, func(name string) string { return "\x01" + name + "\x01" })
	for i, p := range strings.Split(rest, "\x01") {
		if i%2 == 1 {
			parts = append(parts, &Sym{Origin: Env, Name: p, Type: "string"})
		} else {
			parts = append(parts, &Const{Kind: ir.KindString, Str: p})
		}
	}
	return concat(parts...)
}

func init() {
	for name, f := range map[string]opFunc{
		"cache": (*op).cache, "keep": (*op).keep, "recall": (*op).recall, "settle": (*op).settle, "swap": (*op).swap,
		"memo": (*op).memo, "produce": (*op).produce, "expand": (*op).expand,
	} {
		libraryOps[name] = f
	}
}
