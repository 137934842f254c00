package eval

import (
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds the operations that clients generated from an OpenAPI document need
// beyond those of net/http: operations that are handed to a runtime, and values that are
// looked at by reflection.

// submit sends what an operation object says: a method, a path pattern, and parameters
// that write themselves into a request of type as.
func (o *op) submit() Value {
	for _, id := range o.m.target(o.f, o.st, o.arg("op")) {
		get := func(name string) Value { return o.m.field(o.st, id, name, "") }
		r, _ := o.make(o.row.Text("as"), structObject)
		h, _ := o.make("net/http.Header", mapObject)
		o.st.set(r.ID, "Header", h)
		o.st.set(r.ID, "Method", get("Method"))
		o.st.set(r.ID, "URL", slashed(o.runtimeBase(), get("PathPattern")))
		if ctx := get("Context"); !IsEmpty(ctx) {
			o.st.set(r.ID, "ctx", ctx)
		}
		if ctx := o.arg("ctx"); ctx != nil {
			o.st.set(r.ID, "ctx", ctx)
		}
		o.st.set(r.ID, "Timeout", &Const{Kind: ir.KindOther, Str: "default"}) // the parameters may set another one
		o.writeParams("Params", get("Params"), r)
		o.writeParams("AuthInfo", o.authOf(get("AuthInfo")), r)
		client := o.arg("client")
		if c := get("Client"); !IsEmpty(c) {
			client = c
		}
		o.attempts(client, r)
	}
	return o.shape(o.m.sym(o.f, &Sym{Origin: Result, Name: o.row.Func, Type: o.resultType()}))
}

// writers are the methods by which the parts of an operation write themselves.
var writers = map[string]string{"Params": "WriteToRequest", "AuthInfo": "AuthenticateRequest"}

func (o *op) writeParams(part string, v Value, req *Ref) {
	for _, p := range Values(v) {
		body := o.m.code.Method(o.m.dynamicType(o.st, p), writers[part])
		switch fn, isFn := p.(*Fn); {
		case body != nil:
			o.m.callNamed(o.site, body.Name, []Value{p, req, Nil})
		case isFn:
			o.m.callValue(o.site, fn, []Value{req, Nil}, nil)
		case part == "Params" && !IsEmpty(p):
			o.m.escape(o.st, req)
		}
	}
}

// authOf is what writes the credentials of an operation: its own writer, or that of the runtime.
func (o *op) authOf(own Value) Value {
	if !IsEmpty(own) {
		return own
	}
	for _, c := range o.objects(o.arg("client")) {
		if v := c.Fields["DefaultAuthentication"]; v != nil {
			return v
		}
	}
	return own
}

// runtimeBase is the URL of a runtime's Host and BasePath.
func (o *op) runtimeBase() Value {
	var base Value = &Sym{Origin: Unknown, Name: "host"}
	for _, c := range o.objects(o.arg("client")) {
		host := c.Fields["Host"]
		if host == nil {
			continue
		}
		base = each(host, func(h Value) Value { return concat(Str("https://"), h) })
		if p := c.Fields["BasePath"]; p != nil && !IsEmpty(p) {
			base = slashed(base, p)
		}
	}
	return base
}

// isGiven says whether an optional value was given: one that was given may be empty.
func (o *op) isGiven() Value {
	prop := o.row.Text("prop")
	return each(orNil(o.arg("on")), func(v Value) Value {
		for _, id := range o.m.target(o.f, o.st, v) {
			w := o.m.field(o.st, id, prop, "")
			if obj := o.st.heap.get(id); obj.Fields[prop] == nil && !obj.known() {
				return &Sym{Origin: OK, Of: w}
			}
			return boolean(w != Value(Zero))
		}
		return boolean(!IsEmpty(v))
	})
}

// mirrorType is the type of the objects that reflect.ValueOf makes, and mirrorProp what they show.
const (
	mirrorType = "reflect.Value"
	mirrorProp = "value"
)

// mirror makes the reflect.Value of a value.
func (o *op) mirror() Value {
	return each(orNil(o.arg("of")), func(v Value) Value {
		if v == Nil {
			return Nil
		}
		r, obj := o.make(mirrorType, structObject)
		obj.Fields[mirrorProp] = v
		return r
	})
}

// mirrored is the value of a reflect.Value.
func (o *op) mirrored() Value {
	return each(orNil(o.arg("of")), func(v Value) Value {
		for _, obj := range o.objects(v) {
			if w := obj.Fields[mirrorProp]; w != nil {
				return w
			}
		}
		return o.derived("reflect", v)
	})
}

// pointee is the reflect.Value of what another one points to; of itself for no pointer.
func (o *op) pointee() Value {
	return each(orNil(o.arg("of")), func(v Value) Value {
		for _, obj := range o.objects(v) {
			ad, ok := obj.Fields[mirrorProp].(*Addr)
			if !ok {
				return v
			}
			r, to := o.make(mirrorType, structObject)
			to.Fields[mirrorProp] = o.m.field(o.st, ad.ID, ad.Field, ad.Type)
			return r
		}
		return v
	})
}

// The kinds of package reflect that a parameter of a request can have.
const (
	reflectPointer = 22
	reflectString  = 24
)

// reflectKind is the kind of a reflect.Value: a pointer, the text that parameters are, or
// not known.
func (o *op) reflectKind() Value {
	kind := int64(reflectString)
	for _, obj := range o.objects(o.arg("of")) {
		switch v := obj.Fields[mirrorProp].(type) {
		case *Addr:
			kind = reflectPointer
		case *Ref:
			if to := o.st.heap.get(v.ID); to == nil || to.kind != structObject || to.Copied {
				return o.derived("kind", v)
			}
			kind = reflectPointer // a struct in an interface is a copy
		case *Sym:
			switch full := o.st.facts.get(v.key()); {
			case strings.HasPrefix(v.Type, "*"), full && strings.Contains(v.Type, "."):
				kind = reflectPointer
			case strings.Contains(v.Type, "."):
				return o.derived("kind", v)
			}
		}
	}
	return &Const{Kind: ir.KindInt, Int: kind}
}

// reflectNil says whether what a reflect.Value shows is nil.
func (o *op) reflectNil() Value {
	v := o.mirrored()
	if empty, known := emptiness(o.st, v); known {
		return boolean(empty)
	}
	return o.derived("==", v, Nil)
}
