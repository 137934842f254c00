package carddata

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/loglib"
	"github.com/auroravet/auroravet/internal/weblib"
)

// traffic is what is known of the bodies that the package sends and gets.
type traffic struct {
	types     bool // the package has a type that holds card data
	inbound   bool // a request that it serves is decoded into one
	responses bool // a response is decoded into one
	decodes   []decode
	of        map[ssa.Value][]int     // the decodes that are from a value
	in        map[*ssa.Function][]int // the decodes in a function
}

// decode is a call that fills a value from text.
type decode struct {
	fn    *ssa.Function
	from  []ref
	kinds kinds      // the card data of the type that is filled
	param int        // the parameter of fn that is filled, -1 when the type is known
	of    types.Type // a type parameter that is filled

	call    ssa.CallInstruction // nil for a read of one field
	arg     int                 // the argument that is filled
	text    []ssa.Value         // what it is filled from
	into    types.Type          // what is filled; nil where it is not known
	taken   kinds               // what is read from a map that is filled
	through *decode             // what the helper does that is called; nil for a decoder
}

func (e *engine) findTraffic() {
	e.traffic.types = e.hasCardType()
	e.traffic.of = map[ssa.Value][]int{}
	e.traffic.in = map[*ssa.Function][]int{}
	for _, fn := range e.ssa.Funcs {
		e.eachCall(fn, func(call ssa.CallInstruction) { e.addDecode(fn, call) })
	}
	for range 2 { // helpers of helpers
		for _, fn := range e.ssa.Funcs {
			e.eachCall(fn, func(call ssa.CallInstruction) { e.addHelperDecode(fn, call) })
		}
	}
	for _, d := range e.traffic.decodes {
		if d.kinds == 0 {
			continue
		}
		for _, r := range d.from {
			switch {
			case isNamed(deref(r.v.Type()), "net/http", "Response"):
				e.traffic.responses = true
			case inboundOwner(r.v):
				e.traffic.inbound = true
			}
		}
	}
}

func (e *engine) eachCall(fn *ssa.Function, visit func(ssa.CallInstruction)) {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(ssa.CallInstruction); ok {
				visit(call)
			}
		}
	}
}

// inboundOwner says whether v is a request that is served, or a framework's context of one.
func inboundOwner(v ssa.Value) bool {
	t := deref(v.Type())
	if isNamed(t, "net/http", "Request") {
		_, made := v.(*ssa.Call)
		return !made
	}
	return isFramework(t)
}

// isFramework says whether t, or a pointer to it, is what handlers of a library get their request in.
func isFramework(t types.Type) bool {
	name := fullType(t)
	return name != "" && (weblib.ServedType(name) || weblib.ServedType("*"+name))
}

// hasCardType says whether the package declares or uses a type that holds card data.
func (e *engine) hasCardType() bool {
	seen := map[types.Object]bool{}
	check := func(obj types.Object) bool {
		tn, ok := obj.(*types.TypeName)
		if !ok || seen[tn] {
			return false
		}
		seen[tn] = true
		_, isStruct := tn.Type().Underlying().(*types.Struct)
		return isStruct && e.holds(tn.Type()) != 0
	}
	scope := e.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		if check(scope.Lookup(name)) {
			return true
		}
	}
	for _, obj := range e.pass.TypesInfo.Uses { // the answer does not depend on the order
		if check(obj) {
			return true
		}
	}
	return false
}

// holds returns the card data that a value of type t can hold.
func (e *engine) holds(t types.Type) kinds {
	json := mode{style: loglib.Styles["json"].ID, verb: 'v'}
	k := e.show(ref{}, t, json.with(pointed)).kinds()
	return (k | e.show(ref{}, t, modeOf("+v")).kinds()) &^ expiryKind
}

// addDecode notes a call of a library's decoder, or of a function that is named like one.
func (e *engine) addDecode(fn *ssa.Function, call ssa.CallInstruction) {
	obj := rowObject(call.Common())
	args := callArgs(call.Common())
	if obj == nil {
		return
	}
	if row := rowOf(obj); row != nil {
		switch {
		case row.Op == loglib.Decode && row.Get("into") < len(args):
			e.noteDecode(decode{fn: fn, call: call, arg: row.Get("into"), text: []ssa.Value{args[row.Get("from")]}}, args[row.Get("into")])
		case row.Op == loglib.Read && row.Get("key") > 0:
			if v, ok := call.(*ssa.Call); ok {
				if _, key, ok := e.readKey(v); ok {
					e.noteRead(fn, args[0], key)
				}
			}
		}
		return
	}
	if fn := call.Common().StaticCallee(); fn != nil && e.body(fn) != nil {
		return
	}
	words := aurora.Words(obj.Name())
	if !slices.ContainsFunc(words, func(w string) bool { return slices.Contains(fillVerbs, w) }) {
		return
	}
	for i, a := range args {
		if e.holds(concrete(a).Type()) != 0 {
			e.noteDecode(decode{fn: fn, call: call, arg: i, text: append(slices.Clone(args[:i]), args[i+1:]...)}, a)
		}
	}
}

func concrete(v ssa.Value) ssa.Value {
	if mi, ok := v.(*ssa.MakeInterface); ok {
		return mi.X
	}
	return v
}

func (e *engine) addTraffic(d decode) {
	i := len(e.traffic.decodes)
	e.traffic.decodes = append(e.traffic.decodes, d)
	e.traffic.in[d.fn] = append(e.traffic.in[d.fn], i)
	for _, r := range d.from {
		if is := e.traffic.of[r.v]; len(is) == 0 || is[len(is)-1] != i {
			e.traffic.of[r.v] = append(is, i)
		}
	}
}

// noteRead notes a form, a query or a document from which card data is read by its key.
func (e *engine) noteRead(fn *ssa.Function, from ssa.Value, key string) {
	if k := nameClass(key, e.scope(fn)).kind &^ expiryKind; k != 0 || parsed(from) {
		e.addTraffic(decode{fn: fn, param: -1, from: e.origins(from, 0), kinds: k})
	}
}

// parsed says whether a document was made of a text that is decoded by that.
func parsed(v ssa.Value) bool {
	if ext, ok := v.(*ssa.Extract); ok {
		v = ext.Tuple
	}
	call, ok := v.(*ssa.Call)
	if !ok || rowObject(call.Common()) == nil {
		return false
	}
	row := rowOf(rowObject(call.Common()))
	return row != nil && row.Op == loglib.Carry
}

// readKeys are the kinds of card data that a function reads by their keys from a map, and those
// of them that it does more with than to see whether they are there.
func (e *engine) readKeys(fn *ssa.Function, into ssa.Value) (found, taken kinds) {
	root, path := e.writes.root(concrete(into))
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			look, ok := instr.(*ssa.Lookup)
			if !ok || !isMap(look.X) {
				continue
			}
			if r, p := e.writes.root(look.X); r == root && p == path {
				if key, ok := constText(look.Index); ok {
					k := nameClass(key, e.scope(fn)).kind
					found |= k
					if !onlyAsked(look) {
						taken |= k
					}
				}
			}
		}
	}
	return found &^ expiryKind, taken
}

func (e *engine) noteDecode(d decode, into ssa.Value) {
	d.param = -1
	for _, v := range d.text {
		d.from = append(d.from, e.origins(v, 0)...)
		if load, ok := underConversion(v).(*ssa.UnOp); ok { // a part of what was itself decoded
			root, path := e.writes.root(load.X)
			d.from = append(d.from, ref{root, path, nil})
		}
	}
	t := deref(concrete(into).Type())
	if types.IsInterface(t) || isTypeParam(t) {
		d.of = t
		for _, s := range e.resolve(ref{into, "", nil}) {
			if p, ok := s.v.(*ssa.Parameter); ok && s.path == "" {
				d.param = paramIndex(p)
			}
		}
	} else {
		d.kinds, d.into = e.holds(t), t
	}
	if _, isMap := t.Underlying().(*types.Map); isMap && d.kinds == 0 {
		d.kinds, d.taken = e.readKeys(d.fn, into)
	}
	e.addTraffic(d)
}

func isTypeParam(t types.Type) bool {
	_, ok := types.Unalias(t).(*types.TypeParam)
	return ok
}

// addHelperDecode gives a call of a helper that decodes the helper's sources and target.
func (e *engine) addHelperDecode(fn *ssa.Function, call ssa.CallInstruction) {
	callee := e.body(call.Common().StaticCallee())
	if callee == nil {
		return
	}
	args := call.Common().Args
	for _, i := range e.traffic.in[callee] {
		d := e.traffic.decodes[i]
		var from []ssa.Value
		for _, r := range d.from {
			if p, ok := r.v.(*ssa.Parameter); ok && p.Parent() == callee && paramIndex(p) < len(args) {
				from = append(from, args[paramIndex(p)])
			}
		}
		if len(from) == 0 {
			continue
		}
		n := decode{fn: fn, kinds: d.kinds, param: -1, call: call, arg: len(args), text: from, into: d.into, through: &d}
		if d.of != nil {
			n.kinds, n.into = 0, filledType(call, d)
		}
		if n.into != nil && d.of != nil {
			n.kinds = e.holds(n.into)
		}
		if d.param >= 0 {
			n.arg = d.param
		}
		for _, v := range from {
			n.from = append(n.from, e.origins(v, 0)...)
		}
		if !slices.ContainsFunc(e.traffic.in[fn], func(i int) bool { return sameDecode(e.traffic.decodes[i], n) }) {
			e.addTraffic(n)
		}
	}
}

func sameDecode(a, b decode) bool {
	return a.fn == b.fn && a.kinds == b.kinds && slices.Equal(a.from, b.from)
}

// filledType is the type that a helper fills at a call, nil when that is not to be seen.
func filledType(call ssa.CallInstruction, d decode) types.Type {
	if args := call.Common().Args; d.param >= 0 && d.param < len(args) {
		return deref(concrete(args[d.param]).Type())
	}
	v, ok := call.(*ssa.Call)
	if !ok {
		return nil
	}
	t := v.Type()
	if tup, ok := t.(*types.Tuple); ok && tup.Len() > 0 {
		t = tup.At(0).Type()
	}
	return t
}

// origins lists where text comes from, through readers, conversions and reads to the end.
func (e *engine) origins(v ssa.Value, depth int) []ref {
	if depth > 8 {
		return nil
	}
	var out []ref
	for _, s := range e.resolve(ref{v, "", nil}) {
		switch x := s.v.(type) {
		case nil:
			continue
		case *ssa.Convert:
			out = append(out, e.origins(x.X, depth+1)...)
			continue
		case *ssa.Slice:
			out = append(out, e.origins(x.X, depth+1)...)
			continue
		case *ssa.Call:
			if obj := rowObject(x.Common()); obj != nil {
				args := callArgs(x.Common())
				if row := rowOf(obj); row != nil && (row.Op == loglib.Pass || row.Op == loglib.Carry) && len(args) > 0 {
					out = append(out, ref{x, "", nil})
					out = append(out, e.origins(args[max(row.Get("from"), 0)], depth+1)...)
					continue
				}
				if obj.Name() == "Request" && len(args) == 1 && s.path != "" {
					out = append(out, e.origins(args[0], depth+1)...) // echo's and fiber's way to the request
					continue
				}
			}
		}
		if !s.zero {
			out = append(out, ref{s.v, s.path, nil})
		}
	}
	return out
}
