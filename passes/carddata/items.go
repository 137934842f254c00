package carddata

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/loglib"
)

// item is one thing that a record shows.
type item struct {
	r     ref
	text  bool // the text itself, not a printed value
	m     mode
	key   string    // the fixed key that it stands under
	keyV  ssa.Value // the key, when it is not fixed
	under string    // the fixed key of the group that it stands in
	tail  shape     // list, pairs, format: a slice of items that comes from elsewhere
	aux   int       // the parameter that is the tail's format; -1
	arg   int       // the argument of the call that the item is, or stands in
	place int       // its place in a variadic argument; -1
	ctx   context
	from  *ssa.BasicBlock // where it was appended; nil for where it is shown
	not   string          // the keys that a tail leaves out
}

// rowItems lists what a call of a row's function shows.
func (e *engine) rowItems(row *loglib.Row, call ssa.CallInstruction) []item {
	return e.rowItemsOf(row, callArgs(call.Common()), call)
}

func (e *engine) rowItemsOf(row *loglib.Row, args []ssa.Value, call ssa.CallInstruction) []item {
	ctx := e.scope(call.Parent())
	var items []item
	key, keyArg := "", -1
	for _, t := range row.Takes {
		if t.Arg >= len(args) {
			continue
		}
		it := item{r: ref{args[t.Arg], "", call}, arg: t.Arg, place: -1, aux: -1, m: modeOf(t.Style), ctx: ctx}
		if field := loglib.StyleOf(it.m.style).Unless; field != "" && e.isSet(ref{args[0], "." + field, call}, 0) {
			it.m = modeOf("bare")
		}
		switch t.As {
		case "key":
			key, _ = constText(args[t.Arg])
			keyArg = t.Arg
		case "text":
			it.text = true
			items = append(items, it)
		case "value":
			it.key = key
			if key == "" && keyArg >= 0 {
				it.keyV = args[keyArg]
			}
			items = append(items, it)
		case "print", "values":
			items = append(items, e.expand(it, args[t.Arg], list, nil)...)
		case "format":
			rest := it
			rest.arg = t.Arg + 1
			if t.Arg+1 < len(args) {
				items = append(items, e.formatItems(rest, args[t.Arg], args[t.Arg+1])...)
			}
			it.text = true
			items = append(items, it)
		case "pairs":
			items = append(items, e.expand(it, args[t.Arg], pairs, nil)...)
		case "attrs":
			it.text = true
			items = append(items, e.expand(it, args[t.Arg], list, nil)...)
		case "map":
			it.under = key
			items = append(items, e.mapItems(it, args[t.Arg])...)
		case "call":
			items = append(items, e.calledItems(it, args[t.Arg])...)
		case "template":
			items = append(items, e.templateItems(it, args[0], args[t.Arg])...)
		}
	}
	if len(row.Takes) == 0 && row.Op == loglib.Carry {
		for i, a := range args {
			items = append(items, item{r: ref{a, "", call}, text: true, arg: i, place: -1, aux: -1})
		}
	}
	return items
}

func modeOf(style string) mode {
	if style == "" {
		style = "v"
	}
	return mode{style: loglib.Styles[style].ID, verb: 'v'}
}

// expand lists the elements of a slice argument: those written out, appended, or a tail
// that comes from elsewhere.
func (e *engine) expand(it item, slice ssa.Value, how shape, seen map[ssa.Value]bool) []item {
	if seen[slice] {
		return nil
	}
	if seen == nil {
		seen = map[ssa.Value]bool{}
	}
	seen[slice] = true
	if elems := variadic(slice); elems != nil {
		return e.elementItems(it, elems, how)
	}
	switch v := slice.(type) {
	case *ssa.Const:
		return nil
	case *ssa.Phi:
		var out []item
		for _, edge := range v.Edges {
			out = append(out, e.expand(it, edge, how, seen)...)
		}
		return out
	case *ssa.ChangeType:
		return e.expand(it, v.X, how, seen)
	case *ssa.Call:
		if b, ok := v.Call.Value.(*ssa.Builtin); ok && b.Name() == "append" {
			out := e.expand(it, v.Call.Args[0], how, seen)
			if len(v.Call.Args) > 1 {
				el := it
				el.from = v.Block()
				out = append(out, e.expand(el, v.Call.Args[1], how, seen)...)
			}
			return out
		}
		if of := passedList(v); of != nil {
			return e.expand(it, of, how, seen)
		}
	case *ssa.TypeAssert, *ssa.Extract:
		if kept := e.keptIn(assertedIn(v)); len(kept) > 0 {
			return e.expandKept(it, kept, how, seen)
		}
	case *ssa.UnOp, *ssa.FreeVar:
		var out []item
		for _, s := range e.resolve(ref{slice, "", it.r.at}) {
			if s.v != nil && s.v != slice && s.path == "" && !s.zero {
				out = append(out, e.expand(it, s.v, how, seen)...)
			} else if !s.zero && s.v != nil {
				tail := it
				tail.r, tail.tail = s.ref, how
				out = append(out, tail)
			}
		}
		return out
	}
	it.r = ref{slice, "", it.r.at}
	it.tail = how
	return []item{it}
}

// elementItems takes the elements one by one, or as keys and values.
func (e *engine) elementItems(it item, elems []ssa.Value, how shape) []item {
	var out []item
	for i := 0; i < len(elems); i++ {
		el := it
		el.place = i
		el.r = ref{elems[i], "", it.r.at}
		if how != pairs {
			out = append(out, el)
			continue
		}
		if mi, ok := elems[i].(*ssa.MakeInterface); ok && fieldType(mi.X.Type()) {
			el.text = true
			out = append(out, el)
			continue
		}
		if i+1 < len(elems) {
			if m := rangedMap(elems[i], elems[i+1]); m != nil && len(e.passedKeys(concrete(elems[i+1]).(*ssa.Extract), it.r.at)) == 0 {
				el.r = ref{m, "", it.r.at}
				el.place = i + 1
				out = append(out, el)
				i++
				continue
			}
		}
		key, fixed := constText(elems[i])
		if !fixed && e.elementOf(el.r) == nil {
			out = append(out, el)
		}
		if i+1 == len(elems) {
			break
		}
		i++
		val := it
		val.place, val.r, val.key = i, ref{elems[i], "", it.r.at}, key
		if !fixed {
			val.keyV = elems[i-1]
		}
		out = append(out, val)
	}
	if how == pairs {
		for i := range out {
			for _, o := range out {
				out[i].ctx.add(o.key)
			}
		}
	}
	return out
}

// itemContent is what an item shows.
func (e *engine) itemContent(it item) content {
	if it.tail != raw {
		return e.tailContent(it)
	}
	var c content
	t := it.r.v.Type()
	if it.r.path != "" {
		if t, _, _, _ = typeAt(t, it.r.path); t == nil {
			return unknown()
		}
	}
	if it.text {
		c = e.text(it.r)
	} else {
		c = e.show(it.r, t, it.m)
	}
	if it.keyV != nil {
		if given, ok := e.repaired(it); ok {
			return given
		}
		return e.underParameter(it, c)
	}
	return e.keyedIn(it.key, c, it.r, it.ctx)
}

// underParameter is a value whose key a caller gives: the key can say what it is.
func (e *engine) underParameter(it item, c content) content {
	for _, s := range e.resolve(ref{it.keyV, "", it.r.at}) {
		p, ok := s.v.(*ssa.Parameter)
		if !ok || s.path != "" {
			continue
		}
		for i, a := range c.atoms {
			if a.kinds == 0 && a.hole.fn == p.Parent() && (a.hole.shape == shown || a.hole.shape == raw) {
				c.atoms = append([]atom(nil), c.atoms...)
				if a.hole.shape == raw {
					c.atoms[i].hole.shape, c.atoms[i].hole.mode = shown, modeOf("v")
				}
				c.atoms[i].hole.aux, c.atoms[i].hole.not = paramIndex(p), it.not
			}
		}
	}
	return c
}

// keyed lets a key say what the value under it is, when the value leaves that open.
func (e *engine) keyed(key string, c content, r ref) content {
	return e.keyedIn(key, c, r, e.scopeOf(r.v))
}

func (e *engine) keyedIn(key string, c content, r ref, ctx context) content {
	if key == "" || !c.undecided() || c.kinds() != 0 {
		return c
	}
	cls := nameClass(key, ctx)
	if cls.kind == 0 || !e.canHold(r, cls.kind) {
		return c
	}
	return card(cls.kind, cls.what)
}

// canHold says whether the value at r has a type that can hold card data as text.
func (e *engine) canHold(r ref, k kinds) bool {
	for _, s := range e.dynamicSources(r) {
		if s.v == nil || s.zero {
			continue
		}
		t := s.v.Type()
		if s.path != "" {
			t, _, _, _ = typeAt(t, s.path)
		} else if tup, ok := t.(*types.Tuple); ok {
			t = tup.At(s.result).Type()
		}
		if t != nil && textType(t, k) && !isNamed(t, "time", "Duration") {
			return true
		}
	}
	return false
}

// tailContent is what a slice of items that comes from elsewhere shows.
func (e *engine) tailContent(it item) content {
	var c content
	for _, s := range e.resolve(it.r) {
		switch v := s.v.(type) {
		case *ssa.Parameter:
			if given, ok := e.hidden(it, v, s.path); ok {
				c.add(given)
				continue
			}
			if t, _, _, _ := typeAt(v.Type(), s.path); t != nil && elemType(t) != nil && !types.IsInterface(elemType(t)) && it.tail == list {
				c.add(e.show(s.ref.in("[]"), elemType(t), it.m))
				continue
			}
			c.add(content{atoms: []atom{{hole: hole{fn: v.Parent(), param: paramIndex(v), path: s.path, shape: it.tail, mode: it.m, aux: it.aux, not: it.not}}}})
		case nil:
		default:
			t, _, _, _ := typeAt(v.Type(), s.path)
			if s.zero || t == nil || elemType(t) == nil {
				continue
			}
			if call, ok := v.(*ssa.Call); ok && s.path == "" {
				if given, ok := e.cleaned(it, call); ok {
					c.add(given)
					continue
				}
			}
			c.add(e.show(s.ref.in("[]"), elemType(t), it.m))
		}
	}
	return c
}

// spread lists the items of a slice that a hole takes apart.
func (e *engine) spread(r ref, h hole, args func(int) (ref, bool)) []item {
	it := item{r: r, m: h.mode, place: -1, aux: -1, ctx: e.scopeOf(r.v), not: h.not}
	if r.path != "" {
		it.tail = h.shape
		return []item{it}
	}
	if h.shape == format {
		if f, ok := args(h.aux); ok {
			return e.formatItems(it, f.v, r.v)
		}
		return e.expand(it, r.v, list, nil)
	}
	return e.expand(it, r.v, h.shape, nil)
}

// cuts says whether a verb prints no more than the first six characters of its operand.
func (e *engine) cuts(v formatVerb, elems []ssa.Value) bool {
	most := int64(v.precision)
	if v.star > 0 && v.star <= len(elems) {
		n, ok := constInt(concrete(elems[v.star-1]))
		if !ok {
			return false
		}
		most = n
	}
	return most >= 0 && most <= 6 && e.isPlainText(elems[v.arg])
}

func (e *engine) isPlainText(v ssa.Value) bool {
	if mi, ok := v.(*ssa.MakeInterface); ok {
		v = mi.X
	}
	b, ok := v.Type().Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}
