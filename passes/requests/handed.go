package requests

import (
	"go/token"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/guard"
	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

// Who makes a client is often not who calls through it: a main function, or one that a
// framework calls, makes it for a service of another package, whose methods serve requests.
// So the package that makes a client judges the functions in view that nobody in view calls,
// and says in a fact which of its clients it has judged.

// waitingVersion is the version of the fact. A fact of another version is not read.
const waitingVersion = 1

// waiting are the clients, of the package and of those that it imports, that let a call wait
// for ever and were reported where they are made: "function#instruction", sorted.
type waiting struct {
	Version int
	Clients []string
}

func (*waiting) AFact() {}

// Tells is false: it makes importers speak less.
func (*waiting) Tells() bool { return false }

func (w *waiting) String() string { return "waiting " + strings.Join(w.Clients, " ") }

// importWaiting gathers what the imported packages say.
func importWaiting(pass *analysis.Pass) map[string]bool {
	out := map[string]bool{}
	for _, imp := range pass.Pkg.Imports() {
		var w waiting
		if pass.ImportPackageFact(imp, &w) && w.Version == waitingVersion {
			for _, c := range w.Clients {
				out[c] = true
			}
		}
	}
	return out
}

// exportWaiting adds the clients of this package, and hands all to its importers.
func (r *Result) exportWaiting(pass *analysis.Pass) {
	for _, w := range r.Endless() {
		if key := clientKey(w.Client.made); key != "" {
			r.an.waiting[key] = true
		}
	}
	if len(r.an.waiting) > 0 {
		pass.ExportPackageFact(&waiting{Version: waitingVersion, Clients: sorted(r.an.waiting)})
	}
}

// clientKey names the instruction that makes something, in each package that sees it; "" when it is not known.
func clientKey(s eval.Site) string {
	if s.Frame == nil || s.Instr == nil {
		return ""
	}
	i := slices.Index(s.Frame.Fn.Instrs(), s.Instr)
	if i < 0 {
		return ""
	}
	return s.Frame.Fn.Name + "#" + strconv.Itoa(i)
}

// handedOn returns the calls of the API through clients that the package makes and that functions of
// other packages send by, which nobody in view calls.
func (a *analyzer) handedOn() []*Call {
	var out []*Call
	for _, fn := range a.entries() {
		a.machine.Run(fn)
		for _, s := range a.machine.Sent {
			if a.evidence(s) == aurora.Yes {
				guard.Run(func() { out = append(out, a.call(fn, s)) })
			}
		}
	}
	return out
}

// makesOther says whether the package makes a client without a timeout that is not reported, or
// names the default client.
func (a *analyzer) makesOther(reported map[token.Pos]bool) bool {
	if slices.ContainsFunc(a.prog.Own, func(fn *ir.Func) bool {
		return slices.ContainsFunc(fn.Consts, func(c ir.Const) bool { return c.Kind == ir.KindGlobal && c.Str == eval.DefaultClient })
	}) {
		return true
	}
	for typ, made := range a.store.instances {
		if !httplib.Client(typ) {
			continue
		}
		for _, in := range made {
			o := a.store.heap[in.id]
			pos := token.Pos(o.Site.Own(a.prog.Path))
			if ans, _ := a.timeout(o); ans == aurora.No && pos.IsValid() && !reported[pos] && !a.madeAbroad(o.Site) {
				return true
			}
		}
	}
	return false
}

// entries are the methods of services of other packages that may send a request and that no
// function in view calls, where the package makes such a service or hands on what does.
func (a *analyzer) entries() []*ir.Func {
	callers := map[string]bool{}
	a.prog.Funcs(func(fn *ir.Func) {
		for _, in := range fn.Instrs() {
			if name := called(in); in.Op != ir.Closure && name != fn.Name {
				callers[name] = true
			}
		}
	})
	var out []*ir.Func
	a.prog.Funcs(func(fn *ir.Func) {
		if fn.Pkg != a.prog.Path && a.reach[fn.Name] && !callers[fn.Name] && !callers[methodOf(fn.Name)] && a.makes(declared(receiverType(fn)), fn.Pkg) {
			out = append(out, fn)
		}
	})
	return out
}

// makes says whether the package makes a value of a type, or hands a function that does to others.
func (a *analyzer) makes(typ, pkg string) bool {
	if slices.ContainsFunc(sorted(a.valued), func(name string) bool { return strings.HasPrefix(name, pkg+".") }) {
		a.store.runForeign(typ)
	}
	return slices.ContainsFunc(a.store.instances[typ], func(in instance) bool {
		maker := a.store.heap[in.id].Site.Stack()[0]
		return maker.Pkg == a.prog.Path || in.own && a.valued[maker.Name]
	})
}

// wired marks what a constructor was given that the package hands to others as a value: they
// give it what they have of that type.
func (s *store) wired(in instance, v eval.Value) eval.Value {
	sym, ok := v.(*eval.Sym)
	if !ok || sym.Origin != eval.Param || !in.own || !s.valued[s.heap[in.id].Site.Frame.Fn.Name] {
		return v
	}
	cp := *sym
	cp.Wired = true
	return &cp
}
