package carddata

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// yield is one place where an iterator hands something to the loop over it.
type yield struct {
	call ssa.CallInstruction
	key  string    // the fixed key of a pair
	keyV ssa.Value // the key of a pair, or nil
	v    ssa.Value
	// all: what another iterator yields is handed on.
	all bool
}

// iterator is a function value that yields: its body, and the receiver that it is bound to.
type iterator struct {
	body  *ssa.Function
	bound []ssa.Value
}

// iteratorOf is the function of this package that v is, if it is one that yields.
func (e *engine) iteratorOf(v ssa.Value) (it iterator, ok bool) {
	if yieldFunc(v.Type()) == nil {
		return it, false
	}
	switch f := v.(type) {
	case *ssa.Function:
		it.body = e.resolved(f, nil).body
	case *ssa.MakeClosure:
		fn := f.Fn.(*ssa.Function)
		it.body = e.resolved(fn, nil).body
		if fn.Synthetic != "" && len(f.Bindings) == 1 {
			it.bound = f.Bindings
		}
	}
	return it, it.body != nil && len(it.body.Params) == len(it.bound)+1
}

// yields lists what an iterator yields.
func (e *engine) yields(it iterator) []yield {
	to := it.body.Params[len(it.bound)]
	var out []yield
	for _, f := range withLiterals(it.body) {
		e.eachCall(f, func(call ssa.CallInstruction) {
			common := call.Common()
			switch args := common.Args; {
			case common.IsInvoke() || len(args) == 0:
			case e.isParameter(common.Value, to):
				y := yield{call: call, v: args[len(args)-1]}
				if len(args) == 2 {
					y.keyV = args[0]
					y.key, _ = constText(args[0])
				}
				out = append(out, y)
			case len(args) == 1 && yieldFunc(common.Value.Type()) != nil && e.isParameter(args[0], to):
				out = append(out, yield{call: call, v: common.Value, all: true})
			}
		})
	}
	return out
}

// yielded is what is known, in the way of of, of what an iterator yields at a path that begins with a step.
func (e *engine) yielded(s source, of func(ref) content) content {
	it, ok := e.iteratorOf(s.v)
	if !ok || s.path == "" || s.path[0] != '[' {
		return unknown()
	}
	step, rest := cutStep(s.path)
	var c content
	for _, y := range e.yields(it) {
		r := ref{y.v, rest, y.call}
		if y.all {
			r.path = s.path
			c.add(of(r))
			continue
		}
		if _, _, met := within(stepOfKey(y), step); !met {
			continue
		}
		d := of(r)
		if rest == "" {
			d = e.keyedIn(y.key, d, r, e.yieldContext(it))
		}
		c.add(d)
	}
	return e.fill(c, it.body, func(i int) (ref, bool) {
		if i >= len(it.bound) {
			return ref{}, false
		}
		return ref{it.bound[i], "", s.at}, true
	})
}

func stepOfKey(y yield) string {
	if y.key == "" {
		return "[]"
	}
	return stepOf(y.key)
}

// yieldContext is the company of the keys under which an iterator yields.
func (e *engine) yieldContext(it iterator) context {
	ctx := e.scope(it.body)
	for _, y := range e.yields(it) {
		ctx.add(y.key)
	}
	return ctx
}

// yieldedKeys lists the fixed keys of the pairs that the iterator at r yields, or of what is gathered of one.
func (e *engine) yieldedKeys(r ref, depth int) []string {
	if r.v == nil || r.path != "" || depth > 4 {
		return nil
	}
	var keys []string
	for _, s := range e.resolve(r) {
		if s.v == nil || s.zero || s.path != "" {
			continue
		}
		if call, ok := s.v.(*ssa.Call); ok {
			keys = append(keys, e.calledKeys(call, s.result, depth)...)
		} else if it, ok := e.iteratorOf(s.v); ok {
			for _, y := range e.yields(it) {
				if y.all {
					keys = append(keys, e.yieldedKeys(ref{y.v, "", y.call}, depth+1)...)
				} else if y.key != "" {
					keys = append(keys, y.key)
				}
			}
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// calledKeys is yieldedKeys for the result of a call.
func (e *engine) calledKeys(call *ssa.Call, index, depth int) []string {
	if e.keying[call] {
		return nil // m = maps.Collect(maps.All(m)), in a loop
	}
	e.keying[call] = true
	defer delete(e.keying, call)
	if of, ok := iteratedOf(call, "[]"); ok && strings.HasPrefix(of.path, "[") {
		return e.keysOf(ref{of.v, "", call})
	}
	if yieldFunc(source{ref: ref{call, "", nil}, result: index}.typ()) == nil {
		return nil
	}
	var keys []string
	for _, t := range e.targets(call.Common()) {
		if t.body == nil {
			continue
		}
		for _, b := range t.body.Blocks {
			if ret, ok := lastReturn(b); ok && index < len(ret.Results) {
				keys = append(keys, e.yieldedKeys(ref{ret.Results[index], "", ret}, depth+1)...)
			}
		}
	}
	return keys
}
