package carddata

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// tellLogger tells of the logger in a package variable.
func (e *engine) tellLogger(out map[types.Object]*funcFact, v *types.Var) {
	g, ok := e.ssa.Pkg.Members[v.Name()].(*ssa.Global)
	if !ok || !v.Exported() || !isLogger(v.Type()) {
		return
	}
	if l := toLoggerFact(e.describeSource(source{ref: ref{g, "", nil}}, 0)); l != nil {
		out[v] = &funcFact{Logger: l}
	}
}

// tellClient tells what gets the requests that are sent with the client or transport in a package variable.
func (e *engine) tellClient(out map[types.Object]*funcFact, v *types.Var) {
	g, ok := e.ssa.Pkg.Members[v.Name()].(*ssa.Global)
	if !ok || !v.Exported() || !isCarrier(v.Type()) {
		return
	}
	f := new(funcFact)
	for _, w := range e.writes.of[g] {
		if w.val != nil && w.path == "" {
			f.Made = e.addTaps(f.Made, ref{w.val, "", w.instr})
		}
	}
	if len(f.Made) > 0 {
		out[v] = f
	}
}

// tellType tells what is called through the methods of an interface and through the
// functions in the fields of a struct.
func (e *engine) tellType(out map[types.Object]*funcFact, obj *types.TypeName) {
	if obj.IsAlias() {
		return
	}
	if types.IsInterface(obj.Type()) {
		if obj.Exported() {
			e.tellInterface(out, obj.Type())
		}
		return
	}
	st, ok := obj.Type().Underlying().(*types.Struct)
	if !ok {
		return
	}
	for field := range st.Fields() {
		if _, isFunc := field.Type().Underlying().(*types.Signature); isFunc && field.Exported() {
			e.tellField(out, field)
		}
		e.tellProof(out, field)
	}
}

// tellField tells what the functions log that the package stores into a field.
func (e *engine) tellField(out map[types.Object]*funcFact, field *types.Var) {
	f := new(funcFact)
	for _, st := range e.stores[field] {
		for _, fn := range e.functions(st.v, 0) {
			shift := 0
			if fn.bound {
				shift = 1
			}
			f.join(e, e.resolved(fn.fn, nil), shift)
		}
	}
	if len(f.Flows)+len(f.Sends) > 0 {
		out[field] = f
	}
}

// join adds the flows of a function whose first parameters, shift of them, the caller does not give.
func (f *funcFact) join(e *engine, t target, shift int) {
	f.Flows = joined(f.Flows, e.flowsOf(t), shift)
	f.Sends = joined(f.Sends, e.sendsOf(t), shift)
}

func joined(out []factFlow, flows []flow, shift int) []factFlow {
	for _, fl := range flows {
		if fl.to >= 0 || fl.atom.kinds == 0 && fl.atom.hole.param < shift {
			continue
		}
		if fl.atom.kinds == 0 {
			fl.atom.hole.param -= shift
			if fl.atom.hole.aux >= 0 {
				fl.atom.hole.aux -= shift
			}
		}
		if ff := (factFlow{fl.to, fl.sink, fl.err, toFact(fl.atom)}); !slices.Contains(out, ff) {
			out = append(out, ff)
		}
	}
	return out
}

// tellInterface tells what the methods of an interface log, as far as the types that
// implement it are out of sight of who imports the package: not exported, or of another one.
func (e *engine) tellInterface(out map[types.Object]*funcFact, iface types.Type) {
	for m := range iface.Underlying().(*types.Interface).ExplicitMethods() {
		f := new(funcFact)
		for _, t := range e.implementers(iface) {
			named, ok := t.(*types.Named)
			impl := methodOf(t, m.Name())
			if !ok || impl == nil || named.Obj().Exported() && named.Obj().Pkg() == e.pass.Pkg {
				continue
			}
			f.join(e, e.methodTarget(impl, nil), 0)
		}
		if len(f.Flows)+len(f.Sends) > 0 && m.Exported() {
			out[m] = f
		}
	}
}

// madeFlows tells what the functions log that a function returns, and what gets the requests that
// are sent with a client or transport that it returns.
func (e *engine) madeFlows(fn *ssa.Function) []factFlow {
	results := fn.Signature.Results()
	if results.Len() == 0 {
		return nil
	}
	_, isFunc := results.At(0).Type().Underlying().(*types.Signature)
	if !isFunc && !isCarrier(results.At(0).Type()) {
		return nil
	}
	var out []factFlow
	for _, b := range fn.Blocks {
		ret, ok := lastReturn(b)
		if !ok {
			continue
		}
		if !isFunc {
			out = e.addTaps(out, ref{ret.Results[0], "", ret})
			continue
		}
		for _, f := range e.functions(ret.Results[0], 0) {
			shift := 0
			if f.bound {
				shift = 1
			}
			out = joined(out, e.flowsOf(e.resolved(f.fn, nil)), shift)
		}
		for _, t := range e.madeTargets(ret.Results[0], nil) {
			out = joined(out, e.flowsOf(t), 0)
		}
	}
	return out
}

// madeTargets are the functions that functions of other packages return, as far as facts tell.
func (e *engine) madeTargets(v ssa.Value, args []ssa.Value) []target {
	var out []target
	for _, s := range e.resolve(ref{v, "", nil}) {
		call, ok := s.v.(*ssa.Call)
		if !ok || s.path != "" || s.result != 0 {
			continue
		}
		if fn := call.Call.StaticCallee(); fn != nil {
			if obj, ok := fn.Object().(*types.Func); ok {
				if sum := e.facts(obj.Origin()); sum != nil && len(sum.made) > 0 {
					out = append(out, target{args: args, sum: &summary{flows: sum.made, same: -1}})
				}
			}
		}
	}
	return out
}
