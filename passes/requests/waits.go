package requests

import (
	"fmt"

	"github.com/auroravet/auroravet/internal/eval"
)

// This file compares the waits between attempts.

// waitOf says how a loop waits between attempts, when it does so wrongly.
func waitOf(o *seen) (RetryFault, bool) {
	last, any := map[int]string{}, false
	for nth, list := range o.waits {
		for _, v := range list {
			if v == nil {
				return 0, false
			}
			if eval.IsEmpty(v) {
				continue
			}
			any = true
			k := waitKey(v, 0)
			if old, ok := last[nth]; ok && old != k {
				return 0, false
			}
			last[nth] = k
		}
	}
	if !any {
		return RetryNoWait, true
	}
	for nth, k := range last {
		if next, ok := last[nth+1]; ok {
			if next != k {
				return 0, false
			}
			any = false
		}
	}
	return RetrySameWait, !any
}

// waitKey is the same for waits of the same length, but for a random part.
func waitKey(v eval.Value, depth int) string {
	s, ok := v.(*eval.Sym)
	if !ok || depth > 6 || s.Origin != eval.Derived && s.Origin != eval.Fresh {
		return shapeOrID(v)
	}
	out := s.Name + "("
	for _, x := range s.Args {
		out += waitKey(x, depth+1) + ","
	}
	return out + ")"
}

func shapeOrID(v eval.Value) string {
	switch v := v.(type) {
	case *eval.Sym:
		return v.Identity()
	case *eval.Const:
		return shape(v, 0)
	}
	return fmt.Sprintf("%p", v)
}
