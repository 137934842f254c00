package requests

import (
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/httplib"
)

// KeyState says what is known of a request's idempotency key.
type KeyState uint8

// The states of a key, the gravest last.
const (
	KeyUnknown    KeyState = iota // a caller decides, or nothing is known
	KeySet                        // set, and the same for each attempt
	KeySometimes                  // missing on some path
	KeyClock                      // clock time alone
	KeyRandom                     // a small random number
	KeyConstant                   // the same for every request
	KeyPerAttempt                 // another one for each attempt
	KeyEmpty                      // empty
	KeyMissing                    // never set
)

// keyOf says what is known of the key of a call, in its header or in its body.
func (c *Call) keyOf(headerOnly bool) KeyState {
	a, s := c.an, c.sent
	head := a.headerKey(s)
	if head == KeySometimes && c.Mixed {
		return KeyUnknown // the paths with the key may be those that change something
	}
	if head == KeySet || headerOnly || c.Endpoint.Ref == aurora.RefNone {
		return head
	}
	body := a.bodyKey(s)
	switch {
	case body == KeySet:
		return KeySet
	case head == KeyUnknown || body == KeyUnknown && head == KeyMissing && !c.rawBody():
		return KeyUnknown
	case head == KeyMissing && body != KeyUnknown:
		return body
	}
	return head
}

// headerKey judges the key headers of a request.
func (a *analyzer) headerKey(s *eval.Sent) KeyState {
	if s.OneShot && s.Header == nil {
		return KeyMissing
	}
	best := KeyMissing
	h := s.Header
	if h == nil {
		return KeyUnknown
	}
	for _, name := range sorted(h.Fields) {
		if !a.voc.KeyHeader(name) {
			continue
		}
		st := a.quality(a.firstOf(s, h.Fields[name]), s)
		if h.Spared[name] && st <= KeySet && a.fromClient(s, a.firstOf(s, h.Fields[name])) {
			st = KeySometimes // no caller decides, but whoever asks the program for something
		}
		if h.Maybe[name] && st <= KeySet {
			st = KeySometimes
			if h.Open {
				return KeyUnknown
			}
		}
		if best == KeySometimes && st == KeySometimes {
			return KeyUnknown // one header on some paths, the other on the rest
		}
		if best == KeyMissing || st == KeySet {
			best = st
		}
	}
	if best == KeyMissing && (h.Lazy != nil || h.Open) {
		return KeyUnknown
	}
	return best
}

// firstOf takes the value out of a header's list of values.
func (a *analyzer) firstOf(s *eval.Sent, v eval.Value) eval.Value {
	var out []eval.Value
	for _, x := range eval.Values(v) {
		if list, ok := s.List(x); ok {
			out = append(out, list...)
			continue
		}
		out = append(out, x)
	}
	return eval.Join(out...)
}

// quality judges the value of a key.
func (a *analyzer) quality(v eval.Value, s *eval.Sent) KeyState {
	if v == nil {
		return KeyMissing
	}
	worst := KeyState(0)
	empty, full, constant := false, false, 0
	for _, x := range eval.Values(v) {
		if eval.IsEmpty(x) {
			empty = true
			continue
		}
		full = true
		q := a.qualityOf(x, s)
		if q == KeyConstant {
			constant++
			continue
		}
		worst = max(worst, q)
	}
	if n := len(eval.Values(v)); constant == n || empty && constant == n-1 && constant > 0 {
		worst = KeyConstant // on every path that has a key
	}
	if worst == KeyPerAttempt && remembered(v) {
		worst = KeyUnknown
	}
	switch {
	case empty && !full:
		return KeyEmpty
	case empty && worst <= KeySet:
		return KeySometimes
	}
	return worst
}

// remembered says whether a value may be one that was kept for the payment: made when
// there was none.
func remembered(v eval.Value) bool {
	for _, x := range eval.Values(v) {
		if sym, ok := x.(*eval.Sym); ok && (sym.Origin == eval.ElemSym || sym.Origin == eval.CtxValue) {
			return true
		}
	}
	return false
}

func (a *analyzer) qualityOf(v eval.Value, s *eval.Sent) KeyState {
	l := leavesOf(v, nil, 0)
	if a.varies(v, s) {
		return KeyPerAttempt
	}
	if len(l) == 0 {
		if _, ok := v.(*eval.Ref); ok {
			return KeyUnknown
		}
		return KeyConstant
	}
	var clock, random, other int
	for _, x := range l {
		if sym := x; sym.Origin == eval.Fresh {
			if a.perAttempt(sym, s) {
				return KeyPerAttempt
			}
			switch sym.Name {
			case "time":
				clock++
			case "small":
				random++
			default:
				other++
			}
			continue
		}
		other++
	}
	switch {
	case other == 0 && random > 0:
		return KeyRandom
	case other == 0:
		return KeyClock
	case a.constantHole(l):
		return KeyConstant
	case certain(v):
		return KeySet
	}
	return KeyUnknown
}

// certain says whether a value cannot be empty.
func certain(v eval.Value) bool {
	if t, ok := v.(*eval.Text); ok {
		for _, p := range t.Parts {
			if certain(p) {
				return true
			}
		}
		return false
	}
	s, ok := v.(*eval.Sym)
	if !ok {
		return true
	}
	switch s.Origin {
	case eval.Fresh:
		return true
	case eval.Derived:
		for _, x := range s.Args {
			if certain(x) {
				return true
			}
		}
		return strings.HasPrefix(s.Name, "digest")
	}
	return false
}

// constantHole says whether a value comes from package variables that only ever hold a constant.
func (a *analyzer) constantHole(l []*eval.Sym) bool {
	for _, s := range l {
		if s.Origin != eval.GlobalSym {
			return false
		}
		if httplib.Constant(s.Name) {
			continue
		}
		v, _ := a.store.Lookup(s)
		if v == nil {
			return false
		}
		if text, ok := eval.IsConst(v); !ok || text == "" {
			return false
		}
	}
	return true
}

// leavesOf collects the holes that a value is made of.
func leavesOf(v eval.Value, out []*eval.Sym, depth int) []*eval.Sym {
	if depth > 8 || v == nil {
		return out
	}
	switch v := v.(type) {
	case *eval.Text:
		for _, p := range v.Parts {
			out = leavesOf(p, out, depth+1)
		}
	case *eval.Alt:
		for _, p := range v.Vals {
			out = leavesOf(p, out, depth+1)
		}
	case *eval.Enc:
		return leavesOf(v.Of, out, depth+1)
	case *eval.Sym:
		if v.Origin == eval.Derived && len(v.Args) > 0 {
			for _, p := range v.Args {
				out = leavesOf(p, out, depth+1)
			}
			return out
		}
		if of, ok := v.Of.(*eval.Sym); ok && v.Origin == eval.ElemSym && (of.Origin == eval.Fresh || of.Origin == eval.Derived) {
			return leavesOf(of, out, depth+1)
		}
		return append(out, v)
	case *eval.Ref:
		return append(out, &eval.Sym{Origin: eval.Unknown})
	}
	return out
}

// perAttempt says whether a fresh value is made anew when the request is repeated: it was
// made in the same turn of a loop in which the request is sent again.
func (a *analyzer) perAttempt(fresh *eval.Sym, s *eval.Sent) bool {
	for _, t := range fresh.Turns {
		if t.Nth == 0 || t.Loop.Heedless || !running(t, s.Turns) || t.Loop.Items && !a.sameAgain(t, s) {
			continue
		}
		if t.Loop.Recursion && before(t, s) == nil {
			continue // nothing was sent before the function called itself
		}
		if t.Loop.Library || !a.newItem(t, s) {
			return true
		}
	}
	return false
}

func running(t eval.Turn, turns []eval.Turn) bool {
	for _, u := range turns {
		if u == t {
			return true
		}
	}
	return false
}

// deepLeaves collects the holes of a value and of the objects that it reaches.
func (a *analyzer) deepLeaves(s *eval.Sent, v eval.Value) []*eval.Sym {
	var out []*eval.Sym
	s.Walk(v, func(x eval.Value) {
		if sym, ok := x.(*eval.Sym); ok {
			out = append(out, sym)
		}
	})
	return out
}
