package requests

import (
	"maps"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/passes/program"
)

// store holds what the functions in view store in the fields of the types they make and
// in package variables. It answers eval's questions about holes.
type store struct {
	prog    *program.Program
	machine *eval.Machine
	// instances are the objects that runs made, by type.
	instances map[string][]instance
	globals   map[string][]stored
	// late are the fields that code sets on an object it found in a field or variable,
	// by the place of the object.
	late map[string]map[string]eval.Value
	// lateFields are the fields that methods set on their receivers, by type and field.
	lateFields map[string][]stored
	// foreign are the packages whose functions have been run.
	foreign map[string]bool
	depth   int
}

// instance is an object in the memory of the run that made it.
type instance struct {
	id   int
	heap map[int]*eval.Object
	// site names the place that makes it; own says that the run started there, so that
	// the parameters of the maker are holes.
	site string
	own  bool
	// exported says that callers which are not in view can make it.
	exported bool
}

type stored struct {
	val  eval.Value
	heap map[int]*eval.Object
}

func newStore(p *program.Program) *store {
	return &store{
		prog: p, instances: map[string][]instance{}, globals: map[string][]stored{},
		late: map[string]map[string]eval.Value{}, lateFields: map[string][]stored{}, foreign: map[string]bool{},
	}
}

// maxInstances bounds the objects kept for one type.
const maxInstances = 24

// record keeps what a run left in memory.
func (s *store) record(end *eval.State) {
	if end == nil {
		return
	}
	heap := end.Heap()
	for _, id := range slices.Sorted(maps.Keys(heap)) {
		o := heap[id]
		switch {
		case o.Lazy != nil && o.Copied:
		case o.Lazy != nil:
			s.recordLate(o, heap)
		case o.Type != "" && o.Site.Frame != nil && len(s.instances[o.Type]) < maxInstances:
			s.instances[o.Type] = append(s.instances[o.Type], instance{
				id: id, heap: heap, site: siteKey(o.Site), own: o.Site.Frame.Parent == nil,
				exported: o.Site.Frame.Fn.Exported,
			})
		}
	}
	for name, v := range end.Globals() {
		s.globals[name] = append(s.globals[name], stored{v, heap})
		if r, ok := v.(*eval.Ref); ok && heap[r.ID].Global == name {
			s.recordGlobal(name, heap[r.ID], heap)
		}
	}
}

// recordGlobal keeps the contents of a variable that is itself a struct: what is not
// set in view is zero.
func (s *store) recordGlobal(name string, o *eval.Object, heap map[int]*eval.Object) {
	cp := *o
	cp.Lazy, cp.Site = nil, eval.Site{Pos: s.prog.GlobalPos(name)}
	id := s.machine.NewID()
	heap[id] = &cp
	list := s.globals[name]
	list[len(list)-1].val = &eval.Ref{ID: id}
}

func siteKey(s eval.Site) string {
	return s.Frame.Fn.Name + "@" + itoa(s.Pos)
}

func itoa(i int) string {
	if i == 0 {
		return "0"
	}
	var b []byte
	for ; i > 0; i /= 10 {
		b = append([]byte{byte('0' + i%10)}, b...)
	}
	return string(b)
}

// recordLate keeps what a run set on an object that it did not make.
func (s *store) recordLate(o *eval.Object, heap map[int]*eval.Object) {
	for _, f := range slices.Sorted(maps.Keys(o.Fields)) {
		v := o.Fields[f]
		if place := s.place(o.Lazy); place != "" {
			if s.late[place] == nil {
				s.late[place] = map[string]eval.Value{}
			}
			if _, isRef := v.(*eval.Ref); !isRef && !unchanged(v, o.Lazy, f, heap) {
				s.late[place][f] = v
			}
		}
		if !unchanged(v, o.Lazy, f, heap) && o.Lazy.Type != "" {
			key := strings.TrimLeft(o.Lazy.Type, "*") + "." + f
			s.lateFields[key] = append(s.lateFields[key], stored{v, heap})
		}
	}
}

// unchanged says whether a field still holds what it held before.
func unchanged(v eval.Value, of *eval.Sym, field string, heap map[int]*eval.Object) bool {
	sym, ok := v.(*eval.Sym)
	if r, isRef := v.(*eval.Ref); isRef && heap[r.ID] != nil && heap[r.ID].Lazy != nil {
		sym, ok = heap[r.ID].Lazy, true // the struct that the field is, looked at
	}
	return ok && sym.Origin == eval.FieldSym && sym.Name == field && sym.Of == eval.Value(of)
}

// place names the field or variable that a hole stands for; "" for another hole.
func (s *store) place(sym *eval.Sym) string {
	switch sym.Origin {
	case eval.GlobalSym:
		return sym.Name
	case eval.FieldSym:
		if of, ok := sym.Of.(*eval.Sym); ok && of.Type != "" {
			return strings.TrimLeft(of.Type, "*") + "." + sym.Name
		}
	}
	return ""
}

// Lookup implements eval.Stored.
func (s *store) Lookup(sym *eval.Sym) (eval.Value, map[int]*eval.Object) {
	if s.depth > 6 {
		return nil, nil
	}
	s.depth++
	defer func() { s.depth-- }()
	var found []stored
	switch sym.Origin {
	case eval.GlobalSym:
		s.runForeign(sym.Name)
		found = s.globals[sym.Name]
		if len(found) == 0 && isClientType(sym.Type) && s.prog.GlobalPos(sym.Name) != 0 {
			id := s.machine.NewID()
			heap := map[int]*eval.Object{id: {Type: sym.Type, Site: eval.Site{Pos: s.prog.GlobalPos(sym.Name)}, Fields: map[string]eval.Value{}}}
			found = []stored{{&eval.Ref{ID: id}, heap}}
		}
	case eval.FieldSym:
		of, ok := sym.Of.(*eval.Sym)
		if !ok || of.Type == "" {
			return nil, nil
		}
		found = s.fieldValues(strings.TrimLeft(of.Type, "*"), sym.Name)
	}
	v, heap := s.merge(found)
	if v == nil {
		return nil, nil
	}
	return s.overlay(s.place(sym), v, heap)
}

// fieldValues returns what the instances of a type hold in a field.
func (s *store) fieldValues(typ, field string) []stored {
	s.runForeign(typ)
	var out, fallback []stored
	byCaller := map[string]bool{}
	for _, in := range s.instances[typ] {
		if !in.own {
			byCaller[in.site] = true
		}
	}
	for _, in := range s.instances[typ] {
		o := in.heap[in.id]
		v, ok := o.Fields[field]
		if !ok {
			v = s.zero(typ, field, o, in)
		}
		if in.own && byCaller[in.site] && !in.exported {
			fallback = append(fallback, stored{v, in.heap})
			continue
		}
		out = append(out, stored{v, in.heap})
	}
	late := s.lateFields[typ+"."+field]
	if len(late) > 0 {
		out = slices.DeleteFunc(out, func(x stored) bool { return eval.IsEmpty(x.val) })
	}
	out = append(out, late...)
	if len(out) == 0 {
		out = fallback
	}
	return out
}

// zero is the value of a field that the instance does not set: a client that is a field
// by value is a client without a timeout.
func (s *store) zero(typ, field string, o *eval.Object, in instance) eval.Value {
	t := s.prog.Type(typ)
	if t == nil || o.Open {
		return &eval.Sym{Origin: eval.Unknown, Name: field}
	}
	for _, f := range t.Fields {
		if f.Name == field && isClientType(f.Type) {
			id := s.machine.NewID()
			in.heap[id] = &eval.Object{Type: f.Type, Site: o.Site, Fields: map[string]eval.Value{}}
			return &eval.Ref{ID: id}
		}
	}
	return eval.Zero
}

func isClientType(t string) bool {
	return t == "net/http.Client" || t == "github.com/valyala/fasthttp.Client"
}

// merge joins values of several runs and their memories.
func (s *store) merge(found []stored) (eval.Value, map[int]*eval.Object) {
	heap := map[int]*eval.Object{}
	var known, holes []eval.Value
	for _, f := range found {
		for _, v := range eval.Values(f.val) {
			if sym, ok := v.(*eval.Sym); ok && sym.Summed {
				if w, h := s.Lookup(sym); w != nil {
					known = append(known, w)
					maps.Copy(heap, h)
					continue
				}
			}
			if sym, ok := v.(*eval.Sym); ok && sym.Origin != eval.Env && sym.Origin != eval.GlobalSym {
				if sym.Origin == eval.Param && s.prog.Type(sym.Type) != nil {
					// A service that was handed in: what is made of its type is in view.
					cp := *sym
					cp.Summed = true
					v = &cp
				}
				if strings.HasPrefix(sym.Type, "[]") {
					v = eval.Zero // options that nobody in view gives are not given
				}
				holes = append(holes, v)
				continue
			}
			known = append(known, v)
		}
		maps.Copy(heap, f.heap)
	}
	return eval.Join(append(known, holes...)...), heap
}

// overlay applies what is set later on the objects at a place.
func (s *store) overlay(place string, v eval.Value, heap map[int]*eval.Object) (eval.Value, map[int]*eval.Object) {
	fields := s.late[place]
	if len(fields) == 0 {
		return v, heap
	}
	for _, x := range eval.Values(v) {
		r, ok := x.(*eval.Ref)
		if !ok || heap[r.ID] == nil {
			continue
		}
		o := *heap[r.ID]
		o.Fields = maps.Clone(o.Fields)
		for f, w := range fields {
			if !eval.IsEmpty(w) {
				o.Fields[f] = w
			}
		}
		heap[r.ID] = &o
	}
	return v, heap
}

// runForeign runs the functions of another package that may make objects of the named
// type, or set the named variable, the first time these are asked for.
func (s *store) runForeign(name string) {
	dot := strings.LastIndexByte(name, '.')
	if dot < 0 {
		return
	}
	path := name[:dot]
	if path == s.prog.Path || s.foreign[path] {
		return
	}
	s.foreign[path] = true
	m := s.machine.Fork(nil)
	s.prog.Funcs(func(fn *ir.Func) {
		if fn.Pkg == path {
			end, _ := m.Run(fn)
			s.record(end)
		}
	})
}
