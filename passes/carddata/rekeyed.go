package carddata

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/loglib"
)

// hiddenElements are the keys under which a function puts masks in the place of the elements
// of a slice, as a logger does that knows which keys to hide; ok is false when it does not.
// No keys are all of them.
func (e *engine) hiddenElements(slice ssa.Value) (keys []string, ok bool) {
	if !slices.ContainsFunc(e.writes.of[slice], func(w write) bool {
		return w.val != nil && strings.HasPrefix(w.path, "[") && (e.hidesValue(w.val) || fixedValue(w.val))
	}) {
		return nil, false
	}
	r := &redactor{e: e, seen: map[*ssa.Function]bool{}}
	r.read(slice.Parent(), false)
	return r.rules(), true
}

// hidden is a slice of keys and values of a parameter without what is under some keys.
func (e *engine) hidden(it item, p *ssa.Parameter, path string) (content, bool) {
	keys, ok := e.hiddenElements(p)
	if !ok {
		return clean, false
	}
	if it.tail != pairs || len(keys) == 0 {
		return clean, true
	}
	it.not = strings.TrimPrefix(it.not+"\n"+strings.Join(keys, "\n"), "\n")
	return content{atoms: []atom{{hole: hole{fn: p.Parent(), param: paramIndex(p), path: path, shape: pairs, mode: it.m, aux: it.aux, not: it.not}}}}, true
}

// cleaned is what a function of this package gives back of the keys and values that it is given.
func (e *engine) cleaned(it item, call *ssa.Call) (content, bool) {
	if it.tail != pairs || call.Call.StaticCallee() == nil {
		return clean, false
	}
	body := e.body(call.Call.StaticCallee())
	if body == nil {
		return clean, false
	}
	for _, b := range body.Blocks {
		ret, ok := lastReturn(b)
		if !ok || len(ret.Results) != 1 {
			continue
		}
		root, _ := e.writes.root(ret.Results[0])
		keys, ok := e.hiddenElements(root)
		p := e.copiedFrom(root)
		if !ok || len(keys) == 0 || p == nil {
			continue
		}
		it.not = strings.TrimPrefix(it.not+"\n"+strings.Join(keys, "\n"), "\n")
		it.tail = raw
		var c content
		for _, el := range e.expand(it, call.Call.Args[paramIndex(p)], pairs, nil) {
			if !leftOut(it.not, el.key) {
				c.add(e.itemContent(el))
			}
		}
		return c, true
	}
	return clean, false
}

// copiedFrom is the parameter of which a slice has the elements, or nil.
func (e *engine) copiedFrom(slice ssa.Value) *ssa.Parameter {
	if p, ok := slice.(*ssa.Parameter); ok {
		return p
	}
	from := ref{slice, "[]", nil}
	if call, ok := slice.(*ssa.Call); ok && call.Call.StaticCallee() != nil && strings.HasPrefix(calleeOf(&call.Call), "slices.Clone") {
		from = ref{call.Call.Args[0], "[]", nil}
	}
	for _, s := range e.resolve(from) {
		if p, ok := s.v.(*ssa.Parameter); ok && s.path == "[]" && p.Parent() == slice.Parent() {
			return p
		}
	}
	return nil
}

// isHook says whether a function is given a record or the fields of one.
func isHook(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		t := p.Type()
		if s, ok := t.Underlying().(*types.Slice); ok {
			t = s.Elem()
		}
		if fieldType(t) {
			return true
		}
		if loglib.Is(fullType(deref(t)), loglib.Record) {
			return true
		}
	}
	return false
}

// hookedBy adds what a function hides that is given the records of a logger, here or in another package.
func (e *engine) hookedBy(fn *types.Func, recv ssa.Value, l logger) logger {
	body := e.bodies[fn.Origin()]
	if body == nil {
		if sum := e.facts(fn.Origin()); sum != nil && isHook(fn.Signature()) {
			l.redacts = append(l.redacts[:len(l.redacts):len(l.redacts)], sum.logger.redacts...)
			l.all = l.all || sum.logger.all
		}
		return l
	}
	for _, f := range withLiterals(body) {
		l = e.redactions(f, recv, l)
	}
	return l
}

// takes is what a function hides of the fields that it is given.
func (e *engine) takes(call ssa.CallInstruction) logger {
	targets := e.targets(call.Common())
	if len(targets) != 1 || targets[0].obj == nil || !isHook(targets[0].obj.Signature()) {
		return logger{}
	}
	return e.hookedBy(targets[0].obj, nil, logger{})
}

// with adds the keys that the constructor of a handler is given at a call.
func (l logger) with(call *ssa.Call) logger {
	if !l.given {
		return l
	}
	l.given = false
	var keys []string
	for _, a := range call.Call.Args {
		for _, el := range append(variadic(a), a) {
			if text, ok := constText(el); ok && text != "" {
				keys = append(keys, text)
			}
		}
	}
	l.redacts = append(l.redacts[:len(l.redacts):len(l.redacts)], keys...)
	return l
}
