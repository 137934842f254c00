package webhooks

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/weblib"
)

// excused takes from the faults of a handler what a middleware in front of it makes up for.
func (a *analyzer) excused(fn *ir.Func, f Fault) Fault {
	if f == 0 {
		return 0
	}
	v := a.verdict(fn)
	if f&(Unverified|NoCode) != 0 && !a.answers(fn, v) {
		return 0
	}
	if f&(forgeable|NoWindow) == 0 {
		return f
	}
	if f&Unverified != 0 && a.behindUnseen(fn) {
		return 0
	}
	for _, m := range a.middleware() {
		if m.fn == fn || !m.before(fn) {
			continue
		}
		if fr := v.flow.frames[m.fn]; fr != nil && fr.active {
			continue
		}
		if f&forgeable != 0 && m.v.faults() == 0 {
			return 0
		}
		if m.v.windowed || m.v.lost || m.v.lostTime {
			f &^= NoWindow
		}
	}
	return f
}

// answers says whether it is up to a handler that compares nothing to verify. One that only
// shows the signature may stand behind a middleware, wherever that is, when the package does not wire
// it; one that hands the request on may leave it to what comes after.
func (a *analyzer) answers(fn *ir.Func, v *verdict) bool {
	switch {
	case v.dormant:
		return true
	case v.next:
		return v.present && !a.another(fn)
	case v.present:
		return v.takesBody || replies(fn)
	}
	return v.takesBody && (a.wiredHere(fn) || v.files && a.customary(fn))
}

// replies says whether a function can answer a request by itself.
func replies(fn *ir.Func) bool {
	if slices.ContainsFunc(fn.Params, func(v ir.Var) bool { return v.Type == "net/http.ResponseWriter" }) {
		return true
	}
	return !strings.HasPrefix(strings.TrimLeft(requestType(fn), "*"), "net/http.") && (fn.Results == 0 || fn.ErrResult)
}

// another says whether what a middleware is used together with verifies what it hands on. One that
// refuses what has no signature, and is used elsewhere, looks like all that there is.
func (a *analyzer) another(fn *ir.Func) bool {
	return slices.ContainsFunc(a.middleware(), func(m *front) bool {
		return m.fn == fn && slices.ContainsFunc(m.beside, a.verifies)
	})
}

// verifies says whether a function, or a literal in it, verifies as it must.
func (a *analyzer) verifies(name string) bool {
	fn := a.prog.Func(name)
	return fn != nil && slices.ContainsFunc(a.literals(fn), func(l *ir.Func) bool {
		return takesRequest(l) && a.mayRead(l) && a.verdict(l).compared() && a.verdict(l).faults() == 0
	})
}

// customary says whether the handlers of the package that are like this one verify by
// themselves: some do, and no middleware that would do it for them is there.
func (a *analyzer) customary(fn *ir.Func) bool {
	found := false
	for _, u := range a.units {
		v := a.verdict(u)
		if !v.compared() || requestType(u) != requestType(fn) {
			continue
		}
		if v.next {
			return false
		}
		found = found || servesAlone(u)
	}
	return found
}

// requestType is the type in which a function gets a request.
func requestType(fn *ir.Func) string {
	for _, v := range fn.Params {
		if weblib.RequestType(v.Type) {
			return v.Type
		}
	}
	return ""
}

// wiredHere says whether the package itself gives a handler, or what a function that makes it returns, to a router.
func (a *analyzer) wiredHere(fn *ir.Func) bool {
	maker := ""
	if i := strings.LastIndexByte(fn.Name, '$'); i > 0 && slices.ContainsFunc(a.prog.Func(fn.Name[:i]).Instrs(), func(in *ir.Instr) bool {
		return in.Op == ir.Return && slices.Contains(a.functionsOf(a.prog.Func(fn.Name[:i]), in.Args, 0), fn.Name)
	}) {
		maker = fn.Name[:i]
	}
	return slices.ContainsFunc(a.prog.Own, func(f *ir.Func) bool {
		if !slices.Contains(valuesIn(f), fn.Name) && !slices.Contains(callsIn(f), maker) {
			return false
		}
		return slices.ContainsFunc(f.Instrs(), func(in *ir.Instr) bool {
			if in.Op != ir.Call && in.Op != ir.Invoke {
				return false
			}
			given := a.functionsOf(f, in.Args, 0)
			return slices.Contains(given, fn.Name) || maker != "" && slices.Contains(given, maker)
		})
	})
}

// front is a middleware that the package uses, and for which handlers.
type front struct {
	fn *ir.Func
	v  *verdict
	// handlers stand behind it; all does when it is not known which.
	handlers []string
	all      bool
	// beside are the functions that it is used together with.
	beside []string
}

func (m *front) before(fn *ir.Func) bool {
	return m.all || slices.Contains(m.handlers, fn.Name) && requestType(m.fn) == requestType(fn)
}

// middleware are the functions that the package uses which read a signature or a time stamp and
// hand the request on.
func (a *analyzer) middleware() []*front {
	if a.guarded {
		return a.guards
	}
	a.guarded = true
	for _, f := range a.prog.Own {
		used := map[string]bool{}
		for _, name := range slices.Concat(callsIn(f), valuesIn(f), a.kept().taken[f]) {
			m := a.prog.Func(name)
			if m == nil || used[name] || family(name) == family(f.Name) || a.onlyKeeps(f, name) {
				continue
			}
			used[name] = true
			for _, l := range a.literals(m) {
				if !takesRequest(l) || !a.mayRead(l) || !a.verdict(l).next && !weblib.GoesOn(requestType(l)) {
					continue
				}
				g := &front{fn: l, v: a.verdict(l)}
				a.behind(g, f, name, func(in *ir.Instr, tree []string) bool { return in.Sym == name || slices.Contains(tree, name) })
				if g.v.next || len(g.handlers) > 0 {
					a.guards = append(a.guards, g)
				}
			}
		}
	}
	return a.guards
}

// family is the name of the function that a literal stands in.
func family(name string) string {
	plain, _, _ := strings.Cut(name, "$")
	return plain
}

// literals are a function and the literals in it.
func (a *analyzer) literals(fn *ir.Func) []*ir.Func {
	out := []*ir.Func{fn}
	for i := 0; i < len(out) && len(out) < 20; i++ {
		for _, name := range valuesIn(out[i]) {
			if l := a.prog.Func(name); l != nil && strings.HasPrefix(name, fn.Name+"$") && !slices.Contains(out, l) {
				out = append(out, l)
			}
		}
	}
	return out
}
