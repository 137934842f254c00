package requests

import (
	"strings"

	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/passes/program"
)

// reaching returns the names of the functions in view from which a function that is
// asked for may be called.
func reaching(p *program.Program, asked func(*ir.Func) bool) map[string]bool {
	return reachingBy(p, asked, func(*ir.Instr) bool { return true })
}

// reachingBy is reaching by those instructions alone that count.
func reachingBy(p *program.Program, asked func(*ir.Func) bool, counts func(*ir.Instr) bool) map[string]bool {
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
		if asked(fn) {
			mark(fn.Name)
			return
		}
		for _, b := range fn.Blocks {
			for i := range b.Instrs {
				in := &b.Instrs[i]
				if !counts(in) {
					continue
				}
				if name := called(in); name != "" {
					callers[name] = append(callers[name], fn.Name)
				}
				for _, r := range in.Args {
					if c := fn.Const(r); c != nil && c.Kind == ir.KindFunc {
						callers[c.Str] = append(callers[c.Str], fn.Name)
					}
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

// sends says whether an instruction makes or sends a request.
func sends(in *ir.Instr) bool {
	if in.Op != ir.Call && in.Op != ir.Invoke {
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
	if row == nil {
		return false
	}
	_, static := row.Get("static")
	_, grants := row.Get("grants")
	return static || grants || row.Op == "send" || row.Op == "grant" || row.Op == "request" || row.Op == "submit"
}

// sending returns the names of the functions in view from which a request may be sent, also by
// one that receives from a channel what another function puts there, or that hands what it
// receives to a function that it was given.
func sending(p *program.Program) map[string]bool {
	received := map[string]bool{} // the types of what these receive
	for {
		reach := reaching(p, func(fn *ir.Func) bool {
			return maySend(fn) || anyCarried(fn, func(typ string, sent bool) bool { return sent && received[typ] })
		})
		before := len(received)
		p.Funcs(func(fn *ir.Func) {
			if len(reach) == 0 || !reach[fn.Name] && !callsValue(fn) {
				return
			}
			anyCarried(fn, func(typ string, sent bool) bool {
				if !sent && eval.Carries(typ) {
					received[typ] = true
				}
				return false
			})
		})
		if len(received) == before {
			return reach
		}
	}
}

// anyCarried says whether something holds of the type of what a function sends or receives.
func anyCarried(fn *ir.Func, holds func(typ string, sent bool) bool) bool {
	for _, b := range fn.Blocks {
		for i := range b.Instrs {
			switch in := &b.Instrs[i]; in.Op {
			case ir.Send, ir.Recv:
				if holds(in.Type, in.Op == ir.Send) {
					return true
				}
			case ir.Select:
				for _, typ := range in.Names {
					elem, sent := strings.CutPrefix(typ, "<-")
					if holds(elem, sent) {
						return true
					}
				}
			}
		}
	}
	return false
}

// callingValues returns the names of the functions that call one which they were given, themselves or in a
// literal.
func callingValues(p *program.Program) map[string]bool {
	out := map[string]bool{}
	p.Funcs(func(fn *ir.Func) {
		if !callsValue(fn) {
			return
		}
		for name := fn.Name; !out[name]; {
			out[name] = true
			if dollar := strings.LastIndexByte(name, '$'); dollar > 0 {
				name = name[:dollar]
			}
		}
	})
	return out
}

// callsValue says whether a function calls one that it was given: what that is may send.
func callsValue(fn *ir.Func) bool {
	for _, b := range fn.Blocks {
		for i := range b.Instrs {
			if in := &b.Instrs[i]; in.Op == ir.Call && in.Sym == "" {
				return true
			}
		}
	}
	return false
}
