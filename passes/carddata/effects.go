package carddata

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/loglib"
)

// filling says what a call does to what an argument points to.
type filling uint8

const (
	leaves   filling = iota // nothing
	mayFill                 // perhaps something: a function that nothing is known of
	fills                   // it writes there, on some path
	replaces                // what it leaves is all that can be there
)

// callWrites says what a call does at a path of what an argument points to.
func (e *engine) callWrites(call ssa.CallInstruction, arg int, path string) filling {
	if obj := rowObject(call.Common()); obj != nil {
		if row := rowOf(obj); row != nil {
			if row.Op == loglib.Decode && row.Get("into") == arg {
				return fills
			}
			return leaves
		}
	}
	targets := e.targets(call.Common())
	found := leaves
	for _, t := range targets {
		found = max(found, e.targetWrites(t, call, arg, path))
	}
	if len(targets) == 0 {
		return e.strangerFills(calleeName(call.Common()))
	}
	if found == replaces && len(targets) > 1 {
		return fills
	}
	return found
}

func (e *engine) targetWrites(t target, call ssa.CallInstruction, arg int, path string) filling {
	switch {
	case t.body != nil:
		if arg < len(t.body.Params) && e.writesUnder(t.body.Params[arg], path) {
			return replaces
		}
		return leaves
	case t.sum != nil:
		for _, w := range t.sum.writes {
			if _, _, ok := within(w.path, path); ok && w.param == arg {
				return replaces
			}
		}
		return leaves
	}
	return e.strangerFills(calleeName(call.Common()))
}

// strangerFills judges a function by its name.
func (e *engine) strangerFills(name string) filling {
	if slices.ContainsFunc(aurora.Words(name), func(w string) bool { return slices.Contains(fillVerbs, w) }) {
		return fills
	}
	return mayFill
}

var fillVerbs = []string{"scan", "decode", "unmarshal", "bind", "parse", "read", "load", "fill", "populate", "fetch", "find", "first", "take", "decrypt", "receive"}

// writesUnder says whether the package writes at a path of a parameter.
func (e *engine) writesUnder(p *ssa.Parameter, path string) bool {
	key := ref{p, path, nil}
	if e.judging[key] {
		return false // a function that calls itself
	}
	e.judging[key] = true
	defer delete(e.judging, key)
	for _, w := range e.writes.of[p] {
		rest, _, ok := within(w.path, path)
		if !ok {
			continue
		}
		if w.arg < 0 || e.callWrites(w.instr.(ssa.CallInstruction), w.arg, rest) >= fills {
			return true
		}
	}
	return false
}
