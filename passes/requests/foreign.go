package requests

import (
	"strings"

	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/passes/program"
)

// This file says which functions of another package have to run for what is asked about it. A client with
// hundreds of methods has few that make it or set it up.

// abroadPackage are the functions of another package.
type abroadPackage struct {
	funcs []*ir.Func
	// touching are the functions that make a value of a type, set its field ("pkg.Type.field") or set a
	// variable, or receive from a channel there.
	touching map[string][]string
	// callers are the functions that call a function, or make a value of it.
	callers map[string][]string
	ran     map[string]bool
}

// runForeign runs the functions of another package that may make values of the named type or set the named
// field of one, or set the named variable, and those that call them, the first time these are asked for.
func (s *store) runForeign(name, field string) {
	dot := strings.LastIndexByte(name, '.')
	if dot < 0 || name[:dot] == s.prog.Path || s.asked[name+"\n"+field] {
		return
	}
	s.asked[name+"\n"+field] = true
	p := s.abroad(name[:dot])
	needed := p.needed(name, name+"."+field)
	for _, fn := range p.funcs {
		if needed[fn.Name] {
			s.run(fn)
		}
	}
}

// run runs a function of another package once.
func (s *store) run(fn *ir.Func) {
	p := s.abroad(fn.Pkg)
	if !p.ran[fn.Name] {
		p.ran[fn.Name] = true
		end, returned := s.machine.Fork(nil).Run(fn)
		s.record(end, returned, 0)
	}
}

// abroad returns what is known of the functions of another package.
func (s *store) abroad(path string) *abroadPackage {
	p := s.foreign[path]
	if p == nil {
		p = s.newAbroad(path)
		s.foreign[path] = p
	}
	return p
}

func (s *store) newAbroad(path string) *abroadPackage {
	p := &abroadPackage{touching: map[string][]string{}, callers: map[string][]string{}, ran: map[string]bool{}}
	s.prog.Funcs(func(fn *ir.Func) {
		if fn.Pkg == path {
			p.add(s.prog, fn)
		}
	})
	return p
}

// add notes what a function of the package touches and calls.
func (p *abroadPackage) add(prog *program.Program, fn *ir.Func) {
	p.funcs = append(p.funcs, fn)
	t := &toucher{p: p, prog: prog, fn: fn, types: fn.Types()}
	for _, in := range fn.Instrs() {
		t.instr(in)
	}
}

// maxCallers bounds the functions that run because they call others: what hundreds of methods have in
// common is not set up by each.
const maxCallers = 64

// needed returns the functions that touch what is asked for, and those that call them, the nearest ones first.
func (p *abroadPackage) needed(asked ...string) map[string]bool {
	out := map[string]bool{}
	var queue []string
	for _, a := range asked {
		for _, name := range p.touching[a] {
			if !out[name] {
				out[name] = true
				queue = append(queue, name)
			}
		}
	}
	for most := len(out) + maxCallers; len(queue) > 0; queue = queue[1:] {
		for _, name := range p.callers[queue[0]] {
			if !out[name] && len(out) < most {
				out[name] = true
				queue = append(queue, name)
			}
		}
	}
	return out
}

// toucher notes what one function touches.
type toucher struct {
	p     *abroadPackage
	prog  *program.Program
	fn    *ir.Func
	types *ir.Types
}

func (t *toucher) touch(what string) { t.p.touching[what] = append(t.p.touching[what], t.fn.Name) }

func (t *toucher) instr(in *ir.Instr) {
	if name := called(in); name != "" && in.Op != ir.Invoke {
		t.p.callers[name] = append(t.p.callers[name], t.fn.Name)
	}
	switch in.Op {
	case ir.Alloc:
		t.makes(in.Sym, 0)
	case ir.Store, ir.MapUpdate:
		t.sets(in.Args[0], 0)
		t.makes(strings.TrimPrefix(t.types.Of(in.Args[0]), "*"), 0)
	case ir.Recv, ir.Select: // what is sent is followed to who receives it
		for _, arg := range in.Args {
			t.sets(arg, 0)
		}
	case ir.Call, ir.Invoke:
		for _, arg := range in.Args {
			if t.mayBeSet(arg) && !sends(in) {
				t.sets(arg, 0)
			}
		}
	}
	for _, arg := range in.Args {
		if c := t.fn.Const(arg); c != nil && c.Kind == ir.KindFunc {
			t.p.callers[c.Str] = append(t.p.callers[c.Str], t.fn.Name)
		}
	}
}

// mayBeSet says whether a function that is given an operand may set what the operand points to, or receive from
// it: a variable, a field, a channel, or what belongs to an HTTP library.
func (t *toucher) mayBeSet(arg ir.Ref) bool {
	if d := t.types.Def(arg); arg < 0 || d != nil && d.Op == ir.FieldAddr {
		return true
	}
	typ := strings.TrimLeft(t.types.Of(arg), "*")
	if strings.HasPrefix(strings.TrimPrefix(typ, "<-"), "chan") {
		return true
	}
	dot := strings.LastIndexByte(typ, '.')
	return dot > 0 && httplib.Knows(typ[:dot])
}

// makes notes a type with the types of the structs inside it.
func (t *toucher) makes(typ string, depth int) {
	t.touch(declared(typ))
	if of := t.prog.Type(typ); of != nil && depth < 4 {
		for _, f := range of.Fields {
			t.makes(f.Type, depth+1)
		}
	}
}

// sets notes the fields and the variable by which an address is found.
func (t *toucher) sets(addr ir.Ref, depth int) {
	if c := t.fn.Const(addr); c != nil && c.Kind == ir.KindGlobal {
		t.touch(c.Str)
	}
	in := t.types.Def(addr)
	if addr < 0 || in == nil || depth > 8 {
		return
	}
	switch in.Op {
	case ir.FieldAddr, ir.FieldOf:
		t.touch(declared(strings.TrimLeft(t.types.Of(in.Args[0]), "*")) + "." + in.Sym)
		t.sets(in.Args[0], depth+1)
	case ir.Load, ir.IndexAddr, ir.Index, ir.Lookup, ir.Extract, ir.Assert, ir.Convert, ir.Iface, ir.Slice:
		t.sets(in.Args[0], depth+1)
	case ir.Phi:
		for _, arg := range in.Args {
			t.sets(arg, depth+1)
		}
	}
}
