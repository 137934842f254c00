package eval

import (
	"github.com/auroravet/auroravet/internal/httplib"
)

// This file holds what a function leaves behind when it returns an error. Those of its
// callers that go on with the result never see it; those that try again do.

// failure is the memory after a call on the ways that return an error, beside that of the
// other ways, by which the call is known again.
type failure struct{ after, failed *State }

// noteFailure keeps what the ways out that return an error leave in memory.
func (m *Machine) noteFailure(err *Sym, after *State, out []outcome) {
	var failed []*State
	for _, o := range out {
		if o.err {
			failed = append(failed, o.state)
		}
	}
	if m.failures == nil {
		m.failures = map[string]failure{}
	}
	m.failures[err.key()] = failure{after, joinStates(failed)}
}

// failedState is the memory where a call has returned the error, nil when it is as it is
// elsewhere or when more has happened since.
func (m *Machine) failedState(st *State, err Value) *State {
	if t, ok := err.(*Tuple); ok && len(t.Vals) > 0 {
		err = t.Vals[len(t.Vals)-1]
	}
	s, ok := err.(*Sym)
	if !ok {
		return nil
	}
	f, ok := m.failures[s.key()]
	if !ok || changed(f.after, st) {
		return nil
	}
	out := f.failed.clone()
	out.heap = st.heap.merged(out.heap, func(_ int, _, failed *Object) *Object { return failed })
	out.facts = out.facts.merged(st.facts, func(_ string, _, now bool) bool { return now })
	return out
}

// changed says whether an object of a memory is another one in a later memory.
func changed(before, after *State) bool {
	differs := false
	before.heap.merged(after.heap, func(_ int, _, later *Object) *Object {
		differs = true
		return later
	})
	return differs
}

// whereFailed returns the memories on the ways on which a condition holds and does not: one
// that asks whether a call has failed finds what the failed call has left.
func (m *Machine) whereFailed(cond Value, holds, fails *State) (*State, *State) {
	c, ok := cond.(*Sym)
	if !ok || len(c.Args) == 0 {
		return holds, fails
	}
	against := len(c.Args) == 2 && IsEmpty(c.Args[1])
	switch {
	case c.Origin == Derived && c.Name == "!":
		fails, holds = m.whereFailed(c.Args[0], fails, holds)
	case c.Origin == Derived && c.Name == "!=" && against, c.Origin == Result && httplib.AsksError(c.Name):
		if st := m.failedState(holds, c.Args[0]); st != nil {
			return st, fails
		}
	case c.Origin == Derived && c.Name == "==" && against:
		if st := m.failedState(fails, c.Args[0]); st != nil {
			return holds, st
		}
	}
	return holds, fails
}
