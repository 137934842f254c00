package requests

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file finds loops that go on for as long as the program runs, by the clock, and call the API
// with the token that was fetched before they began.

// rounds notes the calls that fetch a token for such a loop.
func (a *analyzer) rounds(sent []*eval.Sent) {
	for _, s := range sent {
		if s.Header == nil || a.evidence(s) != aurora.Yes {
			continue
		}
		k := &keeper{a: a, end: s.State, fetched: true}
		for _, t := range s.Turns {
			if t.Nth == 0 || !a.goesOn(t.Loop) || !slices.ContainsFunc(sorted(s.Header.Fields), func(h string) bool { return k.fromBefore(t.Loop, s.Header.Fields[h]) }) {
				continue
			}
			fetches := slices.DeleteFunc(slices.Clone(sent), func(f *eval.Sent) bool { return !a.asksForToken(f) })
			if slices.ContainsFunc(fetches, func(f *eval.Sent) bool { return inside(t.Loop, f.Turns) || besides(s, f) }) {
				continue
			}
			k.noteRound(s, fetches)
		}
	}
}

// besides says whether a token is fetched in a loop of its own, which goes on beside that of a call.
func besides(s, fetch *eval.Sent) bool {
	return slices.ContainsFunc(fetch.Turns, func(t eval.Turn) bool { return t.Loop.Heedless && !inside(t.Loop, s.Turns) })
}

// noteRound notes where the innermost function that makes the call and fetches a token does that, but for a
// token that is kept by what is made on the way: that is said of its field.
func (k *keeper) noteRound(s *eval.Sent, fetches []*eval.Sent) {
	a := k.a
	for g := s.Site.Frame; g != nil; g = g.Parent {
		for _, fetch := range fetches {
			way := frames(fetch.Site)
			i := slices.Index(way, g)
			if i < 0 {
				continue
			}
			pos := fetch.Site.Pos
			if i > 0 {
				pos = way[i-1].CallPos
			}
			if g.Fn.Pkg == a.prog.Path && !g.Fn.Generated && pos != 0 && !k.madeWith(way[:i]) {
				a.kept.rounds[pos] = lastElement(ir.PlainName(g.Fn.Name))
			}
			return
		}
	}
}

// madeWith says whether one of some activations makes a struct that has a token.
func (k *keeper) madeWith(way []*eval.Frame) bool {
	for _, o := range k.end.Heap() {
		if o.Lazy == nil && slices.Contains(way, o.Site.Frame) && k.a.prog.Type(o.Type) != nil && !k.a.tokenType(o.Type) &&
			slices.ContainsFunc(sorted(o.Fields), func(f string) bool { return k.anyToken(o.Fields[f]) }) {
			return true
		}
	}
	return false
}

// frames are the activations of functions from the innermost on.
func frames(s eval.Site) (out []*eval.Frame) {
	for f := s.Frame; f != nil; f = f.Parent {
		out = append(out, f)
	}
	return out
}

// fromBefore says whether a value has a token in it, and none that came to be in a turn of a loop.
func (k *keeper) fromBefore(l *eval.LoopInfo, v eval.Value) bool {
	has, anew := false, false
	(&eval.Sent{State: k.end}).Walk(v, func(v eval.Value) {
		if sym, ok := v.(*eval.Sym); ok && k.token(sym, 0) {
			has, anew = true, anew || madeIn(l, sym)
		}
	})
	return has && !anew
}

// madeIn says whether a value, or what it was read from, came to be in a turn of a loop.
func madeIn(l *eval.LoopInfo, s *eval.Sym) bool {
	for range 8 {
		if inside(l, s.Turns) {
			return true
		}
		of, ok := s.Of.(*eval.Sym)
		if !ok {
			return false
		}
		s = of
	}
	return true
}

// goesOn says whether a loop waits by the clock, and ends only when its context does or what it does before
// it calls the API fails.
func (a *analyzer) goesOn(l *eval.LoopInfo) bool {
	if l.Library || l.Recursion || !l.Heedless || l.Frame == nil || slices.ContainsFunc(l.Frame.Fn.Free, func(v ir.Var) bool { return a.replaced(l.Frame.Fn, v.Name) }) {
		return false
	}
	fn, waiting := l.Frame.Fn, false
	for _, b := range fn.Blocks {
		in := slices.Contains(b.Loops, l.Header)
		for i := range b.Instrs {
			x := &b.Instrs[i]
			switch {
			case !in && x.Op == ir.Call && opOf(x.Sym) == "deadline":
				return false // it may be that of the loop
			case in && x.Op == ir.If:
				for nth, to := range b.Succs {
					if !slices.Contains(fn.Blocks[to].Loops, l.Header) && !a.stops(fn, x.Args[0], nth == 0) {
						return false
					}
				}
			}
			waiting = waiting || in && byClock(x)
		}
	}
	return waiting
}

// byClock says whether an instruction waits for some time.
func byClock(in *ir.Instr) bool {
	switch in.Op {
	case ir.Call:
		return opOf(in.Sym) == "sleep"
	case ir.Recv:
		return in.Type == "time.Time"
	case ir.Select:
		return slices.Contains(in.Names, "time.Time")
	}
	return false
}

// stops says whether a condition that holds, or does not, where a loop ends is that somebody stops it, or that
// something else than a call of the API has failed.
func (a *analyzer) stops(fn *ir.Func, cond ir.Ref, holds bool) bool {
	in := fn.Def(cond)
	if cond < 0 || in == nil {
		return false
	}
	switch in.Op {
	case ir.Extract: // a channel is closed
		of := fn.Def(in.Args[0])
		return of != nil && (of.Op == ir.Recv || of.Op == ir.Select)
	case ir.BinOp:
		at := fn.Def(in.Args[0])
		if at == nil {
			return false
		}
		of := at
		if at.Op == ir.Extract {
			of = fn.Def(at.Args[0])
		}
		switch {
		case of == nil:
			return false
		case of.Op == ir.Select:
			c := fn.Const(in.Args[1])
			if c == nil || int(c.Int) >= len(of.Names) {
				return false
			}
			chosen := of.Names[c.Int+1:] // those that are asked for later
			if holds {
				chosen = of.Names[c.Int : c.Int+1]
			}
			return !slices.Contains(chosen, "time.Time")
		case of.Op == ir.Call || of.Op == ir.Invoke:
			return fn.Types().Of(in.Args[0]) == "error" && (!sends(of) || opOf(of.Sym) == "request") && !a.reach[strings.TrimSuffix(of.Sym, "$bound")]
		}
	}
	return false
}
