package eval

import (
	"maps"

	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds what a path of a trial depends on and nobody knows.

// doubt notes that a path goes one way of a branch that depends on an answer's unknown part:
// side is 1 where the condition holds and 2 where it does not.
func (s *State) doubt(x *ir.Instr, side uint8) {
	out := maps.Clone(s.doubts)
	if out == nil {
		out = map[*ir.Instr]uint8{}
	}
	out[x] |= side
	s.doubts = out
}

// joinDoubts is what paths that meet depend on together: nothing where they have come both
// ways, nor what only one of them depends on.
func joinDoubts(a, b map[*ir.Instr]uint8) map[*ir.Instr]uint8 {
	if len(a) == 0 || len(b) == 0 {
		return nil
	}
	var out map[*ir.Instr]uint8
	for x, side := range a {
		other, ok := b[x]
		if !ok || side|other == 3 {
			continue
		}
		if out == nil {
			out = map[*ir.Instr]uint8{}
		}
		out[x] = side | other
	}
	return out
}

// Doubtful says whether it is not known that the request is sent.
func (s *Sent) Doubtful() bool { return len(s.State.doubts) > 0 }
