package eval

import (
	"slices"

	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds deferred calls. They run when their function is through, with what the
// ways out of it may have left; what they change is not followed.

// deferred is a call that waits for the end of its function.
type deferred struct {
	x *ir.Instr
	a []Value
}

// deferCall keeps a deferred call for the end of the frame: in a loop the last of its kind.
func (f *Frame) deferCall(x *ir.Instr, a []Value) {
	f.deferred = slices.DeleteFunc(f.deferred, func(d deferred) bool { return d.x == x })
	f.deferred = append(f.deferred, deferred{x, a})
}

// runDeferred runs the deferred calls of a frame.
func (m *Machine) runDeferred(f *Frame) {
	if len(f.deferred) == 0 || len(f.out) == 0 {
		return
	}
	states := make([]*State, len(f.out))
	for i, o := range f.out {
		states[i] = o.state
	}
	st := joinStates(states)
	f.block = nil
	for _, d := range slices.Backward(f.deferred) {
		m.callNow(site{f, st, d.x}, d.a)
	}
}
