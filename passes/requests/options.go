package requests

import (
	"go/token"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/guard"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file finds what the options do that a package exports for its constructors and that nobody in it uses.
// They are tried on these, one at a time: what such an option fixes is a matter of its package, whoever gives it.

// maxOptions bounds how many options of a package are tried, and on how many services.
const maxOptions = 24

// optioned returns calls of the API by services of the package that were made with one of these options.
func (a *analyzer) optioned(calls []*Call) []*Call {
	var out []*Call
	makers := map[string][]wearer{}
	left := maxOptions
	for _, opt := range a.prog.Own {
		typ := a.optionType(opt)
		if typ == "" || !a.fixes(opt) {
			continue
		}
		if _, ok := makers[typ]; !ok {
			makers[typ] = a.makersWith(calls, func(v ir.Var) bool { return strings.TrimPrefix(v.Type, "[]") == typ })
		}
		for _, w := range makers[typ] {
			if left--; left < 0 {
				return out
			}
			guard.Run(func() {
				fn := opted(opt, w)
				a.machine.Run(fn)
				for _, s := range a.machine.Sent {
					if a.evidence(s) == aurora.Yes {
						c := a.call(fn, s)
						c.taker, c.option = w.method, opt
						out = append(out, c)
					}
				}
			})
		}
	}
	return out
}

// opted makes a function that gives an option to a constructor and calls a method of what that makes.
func opted(opt *ir.Func, w wearer) *ir.Func {
	b := assemble(opt, w.maker, w.method)
	given := b.add(ir.Instr{Op: ir.Call, Sym: opt.Name, Args: b.params(0, opt)})
	if typ := w.maker.Params[w.param].Type; strings.HasPrefix(typ, "[]") {
		given = b.list(typ, given)
	}
	return b.sends(w, len(opt.Params), given)
}

// optionType is the type of the option that an exported function makes for other packages, "" for none.
func (a *analyzer) optionType(fn *ir.Func) string {
	if len(a.callers[fn.Name]) > 0 || a.valued[fn.Name] || saysSo(fn) {
		return ""
	}
	return a.optionOf(fn)
}

// optionOf is the type of what an exported function returns that may be an option, "" for none.
func (a *analyzer) optionOf(fn *ir.Func) string {
	if !fn.Exported || fn.Recv || fn.Generated || fn.Results != 1 {
		return ""
	}
	types := fn.Types()
	for _, in := range fn.Instrs() {
		if in.Op != ir.Return || len(in.Args) != 1 {
			continue
		}
		r := in.Args[0]
		typ := types.Of(r)
		if def := fn.Def(r); def != nil && def.Op == ir.Iface {
			typ = def.Type
		}
		if lit := a.made(fn, r); lit != nil && typ == "" {
			typ = signature(lit)
		}
		if strings.HasPrefix(typ, a.prog.Path+".") || strings.HasPrefix(typ, "func(") {
			return typ
		}
	}
	return ""
}

// made is the literal that an operand is, nil for none.
func (a *analyzer) made(fn *ir.Func, r ir.Ref) *ir.Func {
	for range 8 {
		if c := fn.Const(r); c != nil && c.Kind == ir.KindFunc {
			return a.prog.Func(c.Str)
		}
		switch def := fn.Def(r); {
		case def == nil:
			return nil
		case def.Op == ir.Closure:
			return a.prog.Func(def.Sym)
		case def.Op == ir.Convert, def.Op == ir.Iface:
			r = def.Args[0]
		default:
			return nil
		}
	}
	return nil
}

// signature is the type of a literal that returns nothing, or an error.
func signature(fn *ir.Func) string {
	var params []string
	for _, p := range fn.Params {
		params = append(params, p.Type)
	}
	typ := "func(" + strings.Join(params, ", ") + ")"
	if fn.ErrResult {
		typ += " error"
	}
	return typ
}

// fixes says whether an option may set something by itself, and not only what it is given.
func (a *analyzer) fixes(opt *ir.Func) bool {
	return slices.ContainsFunc(a.family(opt), func(fn *ir.Func) bool {
		return slices.ContainsFunc(fn.Instrs(), func(in *ir.Instr) bool {
			return in.Op == ir.Alloc && in.N == 1 || in.Op == ir.Call || in.Op == ir.Invoke || in.Op == ir.Store && fn.Const(in.Args[1]) != nil ||
				in.Op == ir.Load && fn.Const(in.Args[0]) != nil
		})
	})
}

// family are a function and the literals in it.
func (a *analyzer) family(fn *ir.Func) []*ir.Func {
	out := []*ir.Func{fn}
	for _, f := range a.prog.Own {
		if strings.HasPrefix(f.Name, fn.Name+"$") {
			out = append(out, f)
		}
	}
	return out
}

// counted are the calls with an option that stores a number of attempts which may be too many.
func (r *Result) counted(most int) []*Call {
	return slices.DeleteFunc(slices.Clone(r.options), func(c *Call) bool {
		return !slices.ContainsFunc(c.an.numbers(c.option), func(x storedNumber) bool { return x.n >= most })
	})
}

// storedNumber is a number that a function stores, and where.
type storedNumber struct {
	n  int
	at token.Pos
}

// numbers are those that an option stores.
func (a *analyzer) numbers(opt *ir.Func) []storedNumber {
	var out []storedNumber
	for _, fn := range a.family(opt) {
		for _, in := range fn.Instrs() {
			if in.Op != ir.Store {
				continue
			}
			if c := fn.Const(in.Args[1]); c != nil && c.Kind == ir.KindInt {
				out = append(out, storedNumber{int(c.Int), token.Pos(in.Pos)})
			}
		}
	}
	return out
}

// countedBy returns the retries of the package that make too many attempts by a number that an option stores,
// there. All else that is to be said of them is said without it.
func (t *trials) countedBy(opt *ir.Func) []Retry {
	var out []Retry
	down := t.run(unavailable)
	for _, k := range sorted(down) {
		o := down[k]
		c := t.a.call(t.root, o.sent)
		n, _, _ := attemptsOf(o)
		if o.loop.Library || n <= t.most || !t.retry(k, o, c) {
			continue
		}
		for _, x := range t.a.numbers(opt) {
			if x.n == n || x.n == n-1 {
				out = append(out, Retry{Call: c, Pos: x.at, Fault: RetryTooMany, Attempts: n})
			}
		}
	}
	return out
}

// saysSo says whether the name of an option tells what it gives up: who uses it has chosen that.
func saysSo(fn *ir.Func) bool {
	return aurora.HasWord(fn.Name[strings.LastIndexByte(fn.Name, '.')+1:], yieldingWords, aurora.TrialWords)
}

var yieldingWords = []string{
	"insecure", "unsafe", "unverified", "untrusted", "skip", "disable", "no", "without", "unlimited", "unbounded", "infinite", "forever", "never", "debug", "local",
}

// fixedBy says whether a site is in the option that a call was made with: in its function, a literal there, or a
// method of the value that it makes.
func (c *Call) fixedBy(s eval.Site) bool {
	if c.option == nil || s.Frame == nil {
		return false
	}
	var typ string
	for _, in := range c.option.Instrs() {
		if in.Op == ir.Iface {
			typ = strings.TrimLeft(in.Sym, "*")
		}
	}
	return slices.ContainsFunc(s.Stack(), func(fn *ir.Func) bool {
		return fn == c.option || strings.HasPrefix(fn.Name, c.option.Name+"$") || typ != "" && receiverType(fn) == typ
	})
}
