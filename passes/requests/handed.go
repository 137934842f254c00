package requests

import (
	"fmt"
	"go/token"
	"maps"
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
// and says in a fact which of its clients, and which of their settings, it has judged.

// settledVersion is the version of the fact. A fact of another version is not read.
const settledVersion = 2

// settled is what was reported where it is made, in the package and those that it imports, as
// sorted "function#instruction".
type settled struct {
	Version int
	// Clients let a call wait for ever.
	Clients []string
	// Flaws are the settings that let others read or change what a call sends.
	Flaws []string
	// Repeats are clients that send again, of which all that matters is known there.
	Repeats []string
}

func (*settled) AFact() {}

// Tells is false: it makes importers speak less.
func (*settled) Tells() bool { return false }

func (f *settled) String() string {
	return "settled " + strings.Join(f.Clients, " ") + " / " + strings.Join(f.Flaws, " ") + " / " + strings.Join(f.Repeats, " ")
}

// importSettled gathers what the imported packages say.
func (a *analyzer) importSettled(pass *analysis.Pass) {
	a.waiting, a.flawed, a.tried = map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, imp := range pass.Pkg.Imports() {
		var f settled
		if !pass.ImportPackageFact(imp, &f) || f.Version != settledVersion {
			continue
		}
		for _, c := range f.Clients {
			a.waiting[c] = true
		}
		for _, s := range f.Flaws {
			a.flawed[s] = true
		}
		for _, c := range f.Repeats {
			a.tried[c] = true
		}
	}
}

// exportSettled adds what this package reports, and hands all to its importers.
func (r *Result) exportSettled(pass *analysis.Pass) {
	for _, w := range r.Endless() {
		r.an.note(r.an.waiting, w.Client.made)
	}
	for _, e := range r.Exposed() {
		if e.Flaw < PlainText {
			r.an.note(r.an.flawed, e.set)
		}
	}
	tried := maps.Clone(r.an.tried) // what this package tells is not judged yet
	for _, c := range slices.Concat(r.Calls, r.paired) {
		for _, t := range c.sent.Turns {
			if p := (policy{t.Loop.Policy}); t.Loop.Client && p.Site.Frame != nil && p.known() {
				r.an.note(tried, p.Site)
			}
		}
	}
	if len(r.an.waiting) > 0 || len(r.an.flawed) > 0 || len(tried) > 0 {
		pass.ExportPackageFact(&settled{settledVersion, sorted(r.an.waiting), sorted(r.an.flawed), sorted(tried)})
	}
}

// note adds what a site makes to what the package has judged.
func (a *analyzer) note(judged map[string]bool, made eval.Site) {
	if key := a.reportedKey(made); key != "" {
		judged[key] = true
	}
}

// clientKeys name the instruction that makes something, in each package that sees it, and the calls that
// lead to it, from the innermost on.
func clientKeys(s eval.Site) []string {
	var out []string
	for f, in := s.Frame, s.Instr; f != nil; in, f = f.Call, f.Parent {
		if i := slices.Index(f.Fn.Instrs(), in); i >= 0 {
			out = append(out, f.Fn.Name+"#"+strconv.Itoa(i))
		}
	}
	return out
}

// reportedKey is the key under which the package says that it has judged what a site makes: that of its own call
// which had another package make it, so that other calls of the same maker are judged too.
func (a *analyzer) reportedKey(s eval.Site) string {
	keys := clientKeys(s)
	for _, k := range keys {
		if fn, _, _ := strings.Cut(k, "#"); a.prog.Func(fn) != nil && a.prog.Func(fn).Pkg == a.prog.Path {
			return k
		}
	}
	return strings.Join(keys[:min(1, len(keys))], "")
}

// said says whether a package has judged a client that it had made.
func (a *analyzer) said(made eval.Site) bool { return among(a.waiting, made) }

// among says whether what a site makes is among what was judged.
func among(judged map[string]bool, made eval.Site) bool {
	return len(judged) > 0 && slices.ContainsFunc(clientKeys(made), func(k string) bool { return judged[k] })
}

// maxBarren bounds how many functions of a package in a row are tried that show nothing new.
const maxBarren = 4 * maxAlike

// handedOn returns the calls of the API through clients that the package makes and that functions of
// other packages send by, which nobody in view calls. Functions that send in the same way are tried up to
// a bound.
func (a *analyzer) handedOn() []*Call {
	var out []*Call
	seen, barren := map[string]bool{}, map[string]int{}
	for _, fn := range a.entries() {
		kinds := a.kindsOf(fn)
		if slices.ContainsFunc(kinds, func(k string) bool { return barren[k] >= maxAlike }) || barren[fn.Pkg] >= maxBarren {
			continue
		}
		a.machine.Run(fn)
		fresh := false
		for _, s := range a.machine.Sent {
			if a.evidence(s) != aurora.Yes {
				continue
			}
			guard.Run(func() {
				c := a.call(fn, s)
				out = append(out, c)
				for _, cl := range c.Clients {
					at := cl.made.Own(a.prog.Path)
					if key := fmt.Sprint(at, cl.Bounded, c.Deadline); at != 0 && !seen[key] {
						seen[key], fresh = true, true
					}
				}
			})
		}
		for _, k := range append(kinds, fn.Pkg) {
			if barren[k]++; fresh {
				barren[k] = 0
			}
		}
	}
	return out
}

// kindsOf names the kinds of functions that a method is one of: those of its type, and those that send by the
// same functions, which use the same ones of libraries, such as what makes a context.
func (a *analyzer) kindsOf(fn *ir.Func) []string {
	var by, uses []string
	for _, in := range fn.Instrs() {
		switch name := called(in); {
		case httplib.Lookup(in.Sym) != nil:
			uses = append(uses, name)
		case a.reach[name]:
			by = append(by, name)
		}
	}
	slices.Sort(by)
	slices.Sort(uses)
	use := "\n" + strings.Join(slices.Compact(uses), " ")
	return []string{declared(receiverType(fn)) + use, strings.Join(slices.Compact(by), " ") + use}
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
			if ans, _ := a.timeout(o); ans == aurora.No && pos.IsValid() && !reported[pos] && !a.said(o.Site) {
				return true
			}
		}
	}
	return false
}

// ordered says whether the package has another one make a client and gives it to the service that
// sends by it: what the service's own maker makes, with nothing that was left to its caller, is a
// matter of that package.
func (a *analyzer) ordered(c *Call, cl Client) bool {
	if cl.Why == DefaultClient || cl.made.Own(a.prog.Path) == 0 || a.said(cl.made) {
		return false
	}
	beside := slices.ContainsFunc(a.store.instances[declared(receiverType(c.root))], func(in instance) bool {
		return a.store.heap[in.id].Site.Own(a.prog.Path) == int(cl.Pos)
	})
	return !beside || !a.unbounded(cl.made)
}

// unbounded says whether the function of another package that was called for a client gives it no
// timeout, whoever calls.
func (a *analyzer) unbounded(made eval.Site) bool {
	first := slices.IndexFunc(made.Stack(), func(fn *ir.Func) bool { return fn.Pkg != a.prog.Path })
	way, others := made.Way(first), a.abroad.store
	others.run(made.Stack()[first])
	for typ, instances := range others.instances {
		if !httplib.Client(typ) {
			continue
		}
		for _, in := range instances {
			o := others.heap[in.id]
			if ans, _ := a.abroad.timeout(o); ans == aurora.No && o.Site.Way(0) == way {
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
		a.store.runForeign(typ, "")
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
