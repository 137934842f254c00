package answers

import (
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// spilled makes the variable in which a pointer parameter is kept for the literals that capture it that very
// parameter, and says whether a store does so: what a literal stores behind the pointer is stored for the caller.
func (f *frame) spilled(in *ir.Instr) bool {
	variable, param := in.Args[0], in.Args[1]
	d := f.def(variable)
	if d == nil || d.Op != ir.Alloc || param < 0 || int(param) >= len(f.fn.Params) || !strings.HasPrefix(f.fn.Params[param].Type, "*") {
		return false
	}
	for _, b := range f.fn.Blocks {
		for i := range b.Instrs {
			if other := &b.Instrs[i]; other != in && other.Op == ir.Store && other.Args[0] == variable {
				return false
			}
		}
	}
	f.alias(d, f.value(param))
	return true
}
