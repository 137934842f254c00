package answers

import "github.com/auroravet/auroravet/internal/ir"

// This file holds the types of what a function has and returns.

// typeOf is the type of an operand of the function.
func (s *summary) typeOf(r ir.Ref) string {
	if s.types == nil {
		s.types = s.fn.Types()
	}
	return s.types.Of(r)
}

// returns is the type of what the function returns as its result of a number.
func (s *summary) returns(i int) string {
	for _, in := range s.fn.Instrs() {
		if in.Op == ir.Return && i < len(in.Args) && in.Args[i] >= 0 {
			return s.typeOf(in.Args[i])
		}
	}
	return ""
}
