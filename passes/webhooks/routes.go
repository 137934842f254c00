package webhooks

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// behind finds the handlers that stand behind a middleware: those that a function gives to a call
// together with it, and those on the routers that it is used for. When it is not known which
// these are, it is all that the function names or, when that is none, all there are. puts says which calls
// put the middleware somewhere, of what they are given.
func (a *analyzer) behind(g *front, f *ir.Func, name string, puts func(in *ir.Instr, tree []string) bool) {
	router, known, called := false, true, false
	types := a.typesOf(f)
	for _, in := range f.Instrs() {
		if in.Op != ir.Call && in.Op != ir.Invoke {
			continue
		}
		tree := a.functionsOf(f, in.Args, 0)
		if !puts(in, tree) {
			continue
		}
		called = true
		tree = append(a.makes(tree, name), tree...)
		g.beside = append(g.beside, tree...)
		g.add(a, tree, name)
		if !g.v.next && !uses(in) {
			continue
		}
		router = true
		for _, r := range routersOf(f, types, in, name) {
			names, ok := a.routes(f, types, r)
			g.add(a, names, name)
			known = known && ok
		}
	}
	g.all = g.v.next && !called // it is kept for who uses it
	if !router || known && len(g.handlers) > 0 {
		return
	}
	for _, own := range a.prog.Own {
		if family(own.Name) == family(f.Name) {
			g.beside = append(append(g.beside, valuesIn(own)...), callsIn(own)...)
		}
	}
	g.handlers = append(g.handlers, a.within(family(f.Name))...)
	g.all = !slices.ContainsFunc(a.units, func(u *ir.Func) bool {
		return u != g.fn && !a.verdict(u).next && slices.Contains(g.handlers, u.Name)
	})
}

// add adds those of some functions that take a request.
func (g *front) add(a *analyzer, names []string, middleware string) {
	for _, h := range names {
		if fn := a.prog.Func(h); h != middleware && fn != nil && takesRequest(fn) && !slices.Contains(g.handlers, h) {
			g.handlers = append(g.handlers, h)
		}
	}
}

// uses says whether a call puts a middleware in front of all that its receiver serves.
func uses(in *ir.Instr) bool { return strings.HasSuffix(in.Sym, "Use") }

// routersOf are the routers that a call with a middleware puts behind it: what uses it, what the
// call makes, and the handlers that it wraps.
func routersOf(f *ir.Func, types *ir.Types, in *ir.Instr, middleware string) []ir.Ref {
	args := callArgs(in)
	if uses(in) && len(args) > 0 {
		return args[:1]
	}
	out := slices.DeleteFunc(slices.Clone(args), func(r ir.Ref) bool { return !serves(f, types, r) })
	if in.Dst >= 0 && in.Sym != middleware && method(in) {
		out = append(out, ir.Ref(in.Dst))
	}
	return out
}

const httpHandler = "net/http.Handler"

// handling says whether the values of a type are handlers, or functions that may be.
func handling(typ string) bool {
	typ = strings.TrimLeft(typ, "*[]")
	return strings.HasPrefix(typ, "func(") || strings.HasSuffix(typ, "Handler") || strings.HasSuffix(typ, "HandlerFunc")
}

// serves says whether an operand may be a handler for several routes.
func serves(f *ir.Func, types *ir.Types, r ir.Ref) bool {
	def := f.Def(r)
	return types.Of(r) == httpHandler || def != nil && def.Op == ir.Iface
}

// routes are the functions that a function gives to a router, to what it makes of it and to what
// it mounts there; ok is false when others may give it more.
func (a *analyzer) routes(f *ir.Func, types *ir.Types, router ir.Ref) (out []string, ok bool) {
	on := map[ir.Ref]bool{}
	ok = mount(f, types, router, on, 0)
	for n := 0; n != len(on); {
		n, out = len(on), out[:0]
		for _, in := range f.Instrs() {
			if !slices.ContainsFunc(in.Args, func(r ir.Ref) bool { return on[r] }) || a.ofAnother(in, on) {
				continue
			}
			switch in.Op {
			case ir.Store:
				ok = ok && (!on[in.Args[1]] || ofServer(f, types, in.Args[0]))
				continue
			case ir.Closure, ir.Send, ir.MapUpdate:
				ok = false
			case ir.Return:
				ok = ok && !slices.ContainsFunc(in.Args, func(r ir.Ref) bool { return on[r] && types.Of(r) != httpHandler })
			case ir.Call, ir.Invoke:
				names, known := a.given(f, types, in)
				out = append(out, names...)
				ok = ok && known
				for _, r := range callArgs(in) {
					if serves(f, types, r) || types.Of(r) == types.Of(router) {
						ok = mount(f, types, r, on, 0) && ok
					}
				}
			}
			if in.Dst >= 0 {
				on[ir.Ref(in.Dst)] = true
			}
		}
	}
	return out, ok
}

// ofAnother says whether a call is a method of a library's value that is not one of some routers: it is
// not they that get something.
func (a *analyzer) ofAnother(in *ir.Instr, on map[ir.Ref]bool) bool {
	return method(in) && !on[callArgs(in)[0]] && a.prog.Func(in.Sym) == nil &&
		!slices.ContainsFunc(in.Names, func(t string) bool { return a.prog.Method(t, in.Sym) != nil })
}

// method says whether an instruction calls a method.
func method(in *ir.Instr) bool {
	return in.Op == ir.Invoke || in.Op == ir.Call && strings.HasPrefix(in.Sym, "(")
}

// mount adds a router to a set, with what it is a part of and what it wraps; it is false when others may
// have it.
func mount(f *ir.Func, types *ir.Types, r ir.Ref, on map[ir.Ref]bool, depth int) bool {
	if r < 0 {
		return true // a function
	}
	on[r] = true
	def := f.Def(r)
	if def == nil {
		return int(r) < len(f.Params)
	}
	switch def.Op {
	case ir.Alloc, ir.Closure:
		return true
	case ir.Iface, ir.Convert, ir.Assert, ir.Extract, ir.FieldAddr:
		return depth < 8 && mount(f, types, def.Args[0], on, depth+1)
	case ir.Call, ir.Invoke:
		return !slices.ContainsFunc(callArgs(def), func(w ir.Ref) bool {
			return serves(f, types, w) && (depth >= 8 || !mount(f, types, w, on, depth+1))
		})
	}
	return false
}

// ofServer says whether an address is that of a field of an HTTP server.
func ofServer(f *ir.Func, types *ir.Types, addr ir.Ref) bool {
	def := f.Def(addr)
	return def != nil && def.Op == ir.FieldAddr && types.Of(def.Args[0]) == "*net/http.Server"
}

// given are the functions that a call gives to a router, with those that functions of the package
// give it which get it from the call; ok is false when one of them is not known.
func (a *analyzer) given(f *ir.Func, types *ir.Types, in *ir.Instr) (out []string, ok bool) {
	if uses(in) {
		return nil, true
	}
	tree := a.functionsOf(f, in.Args, 0)
	ok = !slices.ContainsFunc(in.Args, func(r ir.Ref) bool {
		return r >= 0 && handling(types.Of(r)) && len(a.functionsOf(f, []ir.Ref{r}, 0)) == 0
	})
	if in.Op == ir.Call && in.Sym != "" {
		tree = append(tree, in.Sym)
	}
	for _, t := range in.Names {
		if m := a.prog.Method(t, in.Sym); m != nil {
			tree = append(tree, m.Name)
		}
	}
	return append(a.makes(tree, ""), tree...), ok
}

// makes are the functions that some functions which take no request give away, but for one.
func (a *analyzer) makes(names []string, but string) (out []string) {
	for _, name := range names {
		if fn := a.prog.Func(name); fn != nil && name != but && !takesRequest(fn) {
			out = append(out, a.within(name)...)
		}
	}
	return out
}

// within are the functions that a function of the package, or one that it runs, gives away.
func (a *analyzer) within(name string) (out []string) {
	seen := map[string]bool{}
	for queue := []string{name}; len(queue) > 0 && len(seen) < mostFuncs; queue = queue[1:] {
		fn := a.prog.Func(queue[0])
		if fn == nil || fn.Pkg != a.prog.Path || seen[fn.Name] {
			continue
		}
		seen[fn.Name] = true
		values := valuesIn(fn)
		out = append(out, values...)
		queue = append(append(queue, callsIn(fn)...), values...)
	}
	return out
}

// functionsOf are the functions that operands are made of: through conversions, lists, fields and the
// calls that wrap one handler in another.
func (a *analyzer) functionsOf(f *ir.Func, args []ir.Ref, depth int) []string {
	if depth > 8 {
		return nil
	}
	var out []string
	for _, r := range args {
		if i := -1 - int(r); r < 0 {
			if i < len(f.Consts) && f.Consts[i].Kind == ir.KindFunc {
				out = append(out, f.Consts[i].Str)
			}
			continue
		}
		for _, b := range f.Blocks {
			for i := range b.Instrs {
				in := &b.Instrs[i]
				switch {
				case in.Op == ir.Store && storesInto(f, in.Args[0], r):
					out = append(out, a.functionsOf(f, in.Args[1:2], depth+1)...)
				case in.Dst != int(r):
				case in.Op == ir.Closure:
					out = append(out, strings.TrimSuffix(in.Sym, "$bound"))
				case in.Op == ir.Load || in.Op == ir.FieldOf:
					out = append(out, a.taken(f, in)...)
				case in.Op == ir.Call || in.Op == ir.Invoke:
					if in.Sym != "" && in.Op == ir.Call {
						out = append(out, in.Sym)
					}
					out = append(out, a.functionsOf(f, in.Args, depth+1)...)
				case in.Op == ir.Iface || in.Op == ir.Convert || in.Op == ir.Slice:
					out = append(out, serving(in)...)
					out = append(out, a.functionsOf(f, in.Args[:1], depth+1)...)
				}
			}
		}
	}
	return out
}

// storesInto says whether an address is an element of a list.
func storesInto(f *ir.Func, addr, list ir.Ref) bool {
	if addr < 0 {
		return false
	}
	for _, b := range f.Blocks {
		for i := range b.Instrs {
			if in := &b.Instrs[i]; in.Dst == int(addr) {
				return in.Op == ir.IndexAddr && in.Args[0] == list
			}
		}
	}
	return false
}

// callsIn are the functions that a function calls, valuesIn those that it gives away.
func callsIn(f *ir.Func) []string {
	var out []string
	for _, b := range f.Blocks {
		for i := range b.Instrs {
			if in := &b.Instrs[i]; in.Op == ir.Call && in.Sym != "" {
				out = append(out, in.Sym)
			}
		}
	}
	return out
}

func valuesIn(f *ir.Func) []string {
	var out []string
	for _, c := range f.Consts {
		if c.Kind == ir.KindFunc {
			out = append(out, c.Str)
		}
	}
	for _, b := range f.Blocks {
		for i := range b.Instrs {
			in := &b.Instrs[i]
			if out = append(out, serving(in)...); in.Op == ir.Closure {
				out = append(out, strings.TrimSuffix(in.Sym, "$bound"))
			}
		}
	}
	return out
}

// serving is the method by which a value serves that is made one of an interface.
func serving(in *ir.Instr) []string {
	if in.Op != ir.Iface || !strings.Contains(in.Sym, ".") {
		return nil
	}
	return []string{"(" + in.Sym + ").ServeHTTP"}
}
