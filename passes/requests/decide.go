package requests

import (
	"go/token"
	"slices"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/ir"
)

// A call that a function makes through others is judged once: in the innermost function
// that knows enough to judge it. The ways of sending that a function has judged are kept
// by the function's name and the calls on the way.

// question is something that is judged about a call.
type question func(*Call) (decided bool)

// Unkeyed returns the calls that change something and may leave without a good key, each
// with the state of its key, as the functions see them that decide it.
func (r *Result) Unkeyed(headerOnly bool) []Judged {
	r.mu.Lock()
	defer r.mu.Unlock()
	var there []Judged
	for _, p := range r.ports() {
		there = append(there, p.unkeyed(headerOnly)...)
	}
	here := slices.DeleteFunc(r.unkeyed(headerOnly), func(j Judged) bool {
		return slices.ContainsFunc(there, func(k Judged) bool { return k.Key == j.Key && j.goesThrough(k.root) })
	})
	return append(here, there...)
}

// unkeyed returns those of the package itself.
func (r *Result) unkeyed(headerOnly bool) []Judged {
	state := r.keyStates(headerOnly)
	first := r.deciders(func(c *Call) bool { return state(c) != KeyUnknown || c.Mutating == aurora.No })
	// A function that makes a good key does not know the loop around its call.
	firstBad := r.deciders(func(c *Call) bool { return state(c) > KeySet })
	var out []Judged
	for _, c := range r.Calls {
		st := state(c)
		if st <= KeySet || !c.Pos.IsValid() {
			continue
		}
		if st == KeyPerAttempt && firstBad(c) || st != KeyPerAttempt && first(c) {
			out = append(out, Judged{c, st})
		}
	}
	return once(out, func(c *Call) bool { return state(c) > KeySet })
}

// keyStates returns what says of a call that changes something in which state its key is, as far as
// the function knows that the call is seen from.
func (r *Result) keyStates(headerOnly bool) func(*Call) KeyState {
	keyed := r.keyedRequests(headerOnly)
	narrowed := r.narrowed()
	return func(c *Call) KeyState {
		if !c.changes() || narrowed(c) {
			return KeyUnknown
		}
		st := c.keyOf(headerOnly)
		if c.Mutating != aurora.Yes && st != KeyPerAttempt {
			return KeyUnknown
		}
		if st == KeyMissing && c.keyedByClient(keyed) {
			return KeyUnknown // the callers that give the client are judged
		}
		if st > KeySet && c.sent.Kept && r.keyedBetween(c, headerOnly) {
			return KeyUnknown // the callers that make and send the request are judged
		}
		return st
	}
}

// changes says whether the call changes something, as far as is known: nobody gives a key to a read,
// so that a POST which has one does, wherever it goes, when no function in view says where.
func (c *Call) changes() bool {
	if c.Mutating != aurora.Unknown {
		return c.Mutating == aurora.Yes
	}
	return len(c.an.callers[c.root.Name]) == 0 && !slices.ContainsFunc(values(c.sent.Method), func(v eval.Value) bool {
		method, known := eval.IsConst(v)
		return !known || c.an.voc.Mutating(method, "/"+aurora.Hole+"/"+aurora.Hole) == aurora.No
	})
}

// once leaves out the calls whose request is made in a function that is itself reported for
// it: it may know nothing of the sender that its callers give.
func once(judged []Judged, bad question) []Judged {
	done := map[string]bool{}
	for _, j := range judged {
		if !j.sent.Kept {
			done[j.sent.Made.Way(0)] = true
		}
	}
	return slices.DeleteFunc(judged, func(j Judged) bool {
		for i, fn := range j.sent.Made.Stack() {
			way := j.sent.Made.Way(i)
			if fn != j.root && done[way] || fn.Pkg != j.root.Pkg && j.an.abroad.decided(fn, way, madeAt, bad) {
				return true
			}
		}
		return false
	})
}

// The sites by which a call is known again.
func madeAt(s *eval.Sent) eval.Site { return s.Made }
func sentAt(s *eval.Sent) eval.Site { return s.Site }

// keyedRequests returns the calls that have a key, by the place that makes the request.
func (r *Result) keyedRequests(headerOnly bool) map[int][]*Call {
	out := map[int][]*Call{}
	for _, c := range r.Calls {
		if c.Mutating == aurora.Yes && c.keyOf(headerOnly) == KeySet {
			out[c.sent.Made.Pos] = append(out[c.sent.Made.Pos], c)
		}
	}
	return out
}

// narrowed returns whether a call may ask for one of several things, by what its receiver
// holds, and a function of the package that calls it says for which.
func (r *Result) narrowed() func(*Call) bool {
	one := func(c *Call) bool { return len(values(c.sent.URL)) == 1 && len(values(c.sent.Method)) == 1 }
	said := map[string]bool{}
	for _, c := range r.Calls {
		if !one(c) || c.root.Generated {
			continue
		}
		for i, fn := range c.sent.Site.Stack() {
			if i > 0 && fn.Pkg == c.root.Pkg && fn != c.root {
				said[c.sent.Site.Way(i)] = true
			}
		}
	}
	return func(c *Call) bool { return c.sent.Choice && said[c.sent.Site.Way(0)] && !c.sameEverywhere() }
}

// sameEverywhere says whether the call asks for the same at each of the addresses that it may go to.
func (c *Call) sameEverywhere() bool {
	first, known := aurora.Endpoint{}, false
	for i, u := range values(c.sent.URL) {
		of, ok := c.an.voc.Endpoint(c.Method, eval.Pattern(u, aurora.Hole))
		if !ok || i > 0 && of != first {
			return false
		}
		first, known = of, true
	}
	return known
}

// keyedByClient says whether a call goes through a client that a caller gives, and one of
// the callers in view gives a client that makes the key.
func (c *Call) keyedByClient(keyed map[int][]*Call) bool {
	made := c.sent.Made
	return c.givesClient() && slices.ContainsFunc(keyed[made.Pos], func(d *Call) bool {
		return d.root != c.root && d.sent.Made.Frame.Fn == made.Frame.Fn && slices.Contains(d.sent.Site.Stack()[1:], c.root)
	})
}

// Judged is a call with the state of its key.
type Judged struct {
	*Call
	Key KeyState
}

// Endless returns the calls that can wait for ever, each with the client that lets it. Those
// to other hosts are among them when the flags ask for these.
func (r *Result) Endless() []Waiting {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.endless == nil && r.an != nil {
		r.endless = r.findEndless()
	}
	return r.endless
}

func (r *Result) findEndless() []Waiting {
	out := []Waiting{} // asked for once
	reported := map[token.Pos]bool{}
	look := func(c *Call, skip func(Client) bool) {
		for _, cl := range c.Clients {
			if c.Deadline == aurora.No && cl.Bounded == aurora.No && cl.Pos.IsValid() && !skip(cl) {
				out = append(out, Waiting{c, cl})
				reported[cl.Pos] = true
			}
		}
	}
	calls := slices.Concat(r.Calls, r.Others)
	for _, p := range slices.Concat(r.paired, r.options) {
		if c, ok := p.asTaken(); ok {
			calls = append(calls, c)
		}
	}
	for _, c := range calls {
		// What a library falls back to when it is given none is not the caller's choice.
		look(c, func(cl Client) bool {
			return c.taker != nil && reported[cl.Pos] || c.option != nil && !c.fixedBy(cl.made) || cl.abroad && (r.an.said(cl.made) || c.givesClient() || c.judgedAbroad(timeoutDecided))
		})
	}
	if r.an.makesOther(reported) {
		for _, c := range r.an.handedOn() {
			look(c, func(cl Client) bool { return cl.abroad && !r.an.ordered(c, cl) })
		}
	}
	return out
}

// givesClient says whether the call may go through a client that a caller gives: one that is
// known to be, or a sender of which nothing is known.
func (c *Call) givesClient() bool {
	if c.sent.Given || c.sent.Client == nil {
		return true
	}
	for _, cl := range c.Clients {
		if cl.Bounded == aurora.Unknown {
			return true
		}
	}
	return false
}

// timeoutDecided says whether a function knows a client of its own that lets a call wait.
func timeoutDecided(c *Call) bool {
	known := len(c.Clients) > 0
	for _, cl := range c.Clients {
		if cl.Bounded == aurora.No && c.Deadline == aurora.No {
			return true
		}
		known = known && cl.Bounded != aurora.Unknown
	}
	return known && c.Deadline != aurora.Unknown
}

// judgedAbroad says whether a function of another package, that the call goes through,
// decides a question about it.
func (c *Call) judgedAbroad(decided question) bool {
	for i, fn := range c.sent.Site.Stack() {
		if fn.Pkg != c.root.Pkg && c.an.abroad.decided(fn, c.sent.Site.Way(i), sentAt, decided) {
			return true
		}
	}
	return false
}

// Waiting is a call that can wait for ever because of a client.
type Waiting struct {
	*Call
	Client Client
}

// deciders returns whether a call is judged where it stands, and not already in a
// function that it goes through.
func (r *Result) deciders(decided question) func(*Call) bool {
	done := map[string]bool{}
	for _, c := range r.Calls {
		if decided(c) && !c.root.Generated {
			done[c.sent.Site.Way(0)] = true
		}
	}
	return func(c *Call) bool {
		if c.root.Generated {
			return false
		}
		stack := c.sent.Site.Stack()
		for i := 1; i < len(stack); i++ {
			if stack[i].Pkg == c.root.Pkg && stack[i] != c.root && done[c.sent.Site.Way(i)] {
				return false
			}
		}
		return !c.judgedAbroad(decided)
	}
}

// decided says whether a function of another package, looked at alone, judges the
// way to a site: then it was reported there.
func (a *analyzer) decided(fn *ir.Func, way string, at func(*eval.Sent) eval.Site, decided question) bool {
	if fn.Generated {
		return false
	}
	for _, s := range a.alone(fn) {
		if at(s).Way(0) == way && decided(a.call(fn, s)) {
			return true
		}
	}
	return false
}

// alone returns what a function of another package sends to the API when it is looked at by itself.
func (a *analyzer) alone(fn *ir.Func) []*eval.Sent {
	sent, ok := a.foreign[fn.Name]
	if !ok {
		a.machine.Run(fn)
		pairAttempts(a.machine.Sent)
		for _, s := range slices.Concat(a.machine.Sent, a.machine.Grants) {
			if a.evidence(s) == aurora.Yes {
				sent = append(sent, s)
			}
		}
		a.foreign[fn.Name] = sent
	}
	return sent
}
