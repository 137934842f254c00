package requests

import (
	"go/token"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/guard"
	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file finds the clients that a package makes for others, who give them to its own functions: who
// does so may be in a package that is not in view. They are tried on the functions that take a value of their
// type, by a function that makes one and hands it on.

// Limits that keep the trials of one maker, and of a package, short.
const (
	maxTakers = 6
	maxLent   = 24
)

// paired returns calls of the API through the clients that exported functions of the package make and that
// nobody in it uses: for each of them one that reads and one that changes something. A client that has no
// address of the API may be for others when functions take it that are not known to call the API.
func (a *analyzer) paired(calls []*Call) []*Call {
	var out []*Call
	var roots []*ir.Func
	left, services := maxLent, map[string]bool{}
	changes := map[*ir.Func]aurora.Answer{}
	for _, c := range calls {
		if _, seen := changes[c.root]; !seen {
			roots = append(roots, c.root)
		}
		changes[c.root], services[receiverType(c.root)] = c.Mutating, true
	}
	strangers := slices.DeleteFunc(slices.Clone(a.strangers), func(fn *ir.Func) bool { // parts of calls of the API
		return len(a.callers[fn.Name]) > 0 || fn.Recv && services[receiverType(fn)] ||
			takesRequest(fn)
	})
	known := map[string]bool{} // of the types that are taken, whether strangers take them
	takers := map[string][]taker{}
	for _, maker := range a.prog.Own {
		typ := a.lends(maker)
		if typ == "" || left == 0 {
			continue
		}
		if _, ok := known[typ]; !ok {
			own := a.takers(roots, typ)
			parts := slices.DeleteFunc(slices.Clone(own), func(t taker) bool { return !a.isPart(t.fn) })
			own = slices.DeleteFunc(own, func(t taker) bool { return a.isPart(t.fn) })
			takers[typ] = slices.Concat(own, parts, a.methods(typ), library(typ))
			known[typ] = len(a.takers(strangers, typ)) > 0
		}
		tries, found := maxTakers, map[aurora.Answer]bool{}
		for _, to := range takers[typ] {
			if found[changes[to.fn]] || tries == 0 || found[aurora.Yes] && found[aurora.No] {
				continue
			}
			tries--
			guard.Run(func() {
				for _, p := range a.through(maker, pair(maker, to), known[typ]) {
					p.taker = to.fn
					out, found[p.Mutating] = append(out, p), true
				}
			})
		}
		if tries < maxTakers {
			left--
		}
	}
	return out
}

// asTaken is the call as the function makes it that takes the client; ok is false for one that others in the
// package call, which know more of how long it may take.
func (c *Call) asTaken() (taken *Call, ok bool) {
	out := *c
	out.root = c.taker
	out.Deadline = c.an.deadline(&out)
	return &out, !c.an.isPart(c.taker)
}

// isPart says whether others in the package call a function: they know more of its calls of the API.
func (a *analyzer) isPart(fn *ir.Func) bool { return len(a.callers[fn.Name]) > 0 || a.valued[fn.Name] }

// through returns the calls of the API that a function makes by a client that comes from a maker; based
// are those alone whose client has an address of the API.
func (a *analyzer) through(maker, fn *ir.Func, based bool) []*Call {
	var out []*Call
	a.machine.Run(fn)
	for _, s := range a.machine.Sent {
		if a.evidence(s) != aurora.Yes {
			continue
		}
		w := &wire{a: a, s: s}
		ids := w.layers()
		for _, id := range slices.Clone(ids) {
			carriers, _ := w.objects(s.Field(id, "Transport"), 0)
			ids = append(ids, carriers...)
		}
		made, base := namedBy(s.Client, maker), aurora.Unknown
		for _, id := range ids {
			o := s.State.Object(id)
			made = made || o.Site.Frame != nil && slices.Contains(o.Site.Stack(), maker)
			if o.Fields["Base"] != nil {
				based = true
				base = max(base, a.evidence(a.toBase(s.State, o)))
			}
		}
		if made && (!based || base == aurora.Yes) {
			out = append(out, a.call(fn, s))
		}
	}
	return out
}

// namedBy says whether a client is a package variable that a function, or one that it calls, names.
func namedBy(client eval.Value, by *ir.Func) bool {
	sym, ok := client.(*eval.Sym)
	return ok && sym.Origin == eval.GlobalSym && sym.Site.Frame != nil && slices.Contains(sym.Site.Stack(), by)
}

// lends is the type of what an exported function makes for other packages, "" when the package itself
// uses the function.
func (a *analyzer) lends(fn *ir.Func) string {
	if !fn.Exported || fn.Generated || fn.Results == 0 || len(a.callers[fn.Name]) > 0 || a.valued[fn.Name] {
		return ""
	}
	return madeType(fn)
}

// madeType is the named type of what a function returns first, "" for none.
func madeType(fn *ir.Func) string {
	for _, in := range fn.Instrs() {
		if in.Op != ir.Return || len(in.Args) == 0 {
			continue
		}
		typ := fn.Types().Of(in.Args[0])
		if made := fn.Def(in.Args[0]); made != nil && made.Op == ir.Iface {
			typ = made.Type
		}
		if strings.Contains(typ, ".") { // named
			return typ
		}
	}
	return ""
}

// taker is a function that sends by what it is given: a parameter, or a field of its receiver.
type taker struct {
	fn    *ir.Func
	param int
	field string
	// request is the method of a client that makes a request, which fn of the library sends.
	request string
}

// types are those of a library's requests, and of what is returned for one.
func (t taker) types() (request, results string) {
	request, _, _ = strings.Cut(strings.TrimPrefix(t.fn.Name, "("), ")")
	return request, "(" + request[:strings.LastIndexByte(request, '.')] + ".Response, error)"
}

// takers are those of some functions that may be given a value of a type.
func (a *analyzer) takers(fns []*ir.Func, typ string) []taker {
	isOf := func(v ir.Var) bool { return v.Type == typ }
	lent := slices.ContainsFunc(a.prog.Own, func(fn *ir.Func) bool { return fn.Exported && slices.ContainsFunc(fn.Params, isOf) })
	var out []taker
	for _, fn := range fns {
		if i := slices.IndexFunc(fn.Params, isOf); i >= 0 {
			out = append(out, taker{fn: fn, param: i})
			continue
		}
		t := a.prog.Type(receiverType(fn))
		if t == nil || !fn.Recv {
			continue
		}
		if i := slices.IndexFunc(t.Fields, func(f ir.Field) bool { return f.Type == typ && (lent || token.IsExported(f.Name)) }); i >= 0 {
			out = append(out, taker{fn: fn, field: t.Fields[i].Name})
		}
	}
	return out
}

// library is how a client of a library is asked for its address by that library's methods: what such a
// client is told holds for all who get it.
func library(typ string) []taker {
	request, send, ok := httplib.Asks(typ)
	if !ok {
		return nil
	}
	return []taker{{fn: &ir.Func{Name: send}, request: request}}
}

// methods are the methods of a type of another package that may send a request.
func (a *analyzer) methods(typ string) []taker {
	var out []taker
	for name := range a.reach {
		if !strings.HasPrefix(name, "("+typ+").") {
			continue
		}
		if fn := a.prog.Func(name); fn != nil && fn.Pkg != a.prog.Path && fn.Exported {
			out = append(out, taker{fn: fn})
		}
	}
	slices.SortFunc(out, func(x, y taker) int { return strings.Compare(x.fn.Name, y.fn.Name) })
	return out
}

// pair makes a function that has a value made and gives it to a function which takes one. All else that
// the two take are its parameters.
func pair(maker *ir.Func, to taker) *ir.Func {
	fn := &ir.Func{Name: maker.Name + "+" + to.fn.Name, Pkg: maker.Pkg, Params: slices.Concat(maker.Params, to.fn.Params)}
	fn.Regs = len(fn.Params)
	var code []ir.Instr
	add := func(in ir.Instr) ir.Ref {
		in.Dst = fn.Regs
		fn.Regs++
		code = append(code, in)
		return ir.Ref(in.Dst)
	}
	params := func(from int, of *ir.Func) []ir.Ref {
		out := []ir.Ref{ir.None}
		for i := range of.Params {
			out = append(out, ir.Ref(from+i))
		}
		return out
	}
	made := add(ir.Instr{Op: ir.Call, Sym: maker.Name, Args: params(0, maker)})
	if maker.Results > 1 {
		made = add(ir.Instr{Op: ir.Extract, Args: []ir.Ref{made}})
	}
	args, results := params(len(maker.Params), to.fn), ""
	switch {
	case to.request != "":
		var typ string
		typ, results = to.types()
		asked := add(ir.Instr{Op: ir.Call, Sym: to.request, Args: []ir.Ref{ir.None, made}, Type: typ})
		fn.Consts = []ir.Const{{Kind: ir.KindString, Type: "string"}}
		args = []ir.Ref{ir.None, asked, -1}
	case to.field != "":
		at := add(ir.Instr{Op: ir.FieldAddr, Args: args[1:2], Sym: to.field})
		add(ir.Instr{Op: ir.Store, Args: []ir.Ref{at, made}})
	default:
		args[1+to.param] = made
	}
	add(ir.Instr{Op: ir.Call, Sym: to.fn.Name, Args: args, Type: results})
	add(ir.Instr{Op: ir.Return})
	fn.Blocks = []ir.Block{{Instrs: code}}
	return fn
}
