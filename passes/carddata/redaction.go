package carddata

import (
	"go/constant"
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/aurora"
)

// redactions collects the keys that a handler's or hook's function compares with before it
// puts a constant in the place of a value.
func (e *engine) redactions(fn *ssa.Function, l logger) logger {
	masks := false
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.BinOp:
				if instr.Op == token.EQL || instr.Op == token.NEQ {
					l.redacts = appendKeys(l.redacts, instr.X, instr.Y)
				}
			case *ssa.MapUpdate:
				l.redacts = appendKeys(l.redacts, e.possible(instr.Key)...)
				masks = masks || e.hidesValue(instr.Value)
			case *ssa.Lookup:
				if g, ok := instr.X.(*ssa.UnOp); ok {
					l.redacts = append(l.redacts, e.globalKeys(g.X)...)
				}
			case ssa.CallInstruction:
				for _, a := range callArgs(instr.Common()) {
					masks = masks || e.hidesValue(a)
				}
				if instr.Common().StaticCallee() != nil {
					for _, t := range e.targets(instr.Common()) {
						if t.body != nil && !masks && e.nesting < 3 {
							e.nesting++
							inner := e.redactions(t.body, logger{})
							e.nesting--
							l.redacts = append(l.redacts, inner.redacts...)
							masks = masks || len(inner.redacts) > 0
						}
					}
				}
				l.redacts = appendKeys(l.redacts, callArgs(instr.Common())...)
			case *ssa.Store:
				masks = masks || e.hidesValue(instr.Val)
			}
		}
	}
	if !masks {
		l.redacts = nil
	}
	return l
}

// possible lists the values that a key may have, as the elements of a list that a loop goes through.
func (e *engine) possible(key ssa.Value) []ssa.Value {
	var out []ssa.Value
	for _, s := range e.resolve(ref{key, "", nil}) {
		if s.v != nil && s.path == "" {
			out = append(out, s.v)
		}
	}
	return out
}

func (e *engine) hidesValue(v ssa.Value) bool {
	if mi, ok := v.(*ssa.MakeInterface); ok {
		v = mi.X
	}
	if c, ok := v.(*ssa.Call); ok {
		return maskFunc(calleeName(c.Common()))
	}
	return e.isMask(v)
}

func appendKeys(keys []string, vals ...ssa.Value) []string {
	for _, v := range vals {
		if c, ok := v.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.String {
			if s := constant.StringVal(c.Value); aurora.CardNameOf(s).Kind != aurora.NotCard || aurora.CardWord(s) {
				keys = append(keys, s)
			}
		}
	}
	return keys
}

// globalKeys lists the constant keys of a package variable's map.
func (e *engine) globalKeys(v ssa.Value) []string {
	g, ok := v.(*ssa.Global)
	if !ok {
		return nil
	}
	var keys []string
	for _, w := range e.writes.of[g] {
		if w.val == nil {
			continue
		}
		root, _ := e.writes.root(w.val)
		for _, u := range e.writes.of[root] {
			if key, ok := strings.CutPrefix(u.path, "[k:"); ok {
				keys = append(keys, strings.TrimSuffix(key, "]"))
			}
		}
	}
	return keys
}
