package carddata

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/loglib"
)

// makerRow returns the row of a function that makes or sets up loggers, or nil.
func makerRow(obj *types.Func) *loglib.Row {
	if obj == nil || obj.Pkg() == nil || !loglib.Makes(obj.Pkg().Path()) {
		return nil
	}
	return loglib.Maker(obj.FullName())
}

// made is what the call of a function with a row makes of a logger.
func (e *engine) made(l logger, row *loglib.Row, args []ssa.Value, depth int) logger {
	switch row.Op {
	case loglib.None:
		return logger{discards: true}
	case loglib.AsJSON:
		l.json = true
	}
	for _, t := range row.Takes {
		if t.Arg >= len(args) {
			continue
		}
		switch arg := args[t.Arg]; t.As {
		case "of":
			l = e.describe(arg, depth+1)
		case "w":
			l.discards = l.discards || e.isDiscard(arg)
			l.all = l.all || e.masksWrites(arg)
		case "options":
			l = e.withOptions(l, arg)
		case "cores":
			l = e.withCores(l, arg)
		case "format":
			l.json = l.json || loglib.Is(fullType(deref(concrete(arg).Type())), loglib.InJSON)
			l = e.handlerType(concrete(arg).Type(), concrete(arg), l)
		case "hook":
			l = e.handlerType(concrete(arg).Type(), concrete(arg), l)
		}
	}
	return l
}

// setUp adds what this package sets on a logger: by methods, in fields.
func (e *engine) setUp(v ssa.Value, l logger) logger {
	for _, w := range e.writes.of[v] {
		if w.val != nil && loglib.Is(fullType(deref(v.Type()))+w.path, loglib.Format) {
			l.json = l.json || loglib.Is(fullType(deref(concrete(w.val).Type())), loglib.InJSON)
			l = e.handlerType(concrete(w.val).Type(), concrete(w.val), l)
		}
		call, ok := w.instr.(ssa.CallInstruction)
		if !ok {
			continue
		}
		obj := rowObject(call.Common())
		if row := makerRow(obj); row != nil && row.Op == loglib.Set && obj.Signature().Recv() != nil {
			l = e.made(l, row, callArgs(call.Common()), 0)
		}
	}
	return l
}

// withOptions reads the functions in the options of a logger that may change what it gets.
func (e *engine) withOptions(l logger, options ssa.Value) logger {
	t := deref(options.Type())
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return l
	}
	for f := range st.Fields() {
		if !loglib.Is(fullType(t)+"."+f.Name(), loglib.Rewrites) {
			continue
		}
		for _, fn := range e.functionsAt(ref{options, "." + f.Name(), nil}) {
			if body := e.body(fn.fn); body != nil {
				l = e.redactions(body, nil, l)
			} else if obj, ok := fn.fn.Object().(*types.Func); ok {
				l = e.hookedBy(obj, nil, l)
			}
		}
	}
	return l
}

// withCores reads the cores that options put around a logger's own.
func (e *engine) withCores(l logger, options ssa.Value) logger {
	for _, option := range variadic(options) {
		call, ok := concrete(option).(*ssa.Call)
		if !ok {
			continue
		}
		row := makerRow(rowObject(call.Common()))
		if row == nil || row.Op != loglib.Around {
			continue
		}
		for _, fn := range e.functions(call.Call.Args[row.Get("call")], 0) {
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

// handlerType reads the keys that a handler, core or sink type of this package hides; recv is
// the handler, or nil.
func (e *engine) handlerType(t types.Type, recv ssa.Value, l logger) logger {
	for _, name := range loglib.Handlers() {
		if m := methodOf(t, name); m != nil {
			l = e.hookedBy(m, recv, l)
		}
	}
	return l
}

// isDiscard says whether what is written to a writer may be dropped.
func (e *engine) isDiscard(v ssa.Value) bool {
	for range 4 {
		call, ok := concrete(v).(*ssa.Call)
		if !ok {
			break
		}
		row := makerRow(rowObject(call.Common()))
		if row == nil || row.Op != loglib.Pass {
			break
		}
		v = callArgs(call.Common())[row.Get("w")]
	}
	return slices.ContainsFunc(e.resolve(ref{v, "", nil}), func(s source) bool {
		g, ok := s.v.(*ssa.Global)
		return ok && isNowhere(g)
	})
}

func isNowhere(g *ssa.Global) bool {
	return g.Pkg != nil && loglib.Is(g.Pkg.Pkg.Path()+"."+g.Name(), loglib.Nowhere)
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
