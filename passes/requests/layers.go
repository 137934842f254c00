package requests

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/guard"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file finds the layers that a package makes for the clients of others: functions that put a transport
// around another one. They are tried on the package's own services, whose constructors are given them.

// maxLayered bounds how many layers of a package are tried, and on how many services.
const maxLayered = 12

const transportType = "net/http.RoundTripper"

// layered returns calls of the API by services of the package through the layers that it exports and nobody in
// it uses.
func (a *analyzer) layered(calls []*Call) []*Call {
	var out []*Call
	var wearers []wearer
	left := maxLayered
	for _, layer := range a.prog.Own {
		if !a.isLayer(layer) {
			continue
		}
		if wearers == nil {
			if wearers = a.wearers(calls); wearers == nil {
				break
			}
		}
		for _, w := range wearers {
			if left--; left < 0 {
				return out
			}
			guard.Run(func() {
				fn := wear(layer, w)
				a.machine.Run(fn)
				for _, s := range a.machine.Sent {
					through := slices.ContainsFunc(s.Site.Stack(), func(f *ir.Func) bool {
						return f != fn && (strings.HasPrefix(f.Name, layer.Name+"$") || f.Pkg == a.prog.Path && methodOf(f.Name) == ".RoundTrip")
					})
					if through && a.evidence(s) == aurora.Yes {
						out = append(out, a.call(fn, s))
					}
				}
			})
		}
	}
	return out
}

// isLayer says whether a function puts a transport around another one, or returns a literal that does, and
// nobody in the package uses it.
func (a *analyzer) isLayer(fn *ir.Func) bool {
	if !fn.Exported || fn.Recv || fn.Generated || fn.Results != 1 || len(a.callers[fn.Name]) > 0 || a.valued[fn.Name] {
		return false
	}
	return wraps(fn) || a.literalLayer(fn) != nil
}

func wraps(fn *ir.Func) bool { return len(fn.Params) == 1 && fn.Params[0].Type == transportType }

// literalLayer is the literal that a function returns which puts a transport around another one.
func (a *analyzer) literalLayer(fn *ir.Func) *ir.Func {
	for _, in := range fn.Instrs() {
		if in.Op != ir.Return || len(in.Args) != 1 {
			continue
		}
		r := in.Args[0]
		for def := fn.Def(r); r >= 0 && def != nil && (def.Op == ir.Convert || def.Op == ir.Closure); def = fn.Def(r) {
			if def.Op == ir.Closure {
				if l := a.prog.Func(def.Sym); l != nil && wraps(l) {
					return l
				}
				break
			}
			r = def.Args[0]
		}
		if c := fn.Const(r); c != nil && c.Kind == ir.KindFunc { // it captures nothing
			if l := a.prog.Func(c.Str); l != nil && wraps(l) {
				return l
			}
		}
	}
	return nil
}

// wearer is a constructor of a service, the parameter for a layer or what has one, and a method that calls the API.
type wearer struct {
	maker, method *ir.Func
	param         int
}

// wearers are those of the package: for each constructor one method that reads and one that changes something.
func (a *analyzer) wearers(calls []*Call) []wearer {
	var out []wearer
	layers := a.layerTypes()
	for _, maker := range a.prog.Own {
		typ := strings.TrimLeft(madeType(maker), "*")
		param := slices.IndexFunc(maker.Params, func(v ir.Var) bool { return wearable(v.Type, layers) })
		if typ == "" || param < 0 || !maker.Exported || maker.Recv || maker.Generated {
			continue
		}
		found := map[aurora.Answer]bool{}
		for _, c := range calls {
			if receiverType(c.root) == typ && !found[c.Mutating] && !c.root.Generated {
				found[c.Mutating] = true
				out = append(out, wearer{maker, c.root, param})
			}
		}
	}
	return out
}

// wearable says whether a parameter may take a layer, a list of them, or what is sent by.
func wearable(typ string, layers map[string]bool) bool {
	return typ == transportType || typ == "*net/http.Client" || layers[strings.TrimPrefix(typ, "[]")]
}

// layerTypes are the types of functions that functions in view call to put a transport around another one.
func (a *analyzer) layerTypes() map[string]bool {
	out := map[string]bool{}
	a.prog.Funcs(func(fn *ir.Func) {
		var types *ir.Types
		for _, in := range fn.Instrs() {
			if in.Op != ir.Call || in.Sym != "" || len(in.Args) != 2 || in.Returns() != transportType {
				continue
			}
			if types == nil {
				types = fn.Types()
			}
			out[types.Of(in.Args[0])] = true
		}
	})
	delete(out, "")
	return out
}

// wear makes a function that gives a layer to a constructor and calls a method of what that makes. All else
// that they take are its parameters.
func wear(layer *ir.Func, w wearer) *ir.Func {
	base := ir.Var{Name: "base", Type: transportType}
	fn := &ir.Func{Name: layer.Name + "+" + w.method.Name, Pkg: layer.Pkg}
	var code []ir.Instr
	fn.Params = slices.Concat(layer.Params, w.maker.Params, w.method.Params, []ir.Var{base})
	fn.Regs = len(fn.Params)
	add := func(in ir.Instr) ir.Ref {
		in.Dst = fn.Regs
		fn.Regs++
		code = append(code, in)
		return ir.Ref(in.Dst)
	}
	args := func(from int, of *ir.Func) []ir.Ref {
		out := []ir.Ref{ir.None}
		for i := range of.Params {
			out = append(out, ir.Ref(from+i))
		}
		return out
	}
	fn.Consts = []ir.Const{{Kind: ir.KindInt, Type: "int"}, {Kind: ir.KindFunc, Str: layer.Name}}
	value, sym := ir.Ref(-2), layer.Name
	if !wraps(layer) {
		value, sym = add(ir.Instr{Op: ir.Call, Sym: layer.Name, Args: args(0, layer)}), ""
	}
	given := value
	switch typ := w.maker.Params[w.param].Type; {
	case typ == transportType, typ == "*net/http.Client":
		call := []ir.Ref{value, ir.Ref(len(fn.Params) - 1)}
		if sym != "" {
			call[0] = ir.None
		}
		given = add(ir.Instr{Op: ir.Call, Sym: sym, Args: call, Type: transportType})
		if typ != transportType {
			client := add(ir.Instr{Op: ir.Alloc, N: 1, Sym: "net/http.Client"})
			at := add(ir.Instr{Op: ir.FieldAddr, Args: []ir.Ref{client}, Sym: "Transport"})
			add(ir.Instr{Op: ir.Store, Args: []ir.Ref{at, given}})
			given = client
		}
	case strings.HasPrefix(typ, "[]"):
		list := add(ir.Instr{Op: ir.Alloc, N: 1, Sym: "[1]" + typ[2:]})
		at := add(ir.Instr{Op: ir.IndexAddr, Args: []ir.Ref{list, -1}})
		add(ir.Instr{Op: ir.Store, Args: []ir.Ref{at, value}})
		given = add(ir.Instr{Op: ir.Slice, Args: []ir.Ref{list, ir.None, ir.None}})
	}
	toMaker := args(len(layer.Params), w.maker)
	toMaker[1+w.param] = given
	made := add(ir.Instr{Op: ir.Call, Sym: w.maker.Name, Args: toMaker})
	if w.maker.Results > 1 {
		made = add(ir.Instr{Op: ir.Extract, Args: []ir.Ref{made}})
	}
	toMethod := args(len(layer.Params)+len(w.maker.Params), w.method)
	toMethod[1] = made
	add(ir.Instr{Op: ir.Call, Sym: w.method.Name, Args: toMethod})
	add(ir.Instr{Op: ir.Return})
	fn.Blocks = []ir.Block{{Instrs: code}}
	return fn
}
