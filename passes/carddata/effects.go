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
			if at, _, _, _ := typeAt(t.body.Params[arg].Type(), path); at != nil && isBuilder(at) {
				return fills
			}
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
	words := aurora.Words(name)
	if slices.ContainsFunc(words, func(w string) bool { return slices.Contains(fillVerbs, w) }) {
		return fills
	}
	if len(words) > 0 && (words[0] == "with" || words[0] == "set") {
		return leaves // it keeps what it is given
	}
	return mayFill
}

var fillVerbs = []string{"scan", "decode", "unmarshal", "bind", "parse", "read", "load", "fill", "populate", "fetch", "find", "first", "take", "decrypt", "receive"}

// writesUnder says whether the package writes at a path of a parameter.
func (e *engine) writesUnder(p *ssa.Parameter, path string) bool {
	for _, w := range e.written[p] {
		if _, _, ok := within(w, path); ok {
			return true
		}
	}
	return false
}

// maxWritten bounds the paths of a parameter that are told apart; past it the whole
// parameter counts as written.
const maxWritten = 48

// findWritten works out the paths that functions of the package write of their parameters,
// themselves or through what they call, until nothing is new.
func (e *engine) findWritten() {
	for range maxRounds {
		grew := false
		for _, fn := range e.ssa.Funcs {
			for _, p := range fn.Params {
				for _, w := range e.writes.of[p] {
					for _, path := range e.pathsWritten(w) {
						grew = e.noteWritten(p, path) || grew
					}
				}
			}
		}
		if !grew {
			return
		}
	}
}

// pathsWritten lists the paths of a parameter that one write changes.
func (e *engine) pathsWritten(w write) []string {
	if w.arg < 0 {
		return []string{w.path}
	}
	call := w.instr.(ssa.CallInstruction)
	if obj := rowObject(call.Common()); obj != nil {
		if row := rowOf(obj); row != nil {
			if row.Op == loglib.Decode && row.Get("into") == w.arg {
				return []string{w.path}
			}
			if row.Op == loglib.Write && row.Get("w") == w.arg && w.path != "" {
				return []string{w.path} // a builder in a field
			}
			return nil
		}
	}
	var out []string
	targets := e.targets(call.Common())
	for _, t := range targets {
		switch {
		case t.body != nil:
			if w.arg < len(t.body.Params) {
				for _, path := range e.written[t.body.Params[w.arg]] {
					out = append(out, w.path+path)
				}
			}
		case t.sum != nil:
			for _, eff := range t.sum.writes {
				if eff.param == w.arg {
					out = append(out, w.path+eff.path)
				}
			}
		case e.strangerFills(calleeName(call.Common())) >= fills:
			out = append(out, w.path)
		}
	}
	if len(targets) == 0 && e.strangerFills(calleeName(call.Common())) >= fills {
		out = append(out, w.path)
	}
	return out
}

func (e *engine) noteWritten(p *ssa.Parameter, path string) bool {
	if len(e.written[p]) >= maxWritten || depth(path) > e.depth {
		path = ""
	}
	if slices.Contains(e.written[p], path) || slices.Contains(e.written[p], "") {
		return false
	}
	e.written[p] = append(e.written[p], path)
	return true
}
