package requests

import (
	"go/token"
	"slices"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file judges what libraries are told of their repeats.

// policy is what a library was told.
type policy struct{ *eval.Object }

func (t *trials) policyOf(o *seen) policy { return policy{o.loop.Policy} }

// words are the numbers that rows write as words: the defaults of libraries.
var words = map[string]int64{"ten": 10}

// retriesByDefault are the repeats that a library makes when it is told no number, by the property.
var retriesByDefault = map[string]int64{"RetryMax": 4, "retries": 2}

// counts are the properties that say how many attempts there are; more is how many come to the number.
var counts = []struct {
	name string
	more int64
}{{"tries", 0}, {"retries", 1}, {"RetryMax", 1}, {"RetryCount", 1}}

// attempts returns the number of attempts; set says that the policy has one, negative is no limit.
func (p policy) attempts() (n int64, set bool) {
	n, by := p.counted()
	return n, by != ""
}

// counted is attempts with the property that says the number, "" for none.
func (p policy) counted() (n int64, by string) {
	for _, k := range counts {
		v := p.Fields[k.name]
		if v == nil {
			continue
		}
		c, ok := v.(*eval.Const)
		switch {
		case !ok:
			return 0, k.name
		case c.Kind == ir.KindOther:
			n, ok = retriesByDefault[k.name]
		case c.Kind == ir.KindString:
			n, ok = words[c.Str]
		default:
			n, ok = c.Int, c.Kind == ir.KindInt || c.Kind == ir.KindZero
		}
		switch {
		case !ok:
			return 0, k.name
		case n < 0 || n == 0 && k.name == "tries":
			return -1, k.name
		}
		return n + k.more, k.name
	}
	return 0, ""
}

func (p policy) text(name string) string {
	v := p.Fields[name]
	if v == nil {
		return ""
	}
	s, _ := eval.IsConst(v)
	return s
}

// ends says when a library gives up that is told no number.
func (p policy) ends() string {
	if v := p.Fields["MaxElapsedTime"]; v != nil {
		if eval.IsEmpty(v) {
			return "never"
		}
		return "time"
	}
	return p.text("ends")
}

// endless says whether the library goes on for ever.
func (p policy) endless(t *trials, o *seen, c *Call) bool {
	n, set := p.attempts()
	if p.Object == nil || p.Open || set && n >= 0 || !set && p.ends() != "never" || set && p.ends() == "time" {
		return false
	}
	ctx := p.Fields["ctx"]
	if ctx == nil || eval.IsEmpty(ctx) {
		return true
	}
	return t.a.contextDeadline(o.sent, ctx, c) == aurora.No
}

// paced judges the number of attempts and the waits between them.
func (p policy) paced(t *trials, o *seen, c *Call) []Retry {
	if p.Object == nil {
		return nil
	}
	var out []Retry
	n, set := p.attempts()
	if list := o.sent.Len(p.Fields["list"]); list > 0 {
		n, set = int64(list)+1, true
	}
	at, ok := t.policyAt(o)
	if !ok {
		return nil
	}
	if set && n > int64(t.most) && (!p.Open || p.Fields["tries"] == nil) {
		by := t.toldBy(o.loop.Policy.Site, at, func(p policy) bool { m, known := p.attempts(); return known && m == n })
		_, property := p.counted()
		by = t.countedAt(o, property, by)
		out = append(out, Retry{Call: c, Pos: by, Fault: RetryTooMany, Attempts: int(n)})
	}
	fault, known := p.waits()
	if p.Fields["Backoff"] != nil || p.Fields["pacer"] != nil {
		fault, known = waitOf(o)
	}
	if known && n != 1 && n != 2 && !p.Open {
		by := t.toldBy(o.loop.Policy.Site, at, policy.knowsWaits)
		out = append(out, Retry{Call: c, Pos: t.setAt(o, "pacer", t.setAt(o, "Backoff", by)), Fault: fault})
	}
	return out
}

// waitProps are the properties that say how long a library waits.
var waitProps = []string{"Backoff", "pacer", "delays", "RetryWaitMin", "RetryWaitMax", "wait"}

// knowsWaits says whether a library was told by values that are known how long to wait.
func (p policy) knowsWaits() bool {
	return !slices.ContainsFunc(waitProps, func(name string) bool {
		switch p.Fields[name].(type) {
		case *eval.Sym, *eval.Alt:
			return true
		}
		return false
	})
}

// waits says how the library waits between attempts, when it does so wrongly.
func (p policy) waits() (RetryFault, bool) {
	if fn, ok := p.Fields["delays"].(*eval.Fn); ok {
		row := httplib.Lookup(fn.Name)
		return RetrySameWait, row != nil && row.Text("wait") == "same"
	}
	if p.Fields["delays"] != nil || p.Fields["Backoff"] != nil {
		return 0, false
	}
	if low, ok := p.Fields["RetryWaitMin"].(*eval.Const); ok {
		if high, ok := p.Fields["RetryWaitMax"].(*eval.Const); ok && low.Kind == ir.KindInt && high.Kind == ir.KindInt && high.Int <= low.Int {
			return RetrySameWait, true
		}
	}
	switch p.text("wait") {
	case "no":
		return RetryNoWait, true
	case "same":
		return RetrySameWait, true
	}
	return 0, false
}

// policyAt is where a policy is fixed: where its object is made, or the call of the library. It is
// false when that is for another package to judge.
func (t *trials) policyAt(o *seen) (token.Pos, bool) {
	site := o.loop.Policy.Site
	if site.Frame == nil {
		return token.Pos(site.Pos), site.Pos != 0
	}
	pkg := site.Frame.Fn.Pkg
	if pkg != t.a.prog.Path {
		for _, fn := range o.sent.Site.Stack() {
			if fn.Pkg == pkg {
				return 0, false
			}
		}
	}
	if pos := site.Own(t.a.prog.Path); pos != 0 {
		return token.Pos(pos), true
	}
	return token.Pos(o.sent.Site.Own(t.a.prog.Path)), true
}

// known says whether all that a library was told of its repeats is known.
func (p policy) known() bool {
	n, set := p.attempts()
	return !p.Open && (!set || n != 0) && p.knowsWaits()
}

// setAt is where a client was given a function that decides for it, when that is not where it was made.
func (t *trials) setAt(o *seen, property string, made token.Pos) token.Pos {
	if p := o.loop.Policy; p != nil {
		if s, ok := p.Set[property]; ok && s.Frame != p.Site.Frame && s.Own(t.a.prog.Path) != 0 {
			return token.Pos(s.Own(t.a.prog.Path))
		}
	}
	return made
}

// told says whether an object says how often or how long to wait.
func (p policy) told() bool {
	_, counted := p.attempts()
	return counted || slices.ContainsFunc(waitProps, func(name string) bool { return p.Fields[name] != nil })
}

// toldBy is where a library was told what is wrong: at the place itself, or at the call of the function that has it
// when this does not know it by itself, but only by what the caller gives.
func (t *trials) toldBy(site eval.Site, at token.Pos, wrong func(policy) bool) token.Pos {
	for f := site.Frame; f != nil && f.Parent != nil && f.CallPos != 0 && f.Parent.Fn.Pkg == t.a.prog.Path; f = f.Parent {
		if t.knows(f.Fn, site, wrong) {
			break
		}
		at = token.Pos(f.CallPos)
	}
	return at
}

// knows says whether a function by itself tells a library what is wrong at a place; it does as far as is known
// when none of its runs is.
func (t *trials) knows(fn *ir.Func, site eval.Site, wrong func(policy) bool) bool {
	ran := false
	for _, made := range t.a.store.instances {
		for _, in := range made {
			o := t.a.store.heap[in.id]
			if o.Site.Stack()[0] != fn || eval.RepeatsFrom(o).Instr != site.Instr || !(policy{o}).told() {
				continue
			}
			if ran = true; wrong(policy{o}) {
				return true
			}
		}
	}
	return !ran
}
