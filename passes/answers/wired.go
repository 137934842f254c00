package answers

import (
	"maps"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/weblib"
	"github.com/auroravet/auroravet/passes/requests"
)

// This file holds what a package knows that brings others together: a handler that calls an
// interface does not know who calls the API behind it, and the package that does knows no handler.

// wired are the types that become values of the interfaces which functions in view call, as far as
// these make them.
type wired map[string][]string

func (w wired) add(iface, typ string) {
	if !slices.Contains(w[iface], typ) {
		w[iface] = append(w[iface], typ)
	}
}

// wiring is what functions say of interfaces.
type wiring struct {
	wired
	asked map[string]map[string]bool // the methods that are called
	from  map[string][]string        // the interfaces whose values become some of another one
	binds []*ir.Func                 // the functions that tell a container what to give
}

// wire finds what stands behind the interfaces that are called.
func (a *analyzer) wire() {
	w := &wiring{wired{}, map[string]map[string]bool{}, map[string][]string{}, nil}
	a.prog.Funcs(w.read)
	for _, fn := range w.binds {
		a.bound(w, fn)
	}
	for to, list := range w.from {
		for _, iface := range list {
			for _, typ := range w.wired[iface] {
				w.add(to, typ)
			}
		}
	}
	root, _, _ := strings.Cut(a.prog.Path, "/")
	maps.DeleteFunc(w.wired, func(iface string, _ []string) bool {
		return len(w.asked[iface]) == 0 || !strings.HasPrefix(iface, root+"/") // of the standard library, or of nobody
	})
	for _, types := range w.wired {
		slices.Sort(types)
	}
	a.wired = w.wired
}

// read notes what a function says.
func (w *wiring) read(fn *ir.Func) {
	types := fn.Types()
	for _, in := range fn.Instrs() {
		switch in.Op {
		case ir.Invoke:
			if w.asked[in.Type] == nil {
				w.asked[in.Type] = map[string]bool{}
			}
			w.asked[in.Type][in.Sym] = true
		case ir.Iface:
			w.add(in.Type, in.Sym)
		case ir.Convert:
			if strings.Contains(in.Sym, ".") {
				w.from[in.Sym] = append(w.from[in.Sym], types.Of(in.Args[0]))
			}
		case ir.Call:
			if row := weblib.Lookup(in.Sym); row != nil && row.Op == weblib.Bind {
				w.binds = append(w.binds, fn)
			}
		}
	}
}

// bound adds what the functions make that a function gives a container, to be given as interfaces.
func (a *analyzer) bound(w *wiring, fn *ir.Func) {
	for _, c := range fn.Consts {
		maker := a.prog.Func(c.Str)
		if c.Kind != ir.KindFunc || maker == nil {
			continue
		}
		typ := (&summary{fn: maker}).returns(0)
		for _, in := range fn.Instrs() {
			iface, ok := strings.CutPrefix(in.Sym, "*")
			if in.Op != ir.Iface || !ok || len(w.asked[iface]) == 0 {
				continue
			}
			lacks := func(name string) bool { m, _ := a.method(typ, name); return m == nil }
			if !slices.ContainsFunc(slices.Collect(maps.Keys(w.asked[iface])), lacks) {
				w.add(iface, typ)
			}
		}
	}
}

// behind are the methods in view that stand behind the calls of the packages whose answers are judged here.
func (a *analyzer) behind() []*ir.Func {
	var out []*ir.Func
	done := map[*ir.Func]bool{}
	a.prog.Funcs(func(fn *ir.Func) {
		for _, in := range fn.Instrs() {
			if in.Op != ir.Invoke {
				continue
			}
			for _, typ := range a.wired[in.Type] {
				if m, _ := a.method(typ, in.Sym); m != nil && !done[m] {
					done[m], out = true, append(out, m)
				}
			}
		}
	})
	return out
}

// method returns the method of a type, or of what it embeds and the fields that lead there.
func (a *analyzer) method(typ, name string) (*ir.Func, []string) {
	var path []string
	for range maxFields {
		if m := a.prog.Method(typ, name); m != nil && len(m.Blocks) > 0 {
			return m, path
		}
		t := a.prog.Type(typ)
		if t == nil {
			return nil, nil
		}
		var next ir.Field
		for _, fd := range t.Fields {
			if fd.Embedded && (next.Type == "" || a.prog.Method(fd.Type, name) != nil) {
				next = fd
			}
		}
		typ, path = next.Type, append(path, next.Name)
	}
	return nil, nil
}

// through runs what stands behind a call of an interface's method, where another package brings it
// there: what is not the same whoever stands there is not known.
func (f *frame) through(in *ir.Instr, args, results []*value) bool {
	var found [][]*value
	for _, typ := range f.a.wired[in.Type] {
		m, path := f.a.method(typ, in.Sym)
		if m == nil {
			return false
		}
		if s := f.a.done[m.Name]; s != nil && s.busy {
			continue // a layer around another one of its kind
		}
		recv := args[0]
		for _, name := range path {
			recv = recv.field(name)
		}
		c, made := &caller{f: f, in: in, args: append([]*value{recv}, args[1:]...), inside: true}, blanks(m.Results)
		for i, r := range f.a.summary(m).results {
			c.fill(made[i], r)
			f.madeOf(made[i])
		}
		if !slices.ContainsFunc(made, f.fails) {
			return false
		}
		found = append(found, made)
	}
	for _, made := range found {
		for i, r := range made {
			if i < len(results) && results[i].mergeIf(r, label.fromBehind) {
				f.news = true
			}
		}
	}
	return len(found) > 0
}

// fromBehind is the label of what stands behind an interface.
func (l label) fromBehind() (label, bool) {
	l.behind = l.send != nil
	return l, true
}

// fails says whether a value tells of an error of the API.
func (f *frame) fails(v *value) bool {
	return slices.ContainsFunc(f.text(v), func(l label) bool {
		_, ok := f.leaks(l)
		return ok && l.kind != given
	})
}

// served are the functions of other packages whose answers are judged here.
func (a *analyzer) served() []*ir.Func {
	var out []*ir.Func
	for _, path := range a.placed {
		out = append(out, a.where.Funcs(a.prog, path)...)
	}
	return out
}

// sending returns the sendings of the package and, where it brings handlers and what calls the API
// together, those of the latter.
func (a *analyzer) sending(reqs *requests.Result) *requests.Sends {
	if len(a.placed) == 0 {
		return reqs.Sends()
	}
	a.wire()
	if len(a.wired) == 0 {
		return reqs.Sends()
	}
	return reqs.SendsWith(a.behind())
}
