package carddata

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// puts is what the methods of builders put into maps that other methods send.
type puts struct {
	sent    map[*types.Var]bool     // fields with a map that a function sends
	by      map[*ssa.Function]kinds // what functions put under keys that say it
	dropped map[fieldKey]bool       // keys that are deleted again
}

type fieldKey struct {
	f   *types.Var
	key string
}

func newPuts() puts {
	return puts{map[*types.Var]bool{}, map[*ssa.Function]kinds{}, map[fieldKey]bool{}}
}

// noteSent remembers the field with a map that a flow into a request takes of a parameter.
func (e *engine) noteSent(h hole) {
	if f := e.sentField(h); f != nil && f.Pkg() == e.pass.Pkg && !e.puts.sent[f] {
		e.puts.sent[f], e.changed = true, true
	}
}

// sentField is the field with a map that a hole takes, or nil.
func (e *engine) sentField(h hole) *types.Var {
	if h.fn == nil || h.param >= len(h.fn.Params) {
		return nil
	}
	t, owner, field, _ := typeAt(h.fn.Params[h.param].Type(), strings.TrimSuffix(h.path, "[]"))
	if t == nil || field < 0 {
		return nil
	}
	if _, isMap := t.Underlying().(*types.Map); !isMap {
		return nil
	}
	return structOf(owner).Field(field).Origin()
}

// visitPut looks at what is put under a fixed key into a map that a field keeps until another function
// sends it. Where the key says what it is, this is where the program puts it into the request.
func (e *engine) visitPut(fn *ssa.Function, at ssa.Instruction, m, key, value ssa.Value) {
	f := fieldVar(m)
	name, fixed := constText(key)
	if f == nil || !fixed || !e.puts.sent[f] || e.puts.dropped[fieldKey{f, name}] || fn.Parent() != nil || fn.Object() == nil || e.inGenerated(fn) {
		return
	}
	ctx := e.scope(fn)
	for _, w := range e.writes.of[rootOf(e, m)] {
		if i := strings.LastIndex(w.path, "[k:"); i >= 0 {
			ctx.add(strings.TrimSuffix(w.path[i+len("[k:"):], "]"))
		}
	}
	cls := nameClass(name, ctx)
	it := item{r: ref{value, "", at}, key: name, m: modeOf("json"), place: -1, aux: -1, ctx: ctx}
	k := e.itemContent(it).kinds() & cls.kind & (panKind | cvvKind)
	if k == 0 {
		return
	}
	if e.puts.by[fn]&k != k {
		e.puts.by[fn], e.changed = e.puts.by[fn]|k, true
	}
	e.requests = append(e.requests, leak{at: at, arg: -1, place: -1, kinds: k, sink: sinkName(fn.Object().(*types.Func)), body: true, put: true})
}

func rootOf(e *engine, v ssa.Value) ssa.Value {
	root, _ := e.writes.root(v)
	return root
}

// noteDropped remembers a key that is deleted from such a map.
func (e *engine) noteDropped(call ssa.CallInstruction) {
	args := call.Common().Args
	f := fieldVar(args[0])
	name, fixed := constText(args[1])
	if at := (fieldKey{f, name}); f != nil && fixed && !e.puts.dropped[at] {
		e.puts.dropped[at], e.changed = true, true
	}
}

// putBefore is the card data that functions which put it there under its own keys gave to the argument
// of which a flow takes a map: it is reported there, and not again where the map is sent.
func (e *engine) putBefore(fl flow, t target) kinds {
	if !fl.body || fl.atom.kinds != 0 || fl.atom.hole.param >= len(t.args) {
		return 0
	}
	var k kinds
	for _, w := range e.writes.of[rootOf(e, t.args[fl.atom.hole.param])] {
		if call, ok := w.instr.(ssa.CallInstruction); ok && w.arg >= 0 {
			k |= e.putBy(call, 0)
		}
	}
	return k
}

// putBy is what the functions that a call may run put into such maps, they or what they call.
func (e *engine) putBy(call ssa.CallInstruction, depth int) kinds {
	var k kinds
	for _, t := range e.targets(call.Common()) {
		switch {
		case t.sum != nil:
			k |= t.sum.puts
		case t.body != nil && depth < 3:
			k |= e.puts.by[t.body]
			e.eachCall(t.body, func(inner ssa.CallInstruction) { k |= e.putBy(inner, depth+1) })
		}
	}
	return k
}

// without returns c without card data of these kinds alone.
func (c content) without(k kinds) content {
	out := content{open: c.open}
	for _, a := range c.atoms {
		if a.kinds == 0 || a.kinds&^k != 0 {
			out.add(content{atoms: []atom{a}})
		}
	}
	return out
}
