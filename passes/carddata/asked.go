package carddata

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// askedParameter is the result of a method, one without parameters, of a value that a caller
// gives by an interface or type parameter of the module: what it shows is the caller's matter.
func (e *engine) askedParameter(common *ssa.CallCommon, path string, m mode) content {
	var c content
	if !common.IsInvoke() || len(common.Args) > 0 || common.Method.Pkg() == nil || !e.inModule(common.Method.Pkg()) {
		return c // error has no package
	}
	for _, s := range e.resolve(ref{common.Value, "", nil}) {
		if p, ok := s.v.(*ssa.Parameter); ok {
			c.add(askedHole(p, s.path, common.Method.Name(), path, m))
		}
	}
	return c
}

// askedShows is what printing a map, slice or struct shows that such a method returns.
func (e *engine) askedShows(r ref, t types.Type, m mode) content {
	var c content
	call, ok := r.v.(*ssa.Call)
	if !ok || r.path != "" || !call.Call.IsInvoke() || maskFunc(calleeName(&call.Call)) {
		return c
	}
	switch t.Underlying().(type) {
	case *types.Basic: // its text says it
	default:
		c = e.askedParameter(&call.Call, "", m)
	}
	return c
}

// askedHole has the path of the receiver, the method and the path of its result in its own.
func askedHole(p *ssa.Parameter, recv, method, path string, m mode) content {
	return content{
		open:  true,
		atoms: []atom{{hole: hole{fn: p.Parent(), param: paramIndex(p), path: recv + "." + method + "()" + path, shape: asked, mode: m, aux: -1}}},
	}
}

// askedContent is what the method of an argument returns that a hole asks for.
func (e *engine) askedContent(h hole, arg ref) content {
	call, path, _ := strings.Cut(h.path, "()")
	dot := strings.LastIndexByte(call, '.')
	if dot > 0 {
		arg = arg.in(call[:dot])
	}
	var c content
	for _, s := range e.dynamicSources(arg) {
		if s.zero {
			continue
		}
		if s.v == nil {
			c.open = true
			continue
		}
		t, _, _, _ := typeAt(s.v.Type(), s.path)
		switch p, isParam := s.v.(*ssa.Parameter); {
		case t == nil:
			c.open = true
		case !types.IsInterface(t) && !isTypeParam(t):
			c.add(e.askedOf(s.ref, t, call[dot+1:], path, h.mode))
		case isParam:
			c.add(askedHole(p, s.path, call[dot+1:], path, h.mode))
		default:
			c.open = true
		}
	}
	return c
}

// askedOf is what a method of the value at r, of type t, returns.
func (e *engine) askedOf(r ref, t types.Type, name, path string, m mode) content {
	method := methodOf(t, name)
	if method == nil {
		return unknown()
	}
	recv := r
	if embedded := e.embeddedPath(t, method); embedded != "" {
		recv = r.in(embedded)
	}
	args := func(i int) (ref, bool) { return recv, i == 0 }
	if body := e.bodies[method.Origin()]; body != nil {
		return e.fill(e.resultShown(body, 0, path, m), body, args)
	}
	if sum := e.facts(method.Origin()); sum != nil {
		return e.factShows(sum, 0, path, m, args)
	}
	return unknown()
}
