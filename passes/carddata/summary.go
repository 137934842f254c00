package carddata

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// flow is a sink in a function that a caller has to judge.
type flow struct {
	// to is the parameter that is the writer, -1 when it is known to be a log.
	to   int
	sink string // what the record is written with, for messages
	err  bool   // it is the text of an error
	atom atom
}

// summary is what is known of a function: its sinks, and what its results and what its
// parameters point to hold afterwards.
type summary struct {
	flows   []flow
	results []result
	writes  []effectOf
	same    int // the parameter that the first result is, or -1
	logger  logger
}

// result is what a path of a result holds.
type result struct {
	index int
	path  string
	shown bool // it is what printing the result shows
	json  bool // it is what encoding the result as JSON shows
	content
}

// effectOf is what the function leaves at a path of a parameter.
type effectOf struct {
	param int
	path  string
	content
}

// sameResult returns the parameter that a function always returns first, as the methods of
// a builder do, or -1.
func sameResult(fn *ssa.Function) int {
	same := -1
	for _, b := range fn.Blocks {
		ret, ok := lastReturn(b)
		if !ok {
			continue
		}
		if len(ret.Results) != 1 {
			return -1
		}
		p, ok := ret.Results[0].(*ssa.Parameter)
		if !ok || !pointsOn(p.Type()) || same >= 0 && same != paramIndex(p) {
			return -1
		}
		same = paramIndex(p)
	}
	return same
}

// returned is the argument that a call returns as it is, or nil.
func (e *engine) returned(call *ssa.Call) ssa.Value {
	fn := call.Call.StaticCallee()
	if fn == nil {
		return nil
	}
	same := -1
	if body := e.body(fn); body != nil {
		same = sameResult(body)
	} else if obj, ok := fn.Object().(*types.Func); ok {
		if sum := e.facts(obj.Origin()); sum != nil {
			same = sum.same
		}
	}
	if same < 0 || same >= len(call.Call.Args) {
		return nil
	}
	return call.Call.Args[same]
}

// target is one function that a call may run.
type target struct {
	obj  *types.Func   // nil for a function literal
	body *ssa.Function // in this package, or nil
	args []ssa.Value
	sum  *summary // of another package, or nil
}

// targets returns the functions that a call may run: one when it is static, the
// implementations in view of an interface's method, the functions that a variable holds.
func (e *engine) targets(common *ssa.CallCommon) []target {
	known, ok := e.called[common]
	if !ok {
		e.called[common] = nil // for a call that its own receiver depends on
		known = e.findTargets(common)
		e.called[common] = known
	}
	return known
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
	var out []target
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
	return out
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
		}
		if f := e.fieldAt(s.ref); f != nil {
			for _, st := range e.stores[f] {
				out = append(out, e.functions(st.v, depth+1)...)
			}
		}
	}
	return out
}

// implementations returns the methods that a call of a method of an interface of the module may
// run: those of the values that are seen to be put in, or else those of all types in view.
func (e *engine) implementations(recv ssa.Value, method *types.Func, args []ssa.Value) []target {
	var out []target
	for _, s := range e.dynamicSources(ref{recv, "", nil}) {
		if s.v != nil && !types.IsInterface(s.v.Type()) && s.path == "" {
			if m := methodOf(s.v.Type(), method.Name()); m != nil {
				out = append(out, e.methodTarget(m, args))
			}
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, t := range e.implementers(recv.Type()) {
		if m := methodOf(t, method.Name()); m != nil {
			out = append(out, e.methodTarget(m, args))
		}
	}
	if sum := e.facts(method.Origin()); sum != nil {
		out = append(out, target{obj: method.Origin(), args: args, sum: sum})
	}
	return e.withoutNops(out)
}

func (e *engine) methodTarget(m *types.Func, args []ssa.Value) target {
	t := target{obj: m.Origin(), args: args, body: e.bodies[m.Origin()]}
	if t.body == nil {
		t.sum = e.facts(t.obj)
	}
	return t
}

// methodOf returns the method of a type or its pointer by name.
func methodOf(t types.Type, name string) *types.Func {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
	if obj == nil {
		if named, ok := types.Unalias(deref(t)).(*types.Named); ok {
			obj, _, _ = types.LookupFieldOrMethod(t, true, named.Obj().Pkg(), name)
		}
	}
	m, _ := obj.(*types.Func)
	return m
}

// withoutNops leaves out the implementations that do nothing, which a logger's package
// often has beside the real one.
func (e *engine) withoutNops(ts []target) []target {
	var out []target
	for _, t := range ts {
		if t.body != nil && len(t.body.Blocks) == 1 && len(t.body.Blocks[0].Instrs) <= 2 && !calls(t.body) {
			continue
		}
		out = append(out, t)
	}
	return out
}

func calls(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if _, ok := instr.(ssa.CallInstruction); ok {
				return true
			}
		}
	}
	return false
}

// implementers returns the types in view that implement an interface of the module.
func (e *engine) implementers(iface types.Type) []types.Type {
	if out, ok := e.implement[iface]; ok {
		return out
	}
	out := e.findImplementers(iface)
	e.implement[iface] = out
	return out
}

func (e *engine) findImplementers(iface types.Type) []types.Type {
	it, ok := iface.Underlying().(*types.Interface)
	if !ok || it.NumMethods() == 0 || isTypeParam(iface) {
		return nil
	}
	if named, ok := types.Unalias(iface).(*types.Named); ok && named.Obj().Pkg() == nil {
		return nil // error
	}
	var out []types.Type
	for _, t := range e.candidates() {
		if types.Implements(t, it) || types.Implements(types.NewPointer(t), it) {
			out = append(out, t)
		}
	}
	return out
}

// candidates are the types with methods of this package and of those of the module that it imports.
func (e *engine) candidates() []types.Type {
	if e.methodTypes != nil {
		return e.methodTypes
	}
	e.methodTypes = []types.Type{}
	for _, pkg := range append([]*types.Package{e.pass.Pkg}, e.pass.Pkg.Imports()...) {
		if !e.inModule(pkg) {
			continue
		}
		for _, name := range pkg.Scope().Names() {
			tn, ok := pkg.Scope().Lookup(name).(*types.TypeName)
			if !ok || tn.IsAlias() || types.IsInterface(tn.Type()) {
				continue
			}
			named, ok := tn.Type().(*types.Named)
			if !ok || named.TypeParams().Len() > 0 || named.NumMethods() == 0 && !embeds(named) {
				continue
			}
			e.methodTypes = append(e.methodTypes, named)
		}
	}
	return e.methodTypes
}

// embeds says whether a struct type gets methods from a field.
func embeds(t types.Type) bool {
	st := structOf(t)
	if st == nil {
		return false
	}
	for f := range st.Fields() {
		if f.Embedded() {
			return true
		}
	}
	return false
}
