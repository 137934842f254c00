package requests

import (
	"slices"
	"strconv"
	"strings"

	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/ir"
)

// A run goes through a loop more than once, so that one way of sending appears once for
// each turn. What differs from turn to turn although the same is asked for is made for
// the attempt.

// pairAttempts links the sendings of one run that lie on the same way.
func pairAttempts(sent []*eval.Sent) {
	last := map[string]*eval.Attempt{}
	for _, s := range sent {
		way := s.Site.Way(0)
		s.Before = last[way]
		if s.Earlier != nil {
			s.Before = &eval.Attempt{Sent: s.Earlier, Next: last[way]}
		}
		last[way] = &eval.Attempt{Sent: s, Next: last[way]}
		if slices.ContainsFunc(s.Turns, func(t eval.Turn) bool { return t.Loop.Recursion }) {
			s.Run = sent
		}
	}
}

// before returns the sending that s may repeat in a turn of a loop; nil when there is none.
func before(t eval.Turn, s *eval.Sent) *eval.Sent {
	if !t.Loop.Recursion {
		for p := s.Before; p != nil; p = p.Next {
			if u, ok := laterTurn(p.Sent, s); ok && u == t {
				return p.Sent
			}
		}
		return nil
	}
	way := wayIn(t.Loop.Frame.Fn, s)
	for _, p := range s.Run {
		if p == s {
			break
		}
		if !running(t, p.Turns) && p.Site.Instr == s.Site.Instr && wayIn(t.Loop.Frame.Fn, p) == way {
			return p
		}
	}
	return nil
}

// wayIn is the way of a sending from the innermost call of a function on.
func wayIn(fn *ir.Func, s *eval.Sent) string {
	stack := s.Site.Stack()
	for i := len(stack) - 1; i >= 0; i-- {
		if stack[i] == fn {
			return s.Site.Way(i)
		}
	}
	return ""
}

// newItem says whether each turn of a loop sends something else: what is asked for, or
// the body, holds what the turn has received, or what an earlier turn has received for it.
func (a *analyzer) newItem(t eval.Turn, s *eval.Sent) bool {
	var old map[string]bool
	if p := before(t, s); p != nil {
		old = map[string]bool{}
		for _, leaf := range a.wanted(p) {
			old[leaf.Identity()] = true
		}
	}
	for _, leaf := range a.wanted(s) {
		other := old != nil && !old[leaf.Identity()]
		switch leaf.Origin {
		case eval.Received, eval.Result:
			// GetBody gives the body of the same request once more.
			if leaf.Name != "GetBody" && (running(t, leaf.Turns) || other && (t.Loop.Recursion || inside(t.Loop, leaf.Turns))) {
				return true
			}
		case eval.FieldSym:
			if other && ofParam(leaf) {
				return true // the next node of a list
			}
		}
	}
	return false
}

// wanted collects the holes of what a sending asks for, and of its body.
func (a *analyzer) wanted(s *eval.Sent) []*eval.Sym {
	var out []*eval.Sym
	for _, v := range []eval.Value{s.URL, s.Method, s.Content()} {
		out = append(out, a.deepLeaves(s, v)...)
	}
	return out
}

func inside(l *eval.LoopInfo, turns []eval.Turn) bool {
	return slices.ContainsFunc(turns, func(t eval.Turn) bool { return t.Loop == l })
}

// ofParam says whether a field is that of a parameter, or of what it leads to.
func ofParam(s *eval.Sym) bool {
	for range 8 {
		of, ok := s.Of.(*eval.Sym)
		if !ok {
			return false
		}
		if of.Origin != eval.FieldSym {
			return of.Origin == eval.Param
		}
		s = of
	}
	return false
}

// varies says whether a key is none of those that an earlier attempt may have, because the
// number of the attempt is part of it.
func (a *analyzer) varies(v eval.Value, s *eval.Sent) bool {
	for p := s.Before; p != nil; p = p.Next {
		t, ok := laterTurn(p.Sent, s)
		if !ok || !a.repeats(t, p.Sent, s) {
			continue
		}
		old := a.keyValue(p.Sent)
		return old != nil && !slices.ContainsFunc(eval.Values(old), func(x eval.Value) bool { return shape(x, 0) == shape(v, 0) })
	}
	return false
}

// repeats says whether s is p once more: the turns of the loop ask for the same.
func (a *analyzer) repeats(t eval.Turn, p, s *eval.Sent) bool {
	return !t.Loop.Items && !t.Loop.Heedless && !a.newItem(t, s) && sameCall(p, s) && content(p) == content(s)
}

// sameAgain says whether a loop over items that ends when it has worked asks for the same
// with the next item: only how it is asked for may hold the item.
func (a *analyzer) sameAgain(t eval.Turn, s *eval.Sent) bool {
	if slices.ContainsFunc(a.wanted(s), func(leaf *eval.Sym) bool { return leaf.Origin == eval.Unknown || leaf.Origin == eval.Loop }) {
		return false
	}
	for p := s.Before; p != nil; p = p.Next {
		if u, ok := laterTurn(p.Sent, s); ok && u == t && sameCall(p.Sent, s) && content(p.Sent) == content(s) {
			return true
		}
	}
	return false
}

// content writes the body of a request with what it reaches.
func content(s *eval.Sent) string {
	var b strings.Builder
	s.Walk(s.Content(), func(v eval.Value) {
		if _, isRef := v.(*eval.Ref); !isRef {
			b.WriteString(shape(v, 3) + ";")
		}
	})
	return b.String()
}

// laterTurn returns the turn in which s runs and p ran an earlier one of.
func laterTurn(p, s *eval.Sent) (eval.Turn, bool) {
	for _, t := range s.Turns {
		for _, u := range p.Turns {
			if t.Loop == u.Loop && u.Nth < t.Nth {
				return t, true
			}
		}
	}
	return eval.Turn{}, false
}

func sameCall(p, s *eval.Sent) bool {
	return shape(p.URL, 0) == shape(s.URL, 0) && shape(p.Method, 0) == shape(s.Method, 0)
}

// keyValue returns the value of the first key header.
func (a *analyzer) keyValue(s *eval.Sent) eval.Value {
	if s.Header == nil {
		return nil
	}
	for _, name := range sorted(s.Header.Fields) {
		if a.voc.KeyHeader(name) {
			return a.firstOf(s, s.Header.Fields[name])
		}
	}
	return nil
}

// shape writes a value without the identity of its holes: two values of one shape may be
// the same, two of different shapes are not.
func shape(v eval.Value, depth int) string {
	if v == nil || depth > 6 {
		return "_"
	}
	var b strings.Builder
	list := func(vs []eval.Value) {
		for _, x := range vs {
			b.WriteString(shape(x, depth+1) + ",")
		}
	}
	switch v := v.(type) {
	case *eval.Const:
		b.WriteString(strconv.Quote(v.Str) + strconv.FormatInt(v.Int, 10))
	case *eval.Text:
		list(v.Parts)
	case *eval.Alt:
		list(v.Vals)
	case *eval.Sym:
		switch v.Origin {
		case eval.Unknown, eval.Result:
			return "_"
		case eval.Fresh:
			return v.Identity()
		}
		b.WriteString(strconv.Itoa(int(v.Origin)) + v.Name + shape(v.Of, depth+1))
		list(v.Args)
	default:
		return "_"
	}
	return b.String()
}
