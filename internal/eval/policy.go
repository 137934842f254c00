package eval

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds what a library is told of its repeats: how many, how far apart, and after what.

// policyParts are the properties under which a policy, or a client, holds another object with
// more of the policy.
var policyParts = []string{"backoff", "retrier", "policy", pacerProp}

// policy gathers what a call of a retry library is told: by its row, by the object or the options
// that it is given, and by the executor that it is called on.
func (o *op) policy() *Object {
	r, _ := o.make("policy", structObject)
	for _, d := range o.row.Operands {
		if d.Arg < 0 && d.Name != "as" {
			o.st.set(r.ID, d.Name, Str(d.Text))
		}
	}
	for _, name := range []string{"on", "policy"} {
		v := o.arg(name)
		switch {
		case v == nil:
		case o.m.isList(o.st, v):
			o.apply(r.ID, v)
		default:
			o.addPolicy(r.ID, v)
		}
	}
	if ctx := o.arg("ctx"); ctx != nil {
		o.st.set(r.ID, "ctx", ctx)
	}
	return o.flat(r.ID)
}

// clientPolicy gathers what a client that repeats by itself, or one request, was told.
func (o *op) clientPolicy(client, req Value) *Object {
	r, _ := o.make("policy", structObject)
	told := false
	for _, c := range append(o.layers(client), o.objects(req)...) {
		to := o.st.edit(r.ID)
		for _, k := range sortedKeys(c.Fields) {
			if _, ok := to.Fields[k]; !ok || c.Type != clientType {
				to.Fields[k] = c.Fields[k]
			}
		}
		to.Open = to.Open || c.Open || c.Lazy != nil
		elsewhere := repeats(c) && !told && c.Site.Frame != to.Site.Frame
		if c.Site.Frame != nil && (to.Site.Instr == o.x || elsewhere) {
			to.Site, told = RepeatsFrom(c), told || repeats(c)
		}
		for _, k := range slices.Concat(repeatProps, turnProps) {
			if at, ok := c.Set[k]; ok {
				o.st.note(r.ID, k, at)
			}
		}
	}
	return o.flat(r.ID)
}

// repeats says whether something is told of repeats by an object itself, and not by what it has around it.
func repeats(of *Object) bool {
	return slices.ContainsFunc(repeatProps, func(name string) bool { return of.Fields[name] != nil })
}

// RepeatsFrom is where it is fixed that a client repeats: where it is made, or told so by another function.
func RepeatsFrom(client *Object) Site {
	for _, name := range repeatProps {
		if at, ok := client.Set[name]; ok && at.Frame != client.Site.Frame {
			return at
		}
	}
	return client.Site
}

func (o *op) addPolicy(id int, v Value) {
	targets := o.m.target(o.f, o.st, v)
	if len(targets) != 1 {
		o.st.edit(id).Open = true
		return
	}
	o.mergeOne(id, v)
	from := o.st.heap.get(targets[0])
	to := o.st.edit(id)
	to.Site = from.Site
	if from.kind == listObject {
		to.Fields["list"] = v
	}
}

// flat adds what the parts of a policy say.
func (o *op) flat(id int) *Object {
	for _, name := range policyParts {
		v := o.st.heap.get(id).Fields[name]
		if v == nil || IsEmpty(v) || name == pacerProp && !hasRef(v) {
			continue
		}
		site := o.st.heap.get(id).Site
		o.addPolicy(id, v)
		if name != "policy" {
			o.st.edit(id).Site = site
		}
		if name == pacerProp {
			delete(o.st.edit(id).Fields, name)
		}
	}
	return o.st.heap.get(id)
}

// repeat calls a function twice: what is made in the second call is made anew for each attempt.
func (o *op) repeat() Value {
	loop := &LoopInfo{Library: true, Frame: o.f, Pos: o.x.Pos, Header: -1, Policy: o.policy()}
	var out Value
	fv := o.arg("func")
	args := []Value{orNil(o.arg("ctx"))}
	if !o.repeats(o.arg("on")) {
		return o.m.callValue(o.site, fv, o.fit(fv, args), nil)
	}
	turns := 2
	if o.m.trial != nil {
		turns = trialTurns
	}
	for nth := range turns {
		if nth > 0 {
			o.betweenAttempts(nth)
		}
		v := o.m.callValue(o.site, fv, o.fit(fv, args), []Turn{{loop, nth}})
		if o.m.trial != nil {
			out = v
			if !o.again(v, loop.Policy) {
				break
			}
			continue
		}
		out = join(out, v)
		if st := o.m.failedState(o.st, v); st != nil && nth == 0 {
			*o.st = *st // only what has failed is repeated
		}
	}
	return out
}

// again says whether a library may call a function once more that has returned v. Where it is
// not known that it does, the path from there is doubtful.
func (o *op) again(v Value, p *Object) bool {
	err := v
	if t, ok := v.(*Tuple); ok && len(t.Vals) > 0 {
		err = t.Vals[len(t.Vals)-1]
	}
	sure := true
	errs := Values(err)
	for _, e := range errs {
		if empty, known := emptiness(o.st, e); known && empty {
			sure = false
		}
	}
	if !sure && len(errs) == 1 {
		return o.wants(p, v, err)
	}
	chain, all := o.m.chain(o.st, err, 0)
	marked := func(name string) bool {
		for _, e := range chain {
			if r, ok := e.(*Ref); ok && o.st.heap.get(r.ID).Fields[name] != nil {
				return true
			}
		}
		return false
	}
	switch only, _ := IsConst(orNil(p.Fields["only"])); {
	case only != "" && !marked(only):
		if all && len(errs) == 1 {
			return false
		}
		sure = false
	case marked("permanent"):
		if len(errs) == 1 {
			return false
		}
		sure = false
	}
	if fn := p.Fields["if"]; fn != nil && !IsEmpty(fn) {
		yes, known := o.picks(fn, v, err)
		if known && !yes {
			return false
		}
		sure = sure && known
	}
	if class := p.Fields["class"]; class != nil && !isNil(class) && !o.isDefault(class) {
		yes, known := o.classifies(class, err)
		if known && !yes {
			return false
		}
		sure = sure && known
	} else if len(errs) > 1 {
		sure = false
	}
	if !sure || p.Open {
		o.st.doubt(o.x, 1)
	}
	return true
}

// wants says whether a library is known to repeat what has worked, by a function that is given results.
func (o *op) wants(p *Object, v, err Value) bool {
	fn := p.Fields["if"]
	if fn == nil || IsEmpty(fn) {
		return false
	}
	ps, ok := o.predicate(fn)
	if !ok || len(ps) != 2 {
		return false
	}
	yes, known := o.picks(fn, v, err)
	return known && yes
}

// picks asks a function whether what has returned v, with err, is to be repeated.
func (o *op) picks(fn, v, err Value) (yes, known bool) {
	args := []Value{err}
	if ps, ok := o.predicate(fn); ok && len(ps) == 2 {
		args = []Value{Nil, err}
		if t, ok := v.(*Tuple); ok {
			args[0] = t.Vals[0]
		}
	}
	c, known := o.m.decided(o.st, o.m.callValue(o.site, fn, args, nil)).(*Const)
	return known && c.Int != 0, known
}

// classifies asks a classifier of errors, go-resiliency's or one like it, whether to go on.
func (o *op) classifies(class, err Value) (yes, known bool) {
	body := o.m.code.Method(o.m.dynamicType(o.st, class), "Classify")
	if body == nil {
		return false, false
	}
	c, known := o.m.callNamed(o.site, body.Name, []Value{class, err}).(*Const)
	return known && c.Int == retryAction, known
}

// isNil says whether a value is nil: a struct without fields in an interface is not.
func isNil(v Value) bool {
	c, ok := v.(*Const)
	return ok && c.Kind == ir.KindNil
}

// retryAction is go-resiliency's answer of a classifier by which an error is repeated.
const retryAction = 2

// predicate returns the parameters of a function value in view.
func (o *op) predicate(fn Value) ([]string, bool) {
	fns, _ := o.m.functions(o.st, fn)
	for _, f := range fns {
		if ps, ok := o.paramsOf(f); ok {
			out := make([]string, len(ps))
			for i, p := range ps {
				out[i] = p.Type
			}
			return out, true
		}
	}
	return nil, false
}

// isDefault says whether a classifier of errors is the one that takes them all.
func (o *op) isDefault(class Value) bool {
	return strings.HasSuffix(o.m.dynamicType(o.st, class), ".DefaultClassifier")
}

// refusalCondition is a library's own condition that takes every answer of an error.
const refusalCondition = "refusal"

// retriesAnswer says whether a client's own predicates, or those of a request, have a request sent again
// that was answered as in the trial: known is false when that is not known.
func (o *op) retriesAnswer(hooks []*Object, p *Object) (again, known bool) {
	known = true
	ask := func(fn Value) {
		if text, _ := IsConst(fn); text == refusalCondition {
			again = again || o.m.trial.Status >= 400
			return
		}
		params, ok := o.predicate(fn)
		if !ok {
			known = false
			return
		}
		args := make([]Value, len(params))
		for i, typ := range params {
			switch {
			case typ == "error":
				args[i] = o.answerOf("error", false)
			case isResponse(typ):
				args[i] = o.answerOf(typ, false)
			default:
				args[i] = &Sym{Origin: Param, Type: typ}
			}
		}
		o.m.trial.Lasting = true
		v := o.m.callValue(o.site, fn, args, nil)
		o.m.trial.Lasting = false
		if t, ok := v.(*Tuple); ok && len(t.Vals) > 0 {
			v = t.Vals[0]
		}
		c, isConst := v.(*Const)
		known = known && isConst
		again = again || isConst && c.Int != 0
	}
	for _, h := range hooks {
		if w, _ := IsConst(orNil(h.Fields["when"])); w == "retryif" {
			before := again
			if ask(h.Fields["func"]); again && !before {
				p.Set = maps.Collect(maps.All(p.Set))
				p.Set["CheckRetry"] = h.Site
			}
		}
	}
	if fn := p.Fields["CheckRetry"]; fn != nil && !IsEmpty(fn) {
		if s, ok := fn.(*Const); !ok || s.Str != "default" {
			ask(fn)
		}
	}
	return again, known
}

// retries says whether an object's library repeats requests, or calls, by itself.
func retries(c *Object) bool {
	for _, name := range repeatProps {
		if v, ok := c.Fields[name]; ok {
			return !IsEmpty(v)
		}
	}
	return false
}

// pacers are the properties under which a client keeps the function that says how long to wait.
var pacers = []string{"Backoff", pacerProp}

const pacerProp = "pacer"

// pacer asks the function that says how long a client waits after an attempt.
func (o *op) pacer(p *Object, nth int) {
	if o.m.trial == nil {
		return
	}
	for _, name := range pacers {
		fn := p.Fields[name]
		if fn == nil || IsEmpty(fn) {
			continue
		}
		params, ok := o.predicate(fn)
		if !ok {
			o.m.pause(o.site, nil)
			continue
		}
		args := make([]Value, len(params))
		for i, typ := range params {
			switch {
			case typ == "int" || typ == "uint":
				args[i] = &Const{Kind: ir.KindInt, Int: int64(nth)}
			case isResponse(typ):
				args[i] = o.answerOf(typ, false)
			default:
				args[i] = &Sym{Origin: Param, Name: strconv.Itoa(i), Type: typ}
			}
		}
		wait := o.m.callValue(o.site, fn, args, nil)
		if t, ok := wait.(*Tuple); ok && len(t.Vals) > 0 {
			wait = t.Vals[0] // the rest is an error that ends the retry
		}
		if p.Fields["unpaced"] != nil && slices.ContainsFunc(Values(wait), IsEmpty) {
			wait = nil // the library waits as it does by itself
		}
		o.m.pause(o.site, wait)
	}
}

// own gives an object the properties that a value of its type has by itself.
func (o *op) own(id int, typ string) {
	t := httplib.TypeOf(typ)
	for name, text := range t.Props {
		o.st.set(id, name, Str(text))
	}
	if t.Open {
		o.st.edit(id).Open = true
	}
}
