package carddata

import (
	"go/token"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/loglib"
)

// inbound lists the calls that take a card number or security code out of a request that the
// program serves.
func (e *engine) inbound() []transfer {
	var out []transfer
	add := func(at ssa.Instruction, arg int, k kinds, sink string, apart bool) {
		if k &= panKind | cvvKind; k != 0 && !e.ofSenders(outermost(at.Parent())) {
			out = append(out, transfer{leak: leak{at: at, arg: arg, place: -1, kinds: k, sink: sink}, inbound: true, apart: apart})
		}
	}
	for _, d := range e.traffic.decodes {
		if d.call == nil || !slices.ContainsFunc(d.text, func(v ssa.Value) bool { return e.fromRequest(v, 0) }) {
			continue
		}
		add(d.call, d.arg, e.received(d), shortName(d.call), false)
	}
	for _, fn := range e.ssa.Funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				switch instr := instr.(type) {
				case *ssa.Call:
					if arg, k := e.takenField(fn, instr); k != 0 {
						add(instr, arg, k, shortName(instr), true)
					} else if k := e.filledResult(instr) | e.filledInside(instr) | e.filledFor(instr); k != 0 {
						add(instr, len(instr.Call.Args), k, shortName(instr), false)
					}
				case *ssa.Lookup:
					if k := e.takenKey(fn, instr); k != 0 {
						add(instr, 0, k, "the form", true)
					}
				}
			}
		}
	}
	return out
}

// ofSenders says whether only functions that send requests call fn, such as those of a transport
// that looks into what the program itself sends.
func (e *engine) ofSenders(fn *ssa.Function) bool {
	if inboundFunc(fn) {
		return false
	}
	found := false
	for _, caller := range e.ssa.Funcs {
		for _, b := range caller.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok || e.body(call.Common().StaticCallee()) != fn {
					continue
				}
				if !sendsOut(outermost(caller).Signature) {
					return false
				}
				found = true
			}
		}
	}
	return found
}

// shortName is the name of the function of a call with that of its type or package.
func shortName(call ssa.CallInstruction) string {
	if obj := rowObject(call.Common()); obj != nil && obj.Pkg() != nil {
		return sinkName(obj)
	}
	return "the call"
}

// received is the card data that a decoder can put into what it fills. A helper that takes
// the type itself has done it, if it has the request.
func (e *engine) received(d decode) kinds {
	if d.through != nil {
		if d.through.of == nil && slices.ContainsFunc(d.through.text, func(v ssa.Value) bool { return e.fromRequest(v, 0) }) {
			return 0
		}
		if d.into == nil {
			return d.kinds
		}
	}
	if d.into == nil {
		return 0
	}
	if _, isMap := d.into.Underlying().(*types.Map); isMap {
		return d.taken
	}
	return e.receives(d.into, "", map[types.Type]bool{})
}

// receives is the card data in the fields of a type that a decoder fills, which asks no
// method for what it shows.
func (e *engine) receives(t types.Type, path string, seen map[types.Type]bool) kinds {
	t = types.Unalias(t)
	if seen[t] || depth(path) > maxDepth {
		return 0
	}
	seen[t] = true
	defer delete(seen, t)
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		return e.receives(u.Elem(), path, seen)
	case *types.Slice:
		if isText(u) {
			return 0
		}
		return e.receives(u.Elem(), path, seen)
	case *types.Array:
		return e.receives(u.Elem(), path, seen)
	case *types.Map:
		return e.receives(u.Elem(), path, seen)
	case *types.Struct:
		var k kinds
		for i := range u.NumFields() {
			k |= e.receivesField(t, u, i, path, seen)
		}
		return k
	}
	return 0
}

func (e *engine) receivesField(t types.Type, st *types.Struct, i int, path string, seen map[types.Type]bool) kinds {
	f := st.Field(i)
	if !f.Exported() && !f.Embedded() || leftEmpty(st.Tag(i)) {
		return 0
	}
	path += "." + f.Name()
	cls := e.fields.of(st, i, typeName(t))
	if cls == (class{}) {
		cls = e.joinedPath(path, f.Type(), st)
	}
	if cls == (class{}) {
		cls = e.typeClass(f.Type())
	}
	switch {
	case cls.safe:
		return 0
	case cls.kind != 0:
		return cls.kind
	}
	return e.receives(f.Type(), path, seen)
}

// leftEmpty says whether a tag keeps a field from every decoder that it speaks to.
func leftEmpty(tag string) bool {
	out := false
	for _, key := range []string{"json", "form", "query", "xml", "schema", "param", "uri", "header"} {
		name, ok := reflect.StructTag(tag).Lookup(key)
		if ok && name != "-" {
			return false
		}
		out = out || ok
	}
	return out
}

// takenField is the card data that a call reads from a request by its key, if the program
// does more with it than to see whether it is there.
func (e *engine) takenField(fn *ssa.Function, call *ssa.Call) (arg int, k kinds) {
	row, key, ok := e.readKey(call)
	if !ok || row.Get("key") == 0 || slices.Contains(keptByServer, calleeName(call.Common())) {
		return 0, 0
	}
	if k = nameClass(key, e.scope(fn)).kind; k == 0 || !e.fromRequest(callArgs(call.Common())[0], 0) || onlyAsked(call) {
		return 0, 0
	}
	return row.Get("key"), k
}

// keptByServer are the methods of frameworks that read what a handler before has set.
var keptByServer = []string{"GetString", "MustGet"}

// takenKey is takenField for an entry of a form.
func (e *engine) takenKey(fn *ssa.Function, look *ssa.Lookup) kinds {
	if m, ok := look.X.Type().Underlying().(*types.Map); !ok || !isList(m.Elem(), "") {
		return 0
	}
	key, ok := constText(look.Index)
	if !ok {
		return 0
	}
	k := nameClass(key, e.scope(fn)).kind
	if k == 0 || !e.fromRequest(look.X, 0) || onlyAsked(look) {
		return 0
	}
	return k
}

// onlyAsked says whether a text is not used but to see if it is empty.
func onlyAsked(v ssa.Value) bool {
	for _, instr := range *v.Referrers() {
		switch instr := instr.(type) {
		case *ssa.DebugRef:
			continue
		case *ssa.BinOp:
			if !isZero(instr.X) && !isZero(instr.Y) && !isNought(instr.X) && !isNought(instr.Y) {
				return false
			}
		case *ssa.Call:
			if b, ok := instr.Call.Value.(*ssa.Builtin); !ok || b.Name() != "len" || !onlyAsked(instr) {
				return false
			}
		case *ssa.Extract:
			if instr.Index == 0 && !onlyAsked(instr) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// filledResult is the card data in the result of a function of another package that is named
// like a decoder and gets the request.
func (e *engine) filledResult(call *ssa.Call) kinds {
	obj := rowObject(call.Common())
	if obj == nil || e.body(call.Call.StaticCallee()) != nil || rowOf(obj) != nil {
		return 0
	}
	named := func(w string) bool { return slices.Contains(fillVerbs, w) }
	t := call.Type()
	if tup, ok := t.(*types.Tuple); ok && tup.Len() > 0 {
		t = tup.At(0).Type()
	}
	if structOf(t) == nil || !slices.ContainsFunc(aurora.Words(obj.Name()), named) || !slices.ContainsFunc(call.Call.Args, func(v ssa.Value) bool { return e.fromRequest(v, 0) }) {
		return 0
	}
	return e.receives(t, "", map[types.Type]bool{}) & (panKind | cvvKind)
}

// isNought says whether v is the number nought.
func isNought(v ssa.Value) bool {
	n, ok := constInt(v)
	return ok && n == 0
}

// fromRequest says whether a value is a request that the program serves, or is read from one.
func (e *engine) fromRequest(v ssa.Value, depth int) bool {
	if depth > 8 {
		return false
	}
	for _, s := range e.resolve(ref{v, "", nil}) {
		if s.callee != nil && e.decodedBy(s.callee.call, depth) {
			return true
		}
		switch x := s.v.(type) {
		case nil:
			continue
		case *ssa.Convert:
			if e.fromRequest(x.X, depth+1) {
				return true
			}
		case *ssa.Slice:
			if e.fromRequest(x.X, depth+1) {
				return true
			}
		case *ssa.UnOp:
			if x.Op == token.MUL && e.servedRequest(x, s.path) {
				return true
			}
		case *ssa.Call:
			if e.readsRequest(x, depth) {
				return true
			}
		default:
			if e.servedRequest(s.v, s.path) {
				return true
			}
		}
	}
	return false
}

// decodedBy says whether a call fills what it fills from a request.
func (e *engine) decodedBy(call ssa.CallInstruction, depth int) bool {
	return slices.ContainsFunc(e.traffic.decodes, func(d decode) bool {
		return d.call == call && slices.ContainsFunc(d.text, func(v ssa.Value) bool { return e.fromRequest(v, depth+1) })
	})
}

// servedRequest says whether v is a request that is served, and path no part that says nothing of it.
func (e *engine) servedRequest(v ssa.Value, path string) bool {
	if !inboundOwner(v) {
		return false
	}
	fn := v.Parent()
	return fn == nil || !sendsOut(outermost(fn).Signature)
}

// sendsOut says whether a function that gets a request sends it: it returns the response.
func sendsOut(sig *types.Signature) bool {
	for r := range sig.Results().Variables() {
		if isNamed(deref(r.Type()), "net/http", "Response") {
			return true
		}
	}
	return false
}

// readsRequest says whether the result of a call is read from a request.
func (e *engine) readsRequest(call *ssa.Call, depth int) bool {
	obj := rowObject(call.Common())
	args := callArgs(call.Common())
	if obj == nil || len(args) == 0 {
		return false
	}
	if row := rowOf(obj); row != nil && (row.Op == loglib.Pass || row.Op == loglib.Carry || row.Op == loglib.Read) {
		at := max(row.Get("from"), 0)
		return at < len(args) && e.fromRequest(args[at], depth+1)
	}
	recv := obj.Signature().Recv()
	if recv == nil || obj.Name() == "Context" || obj.Name() == "UserContext" {
		return false
	}
	t := deref(recv.Type())
	if isFramework(t) || loglib.Is(fullType(t), loglib.Part) {
		return e.fromRequest(args[0], depth+1)
	}
	return false
}
