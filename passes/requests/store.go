package requests

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/passes/program"
)

// store holds what the functions in view store in the fields of the types they make and
// in package variables. It answers eval's questions about holes.
type store struct {
	prog    *program.Program
	machine *eval.Machine
	// instances are the objects that runs made, by type; those of all instantiations of a
	// generic type together. made counts them by instantiation.
	instances map[string][]instance
	made      map[string]int
	globals   map[string][]eval.Value
	// heap holds the objects of all runs: no two runs give an object the same identity.
	heap map[int]*eval.Object
	// found remembers the answers, until more functions have run.
	found map[string]eval.Value
	// places are those where objects are kept, nil until they are asked for after more functions have run.
	places map[int]keptPlace
	// holding are the objects that keep another one, likewise.
	holding map[int][]*eval.Object
	// late are the fields that code sets on an object it found in a field or variable,
	// by the place of the object.
	late map[string]map[string]eval.Value
	// lateFields are the fields that methods set on their receivers, by type and field.
	lateFields map[string][]eval.Value
	// foreign are the other packages that were asked about, asked what of them.
	foreign map[string]*abroadPackage
	asked   map[string]bool
	// valued are the functions that the package under analysis uses as values.
	valued map[string]bool
	// whole says that all callers count that are in view, and no others.
	whole bool
}

// instance is an object in the memory of the run that made it.
type instance struct {
	id int
	// site names the place that makes it; own says that the run started there, so that
	// the parameters of the maker are holes.
	site string
	own  bool
	// exported says that callers which are not in view can make it.
	exported bool
}

func newStore(p *program.Program) *store {
	return &store{
		prog: p, instances: map[string][]instance{}, made: map[string]int{}, globals: map[string][]eval.Value{},
		heap: map[int]*eval.Object{}, found: map[string]eval.Value{},
		late: map[string]map[string]eval.Value{}, lateFields: map[string][]eval.Value{}, foreign: map[string]*abroadPackage{}, asked: map[string]bool{},
	}
}

// maxInstances bounds the objects kept for one type.
const maxInstances = 24

// record keeps what a run left in memory, and what it returned, of objects with a later identity
// than the given one.
func (s *store) record(end *eval.State, returned eval.Value, after int) {
	if end == nil {
		return
	}
	clear(s.found)
	s.places, s.holding = nil, nil
	heap := end.Heap()
	maps.Copy(s.heap, heap)
	s.share(returned)
	for _, id := range slices.Sorted(maps.Keys(heap)) {
		o := heap[id]
		switch {
		case id <= after:
		case o.Lazy != nil && o.Copied:
		case o.Lazy != nil:
			s.recordLate(o)
		case o.Type != "" && o.Site.Frame != nil && s.made[o.Type] < maxInstances:
			s.made[o.Type]++
			for _, typ := range append([]string{o.Type}, o.Also...) {
				typ = declared(typ)
				s.instances[typ] = append(s.instances[typ], instance{
					id: id, site: siteKey(o.Site), own: o.Site.Frame.Parent == nil,
					exported: o.Site.Stack()[0].Exported,
				})
			}
		}
	}
	for name, v := range end.Globals() {
		if r, ok := v.(*eval.Ref); ok && heap[r.ID].Global == name {
			v = s.contents(name, heap[r.ID])
		}
		s.globals[name] = append(s.globals[name], v)
	}
}

// share notes that whoever gets a map from a function may put something into it.
func (s *store) share(v eval.Value) {
	for _, x := range resultsOf(v) {
		r, ok := x.(*eval.Ref)
		if !ok || s.heap[r.ID] == nil {
			continue
		}
		if o := *s.heap[r.ID]; o.Type == "net/http.Header" || strings.HasPrefix(o.Type, "map[") {
			o.Open = true
			s.heap[r.ID] = &o
		}
	}
}

// contents returns the contents of a variable that is itself a struct: what is not set
// in view is zero.
func (s *store) contents(name string, o *eval.Object) *eval.Ref {
	cp := *o
	cp.Lazy, cp.Site, cp.Fields = nil, eval.Site{Pos: s.prog.GlobalPos(name)}, maps.Clone(o.Fields)
	for _, f := range sorted(cp.Fields) {
		// The structs inside it are as known as itself.
		if r, ok := cp.Fields[f].(*eval.Ref); ok && s.heap[r.ID] != nil && s.heap[r.ID].Lazy != nil && s.heap[r.ID].Lazy.Origin == eval.FieldSym {
			cp.Fields[f] = s.contents(name, s.heap[r.ID])
		}
	}
	return s.put(&cp)
}

// put keeps an object that no run made.
func (s *store) put(o *eval.Object) *eval.Ref {
	id := s.machine.NewID()
	s.heap[id] = o
	return &eval.Ref{ID: id}
}

func siteKey(s eval.Site) string {
	return s.Frame.Fn.Name + "@" + strconv.Itoa(s.Pos)
}

// recordLate keeps what a run set on an object that it did not make.
func (s *store) recordLate(o *eval.Object) {
	for _, f := range slices.Sorted(maps.Keys(o.Fields)) {
		v := o.Fields[f]
		if place := s.place(o.Lazy); place != "" {
			if s.late[place] == nil {
				s.late[place] = map[string]eval.Value{}
			}
			if _, isRef := v.(*eval.Ref); (!isRef || place == eval.DefaultTransport || place == eval.DefaultClient) && !s.unchanged(v, o.Lazy, f) {
				s.late[place][f] = v
			}
		}
		if !s.unchanged(v, o.Lazy, f) && o.Lazy.Type != "" {
			key := declared(strings.TrimLeft(o.Lazy.Type, "*")) + "." + f
			s.lateFields[key] = append(s.lateFields[key], v)
		}
	}
}

// unchanged says whether a field still holds what it held before.
func (s *store) unchanged(v eval.Value, of *eval.Sym, field string) bool {
	sym, ok := v.(*eval.Sym)
	if r, isRef := v.(*eval.Ref); isRef && s.heap[r.ID] != nil && s.heap[r.ID].Lazy != nil {
		sym, ok = s.heap[r.ID].Lazy, true // the struct that the field is, looked at
	}
	return ok && sym.Origin == eval.FieldSym && sym.Name == field && sym.Of == eval.Value(of)
}

// place names the field or variable that a hole stands for; "" for another hole.
func (s *store) place(sym *eval.Sym) string {
	switch sym.Origin {
	case eval.GlobalSym:
		return sym.Name
	case eval.FieldSym:
		// Of addresses there are many: what is put into one says nothing of another.
		if of, ok := sym.Of.(*eval.Sym); ok && of.Type != "" && strings.TrimLeft(of.Type, "*") != "net/url.URL" {
			return strings.TrimLeft(of.Type, "*") + "." + sym.Name
		}
	}
	return ""
}

// Lookup implements eval.Stored.
func (s *store) Lookup(sym *eval.Sym) (eval.Value, map[int]*eval.Object) {
	if v := s.entry(sym); v != nil {
		return v, s.heap
	}
	place := s.place(sym)
	if place == "" {
		return nil, nil
	}
	v, ok := s.found[place]
	if !ok {
		s.found[place] = nil // a place that holds itself adds nothing
		v = s.search(sym, place)
		s.found[place] = v
	}
	if v == nil {
		return nil, nil
	}
	return v, s.heap
}

// search looks for what is stored at a place.
func (s *store) search(sym *eval.Sym, place string) eval.Value {
	var found []eval.Value
	if sym.Origin == eval.GlobalSym {
		s.runForeign(sym.Name, "")
		found = s.globals[sym.Name]
		if len(found) == 0 && s.isStruct(sym.Type) && s.prog.GlobalPos(sym.Name) != 0 {
			site := eval.Site{Pos: s.prog.GlobalPos(sym.Name)}
			found = []eval.Value{s.put(&eval.Object{Type: sym.Type, Site: site, Fields: map[string]eval.Value{}, Global: sym.Name})}
		}
	} else {
		found = s.fieldValues(strings.TrimLeft(sym.Of.(*eval.Sym).Type, "*"), sym.Name)
	}
	v := s.merge(found)
	if v != nil && sym.Origin == eval.FieldSym {
		v = keptIn(v, sym)
	}
	if v != nil {
		s.overlay(place, v)
	}
	return v
}

// fieldValues returns what the instances of a type hold in a field.
func (s *store) fieldValues(typ, field string) []eval.Value {
	s.runForeign(declared(typ), field)
	var out, fallback []eval.Value
	made := s.madeOf(typ)
	byCaller := s.byCallers(made)
	told := false
	for _, in := range made {
		o := s.heap[in.id]
		v, ok := o.Fields[field]
		if !ok {
			v = s.zero(o.Type, field, o)
		}
		told = told || ok || !o.Open && s.prog.Type(o.Type) != nil
		if byCaller[in.id] && (s.whole || !in.exported) {
			fallback = append(fallback, v)
			continue
		}
		out = append(out, s.wired(in, v))
	}
	late := s.lateFields[declared(typ)+"."+field]
	if len(late) > 0 {
		out = slices.DeleteFunc(out, eval.IsEmpty)
	}
	out = append(out, late...)
	if len(out) == 0 {
		out = fallback
	}
	if !told && len(late) == 0 {
		return nil // other code fills them all: where the hole is says more
	}
	return out
}

// byCallers are the instances that a run made whose function another run came to on its way to the same place.
func (s *store) byCallers(made []instance) map[int]bool {
	if len(made) < 2 {
		return nil
	}
	below := map[string]bool{}
	for _, in := range made {
		site := s.heap[in.id].Site
		for i := range site.Stack() {
			if i > 0 {
				below[site.Way(i)] = true
			}
		}
	}
	out := map[int]bool{}
	for _, in := range made {
		out[in.id] = below[s.heap[in.id].Site.Way(0)]
	}
	return out
}

// makers is in how many places instances of a type are made.
func (s *store) makers(typ string) int {
	sites := map[string]bool{}
	for _, in := range s.instances[declared(typ)] {
		sites[in.site] = true
	}
	return len(sites)
}

// zero is the value of a field that the instance does not set: a client that is a field
// by value is a client without a timeout.
func (s *store) zero(typ, field string, o *eval.Object) eval.Value {
	t := s.prog.Type(typ)
	if t == nil || o.Open {
		return &eval.Sym{Origin: eval.Unknown, Name: field}
	}
	for _, f := range t.Fields {
		if f.Name == field && httplib.TypeOf(f.Type).Struct {
			return s.put(&eval.Object{Type: f.Type, Site: o.Site, Fields: map[string]eval.Value{}})
		}
	}
	return eval.Zero
}

// isStruct says whether a variable of the type is itself a struct: without a word from
// anybody it is zero.
func (s *store) isStruct(typ string) bool {
	return httplib.TypeOf(typ).Struct || strings.HasPrefix(typ, "struct{") || !strings.HasPrefix(typ, "*") && s.prog.Type(typ) != nil
}

// merge joins the values of several runs.
func (s *store) merge(found []eval.Value) eval.Value {
	var known, holes []eval.Value
	if found == nil {
		return nil
	}
	for _, f := range []eval.Value{eval.Join(found...)} {
		for _, v := range eval.Values(f) {
			sym, ok := v.(*eval.Sym)
			if !ok || sym.Origin == eval.Env {
				known = append(known, v)
				continue
			}
			if sym.Summed {
				if w, _ := s.Lookup(sym); w != nil {
					known = append(known, w)
					continue
				}
			}
			if sym.Origin == eval.GlobalSym {
				known = append(known, v)
				continue
			}
			holes = append(holes, s.hole(sym))
		}
	}
	return eval.Join(append(known, holes...)...)
}

// keptIn notes of the holes of a value in which field they were kept.
func keptIn(v eval.Value, field *eval.Sym) eval.Value {
	var out []eval.Value
	for _, x := range eval.Values(v) {
		if sym, ok := x.(*eval.Sym); ok && sym.Kept == nil && (sym.Origin == eval.Param || sym.Origin == eval.Derived) {
			cp := *sym
			cp.Kept = field
			x = &cp
		}
		out = append(out, x)
	}
	return eval.Join(out...)
}

// hole is what a hole of another function stands for here.
func (s *store) hole(sym *eval.Sym) eval.Value {
	switch {
	case strings.HasPrefix(sym.Type, "[]"):
		return eval.Zero // options that nobody in view gives are not given
	case sym.Origin == eval.Param && s.prog.Type(sym.Type) != nil:
		// A service that was handed in: what is made of its type is in view.
		cp := *sym
		cp.Summed = true
		return &cp
	}
	return sym
}

// overlay applies what is set later on the objects at a place.
func (s *store) overlay(place string, v eval.Value) {
	fields := s.late[place]
	if len(fields) == 0 {
		return
	}
	s.holding = nil
	for _, x := range eval.Values(v) {
		r, ok := x.(*eval.Ref)
		if !ok || s.heap[r.ID] == nil {
			continue
		}
		o := *s.heap[r.ID]
		o.Fields = maps.Clone(o.Fields)
		for f, w := range fields {
			if !eval.IsEmpty(w) {
				o.Fields[f] = w
			}
		}
		s.heap[r.ID] = &o
	}
}
