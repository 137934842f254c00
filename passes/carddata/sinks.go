package carddata

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/loglib"
)

// leak is card data that reaches a log at an instruction.
type leak struct {
	at    ssa.Instruction
	arg   int // the argument of the call, the receiver being 0 in a method
	place int // its place in a variadic argument; -1
	kinds kinds
	what  string
	sink  string
	toErr bool // it is the text of an error
	body  bool // it is the body of a request that is sent
	put   bool // it is put into what another function sends
}

// visitCalls looks at every call of a function for what it writes to a log.
func (e *engine) visitCalls(fn *ssa.Function) {
	if fn.Name() == "Error" && isDisplay(fn) && fn.Parent() == nil {
		e.visitError(fn)
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case ssa.CallInstruction:
				e.visitCall(fn, instr)
			case *ssa.MapUpdate:
				e.visitEntryData(fn, instr)
				e.visitPut(fn, instr, instr.Map, instr.Key, instr.Value)
			case *ssa.Store:
				e.visitFieldText(fn, instr)
				e.visitBodyField(fn, instr)
			case *ssa.MakeInterface:
				e.visitErrorValue(fn, instr)
			case *ssa.Panic:
				it := item{r: ref{instr.X, "", instr}, m: modeOf("v"), place: -1, aux: -1, ctx: e.scope(fn)}
				if !isErrorValue(instr.X) {
					e.record(fn, instr, flow{to: -1, sink: "panic"}, it, e.itemContent(it))
				}
			}
		}
	}
}

// visitEntryData looks at what is put among the fields of a record by hand.
func (e *engine) visitEntryData(fn *ssa.Function, put *ssa.MapUpdate) {
	read, ok := underConversion(put.Map).(*ssa.UnOp)
	if !ok {
		return
	}
	addr, ok := fieldRead(read)
	if !ok || !loglib.Is(fullType(deref(addr.X.Type()))+"."+fieldOf(addr.X.Type(), addr.Field).Name(), loglib.Shown) {
		return
	}
	key, _ := constText(put.Key)
	it := item{r: ref{put.Value, "", put}, key: key, m: modeOf("v"), place: -1, aux: -1, ctx: e.scope(fn)}
	e.record(fn, put, flow{to: -1, sink: "Entry.Data"}, it, e.itemContent(it))
}

// visitFieldText looks at what is put into a field of a record by hand.
func (e *engine) visitFieldText(fn *ssa.Function, st *ssa.Store) {
	addr, ok := st.Addr.(*ssa.FieldAddr)
	if !ok || !fieldType(deref(addr.X.Type())) || isDisplay(fn) {
		return
	}
	name := fieldOf(addr.X.Type(), addr.Field).Name()
	if !loglib.Is(fullType(deref(addr.X.Type()))+"."+name, loglib.Shown) {
		return
	}
	it := item{r: ref{st.Val, "", st}, m: modeOf("json"), place: -1, aux: -1, ctx: e.scope(fn)}
	e.record(fn, st, flow{to: -1, sink: "Field." + name}, it, e.itemContent(it))
}

func (e *engine) visitCall(fn *ssa.Function, call ssa.CallInstruction) {
	common := call.Common()
	if b, ok := common.Value.(*ssa.Builtin); ok {
		e.visitBuiltin(fn, call, b.Name())
		return
	}
	if obj := rowObject(common); obj != nil {
		e.visitBody(fn, call, obj)
		if row := rowOf(obj); row != nil {
			e.visitRow(fn, call, row, obj)
			return
		}
	}
	targets := e.targets(common)
	known := false
	for _, t := range targets {
		if t.obj != nil && rowOf(t.obj) != nil {
			e.visitRowTarget(fn, call, t)
			known = true
			continue
		}
		known = known || t.body != nil || t.sum != nil
		for _, fl := range e.flowsOf(t) {
			e.applyFlow(fn, call, t, fl)
		}
		for _, fl := range e.sendsOf(t) {
			e.applyFlow(fn, call, t, fl)
		}
	}
	e.visitDelivered(fn, call, known)
	if !known {
		e.visitStranger(fn, call)
	}
}

func (e *engine) visitBuiltin(fn *ssa.Function, call ssa.CallInstruction, name string) {
	if name == "delete" {
		e.noteDropped(call)
	}
	if name != "print" && name != "println" {
		return
	}
	for i, a := range call.Common().Args {
		it := item{r: ref{a, "", call}, text: true, arg: i, place: -1, aux: -1, ctx: e.scope(fn)}
		e.record(fn, call, flow{to: -1, sink: name}, it, e.itemContent(it))
	}
}

// visitRow looks at a call of a library's function.
func (e *engine) visitRow(fn *ssa.Function, call ssa.CallInstruction, row *loglib.Row, obj *types.Func) {
	sink := flow{to: -1, sink: sinkName(obj)}
	switch row.Op {
	case loglib.Sink:
	case loglib.Field:
		if isDisplay(fn) {
			return
		}
	case loglib.Error:
		sink.err = true
	case loglib.Write, loglib.Pass: // a reader that writes down what it reads
		e.visitWrite(fn, call, row, obj)
		return
	case loglib.Debug:
		e.visitDebug(call, row, obj)
		return
	case loglib.Put:
		if v := row.Get("value"); v >= 0 {
			args := callArgs(call.Common())
			e.visitPut(fn, call, args[0], args[row.Get("key")], args[v])
		}
		return
	default:
		return
	}
	lg := e.loggerOf(call, row)
	if lg.discards {
		return
	}
	items := e.rowItems(row, call)
	if it, c := e.together(items); !c.clean() && !lg.all {
		e.record(fn, call, sink, it, c)
	}
	for _, it := range items {
		it.m = lg.mode(it.m)
		if it.keyV != nil {
			it.not = strings.Join(lg.redacts, "\n")
		}
		if lg.hides(it.key) || lg.hides(it.under) || lg.hidesType(it) {
			continue
		}
		e.record(fn, call, sink, it, e.itemContent(it))
	}
}

// visitRowTarget is visitRow for a library function that a variable or field holds.
func (e *engine) visitRowTarget(fn *ssa.Function, call ssa.CallInstruction, t target) {
	row := rowOf(t.obj)
	if row.Op != loglib.Sink && row.Op != loglib.Error {
		return
	}
	shift := len(t.args) - len(callArgs(call.Common()))
	for _, it := range e.rowItemsOf(row, t.args, call) {
		it.arg -= shift
		e.record(fn, call, flow{to: -1, sink: sinkName(t.obj), err: row.Op == loglib.Error}, it, e.itemContent(it))
	}
}

// visitWrite looks at a write to a writer: standard output is a log, a parameter is the
// caller's to know, and anything else (a response, a file) is none.
func (e *engine) visitWrite(fn *ssa.Function, call ssa.CallInstruction, row *loglib.Row, obj *types.Func) {
	args := callArgs(call.Common())
	w := row.Get("w")
	if w < 0 || w >= len(args) {
		return
	}
	to := e.writersOf(args[w])
	if !to.log && len(to.params) == 0 {
		return
	}
	items := e.rowItems(row, call)
	if it, c := e.together(items); to.log && !c.clean() {
		e.record(fn, call, flow{to: -1, sink: sinkName(obj)}, it, c)
	}
	for _, it := range items {
		c := e.itemContent(it)
		if to.log {
			e.record(fn, call, flow{to: -1, sink: sinkName(obj)}, it, c)
		}
		for _, p := range to.params {
			e.record(p.Parent(), call, flow{to: paramIndex(p), sink: sinkName(obj)}, it, c)
		}
	}
}

// sinkName is the name of a function as source code writes it.
func sinkName(obj *types.Func) string {
	recv := obj.Signature().Recv()
	if recv == nil {
		return obj.Pkg().Name() + "." + obj.Name()
	}
	if t := typeName(recv.Type()); t != "" {
		return t + "." + obj.Name()
	}
	return obj.Name()
}

// record notes what an item gives to a sink: card data is a leak, what a parameter decides
// is for the callers, and card data for a writer that a parameter is as well.
func (e *engine) record(fn *ssa.Function, at ssa.Instruction, sink flow, it item, c content) {
	if sink.body && e.sent(fn, at, sink, it, c) {
		return
	}
	if k := c.kinds(); k != 0 && !sink.body {
		what := ""
		for _, a := range c.atoms {
			if a.kinds != 0 && !a.part && what == "" {
				what = a.what
			}
		}
		if sink.to >= 0 {
			sink.atom = atom{kinds: k, what: what}
			e.addFlow(fn, sink)
			return
		}
		e.leaks = append(e.leaks, leak{at: at, arg: it.arg, place: it.place, kinds: k, what: what, sink: sink.sink, toErr: sink.err})
		return
	}
	guards := joinGuards(e.guardsAt(at.Block()), e.guardsAt(it.from)...)
	for _, a := range c.atoms {
		if a.kinds != 0 || a.part || a.hole.fn == nil || sink.to >= 0 && a.hole.fn != fn {
			continue
		}
		if sink.body && ofRequest(a.hole) {
			continue // whoever made that request has put it there
		}
		if it.key != "" && a.hole.key == "" && a.hole.aux < 0 && a.hole.shape == shown {
			a.hole.key = it.key
		}
		fl := sink
		fl.atom = a.under(guards)
		e.addFlow(a.hole.fn, fl)
		e.addTyped(fl)
	}
}

// maxFlows bounds the flows of one function.
const maxFlows = 48

func (e *engine) addFlow(fn *ssa.Function, fl flow) {
	if isDisplay(fn) && fl.to < 0 {
		return
	}
	flows := e.flows
	if fl.body {
		flows = e.sends
		e.noteSent(fl.atom.hole)
	}
	for i, old := range flows[fn] {
		if old.to != fl.to {
			continue
		}
		if wide, ok := fl.atom.merge(old.atom); ok {
			e.changed = e.changed || wide != old.atom
			flows[fn][i].atom = wide
			return
		}
	}
	if len(flows[fn]) < maxFlows && depth(fl.atom.hole.path) <= wrapDepth {
		flows[fn] = append(flows[fn], fl)
		e.changed = true
	}
}

func (e *engine) flowsOf(t target) []flow {
	switch {
	case t.body != nil:
		e.open = true
		return e.flows[t.body]
	case t.sum != nil:
		return t.sum.flows
	}
	return nil
}

// applyFlow judges a sink of a called function with the arguments of the call.
func (e *engine) applyFlow(fn *ssa.Function, call ssa.CallInstruction, t target, fl flow) {
	if !fl.body && fl.ofReceiver() && len(t.args) > 0 && e.attachedBefore(t.args[0]) {
		return
	}
	sink := flow{to: -1, sink: fl.sink, err: fl.err, body: fl.body}
	if t.obj != nil {
		sink.sink = t.obj.Name()
		if recv := t.obj.Signature().Recv(); recv == nil && t.obj.Pkg() != e.pass.Pkg {
			sink.sink = t.obj.Pkg().Name() + "." + t.obj.Name()
		}
	}
	shift := len(t.args) - len(callArgs(call.Common()))
	if fl.atom.hole.shape == typed && fl.atom.kinds == 0 {
		e.applyTyped(fn, call, sink, fl)
		return
	}
	c, ok := e.collectedFlow(fl, t)
	if !ok {
		c = e.flowContent(fl, t, call)
	}
	if k := e.putBefore(fl, t); k != 0 {
		c = c.without(k)
	}
	if fl.to < 0 {
		e.record(fn, call, sink, e.flowItem(fl, shift, t, call), c)
		return
	}
	if fl.to >= len(t.args) {
		return
	}
	to := e.writersOf(t.args[fl.to])
	it := e.flowItem(fl, shift, t, call)
	if fl.atom.kinds != 0 {
		it.arg = fl.to - shift
	}
	if to.tap != "" { // the call gives the client with which it is sent
		it.arg, sink.sink = -1, to.tap
	}
	if to.log {
		e.record(fn, call, sink, it, c)
	}
	for _, p := range to.params {
		sink.to = paramIndex(p)
		e.record(p.Parent(), call, sink, it, c)
	}
}

// flowItem is the item of the call that a callee's flow is about.
func (e *engine) flowItem(fl flow, shift int, t target, call ssa.CallInstruction) item {
	it := item{arg: fl.atom.hole.param - shift, place: -1, aux: -1}
	h := fl.atom.hole
	if h.param >= len(t.args) {
		return it
	}
	args := e.argRefs(t.args, call)
	if h.shape == called || h.shape == asked || h.shape == sent {
		return it
	}
	if h.shape == raw || h.shape == shown {
		for i, el := range variadic(t.args[h.param]) {
			if c := e.show(ref{el, "", call}, el.Type(), modeOf("+v")); c.kinds() != 0 {
				it.place = i
				break
			}
		}
		return it
	}
	if r, ok := args(h.param); ok {
		for _, el := range e.spread(r.in(h.path), h, args) {
			if el.tail == raw && !leftOut(h.not, el.key) && e.itemContent(el).kinds() != 0 {
				it.place = el.place
				break
			}
		}
	}
	return it
}

// flowContent is what a flow of a called function shows, with the arguments of the call.
func (e *engine) flowContent(fl flow, t target, call ssa.CallInstruction) content {
	return e.fill(content{atoms: []atom{fl.atom}}, t.body, e.argRefs(t.args, call))
}
