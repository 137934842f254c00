package carddata

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/loglib"
)

// show returns what printing the value at r, of type t, in mode m shows. A ref without a
// value asks about the type alone.
func (e *engine) show(r ref, t types.Type, m mode) content {
	if depth(r.path) > e.depth {
		return clean
	}
	return e.ask(query{ask: askShow, v: r.v, path: r.path, at: r.at, m: m, t: t}, func() content {
		return e.showValue(r, types.Unalias(t), m)
	})
}

func (e *engine) showValue(r ref, t types.Type, m mode) content {
	if isTypeParam(t) {
		return e.showOpen(r, m)
	}
	if types.IsInterface(t) {
		return e.showDynamic(r, m)
	}
	if isBuilder(t) && r.v != nil {
		return e.text(r)
	}
	if method := e.display(t, m); method != nil {
		if c, known := e.methodShows(method, r, t); known {
			return c
		}
		if path := e.embeddedPath(t, method.Origin()); path != "" {
			return e.promotedShows(r, t, path, m) // time.Time prints itself and nothing around it
		}
	}
	if c, done := e.showOpaque(r, t, m); done {
		return c
	}
	c := e.showParts(r, t, m)
	if c.kinds() == 0 {
		c.add(e.askedShows(r, t, m))
	}
	return c
}

// maxDepth bounds how deep a value is looked into; wrapDepth does in packages that have
// nothing to do with card data, where only what facts can tell counts.
const (
	maxDepth  = 7
	wrapDepth = 4
)

func depth(path string) int {
	n := 0
	for path != "" {
		_, path = cutStep(path)
		n++
	}
	return n
}

// showParts looks into a value by its type.
func (e *engine) showParts(r ref, t types.Type, m mode) content {
	base := loglib.StyleOf(m.style).Base
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return e.leaf(r, t)
	case *types.Pointer:
		return e.showPointer(r, u.Elem(), m, base)
	case *types.Struct:
		if textType(t, expiryKind) && e.fieldClass(r).kind != 0 {
			return e.leaf(r, t)
		}
		return e.showStruct(r, t, u, m, base)
	case *types.Slice:
		if isText(u) {
			return e.leafBytes(r, t)
		}
		if loglib.StyleOf(m.style).Elements && !m.is(nested) {
			return e.show(r.in("[]"), u.Elem(), m.with(pointed))
		}
		return e.show(r.in("[]"), u.Elem(), m.with(nested|pointed))
	case *types.Array:
		if isText(u) {
			return e.leaf(r, t)
		}
		return e.show(r.in("[]"), u.Elem(), m.with(nested))
	case *types.Map:
		return e.showMap(r, u, m)
	case *types.Signature:
		if loglib.StyleOf(m.style).Calls {
			return e.showFunction(r, u, m)
		}
	}
	return clean
}

func isText(t types.Type) bool {
	b, ok := elemType(t).Underlying().(*types.Basic)
	return ok && (b.Kind() == types.Uint8 || b.Kind() == types.Int32)
}

// leaf is a text or number inside of a value.
func (e *engine) leaf(r ref, t types.Type) content {
	if r.v != nil {
		return e.text(r)
	}
	return clean
}

func (e *engine) leafBytes(r ref, t types.Type) content {
	c := e.leaf(r, t)
	if !c.clean() || r.v == nil {
		return c
	}
	if r.path != "" {
		return e.text(r.in("[]"))
	}
	for _, s := range e.resolve(r) {
		if cut, ok := s.v.(*ssa.Slice); ok && s.path == "" && e.sliced(cut).clean() && !e.text(ref{cut.X, "", cut}).clean() {
			continue // a part that is too short
		}
		if !s.zero && s.v != nil {
			c.add(e.text(s.ref.in("[]")))
		}
	}
	return c
}

func (e *engine) fieldClass(r ref) class {
	if r.v == nil || r.path == "" {
		return class{}
	}
	return e.classOf(r)
}

// showPointer prints an address where fmt does, and what is pointed to elsewhere.
func (e *engine) showPointer(r ref, elem types.Type, m mode, base loglib.Base) content {
	if base <= loglib.FmtGo {
		if m.is(nested) && strings.IndexByte("vpbodxX", m.verb) < 0 {
			m = mode{style: m.style, verb: 'v', flags: noMethods} // %!s(*Card=&{…}): a bad verb prints the value
		}
		if m.is(nested) || m.verb == 'p' {
			return clean
		}
		switch elem.Underlying().(type) {
		case *types.Struct, *types.Map, *types.Slice, *types.Array:
		default:
			if !isTypeParam(elem) {
				return clean
			}
		}
	}
	return e.show(r, elem, m.with(pointed))
}

// showMap shows the values under every key that is known to be written, and any other.
func (e *engine) showMap(r ref, u *types.Map, m mode) content {
	m = m.with(nested)
	m.flags &^= pointed
	var c content
	c.add(e.show(r.in(otherKey), u.Elem(), m))
	for _, key := range e.keysOf(r) {
		k := e.show(r.in(stepOf(key)), u.Elem(), m)
		c.add(k)
	}
	for _, w := range e.dynamicWrites(r) {
		c.add(e.text(ref{w.Key, "", r.at}).known())
		if given, ok := e.recollected(w, m); ok {
			c.add(given)
			continue
		}
		val := ref{w.Value, "", w}
		c.add(e.underParameter(item{r: val, keyV: w.Key}, e.show(val, w.Value.Type(), m)))
	}
	return c
}

// keysOf lists the constant keys under which a map at r is written, here or by a function that gets
// what has it, or read.
func (e *engine) keysOf(r ref) []string {
	keys := e.yieldedKeys(r, 0)
	seen := map[string]bool{}
	for _, key := range keys {
		seen[stepOf(key)] = true
	}
	for _, at := range e.resolveMap(r) {
		for _, w := range e.writes.of[at.v] {
			for _, path := range e.pathsWritten(w) {
				rest, _, ok := within(at.path, path)
				if !ok {
					continue
				}
				if step, _ := cutStep(rest); len(step) > 3 && step[:3] == "[k:" && !seen[step] {
					seen[step] = true
					keys = append(keys, step[3:len(step)-1])
				}
			}
		}
		for _, rd := range e.reads[at.v] {
			if rd.path == at.path && !seen[stepOf(rd.key)] {
				seen[stepOf(rd.key)] = true
				keys = append(keys, rd.key)
			}
		}
	}
	return keys
}

// dynamicWrites lists the writes to the map at r under keys that are not fixed.
func (e *engine) dynamicWrites(r ref) []*ssa.MapUpdate {
	var out []*ssa.MapUpdate
	for _, at := range e.resolveMap(r) {
		for _, w := range e.writes.of[at.v] {
			mu, ok := w.instr.(*ssa.MapUpdate)
			if !ok || w.path != at.path+"[]" {
				continue
			}
			if _, isConst := constText(mu.Key); !isConst {
				out = append(out, mu)
			}
		}
	}
	return out
}

// resolveMap lists the places of the map at r: the variable or field that it is read from,
// and the map itself.
func (e *engine) resolveMap(r ref) []ref {
	if r.v == nil {
		return nil
	}
	v := r.v
	if load, ok := v.(*ssa.UnOp); ok {
		v = load.X
	}
	root, path := e.writes.root(v)
	out := []ref{{root, path + r.path, nil}}
	for _, s := range e.resolve(r) {
		if s.v == nil || s.zero {
			continue
		}
		root, path := e.writes.root(s.v)
		if at := (ref{root, path + s.path, nil}); at != out[0] {
			out = append(out, at)
		}
		if call, ok := s.v.(*ssa.Call); ok && s.path == "" {
			out = append(out, e.returnedMaps(call, s.result)...)
		}
	}
	return out
}

// returnedMaps lists the maps that a function of the package makes and returns.
func (e *engine) returnedMaps(call *ssa.Call, index int) []ref {
	var out []ref
	for _, t := range e.targets(call.Common()) {
		if t.body == nil {
			continue
		}
		for _, b := range t.body.Blocks {
			if ret, ok := lastReturn(b); ok && index < len(ret.Results) {
				root, path := e.writes.root(ret.Results[index])
				out = append(out, ref{root, path, nil})
			}
		}
	}
	return out
}

// showDynamic shows what was put into an interface; one that comes from outside is a hole.
func (e *engine) showDynamic(r ref, m mode) content {
	if r.v == nil {
		return unknown()
	}
	var c content
	for _, s := range e.dynamicSources(r) {
		switch {
		case s.zero:
		case s.callee != nil:
			c.add(e.effectShows(s.callee, m).under(s.guards))
		case s.v == nil:
			c.open = true
		case s.path == "" && !types.IsInterface(s.v.Type()) && !isTuple(s.v.Type()):
			c.add(e.show(s.ref, s.v.Type(), m).under(s.guards))
		default:
			c.add(e.showOpenSource(s, m).under(s.guards))
		}
	}
	return e.named(r, c)
}

func isTuple(t types.Type) bool {
	_, ok := t.(*types.Tuple)
	return ok
}

// showOpen shows a value whose type is not known here.
func (e *engine) showOpen(r ref, m mode) content {
	if r.v == nil {
		return unknown()
	}
	var c content
	for _, s := range e.resolve(r) {
		if s.zero {
			continue
		}
		c.add(e.showOpenSource(s, m).under(s.guards))
	}
	return e.named(r, c)
}

func (e *engine) showOpenSource(s source, m mode) content {
	if c, ok := e.hookBody(s, m); ok {
		return c
	}
	c := unknown()
	switch v := s.v.(type) {
	case *ssa.Const:
		return constContent(v)
	case *ssa.Parameter:
		c = content{atoms: []atom{{hole: hole{fn: v.Parent(), param: paramIndex(v), path: s.path, shape: shown, mode: m, aux: -1}}}}
	case *ssa.Call:
		c = e.callShows(v, s.result, s.path, m)
	case *ssa.MakeClosure, *ssa.Function:
		c = e.yielded(s, func(r ref) content { return e.showAt(r, m) })
	default:
		if f := e.fieldAt(s.ref); f != nil {
			c = e.storesShow(f, m)
		}
	}
	return e.named(s.ref, c)
}

// storesShow joins what the values that the package stores into a field show, when all of
// them hold card data.
func (e *engine) storesShow(f *types.Var, m mode) content {
	var all content
	for _, st := range e.stores[f] {
		if isZero(st.v) {
			continue
		}
		c := e.show(st, st.v.Type(), m)
		if c.kinds() == 0 {
			return unknown()
		}
		all.add(c.known())
	}
	if len(all.atoms) == 0 {
		return unknown()
	}
	return all
}
