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

// noteSent notes that a path sends something; again says whether it may have done so before on the
// same way, sure whether nothing unknown decides that.
func (s *State) noteSent(at Site) (again, sure bool) {
	way := at.Way(0)
	sure, again = s.sent[way]
	if !sure {
		s.sent = maps.Clone(s.sent)
		if s.sent == nil {
			s.sent = map[string]bool{}
		}
		s.sent[way] = true
	}
	return again, sure
}

// joinSent is what paths that meet may have sent. What only one of them has depends on what that
// path alone depends on.
func joinSent(a, b *State) map[string]bool {
	if len(a.sent) == 0 && len(b.sent) == 0 {
		return nil
	}
	common := joinDoubts(a.doubts, b.doubts)
	out := map[string]bool{}
	for _, s := range []*State{a, b} {
		for way, sure := range s.sent {
			out[way] = out[way] || sure && (len(s.doubts) == len(common) || both(a, b, way))
		}
	}
	return out
}

func both(a, b *State, way string) bool {
	_, inA := a.sent[way]
	_, inB := b.sent[way]
	return inA && inB
}

// Doubtful says whether it is not known that the request is sent, or in a trial sent once more.
func (s *Sent) Doubtful() bool { return len(s.State.doubts) > 0 || s.Again && !s.sure }
