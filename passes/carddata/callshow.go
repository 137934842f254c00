package carddata

import (
	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/loglib"
)

// callShows is what printing a path of a call's result shows.
func (e *engine) callShows(call *ssa.Call, index int, path string, m mode) content {
	if obj := rowObject(call.Common()); obj != nil {
		if row := rowOf(obj); row != nil {
			return e.callText(call, index, path, call)
		}
	}
	var c content
	targets := e.targets(call.Common())
	if len(targets) == 0 {
		if c := e.rejectedText(call); c.kinds() != 0 {
			return c
		}
		if index == 0 && !call.Call.IsInvoke() {
			return e.calledParameter(call.Call.Value, path, m)
		}
		c = unknown()
	}
	for _, t := range targets {
		args := e.argRefs(t.args, call)
		switch {
		case t.body != nil:
			c.add(e.fill(e.resultShown(t.body, index, path, m), t.body, args))
		case t.sum != nil:
			c.add(e.factShows(t.sum, index, path, m, args))
		default:
			c.open = true
		}
	}
	if c.kinds() == 0 && index == 0 && !maskFunc(calleeName(call.Common())) {
		c.add(e.askedParameter(call.Common(), path, m))
	}
	return c
}

// factShows is callShows for a function of another package.
func (e *engine) factShows(sum *summary, index int, path string, m mode, args func(int) (ref, bool)) content {
	c := unknown()
	json := loglib.StyleOf(m.style).Base == loglib.JSON
	for _, r := range sum.results {
		rest, _, ok := within(r.path, path)
		switch {
		case r.index != index || !ok:
		case r.shown:
			if r.json == json && rest == "" {
				c.add(e.fill(r.content, nil, args))
			}
		default:
			c.add(e.fillShown(r.content, rest, m, args))
		}
	}
	return c
}

// fillShown prints the arguments that fill the holes of c.
func (e *engine) fillShown(c content, path string, m mode, args func(int) (ref, bool)) content {
	var out content
	for _, a := range c.atoms {
		r, ok := args(a.hole.param)
		if a.kinds != 0 || !ok || a.hole.shape != raw {
			out.add(e.fill(content{atoms: []atom{a}}, nil, args))
			continue
		}
		given, possible := e.met(a.hole.when, args)
		r = r.in(a.hole.path + path)
		if t, _, _, _ := typeAt(r.v.Type(), r.path); t != nil && possible {
			out.add(e.show(r, t, m).under(given))
		}
	}
	out.open = out.open || c.open
	return out
}

// effectShows is what printing shows of what a call leaves at a path of an argument.
func (e *engine) effectShows(eff *effect, m mode) content {
	var c content
	targets := e.targets(eff.call.Common())
	for _, t := range targets {
		args := e.argRefs(t.args, eff.call)
		switch {
		case t.body != nil && eff.arg < len(t.body.Params):
			c.add(e.fill(e.leftShown(t.body, eff.arg, eff.path, m), t.body, args))
		case t.sum != nil:
			for _, w := range t.sum.writes {
				if rest, _, ok := within(w.path, eff.path); w.param == eff.arg && ok {
					c.add(e.fillShown(w.content, rest, m, args))
				}
			}
		default:
			c.open = true
		}
	}
	c.open = c.open || len(targets) == 0
	return c
}

// resultShown joins what printing a path of the results of a function of this package shows.
func (e *engine) resultShown(fn *ssa.Function, index int, path string, m mode) content {
	if depth(path) > e.depth {
		return unknown()
	}
	return e.ask(query{ask: askResultShown, fn: fn, result: index, path: path, m: m}, func() content {
		var c content
		for _, b := range fn.Blocks {
			if ret, ok := lastReturn(b); ok && index < len(ret.Results) {
				if t, _, _, _ := typeAt(ret.Results[index].Type(), path); t != nil {
					c.add(e.show(e.returnedAs(ret, index, path), t, m).under(e.guardsAt(b)))
				} else {
					c.open = true
				}
			}
		}
		return c
	})
}

// leftShown joins what printing shows at a path of a parameter when fn returns.
func (e *engine) leftShown(fn *ssa.Function, param int, path string, m mode) content {
	if depth(path) > e.depth {
		return unknown()
	}
	return e.ask(query{ask: askLeftShown, fn: fn, result: param, path: path, m: m}, func() content {
		var c content
		for _, b := range fn.Blocks {
			if ret, ok := lastReturn(b); ok {
				c.add(e.showAt(ref{fn.Params[param], path, ret}, m))
			}
		}
		return c
	})
}

// showAt is show with the type that the path leads to.
func (e *engine) showAt(r ref, m mode) content {
	t, _, _, _ := typeAt(r.v.Type(), r.path)
	if t == nil {
		return unknown()
	}
	return e.show(r, t, m)
}
