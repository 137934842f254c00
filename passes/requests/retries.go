package requests

import (
	"go/token"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/guard"
	"github.com/auroravet/auroravet/internal/ir"
)

// A retry is what sends the same request once more because it has failed: a loop, a function that
// calls itself, a library. Which loops do is found out by trials: the functions are run once with
// each of some answers.

// RetryFault is what is wrong with a retry.
type RetryFault uint8

// The faults of a retry.
const (
	RetryNoEnd    RetryFault = iota // it goes on for as long as the API fails
	RetryNoWait                     // it does not wait between attempts
	RetrySameWait                   // it waits the same time before each attempt
	RetryTooMany                    // it makes many attempts
	RetryRefused                    // it repeats what the API has refused
	RetryDeclined                   // it repeats a declined payment
)

// Retry is a retry that has a fault.
type Retry struct {
	*Call
	Pos   token.Pos
	Fault RetryFault
	// Attempts is how many there are, Status the answer that is not taken for one.
	Attempts, Status int
}

// The answers that are tried: those after which another attempt can help, and those after which it cannot.
var (
	unavailable = eval.Answer{Status: 503}
	unreachable = eval.Answer{}
	accepted    = eval.Answer{Status: 200}
	declined    = eval.Answer{Status: 200, Declined: true}
	refusals    = []eval.Answer{{Status: 400}, {Status: 422}, {Status: 403}, {Status: 402}, {Status: missing}, {Status: unauthorized}}
)

// The answers that another token may change, once, and that the next moment may.
const (
	unauthorized = 401
	missing      = 404
)

// Retries returns the retries of calls of the API that have a fault, in no order; most is the
// number of attempts that are not too many.
func (r *Result) Retries(most int) []Retry {
	r.mu.Lock()
	defer r.mu.Unlock()
	out := r.retries(most)
	for _, p := range r.ports() {
		out = append(out, p.retries(most)...)
	}
	return out
}

// retries returns those of the package itself.
func (r *Result) retries(most int) []Retry {
	roots, calls := []*ir.Func{}, map[*ir.Func][]*Call{}
	changes := map[*ir.Func]bool{}
	for _, c := range slices.Concat(r.Calls, r.paired, r.layered, r.counted(most)) {
		changes[c.root] = changes[c.root] || c.Mutating != aurora.No
		if c.root.Generated || !slices.ContainsFunc(c.sent.Turns, mayRepeat) {
			continue
		}
		if calls[c.root] == nil {
			roots = append(roots, c.root)
		}
		calls[c.root] = append(calls[c.root], c)
	}
	var out []Retry
	tried := newAlike()
	for _, root := range roots {
		loops, option := loopsOf(calls[root]), calls[root][0].option
		if option == nil && tried.enough(loops) {
			continue
		}
		t := &trials{a: calls[root][0].an, root: root, most: most, changes: changes[root], signsIn: signsInAgain(calls[root]), calling: map[string]bool{}}
		guard.Run(func() {
			if option != nil {
				out = append(out, t.countedBy(option)...)
				return
			}
			found := t.judge()
			tried.note(loops, found)
			out = append(out, found...)
		})
	}
	return out
}

// signsInAgain says whether one of the calls of a function, which may be repeated, asks for a token.
func signsInAgain(calls []*Call) bool {
	return slices.ContainsFunc(calls, func(c *Call) bool { return c.an.asksForToken(c.sent) })
}

// mayRepeat says whether a turn of a loop may be another attempt.
func mayRepeat(t eval.Turn) bool {
	return t.Nth > 0 && (t.Loop.Library || t.Loop.Recursion || !t.Loop.Items && !t.Loop.Heedless)
}

// judge returns the faults of the retries that the function makes.
func (t *trials) judge() []Retry {
	down, broken := t.run(unavailable), t.run(unreachable)
	var out []Retry
	keys := sorted(down)
	for _, k := range sorted(broken) {
		if down[k] == nil {
			keys = append(keys, k)
		}
	}
	var retried []string
	for _, k := range keys {
		o := down[k]
		if o == nil {
			o = broken[k]
		}
		c := t.a.call(t.root, o.sent)
		if !t.retry(k, o, c) {
			continue
		}
		retried = append(retried, k)
		for _, s := range []*seen{down[k], broken[k]} {
			if s != nil && t.endless(s, c) {
				out = append(out, Retry{Call: c, Pos: t.at(s), Fault: RetryNoEnd})
				break
			}
		}
		out = append(out, t.paced(o, c)...)
	}
	return append(out, t.refused(retried)...)
}

// retry says whether a loop that sends again is a retry, for this package to judge: not one that
// asks for more, or until there is a result: nobody does so with what changes something, or gives a
// token. One that may go on after any answer, as far as is known, is none.
func (t *trials) retry(k string, o *seen, c *Call) bool {
	if t.ok == nil {
		t.ok = t.run(accepted)
	}
	again := t.ok[k]
	return t.ours(o) && (again == nil || o.sure && !again.sure && (c.Mutating == aurora.Yes || t.a.asksForToken(o.sent)))
}

// refused returns the retries that repeat what cannot succeed. Reads that are repeated after a
// refusal alone may wait for something to appear, but not for a token to be accepted. A token that
// is refused in the retry of another call is one more error of that call.
func (t *trials) refused(retried []string) []Retry {
	var out []Retry
	done := map[string]bool{}
	for _, ans := range t.refusals(len(retried) > 0) {
		again := t.run(ans)
		for _, k := range sorted(again) {
			o := again[k]
			if done[k] || !o.sure || t.calling[k] && t.a.asksForToken(o.sent) {
				continue
			}
			c := t.a.call(t.root, o.sent)
			switch moves := c.Mutating == aurora.Yes; {
			case !moves && (ans.Declined || ans.Status == missing || ans.Status != unauthorized && !slices.Contains(retried, k)), !t.retry(k, o, c):
				continue
			}
			fault := RetryRefused
			if ans.Declined {
				fault = RetryDeclined
			}
			done[k] = true
			out = append(out, Retry{Call: c, Pos: t.setAt(o, "CheckRetry", t.at(o)), Fault: fault, Status: ans.Status})
		}
	}
	return out
}

// refusals returns the answers to try that cannot become others.
func (t *trials) refusals(retries bool) []eval.Answer {
	switch {
	case t.changes:
		return append(slices.Clone(refusals), declined)
	case retries:
		return refusals
	}
	return []eval.Answer{{Status: unauthorized}}
}

// ours says whether a loop is to be judged in this package: it stands in it, or repeats what
// stands in it, or is that of a client which it tells to repeat.
func (t *trials) ours(o *seen) bool {
	own := t.a.prog.Path
	told := o.loop.Policy
	if o.loop.Client && told.Site.Frame != nil && told.Site.Frame.Fn.Pkg != own && among(t.a.tried, told.Site) {
		return false
	}
	if o.loop.Frame.Fn.Pkg == own || o.loop.Client && told.Site.Frame != nil && told.Site.Frame.Fn.Pkg == own {
		return true
	}
	// A function that repeats what it is given knows nothing of that.
	for f := o.sent.Site.Frame; f != nil && f != o.loop.Frame; f = f.Parent {
		if f.Parent == o.loop.Frame {
			return f.Fn.Pkg == own && f.Call.Op == ir.Call && f.Call.Sym == ""
		}
	}
	return false
}

// at is where a retry stands: what it repeats, or the nearest call in the package that leads there.
func (t *trials) at(o *seen) token.Pos {
	l := o.loop
	if l.Client {
		pos, _ := t.policyAt(o)
		return pos
	}
	if in := o.ranged(); in != nil && in.Pos != 0 {
		return token.Pos(in.Pos)
	}
	if in := l.Body(o.sent); in != nil && in.Pos != 0 && !l.Library && l.Frame.Fn.Pkg == t.a.prog.Path {
		return token.Pos(in.Pos)
	}
	return token.Pos(eval.Site{Frame: l.Frame, Pos: l.Pos}.Own(t.a.prog.Path))
}

// ranged is what the body of a range over a function does to send, where the loop is that of the function:
// who ranges over delays tries again, and not who says how long they are.
func (o *seen) ranged() *ir.Instr {
	at := o.sent.Site.Instr
	for f := o.sent.Site.Frame; f != nil && f.Parent != nil; f = f.Parent {
		if f.Parent == o.loop.Frame {
			yields := f.Call.Op == ir.Call && f.Call.Sym == "" && slices.ContainsFunc(f.Parent.Fn.Params, func(p ir.Var) bool {
				return p.Name == "yield" && strings.HasPrefix(p.Type, "func(") && strings.HasSuffix(p.Type, ") bool")
			})
			if yields {
				return at
			}
			return nil
		}
		at = f.Call
	}
	return nil
}

// endless says whether a retry goes on for as long as the API fails.
func (t *trials) endless(o *seen, c *Call) bool {
	if o.loop.Library {
		return t.policyOf(o).endless(t, o, c)
	}
	if o.loop.Left || !o.sure {
		return false
	}
	return onlyAnswersEnd(o)
}

// paced judges the number of attempts and the waits between them.
func (t *trials) paced(o *seen, c *Call) []Retry {
	var out []Retry
	if o.loop.Library {
		return t.policyOf(o).paced(t, o, c)
	}
	n, bound, _ := attemptsOf(o)
	if n > t.most {
		out = append(out, Retry{Call: c, Pos: t.givenAt(o, o.loop.Frame, bound, t.at(o)), Fault: RetryTooMany, Attempts: n})
	}
	if fault, known := waitOf(o); known && n != 2 && (o.sure || fault != RetryNoWait) { // a way that waits may not be gone
		out = append(out, Retry{Call: c, Pos: t.at(o), Fault: fault})
	}
	return out
}
