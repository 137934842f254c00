package requests

import (
	"fmt"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/ir"
)

// trials are the trials of one function.
type trials struct {
	a    *analyzer
	root *ir.Func
	most int
	// changes says that it may make a call that changes something.
	changes bool
	// signsIn says that it may ask for a token more than once.
	signsIn bool
	// ok is what is seen where the API accepts, nil until it is asked for.
	ok map[string]*seen
	// calling are the loops that repeat another call than that for a token.
	calling map[string]bool
}

// seen is what a trial shows of one loop.
type seen struct {
	loop  *eval.LoopInfo
	store *store
	// sent is a request that is sent again, first the one before it; sure says that nothing unknown
	// decides that.
	sent, first *eval.Sent
	sure        bool
	// turns are the waits by turn.
	waits map[int][]eval.Value
}

// run tries an answer and returns what is seen of each loop that sends again. Tokens are there, but
// for those who ask for one again because there is none.
func (t *trials) run(ans eval.Answer) map[string]*seen {
	ans.Spares = t.a.asksForToken
	out := t.try(ans)
	if !t.signsIn {
		return out
	}
	for k := range out {
		t.calling[k] = t.calling[k] || ans.Status != accepted.Status
	}
	ans.Spares = nil
	for k, o := range t.try(ans) {
		if old := out[k]; old == nil || !old.sure && o.sure {
			out[k] = o
		}
	}
	return out
}

// try is one run with an answer.
func (t *trials) try(ans eval.Answer) map[string]*seen {
	m := t.a.machine.Fork(t.a.store)
	m.Try(t.root, ans)
	pairAttempts(m.Sent)
	out := map[string]*seen{}
	for _, s := range m.Sent {
		if t.a.evidence(s) != aurora.Yes || t.a.asksForToken(s) == (ans.Spares != nil) {
			continue
		}
		for _, turn := range s.Turns {
			if ans.Status == unauthorized && turn.Nth < 2 {
				continue // once more with another token
			}
			first := before(turn, s)
			if !mayRepeat(turn) || first == nil || !turn.Loop.Recursion && !s.Again || !turn.Loop.Library && t.a.newItem(turn, s) {
				continue
			}
			k := loopKey(turn.Loop)
			o := out[k]
			if o == nil {
				o = &seen{loop: turn.Loop, store: t.a.store, sent: s, first: first, waits: map[int][]eval.Value{}}
				out[k] = o
			}
			if !s.Doubtful() && !o.sure {
				o.sure, o.sent, o.first, o.loop = true, s, first, turn.Loop
			}
		}
	}
	sending := map[*eval.LoopInfo]bool{}
	for _, s := range m.Sent {
		for _, turn := range s.Turns {
			sending[turn.Loop] = true
		}
	}
	for _, o := range out {
		inner := slices.DeleteFunc(slices.Clone(m.Waits), func(w eval.Wait) bool { return o.note(w, sending) })
		if len(o.waits) == 0 {
			for _, w := range inner {
				o.note(w, nil)
			}
		}
	}
	return out
}

// note keeps a wait by the turn that it is in. The turns of a function that calls itself are the
// calls, of which the first has none. It is false for the waits of other retries inside, of the loops
// that send: those are between other attempts.
func (o *seen) note(w eval.Wait, sending map[*eval.LoopInfo]bool) bool {
	i := slices.IndexFunc(w.Turns, func(t eval.Turn) bool { return t.Loop == o.loop })
	if slices.ContainsFunc(w.Turns[i+1:], func(t eval.Turn) bool { return sending[t.Loop] }) {
		return false
	}
	switch {
	case i >= 0:
		o.waits[w.Turns[i].Nth] = append(o.waits[w.Turns[i].Nth], w.For)
	case o.loop.Recursion && slices.Contains(w.Site.Stack(), o.loop.Frame.Fn):
		o.waits[0] = append(o.waits[0], w.For)
	}
	return true
}

// loopKey names a loop in all runs of one function: that of a client by where the client is made too.
func loopKey(l *eval.LoopInfo) string {
	var b strings.Builder
	for f := l.Frame; f != nil; f = f.Parent {
		fmt.Fprintf(&b, "%s<%s", f.Fn.Name, eval.InstrKey(f.Call))
	}
	fmt.Fprintf(&b, "%d %d %v", l.Header, l.Pos, l.Recursion)
	if l.Client {
		for f := l.Policy.Site.Frame; f != nil; f = f.Parent {
			fmt.Fprintf(&b, " %s<%s", f.Fn.Name, eval.InstrKey(f.Call))
		}
		b.WriteString(eval.InstrKey(l.Policy.Site.Instr))
	}
	return b.String()
}
