package carddata

import (
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// maskText says whether a constant text stands for what was hidden: "****", "xxxx", "[redacted]".
func maskText(s string) bool {
	lower := strings.ToLower(s)
	for _, m := range []string{"**", "••", "··", "xxx", "##", "●●", "█", "…", "redacted", "masked", "hidden", "removed", "filtered"} {
		if strings.Contains(lower, m) {
			return true
		}
	}
	return lower == "*" || lower == "•" || lower == "x" || lower == "#"
}

// isMask says whether v is text that hides, whatever else is added to it.
func (e *engine) isMask(v ssa.Value) bool { return e.maskDepth(v, 0) }

func (e *engine) maskDepth(v ssa.Value, depth int) bool {
	if depth > 6 {
		return false
	}
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value != nil && v.Value.Kind() == constant.Int {
			n, _ := constant.Int64Val(v.Value)
			return isChar(v.Type()) && n > 0 && n < 1<<20 && maskText(string(rune(n)))
		}
		s, ok := constText(v)
		return ok && maskText(s)
	case *ssa.Convert:
		return e.maskDepth(v.X, depth+1)
	case *ssa.MakeInterface:
		return e.maskDepth(v.X, depth+1)
	case *ssa.BinOp:
		return v.Op == token.ADD && (e.maskDepth(v.X, depth+1) || e.maskDepth(v.Y, depth+1))
	case *ssa.Phi:
		for _, edge := range v.Edges {
			if e.maskDepth(edge, depth+2) {
				return true
			}
		}
	case *ssa.UnOp:
		if g, ok := v.X.(*ssa.Global); ok {
			return maskFunc(g.Name())
		}
	case *ssa.Call:
		if fn := v.Call.StaticCallee(); fn != nil && len(v.Call.Args) > 0 {
			switch fn.String() {
			case "strings.Repeat", "bytes.Repeat":
				return e.maskDepth(v.Call.Args[0], depth+1)
			}
		}
	}
	return false
}

func isChar(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && (b.Kind() == types.Int32 || b.Kind() == types.Uint8 || b.Kind() == types.UntypedRune)
}

// concatenated joins two texts; a mask hides the pieces that it stands between.
func (e *engine) concatenated(v *ssa.BinOp) content {
	c := e.text(ref{v.X, "", v})
	c.add(e.text(ref{v.Y, "", v}))
	c.add(e.regrouped(summands(v, nil)))
	if e.isMask(v.X) || e.isMask(v.Y) {
		return c.dropParts()
	}
	if phi, ok := v.X.(*ssa.Phi); ok && feeds(v, phi, 0) {
		if e.accumulatesMask(phi) || fewPlaces(v.Block()) {
			return c.dropParts()
		}
		return c.whole()
	}
	return c
}

// feeds says whether v comes back to phi in a loop.
func feeds(v ssa.Value, phi *ssa.Phi, depth int) bool {
	for _, edge := range phi.Edges {
		if edge == v {
			return true
		}
		if p, ok := edge.(*ssa.Phi); ok && p != phi && depth < 4 && feeds(v, p, depth+1) {
			return true
		}
	}
	return false
}

// accumulatesMask says whether the text that a loop builds gets a mask character somewhere.
func (e *engine) accumulatesMask(phi *ssa.Phi) bool {
	if phi.Referrers() == nil {
		return false
	}
	for _, use := range *phi.Referrers() {
		if op, ok := use.(*ssa.BinOp); ok && op.Op == token.ADD && (e.isMask(op.Y) || e.isMask(op.X)) {
			return true
		}
	}
	return false
}

// converted is a conversion; a byte or rune slice may be masked element by element.
func (e *engine) converted(v *ssa.Convert, at ssa.Instruction) content {
	if e.maskedInPlace(v) {
		return clean
	}
	c := e.text(ref{v.X, "", v})
	if _, slice := v.X.Type().Underlying().(*types.Slice); slice {
		root, _ := e.writes.root(v.X)
		if e.maskedInPlace(root) {
			return clean
		}
		c.add(e.elements(ref{v.X, "", v}))
	}
	return c
}

// elements is the text that the elements of a byte or rune slice make together.
func (e *engine) elements(r ref) content {
	c := e.text(r.in("[]"))
	if c.clean() {
		return c
	}
	added := e.appended(r.v, 0)
	few := len(added) > 0
	for _, a := range added {
		if e.isMask(a.v) {
			return c.dropParts()
		}
		few = few && (fewPlaces(a.at) || variadic(a.v) != nil || e.text(ref{a.v, "", nil}).clean())
	}
	if few {
		return c.dropParts()
	}
	return c.whole()
}

// filled is the text of a slice that was made empty: what was copied or put into it.
func (e *engine) filled(v *ssa.MakeSlice, s source) content {
	c := e.opaqueText(s)
	if !e.maskedInPlace(v) {
		c.add(e.elements(ref{v, "", s.at}))
	}
	return c
}

// addition is one value that is appended to a slice.
type addition struct {
	v  ssa.Value
	at *ssa.BasicBlock
}

// appended lists what is appended to a slice, one value at a time.
func (e *engine) appended(v ssa.Value, depth int) []addition {
	if depth > 6 {
		return nil
	}
	switch v := v.(type) {
	case *ssa.Phi:
		var out []addition
		for _, edge := range v.Edges {
			out = append(out, e.appended(edge, depth+1)...)
		}
		return out
	case *ssa.Call:
		if b, ok := v.Call.Value.(*ssa.Builtin); ok && b.Name() == "append" && len(v.Call.Args) == 2 {
			out := e.appended(v.Call.Args[0], depth+1)
			for _, el := range variadic(v.Call.Args[1]) {
				out = append(out, addition{el, v.Block()})
			}
			return append(out, addition{v.Call.Args[1], v.Block()})
		}
	}
	return nil
}

// maskedInPlace says whether elements of a slice are overwritten with a mask character.
func (e *engine) maskedInPlace(root ssa.Value) bool {
	for _, w := range e.writes.of[root] {
		if w.val == nil || w.path == "" || w.path[0] != '[' {
			continue
		}
		if c, ok := w.val.(*ssa.Const); ok && isChar(c.Type()) || e.isMask(w.val) {
			return true
		}
	}
	return false
}

// redactedByKeys says whether a loop over keys deletes or masks what a map has at path.
func (e *engine) redactedByKeys(writes []write, path string) bool {
	step, _ := cutStep(path)
	for _, w := range writes {
		var key ssa.Value
		switch instr := w.instr.(type) {
		case *ssa.MapUpdate:
			if e.hidesValue(instr.Value) {
				key = instr.Key
			}
		case ssa.CallInstruction:
			if w.val == nil && w.arg < 0 && len(instr.Common().Args) > 1 {
				key = instr.Common().Args[1]
			}
		}
		if key == nil || !strings.HasPrefix(step, "[") {
			continue
		}
		if _, fixed := constText(key); !fixed && w.path == "[]" && e.mayBeKey(key, step) {
			return true
		}
	}
	return false
}

// mayBeKey says whether a key that is not fixed is, or may be, the one of a step.
func (e *engine) mayBeKey(key ssa.Value, step string) bool {
	fixed := false
	for _, s := range e.resolve(ref{key, "", nil}) {
		if s.v == nil || s.zero {
			continue
		}
		text, ok := constText(s.v)
		if ok && stepOf(text) == step {
			return true
		}
		fixed = fixed || ok
	}
	return !fixed
}

// sliced is a part of a text: the first six or last four characters show no card number.
func (e *engine) sliced(v *ssa.Slice) content {
	if _, array := v.X.Type().Underlying().(*types.Pointer); array {
		c := e.pointee(ref{v.X, "", v})
		if isTextSlice(v.Type()) && !e.maskedInPlace(v.X) {
			c.add(e.text(ref{v.X, "[]", v})) // what was copied into it
		}
		return c
	}
	c := e.text(ref{v.X, "", v})
	if c.clean() {
		return c
	}
	low, lowKnown := int64(0), v.Low == nil
	if !lowKnown {
		low, lowKnown = constInt(v.Low)
	}
	if v.High != nil {
		high, known := constInt(v.High)
		switch {
		case known && (high <= 6 || lowKnown && high-low <= 4):
			return clean
		case lowKnown && known:
			return c
		}
		if fewest(v.High, 6) {
			return clean
		}
		if keep, ok := fromEnd(v.High, v.X, 0); ok && keep <= 4 && lowKnown && low == 0 {
			return c // all but the last four
		}
		return c.parts()
	}
	if lowKnown {
		if low >= maxShort {
			return clean
		}
		return c
	}
	if keep, ok := fromEnd(v.Low, v.X, 0); ok {
		if keep <= 4 {
			return clean
		}
		return c
	}
	return c.parts()
}

// fewest says whether an index is at most n: min(n, …).
func fewest(v ssa.Value, n int64) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	b, ok := call.Call.Value.(*ssa.Builtin)
	if !ok || b.Name() != "min" {
		return false
	}
	for _, a := range call.Call.Args {
		if k, ok := constInt(a); ok && k <= n {
			return true
		}
	}
	return false
}

// fromEnd reads an index as len(s)-keep.
func fromEnd(v, s ssa.Value, depth int) (keep int64, ok bool) {
	if depth > 4 {
		return 0, false
	}
	var parts []ssa.Value
	switch v := v.(type) {
	case *ssa.BinOp:
		if v.Op != token.SUB || !lengthOf(v.X, s) {
			return 0, false
		}
		if k, isConst := constInt(v.Y); isConst {
			return k, true
		}
		return 4, fewest(v.Y, 4)
	case *ssa.Call:
		if b, isBuiltin := v.Call.Value.(*ssa.Builtin); isBuiltin && b.Name() == "max" {
			parts = v.Call.Args
		}
	case *ssa.Phi:
		parts = v.Edges
	}
	for _, p := range parts {
		if k, found := fromEnd(p, s, depth+1); found {
			return k, true
		}
	}
	return 0, false
}
