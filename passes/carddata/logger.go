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
				case r.Op == loglib.Sink:
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
		switch args := call.Common().Args; calleeName(call.Common()) {
		case "SetDefault":
			found = e.describe(args[0], 0)
			n++
		case "SetFormatter":
			found.json = found.json || strings.Contains(concrete(args[0]).Type().String(), "JSONFormatter")
			found = e.withHook(found, args[0])
		case "SetOutput":
			found.all = found.all || e.masksWrites(args[0])
		case "AddHook":
			found = e.withHook(found, args[0])
		case "Init", "NewClient":
			found = e.withOptions(found, args[0], ".BeforeSend")
		}
	}
	if n > 1 {
		return logger{}
	}
	return found
}

// noteSetup remembers a call that sets up the logger behind a library's package functions.
func (e *engine) noteSetup(call ssa.CallInstruction) {
	switch calleeName(call.Common()) {
	case "SetDefault", "SetFormatter", "AddHook", "SetOutput":
		if obj := rowObject(call.Common()); obj != nil && obj.Pkg() != nil && obj.Signature().Recv() == nil {
			e.setups[obj.Pkg().Path()] = append(e.setups[obj.Pkg().Path()], call)
		}
	case "Init", "NewClient":
		if obj := rowObject(call.Common()); obj != nil && obj.Pkg() != nil && loglib.Is(obj.Pkg().Path(), loglib.Hooked) {
			e.setups[obj.Pkg().Path()] = append(e.setups[obj.Pkg().Path()], call)
		}
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
		if v.Name() == "DiscardHandler" || v.Name() == "Discard" {
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

// describeNew is a handler type of this package that wraps another and changes what it gets.
func (e *engine) describeNew(v *ssa.Alloc, depth int) logger {
	t := deref(v.Type())
	if strings.HasSuffix(t.String(), "logrus.Logger") {
		return e.hooksOf(v)
	}
	return e.handlerType(t, v, logger{})
}

// handlerType reads the keys that a handler, core or sink type of this package hides; recv is
// the handler, or nil.
func (e *engine) handlerType(t types.Type, recv ssa.Value, l logger) logger {
	for _, name := range []string{"Handle", "Write", "Log", "Info"} {
		if m := methodOf(t, name); m != nil {
			l = e.hookedBy(m, recv, l)
		}
	}
	return l
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
	if obj.Pkg() != nil && obj.Pkg() != e.pass.Pkg {
		switch obj.Pkg().Name() + "." + obj.Name() {
		case "slog.NewJSONHandler":
			return e.withOptions(logger{json: true, discards: e.isDiscard(args[0]), all: e.masksWrites(args[0])}, args[1], ".ReplaceAttr")
		case "slog.NewTextHandler":
			return e.withOptions(logger{discards: e.isDiscard(args[0]), all: e.masksWrites(args[0])}, args[1], ".ReplaceAttr")
		case "log.New", "zerolog.New":
			return logger{discards: len(args) > 0 && e.isDiscard(args[0]), all: len(args) > 0 && e.masksWrites(args[0])}
		case "zap.NewNop", "zerolog.Nop", "logr.Discard", "hclog.NewNullLogger", "log.NewNopLogger":
			return logger{discards: true}
		case "slog.New", "logr.New":
			return e.describe(args[0], depth+1)
		case "zap.New", "zap.WithOptions":
			l := e.describe(args[0], depth+1)
			for _, option := range args[1:] {
				l = e.withCores(l, option)
			}
			return l
		case "zap.NewProduction", "zap.NewDevelopment", "zap.Build":
			return e.withCores(logger{}, args[len(args)-1])
		case "zap.Must":
			return e.describe(args[0], depth+1)
		case "slog.Default":
			return e.packageLogger("log/slog")
		case "logrus.New":
			return e.hooksOf(call)
		}
		switch obj.Name() {
		case "With", "WithGroup", "WithAttrs", "Named", "WithName", "WithValues", "V", "Sugar", "Desugar", "Info", "Debug", "Warn", "Error", "Str", "Handler", "WithField", "WithFields", "WithContext":
			if len(args) > 0 {
				return e.describe(args[0], depth+1)
			}
		}
		return logger{}
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

func (e *engine) isDiscard(v ssa.Value) bool {
	for _, s := range e.resolve(ref{v, "", nil}) {
		if g, ok := s.v.(*ssa.Global); ok && g.Name() == "Discard" {
			return true
		}
	}
	return false
}

// withOptions reads the function in the options of a logger that may change what it gets.
func (e *engine) withOptions(l logger, options ssa.Value, field string) logger {
	for _, fn := range e.functionsAt(ref{options, field, nil}) {
		if body := e.body(fn.fn); body != nil {
			l = e.redactions(body, nil, l)
		} else if obj, ok := fn.fn.Object().(*types.Func); ok {
			l = e.hookedBy(obj, nil, l)
		}
	}
	return l
}

// withCores reads the cores that zap.WrapCore options put around a logger's own.
func (e *engine) withCores(l logger, options ssa.Value) logger {
	for _, option := range variadic(options) {
		call, ok := concrete(option).(*ssa.Call)
		if !ok || calleeName(call.Common()) != "WrapCore" {
			continue
		}
		for _, fn := range e.functions(call.Call.Args[0], 0) {
			body := e.body(fn.fn)
			if body == nil {
				continue
			}
			for _, b := range body.Blocks {
				if ret, ok := lastReturn(b); ok {
					core := concrete(ret.Results[0])
					l = e.handlerType(core.Type(), core, l)
				}
			}
		}
	}
	return l
}

func (e *engine) functionsAt(r ref) []function {
	var out []function
	for _, s := range e.resolve(r) {
		if s.v != nil && !s.zero && s.path == "" {
			out = append(out, e.functions(s.v, 0)...)
		}
	}
	return out
}

// hooksOf reads the hooks and the formatter that this package gives to a logrus logger.
func (e *engine) hooksOf(v ssa.Value) logger {
	var l logger
	for _, w := range e.writes.of[v] {
		if w.val != nil && strings.HasSuffix(w.path, ".Formatter") {
			l.json = l.json || strings.Contains(concrete(w.val).Type().String(), "JSONFormatter")
			l = e.withHook(l, w.val)
		}
		call, ok := w.instr.(ssa.CallInstruction)
		if !ok || rowObject(call.Common()) == nil {
			continue
		}
		switch args := callArgs(call.Common()); rowObject(call.Common()).Name() {
		case "SetFormatter":
			l.json = l.json || strings.Contains(concrete(args[1]).Type().String(), "JSONFormatter")
			l = e.withHook(l, args[1])
		case "SetOutput":
			l.discards = l.discards || e.isDiscard(args[1])
			l.all = l.all || e.masksWrites(args[1])
		case "AddHook":
			l = e.withHook(l, args[1])
		}
	}
	return l
}

func (e *engine) withHook(l logger, hook ssa.Value) logger {
	for _, name := range []string{"Fire", "Format"} {
		if m := methodOf(concrete(hook).Type(), name); m != nil {
			l = e.hookedBy(m, concrete(hook), l)
		}
	}
	return l
}
