package program

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// export returns what importers of the package may need: its functions and those of
// other packages that these reach. Facts about packages that are not imported
// directly are not to be had, so what is reached must travel along.
func (p *Program) export(types []*ir.Type) *ir.Package {
	out := &ir.Package{Path: p.Path, Funcs: make([]*ir.Func, 0, len(p.Own))}
	seenFunc, seenType := map[string]bool{}, map[string]bool{}
	var queue []*ir.Func
	visit := func(fn *ir.Func) {
		if fn != nil && !seenFunc[fn.Name] {
			seenFunc[fn.Name] = true
			queue = append(queue, fn)
		}
	}
	var visitType func(name string)
	visitType = func(name string) {
		name = strings.TrimLeft(name, "*[]")
		if seenType[name] {
			return
		}
		seenType[name] = true
		for _, m := range p.methods[ir.PlainName(name)] {
			visit(p.funcs[m].get())
		}
		if t := p.types[name]; t != nil {
			for _, f := range t.Fields {
				visitType(f.Type)
			}
		}
	}
	for _, t := range types {
		visitType(t.Name)
	}
	for _, fn := range p.Own {
		visit(fn)
	}
	for len(queue) > 0 {
		fn := queue[0]
		queue = queue[1:]
		out.Funcs = append(out.Funcs, fn)
		p.reach(fn, visit, visitType)
	}
	for name := range seenType {
		if t := p.types[name]; t != nil {
			out.Types = append(out.Types, t)
		}
	}
	slices.SortFunc(out.Types, func(a, b *ir.Type) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// reach visits the functions and types that a function names.
func (p *Program) reach(fn *ir.Func, visit func(*ir.Func), visitType func(string)) {
	for _, c := range fn.Consts {
		if c.Kind == ir.KindFunc {
			visit(p.funcs[c.Str].get())
		}
	}
	for _, b := range fn.Blocks {
		for i := range b.Instrs {
			switch in := &b.Instrs[i]; in.Op {
			case ir.Call, ir.Closure:
				visit(p.funcs[in.Sym].get())
				visitType(in.Type)
			case ir.Invoke:
				for _, n := range in.Names {
					visitType(n)
				}
			case ir.Alloc, ir.Iface, ir.Assert:
				visitType(in.Sym)
			}
		}
	}
}
