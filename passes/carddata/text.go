package carddata

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/aurora"
)

// text returns what the text or number at r holds.
func (e *engine) text(r ref) content {
	if depth(r.path) > e.depth {
		return e.named(r, unknown()) // a list or tree that is walked
	}
	if r.v != nil && !hasPath(r.v.Type(), r.path) {
		return clean // asked of all that an interface may hold
	}
	return e.ask(query{ask: askText, v: r.v, path: r.path, at: r.at}, func() content {
		if r.path == "" && r.at != nil && measured(r.v) && shortIn(bare(r.v), r.at.Block(), maxShown) {
			return e.text(ref{r.v, "", nil}).withoutNumber()
		}
		var c content
		if r.v != nil && isList(r.v.Type(), r.path) {
			if phi, ok := r.v.(*ssa.Phi); ok && r.path == "" && len(e.appended(phi, 0)) > 0 {
				return e.named(r, e.elements(r)) // a loop gathers the pieces
			}
			return e.named(r, e.text(r.in("[]")))
		}
		if ta, ok := r.v.(*ssa.TypeAssert); ok && r.path == "" && isBuilder(ta.Type()) { // out of a pool
			root, path := e.writes.root(ta)
			return e.builderText(root, path)
		}
		for _, s := range e.resolve(r) {
			c.add(e.sourceText(s).under(s.guards))
		}
		return e.named(r, c)
	})
}

// isList says whether a path of t leads to a slice or array of texts, whose text is that of
// its elements.
func isList(t types.Type, path string) bool {
	t, _, _, _ = typeAt(t, path)
	if t == nil {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Slice:
		return !isText(u)
	case *types.Array:
		return !isText(u)
	}
	return false
}

// named lets the names of r speak where c leaves something open.
func (e *engine) named(r ref, c content) content {
	cls := e.classOf(r)
	switch {
	case cls.safe:
		return e.misnamed(r, cls.what)
	case cls.kind != 0 && (c.undecided() || c.kinds() != 0 && c.byName().kinds() == 0):
		known := card(cls.kind, cls.what)
		known.add(c.known())
		return known
	case c.hasParts() && r.v != nil && r.path == "":
		// A piece of card data under a card's name (pan := track2[:i]) is what the name says.
		for _, name := range e.valueNames(r.v) {
			if n := factsOf(name); n.Kind != aurora.NotCard && n.Kind != aurora.Expiry && !n.Safe && !n.masked {
				return card(one(n.Kind), name)
			}
		}
	}
	return c
}

func (e *engine) sourceText(s source) content {
	if s.zero {
		return clean
	}
	if s.callee != nil {
		root, path := e.writes.root(callArgs(s.callee.call.Common())[s.callee.arg])
		if k, _ := e.decodedAs(root, path+s.callee.path); k != 0 {
			return card(bodyKind, "the body")
		}
		return e.named(ref{root, path + s.callee.path, nil}, e.effectText(s.callee))
	}
	if s.v == nil {
		return unknown()
	}
	if s.char {
		return e.text(s.ref).parts()
	}
	if s.path != "" {
		return e.named(s.ref, e.opaqueText(s))
	}
	switch v := s.v.(type) {
	case *ssa.Const:
		return constContent(v)
	case *ssa.BinOp:
		return e.binary(v)
	case *ssa.Convert:
		return e.converted(v, s.at)
	case *ssa.Slice:
		return e.sliced(v)
	case *ssa.MakeSlice:
		if isTextSlice(v.Type()) {
			return e.named(s.ref, e.filled(v, s))
		}
	case *ssa.MakeClosure, *ssa.Function, *ssa.Builtin, *ssa.Range:
		return clean
	case *ssa.UnOp:
		if v.Op != token.ARROW {
			return clean
		}
	}
	if isBuilder(s.v.Type()) {
		if _, call := s.v.(*ssa.Call); !call {
			return e.opaqueText(s)
		}
	}
	if _, pointer := s.v.Type().Underlying().(*types.Pointer); pointer && isTextPointer(s.v.Type()) {
		if _, alloc := s.v.(*ssa.Alloc); alloc {
			return e.pointee(s.ref)
		}
	}
	return e.named(s.ref, e.opaqueText(s))
}

// pointee is the text that an address points to.
func (e *engine) pointee(r ref) content {
	w := &walker{e: e, seen: map[ref]bool{}}
	w.load(r)
	var c content
	for _, s := range w.out {
		if s.v == r.v && !s.zero {
			c.open = true
			continue
		}
		c.add(e.sourceText(s).under(s.guards))
	}
	return e.named(r, c)
}

func isTextPointer(t types.Type) bool {
	_, ok := deref(t).Underlying().(*types.Basic)
	return ok
}

// opaqueText is what a source holds that no instruction of the function explains.
func (e *engine) opaqueText(s source) content {
	c := unknown()
	if owner, form, ok := bodyAt(s); ok {
		return e.bodyText(s, owner, form)
	}
	if isBuilder(s.typ()) {
		c := e.builderText(s.v, s.path)
		if call, ok := s.v.(*ssa.Call); ok {
			c.add(e.callText(call, s.result, s.path, s.at)) // with what it was made
		}
		if p, ok := s.v.(*ssa.Parameter); ok {
			c.add(content{atoms: []atom{{hole: hole{fn: p.Parent(), param: paramIndex(p), path: s.path, aux: -1}}}})
		}
		return c
	}
	if k, _ := e.decodedAs(s.v, s.path); k != 0 {
		return card(bodyKind, "the body")
	}
	switch v := s.v.(type) {
	case *ssa.Parameter:
		if iter, _ := e.rangedFunc(v); iter != nil {
			return c // what it yields is known, or the loop chooses
		}
		if given := e.callbackText(v, s.path); given.kinds() != 0 {
			return given
		}
		c = content{atoms: []atom{{hole: hole{fn: v.Parent(), param: paramIndex(v), path: s.path, aux: -1}}}}
		return e.joinStores(s.ref, c)
	case *ssa.Call:
		return e.callText(v, s.result, s.path, s.at)
	case *ssa.Extract:
		if m := rangedKeys(v); m != nil && s.path == "" {
			return e.keysText(m, v)
		}
	case *ssa.Global:
		return e.globalText(v, s)
	case *ssa.MakeClosure, *ssa.Function:
		return e.yielded(s, e.text)
	}
	return e.joinStores(s.ref, c)
}

// typ is the type of what is at the source.
func (s source) typ() types.Type {
	t := s.v.Type()
	if tup, ok := t.(*types.Tuple); ok && s.result < tup.Len() {
		t = tup.At(s.result).Type()
	}
	if s.path != "" {
		t, _, _, _ = typeAt(t, s.path)
	}
	if t == nil {
		t = types.Typ[types.Invalid]
	}
	return t
}

func paramIndex(p *ssa.Parameter) int {
	for i, q := range p.Parent().Params {
		if p == q {
			return i
		}
	}
	return 0
}

// joinStores looks at what the package stores into the field at the end of r's path: when
// every store holds card data, the field does.
func (e *engine) joinStores(r ref, c content) content {
	f := e.fieldAt(r)
	if f == nil {
		return c
	}
	var all content
	n := 0
	for _, st := range e.stores[f] {
		if isZero(st.v) {
			continue
		}
		n++
		k := e.text(st)
		if k.kinds() == 0 {
			return c
		}
		all.add(k.asStored())
	}
	if n == 0 {
		return c
	}
	return all
}

func isZero(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	if !ok {
		return false
	}
	return c.Value == nil || c.Value.Kind() == constant.String && constant.StringVal(c.Value) == ""
}

// fieldAt returns the field of this package that r's path ends in, or nil.
func (e *engine) fieldAt(r ref) *types.Var {
	if r.v == nil || r.path == "" {
		return nil
	}
	_, owner, field, _ := typeAt(r.v.Type(), r.path)
	if field < 0 {
		return nil
	}
	f := structOf(owner).Field(field).Origin()
	if f.Pkg() != e.pass.Pkg {
		return nil
	}
	return f
}

// globalText joins what the package stores into one of its variables.
func (e *engine) globalText(g *ssa.Global, s source) content {
	c := unknown()
	if g.Pkg != e.ssa.Pkg {
		return c
	}
	for _, w := range e.writes.of[g] {
		if rest, _, ok := within(w.path, s.path); ok && w.val != nil {
			c.add(e.text(ref{w.val, rest, w.instr}))
		}
	}
	return c
}

// constContent finds card numbers in a constant; any other constant is clean.
func constContent(v *ssa.Const) content {
	if v.Value == nil {
		return clean
	}
	text := ""
	switch v.Value.Kind() {
	case constant.String:
		text = constant.StringVal(v.Value)
	case constant.Int:
		text = v.Value.ExactString()
		if b, ok := v.Type().Underlying().(*types.Basic); !ok || b.Info()&types.IsInteger == 0 {
			return clean
		}
	}
	if len(text) >= 13 && len(aurora.PANs(text)) > 0 {
		return card(panKind, "a card number in the source")
	}
	return clean
}

// binary is concatenation and arithmetic; comparisons show nothing.
func (e *engine) binary(v *ssa.BinOp) content {
	x, y := ref{v.X, "", v}, ref{v.Y, "", v}
	basic, _ := v.Type().Underlying().(*types.Basic)
	switch {
	case basic == nil || basic.Info()&types.IsBoolean != 0:
		return clean
	case basic.Info()&types.IsString != 0:
		return e.concatenated(v)
	case v.Op == token.REM:
		if n, ok := constInt(v.Y); ok && n <= 10000 {
			return e.text(x).keep(expiryKind)
		}
	case v.Op == token.QUO:
		return e.text(x).parts()
	}
	c := e.text(x).dropParts()
	c.add(e.text(y).dropParts())
	return c
}

// keep returns the card data of these kinds alone.
func (c content) keep(k kinds) content {
	out := content{}
	for _, a := range c.atoms {
		if a.kinds.has(k) {
			out.add(content{atoms: []atom{a}})
		}
	}
	return out
}
