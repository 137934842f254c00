package carddata

import (
	"cmp"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/loglib"
)

// showOpaque answers at once for a value that the function did not make: its type says
// what it shows, and the caller what else is in it.
func (e *engine) showOpaque(r ref, t types.Type, m mode) (content, bool) {
	switch deref(t).Underlying().(type) {
	case *types.Struct, *types.Map, *types.Slice:
	default:
		return clean, false
	}
	if r.v == nil || isTextSlice(t) {
		return clean, false
	}
	if e.retouched(r) {
		return clean, false
	}
	sources := e.resolve(r)
	if len(sources) != 1 || sources[0].zero || sources[0].v == nil {
		return clean, false
	}
	s := sources[0]
	switch v := s.v.(type) {
	case *ssa.Parameter:
		if len(e.writes.of[v]) > 0 && !e.onlyRead(v) {
			return clean, false
		}
		c := e.show(ref{path: s.path}, t, m)
		if c.kinds() != 0 {
			return c.known(), true
		}
		if k, _ := e.decodedAs(v, s.path); k != 0 {
			return card(bodyKind, "the body"), true
		}
		c = content{atoms: []atom{{hole: hole{fn: v.Parent(), param: paramIndex(v), path: s.path, shape: shown, mode: m, aux: -1}}}}
		return e.named(s.ref, e.named(r, c)), true
	case *ssa.Call:
		targets := e.targets(v.Common())
		for _, t := range targets {
			if t.body == nil {
				return clean, false
			}
		}
		if len(targets) == 0 || s.path != "" || len(e.writes.of[v]) > 0 && !e.onlyRead(v) {
			return clean, false
		}
		c := e.callShows(v, s.result, "", m)
		if fn := v.Call.StaticCallee(); fn != nil && fn.Origin() != nil && c.open && c.kinds() == 0 {
			return clean, false // the body knows no names of the fields that it fills
		}
		return c, true
	}
	return clean, false
}

// retouched says whether something inside of the variable that r reads is written apart.
func (e *engine) retouched(r ref) bool {
	load, ok := r.v.(*ssa.UnOp)
	if !ok {
		return false
	}
	root, path := e.writes.root(load.X)
	path += r.path
	for _, w := range e.writes.of[root] {
		if rest, _, ok := within(path, w.path); ok && (rest != "" || w.arg >= 0) {
			if w.arg < 0 || e.callWrites(w.instr.(ssa.CallInstruction), w.arg, "") >= fills || e.writesInside(w) {
				return true
			}
		}
	}
	return false
}

// writesInside says whether a call writes somewhere inside of what its argument points to.
func (e *engine) writesInside(w write) bool {
	for _, t := range e.targets(w.instr.(ssa.CallInstruction).Common()) {
		if t.body != nil && w.arg < len(t.body.Params) && len(e.written[t.body.Params[w.arg]]) > 0 {
			return true
		}
		if t.sum != nil && slices.ContainsFunc(t.sum.writes, func(eff effectOf) bool { return eff.param == w.arg }) {
			return true
		}
	}
	return false
}

func isTextSlice(t types.Type) bool {
	sl, ok := t.Underlying().(*types.Slice)
	return ok && isText(sl)
}

// onlyRead says whether the writes of a root are calls that leave it as it is.
func (e *engine) onlyRead(root ssa.Value) bool {
	for _, w := range e.writes.of[root] {
		if w.arg < 0 || e.callWrites(w.instr.(ssa.CallInstruction), w.arg, "") >= fills || e.writesInside(w) {
			return false
		}
		if p, ok := root.(*ssa.Parameter); ok && e.writesUnder(p, "") {
			return false
		}
	}
	return true
}

// structField is a field as an encoder or printer sees it.
type structField struct {
	path  string // through embedded structs
	index int
	owner types.Type
	st    *types.Struct
	v     *types.Var
}

// showStruct shows the fields that the way of printing shows.
func (e *engine) showStruct(r ref, t types.Type, st *types.Struct, m mode, base loglib.Base) content {
	var fields []structField
	tag := encoderTags[base]
	if tag != "" {
		fields = encoded(t, st, tag)
	} else {
		for i := range st.NumFields() {
			fields = append(fields, structField{"", i, t, st, st.Field(i)})
		}
	}
	var c content
	for _, f := range fields {
		c.add(e.showField(r, f, m, tag != ""))
	}
	if c.kinds() == expiryKind && e.hasNumber(t, st) {
		// The number and code beside which it counts are masked or left out.
		c.atoms = slices.DeleteFunc(slices.Clone(c.atoms), func(a atom) bool { return a.kinds == expiryKind })
	}
	return c
}

// hasNumber says whether a struct has a field for a card number or security code.
func (e *engine) hasNumber(t types.Type, st *types.Struct) bool {
	for i := range st.NumFields() {
		if e.fields.of(st, i, typeName(t)).kind.has(panKind | cvvKind) {
			return true
		}
	}
	return false
}

func (e *engine) showField(r ref, f structField, m mode, encoder bool) content {
	inner := m.with(nested)
	if !encoder {
		inner = inner.field(f.v)
	}
	child := r.in(f.path + "." + f.v.Name())
	cls := e.fields.of(f.st, f.index, typeName(f.owner))
	if cls == (class{}) && e.fields.answers(f.st, f.index, typeName(f.owner)) {
		return clean
	}
	if cls == (class{}) {
		cls = e.joinedPath(r.path+f.path+"."+f.v.Name(), f.v.Type(), f.st)
	}
	if cls.safe {
		return e.misnamed(child, cls.what)
	}
	wrapped := cls.kind != 0 && nullWrapper(f.v.Type())
	if wrapped && e.display(f.v.Type(), inner) == nil {
		if encodesNothing(f.v.Type(), inner) {
			return clean
		}
		return card(cls.kind, cls.what)
	}
	if r.v != nil && depth(child.path) <= maxFieldDepth {
		known, empty := e.byTypeAlone(child, f.v.Type())
		if !known {
			return e.show(child, f.v.Type(), inner)
		}
		if empty {
			return clean
		}
	}
	c := e.show(ref{}.in(child.path), f.v.Type(), inner)
	switch {
	case cls.kind != 0 && !wrapped && e.printsLeaf(f.v.Type(), inner):
		return card(cls.kind, cls.what)
	case c.kinds() == 0 && f.v.Pkg() == e.pass.Pkg && textType(f.v.Type(), panKind):
		return e.joinStores(ref{}, c).known()
	}
	return c
}

// maxFieldDepth is how deep in a value its own fields are followed; below, types speak.
const maxFieldDepth = 4

// byTypeAlone says whether nothing but its type is to be known of a part of a local value:
// no instruction writes there, or only a call that nothing is known of. It is empty when
// nothing was ever written.
func (e *engine) byTypeAlone(r ref, t types.Type) (known, empty bool) {
	if structOf(t) == nil && elemType(t) == nil || isTextSlice(t) {
		return false, false
	}
	v := r.v
	if load, ok := v.(*ssa.UnOp); ok {
		v = load.X
	}
	root, path := e.writes.root(v)
	if _, local := root.(*ssa.Alloc); !local {
		return false, false
	}
	empty = true
	for _, w := range e.writes.of[root] {
		_, _, inside := within(path+r.path, w.path)
		rest, _, around := within(w.path, path+r.path)
		switch {
		case !inside && !around:
		case w.arg < 0:
			return false, false
		default:
			switch e.callWrites(w.instr.(ssa.CallInstruction), w.arg, rest) {
			case replaces:
				return false, false
			case leaves:
			default:
				empty = false
			}
		}
	}
	return true, empty
}

// printsLeaf says whether a text of type t inside of a value is printed: not where it is
// behind a pointer that shows as an address, nor where its own method hides it.
func (e *engine) printsLeaf(t types.Type, m mode) bool {
	if method := e.display(t, m); method != nil {
		if c, known := e.methodShows(method, ref{}, t); known {
			return c.kinds() != 0 || c.open
		}
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		if loglib.StyleOf(m.style).Base <= loglib.FmtGo {
			return false
		}
		return e.printsLeaf(p.Elem(), m)
	}
	return !encodesNothing(t, m)
}

// encoded lists the fields that an encoder writes: exported ones by their tags, those of
// embedded structs too, the shallowest of one name.
func encoded(t types.Type, st *types.Struct, tagKey string) []structField {
	type found struct {
		structField
		name  string
		depth int
	}
	var all []found
	var collect func(t types.Type, st *types.Struct, path string, depth int)
	collect = func(t types.Type, st *types.Struct, path string, depth int) {
		for i := range st.NumFields() {
			f := st.Field(i)
			tag := reflect.StructTag(st.Tag(i)).Get(tagKey)
			name, opts, _ := strings.Cut(tag, ",")
			if tag == "-" { // "-," names the key a dash
				continue
			}
			inline := f.Embedded() && name == "" && tagKey != "yaml" || strings.Contains(opts, "inline")
			if inner := structOf(f.Type()); inline && inner != nil && depth < 5 {
				collect(deref(f.Type()), inner, path+"."+f.Name(), depth+1)
				continue
			}
			if !f.Exported() {
				continue
			}
			if name == "" {
				name = f.Name()
			}
			all = append(all, found{structField{path, i, t, st, f}, name, depth})
		}
	}
	collect(t, st, "", 0)
	slices.SortStableFunc(all, func(a, b found) int { return cmp.Compare(a.depth, b.depth) })
	var out []structField
	seen := map[string]bool{}
	for _, f := range all {
		if !seen[f.name] {
			seen[f.name] = true
			out = append(out, f.structField)
		}
	}
	return out
}
