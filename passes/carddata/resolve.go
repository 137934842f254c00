package carddata

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// source is where a value comes from, when the assignments, fields, maps and closures on
// the way have been looked through.
type source struct {
	ref
	result int  // the result of a call
	zero   bool // the zero value, or text too short to be card data
	char   bool // one character of the ref
	callee *effect
	guards []condition // what is known of parameters when it comes from here
}

// effect is what a call leaves at a path of what an argument points to.
type effect struct {
	call ssa.CallInstruction
	arg  int
	path string
}

// walker collects the sources of one ref.
type walker struct {
	e       *engine
	dynamic bool // stop where a value becomes an interface
	seen    map[ref]bool
	guards  []condition         // what is known of parameters on the way that is followed
	known   map[ref][]condition // what was when refs were visited
	out     []source
	filled  bool // the address went to a function that nothing is known of
}

// maxSources bounds the sources of a ref; what is past them is not known.
const maxSources = 64

// resolve returns the sources of r.
func (e *engine) resolve(r ref) []source { return e.walk(r, false) }

// dynamicSources returns the sources of r, an interface, as the values that were put in it.
func (e *engine) dynamicSources(r ref) []source { return e.walk(r, true) }

func (e *engine) walk(r ref, dynamic bool) []source {
	w := &walker{e: e, dynamic: dynamic, seen: map[ref]bool{}}
	w.visit(r)
	return w.out
}

func (w *walker) end(s source) {
	if len(w.out) < maxSources {
		s.guards = w.guards
		w.out = append(w.out, s)
	}
}

func (w *walker) visit(r ref) {
	outer := w.guards
	if len(w.seen) > 4*maxSources || w.seen[r] && !w.again(r) {
		return
	}
	w.seen[r] = true
	w.note(r)
	w.e.nested.Enter()
	defer w.e.nested.Leave()
	w.follow(r)
	w.guards = outer
}

func (w *walker) follow(r ref) {
	switch v := r.v.(type) {
	case *ssa.Const:
		w.end(source{ref: ref{v, "", r.at}, zero: r.path != ""}) // nothing is inside of nil
	case *ssa.Phi:
		w.phi(r, v)
	case *ssa.MakeInterface:
		if w.dynamic && r.path == "" {
			w.end(source{ref: ref{v.X, "", r.at}})
			return
		}
		w.visit(ref{v.X, r.path, r.at})
	case *ssa.ChangeInterface:
		w.visit(ref{v.X, r.path, r.at})
	case *ssa.ChangeType:
		w.visit(ref{v.X, r.path, r.at})
	case *ssa.TypeAssert:
		w.visit(ref{v.X, r.path, r.at})
	case *ssa.Extract:
		if r.path != "" && len(w.e.writes.of[v]) > 0 {
			w.load(r)
			return
		}
		w.extract(r, v)
	case *ssa.Field:
		w.visit(ref{v.X, "." + fieldOf(v.X.Type(), v.Field).Name() + r.path, r.at})
	case *ssa.Index:
		w.element(r, v.X, "[]")
	case *ssa.Lookup:
		if !isMap(v.X) {
			w.end(source{ref: ref{v.X, "", r.at}, char: true})
			return
		}
		for _, step := range w.e.keySteps(v.Index) {
			w.visit(ref{v.X, step + r.path, r.at})
		}
	case *ssa.UnOp:
		w.unop(r, v)
	case *ssa.Call:
		w.called(r, v)
	case *ssa.Parameter:
		if iter, loop := w.e.rangedFunc(v); iter != nil {
			w.rangedOver(r, v, iter, loop)
			return
		}
		w.inside(r)
	case *ssa.FreeVar:
		w.captured(r, v)
	default:
		w.inside(r)
	}
}

// called goes on with what a call gathers, or hands on of what it is given.
func (w *walker) called(r ref, v *ssa.Call) {
	if r.path != "" && isAppend(v) {
		w.appended(v, r.path, r.at)
		return
	}
	if of, ok := iteratedOf(v, r.path); ok {
		w.visit(of)
		return
	}
	for _, k := range w.e.keptIn(v) {
		w.visit(ref{k.v, r.path, k.at})
	}
	w.inside(r)
}

// captured goes on with what the code around a function literal has in a variable of it.
func (w *walker) captured(r ref, v *ssa.FreeVar) {
	if b := w.e.writes.binding(v); b != nil {
		w.visit(ref{b, r.path, nil})
		return
	}
	w.inside(r)
}

func (w *walker) phi(r ref, v *ssa.Phi) {
	for i, edge := range v.Edges {
		if r.path == "" && shortEdge(v, i) {
			w.end(source{ref: r, zero: true})
			continue
		}
		undo := w.restrict(w.e.guardsOn(v.Block().Preds[i], v.Block()))
		w.visit(ref{edge, r.path, r.at})
		undo()
	}
}

// inside follows a path into memory, or ends at the value itself.
func (w *walker) inside(r ref) {
	switch r.v.(type) {
	case *ssa.FieldAddr, *ssa.IndexAddr:
		w.load(r)
		return
	}
	if r.path == "" {
		w.end(source{ref: r})
		return
	}
	w.load(r)
}

func (w *walker) element(r ref, x ssa.Value, step string) {
	if _, text := x.Type().Underlying().(*types.Basic); text {
		w.end(source{ref: ref{x, "", r.at}, char: true})
		return
	}
	w.visit(ref{x, step + r.path, r.at})
}

func (w *walker) extract(r ref, v *ssa.Extract) {
	switch t := v.Tuple.(type) {
	case *ssa.Call:
		w.end(source{ref: ref{t, r.path, r.at}, result: v.Index})
	case *ssa.TypeAssert:
		w.pickFirst(r, v.Index, ref{t.X, r.path, r.at})
	case *ssa.Lookup:
		w.pickFirst(r, v.Index, ref{t.X, keyStep(t.Index) + r.path, r.at})
	case *ssa.UnOp:
		if v.Index == 0 {
			w.receive(r, t.X)
		}
	case *ssa.Next:
		iter, ok := t.Iter.(*ssa.Range)
		switch {
		case !ok:
		case t.IsString:
			w.end(source{ref: ref{iter.X, "", r.at}, char: v.Index == 2, zero: v.Index != 2})
		case v.Index == 2:
			w.ranged(r, v, iter.X)
		default:
			w.end(source{ref: r})
		}
	case *ssa.Select:
		for i, st := range t.States {
			if st.Dir == types.RecvOnly && v.Index == 2+recvIndex(t, i) {
				w.receive(r, st.Chan)
			}
		}
	default:
		w.end(source{ref: r})
	}
}

func recvIndex(s *ssa.Select, state int) int {
	n := 0
	for _, st := range s.States[:state] {
		if st.Dir == types.RecvOnly {
			n++
		}
	}
	return n
}

// pickFirst goes on with the value of a comma-ok pair.
func (w *walker) pickFirst(r ref, index int, of ref) {
	if index == 0 {
		w.visit(of)
		return
	}
	w.end(source{ref: r, zero: true})
}

func (w *walker) unop(r ref, v *ssa.UnOp) {
	switch v.Op {
	case token.MUL:
		at := r.at
		if !pointsOn(v.Type()) || r.path == "" {
			at = v
		}
		w.load(ref{v.X, r.path, at})
	case token.ARROW:
		w.receive(r, v.X)
	default:
		w.end(source{ref: r})
	}
}

// load reads a path through an address: what was stored there before r.at, on all paths.
func (w *walker) load(r ref) {
	root, before := w.e.writes.root(r.v)
	path := before + r.path
	if ch, rest, ok := channelOf(path); ok {
		w.sent(r, root, ch, rest)
		return
	}
	writes := w.e.writes.of[root]
	if len(writes) == 0 {
		w.initial(root, path, r.at)
		return
	}
	if w.e.redactedByKeys(writes, path) {
		w.end(source{ref: ref{root, path, r.at}, zero: true})
		return
	}
	if wr := w.e.swept(writes, path, r.at); wr != nil {
		w.apply(*wr, path)
		return
	}
	at := w.e.readAt(root, writes, r.at)
	if at == nil {
		for _, wr := range writes {
			w.apply(wr, path)
		}
		if _, local := root.(*ssa.Alloc); !local || w.onlyCalls(writes, path) {
			w.initial(root, path, nil)
		}
		return
	}
	w.backward(root, path, at)
}

// onlyCalls says whether no store of the writes fixes what is at path.
func (w *walker) onlyCalls(writes []write, path string) bool {
	for _, wr := range writes {
		if _, _, ok := within(wr.path, path); ok && wr.val != nil {
			return false
		}
	}
	return true
}

// apply adds what a write leaves at path and says whether nothing older remains there.
func (w *walker) apply(wr write, path string) (last bool) {
	rest, exact, ok := within(wr.path, path)
	if !ok {
		return false
	}
	if wr.sole {
		_, exact, _ = within(strings.TrimSuffix(wr.path, "[]"), path)
	}
	defer w.restrict(w.e.guardsAt(wr.instr.Block()))()
	switch {
	case wr.val != nil:
		if call, ok := wr.instr.(ssa.CallInstruction); ok {
			if _, builtin := call.Common().Value.(*ssa.Builtin); builtin {
				if t := wr.val.Type(); isTextSlice(t) || !types.IsInterface(t) && elemType(t) == nil {
					w.visit(ref{wr.val, "", wr.instr}) // copy takes the text whole
					return exact
				}
				rest = "[]" + rest
			}
		}
		w.visit(ref{wr.val, rest, wr.instr})
		return exact
	case wr.arg < 0:
		w.end(source{ref: ref{nil, path, wr.instr}, zero: true})
		return exact
	}
	if wr.below && rest == "" {
		return false
	}
	call := wr.instr.(ssa.CallInstruction)
	switch w.e.callWrites(call, wr.arg, rest) {
	case mayFill:
		w.filled = true
	case fills:
		w.end(source{ref: ref{nil, path, wr.instr}, callee: &effect{call, wr.arg, rest}})
	case replaces:
		w.end(source{ref: ref{nil, path, wr.instr}, callee: &effect{call, wr.arg, rest}})
		return true
	}
	return false
}

// initial is what a root holds before anything is written to it.
func (w *walker) initial(root ssa.Value, path string, at ssa.Instruction) {
	switch v := root.(type) {
	case *ssa.Alloc, *ssa.MakeMap, *ssa.MakeSlice:
		if w.filled {
			w.end(source{ref: ref{nil, path, at}}) // nothing but the call can have given it a value
			return
		}
		w.end(source{ref: ref{root, path, at}, zero: true})
		return
	case *ssa.Call:
		if path != "" && isAppend(v) {
			w.appended(v, path, at)
			return
		}
	case *ssa.Phi, *ssa.TypeAssert, *ssa.Extract, *ssa.Lookup, *ssa.Index, *ssa.Field:
		if path != "" && !w.seen[ref{root, path, nil}] {
			w.seen[ref{root, path, nil}] = true
			w.derived(v, path, at)
			return
		}
	}
	w.end(source{ref: ref{root, path, at}})
}

// appended goes on in what append joins.
func (w *walker) appended(v *ssa.Call, path string, at ssa.Instruction) {
	for _, a := range v.Call.Args {
		w.visit(ref{a, path, at})
	}
}

func isAppend(v *ssa.Call) bool {
	b, ok := v.Call.Value.(*ssa.Builtin)
	return ok && b.Name() == "append"
}

// derived goes on from a value that is no memory of its own.
func (w *walker) derived(v ssa.Value, path string, at ssa.Instruction) {
	switch v := v.(type) {
	case *ssa.Phi:
		for _, edge := range v.Edges {
			w.visit(ref{edge, path, at})
		}
	case *ssa.TypeAssert:
		w.visit(ref{v.X, path, at})
	case *ssa.Extract:
		w.extract(ref{v, path, at}, v)
	case *ssa.Lookup:
		w.visit(ref{v.X, keyStep(v.Index) + path, at})
	case *ssa.Index:
		w.visit(ref{v.X, "[]" + path, at})
	case *ssa.Field:
		w.visit(ref{v.X, "." + fieldOf(v.X.Type(), v.Field).Name() + path, at})
	}
}
