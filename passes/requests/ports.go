package requests

import (
	"maps"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/guard"
	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/passes/places"
)

// A service that calls an interface does not know that the API is behind it. The package that gives the
// service what calls the API looks at it once more, as if it stood in it.

// ported are the calls of the API that a package makes through its interfaces.
type ported struct {
	// wired are the calls as they are known where somebody wires the package, alone those that it
	// knows of by itself.
	wired, alone *Result
}

// ports returns the calls of the packages in view that repeat what they call through interfaces,
// where this package makes values for these.
func (r *Result) ports() []ported {
	if r.all == nil || r.ported != nil {
		return r.ported
	}
	r.ported = []ported{} // asked for once
	a := r.all
	offered, sending := a.offers(), map[string]bool{}
	for name := range a.reach {
		sending[methodOf(name)] = true
	}
	for _, path := range a.where.Packages(places.Repeats) {
		own := a.where.Funcs(a.prog, path)
		if !slices.ContainsFunc(own, a.runs) || !slices.ContainsFunc(own, func(fn *ir.Func) bool { return asks(fn, offered, sending) }) {
			continue
		}
		for i, fn := range own {
			own[i] = a.where.Placed(fn)
		}
		guard.Run(func() {
			p := ported{a.asSeen(path, own, a.prog.Own), nil}
			if len(p.wired.Calls) == 0 {
				return
			}
			p.alone = a.asSeen(path, own, nil)
			r.ported = append(r.ported, p)
		})
	}
	return r.ported
}

// offers are the interfaces of the module that the package makes values of, also of pointers to them:
// containers are told by these what to make.
func (a *analyzer) offers() map[string]bool {
	root, _, _ := strings.Cut(a.prog.Path, "/")
	out := map[string]bool{}
	for _, fn := range a.prog.Own {
		for _, in := range fn.Instrs() {
			if in.Op == ir.Iface {
				out[in.Type], out[strings.TrimPrefix(in.Sym, "*")] = true, true
			}
		}
	}
	maps.DeleteFunc(out, func(name string, _ bool) bool {
		return !strings.HasPrefix(name, root+"/") && !strings.HasPrefix(name, root+".")
	})
	return out
}

// asks says whether a function calls a method of one of some interfaces by which a request may be sent. Who
// sends one by an interface itself knows that.
func asks(fn *ir.Func, of, sending map[string]bool) bool {
	return slices.ContainsFunc(fn.Instrs(), func(in *ir.Instr) bool {
		return in.Op == ir.Invoke && of[in.Type] && sending["."+in.Sym] && !sends(in)
	})
}

// asSeen looks at a package as it sees itself, or with what functions of this one give it.
func (a *analyzer) asSeen(path string, own, givers []*ir.Func) *Result {
	b := newAnalyzer(a.prog.As(path, own), a.voc)
	b.bases, b.fset, b.reach, b.runs, b.abroad = a.bases, a.fset, a.reach, a.runs, a.abroad
	b.waiting, b.flawed, b.tried = a.waiting, a.flawed, a.tried
	b.machine.Follow(a.runs)
	b.findCallers()
	b.store.valued, b.store.whole = b.valued, len(givers) > 0
	if b.store.whole {
		maps.Copy(b.valued, a.valued)
	}
	b.runAll(slices.Concat(own, givers))
	r := &Result{an: b, all: b}
	r.Calls, _ = b.calls()
	return r
}

// retries returns the retries with a fault that the package does not report itself.
func (p ported) retries(most int) []Retry {
	known := p.alone.retries(most)
	return slices.DeleteFunc(p.wired.retries(most), func(w Retry) bool {
		return slices.ContainsFunc(known, func(k Retry) bool { return k.Pos == w.Pos && k.Fault == w.Fault })
	})
}

// unkeyed returns the calls without a good key that the package does not report itself.
func (p ported) unkeyed(headerOnly bool) []Judged {
	known := p.alone.unkeyed(headerOnly)
	return slices.DeleteFunc(p.wired.unkeyed(headerOnly), func(w Judged) bool {
		return slices.ContainsFunc(known, func(k Judged) bool { return k.Pos == w.Pos })
	})
}

// goesThrough says whether a call is made by a function of another package.
func (c *Call) goesThrough(fn *ir.Func) bool {
	return slices.ContainsFunc(c.sent.Site.Stack(), func(f *ir.Func) bool { return f.Name == fn.Name })
}
