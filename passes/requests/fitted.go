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

// This file finds what carries requests, or how connections are made, in what a package makes for others who
// give it back to the package: to a constructor, in its settings or by an option. What fits the package's own
// services was made for these, whoever brings the two together.

// maxFitted bounds how many such makers of a package are tried, and on how many services.
const maxFitted = 24

// fitting is a way to give a value to a constructor.
type fitting struct {
	wearer
	// option is the function that makes an option of the value, its parameter taken, nil for none.
	option *ir.Func
	taken  int
	// field is the field of the constructor's settings that takes the value, "" for none.
	field string
}

// fitted returns calls of the API by services of the package that were given what its exported functions make
// and nobody in it uses.
func (a *analyzer) fitted(calls []*Call) []*Call {
	var out []*Call
	ways := map[string][]fitting{}
	left := maxFitted
	for _, maker := range a.prog.Own {
		typ := a.lends(maker)
		if typ == "" || saysSo(maker) || typ != "*"+eval.TLSConfigType && !a.isTransport(typ) {
			continue
		}
		if _, ok := ways[typ]; !ok {
			ways[typ] = a.fittings(calls, typ)
		}
		for _, w := range ways[typ] {
			if left--; left < 0 {
				return out
			}
			guard.Run(func() {
				fn := w.fit(maker)
				a.machine.Run(fn)
				for _, s := range a.machine.Sent {
					if a.evidence(s) == aurora.Yes {
						out = append(out, a.call(fn, s))
					}
				}
			})
		}
	}
	return out
}

// isTransport says whether a type is one of a transport.
func (a *analyzer) isTransport(typ string) bool {
	return typ == transportType || typ == "*"+eval.TransportType || a.prog.Method(typ, "RoundTrip") != nil
}

// fits says whether a parameter or field of a type takes a value of another.
func (a *analyzer) fits(value, place string) bool {
	return value == place || place == transportType && a.isTransport(value)
}

// fittings are the ways to give a value of a type to services that call the API; none when services take one
// that call others.
func (a *analyzer) fittings(calls []*Call, typ string) []fitting {
	out := a.fittingsOf(calls, typ)
	if len(out) == 0 {
		return nil
	}
	services := map[string]bool{}
	for _, c := range calls {
		services[receiverType(c.root)] = true
	}
	var others []*Call
	for _, fn := range a.strangers {
		if !services[receiverType(fn)] {
			others = append(others, &Call{root: fn})
		}
	}
	takes := func(c *Call) bool {
		return slices.ContainsFunc(c.root.Params, func(v ir.Var) bool { return a.fits(typ, v.Type) })
	}
	if slices.ContainsFunc(others, takes) || len(a.fittingsOf(others, typ)) > 0 {
		return nil
	}
	return out
}

// fittingsOf are the ways to give a value of a type to the services that make some calls.
func (a *analyzer) fittingsOf(calls []*Call, typ string) []fitting {
	var out []fitting
	takes := func(v ir.Var) bool { return a.fits(typ, v.Type) }
	for _, w := range a.makersWith(calls, takes) {
		out = append(out, fitting{wearer: w})
	}
	for _, w := range a.makersWith(calls, func(v ir.Var) bool { return a.fieldFor(typ, v.Type) != "" }) {
		out = append(out, fitting{wearer: w, field: a.fieldFor(typ, w.maker.Params[w.param].Type)})
	}
	for _, opt := range a.prog.Own {
		taken := slices.IndexFunc(opt.Params, takes)
		if taken < 0 {
			continue
		}
		of := a.optionOf(opt)
		for _, w := range a.makersWith(calls, func(v ir.Var) bool { return of != "" && strings.TrimPrefix(v.Type, "[]") == of }) {
			out = append(out, fitting{wearer: w, option: opt, taken: taken})
		}
	}
	return out
}

// fieldFor is the exported field of the package's settings that takes a value of a type, "" for none.
func (a *analyzer) fieldFor(typ, settings string) string {
	name := strings.TrimPrefix(settings, "*")
	t := a.prog.Type(name)
	if t == nil || !strings.HasPrefix(name, a.prog.Path+".") {
		return ""
	}
	for _, f := range t.Fields {
		if token.IsExported(f.Name) && a.fits(typ, f.Type) {
			return f.Name
		}
	}
	return ""
}

// fit makes a function that gives what a maker returns to a constructor and calls a method of what that makes.
func (w fitting) fit(maker *ir.Func) *ir.Func {
	fns := []*ir.Func{maker, w.maker, w.method}
	if w.option != nil {
		fns = []*ir.Func{maker, w.option, w.maker, w.method}
	}
	b := assemble(fns...)
	given := b.add(ir.Instr{Op: ir.Call, Sym: maker.Name, Args: b.params(0, maker)})
	if maker.Results > 1 {
		given = b.add(ir.Instr{Op: ir.Extract, Args: []ir.Ref{given}})
	}
	from, typ := len(maker.Params), w.maker.Params[w.param].Type
	switch {
	case w.option != nil:
		args := b.params(from, w.option)
		args[1+w.taken] = given
		given = b.add(ir.Instr{Op: ir.Call, Sym: w.option.Name, Args: args})
		from += len(w.option.Params)
		if strings.HasPrefix(typ, "[]") {
			given = b.list(typ, given)
		}
	case w.field != "":
		settings := ir.Ref(from + w.param) // all else in them is up to the caller
		at := b.add(ir.Instr{Op: ir.FieldAddr, Args: []ir.Ref{settings}, Sym: w.field})
		b.add(ir.Instr{Op: ir.Store, Args: []ir.Ref{at, given}})
		given = settings
	}
	return b.sends(w.wearer, from, given)
}
