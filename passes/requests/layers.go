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
	layers := a.layerTypes()
	return a.makersWith(calls, func(v ir.Var) bool { return wearable(v.Type, layers) })
}

// makersWith are the constructors of services with a parameter that is asked for, each with methods that call
// the API.
func (a *analyzer) makersWith(calls []*Call, asked func(ir.Var) bool) []wearer {
	var out []wearer
	for _, maker := range a.prog.Own {
		typ := strings.TrimLeft(madeType(maker), "*")
		param := slices.IndexFunc(maker.Params, asked)
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
	b := assemble(layer, w.maker, w.method)
	b.fn.Params = append(b.fn.Params, ir.Var{Name: "base", Type: transportType})
	b.fn.Regs++
	value, sym := ir.Ref(-2), layer.Name
	if !wraps(layer) {
		value, sym = b.add(ir.Instr{Op: ir.Call, Sym: layer.Name, Args: b.params(0, layer)}), ""
	}
	given := value
	switch typ := w.maker.Params[w.param].Type; {
	case typ == transportType, typ == "*net/http.Client":
		call := []ir.Ref{value, ir.Ref(len(b.fn.Params) - 1)}
		if sym != "" {
			call[0] = ir.None
		}
		given = b.add(ir.Instr{Op: ir.Call, Sym: sym, Args: call, Type: transportType})
		if typ != transportType {
			client := b.add(ir.Instr{Op: ir.Alloc, N: 1, Sym: "net/http.Client"})
			at := b.add(ir.Instr{Op: ir.FieldAddr, Args: []ir.Ref{client}, Sym: "Transport"})
			b.add(ir.Instr{Op: ir.Store, Args: []ir.Ref{at, given}})
			given = client
		}
	case strings.HasPrefix(typ, "[]"):
		given = b.list(typ, value)
	}
	return b.sends(w, len(layer.Params), given)
}
