package requests

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file finds what only runs while a place has no token: it fetches the first one, and never
// another one.

// findRenewers notes the functions that put something at the place, or empty it, also when it has a
// token.
func (w *renewal) findRenewers() {
	w.idle, w.renews = map[*ir.Instr]bool{}, w.reach
	for _, fn := range w.funcs {
		if !w.reach[fn.Name] {
			continue
		}
		filled := w.whenFilled(fn)
		for at, b := range fn.Blocks {
			for i := range b.Instrs {
				if in := &b.Instrs[i]; w.idles(fn, in, filled[at]) {
					w.idle[in] = true
				}
			}
		}
	}
	if len(w.idle) == 0 {
		return
	}
	w.renews = reachingBy(w.a.prog, func(fn *ir.Func) bool {
		acts := func(in *ir.Instr) bool { return !w.idle[in] }
		return w.fill[fn.Name] && slices.ContainsFunc(w.stores(fn), acts) ||
			slices.Contains(w.funcs, fn) && slices.ContainsFunc(fn.Instrs(), func(in *ir.Instr) bool { return acts(in) && w.anew(fn, in) })
	}, func(in *ir.Instr) bool { return !w.idle[in] })
}

// idles says whether an instruction, and what it calls, never does anything once there is a token: it stands
// where there is none, unless it leaves something for later, or is run by a sync.Once.
func (w *renewal) idles(fn *ir.Func, in *ir.Instr, filled bool) bool {
	switch in.Op {
	case ir.Call:
		return in.Sym == onceDo && !w.onceAgain(fn, in) || !filled && in.N == 0 && !slices.ContainsFunc(in.Args, func(r ir.Ref) bool {
			c := fn.Const(r)
			return c != nil && c.Kind == ir.KindFunc
		})
	case ir.Closure:
		given := false
		for _, u := range fn.Instrs() {
			if !slices.Contains(u.Args, ir.Ref(in.Dst)) {
				continue
			}
			if given = u.Op == ir.Call && (u.Sym == onceDo && !w.onceAgain(fn, u) || !filled && slices.Contains(atOnce, opOf(u.Sym))); !given {
				return false
			}
		}
		return given
	}
	return !filled
}

// atOnce are the operations of functions that call what they are given before they return.
var atOnce = []string{"invoke", "repeat"}

const onceDo = "(*sync.Once).Do"

// onceAgain says whether a function puts another sync.Once where the one that a call uses is.
func (w *renewal) onceAgain(fn *ir.Func, call *ir.Instr) bool {
	once := heldIn(fn, call.Args[1])
	return slices.ContainsFunc(w.funcs, func(g *ir.Func) bool {
		return slices.ContainsFunc(g.Instrs(), func(in *ir.Instr) bool {
			return in.Op == ir.Store && strings.TrimLeft(g.Types().Of(in.Args[0]), "*") == "sync.Once" && heldIn(g, in.Args[0]) == once
		})
	})
}

// heldIn names the field or variable that an operand is the address or the contents of; "" for others.
func heldIn(fn *ir.Func, r ir.Ref) string {
	if c := fn.Const(r); c != nil {
		return c.Str
	}
	switch in := fn.Def(r); {
	case in == nil:
	case in.Op == ir.Load:
		return heldIn(fn, in.Args[0])
	case in.Op == ir.FieldAddr:
		return declared(strings.TrimLeft(fn.Types().Of(in.Args[0]), "*")) + "." + in.Sym
	}
	return ""
}

// anew says whether an instruction makes another value of the type that has the place, without a token.
func (w *renewal) anew(fn *ir.Func, in *ir.Instr) bool {
	if w.typ == "" {
		return false
	}
	switch in.Op {
	case ir.Alloc:
		return w.contains(in.Sym, 0)
	case ir.Store:
		c := fn.Const(in.Args[1])
		return c != nil && c.Kind == ir.KindZero && w.contains(strings.TrimPrefix(fn.Types().Of(in.Args[0]), "*"), 0)
	}
	return false
}

// contains says whether values of a type have the place in them.
func (w *renewal) contains(typ string, depth int) bool {
	if declared(typ) == declared(w.typ) {
		return true
	}
	t := w.a.prog.Type(typ)
	return t != nil && depth < 3 && slices.ContainsFunc(t.Fields, func(f ir.Field) bool { return w.contains(f.Type, depth+1) })
}

// whenFilled returns the blocks of a function that run also when something is at the place: all but
// those that only come after it was found empty.
func (w *renewal) whenFilled(fn *ir.Func) map[int]bool {
	out := map[int]bool{}
	for queue := []int{0}; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		if out[at] || at >= len(fn.Blocks) {
			continue
		}
		out[at] = true
		b := &fn.Blocks[at]
		succs := b.Succs
		if n := len(b.Instrs); n > 0 && b.Instrs[n-1].Op == ir.If && len(succs) == 2 {
			switch filled, known := w.saysFilled(fn, b.Instrs[n-1].Args[0], 0); {
			case known && filled:
				succs = succs[:1]
			case known:
				succs = succs[1:]
			}
		}
		queue = append(queue, succs...)
	}
	return out
}

// saysFilled says whether a condition is that something is at the place, or, not filled, that nothing is.
func (w *renewal) saysFilled(fn *ir.Func, cond ir.Ref, depth int) (filled, known bool) {
	in := fn.Def(cond)
	if cond < 0 || in == nil || depth > 4 {
		return false, false
	}
	switch in.Op {
	case ir.UnOp:
		if in.Sym == "!" {
			filled, known = w.saysFilled(fn, in.Args[0], depth+1)
		}
		return !filled, known
	case ir.BinOp:
		x, y := in.Args[0], in.Args[1]
		if blank(fn, x) {
			x, y = y, x
		}
		return in.Sym == "!=" || in.Sym == ">", blank(fn, y) && w.found(fn, x, depth) && slices.Contains([]string{"==", "!=", ">"}, in.Sym)
	case ir.Extract:
		return true, in.N == 1 && w.found(fn, in.Args[0], depth)
	case ir.Call:
		of := w.a.prog.Func(in.Sym)
		if of == nil {
			return false, false
		}
		for _, ret := range of.Instrs() {
			if ret.Op != ir.Return || len(ret.Args) != 1 || ret.Args[0] < 0 {
				continue
			}
			if known { // it has several answers
				return false, false
			}
			if filled, known = w.saysFilled(of, ret.Args[0], depth+1); !known {
				return false, false
			}
		}
	}
	return filled, known
}

// blank says whether an operand is a constant that stands for nothing.
func blank(fn *ir.Func, r ir.Ref) bool {
	c := fn.Const(r)
	return c != nil && (c.Kind == ir.KindNil || c.Kind == ir.KindZero || c.Kind == ir.KindString && c.Str == "" || c.Kind == ir.KindInt && c.Int == 0)
}

// found says whether an operand is, or is a part of, what is at the place.
func (w *renewal) found(fn *ir.Func, r ir.Ref, depth int) bool {
	in := fn.Def(r)
	if r < 0 || in == nil || depth > 8 {
		return false
	}
	switch in.Op {
	case ir.FieldOf:
		return w.isPlace(fn, in) || w.tokenIn(fn, in, depth)
	case ir.Load:
		return w.addressed(fn, in.Args[0]) || w.found(fn, in.Args[0], depth+1)
	case ir.FieldAddr:
		return w.tokenIn(fn, in, depth) || isSelf(fn, in) && w.found(fn, in.Args[0], depth+1)
	case ir.Extract:
		return in.N == 0 && w.found(fn, in.Args[0], depth+1)
	case ir.Lookup, ir.Assert, ir.Convert:
		return w.found(fn, in.Args[0], depth+1)
	case ir.Builtin:
		return in.Sym == "len" && w.found(fn, in.Args[0], depth+1)
	case ir.Call:
		return opOf(in.Sym) == "recall" && len(in.Args) > 1 && (w.addressed(fn, in.Args[1]) || w.found(fn, in.Args[1], depth+1))
	}
	return false
}

// addressed says whether an operand is the address of the place.
func (w *renewal) addressed(fn *ir.Func, r ir.Ref) bool {
	in := fn.Def(r)
	return w.global(fn, r) || r >= 0 && in != nil && in.Op == ir.FieldAddr && w.isPlace(fn, in)
}

// tokenIn says whether an instruction takes the token out of what is at the place.
func (w *renewal) tokenIn(fn *ir.Func, in *ir.Instr, depth int) bool {
	typ := strings.TrimLeft(fn.Types().Of(in.Args[0]), "*")
	return w.a.isToken(typ, in.Sym) && (w.addressed(fn, in.Args[0]) || w.found(fn, in.Args[0], depth+1))
}

// isSelf says whether an instruction takes the part of a container that does its work.
func isSelf(fn *ir.Func, in *ir.Instr) bool {
	return httplib.Field(strings.TrimLeft(fn.Types().Of(in.Args[0]), "*"), in.Sym) == httplib.Self
}

// emptiesContainer says whether a method takes something out of a container.
func emptiesContainer(name string) bool {
	return strings.HasPrefix(name, "(") && slices.Contains(emptyMethods, lastWord(name))
}

var emptyMethods = []string{"Delete", "LoadAndDelete", "CompareAndDelete", "Clear", "Remove", "Evict", "Purge", "Flush", "Reset"}
