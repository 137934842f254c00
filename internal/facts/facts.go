// Package facts keeps what analyzers say of packages and their objects, in the sense of
// go/analysis, and writes it down for those that import the package. It does what x/tools
// does for its own drivers, in a package that is internal to it; but what comes from an import
// is read when an analyzer asks for it, and handed on as it was written.
package facts

import (
	"cmp"
	"encoding/gob"
	"fmt"
	"go/types"
	"io"
	"maps"
	"reflect"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/objectpath"
)

// Kinds are the types of the facts of a suite, by name.
type Kinds map[string]reflect.Type

// KindsOf returns the types of the facts of analyzers, without those that they require.
func KindsOf(analyzers []*analysis.Analyzer) Kinds {
	out := make(Kinds)
	for _, a := range analyzers {
		for _, f := range a.FactTypes {
			out[kindOf(f)] = reflect.TypeOf(f)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(out)) {
		// Package gob numbers types in the order in which it meets them: equal facts are written
		// in equal bytes when that order is always the same.
		_ = gob.NewEncoder(io.Discard).EncodeValue(reflect.New(out[name].Elem()))
	}
	return out
}

func kindOf(f analysis.Fact) string {
	t := reflect.TypeOf(f).Elem()
	return t.PkgPath() + "." + t.Name()
}

// key names a fact: of an object, or of the package when there is none.
type key struct {
	pkg  *types.Package
	obj  types.Object
	kind string
}

// Set is what is known when a package is analyzed: the facts of its imports, and its own. It is
// safe for concurrent use.
type Set struct {
	pkg   *types.Package
	kinds Kinds
	find  func(path string) *types.Package

	mu      sync.Mutex
	facts   map[key]analysis.Fact
	records map[string][]record // of imports, by kind, that nobody has asked for
	handOn  []record
}

// New returns the facts that are known before pkg is analyzed: those in imported, which are
// texts that Encode has returned for its imports. Find returns a package that pkg imports, directly or not, by
// its path, nil for one that it does not see: the facts about that are left out.
func New(pkg *types.Package, kinds Kinds, imported [][]byte, find func(path string) *types.Package) (*Set, error) {
	s := &Set{pkg: pkg, kinds: kinds, find: find, facts: make(map[key]analysis.Fact), records: make(map[string][]record)}
	seen := make(map[[3]string]bool)
	for _, text := range imported {
		records, err := read(text)
		if err != nil {
			return nil, err
		}
		for _, r := range records {
			if seen[r.name()] || find(r.pkg) == nil {
				continue
			}
			seen[r.name()] = true
			s.records[r.kind] = append(s.records[r.kind], r)
			if r.handOn {
				s.handOn = append(s.handOn, r)
			}
		}
	}
	return s, nil
}

// know decodes what imports say in facts of a kind.
func (s *Set) know(kind string) {
	records := s.records[kind]
	delete(s.records, kind)
	for _, r := range records {
		k := key{pkg: s.find(r.pkg), kind: kind}
		if r.object != "" {
			obj, err := objectpath.Object(k.pkg, r.object)
			if err != nil {
				continue // it is not to be seen from here
			}
			k.obj = obj
		}
		if f, err := r.fact(s.kinds); err == nil {
			s.facts[k] = f
		}
	}
}

// Serve lets a pass read and write the facts of the set.
func (s *Set) Serve(pass *analysis.Pass) { serve(pass, s) }

// store keeps facts.
type store interface {
	get(pkg *types.Package, obj types.Object, to analysis.Fact) bool
	put(obj types.Object, f analysis.Fact)
	all(kinds []string, take func(key, analysis.Fact))
}

// serve lets a pass read and write the facts of a store.
func serve(pass *analysis.Pass, s store) {
	var kinds []string
	for _, f := range pass.Analyzer.FactTypes {
		kinds = append(kinds, kindOf(f))
	}
	pass.ImportObjectFact = func(obj types.Object, to analysis.Fact) bool { return s.get(obj.Pkg(), obj, to) }
	pass.ImportPackageFact = func(pkg *types.Package, to analysis.Fact) bool { return s.get(pkg, nil, to) }
	pass.ExportObjectFact = func(obj types.Object, f analysis.Fact) { s.put(obj, f) }
	pass.ExportPackageFact = func(f analysis.Fact) { s.put(nil, f) }
	pass.AllObjectFacts = func() (out []analysis.ObjectFact) {
		s.all(kinds, func(k key, f analysis.Fact) {
			if k.obj != nil {
				out = append(out, analysis.ObjectFact{Object: k.obj, Fact: f})
			}
		})
		return out
	}
	pass.AllPackageFacts = func() (out []analysis.PackageFact) {
		s.all(kinds, func(k key, f analysis.Fact) {
			if k.obj == nil {
				out = append(out, analysis.PackageFact{Package: k.pkg, Fact: f})
			}
		})
		return out
	}
}

func (s *Set) get(pkg *types.Package, obj types.Object, to analysis.Fact) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	kind := kindOf(to)
	s.know(kind)
	f, ok := s.facts[key{pkg, obj, kind}]
	if ok {
		reflect.ValueOf(to).Elem().Set(reflect.ValueOf(f).Elem())
	}
	return ok
}

func (s *Set) put(obj types.Object, f analysis.Fact) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.facts[ownKey(s.pkg, obj, f)] = f
}

// ownKey names a fact of a package about one of its objects. It panics for an object of another package, as
// go/analysis asks.
func ownKey(pkg *types.Package, obj types.Object, f analysis.Fact) key {
	if obj != nil && obj.Pkg() != pkg {
		panic(fmt.Sprintf("a fact %T of %s is exported by package %s", f, obj, pkg.Path()))
	}
	return key{pkg, obj, kindOf(f)}
}

func (s *Set) all(kinds []string, take func(key, analysis.Fact)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, kind := range kinds {
		s.know(kind)
	}
	for k, f := range s.facts {
		if slices.Contains(kinds, k.kind) {
			take(k, f)
		}
	}
}

// Encode returns what importers need to know: the facts of the package, and of others those
// about types, fields and methods, which it may show. Facts about objects that
// nobody can name elsewhere are left out.
func (s *Set) Encode() ([]byte, error) {
	s.mu.Lock()
	own := make([]key, 0, len(s.facts))
	for k := range s.facts {
		if k.pkg == s.pkg {
			own = append(own, k)
		}
	}
	s.mu.Unlock() // a fact that is worked out only when it is written asks for others
	records := slices.Clone(s.handOn)
	enc := new(objectpath.Encoder)
	for _, k := range own {
		r := record{pkg: k.pkg.Path(), kind: k.kind}
		if k.obj != nil {
			path, err := enc.For(k.obj)
			if err != nil {
				continue
			}
			r.object, r.handOn = path, handsOn(k.obj)
		}
		f := s.facts[k]
		var err error
		if r.data, err = data(f); err != nil {
			return nil, fmt.Errorf("a fact %T of %s cannot be written: %w", f, k.pkg.Path(), err)
		}
		r.tells = tells(f)
		records = append(records, r)
	}
	slices.SortFunc(records, func(a, b record) int {
		return cmp.Or(cmp.Compare(a.pkg, b.pkg), cmp.Compare(a.object, b.object), cmp.Compare(a.kind, b.kind))
	})
	return write(records), nil
}

// handsOn says whether who imports an importer may come to an object: it is a type, a field or a method.
func handsOn(obj types.Object) bool {
	_, isType := obj.(*types.TypeName)
	return isType || obj.Parent() != obj.Pkg().Scope()
}

// tells reports whether a fact can make an importer speak that says nothing itself. A fact
// says so in a method of that name; one without it does.
func tells(f analysis.Fact) bool {
	t, ok := f.(interface{ Tells() bool })
	return !ok || t.Tells()
}
