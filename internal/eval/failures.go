package eval

import (
	"maps"
	"slices"

	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds what a function leaves behind when it returns an error. Those of its
// callers that go on with the result never see it; those that try again do.

// failure is the memory after a call on the ways that return an error, beside that of the
// other ways, by which the call is known again. answers are what the results of the call that
// say yes or no say when it has not failed.
type failure struct {
	after, failed *State
	answers       map[*Sym]bool
	// worked is the memory on the ways that may return no error, in a trial; nil elsewhere.
	worked *State
}

// noteFailure keeps what the ways out that return an error leave in memory.
func (m *Machine) noteFailure(err *Sym, after *State, out []outcome, answers map[*Sym]bool) {
	var failed []*State
	for _, o := range out {
		if o.err {
			failed = append(failed, o.state)
		}
	}
	if m.failures == nil {
		m.failures = map[string]failure{}
	}
	m.failures[err.key()] = failure{after: after, failed: joinStates(failed), answers: answers}
}

// noteTried keeps, of a call in a trial, what the ways out leave in memory that may return an error and
// that may return none.
func (m *Machine) noteTried(err Value, after *State, out []outcome) {
	var failed, worked []*State
	for _, o := range out {
		if len(o.vals) == 0 {
			return
		}
		empty, known := emptiness(o.state, o.vals[len(o.vals)-1])
		if !known || !empty {
			failed = append(failed, o.state)
		}
		if !known || empty {
			worked = append(worked, o.state)
		}
	}
	if len(failed) == 0 || len(worked) == 0 || len(failed)+len(worked) == 2*len(out) {
		return
	}
	if m.failures == nil {
		m.failures = map[string]failure{}
	}
	m.failures[err.key()] = failure{after: after, failed: joinStates(failed), worked: joinStates(worked)}
}

// answers returns the results that say the same on all ways that return no error and may say something
// else beside an error (whether it is worth another attempt), with what they say on the former. The
// values are those without an error, by result; such a result becomes one that is not known.
func (m *Machine) answers(f *Frame, vals [][]Value) map[*Sym]bool {
	var out map[*Sym]bool
	for j, v := range vals[:len(vals)-1] {
		says, ok := join(v...).(*Const)
		if !ok || says.Kind != ir.KindBool {
			continue
		}
		if !slices.ContainsFunc(f.out, func(o outcome) bool { return o.err && j < len(o.vals) && o.vals[j].key() != says.key() }) {
			continue
		}
		if out == nil {
			out = map[*Sym]bool{}
		}
		s := m.sym(f, &Sym{Origin: Result, Name: "answer of " + f.Fn.Name, Type: "bool"})
		out[s] = says.Int != 0
		vals[j] = []Value{s}
	}
	return out
}

// succeeded is the memory where a call has returned no error.
func (m *Machine) succeeded(st *State, err Value) *State {
	f, ok := m.failures[errorOf(err).key()]
	if !ok {
		return st
	}
	for answer, yes := range f.answers {
		st.facts.put(answer.key(), yes)
	}
	if f.worked == nil || changed(f.after, st) {
		return st
	}
	return since(f.worked, st)
}

// failedState is the memory where a call has returned the error, or st when it is as it is
// elsewhere or when more has happened since.
func (m *Machine) failedState(st *State, err Value) *State {
	f, ok := m.failures[errorOf(err).key()]
	if !ok || changed(f.after, st) {
		return st
	}
	return since(f.failed, st)
}

// errorOf is the error among the results of a call.
func errorOf(v Value) Value {
	if t, ok := v.(*Tuple); ok && len(t.Vals) > 0 {
		return t.Vals[len(t.Vals)-1]
	}
	return v
}

// since is the memory that a call has left on some of its ways, at a later point.
func since(way, st *State) *State {
	out := way.clone()
	out.heap = st.heap.merged(out.heap, func(_ int, _, failed *Object) *Object { return failed })
	out.facts = out.facts.merged(st.facts, func(_ string, _, now bool) bool { return now })
	if len(st.doubts) > 0 {
		out.doubts = maps.Clone(st.doubts)
		maps.Copy(out.doubts, way.doubts)
	}
	return out
}

// changed says whether an object of a memory is another one in a later memory, or more has been sent.
func changed(before, after *State) bool {
	differs := len(before.sent) != len(after.sent)
	before.heap.merged(after.heap, func(_ int, _, later *Object) *Object {
		differs = true
		return later
	})
	return differs
}

// whereFailed returns the memories on the ways on which a condition holds and does not: one
// that asks whether a call has failed finds what the call has left where it has, and where not.
func (m *Machine) whereFailed(cond Value, holds, fails *State) (*State, *State) {
	c, ok := cond.(*Sym)
	if !ok || len(c.Args) == 0 || len(m.failures) == 0 {
		return holds, fails
	}
	against := len(c.Args) == 2 && IsEmpty(c.Args[1])
	switch {
	case c.Origin == Derived && c.Name == "!":
		fails, holds = m.whereFailed(c.Args[0], fails, holds)
	case c.Origin == Derived && c.Name == "!=" && against, c.Origin == Result && httplib.AsksError(c.Name):
		return m.failedState(holds, c.Args[0]), m.succeeded(fails, c.Args[0])
	case c.Origin == Derived && c.Name == "==" && against:
		return m.succeeded(holds, c.Args[0]), m.failedState(fails, c.Args[0])
	}
	return holds, fails
}
