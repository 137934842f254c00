package carddata

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

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
	if len(out) > 0 || requestParam(method.Signature()) >= 0 {
		return out // which of all clients and transports it is, is not to be guessed
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

// withoutNops leaves out the functions that do nothing, which a logger's package often has
// beside the real one and a logger's field as its default.
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
		if t = likewise(t, iface); t != nil && (types.Implements(t, it) || types.Implements(types.NewPointer(t), it)) {
			out = append(out, t)
		}
	}
	return out
}

// likewise gives a generic type the type arguments of an instance of a generic interface; nil
// when it does not take as many.
func likewise(t, iface types.Type) types.Type {
	named, ok := t.(*types.Named)
	if !ok || named.TypeParams().Len() == 0 {
		return t
	}
	of, ok := types.Unalias(iface).(*types.Named)
	if !ok || of.TypeArgs().Len() != named.TypeParams().Len() {
		return nil
	}
	inst, err := types.Instantiate(nil, named, slices.Collect(of.TypeArgs().Types()), false)
	if err != nil {
		return nil
	}
	return inst
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
			if !ok || named.NumMethods() == 0 && !embeds(named) {
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
