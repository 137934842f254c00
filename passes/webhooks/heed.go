package webhooks

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/loglib"
	"github.com/auroravet/auroravet/internal/rows"
	"github.com/auroravet/auroravet/internal/weblib"
)

// heeds says whether a function goes another way by what one of some sites finds: in the function
// that it stands in, and in those that call it.
func (v *verdict) heeds(fn *ir.Func, sites []site, minds func(*frame, *ir.Instr) bool, known map[*ir.Func]bool) bool {
	fr := v.flow.frames[fn]
	if _, done := known[fn]; done || fr == nil {
		return known[fn]
	}
	known[fn] = false // until it is
	known[fn] = slices.ContainsFunc(sites, func(s site) bool { return s.fr == fr && minds(fr, s.in) }) ||
		slices.ContainsFunc(fr.calls, func(e edge) bool {
			return v.heeds(e.to, sites, minds, known) && (e.in.N != 0 && e.to.Results == 0 || minds(fr, e.in) || v.delivers(e.to, sites, known)) // it goes on by itself
		}) ||
		slices.ContainsFunc(fn.Instrs(), func(in *ir.Instr) bool { // literals that something else runs
			return in.Op == ir.Closure && v.heeds(v.flow.prog.Func(in.Sym), sites, minds, known)
		})
	return known[fn]
}

// minds says whether a function makes use of the answer of a call: no when it drops it, or goes
// on in the same way whatever it is.
func (v *verdict) minds(fr *frame, call *ir.Instr) bool {
	if call.Dst < 0 || call.Returns() == "()" {
		return call.N == 0
	}
	uses := fr.uses(ir.Ref(call.Dst))
	if len(uses) == 0 {
		return fr.noResult(call)
	}
	return slices.ContainsFunc(uses, func(u use) bool { return v.mindsUse(fr, u, 0) })
}

// noResult says whether a call gives nothing to heed.
func (fr *frame) noResult(call *ir.Instr) bool { return call.Returns() == "" }

// use is an instruction that has a register for an operand.
type use struct {
	block int
	in    *ir.Instr
}

func (fr *frame) uses(r ir.Ref) []use {
	var out []use
	for b := range fr.fn.Blocks {
		for i := range fr.fn.Blocks[b].Instrs {
			if in := &fr.fn.Blocks[b].Instrs[i]; slices.Contains(in.Args, r) {
				out = append(out, use{b, in})
			}
		}
	}
	return out
}

// deepest is how many instructions an answer is followed through.
const deepest = 12

func (v *verdict) mindsUse(fr *frame, u use, depth int) bool {
	if depth > deepest {
		return true
	}
	on := func(r ir.Ref) bool {
		return slices.ContainsFunc(fr.uses(r), func(w use) bool { return v.mindsUse(fr, w, depth+1) })
	}
	switch u.in.Op {
	case ir.Extract:
		if u.in.Type != "bool" && u.in.Type != "error" {
			return fr.asked(ir.Ref(u.in.Dst)) // there may be none when the verification has failed
		}
		return on(ir.Ref(u.in.Dst))
	case ir.If:
		return v.parts(fr, u.block, fr.failsIf(u.in.Args[0]), depth)
	case ir.BinOp, ir.Iface, ir.Convert, ir.Slice, ir.UnOp, ir.Load:
		return on(ir.Ref(u.in.Dst))
	case ir.Phi:
		return !v.idle(fr, ir.Ref(u.in.Dst), depth+1)
	case ir.Store:
		return v.mindsStored(fr, u.in, depth)
	case ir.Call, ir.Invoke:
		return !v.tells(fr, u.in) && !v.shows(fr, u.in, 0) || u.in.Dst >= 0 && on(ir.Ref(u.in.Dst))
	}
	return true
}

// mindsStored says whether a function makes use of what an answer is stored into: the list of arguments
// of a call, a variable that literals share.
func (v *verdict) mindsStored(fr *frame, in *ir.Instr, depth int) bool {
	if in.Args[0] < 0 || fr.defs[in.Args[0]] == nil {
		return true
	}
	switch d := fr.defs[in.Args[0]]; d.Op {
	case ir.IndexAddr:
		return slices.ContainsFunc(fr.uses(d.Args[0]), func(w use) bool { return w.in.Op == ir.Slice && v.mindsUse(fr, w, depth+1) })
	case ir.Alloc:
		return v.mindsVariable(fr, in.Args[0], depth)
	}
	return true
}

// mindsVariable says whether a function, or a literal in it, makes use of what a variable holds.
func (v *verdict) mindsVariable(fr *frame, r ir.Ref, depth int) bool {
	return slices.ContainsFunc(fr.uses(r), func(u use) bool {
		switch u.in.Op {
		case ir.Store:
			return u.in.Args[1] == r
		case ir.Load:
			return !v.idle(fr, ir.Ref(u.in.Dst), depth+1)
		case ir.Closure:
			inner := v.flow.frames[v.flow.prog.Func(u.in.Sym)]
			if inner == nil || depth > deepest {
				return true
			}
			free := len(inner.fn.Params) + slices.Index(u.in.Args, r)
			return v.mindsVariable(inner, ir.Ref(free), depth+1)
		}
		return true
	})
}

// shows says whether a call only shows what it is given: a log, or a function in view that asks
// nothing and leaves nothing.
func (v *verdict) shows(fr *frame, in *ir.Instr, depth int) bool {
	if fns, _ := v.flow.targets(fr, in); len(fns) > 0 {
		return depth < deepest && !slices.ContainsFunc(fns, func(fn *ir.Func) bool {
			inner := v.flow.frames[fn]
			return inner == nil || slices.ContainsFunc(fn.Instrs(), func(in *ir.Instr) bool {
				return slices.Contains(asking, in.Op) || (in.Op == ir.Call || in.Op == ir.Invoke) && !v.shows(inner, in, depth+1)
			})
		})
	}
	name := v.flow.callee(fr, in)
	path := rows.PackageOf(name)
	_, used := weblib.UseOf(name)
	return path == "log" || path == "fmt" || loglib.Knows(path) && !used
}

// asking are the instructions by which a function does more than to show something.
var asking = []ir.Op{ir.If, ir.Panic, ir.Send, ir.MapUpdate}

// failsIf says whether a condition holds when the verification has failed.
func (fr *frame) failsIf(cond ir.Ref) bool {
	if cond < 0 || fr.defs[cond] == nil {
		return false
	}
	switch d := fr.defs[cond]; {
	case d.Op == ir.UnOp && d.Sym == "!":
		return !fr.failsIf(d.Args[0])
	case d.Op == ir.BinOp && slices.Contains(comparisons, d.Sym):
		return fr.failsWhen(d)
	}
	return false
}

// failsWhen says whether a comparison of an answer holds when the verification has failed: an
// error that is not nil, a number that is not 1, a text that is not the other.
func (fr *frame) failsWhen(in *ir.Instr) bool {
	for _, a := range in.Args {
		c := fr.fn.Const(a)
		if c == nil {
			continue
		}
		negative := c.Kind == ir.KindNil || c.Kind == ir.KindInt && c.Int == 1 || c.Kind == ir.KindBool && c.Int == 1
		return negative == (in.Sym == "!=")
	}
	return in.Sym != "=="
}

// parts says whether the ways after a branch differ: the one of a failure does not just join
// the other after it has noted it down.
func (v *verdict) parts(fr *frame, block int, failsWhen bool, depth int) bool {
	succs := fr.fn.Blocks[block].Succs
	if len(succs) != 2 {
		return true
	}
	ok, fail := succs[0], succs[1]
	if failsWhen {
		ok, fail = fail, ok
	}
	seen := map[int]bool{block: true, ok: true}
	queue := []int{fail}
	joined, anyway := fail == ok, v.goesOnAnyway(fr)
	for len(queue) > 0 {
		b := queue[0]
		queue = queue[1:]
		if b == ok {
			joined = true
			continue
		}
		if seen[b] {
			if b == block {
				return true // it tries again
			}
			continue
		}
		seen[b] = true
		stops, returns := v.ends(fr, &fr.fn.Blocks[b], anyway)
		if stops {
			return true
		}
		joined = joined || returns // it comes to the next handler in the end
		queue = append(queue, fr.fn.Blocks[b].Succs...)
	}
	return !joined || !fr.works(ok) || v.mindsPhi(fr, ok, depth)
}

// works says whether anything is done from a block on but to leave.
func (fr *frame) works(from int) bool {
	seen := map[int]bool{}
	for queue := []int{from}; len(queue) > 0; queue = queue[1:] {
		b := &fr.fn.Blocks[queue[0]]
		if seen[queue[0]] {
			continue
		}
		seen[queue[0]] = true
		if slices.ContainsFunc(b.Instrs, func(in ir.Instr) bool { return in.Op == ir.Call || in.Op == ir.Invoke || in.Op == ir.Send }) {
			return true
		}
		queue = append(queue, b.Succs...)
	}
	return false
}

// stops says whether an instruction of a block may change what comes after it: it leaves, or it notes
// something down for later.
func (v *verdict) stops(fr *frame, b *ir.Block, in *ir.Instr) bool {
	switch in.Op {
	case ir.Return, ir.Panic, ir.Send, ir.Select:
		return true
	case ir.MapUpdate, ir.Store:
		made := fr.made(in.Args[0])
		return made == nil || !slices.ContainsFunc(b.Instrs, func(in ir.Instr) bool { return in.Dst == made.Dst }) // not an argument
	case ir.Call, ir.Invoke:
		use, _ := weblib.UseOf(v.flow.callee(fr, in))
		if use.Role == weblib.Abort || in.Op == ir.Call && in.Sym == "" {
			return true
		}
		fns, _ := v.flow.targets(fr, in)
		return slices.ContainsFunc(fns, func(fn *ir.Func) bool {
			inner := v.flow.frames[fn]
			return inner == nil || slices.ContainsFunc(fn.Instrs(), func(in *ir.Instr) bool {
				return in.Op == ir.Panic || in.Op == ir.Store && inner.made(in.Args[0]) == nil
			})
		})
	}
	return false
}

// made is the instruction that makes the variable, list or map that an operand is, or is a part of; nil
// when the function does not make it.
func (fr *frame) made(r ir.Ref) *ir.Instr {
	for range deepest {
		if r < 0 || fr.defs[r] == nil {
			break
		}
		switch d := fr.defs[r]; d.Op {
		case ir.IndexAddr, ir.FieldAddr, ir.Convert, ir.Slice:
			r = d.Args[0]
		case ir.Alloc, ir.MakeMap, ir.MakeSlice:
			return d
		default:
			return nil
		}
	}
	return nil
}

// mindsAge says whether a function makes use of what is found of a time: a comparison, or a call of what
// compares. No when all that comes of it is that something is shown.
func (v *verdict) mindsAge(fr *frame, in *ir.Instr) bool {
	if in.Op != ir.BinOp && !strings.Contains(in.Returns(), "bool") && !strings.Contains(in.Returns(), "error") {
		return true // it does not tell by what it returns
	}
	return in.Dst >= 0 && !v.idle(fr, ir.Ref(in.Dst), 0)
}

func (v *verdict) idle(fr *frame, found ir.Ref, depth int) bool {
	return depth < 8 && !slices.ContainsFunc(fr.uses(found), func(u use) bool {
		switch u.in.Op {
		case ir.If:
			return !v.onlyShown(fr, u.block, depth)
		case ir.Extract:
			if u.in.Type != "bool" && u.in.Type != "error" {
				return fr.asked(ir.Ref(u.in.Dst))
			}
			return !v.idle(fr, ir.Ref(u.in.Dst), depth+1)
		case ir.Phi, ir.UnOp, ir.Iface, ir.Convert, ir.BinOp:
			return !v.idle(fr, ir.Ref(u.in.Dst), depth+1)
		}
		return v.mindsUse(fr, u, depth+1)
	})
}

// onlyShown says whether one of the ways after a branch shows something and then joins the other,
// on which nothing is done before.
func (v *verdict) onlyShown(fr *frame, block, depth int) bool {
	succs := fr.fn.Blocks[block].Succs
	for i, s := range succs {
		b := &fr.fn.Blocks[s]
		if len(succs) == 2 && len(b.Succs) == 1 && !v.mindsPhi(fr, b.Succs[0], depth) && fr.works(b.Succs[0]) && v.idles(fr, b) &&
			slices.ContainsFunc(b.Instrs, func(in ir.Instr) bool { return in.Op == ir.Call || in.Op == ir.Invoke }) && v.joins(fr, succs[1-i], b.Succs[0], []int{block, s}) {
			return true
		}
	}
	return false
}

// idles says whether a block at most shows something.
func (v *verdict) idles(fr *frame, b *ir.Block) bool {
	return !slices.ContainsFunc(b.Instrs, func(in ir.Instr) bool {
		call := in.Op == ir.Call || in.Op == ir.Invoke
		return v.stops(fr, b, &in) || call && !v.tells(fr, &in) && !v.shows(fr, &in, 0)
	})
}

// tells says whether a call only gives what there is to show: a header, a time, a text of them or of an
// error.
func (v *verdict) tells(fr *frame, in *ir.Instr) bool {
	if in.Op == ir.Invoke && in.Type == "error" {
		return true
	}
	name := v.flow.callee(fr, in)
	use, _ := weblib.UseOf(name)
	return use.Role == weblib.Header || slices.Contains([]string{"time", "strconv", "strings"}, rows.PackageOf(name))
}

// asked says whether a function branches on a value, or its length, being a constant.
func (fr *frame) asked(r ir.Ref) bool {
	return slices.ContainsFunc(fr.uses(r), func(u use) bool {
		return u.in.Op == ir.Builtin && fr.asked(ir.Ref(u.in.Dst)) ||
			u.in.Op == ir.BinOp && slices.Contains(comparisons, u.in.Sym) && slices.ContainsFunc(u.in.Args, fr.literal)
	})
}

// mindsPhi says whether a function makes use of the values with which a block goes on by where it comes
// from.
func (v *verdict) mindsPhi(fr *frame, block, depth int) bool {
	return slices.ContainsFunc(fr.fn.Blocks[block].Instrs, func(in ir.Instr) bool {
		return in.Op == ir.Phi && !v.idle(fr, ir.Ref(in.Dst), depth+1)
	})
}

// joins says whether a block comes after another one, on ways around some others, and nothing but showing is
// done before.
func (v *verdict) joins(fr *frame, from, to int, around []int) bool {
	seen := map[int]bool{to: true}
	for _, b := range around {
		seen[b] = true
	}
	found := from == to
	for queue := []int{from}; len(queue) > 0; queue = queue[1:] {
		b := queue[0]
		found = found || b == to
		if seen[b] {
			continue
		}
		if seen[b] = true; !v.idles(fr, &fr.fn.Blocks[b]) {
			return false
		}
		queue = append(queue, fr.fn.Blocks[b].Succs...)
	}
	return found
}
