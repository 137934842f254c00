// Package webhooks finds the handlers that read the signature of a webhook, and what the
// verification of it lacks.
package webhooks

import (
	"go/token"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/guard"
	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/internal/weblib"
	"github.com/auroravet/auroravet/passes/program"
)

// Analyzer's result is a *Result. It reports nothing and has no facts.
var Analyzer = &analysis.Analyzer{
	Name:       "webhooks",
	Doc:        "find how handlers verify the signature of a webhook",
	Run:        run,
	Requires:   []*analysis.Analyzer{program.Analyzer},
	ResultType: reflect.TypeFor[*Result](),
}

// Result holds the handlers whose verification lacks something, in source order.
type Result struct {
	Faulty []Handler
}

// Handler is one of them.
type Handler struct {
	Pos   token.Pos
	Fault Fault
}

// Fault is a set of what a verification can lack.
type Fault uint16

// What a verification can lack.
const (
	Unverified Fault = 1 << iota // the signature is compared with nothing
	Unsteady                     // it is compared in a time that depends on it
	NotRaw                       // it is not that of the body as it came
	NoWindow                     // the time stamp may be of any age
	Unheeded                     // the answer makes no difference
	Optional                     // it may be left out
	NoCode                       // it is compared with what is no code of the request
	OnlyLive                     // it is only checked in the live environment
	Late                         // it is checked when the event is on its way
)

// forgeable are the faults of a handler to which anyone can send an event, or who knows a word.
const forgeable = Unverified | Optional | NoCode | OnlyLive | Late

type analyzer struct {
	prog *program.Program
	// units are the functions that take a request and read a signature.
	units    []*ir.Func
	verdicts map[*ir.Func]*verdict
	names    map[*ir.Func]bool // the functions that name the header, once asked for
	guards   []*front          // the middleware that the package uses, once asked for
	guarded  bool
	places   *places // once asked for
	types    map[*ir.Func]*ir.Types
}

func run(pass *analysis.Pass) (any, error) {
	res := new(Result)
	if source := pass.ResultOf[program.Analyzer].(*program.Source); source.Evidence && ownership.Own(pass) {
		guard.Run(func() { res.find(source.Program()) })
	}
	return res, nil
}

func (res *Result) find(prog *program.Program) {
	a := &analyzer{prog: prog, verdicts: map[*ir.Func]*verdict{}, names: map[*ir.Func]bool{}, types: map[*ir.Func]*ir.Types{}}
	for _, fn := range prog.Own {
		if takesRequest(fn) && !fn.Generated && a.mayRead(fn) {
			if v := a.verdict(fn); len(v.reads) > 0 {
				a.units = append(a.units, fn)
			}
		}
	}
	seen := map[token.Pos]bool{}
	for _, fn := range a.units {
		f := a.excused(fn, a.verdict(fn).faults())
		if f == 0 || a.partOfAnother(fn) {
			continue
		}
		if pos := a.place(fn); pos.IsValid() && !seen[pos] {
			seen[pos] = true
			res.Faulty = append(res.Faulty, Handler{pos, f})
		}
	}
	slices.SortFunc(res.Faulty, func(x, y Handler) int { return int(x.Pos - y.Pos) })
}

func (a *analyzer) verdict(fn *ir.Func) *verdict {
	v := a.verdicts[fn]
	if v == nil {
		v = judge(runUnit(a.prog, fn), fn)
		a.verdicts[fn] = v
	}
	return v
}

// mayRead says whether a function, or one that it calls, may name the header: what runs a
// handler is not cheap.
func (a *analyzer) mayRead(fn *ir.Func) bool {
	seen := map[*ir.Func]bool{}
	queue := []*ir.Func{fn}
	for name := fn.Name; strings.Contains(name, "$"); { // a variable around a literal may have the name
		name = name[:strings.LastIndexByte(name, '$')]
		if outer := a.prog.Func(name); outer != nil {
			queue = append(queue, outer)
		}
	}
	for len(queue) > 0 && len(seen) < mostFuncs {
		fn := queue[0]
		queue = queue[1:]
		if fn == nil || seen[fn] {
			continue
		}
		seen[fn] = true
		if a.namesHeader(fn) {
			return true
		}
		for _, b := range fn.Blocks {
			for i := range b.Instrs {
				switch in := &b.Instrs[i]; in.Op {
				case ir.Call, ir.Closure:
					queue = append(queue, a.prog.Func(strings.TrimSuffix(in.Sym, "$bound")))
				case ir.Invoke:
					for _, t := range in.Names {
						queue = append(queue, a.prog.Method(t, in.Sym))
					}
				}
			}
		}
	}
	return false
}

func (a *analyzer) namesHeader(fn *ir.Func) bool {
	named, ok := a.names[fn]
	if !ok {
		named = slices.ContainsFunc(fn.Consts, func(c ir.Const) bool {
			return c.Kind == ir.KindString && headerName(c.Str) == nameSignature || c.Kind == ir.KindGlobal && a.namedVariable(c.Str)
		}) || slices.ContainsFunc(fn.Params, func(v ir.Var) bool { return a.tagged(v.Type) }) || slices.ContainsFunc(fn.Blocks, func(b ir.Block) bool {
			return slices.ContainsFunc(b.Instrs, func(in ir.Instr) bool { return in.Op == ir.Alloc && a.tagged(in.Sym) })
		})
		a.names[fn] = named
	}
	return named
}

// tagged says whether a type is a struct that a framework fills with the header.
func (a *analyzer) tagged(typ string) bool {
	t := a.prog.Type(strings.TrimLeft(typ, "*"))
	return t != nil && slices.ContainsFunc(t.Fields, func(f ir.Field) bool { return fromTag(f.Tag) == signature })
}

// namedVariable says whether a package variable of the package starts as the name of the header.
func (a *analyzer) namedVariable(name string) bool {
	init := a.prog.Func(a.prog.Path + ".init")
	if init == nil || a.prog.GlobalPos(name) == 0 {
		return false
	}
	return slices.ContainsFunc(init.Consts, func(c ir.Const) bool { return c.Kind == ir.KindString && headerName(c.Str) == nameSignature })
}

// partOfAnother says whether a function is judged as a part of those that call it: a helper, or
// a handler that leaves the verification to its caller.
func (a *analyzer) partOfAnother(fn *ir.Func) bool {
	v := a.verdict(fn)
	if v.compared() && servesAlone(fn) {
		return false
	}
	return len(a.callersOf(fn)) > 0
}

// callersOf are the other units that run a function.
func (a *analyzer) callersOf(fn *ir.Func) []*ir.Func {
	var out []*ir.Func
	for _, u := range a.units {
		if u == fn {
			continue
		}
		if fr := a.verdict(u).flow.frames[fn]; fr != nil && fr.active {
			out = append(out, u)
		}
	}
	return out
}

// servesAlone says whether a function has the form of a handler.
func servesAlone(fn *ir.Func) bool {
	params := fn.Params
	if fn.Recv {
		params = params[1:]
	}
	if len(params) == 2 && params[0].Type == "net/http.ResponseWriter" && params[1].Type == "*net/http.Request" {
		return true
	}
	if len(params) > 0 && params[0].Type == "context.Context" { // of a function that an event starts
		params = params[1:]
	}
	return len(params) == 1 && weblib.ServedType(params[0].Type) && (fn.Results == 0 || fn.ErrResult && fn.Results <= 2)
}

// place is where a fault is reported: where the signature is read, or in a handler that shares
// the reading with one that verifies what it reads, the call that leads there.
func (a *analyzer) place(fn *ir.Func) token.Pos {
	v := a.verdict(fn)
	own := func(f *ir.Func) bool { return f == fn || strings.HasPrefix(f.Name, fn.Name+"$") }
	for _, s := range append(slices.Clone(v.bad), v.reads...) {
		if own(s.fr.fn) && s.in.Pos > 0 {
			return token.Pos(s.in.Pos)
		}
	}
	switch h := a.helper(v, fn); {
	case h == nil:
	case h.Pkg != a.prog.Path:
		if a.verdict(h).faults() != 0 {
			return token.NoPos // it is reported there
		}
	case v.faults() == NotRaw && a.verdict(h).faults()&NotRaw == 0: // it is given another text than others give it
	case a.allFaulty(h):
		return a.place(h)
	}
	return a.leading(v, fn)
}

// helper is a function that a unit runs which takes the request, reads the signature and
// compares it by itself, nil when there is none; of several the first that lacks something.
func (a *analyzer) helper(v *verdict, unit *ir.Func) *ir.Func {
	var first *ir.Func
	for _, f := range v.flow.order {
		if f != unit && v.flow.frames[f].active && takesRequest(f) && a.mayRead(f) && a.verdict(f).compared() && len(a.verdict(f).reads) > 0 {
			if a.verdict(f).faults() != 0 {
				return f
			}
			if first == nil {
				first = f
			}
		}
	}
	return first
}

// allFaulty says whether all units that run a helper lack something.
func (a *analyzer) allFaulty(helper *ir.Func) bool {
	return !slices.ContainsFunc(a.callersOf(helper), func(u *ir.Func) bool { return a.verdict(u).faults() == 0 })
}

// leading is the call in a unit, or in one of its literals, through which the signature is read.
func (a *analyzer) leading(v *verdict, fn *ir.Func) token.Pos {
	reading := map[*ir.Func]bool{}
	for _, s := range v.reads {
		reading[s.fr.fn] = true
	}
	for changed := true; changed; {
		changed = false
		for _, fr := range v.flow.frames {
			if !reading[fr.fn] && slices.ContainsFunc(fr.calls, func(e edge) bool { return reading[e.to] }) {
				reading[fr.fn], changed = true, true
			}
		}
	}
	for _, f := range v.flow.order {
		if f != fn && !strings.HasPrefix(f.Name, fn.Name+"$") {
			continue
		}
		for _, e := range v.flow.frames[f].calls {
			if reading[e.to] && e.in.Pos > 0 {
				return token.Pos(e.in.Pos)
			}
		}
	}
	return token.NoPos
}
