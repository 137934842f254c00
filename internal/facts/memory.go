package facts

import (
	"go/types"
	"maps"
	"reflect"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
)

// Memory is what is known when a package is analyzed in one process with those that it imports: facts are
// handed on as they are. It is safe for concurrent use.
type Memory struct {
	pkg   *types.Package
	mu    sync.Mutex
	facts map[key]analysis.Fact
	seen  map[*types.Package]*Memory // what it imports, directly or not
	near  map[*types.Package]bool    // what it imports directly
}

// NewMemory returns the facts that are known before pkg is analyzed: those of its imports, of which nil ones
// say nothing.
func NewMemory(pkg *types.Package, imports []*Memory) *Memory {
	m := &Memory{pkg: pkg, facts: make(map[key]analysis.Fact), seen: make(map[*types.Package]*Memory), near: make(map[*types.Package]bool)}
	for _, imp := range imports {
		if imp != nil {
			maps.Copy(m.seen, imp.seen)
			m.seen[imp.pkg], m.near[imp.pkg] = imp, true
		}
	}
	return m
}

// Serve lets a pass read and write the facts.
func (m *Memory) Serve(pass *analysis.Pass) { serve(pass, m) }

func (m *Memory) get(pkg *types.Package, obj types.Object, to analysis.Fact) bool {
	of := m
	if pkg != m.pkg {
		of = m.seen[pkg]
	}
	if of == nil || !m.sees(key{pkg: pkg, obj: obj}) {
		return false
	}
	of.mu.Lock()
	defer of.mu.Unlock()
	f, ok := of.facts[key{pkg, obj, kindOf(to)}]
	if ok {
		reflect.ValueOf(to).Elem().Set(reflect.ValueOf(f).Elem())
	}
	return ok
}

func (m *Memory) put(obj types.Object, f analysis.Fact) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.facts[ownKey(m.pkg, obj, f)] = f
}

func (m *Memory) all(kinds []string, take func(key, analysis.Fact)) {
	each := func(of *Memory) {
		of.mu.Lock()
		defer of.mu.Unlock()
		for k, f := range of.facts {
			if slices.Contains(kinds, k.kind) && m.sees(k) {
				take(k, f)
			}
		}
	}
	each(m)
	for _, of := range m.seen {
		each(of)
	}
}

// sees says whether a fact of a package comes to this one: as under go vet, of what is not imported directly only
// those do that a Set hands on.
func (m *Memory) sees(k key) bool {
	switch {
	case k.pkg == m.pkg:
		return true
	case k.obj == nil:
		return m.near[k.pkg]
	}
	return named(k.obj) && (m.near[k.pkg] || handsOn(k.obj))
}

// named reports whether importers can come to an object: it is a type, a constant, a field or a method, or
// has an exported name.
func named(obj types.Object) bool {
	switch obj := obj.(type) {
	case *types.Func:
		return obj.Exported() || obj.Signature().Recv() != nil
	case *types.Var:
		return obj.Exported() || obj.IsField()
	}
	return true
}
