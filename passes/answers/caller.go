package answers

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// caller says of one call what the function that is called does in general.
type caller struct {
	f    *frame
	in   *ir.Instr
	args []*value
	// inside says that the function is a literal of the caller, or called as a value: it sends for nobody else.
	inside bool
	// served says that a library calls it: nothing is to be mended where it is handed over.
	served bool
	// tells is what the function tells those that it is given, telling that this is looked at.
	tells   []telling
	telling bool
	// deep is how many closures in closures are gone through.
	deep int
}

// fill adds what a value of the function is for this call.
func (c *caller) fill(to, from *value) {
	if c.f.a.fuel--; c.f.a.fuel <= 0 {
		return
	}
	for l := range from.labels {
		c.put(to, l)
	}
	if from.texts && !to.texts {
		to.texts, c.f.news = true, true
	}
	if from.dyn != "" && to.dyn != from.dyn && to.dyn != "?" {
		to.dyn, c.f.news = dynamic(to.dyn, from.dyn), true
	}
	if to.typ == "" {
		to.typ = from.typ
	}
	c.f.wraps(to, &value{errs: from.errs})
	c.closures(to, from)
	c.f.merge(to, &value{fills: from.fills})
	if to.depth >= maxFields {
		return
	}
	for name, field := range from.fields {
		if !said(field, 0) && !strings.HasPrefix(name, heldAs) && (name != "*" || !from.texts) {
			continue
		}
		own := to.fields[name]
		if own == nil {
			own = &value{depth: to.depth + 1, lasting: to.lasting, by: to.by}
			if to.fields == nil {
				to.fields = map[string]*value{}
			}
			to.fields[name] = own
		}
		c.fill(own, field)
	}
}

// closures adds the function values of a value, with what they have captured for this call.
func (c *caller) closures(to, from *value) {
	for _, name := range sortedNames(from.fns) {
		fn := c.stands(from.fns[name])
		if fn == nil {
			continue
		}
		own := to.fns[name]
		if own == nil || own.unless != nil && fn.unless == nil {
			own = &closure{name: fn.name, unless: fn.unless}
			for range fn.free {
				own.free = append(own.free, &value{depth: 2})
			}
			if to.fns == nil {
				to.fns = map[string]*closure{}
			}
			to.fns[name], c.f.news = own, true
		}
		if c.deep > 3 || own == fn {
			continue
		}
		c.deep++
		for i, free := range fn.free {
			if i < len(own.free) {
				c.fill(own.free[i], free)
			}
		}
		c.deep--
	}
}

// said says whether there is anything in a value.
func said(v *value, depth int) bool {
	if len(v.labels) > 0 || len(v.fns) > 0 || len(v.errs) > 0 || len(v.fills) > 0 || v.texts {
		return true
	}
	if depth > maxFields {
		return false
	}
	for _, f := range v.fields {
		if said(f, depth+1) {
			return true
		}
	}
	return false
}

// put adds one label as it is for this call.
func (c *caller) put(to *value, l label) {
	if l.kind != given {
		if c.gets(l) {
			c.f.add(to, l)
		}
		return
	}
	v := c.walk(l)
	if !l.failed {
		c.f.merge(to, v)
		return
	}
	if to.mergeIf(v, func(l label) (label, bool) { return l.asError(), true }) {
		c.f.news = true
	}
}

// gets says whether what comes of a sending comes of it when this call makes it.
func (c *caller) gets(l label) bool {
	return l.send == nil || c.inside || l.behind || c.f.a.sends.Through(c.in, l.send)
}

// walk returns what this call gives for a label.
func (c *caller) walk(l label) *value {
	if l.param >= len(c.args) {
		return &value{}
	}
	v := c.args[l.param]
	if l.path == "" {
		return v
	}
	at := label{kind: given, param: l.param}
	for _, name := range strings.Split(l.path[1:], ".") {
		fn := at
		at.path += "." + name
		if strings.HasPrefix(name, returned[1:]) || strings.HasPrefix(name, filled[1:]) {
			v = c.called(v, name, c.told(fn))
			continue
		}
		if strings.HasPrefix(name, asked[1:]) {
			v = c.asked(v, name)
			continue
		}
		if n, ok := strings.CutPrefix(name, "@"); ok {
			i, _ := strconv.Atoi(n)
			of := &value{}
			c.f.narrow(of, v, c.f.a.marks[i])
			v = of
			continue
		}
		if whole := v.fields["*"]; v.texts && whole != nil {
			v = whole
		} else if v.texts {
			v = &value{labels: v.labels}
		}
		if e := v.fields[element]; e != nil && v.fields[name] == nil { // paths do not name elements
			v = e
		}
		v = c.f.fieldOf(v, name)
	}
	return v
}

// maxCalls bounds the calls of function values, one in another.
const maxCalls = 8

// called returns what the functions that a value or the elements of a list hold return, or store in their
// parameter, as the end of a path says, when they are told something; for those that are given it is what
// the callers know.
func (c *caller) called(v *value, what string, told []*value) *value {
	out := &value{by: c.f.a}
	if c.f.a.calls++; c.f.a.calls > maxCalls {
		c.f.a.calls--
		return out
	}
	defer func() { c.f.a.calls-- }()
	n, returns := strings.CutPrefix(what, returned[1:])
	i, _ := strconv.Atoi(strings.TrimPrefix(n, filled[1:]))
	for _, of := range []*value{v, v.fields[element]} {
		if of == nil {
			continue
		}
		for l := range of.labels {
			if l.calls() {
				c.f.add(out, label{kind: given, param: l.param, path: l.path + "." + what})
			}
		}
		for _, name := range sortedNames(of.fns) {
			fn := c.f.a.prog.Func(name)
			switch {
			case fn == nil || len(fn.Blocks) == 0:
			case returns && i < fn.Results:
				results := blanks(fn.Results)
				results[i] = out
				c.f.callClosure(c.in, of.fns[name], told, results)
				out.typ = cmp.Or(out.typ, c.f.a.summary(fn).returns(i))
			case !returns:
				c.filled(fn, of.fns[name], told, i, out)
			}
		}
	}
	return out
}

func blanks(n int) []*value {
	out := make([]*value, n)
	for i := range out {
		out[i] = &value{}
	}
	return out
}

// filled runs a function value with a variable for one of its arguments.
func (c *caller) filled(fn *ir.Func, f *closure, told []*value, arg int, out *value) {
	at := arg
	if fn.Recv && len(f.free) == 1 { // a method value
		at++
	}
	if at >= len(fn.Params) {
		return
	}
	typ := fn.Params[at].Type
	if !strings.HasPrefix(typ, "map[") && c.f.a.prog.Type(typ) == nil {
		return
	}
	out.typ = cmp.Or(out.typ, typ)
	args := blanks(max(arg+1, len(told)))
	copy(args, told)
	args[arg] = out
	c.f.callClosure(c.in, f, args, blanks(fn.Results))
}

// write adds to what the call gives for a parameter what the function stores there.
func (c *caller) write(to, from *value, param int, path string, depth int) {
	if c.f.a.fuel--; c.f.a.fuel <= 0 {
		return
	}
	for l := range from.labels {
		if l.kind == writer || l.kind == given && l.param == param && strings.HasPrefix(path, l.path) {
			continue
		}
		c.put(to, l)
	}
	if depth >= maxFields {
		return
	}
	for name, field := range from.fields {
		if at := deeper(path, name); c.stored(field, param, at, depth) && !strings.HasPrefix(name, "#") {
			c.write(to.field(name), field, param, at, depth+1)
		}
	}
}

// deeper is the path to a field of what stands at a path.
func deeper(path, name string) string {
	if name == element || name == "*" || strings.HasPrefix(name, heldAs) {
		return path
	}
	return path + "." + name
}

// stored says whether a value at a path of a parameter holds more than what is given there: another part of
// the same parameter too.
func (c *caller) stored(v *value, param int, path string, depth int) bool {
	for l := range v.labels {
		if l.kind != writer && (l.kind != given || l.param != param || !strings.HasPrefix(path, l.path)) {
			return true
		}
	}
	if depth > maxFields {
		return false
	}
	for name, f := range v.fields {
		if c.stored(f, param, deeper(path, name), depth+1) {
			return true
		}
	}
	return false
}

// labels returns the labels of a list as they are for this call.
func (c *caller) labels(list []label) []label {
	var out []label
	for _, l := range list {
		if l.kind != given {
			if c.gets(l) {
				out = append(out, l)
			}
			continue
		}
		for _, x := range c.f.text(c.walk(l)) {
			if l.failed {
				x = x.asError()
			}
			out = append(out, x)
		}
	}
	return out
}

// sink is what this call gives to an answer of the function, and where that is reported.
func (c *caller) sink(fn *ir.Func, k sink) sink {
	own := c.f.a.own
	at := place{shortName(fn.Name), c.f.fn, c.f.a.where.At(c.f.fn, c.in)}
	if strings.Contains(fn.Name, "$") {
		at.by = k.by
		if fn.Generated && c.in.Op == ir.Call && c.in.Sym != "" {
			at.by = shortName(c.in.Sym)
		}
	}
	switch {
	case c.served && own(k.deep.fn):
		at = k.deep
	case own(k.fn) && (c.inside || k.served && !k.handed(fn) || c.in.Op == ir.Invoke && k.itself()):
		at = k.place
	}
	out := sink{place: at, deep: at, to: c.labels(k.to), written: k.written, served: k.served || c.served || c.f.serving && k.written}
	if own(k.deep.fn) && k.handed(fn) {
		out.deep = k.deep
	}
	out.data = slices.DeleteFunc(c.labels(k.data), func(l label) bool {
		return slices.ContainsFunc(k.told, func(t label) bool { return t.send != nil && t.send == l.send })
	})
	return out
}

// itself says whether a method of a value writes the value.
func (k sink) itself() bool {
	return k.fn.Recv && !strings.HasPrefix(k.fn.Params[0].Type, "*") && !slices.ContainsFunc(k.data, func(l label) bool { return l.kind != given || l.param != 0 })
}

// handed says whether an answer of a function shows an error that it is given as such.
func (k sink) handed(fn *ir.Func) bool {
	return slices.ContainsFunc(k.data, func(l label) bool {
		return l.kind == given && l.param < len(fn.Params) && fn.Params[l.param].Type == "error"
	})
}
