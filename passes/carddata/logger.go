package carddata

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/loglib"
	"github.com/auroravet/auroravet/internal/rows"
)

// logger is what is known of the logger that a call writes to.
type logger struct {
	json     bool     // it writes JSON, so that nested pointers are followed
	discards bool     // it writes nowhere
	redacts  []string // keys whose values its handler or hook hides
	given    bool     // its handler hides under keys that are not in view where it is declared
	all      bool     // its writer or handler hides numbers wherever they stand
}

// mode is how the logger prints what the library would print in mode m.
func (l logger) mode(m mode) mode {
	if !l.json {
		return m
	}
	switch loglib.StyleOf(m.style).Name {
	case "slog":
		m.style = loglib.Styles["slogjson"].ID
	case "v", "+v":
		m.style = loglib.Styles["errorjson"].ID
	}
	return m
}

// hides says whether the logger's handler redacts the value of a key.
func (l logger) hides(key string) bool {
	return l.all || key != "" && slices.ContainsFunc(l.redacts, func(k string) bool { return matchesKey(k, key) })
}

// loggerOf finds out about the logger of a call: how it was made, in this package.
func (e *engine) loggerOf(call ssa.CallInstruction, row *loglib.Row) logger {
	args := callArgs(call.Common())
	pkg := rows.PackageOf(row.Func)
	if row.Op == loglib.Field {
		if use := consumer(call); use != nil {
			if obj := rowObject(use.Common()); obj != nil {
				switch r := rowOf(obj); {
				case r == nil:
					return e.takes(use)
				case r.Op == loglib.Sink, r.Op == loglib.Field: // a group has fields
					return e.loggerOf(use, r)
				}
			}
		}
		if !loglib.Is(pkg, loglib.Chained) {
			return logger{}
		}
	}
	if loglib.Is(pkg, loglib.Hooked) || !strings.HasPrefix(row.Func, "(") {
		return e.packageLogger(pkg)
	}
	if len(args) == 0 {
		return logger{}
	}
	return e.describe(args[0], 0)
}

// consumer returns the call that gets the field that a call makes.
func consumer(call ssa.CallInstruction) ssa.CallInstruction {
	v, ok := call.(*ssa.Call)
	if !ok || v.Referrers() == nil {
		return nil
	}
	for _, use := range *v.Referrers() {
		var stored ssa.Instruction = use
		if mi, ok := use.(*ssa.MakeInterface); ok && mi.Referrers() != nil && len(*mi.Referrers()) > 0 {
			stored = (*mi.Referrers())[0]
		}
		st, ok := stored.(*ssa.Store)
		if !ok {
			continue
		}
		ia, ok := st.Addr.(*ssa.IndexAddr)
		if !ok || ia.X.Referrers() == nil {
			continue
		}
		for _, u := range *ia.X.Referrers() {
			sl, ok := u.(*ssa.Slice)
			if !ok || sl.Referrers() == nil {
				continue
			}
			for _, w := range *sl.Referrers() {
				if c, ok := w.(ssa.CallInstruction); ok {
					return c
				}
			}
		}
	}
	return nil
}

// packageLogger is the logger behind a library's package functions, as this package sets it.
func (e *engine) packageLogger(pkg string) logger {
	if e.nesting > 2 {
		e.open = true
		return logger{} // a default that is made of the default
	}
	e.nesting++
	defer func() { e.nesting-- }()
	var found logger
	n := 0
	for _, call := range e.setups[pkg] {
		row := makerRow(rowObject(call.Common()))
		if row.Get("of") >= 0 {
			found = e.made(logger{}, row, call.Common().Args, 0)
			n++
			continue
		}
		silent := found.discards // what stands under a condition hides nothing for certain
		found = e.made(found, row, call.Common().Args, 0)
		found.discards = silent
	}
	if n > 1 {
		return logger{}
	}
	return found
}

// noteSetup remembers a call that sets up the logger behind a library's package functions.
func (e *engine) noteSetup(call ssa.CallInstruction) {
	obj := rowObject(call.Common())
	if obj == nil || obj.Signature().Recv() != nil {
		return
	}
	if row := makerRow(obj); row != nil && row.Op == loglib.Set {
		e.setups[obj.Pkg().Path()] = append(e.setups[obj.Pkg().Path()], call)
	}
}

// describe follows a logger to its construction.
func (e *engine) describe(v ssa.Value, depth int) logger {
	if depth > 8 {
		return logger{}
	}
	var found []logger
	for _, s := range e.dynamicSources(ref{v, "", nil}) {
		switch {
		case s.zero:
			continue
		case s.v == nil:
			return logger{}
		}
		found = append(found, e.describeSource(s, depth))
	}
	if len(found) == 0 {
		return logger{}
	}
	out := found[0]
	for _, f := range found[1:] {
		out.json = out.json || f.json
		out.discards = out.discards && f.discards
		out.all = out.all && f.all
		if !slices.Equal(out.redacts, f.redacts) {
			out.redacts = nil
		}
	}
	return out
}

func (e *engine) describeSource(s source, depth int) logger {
	if f := e.fieldAt(s.ref); f != nil {
		for _, st := range e.stores[f] {
			if !isZero(st.v) {
				return e.describe(st.v, depth+1)
			}
		}
	}
	switch v := s.v.(type) {
	case *ssa.Global:
		if isNowhere(v) {
			return logger{discards: true}
		}
		if v.Object() != nil {
			if sum := e.facts(v.Object()); sum != nil {
				return sum.logger
			}
		}
		for _, w := range e.writes.of[v] {
			if w.val != nil && w.path == s.path {
				return e.describe(w.val, depth+1)
			}
		}
	case *ssa.Alloc:
		return e.describeNew(v, depth)
	case *ssa.MakeClosure, *ssa.Function:
		return e.adapted(v)
	case *ssa.Call:
		return e.describeCall(v, s.result, depth)
	}
	if s.path == "" && !types.IsInterface(s.v.Type()) && !isTuple(s.v.Type()) {
		return e.handlerType(s.v.Type(), s.v, logger{})
	}
	return logger{}
}

// describeNew is a variable that holds a logger, or a handler type of this package that wraps another
// and changes what it gets.
func (e *engine) describeNew(v *ssa.Alloc, depth int) logger {
	var stored []ssa.Value
	for _, w := range e.writes.of[v] {
		if w.val != nil && w.path == "" {
			stored = append(stored, w.val)
		}
	}
	if len(stored) == 1 {
		return e.describe(stored[0], depth+1)
	}
	t := deref(v.Type())
	if loglib.Is(fullType(t), loglib.Logger) {
		return e.setUp(v, logger{})
	}
	return e.handlerType(t, v, logger{})
}

func (e *engine) describeCall(call *ssa.Call, result, depth int) logger {
	obj := rowObject(call.Common())
	args := callArgs(call.Common())
	if obj == nil {
		return logger{}
	}
	if sum := e.facts(obj.Origin()); sum != nil && result == 0 {
		return sum.logger.with(call)
	}
	if row := makerRow(obj); row != nil {
		if row.Op == loglib.Default {
			return e.packageLogger(obj.Pkg().Path())
		}
		return e.setUp(call, e.made(logger{}, row, args, depth))
	}
	if obj.Pkg() != nil && loglib.Is(obj.Pkg().Path(), loglib.Chained) && len(args) > 0 && types.Identical(call.Type(), args[0].Type()) {
		return e.describe(args[0], depth+1) // an event with one more field
	}
	if body := e.bodies[obj.Origin()]; body != nil {
		for _, b := range body.Blocks {
			if ret, ok := lastReturn(b); ok && result < len(ret.Results) && !isZero(ret.Results[result]) {
				made := concrete(ret.Results[result])
				return e.handlerType(made.Type(), made, e.describe(made, depth+1)).with(call)
			}
		}
	}
	return logger{}
}
