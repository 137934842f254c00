package requests

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file says what outlives a function that fetches a token, and where it is found again.

// isContainer says whether an object is a map, or one of a library that keeps what it is given.
func isContainer(o *eval.Object) bool {
	return o.IsMap() || o.Type == "sync.Map" || strings.HasPrefix(o.Type, "sync/atomic.") || o.Ends != nil
}

// container returns the field or variable that a container is found in; "" for another object.
func (k *keeper) container(id int, o *eval.Object) string {
	switch {
	case !isContainer(o):
		return ""
	case o.Lazy != nil:
		return k.a.store.place(o.Lazy)
	}
	place, _ := k.a.store.keptAt(id)
	return place
}

// generic notes a token in an object of a generic type of another package, which knows nothing of
// tokens: what is kept in it is said where it is made.
func (k *keeper) generic(id int, o *eval.Object, lasting bool) {
	typ := declared(o.Type)
	dot := strings.LastIndexByte(typ, '.')
	if typ == o.Type || isContainer(o) || o.Lazy != nil || o.Site.Frame == nil || dot < 0 || typ[:dot] == k.a.prog.Path {
		return
	}
	pos := o.Site.Own(k.a.prog.Path)
	if pos == 0 || k.a.kept.elsewhere[pos] != nil {
		return
	}
	if _, stays := k.a.store.keptAt(id); !stays && !lasting {
		return
	}
	for _, f := range sorted(o.Fields) {
		if !k.anyToken(o.Fields[f]) {
			continue
		}
		w := &renewal{a: k.a, place: typ + "." + f, typ: typ, name: f, fill: map[string]bool{}}
		k.a.prog.Funcs(func(fn *ir.Func) {
			if fn.Pkg == k.a.prog.Path || fn.Pkg == typ[:dot] {
				w.funcs = append(w.funcs, fn)
			}
		})
		k.a.kept.elsewhere[pos] = w
		return
	}
}

// keptPlace is a field or variable in which an object is kept.
type keptPlace struct {
	name    string
	lasting bool // it is there for as long as the program runs
}

// keptAt returns the field or variable in which the packages in view keep an object that
// another run made, "" for none; lasting says that it is there for as long as the program runs.
func (s *store) keptAt(id int) (place string, lasting bool) {
	if s.places == nil {
		s.places = s.keptPlaces()
	}
	at := s.places[id]
	return at.name, at.lasting
}

// keptPlaces finds the first place of every object that is kept.
func (s *store) keptPlaces() map[int]keptPlace {
	out := map[int]keptPlace{}
	note := func(v eval.Value, holder int, at keptPlace) {
		for _, v := range eval.Values(v) {
			if r, ok := v.(*eval.Ref); ok && r.ID != holder && out[r.ID].name == "" {
				out[r.ID] = at
			}
		}
	}
	for _, name := range sorted(s.globals) {
		for _, v := range s.globals[name] {
			note(v, 0, keptPlace{name, true})
		}
	}
	for _, typ := range sorted(s.instances) {
		for _, in := range s.instances[typ] {
			o := s.heap[in.id]
			for _, f := range sorted(o.Fields) {
				note(o.Fields[f], in.id, keptPlace{typ + "." + f, isMaker(o.Site.Frame.Fn)})
			}
		}
	}
	return out
}

// lasting returns the objects that outlive the function: what variables hold, what a
// constructor returns, all in the function that the program or package begins with; and the
// function values among these, with what they have captured.
func (k *keeper) lasting(fn *ir.Func, returned eval.Value, globals map[string]eval.Value) (objects map[int]bool, literals []*eval.Fn) {
	out := map[int]bool{}
	var reach func(v eval.Value)
	reach = func(v eval.Value) {
		(&eval.Sent{State: k.end}).Walk(v, func(v eval.Value) {
			switch v := v.(type) {
			case *eval.Ref:
				out[v.ID] = true
			case *eval.Fn:
				if slices.ContainsFunc(literals, func(f *eval.Fn) bool { return f.Name == v.Name }) {
					return
				}
				literals = append(literals, v)
				for _, free := range v.Free {
					reach(free)
				}
			}
		})
	}
	for _, v := range globals {
		reach(v)
	}
	if isMaker(fn) {
		reach(returned)
	}
	for id, o := range k.end.Heap() {
		switch {
		case lastWord(fn.Name) == "init", o.Global != "":
			out[id] = true
		case o.Lazy != nil && fn.Recv:
			for _, v := range o.Fields {
				reach(v)
			}
		}
	}
	return out, literals
}

// isMaker says whether what a function returns is there to stay: others may call it once, or its
// name says so.
func isMaker(fn *ir.Func) bool { return fn.Exported || namedMaker(fn) }

func namedMaker(fn *ir.Func) bool {
	words := aurora.Words(lastWord(fn.Name))
	return len(words) > 0 && slices.Contains(makerWords, words[0])
}

var makerWords = []string{"new", "must", "open", "connect", "dial", "setup", "init", "make", "build", "create", "load", "provide"}

// capturesToken says whether a function value has a token from where it was made, which no literal
// of that function replaces.
func (k *keeper) capturesToken(v *eval.Fn, depth int) bool {
	fn := k.a.prog.Func(v.Name)
	if fn == nil || len(fn.Free) != len(v.Free) {
		return false
	}
	for i, free := range v.Free {
		if k.anyAt(free, depth+1) && !k.a.replaced(fn, fn.Free[i].Name) {
			return true
		}
	}
	return false
}

// replaced says whether a literal of the same function stores something in a captured variable.
func (a *analyzer) replaced(fn *ir.Func, variable string) bool {
	outer := outermost(fn.Name)
	return slices.ContainsFunc(a.prog.Own, func(g *ir.Func) bool {
		i := slices.IndexFunc(g.Free, func(v ir.Var) bool { return v.Name == variable })
		return i >= 0 && outermost(g.Name) == outer && slices.ContainsFunc(g.Instrs(), func(in *ir.Instr) bool {
			return in.Op == ir.Store && in.Args[0] == ir.Ref(len(g.Params)+i)
		})
	})
}

// outermost is the name of the function that a literal stands in.
func outermost(name string) string {
	name, _, _ = strings.Cut(name, "$")
	return name
}
