package webhooks

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/rows"
	"github.com/auroravet/auroravet/internal/weblib"
)

// This file holds the middleware that is not in view, which may verify: what a value of an interface
// has, and what a caller gives.

// behindUnseen says whether a handler stands behind such a middleware.
func (a *analyzer) behindUnseen(fn *ir.Func) bool {
	return slices.ContainsFunc(a.prog.Own, func(f *ir.Func) bool {
		g := &front{v: &verdict{next: true}}
		a.behind(g, f, "", func(in *ir.Instr, _ []string) bool { return a.putsUnseen(f, in) })
		return slices.Contains(g.handlers, fn.Name)
	})
}

// putsUnseen says whether a call puts such a middleware in front of something.
func (a *analyzer) putsUnseen(f *ir.Func, in *ir.Instr) bool {
	if in.Op == ir.Call && a.prog.Func(in.Sym) != nil {
		return false // it is seen there
	}
	args, types := callArgs(in), a.typesOf(f)
	wraps := func(r ir.Ref) bool { return handling(types.Of(r)) || serves(f, types, r) }
	if handling(in.Returns()) && slices.ContainsFunc(args, wraps) && a.gives(f, in, 0) {
		return true
	}
	return slices.ContainsFunc(args, func(r ir.Ref) bool {
		among := strings.HasPrefix(strings.TrimLeft(types.Of(r), "*"), "[") && len(a.functionsOf(f, []ir.Ref{r}, 0)) > 0 // before the handler, in one list
		return a.unseen(f, r, uses(in) || among, 0)
	})
}

// gate says whether the values of a type are middleware; what a router uses may have the type of a handler too.
func gate(typ string, used bool) bool {
	typ = strings.TrimLeft(typ, "*[]")
	_, result, _ := strings.Cut(typ, ") ")
	return strings.HasSuffix(typ, "Middleware") || strings.HasSuffix(typ, "MiddlewareFunc") ||
		strings.HasPrefix(typ, "func(") && handling(result) || used && handling(typ)
}

// unseen says whether an operand is, or holds, a middleware that is not in view.
func (a *analyzer) unseen(f *ir.Func, r ir.Ref, used bool, depth int) bool {
	if r < 0 || depth > 8 {
		return false
	}
	d := f.Def(r)
	if d == nil {
		return gate(a.typesOf(f).Of(r), used) && a.fromOutside(f, int(r), used, depth)
	}
	switch d.Op {
	case ir.Load:
		if s := f.Def(d.Args[0]); s == nil || s.Op == ir.Alloc {
			return a.unseen(f, d.Args[0], used, depth+1)
		}
		return gate(a.typesOf(f).Of(r), used) && len(a.taken(f, d)) == 0
	case ir.FieldOf:
		return gate(a.typesOf(f).Of(r), used) && len(a.taken(f, d)) == 0
	case ir.Alloc:
		return slices.ContainsFunc(f.Instrs(), func(in *ir.Instr) bool {
			return in.Op == ir.Store && (in.Args[0] == r || storesInto(f, in.Args[0], r)) && a.unseen(f, in.Args[1], used, depth+1)
		})
	case ir.Closure:
		return a.ofInterface(d)
	case ir.Call, ir.Invoke:
		return gate(d.Returns(), used) && a.gives(f, d, depth+1) ||
			a.prog.Func(d.Sym) == nil && slices.ContainsFunc(callArgs(d), func(r ir.Ref) bool { return a.unseen(f, r, false, depth+1) })
	case ir.Iface, ir.Convert, ir.Slice, ir.Extract, ir.Phi:
		return slices.ContainsFunc(d.Args, func(r ir.Ref) bool { return a.unseen(f, r, used, depth+1) })
	}
	return false
}

// gives says whether what a call runs is not in view: a method of an interface, a value, or a function of a
// library that is called as one that verifies.
func (a *analyzer) gives(f *ir.Func, in *ir.Instr, depth int) bool {
	switch {
	case in.Op == ir.Invoke:
		_, known := weblib.UseOf("(" + in.Type + ")." + in.Sym)
		return !known && !standard(rows.PackageOf(in.Type)) && !slices.ContainsFunc(in.Names, func(t string) bool { return a.prog.Method(t, in.Sym) != nil })
	case in.Sym == "":
		return a.unseen(f, in.Args[0], false, depth)
	}
	return a.prog.Func(in.Sym) == nil && !standard(rows.PackageOf(in.Sym)) && verifying(in.Sym)
}

// ofInterface says whether a closure is a method of an interface value.
func (a *analyzer) ofInterface(closure *ir.Instr) bool {
	name, bound := strings.CutSuffix(closure.Sym, "$bound")
	return bound && a.prog.Func(name) == nil && (!strings.HasPrefix(name, "(*") || verifying(name)) && !standard(rows.PackageOf(name))
}

// verifying says whether a function is called as one that verifies.
func verifying(name string) bool {
	return slices.ContainsFunc(aurora.Words(strings.ReplaceAll(name[strings.LastIndexByte(name, '/')+1:], ".", "_")), func(w string) bool { return slices.Contains(verifyWords, w) })
}

// fromOutside says whether a parameter, or a variable of the function around a literal, has a value that is not
// in view.
func (a *analyzer) fromOutside(f *ir.Func, i int, used bool, depth int) bool {
	if i < len(f.Params) {
		return !slices.ContainsFunc(a.prog.Own, func(g *ir.Func) bool {
			return slices.ContainsFunc(g.Instrs(), func(in *ir.Instr) bool {
				return in.Op == ir.Call && in.Sym == f.Name && i+1 < len(in.Args) && len(a.functionsOf(g, in.Args[i+1:i+2], 0)) > 0
			})
		})
	}
	outer := a.prog.Func(f.Name[:max(0, strings.LastIndexByte(f.Name, '$'))])
	if outer == nil {
		return false
	}
	return slices.ContainsFunc(outer.Instrs(), func(in *ir.Instr) bool {
		at := i - len(f.Params)
		return in.Op == ir.Closure && in.Sym == f.Name && at < len(in.Args) && a.unseen(outer, in.Args[at], used, depth+1)
	})
}
