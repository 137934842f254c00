package eval

import (
	"maps"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

// op is one call of a function that has a row.
type op struct {
	site
	m    *Machine
	row  *httplib.Row
	args []Value
}

type opFunc func(*op) Value

// ops are the operations of the rows.
var ops map[string]opFunc

func init() {
	ops = map[string]opFunc{
		"request": (*op).request, "send": (*op).send, "copy": (*op).copyOf, "wrap": (*op).wrap,
		"client": (*op).client, "set": (*op).set, "option": (*op).option, "get": (*op).get,
		"header": (*op).header, "headers": (*op).headers, "unset": (*op).unset, "peek": (*op).peek,
		"hook": (*op).hook, "repeat": (*op).repeat, "invoke": (*op).invokeFn, "schedule": (*op).schedule,
		"background": (*op).background, "deadline": (*op).deadline, "derive": (*op).derive,
		"detach": (*op).detach, "until": (*op).until, "ctxvalue": (*op).ctxValue, "ctxget": (*op).ctxGet,
		"same": (*op).same, "alter": (*op).alter, "concat": (*op).concat, "format": (*op).format,
		"print": (*op).print, "write": (*op).write, "content": (*op).content,
		"upper": (*op).caseOf, "lower": (*op).caseOf, "compare": (*op).compare,
		"parseurl": (*op).parseURL, "joinurl": (*op).joinURL, "resolve": (*op).resolveURL, "urlstring": (*op).urlString,
		"env": (*op).env, "fresh": (*op).fresh, "digest": (*op).digest, "encode": (*op).encode,
		"enter": (*op).enterInto, "first": (*op).first, "error": (*op).makeError, "none": (*op).none, "cause": (*op).cause,
		"iserror": (*op).asksError, "aserror": (*op).asksError, "sleep": (*op).sleep,
		"serve": (*op).serve,
	}
	maps.Copy(ops, libraryOps)
}

// do runs a row.
func (m *Machine) do(c site, row *httplib.Row, args []Value) Value {
	o := &op{site: c, m: m, row: row, args: args}
	v := ops[row.Op](o)
	o.fillAnswer()
	if v != nil {
		if m.trial != nil {
			return m.works(o.st, o.shape(v))
		}
		return o.shape(v)
	}
	return m.unknownCall(c, "", args)
}

// shape gives a value the form of the call's results: with a nil error when there is one.
func (o *op) shape(v Value) Value {
	if _, isRef := v.(*Ref); isRef && o.x.Returns() == "error" && o.row.Op != "error" && o.row.Op != "cause" {
		// What returns the object itself in other libraries returns an error here.
		if o.m.trial != nil {
			return Nil
		}
		return o.m.sym(o.f, &Sym{Origin: Result, Name: "error of " + o.row.Func, Type: "error"})
	}
	if _, ok := v.(*Tuple); ok || !strings.HasPrefix(o.x.Returns(), "(") {
		return v
	}
	types := splitTypes(o.x.Returns())
	t := &Tuple{}
	at := 0
	if o.row.Text("at") == "" {
		if d, ok := o.row.Get("at"); ok {
			at = d.Index
		}
	}
	for i := range types {
		if i == at {
			t.Vals = append(t.Vals, v)
			continue
		}
		var w Value = &Sym{Origin: Result, Name: o.row.Func, Type: types[i], Turns: o.f.running()}
		if types[i] == "error" {
			w = o.m.sym(o.f, &Sym{Origin: Result, Name: "error of " + o.row.Func, Type: "error"})
			if o.m.trial != nil {
				w = Nil
			}
		}
		t.Vals = append(t.Vals, w)
	}
	return t
}

// arg returns an operand's value; nil when the row does not name it.
func (o *op) arg(name string) Value {
	d, ok := o.row.Get(name)
	if !ok {
		return nil
	}
	return o.operand(d)
}

func (o *op) operand(d httplib.Operand) Value {
	if d.Arg < 0 {
		return Str(d.Text)
	}
	switch {
	case d.Arg >= len(o.args):
		return Nil
	case d.First:
		return o.firstOf(o.args[d.Arg])
	}
	return o.args[d.Arg]
}

// resultType is the type of the first result.
func (o *op) resultType() string {
	if strings.HasPrefix(o.x.Returns(), "(") {
		return strings.TrimLeft(splitTypes(o.x.Returns())[0], "*")
	}
	return strings.TrimLeft(o.x.Returns(), "*")
}

func (o *op) make(typ string, kind objectKind) (*Ref, *Object) {
	r := o.m.newObject(o.f, o.st, typ, o.x.Pos, kind)
	obj := o.st.heap.get(r.ID)
	obj.Made, obj.Site.Instr = kind == structObject, o.x
	return r, obj
}

// withProps stores the row's other operands as properties of an object.
func (o *op) withProps(id int, not ...string) {
	for _, d := range o.row.Operands {
		if contains(not, d.Name) {
			continue
		}
		v := o.operand(d)
		if d.Arg < 0 && d.Text == "none" && d.Name == "Header" {
			v, _ = o.make("net/http.Header", mapObject)
		} else if d.Arg < 0 && d.Text == "none" {
			v = Zero
		} else if d.Arg < 0 && d.Text == "some" {
			v = &Const{Kind: ir.KindOther, Str: "default"}
		}
		if part, prop, ok := strings.Cut(d.Name, "."); ok {
			o.setIn(o.st.heap.get(id).Fields[part], prop, v)
			continue
		}
		o.st.set(id, d.Name, v)
	}
}

// setIn sets a property of the object that a value is, where that is known.
func (o *op) setIn(on Value, prop string, v Value) {
	if r, ok := on.(*Ref); ok && o.st.heap.get(r.ID) != nil {
		o.st.set(r.ID, prop, v)
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// props are the properties of requests, under the names that net/http gives its fields.
var props = map[string]string{"method": "Method", "url": "URL", "body": "Body", "ctx": "ctx", "header": "Header", "client": "Client"}

func (o *op) request() Value {
	typ, embed := o.resultType(), o.row.Text("embed")
	r, _ := o.make(typ, structObject)
	for _, d := range o.row.Operands {
		v := o.operand(d)
		name := d.Name
		if p, ok := props[name]; ok {
			name = p
		}
		if name == "URL" && (typ == requestType || embed != "") {
			v = o.parse(v)
		}
		if name == "Method" && IsEmpty(v) {
			v = Str("GET")
		}
		if d.Arg < 0 && name == "Client" {
			v = o.fixedClient(v) // chosen here, whoever sends the request or a copy of it
		}
		if name != "of" && name != "embed" && name != "options" {
			o.st.set(r.ID, name, v)
		}
	}
	if embed != "" {
		o.st.set(r.ID, embed, r) // the request inside it is the same one
	}
	if of := o.arg("of"); of != nil {
		o.inherit(r.ID, of)
		if ids := o.m.target(o.f, o.st, of); embed != "" && len(ids) == 1 {
			o.st.edit(r.ID).Site = o.st.heap.get(ids[0]).Site // the request inside it was made there
		}
	}
	if o.st.heap.get(r.ID).Fields["Header"] == nil {
		h, _ := o.make("net/http.Header", mapObject)
		o.st.set(r.ID, "Header", h)
	}
	if opts := o.arg("options"); opts != nil {
		o.configureWith(r, opts)
	}
	return r
}

// inherit copies the properties of another request that the new one lacks.
func (o *op) inherit(id int, of Value) {
	for _, src := range o.m.target(o.f, o.st, of) {
		from := o.st.heap.get(src)
		to := o.st.edit(id)
		for k, v := range from.Fields {
			if _, ok := to.Fields[k]; !ok {
				to.Fields[k] = v
			}
		}
		if from.Lazy != nil && to.Lazy == nil {
			to.Lazy, to.Copied = from.Lazy, true // what is set on the new one is not set on the old
		}
		to.Open = to.Open || from.Open
	}
}

// copyOf copies a request, a client or a header; with header=copy or inner=copy
// the copy has a header map, or a client inside, of its own, and with made=here it counts as made by the call.
func (o *op) copyOf() Value {
	var out []Value
	if of := o.arg("of"); of != nil && strings.HasPrefix(o.resultType(), "map[") && slices.ContainsFunc(Values(of), IsEmpty) {
		out = append(out, Nil) // of no map
	}
	for _, id := range o.m.target(o.f, o.st, o.arg("of")) {
		r := o.m.copyStruct(o.f, o.st, id, o.x.Pos).(*Ref)
		if in, ok := o.st.heap.get(r.ID).Fields["Request"].(*Ref); ok && in.ID == id {
			o.st.set(r.ID, "Request", r)
		}
		if h, ok := o.st.heap.get(r.ID).Fields["Header"].(*Ref); ok && o.row.Text("header") == "copy" {
			o.st.set(r.ID, "Header", o.m.copyStruct(o.f, o.st, h.ID, o.x.Pos))
		}
		if in, ok := o.st.heap.get(r.ID).Fields["Inner"].(*Ref); ok && o.row.Text("inner") == "copy" {
			o.st.set(r.ID, "Inner", o.m.copyStruct(o.f, o.st, in.ID, o.x.Pos))
		}
		if o.row.Text("tls") == "copy" {
			o.copyTLS(r.ID)
		}
		if ctx := o.arg("ctx"); ctx != nil {
			o.st.set(r.ID, "ctx", ctx)
		}
		if o.row.Text("made") == "here" {
			o.st.edit(r.ID).Site = Site{Frame: o.f, Pos: o.x.Pos, Instr: o.x}
		}
		out = append(out, r)
	}
	return join(out...)
}

// copyTLS gives a copy of a transport TLS settings of its own: what is set on them is not set
// on those of the first one.
func (o *op) copyTLS(id int) {
	const field = "TLSClientConfig"
	var out []Value
	for _, v := range Values(o.m.field(o.st, id, field, "*"+TLSConfigType)) {
		if IsEmpty(v) {
			out = append(out, v)
		}
		for _, cfg := range o.m.target(o.f, o.st, v) {
			out = append(out, o.m.copyStruct(o.f, o.st, cfg, o.x.Pos))
		}
	}
	if len(out) > 0 {
		o.st.set(id, field, join(out...))
	}
}

// wrap makes an object around another one, which it keeps as Inner.
func (o *op) wrap() Value {
	r, _ := o.make(o.resultType(), structObject)
	o.inherit(r.ID, o.arg("of"))
	o.st.set(r.ID, "Inner", o.arg("of"))
	return r
}

// client makes a client with what the row and the options say.
func (o *op) client() Value {
	r, _ := o.make(o.resultType(), structObject)
	o.withProps(r.ID, "options", "ctx", "inner", "embed", "key", "grants", "at")
	o.noteProps(r.ID)
	if embed := o.row.Text("embed"); embed != "" {
		o.st.set(r.ID, embed, r)
	}
	if name := o.row.Text("inner"); name != "" {
		in, _ := o.make("net/http.Client", structObject)
		if t := o.st.heap.get(r.ID).Fields["Timeout"]; t != nil {
			o.st.set(in.ID, "Timeout", t)
		}
		o.st.set(r.ID, name, in)
	}
	if ctx := o.arg("ctx"); ctx != nil {
		o.st.set(r.ID, "Inner", o.m.contextValue(o.f, o.st, ctx, o.row.Text("key")))
	}
	if of := o.arg("grants"); of != nil {
		o.grantTo(of)
	}
	if opts := o.arg("options"); opts != nil {
		o.apply(r.ID, opts)
	}
	return r
}

// apply sets on an object what a list of options says.
func (o *op) apply(id int, opts Value) {
	list, all := o.m.list(o.st, opts)
	if !all {
		o.st.edit(id).Open = true
	}
	for _, v := range list {
		for _, oid := range o.m.target(o.f, o.st, v) {
			src := o.st.heap.get(oid)
			if src.Type != optionType {
				o.st.edit(id).Open = true
				continue
			}
			for _, k := range sortedKeys(src.Fields) {
				o.st.set(id, k, src.Fields[k])
			}
		}
	}
}

const optionType = "option"

func (o *op) option() Value {
	r, _ := o.make(optionType, structObject)
	o.withProps(r.ID)
	return r
}

// set stores the row's operands as properties of on, and returns it.
func (o *op) set() Value {
	on := o.arg("on")
	ids := o.m.target(o.f, o.st, on)
	for _, id := range ids {
		old := o.st.heap.get(id).Fields
		o.withProps(id, "on")
		o.noteProps(id)
		if len(ids) == 1 {
			continue
		}
		for _, d := range o.row.Operands { // one of them is set: the others may be as before
			if was := old[d.Name]; was != nil && !IsEmpty(was) {
				o.st.set(id, d.Name, join(was, o.st.heap.get(id).Fields[d.Name]))
			}
		}
	}
	return on
}

func (o *op) get() Value {
	prop := o.row.Text("prop")
	return each(o.arg("on"), func(v Value) Value {
		for _, id := range o.m.target(o.f, o.st, v) {
			if obj := o.st.heap.get(id); prop == "ctx" && obj.Lazy == nil && obj.Fields[prop] == nil {
				return o.background()
			}
			w := o.m.field(o.st, id, prop, o.resultType())
			if s, ok := w.(*Sym); ok && s.Type == "" {
				cp := *s
				cp.Type = o.x.Returns()
				return &cp
			}
			return w
		}
		return o.m.sym(o.f, &Sym{Origin: Unknown, Name: prop})
	})
}
