package requests

import (
	"go/token"
	"slices"

	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file finds which call gives a number to the function that uses it.

// givenAt is the call in the package that gives an operand of a function as a constant; at when the function
// has it by itself.
func (t *trials) givenAt(o *seen, f *eval.Frame, r ir.Ref, at token.Pos) token.Pos {
	for {
		if f, r = t.parameter(o, f, r); r < 0 || f.Parent == nil || f.Call == nil {
			break
		}
		args := f.Call.Args
		if f.Call.Op == ir.Call {
			args = args[1:]
		}
		if int(r) >= len(args) || f.Call.Op == ir.Call && f.Call.Sym != "" && ir.PlainName(f.Call.Sym) != ir.PlainName(f.Fn.Name) {
			break // a library may give it something else
		}
		if f.CallPos != 0 && f.Parent.Fn.Pkg == t.a.prog.Path {
			at = token.Pos(f.CallPos)
		}
		r, f = args[r], f.Parent
	}
	return at
}

// parameter is the parameter that an operand is, or that it is a part of: an object that the caller has made
// for the call. That of a literal may be one of the function around it.
func (t *trials) parameter(o *seen, f *eval.Frame, r ir.Ref) (*eval.Frame, ir.Ref) {
	part := false
	for range 8 {
		if r < 0 {
			break
		}
		if n := len(f.Fn.Params); int(r) < n {
			ref, ok := f.Value(r).(*eval.Ref)
			if obj := o.sent.State.Object(refID(ref)); part && (!ok || obj == nil || obj.Site.Frame != f.Parent) {
				break
			}
			return f, r
		} else if int(r) < n+len(f.Fn.Free) {
			f, r = f.Around, captured(f, r)
			continue
		}
		in := f.Fn.Def(r)
		switch {
		case in == nil:
			return nil, ir.None
		case in.Op == ir.Alloc:
			r = onlyStored(f.Fn, r)
		case in.Op == ir.Load || in.Op == ir.Convert:
			r = in.Args[0]
			part = part || in.Op == ir.Load && r >= 0 && int(r) < len(f.Fn.Params)
		case in.Op == ir.FieldAddr || in.Op == ir.FieldOf:
			r, part = in.Args[0], true
		default:
			return nil, ir.None
		}
	}
	return nil, ir.None
}

// captured is what a captured variable of a literal is in the function around it.
func captured(f *eval.Frame, r ir.Ref) ir.Ref {
	if f.Around != nil {
		for _, in := range f.Around.Fn.Instrs() {
			if in.Op == ir.Closure && in.Sym == f.Fn.Name {
				return in.Args[int(r)-len(f.Fn.Params)]
			}
		}
	}
	return ir.None
}

// onlyStored is what a variable gets in the one place that sets it.
func onlyStored(fn *ir.Func, variable ir.Ref) ir.Ref {
	out := ir.None
	for _, in := range fn.Instrs() {
		if in.Op == ir.Store && in.Args[0] == variable {
			if out != ir.None {
				return ir.None
			}
			out = in.Args[1]
		}
	}
	return out
}

func refID(r *eval.Ref) int {
	if r == nil {
		return 0
	}
	return r.ID
}

// countedAt is where a client is told how often it repeats, by the property that says so: the call that gives the
// number, else at.
func (t *trials) countedAt(o *seen, property string, at token.Pos) token.Pos {
	p := o.loop.Policy
	site, ok := p.Set[property]
	if !ok || site.Instr == nil {
		return at
	}
	if own := site.Own(t.a.prog.Path); site.Frame != p.Site.Frame && own != 0 {
		at = token.Pos(own)
	}
	args := slices.DeleteFunc(slices.Clone(site.Instr.Args), func(r ir.Ref) bool { return r == ir.None })
	n := len(args) - 1
	if row := httplib.Lookup(site.Instr.Sym); row != nil && site.Instr.Op == ir.Call {
		d, _ := row.Get(property)
		n = d.Arg
	}
	if n < 0 || n >= len(args) {
		return at
	}
	return t.givenAt(o, site.Frame, args[n], at)
}
