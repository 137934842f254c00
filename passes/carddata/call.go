package carddata

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/loglib"
)

// callText returns what a path of a call's result holds.
func (e *engine) callText(call *ssa.Call, index int, path string, at ssa.Instruction) content {
	common := call.Common()
	if b, ok := common.Value.(*ssa.Builtin); ok {
		return e.builtinText(b.Name(), call, path, at)
	}
	if obj := rowObject(common); obj != nil {
		if row := rowOf(obj); row != nil && row.Op != loglib.Nolog && row.Op != loglib.Keep && row.Op != loglib.Kept {
			return e.rowText(row, call, index, path)
		}
	}
	var c content
	if part, ok := strings.CutPrefix(path, ".URL"); ok {
		if url := requestURL(call); url != nil {
			return e.urlText(url, part, call)
		}
	}
	targets := e.targets(common)
	for _, t := range targets {
		c.add(e.targetText(t, call, index, path))
	}
	if len(targets) == 0 {
		if c := e.rejectedText(call); c.kinds() != 0 {
			return c
		}
		return e.functionText(call, index, path)
	}
	if c.kinds() == 0 && index == 0 {
		c.add(e.askedParameter(&call.Call, path, modeOf("v")))
	}
	return c
}

// functionText is the result of a function value whose function is not in view.
func (e *engine) functionText(call *ssa.Call, index int, path string) content {
	if call.Call.IsInvoke() {
		c := e.strangerText(&call.Call)
		if index == 0 && c.open {
			c.add(e.askedParameter(&call.Call, path, modeOf("v")))
		}
		return c
	}
	for _, s := range e.resolve(ref{call.Call.Value, "", nil}) {
		owner, isField := strings.CutSuffix(s.path, ".GetBody")
		if s.v == nil || !isField || index != 0 {
			continue
		}
		s.path = owner
		if t := s.typ(); isNamed(deref(t), "net/http", "Request") {
			s.path += ".Body"
			return e.bodyText(s, deref(t), false)
		}
	}
	if index == 0 && !maskFunc(calledName(e, call)) {
		return e.calledParameter(call.Call.Value, path, modeOf("v"))
	}
	return e.strangerText(&call.Call)
}

// calledName is the name of the variable or parameter that holds a function.
func calledName(e *engine, call *ssa.Call) string {
	if names := e.valueNames(call.Call.Value); len(names) > 0 {
		return names[0]
	}
	return ""
}

// rowObject is the function or interface method that a call names.
func rowObject(common *ssa.CallCommon) *types.Func {
	if common.IsInvoke() {
		return common.Method
	}
	if fn := common.StaticCallee(); fn != nil {
		if _, closure := common.Value.(*ssa.MakeClosure); closure && fn.Synthetic != "" {
			return nil // a method value: its receiver is not among the arguments
		}
		if obj, ok := fn.Object().(*types.Func); ok {
			return obj.Origin()
		}
	}
	return nil
}

// rowOf returns the row of a function of a library.
func rowOf(obj *types.Func) *loglib.Row {
	if obj.Pkg() == nil || !loglib.Knows(obj.Pkg().Path()) {
		return nil // most functions; the full name of one is dear
	}
	if row := loglib.Lookup(obj.FullName()); row != nil {
		return row
	}
	return loglib.OfPackage(obj.Pkg().Path())
}

// strangerText is the result of a function that nothing is known of but its name.
func (e *engine) strangerText(common *ssa.CallCommon) content {
	if maskFunc(calleeName(common)) || common.IsInvoke() && maskFunc(typeName(common.Value.Type())) {
		return clean
	}
	return unknown()
}

// targetText is what one function that a call may run returns.
func (e *engine) targetText(t target, call ssa.CallInstruction, index int, path string) content {
	name := ""
	if t.obj != nil {
		name = t.obj.Name()
	}
	args := e.argRefs(t.args, call)
	switch {
	case t.body != nil:
		if maskFunc(name) && !e.passesOn(t.body, index) {
			return clean
		}
		return e.fill(e.resultText(t.body, index, path), t.body, args)
	case t.sum != nil:
		if maskFunc(name) {
			return clean
		}
		for _, r := range t.sum.results {
			if rest, _, ok := within(r.path, path); r.index == index && ok && !r.shown && t.resultHas(index, path) {
				return e.fillPath(r.content, nil, rest, args)
			}
		}
	}
	return e.strangerText(call.Common())
}

// passesOn says whether a function that is named like a mask returns its text unchanged on
// every path, so that the name does not count.
func (e *engine) passesOn(fn *ssa.Function, index int) bool {
	n := 0
	for _, b := range fn.Blocks {
		ret, ok := lastReturn(b)
		if !ok || index >= len(ret.Results) || isZero(ret.Results[index]) {
			continue
		}
		n++
		full := false
		for _, a := range e.text(ref{ret.Results[index], "", ret}).atoms {
			full = full || !a.part && (a.kinds != 0 || a.hole.shape == raw)
		}
		if !full {
			return false
		}
	}
	return n > 0
}

func lastReturn(b *ssa.BasicBlock) (*ssa.Return, bool) {
	if len(b.Instrs) == 0 {
		return nil, false
	}
	ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
	return ret, ok
}

// resultText joins what the returns of a function of this package give.
func (e *engine) resultText(fn *ssa.Function, index int, path string) content {
	if depth(path) > e.depth {
		return unknown()
	}
	return e.ask(query{ask: askResult, fn: fn, result: index, path: path}, func() content {
		var c content
		for _, b := range fn.Blocks {
			ret, ok := lastReturn(b)
			if !ok || index >= len(ret.Results) {
				continue
			}
			v := ret.Results[index]
			if path == "" && shortIn(v, b, maxShort) {
				continue
			}
			c.add(e.text(e.returnedAs(ret, index, path)).under(e.guardsAt(b)))
		}
		return c
	})
}

// returnedAs is a result at the end of a function. A variable that another result's call fills
// is what the call leaves in it: return v, json.Unmarshal(data, &v).
func (e *engine) returnedAs(ret *ssa.Return, index int, path string) ref {
	asIs := ref{ret.Results[index], path, ret}
	load, ok := storedBefore(ret, ret.Results[index]).(*ssa.UnOp)
	if !ok || load.Op != token.MUL || load.Block() != ret.Block() {
		return asIs
	}
	alloc, ok := load.X.(*ssa.Alloc)
	if !ok {
		return asIs
	}
	for _, w := range e.writes.of[alloc] {
		call, ok := w.instr.(*ssa.Call)
		if ok && w.path == "" && slices.ContainsFunc(ret.Results, func(v ssa.Value) bool { return storedBefore(ret, v) == call }) {
			return ref{alloc, path, ret}
		}
	}
	return asIs
}

// storedBefore is the value that a return puts where deferred calls can change it, or v.
func storedBefore(ret *ssa.Return, v ssa.Value) ssa.Value {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return v
	}
	if _, local := load.X.(*ssa.Alloc); !local {
		return v
	}
	for _, instr := range slices.Backward(ret.Block().Instrs) {
		if st, ok := instr.(*ssa.Store); ok && st.Addr == load.X {
			return st.Val
		}
	}
	return v
}

// argRefs gives the arguments of a call as refs at the call.
func (e *engine) argRefs(args []ssa.Value, call ssa.CallInstruction) func(int) (ref, bool) {
	return func(i int) (ref, bool) {
		if i < 0 || i >= len(args) {
			return ref{}, false
		}
		return ref{args[i], "", call}, true
	}
}

// fill puts a caller's arguments into the holes that c has for the parameters of fn; the
// holes of other functions (of one that fn is a literal in) stay.
func (e *engine) fill(c content, fn *ssa.Function, args func(int) (ref, bool)) content {
	return e.fillPath(c, fn, "", args)
}

// fillPath is fill for what is at a path of the holes' values.
func (e *engine) fillPath(c content, fn *ssa.Function, path string, args func(int) (ref, bool)) content {
	out := content{}
	for _, a := range c.atoms {
		if a.kinds != 0 || a.hole.fn != fn || a.hole.shape == typed {
			out.add(content{atoms: []atom{a}})
			continue
		}
		if r, ok := args(a.hole.param); ok {
			given, possible := e.met(a.hole.when, args)
			if !possible {
				continue
			}
			h := a.hole
			if h.shape == raw || h.shape == called || h.shape == asked {
				h.path += path
			}
			d := e.holeContent(h, r, args)
			if a.part {
				d = d.parts()
			}
			out.add(d.under(given))
		}
	}
	out.open = out.open || c.open
	return out
}

// holeContent is what an argument shows in the way that a hole takes it.
func (e *engine) holeContent(h hole, arg ref, args func(int) (ref, bool)) content {
	switch h.shape {
	case raw:
		return e.text(arg.in(h.path)).leaving(servedBody) // a helper gets the requests of many handlers
	case sent:
		return e.sentBody(arg.in(h.path))
	case called:
		return e.calledContent(h, arg)
	case asked:
		return e.askedContent(h, arg)
	case shown:
		r := arg.in(h.path)
		t, _, _, _ := typeAt(arg.v.Type(), h.path)
		if t == nil {
			return unknown()
		}
		key := h.key
		if k, ok := args(h.aux); ok && h.aux >= 0 {
			key, _ = constText(k.v)
		}
		if leftOut(h.not, key) {
			return clean
		}
		if h.not != "" && arg.v != nil {
			if c, ok := e.showRest(r, t, h); ok {
				return c
			}
		}
		return e.keyed(key, e.show(r, t, h.mode), arg)
	}
	var c content
	for _, it := range e.spread(arg.in(h.path), h, args) {
		if !leftOut(h.not, it.key) {
			c.add(e.itemContent(it))
		}
	}
	return c
}

// builtinText is the result of a builtin function.
func (e *engine) builtinText(name string, call *ssa.Call, path string, at ssa.Instruction) content {
	var c content
	switch name {
	case "append":
		for i, a := range call.Call.Args {
			if i > 0 && path == "" {
				c.add(e.text(ref{a, "", call}))
				continue
			}
			c.add(e.text(ref{a, path, call}))
		}
	case "min", "max":
		for _, a := range call.Call.Args {
			c.add(e.text(ref{a, path, call}))
		}
	}
	return c
}

// effectText is what a call leaves at a path of what its argument points to.
func (e *engine) effectText(eff *effect) content {
	var c content
	for _, t := range e.targets(eff.call.Common()) {
		args := e.argRefs(t.args, eff.call)
		switch {
		case t.body != nil && eff.arg < len(t.body.Params):
			c.add(e.fill(e.leftText(t.body, eff.arg, eff.path), t.body, args))
		case t.sum != nil:
			for _, w := range t.sum.writes {
				if rest, _, ok := within(w.path, eff.path); w.param == eff.arg && ok && t.paramHas(eff.arg, eff.path) {
					c.add(e.fillPath(w.content, nil, rest, args))
				}
			}
		default:
			c.open = true
		}
	}
	if len(e.targets(eff.call.Common())) == 0 {
		c.open = true
	}
	return c
}

// leftText joins what is at a path of a parameter when fn returns.
func (e *engine) leftText(fn *ssa.Function, param int, path string) content {
	if depth(path) > e.depth {
		return unknown()
	}
	return e.ask(query{ask: askWrites, fn: fn, result: param, path: path}, func() content {
		var c content
		for _, b := range fn.Blocks {
			if ret, ok := lastReturn(b); ok {
				c.add(e.text(ref{fn.Params[param], path, ret}))
			}
		}
		return c
	})
}
