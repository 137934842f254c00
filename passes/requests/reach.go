package requests

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/passes/program"
)

// reaching returns the names of the functions in view from which a function that is
// asked for may be called.
func reaching(p *program.Program, asked func(*ir.Func) bool) map[string]bool {
	callers := map[string][]string{} // by the function, or ".method", that is called
	out := map[string]bool{}
	var queue []string
	mark := func(name string) {
		if !out[name] {
			out[name] = true
			queue = append(queue, name)
		}
	}
	p.Funcs(func(fn *ir.Func) {
		for _, c := range fn.Consts {
			if c.Kind == ir.KindFunc {
				callers[c.Str] = append(callers[c.Str], fn.Name)
			}
		}
		if asked(fn) {
			mark(fn.Name)
			return
		}
		for _, b := range fn.Blocks {
			for i := range b.Instrs {
				if name := called(&b.Instrs[i]); name != "" {
					callers[name] = append(callers[name], fn.Name)
				}
			}
		}
	})
	for len(queue) > 0 {
		name := queue[0]
		queue = queue[1:]
		for _, c := range append(callers[name], callers[methodOf(name)]...) {
			mark(c)
		}
	}
	return out
}

// called names what an instruction calls or makes a value of.
func called(in *ir.Instr) string {
	switch in.Op {
	case ir.Call, ir.Closure:
		return strings.TrimSuffix(in.Sym, "$bound")
	case ir.Invoke:
		return "." + in.Sym
	}
	return ""
}

// methodOf is the name by which an interface value calls a method.
func methodOf(name string) string { return name[strings.LastIndexByte(name, '.'):] }

// maySend says whether a function itself makes or sends a request.
func maySend(fn *ir.Func) bool {
	for _, b := range fn.Blocks {
		for i := range b.Instrs {
			if sends(&b.Instrs[i]) {
				return true
			}
		}
	}
	return false
}

// sends says whether an instruction makes or sends a request, or hands on what leads to one.
func sends(in *ir.Instr) bool {
	switch in.Op {
	case ir.Send:
		return eval.Carries(in.Type)
	case ir.Select:
		return slices.ContainsFunc(in.Names, func(n string) bool {
			elem, send := strings.CutPrefix(n, "<-")
			return send && eval.Carries(elem)
		})
	case ir.Call, ir.Invoke:
	default:
		return false
	}
	if strings.Contains(in.Returns(), "*net/http.Response") {
		return true
	}
	name := in.Sym
	if in.Op == ir.Invoke {
		name = "(" + strings.TrimLeft(in.Type, "*") + ")." + in.Sym
	}
	row := httplib.Lookup(name)
	return row != nil && (row.Op == "send" || row.Op == "request" || row.Op == "submit")
}

// returnsSender says whether a function makes a literal or passes functions on: what it
// returns may send.
func (a *analyzer) returnsSender(fn *ir.Func) bool {
	for _, b := range fn.Blocks {
		for i := range b.Instrs {
			if in := &b.Instrs[i]; in.Op == ir.Call && in.Sym == "" {
				return true
			}
		}
	}
	return false
}
