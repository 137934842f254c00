package carddata

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// target is one function that a call may run.
type target struct {
	obj  *types.Func   // nil for a function literal
	body *ssa.Function // in this package, or nil
	args []ssa.Value
	sum  *summary // of another package, or nil
}

// targets are the functions that one call may run, once they are found.
type targets struct {
	list []target
	busy bool
}

// paramHas says whether the argument at an index, the receiver first, can have something at path.
func (t target) paramHas(i int, path string) bool {
	if t.obj == nil {
		return true
	}
	sig := t.obj.Signature()
	if recv := sig.Recv(); recv != nil {
		if i == 0 {
			return hasPath(recv.Type(), path)
		}
		i--
	}
	return i >= sig.Params().Len() || hasPath(sig.Params().At(i).Type(), path)
}

// resultHas says whether a result can have something at path.
func (t target) resultHas(i int, path string) bool {
	return t.obj == nil || i >= t.obj.Signature().Results().Len() || hasPath(t.obj.Signature().Results().At(i).Type(), path)
}

// targets returns the functions that a call may run: one when it is static, the
// implementations in view of an interface's method, the functions that a variable holds.
func (e *engine) targets(common *ssa.CallCommon) []target {
	known := e.called[common]
	if known == nil {
		known = &targets{busy: true}
		e.called[common] = known
		known.list = e.findTargets(common)
		known.busy = false
	}
	e.open = e.open || known.busy // a call that its own receiver depends on
	return known.list
}

func (e *engine) findTargets(common *ssa.CallCommon) []target {
	if common.IsInvoke() {
		return e.implementations(common.Value, common.Method, callArgs(common))
	}
	if fn := common.StaticCallee(); fn != nil {
		return []target{e.target(fn, common)}
	}
	if _, builtin := common.Value.(*ssa.Builtin); builtin {
		return nil
	}
	out := e.fieldTargets(common.Value, common.Args, 0)
	for _, fn := range e.functions(common.Value, 0) {
		args := common.Args
		if fn.closure != nil && fn.bound {
			args = append([]ssa.Value{fn.closure.Bindings[0]}, args...)
		}
		if obj, ok := fn.fn.Object().(*types.Func); ok && isMethodOfInterface(obj) && len(args) > 0 {
			out = append(out, e.implementations(args[0], obj, args)...)
			continue
		}
		out = append(out, e.resolved(fn.fn, args))
	}
	if len(out) == 0 && !(carriesResult(common.Signature()) && isParam(common.Value)) && !e.decorates(common.Value) {
		for _, fn := range e.options(common.Value.Type()) {
			out = append(out, e.resolved(fn, common.Args))
		}
	}
	if common.Signature().Results().Len() == 0 {
		return e.withoutNops(out)
	}
	return out
}

// options are the functions that the package makes values of a function type of its own of, as
// it does where options change what a function works with.
func (e *engine) options(t types.Type) []*ssa.Function {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() != e.pass.Pkg {
		return nil
	}
	if e.optionFuncs == nil {
		e.optionFuncs = map[*types.TypeName][]*ssa.Function{}
		for _, fn := range e.ssa.Funcs {
			for _, b := range fn.Blocks {
				for _, instr := range b.Instrs {
					e.noteOption(instr)
				}
			}
		}
	}
	return e.optionFuncs[named.Obj()]
}

// carriesResult says whether a function gives something back that is not an error: where a
// caller gives the function, that one counts and not what all of its type return.
func carriesResult(sig *types.Signature) bool {
	for v := range sig.Results().Variables() {
		if !types.Identical(v.Type(), types.Universe.Lookup("error").Type()) {
			return true
		}
	}
	return false
}

// decorates says whether a function literal calls a function that the one around it was given.
func (e *engine) decorates(v ssa.Value) bool {
	load, ok := underConversion(v).(*ssa.UnOp)
	if !ok {
		return false
	}
	if _, ok := load.X.(*ssa.FreeVar); !ok {
		return false
	}
	for _, s := range e.resolve(ref{load, "", nil}) {
		if p, ok := s.v.(*ssa.Parameter); ok && s.path == "" && p.Parent() != load.Parent() {
			return true
		}
	}
	return false
}

func isParam(v ssa.Value) bool {
	_, ok := underConversion(v).(*ssa.Parameter)
	return ok
}

func (e *engine) noteOption(instr ssa.Instruction) {
	conv, ok := instr.(*ssa.ChangeType)
	if !ok {
		return
	}
	named, ok := types.Unalias(conv.Type()).(*types.Named)
	if !ok {
		return
	}
	switch f := conv.X.(type) {
	case *ssa.Function:
		e.optionFuncs[named.Obj()] = append(e.optionFuncs[named.Obj()], f)
	case *ssa.MakeClosure:
		e.optionFuncs[named.Obj()] = append(e.optionFuncs[named.Obj()], f.Fn.(*ssa.Function))
	}
}

func isMethodOfInterface(obj *types.Func) bool {
	recv := obj.Signature().Recv()
	return recv != nil && types.IsInterface(recv.Type())
}

func (e *engine) target(fn *ssa.Function, common *ssa.CallCommon) target {
	args := common.Args
	if mc, ok := common.Value.(*ssa.MakeClosure); ok && fn.Synthetic != "" && len(mc.Bindings) == 1 {
		args = append([]ssa.Value{mc.Bindings[0]}, args...)
	}
	return e.resolved(fn, args)
}

// resolved completes a target with what is known of its function.
func (e *engine) resolved(fn *ssa.Function, args []ssa.Value) target {
	t := target{args: args, body: e.body(fn)}
	if obj, ok := fn.Object().(*types.Func); ok {
		t.obj = obj.Origin()
		if t.body == nil {
			t.body = e.bodies[t.obj]
		}
	}
	if t.body == nil && t.obj != nil {
		t.sum = e.facts(t.obj)
	}
	return t
}

// function is a function value: the function, and the closure that binds a receiver.
type function struct {
	fn      *ssa.Function
	closure *ssa.MakeClosure
	bound   bool
}

// functions returns the functions that a value may be.
func (e *engine) functions(v ssa.Value, depth int) []function {
	if depth > 4 {
		return nil
	}
	var out []function
	for _, s := range e.resolve(ref{v, "", nil}) {
		switch f := s.v.(type) {
		case *ssa.Function:
			out = append(out, function{fn: f})
			continue
		case *ssa.MakeClosure:
			fn := f.Fn.(*ssa.Function)
			out = append(out, function{fn, f, fn.Synthetic != "" && len(f.Bindings) == 1})
			continue
		case *ssa.Call:
			if s.path == "" {
				out = append(out, e.returnedFunctions(f, s.result, depth+1)...)
			}
		}
		if f := e.fieldAt(s.ref); f != nil {
			for _, st := range e.stores[f] {
				out = append(out, e.functions(st.v, depth+1)...)
			}
		}
	}
	return out
}

// returnedFunctions are the functions that a call may return.
func (e *engine) returnedFunctions(call *ssa.Call, result, depth int) []function {
	fn := call.Call.StaticCallee()
	if fn == nil {
		return nil
	}
	if obj := rowObject(call.Common()); obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == "sync" && strings.HasPrefix(obj.Name(), "Once") {
		return e.functions(call.Call.Args[0], depth) // OnceFunc, OnceValue
	}
	var out []function
	if body := e.body(fn); body != nil {
		for _, b := range body.Blocks {
			if ret, ok := lastReturn(b); ok && result < len(ret.Results) {
				out = append(out, e.functions(ret.Results[result], depth)...)
			}
		}
	}
	return out
}

// fieldTargets are the functions that another package makes, or stores into a field from which a
// function is read, as far as its facts tell.
func (e *engine) fieldTargets(v ssa.Value, args []ssa.Value, depth int) []target {
	f := fieldVar(v)
	if f == nil {
		return e.madeTargets(v, args)
	}
	if depth > 4 {
		return nil
	}
	if f.Pkg() != e.pass.Pkg {
		if sum := e.facts(f); sum != nil {
			return []target{{args: args, sum: sum}}
		}
		return nil
	}
	var out []target
	for _, st := range e.stores[f] {
		out = append(out, e.fieldTargets(st.v, args, depth+1)...)
	}
	return out
}

// fieldVar is the field that a value is read from, or nil.
func fieldVar(v ssa.Value) *types.Var {
	switch v := underConversion(v).(type) {
	case *ssa.UnOp:
		if fa, ok := fieldRead(v); ok {
			return fieldOf(fa.X.Type(), fa.Field).Origin()
		}
	case *ssa.Field:
		return fieldOf(v.X.Type(), v.Field).Origin()
	}
	return nil
}
