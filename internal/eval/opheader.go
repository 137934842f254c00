package eval

import (
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds the operations on headers.

// headerOf returns the header maps of requests, clients and headers, making them as needed.
func (o *op) headerOf(on Value) []int {
	var out []int
	for _, id := range o.m.target(o.f, o.st, on) {
		obj := o.st.heap.get(id)
		if obj.kind == mapObject || strings.HasSuffix(obj.Type, "RequestHeader") || strings.HasSuffix(obj.Type, ".Header") || strings.HasSuffix(obj.Type, ".Args") {
			out = append(out, id)
			continue
		}
		h := o.m.field(o.st, id, "Header", "net/http.Header")
		if IsEmpty(h) || obj.Made && obj.Fields["Header"] == nil {
			r, _ := o.make("net/http.Header", mapObject)
			o.st.set(id, "Header", r)
			h = r
		}
		out = append(out, o.m.target(o.f, o.st, h)...)
	}
	return out
}

func (o *op) header() Value {
	on := o.arg("on")
	ids := o.headerOf(on)
	o.noteAuth(on, o.arg("name"), o.arg("value"))
	for _, id := range ids {
		o.setHeader(id, o.arg("name"), o.arg("value"), len(ids) > 1 || o.row.Text("mode") == "add")
	}
	return on
}

// setHeader sets an entry; a weak setting leaves what is there as a second possibility.
func (o *op) setHeader(id int, name, value Value, weak bool) {
	obj := o.st.edit(id)
	obj.kind = mapObject
	for _, n := range Values(name) {
		c, ok := n.(*Const)
		if !ok {
			obj.Open = true
			continue
		}
		k := headerKey(c.text())
		if obj.Type == "net/url.Values" {
			k = c.text()
		}
		old, had := obj.Fields[k]
		if weak && had && !IsEmpty(old) {
			value = join(old, value)
		}
		o.st.set(id, k, value)
	}
}

func (o *op) headers() Value {
	on := o.arg("on")
	for _, id := range o.m.target(o.f, o.st, on) {
		o.withProps(id, "on", "map", "method")
	}
	from := o.arg("map")
	if method := o.row.Text("method"); method != "" {
		if from = o.given(from, method); from == nil {
			return on
		}
	}
	for _, id := range o.headerOf(on) {
		for _, src := range o.m.target(o.f, o.st, from) {
			from := o.st.heap.get(src)
			for _, k := range sortedKeys(from.Fields) {
				o.noteAuth(on, Str(k), from.Fields[k])
				o.setHeader(id, Str(k), from.Fields[k], from.Maybe[k])
				if from.Maybe[k] {
					o.st.edit(id).maybe(headerKey(k))
				}
			}
			if !from.known() {
				o.st.edit(id).Open = true
			}
		}
	}
	return on
}

// given is what a method of a value gives; nil when its type in view has none of that name.
func (o *op) given(v Value, method string) Value {
	body := o.m.code.Method(o.m.dynamicType(o.st, v), method)
	if body == nil {
		return nil
	}
	return o.m.callNamed(o.site, body.Name, []Value{v})
}

func (o *op) unset() Value {
	for _, id := range o.headerOf(o.arg("on")) {
		if c, ok := o.arg("name").(*Const); ok {
			delete(o.st.edit(id).Fields, headerKey(c.text()))
		}
	}
	return Nil
}

func (o *op) peek() Value {
	var out []Value
	for _, id := range o.headerOf(o.arg("on")) {
		v, missing := o.m.entry(o.f, o.st, id, o.arg("name"), "string")
		if v == Zero {
			v = Str("")
		}
		if missing && o.st.heap.get(id).known() {
			v = join(v, Str(""))
		}
		if r, ok := v.(*Ref); ok {
			v = o.m.element(o.f, o.st, r, &Const{Kind: ir.KindInt}, "string")
		}
		out = append(out, v)
	}
	return join(out...)
}
