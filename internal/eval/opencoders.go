package eval

// This file holds the operations of the encoders that generated clients write bodies,
// headers and paths with.

const (
	fieldProp  = "field"  // the name that an encoder has begun
	fieldsProp = "fields" // the map of what it has written
)

// beginField begins a field of an object that is being written: on name.
func (o *op) beginField() Value {
	for _, id := range o.m.target(o.f, o.st, o.arg("on")) {
		o.st.set(id, fieldProp, orNil(o.arg("name")))
	}
	return o.m.sym(o.f, &Sym{Origin: Derived, Name: "written", Type: o.x.Returns()})
}

// put writes the value of the field that was begun: on value.
func (o *op) put() Value {
	value := orEmpty(o.arg("value"))
	for _, id := range o.m.target(o.f, o.st, o.arg("on")) {
		name := o.st.heap.get(id).Fields[fieldProp]
		if name == nil {
			o.st.set(id, contentProp, value)
			continue
		}
		o.setField(o.written(id), name, value)
	}
	return o.m.sym(o.f, &Sym{Origin: Derived, Name: "written", Type: o.x.Returns()})
}

// written is the map of what an encoder has written.
func (o *op) written(id int) int {
	if r, ok := o.st.heap.get(id).Fields[fieldsProp].(*Ref); ok {
		return r.ID
	}
	r, _ := o.make("map[string]any", mapObject)
	o.st.edit(r.ID).Open = !o.st.heap.get(id).known()
	o.st.set(id, fieldsProp, r)
	return r.ID
}

func (o *op) setField(id int, name, value Value) {
	if text, ok := IsConst(name); ok {
		o.st.set(id, text, value)
		return
	}
	o.st.edit(id).Open = true
}

// fields returns what an encoder has written, as JSON.
func (o *op) fields() Value {
	return each(o.arg("on"), func(v Value) Value {
		for _, id := range o.m.target(o.f, o.st, v) {
			if c := o.st.heap.get(id).Fields[contentProp]; c != nil {
				return c
			}
			return &Enc{Format: "json", Of: &Ref{ID: o.written(id)}}
		}
		return o.derived(contentProp, v)
	})
}

// param sets a header to what a function encodes, when it encodes something: on func,
// and cfg, whose field Name names it.
func (o *op) param() Value {
	var name Value = Nil
	for _, id := range o.m.target(o.f, o.st, o.arg("cfg")) {
		name = o.m.field(o.st, id, "Name", "string")
	}
	e, _ := o.make(o.row.Text("as"), structObject)
	o.m.callValue(o.site, o.arg("func"), []Value{e}, nil)
	v, sometimes := o.st.heap.get(e.ID).Fields[contentProp], false
	if v != nil && len(Values(v)) > 1 {
		var set []Value
		for _, x := range Values(v) {
			if x == Zero {
				sometimes = true
				continue
			}
			set = append(set, x)
		}
		v = join(set...)
	}
	if v == nil || v == Zero {
		return Nil
	}
	for _, id := range o.headerOf(o.arg("on")) {
		o.setHeader(id, name, v, false)
		if text, ok := IsConst(name); ok && sometimes {
			o.st.edit(id).maybe(headerKey(text))
		}
	}
	return Nil
}

// addPath appends parts to the path of a URL: on elems.
func (o *op) addPath() Value {
	list, all := o.m.list(o.st, o.arg("elems"))
	var added Value = Str("")
	for _, p := range list {
		added = concat(added, p)
	}
	if !all {
		added = o.derived("path", o.arg("elems"))
	}
	for _, id := range o.m.target(o.f, o.st, o.arg("on")) {
		old := withoutOwnPath(o.st.heap.get(id).Fields["Path"])
		if old != nil && !IsEmpty(old) {
			added = slashed(old, added)
		}
		o.st.set(id, "Path", added)
	}
	return Nil
}
