package requests

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file looks for the two things that a program can learn of the end of a token: when it
// expires, and that the API refuses it.

var expiryWords = []string{"expires", "expiry", "expire", "expiration", "exp", "expired", "ttl", "until", "lifetime", "renew", "refresh", "fetched", "obtained", "issued", "valid", "age", "deadline", "stale", "since"}

func isExpiry(name string) bool {
	return slices.ContainsFunc(aurora.Words(lastWord(name)), func(w string) bool { return slices.Contains(expiryWords, w) })
}

// ownExpiry says whether the type of the place shows other packages when the token expires.
func (w *renewal) ownExpiry() bool { return w.a.showsExpiry(w.typ) }

func (a *analyzer) showsExpiry(typ string) bool {
	t := a.prog.Type(typ)
	return t != nil && slices.ContainsFunc(t.Fields, func(f ir.Field) bool { return isExpiry(f.Name) && f.Name[0] >= 'A' && f.Name[0] <= 'Z' })
}

// handsOut says whether a function gives other packages the token with its expiry, and these can have
// another one fetched.
func (w *renewal) handsOut(fn *ir.Func) bool {
	return fn.Exported && slices.ContainsFunc(w.funcs, func(g *ir.Func) bool { return g.Exported && g.Recv && w.renews[g.Name] }) && slices.ContainsFunc(fn.Instrs(), func(in *ir.Instr) bool {
		return in.Op == ir.Return && slices.ContainsFunc(in.Args, func(r ir.Ref) bool {
			typ := strings.TrimLeft(fn.Types().Of(r), "*")
			return w.a.tokenType(typ) && w.a.showsExpiry(typ) && w.found(fn, r, 0)
		})
	})
}

// expires says whether a function asks when the token of the place expires.
func (w *renewal) expires(fn *ir.Func) bool {
	addrs := map[ir.Ref]bool{}
	for _, in := range fn.Instrs() {
		switch in.Op {
		case ir.FieldAddr:
			if w.tells(fn, in.Sym) && w.beside(fn, in.Args[0]) || w.claimed(fn, in) {
				addrs[ir.Ref(in.Dst)] = true
			}
		case ir.FieldOf:
			if (w.tells(fn, in.Sym) && w.beside(fn, in.Args[0]) || w.claimed(fn, in)) && w.asked(fn, ir.Ref(in.Dst), 0) {
				return true
			}
		case ir.Load:
			if (addrs[in.Args[0]] || w.expiryVariable(fn, in.Args[0])) && w.asked(fn, ir.Ref(in.Dst), 0) {
				return true
			}
		case ir.Lookup, ir.Invoke:
			if w.claimed(fn, in) {
				return true
			}
		case ir.Call:
			if w.claimed(fn, in) || isExpiry(in.Sym) && w.asksOf(fn, in) || opOf(in.Sym) == "lasts" && (w.touches(fn) || w.reach[fn.Name]) {
				return true
			}
			for _, arg := range in.Args[1:] { // a method of the field itself: c.expires.Load()
				if addrs[arg] {
					return true
				}
			}
		}
	}
	return false
}

// tells says whether a field says when the token of the place expires: by its name, or because it
// is set to a time with the token.
func (w *renewal) tells(fn *ir.Func, field string) bool { return isExpiry(field) || w.dates(fn, field) }

// dates says whether a function that leads to the place, or one that it calls, finds in a field or
// variable since when the token is there.
func (w *renewal) dates(fn *ir.Func, name string) bool {
	return w.dated[name] && (w.reach[fn.Name] || slices.ContainsFunc(w.funcs, func(g *ir.Func) bool {
		return w.reach[g.Name] && slices.ContainsFunc(g.Instrs(), func(in *ir.Instr) bool { return called(in) == fn.Name })
	}))
}

// findDates notes the fields and variables that are set to a time where the token is.
func (w *renewal) findDates() {
	w.dated = map[string]bool{}
	for _, fn := range w.funcs {
		if !w.reach[fn.Name] {
			continue
		}
		for _, in := range fn.Instrs() {
			at := ir.None
			switch {
			case in.Op == ir.Store, in.Op == ir.MapUpdate:
				at = in.Args[0]
			case in.Op == ir.Call && len(in.Args) > 2 && fillsContainer(in.Sym):
				at = in.Args[1]
			}
			if at != ir.None && isTime(fn, in.Args[len(in.Args)-1], 0) {
				w.dated[w.holder(fn, at)] = true
			}
		}
	}
}

// holder is the field beside the place, or the variable, that an operand is the address or the
// contents of; "" for another operand.
func (w *renewal) holder(fn *ir.Func, r ir.Ref) string {
	if c := fn.Const(r); c != nil {
		return c.Str
	}
	if name := capturedName(fn, r); name != "" {
		return name
	}
	switch in := fn.Def(r); {
	case in == nil:
	case in.Op == ir.Load:
		return w.holder(fn, in.Args[0])
	case in.Op == ir.FieldAddr && w.beside(fn, in.Args[0]):
		return in.Sym
	}
	return ""
}

// isTime says whether an operand is a time, or a number that is made of one.
func isTime(fn *ir.Func, r ir.Ref, depth int) bool {
	in := fn.Def(r)
	if r < 0 || in == nil || depth > 4 {
		return false
	}
	switch in.Op {
	case ir.Call:
		return in.Sym == "time.Now" || strings.HasPrefix(in.Sym, "(time.Time).") || fn.Types().Of(r) == "time.Time"
	case ir.BinOp, ir.Convert:
		return slices.ContainsFunc(in.Args, func(r ir.Ref) bool { return isTime(fn, r, depth+1) })
	}
	return fn.Types().Of(r) == "time.Time"
}

// expClaim is the claim of a JSON web token that says when it expires: a token that is one tells it itself.
const expClaim = "exp"

// claimed says whether an instruction reads that claim, in a function that has the token of the
// place or is called by one that has it.
func (w *renewal) claimed(fn *ir.Func, in *ir.Instr) bool {
	reads := false
	switch in.Op {
	case ir.FieldAddr, ir.FieldOf:
		reads = w.a.prog.JSONName(fn.Types().Of(in.Args[0]), in.Sym) == expClaim
	case ir.Lookup:
		c := fn.Const(in.Args[1])
		reads = c != nil && c.Kind == ir.KindString && c.Str == expClaim
	case ir.Call, ir.Invoke:
		name := in.Sym[strings.LastIndexByte(in.Sym, '.')+1:]
		reads = slices.Contains(expMethods, name)
	}
	if !reads {
		return false
	}
	return w.touches(fn) || slices.ContainsFunc(w.funcs, func(g *ir.Func) bool {
		return w.touches(g) && slices.ContainsFunc(g.Instrs(), func(in *ir.Instr) bool { return called(in) == fn.Name })
	})
}

// asksOf says whether a call is given the token of the place.
func (w *renewal) asksOf(fn *ir.Func, call *ir.Instr) bool {
	return slices.ContainsFunc(call.Args, func(r ir.Ref) bool {
		in := fn.Def(r)
		if r < 0 || in == nil || in.Op != ir.Load {
			return false
		}
		at := fn.Def(in.Args[0])
		return w.global(fn, in.Args[0]) || in.Args[0] >= 0 && at != nil && at.Op == ir.FieldAddr && w.isPlace(fn, at)
	})
}

// expMethods are the methods by which the libraries for such tokens give the claim.
var expMethods = []string{"GetExpirationTime", "Expiration", "VerifyExpiresAt"}

// beside says whether an operand is of the type that has the place, or is a token which the
// function puts there.
func (w *renewal) beside(fn *ir.Func, r ir.Ref) bool {
	t := fn.Types().Of(r)
	if t == "" || w.typ != "" && declared(strings.TrimLeft(t, "*")) == declared(w.typ) {
		return true
	}
	if w.a.tokenType(t) {
		return w.reach[fn.Name] || w.near(fn)
	}
	return w.typ == "" && strings.HasPrefix(strings.TrimLeft(t, "*"), "struct{") && (w.touches(fn) || w.reach[fn.Name])
}

// near says whether a function reads or sets the place, or may be called by one that does, on another way than
// by what sends its requests.
func (w *renewal) near(fn *ir.Func) bool {
	if w.touches(fn) {
		return true
	}
	calls := reachingBy(w.a.prog, func(g *ir.Func) bool { return g == fn }, func(in *ir.Instr) bool { return called(in) != ".RoundTrip" })
	return slices.ContainsFunc(w.funcs, func(g *ir.Func) bool { return calls[g.Name] && w.touches(g) })
}

// expiryVariable says whether an operand is a variable of the package, or one that a literal
// captures, that is named for the expiry.
func (w *renewal) expiryVariable(fn *ir.Func, r ir.Ref) bool {
	if r < 0 && r != ir.None {
		c := fn.Consts[-1-r]
		return c.Kind == ir.KindGlobal && (isExpiry(c.Str) && (w.touches(fn) || w.setWith(c.Str)) || w.dates(fn, c.Str))
	}
	name := capturedName(fn, r)
	return name != "" && (isExpiry(name) && (w.touches(fn) || w.fillsWithin(outermost(fn.Name))) || w.dates(fn, name))
}

// fillsWithin says whether a function, or a literal in it, stores something at the place.
func (w *renewal) fillsWithin(outer string) bool {
	return slices.ContainsFunc(w.funcs, func(fn *ir.Func) bool { return w.fill[fn.Name] && outermost(fn.Name) == outer })
}

// touches says whether a function reads or sets the place.
func (w *renewal) touches(fn *ir.Func) bool {
	return slices.ContainsFunc(fn.Instrs(), func(in *ir.Instr) bool {
		return in.Op == ir.FieldAddr && w.isPlace(fn, in) || slices.ContainsFunc(in.Args, func(r ir.Ref) bool { return w.global(fn, r) })
	})
}

// setWith says whether a function that leads to the place sets another variable too.
func (w *renewal) setWith(variable string) bool {
	other := &renewal{a: w.a, funcs: w.funcs, place: variable, name: variable}
	return slices.ContainsFunc(w.funcs, func(fn *ir.Func) bool { return w.reach[fn.Name] && len(other.stores(fn)) > 0 })
}

// refused says whether a function that finds that the API refuses the token leads to another one:
// on that branch, in a loop that fetches, or by what its callers do after an error.
func (w *renewal) refused(fn *ir.Func) bool {
	for at, b := range fn.Blocks {
		for i := range b.Instrs {
			in := &b.Instrs[i]
			if in.Op != ir.BinOp || !slices.ContainsFunc(in.Args, func(r ir.Ref) bool {
				return r < 0 && r != ir.None && fn.Consts[-1-r].Kind == ir.KindInt && fn.Consts[-1-r].Int == unauthorized
			}) {
				continue
			}
			if !decides(fn, at, ir.Ref(in.Dst)) && w.toldAbove(fn) || w.leadsAfter(fn, at, in.Sym == "!=") || w.inLoop(fn, b.Loops) || w.recovers(fn) {
				return true
			}
		}
	}
	return false
}

// decides says whether a block ends with a question about a value.
func decides(fn *ir.Func, block int, v ir.Ref) bool {
	b := fn.Blocks[block]
	if len(b.Instrs) == 0 {
		return false
	}
	last := &b.Instrs[len(b.Instrs)-1]
	return last.Op == ir.If && slices.Contains(last.Args, v)
}

// leadsAfter says whether something that leads to the place is only reached on the branch
// for a refused token.
func (w *renewal) leadsAfter(fn *ir.Func, block int, otherwise bool) bool {
	succs := fn.Blocks[block].Succs
	if len(succs) != 2 {
		return false
	}
	yes, no := succs[0], succs[1]
	if otherwise {
		yes, no = no, yes
	}
	other := fn.Reach(no, -1)
	for at := range fn.Reach(yes, -1) {
		if other[at] {
			continue
		}
		for i := range fn.Blocks[at].Instrs {
			if w.leads(fn, &fn.Blocks[at].Instrs[i]) {
				return true
			}
		}
	}
	return false
}

// toldAbove says whether a function is used, in the end, by one that leads to the place, or may
// be by another package.
func (w *renewal) toldAbove(fn *ir.Func) bool {
	if fn.Exported {
		return true
	}
	uses := reaching(w.a.prog, func(g *ir.Func) bool { return g == fn })
	return slices.ContainsFunc(w.funcs, func(g *ir.Func) bool {
		return (g == fn || uses[g.Name]) && slices.ContainsFunc(g.Instrs(), func(in *ir.Instr) bool { return w.leads(g, in) })
	})
}

// inLoop says whether a loop has something that leads to the place.
func (w *renewal) inLoop(fn *ir.Func, loops []int) bool {
	return len(loops) > 0 && slices.ContainsFunc(fn.Blocks, func(b ir.Block) bool {
		for i := range b.Instrs {
			in := &b.Instrs[i]
			if name := called(in); slices.Contains(b.Loops, loops[0]) && name != "" && w.renews[name] && !w.idle[in] {
				return true
			}
		}
		return false
	})
}

// recovers says whether a caller of a function that tells of a refused token fetches another
// one after an error.
func (w *renewal) recovers(fn *ir.Func) bool {
	calls := reaching(w.a.prog, func(g *ir.Func) bool { return g == fn })
	return slices.ContainsFunc(w.funcs, func(g *ir.Func) bool {
		if g == fn || !calls[g.Name] {
			return false
		}
		tells, leads := false, false
		for _, in := range g.Instrs() {
			name := called(in)
			tells = tells || httplib.AsksError(name) || name != "" && calls[name]
			leads = leads || w.leads(g, in) && !calls[name]
		}
		return tells && leads && asksError(g)
	})
}

// asksError says whether a function asks what an error is.
func asksError(fn *ir.Func) bool {
	return slices.ContainsFunc(fn.Instrs(), func(in *ir.Instr) bool {
		return in.Op == ir.Call && httplib.AsksError(in.Sym)
	})
}
