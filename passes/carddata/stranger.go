package carddata

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/aurora"
)

// visitStranger judges a call of a function that nothing is known of but its name: a method
// Infof of something called a logger writes a log, whoever wrote it.
func (e *engine) visitStranger(fn *ssa.Function, call ssa.CallInstruction) {
	common := call.Common()
	name, owner, sig := e.strangerNames(common)
	if sig == nil || !loggerName(name, owner) {
		return
	}
	args := common.Args
	if !common.IsInvoke() && sig.Recv() != nil && len(args) > 0 {
		args = args[1:]
	}
	shift := len(callArgs(common)) - len(args)
	ctx := e.scope(fn)
	var items []item
	for i, a := range args {
		if i >= sig.Params().Len() {
			break
		}
		t := sig.Params().At(i).Type()
		it := item{r: ref{a, "", call}, arg: i + shift, place: -1, aux: -1, m: modeOf("v"), ctx: ctx}
		items = append(items, e.strangerItems(it, t, strings.HasSuffix(name, "f"), args, i, sig)...)
	}
	for _, it := range items {
		e.record(fn, call, flow{to: -1, sink: name}, it, e.itemContent(it))
	}
}

// strangerItems takes one argument of a logger's method by the type of its parameter.
func (e *engine) strangerItems(it item, t types.Type, formats bool, args []ssa.Value, i int, sig *types.Signature) []item {
	last := i == sig.Params().Len()-1
	switch u := t.Underlying().(type) {
	case *types.Basic:
		if u.Info()&types.IsString != 0 {
			it.text = true
			return []item{it}
		}
	case *types.Slice:
		if !sig.Variadic() || !last {
			break
		}
		if formats && i > 0 && isString(args[i-1]) {
			return e.formatItems(it, args[i-1], args[i])
		}
		if isEmptyInterface(u.Elem()) {
			how := list
			if i > 0 && isString(args[i-1]) {
				how = pairs
			}
			it.m = modeOf("charm")
			return e.expand(it, args[i], how, nil)
		}
	case *types.Map:
		it.m = modeOf("json")
		return e.mapItems(it, args[i])
	case *types.Interface:
		if u.NumMethods() == 0 {
			return []item{it}
		}
	}
	return nil
}

func isString(v ssa.Value) bool {
	b, ok := v.Type().Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

func isEmptyInterface(t types.Type) bool {
	i, ok := t.Underlying().(*types.Interface)
	return ok && i.NumMethods() == 0
}

// strangerNames returns the name of what is called and the name of what it belongs to: the
// type of a method, nothing for a function value.
func (e *engine) strangerNames(common *ssa.CallCommon) (name, owner string, sig *types.Signature) {
	if common.IsInvoke() {
		return common.Method.Name(), typeName(common.Value.Type()), common.Method.Signature()
	}
	if fn := common.StaticCallee(); fn != nil {
		obj, ok := fn.Object().(*types.Func)
		if !ok || obj.Signature().Recv() == nil || obj.Pkg() == nil || e.inModule(obj.Pkg()) || !strings.Contains(obj.Pkg().Path(), ".") {
			return "", "", nil // a function of the module or of the standard library is what its body does
		}
		return obj.Name(), typeName(obj.Signature().Recv().Type()), obj.Signature()
	}
	sig, _ = common.Value.Type().Underlying().(*types.Signature)
	if sig == nil || !sig.Variadic() {
		return "", "", nil
	}
	for _, s := range e.resolve(ref{common.Value, "", nil}) {
		if s.v == nil {
			continue
		}
		if s.path != "" {
			steps := strings.Split(s.path, ".")
			return steps[len(steps)-1], "", sig
		}
		if names := e.valueNames(s.v); len(names) > 0 {
			return names[0], "", sig
		}
	}
	return "", "", nil
}

// loggerName says whether a method or a function value is a logger's by its name.
func loggerName(name, owner string) bool {
	words := aurora.Words(strings.TrimSuffix(name, "f"))
	if len(words) == 0 {
		return false
	}
	if owner == "" {
		return len(words) == 1 && slices.Contains([]string{"log", "logf", "debug", "info", "warn", "error", "trace", "print"}, words[0]) && name[len(name)-1] == 'f' ||
			len(words) == 1 && words[0] == "log"
	}
	ow := aurora.Words(owner)
	logger := slices.ContainsFunc(ow, func(w string) bool {
		return w == "log" || w == "logger" || w == "logging" || w == "logr" || w == "sugaredlogger" || w == "fieldlogger"
	})
	return logger && slices.Contains(logVerbs, words[0])
}

var logVerbs = []string{
	"debug", "info", "warn", "warning", "error", "err", "fatal", "panic", "trace", "log", "print", "println", "notice", "critical", "crit", "alert",
	"debugw", "infow", "warnw", "errorw", "debugln", "infoln", "warnln", "errorln", "verbose",
}
