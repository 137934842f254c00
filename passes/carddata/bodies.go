package carddata

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/loglib"
	"github.com/auroravet/auroravet/internal/ownership"
)

// visitBody looks at what a call of a library's function puts into the body of a request.
func (e *engine) visitBody(fn *ssa.Function, call ssa.CallInstruction, obj *types.Func) {
	row := bodyRow(obj)
	switch {
	case row == nil:
		return
	case row.Op == loglib.Submit:
		e.visitSubmit(fn, call, obj, row)
		return
	}
	for _, it := range e.rowItems(row, call) {
		c := e.itemContent(it)
		if !it.text && it.tail == raw && c.kinds() == 0 {
			c.add(e.readerText(it.r))
		}
		e.record(fn, call, flow{to: -1, sink: sinkName(obj), body: true}, it, c)
		e.deliver(delivery{fn: fn, call: call, it: it, body: c.certain}, callArgs(call.Common()))
	}
}

// readerText is the text of a reader that is given as any value.
func (e *engine) readerText(r ref) content {
	var c content
	for _, s := range e.dynamicSources(r) {
		if s.v == nil || s.zero || s.path != "" {
			continue
		}
		if isReader(s.v.Type()) {
			c.add(e.text(s.ref))
		}
	}
	return c
}

// isReader says whether the values of a type are texts that are read.
func isReader(t types.Type) bool {
	t = deref(t)
	return isNamed(t, "bytes", "Reader") || isNamed(t, "strings", "Reader") || isNamed(t, "io", "Reader") || isNamed(t, "io", "ReadCloser")
}

// bodyRow returns the row of a function that puts what it is given into a request.
func bodyRow(obj *types.Func) *loglib.Row {
	if obj.Pkg() == nil || !loglib.Sends(obj.Pkg().Path()) {
		return nil
	}
	return loglib.Sent(obj.FullName())
}

// visitBodyField looks at what is put into the field Body of a request by hand.
func (e *engine) visitBodyField(fn *ssa.Function, st *ssa.Store) {
	addr, ok := st.Addr.(*ssa.FieldAddr)
	if !ok || !isNamed(deref(addr.X.Type()), "net/http", "Request") || fieldOf(addr.X.Type(), addr.Field).Name() != "Body" {
		return
	}
	if inboundOwner(addr.X) && inboundFunc(fn) {
		return // the body is put back for the next handler
	}
	it := item{r: ref{st.Val, "", st}, text: true, place: -1, aux: -1, ctx: e.scope(fn)}
	e.record(fn, st, flow{to: -1, sink: "Request.Body", body: true}, it, e.itemContent(it))
}

// sendsOf are the flows of a function into the bodies of requests.
func (e *engine) sendsOf(t target) []flow {
	switch {
	case t.body != nil:
		e.open = true
		return e.sends[t.body]
	case t.sum != nil:
		return t.sum.sends
	}
	return nil
}

// sent notes a card number or security code in the body of a request and says whether there
// is one. Code that a program has written fixes nothing: its callers do.
func (e *engine) sent(fn *ssa.Function, at ssa.Instruction, sink flow, it item, c content) bool {
	k := c.kinds() & (panKind | cvvKind)
	if k == 0 {
		return false
	}
	if sink.to >= 0 {
		return true
	}
	if !e.inGenerated(fn) {
		e.requests = append(e.requests, leak{at: at, arg: it.arg, place: it.place, kinds: k, sink: sink.sink, body: true})
		return true
	}
	for i, p := range fn.Params {
		for _, path := range e.bodiesIn(p.Type()) {
			sink.atom = atom{hole: hole{fn: fn, param: i, path: path, shape: shown, mode: modeOf("json"), aux: -1}}
			e.addFlow(fn, sink)
		}
	}
	return true
}

// bodiesIn lists where in a parameter of generated code card data may be: the parameter is the
// body itself, or what collects a request's parts has it in a field.
func (e *engine) bodiesIn(t types.Type) []string {
	st := structOf(t)
	if e.holds(t).has(panKind | cvvKind) {
		return []string{""}
	}
	if st == nil {
		return nil
	}
	var out []string
	for f := range st.Fields() {
		if e.holds(f.Type()).has(panKind | cvvKind) {
			out = append(out, "."+f.Name())
		}
	}
	return out
}

// inGenerated says whether a program has written the file of a function.
func (e *engine) inGenerated(fn *ssa.Function) bool {
	if len(e.generated) == 0 {
		for _, f := range e.pass.Files {
			e.generated[e.pass.Fset.File(f.FileStart)] = ownership.Generated(f)
		}
	}
	return e.generated[e.pass.Fset.File(fn.Pos())]
}
