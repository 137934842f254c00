package carddata

import (
	"bytes"
	"encoding/gob"
	"go/types"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/objectpath"
)

// fact is what other packages need to know of a package.
type fact struct {
	Version int
	Cards   bool // its text names card data: those that import it are looked at
	Told    told
}

func (*fact) AFact()         {}
func (*fact) String() string { return "carddata" }

// Tells reports whether an importer may get card data from the package.
func (f *fact) Tells() bool { return f.Cards }

// told is what is known of the functions, fields, methods and variables of a package. It is
// worked out when it is asked for: by a driver that writes facts down, or by a package that
// has to do with card data and calls one of the functions.
type told struct {
	objects func() map[types.Object]*funcFact    // where the package was looked at
	paths   func() map[objectpath.Path]*funcFact // where the fact was read
}

// entry is what is written of one object.
type entry struct {
	Path string
	Fact *funcFact
}

// GobEncode implements gob.GobEncoder. Equal sources give equal facts.
func (t told) GobEncode() ([]byte, error) {
	var entries []entry
	switch {
	case t.objects != nil:
		var enc objectpath.Encoder
		for obj, f := range t.objects() {
			if path, err := enc.For(obj); err == nil { // others cannot be named elsewhere
				entries = append(entries, entry{string(path), f})
			}
		}
	case t.paths != nil:
		for path, f := range t.paths() {
			entries = append(entries, entry{string(path), f})
		}
	}
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.Path, b.Path) })
	if len(entries) == 0 {
		return nil, nil
	}
	var buf bytes.Buffer
	err := gob.NewEncoder(&buf).Encode(entries)
	return buf.Bytes(), err
}

// GobDecode implements gob.GobDecoder. What cannot be read tells nothing.
func (t *told) GobDecode(data []byte) error {
	data = slices.Clone(data)
	t.paths = sync.OnceValue(func() map[objectpath.Path]*funcFact {
		var entries []entry
		out := make(map[objectpath.Path]*funcFact)
		if len(data) > 0 && gob.NewDecoder(bytes.NewReader(data)).Decode(&entries) == nil {
			for _, e := range entries {
				out[objectpath.Path(e.Path)] = e.Fact
			}
		}
		return out
	})
	return nil
}

// importedFacts reads what is told of the objects of other packages, each once. It returns nil
// for an object of which nothing is known.
func importedFacts(pass *analysis.Pass) func(types.Object) *summary {
	known := map[types.Object]*summary{}
	packages := map[*types.Package]*fact{}
	enc := new(objectpath.Encoder)
	return func(obj types.Object) *summary {
		if obj.Pkg() == nil || obj.Pkg() == pass.Pkg {
			return nil
		}
		if s, ok := known[obj]; ok {
			return s
		}
		of, ok := packages[obj.Pkg()]
		if !ok {
			if of = new(fact); !pass.ImportPackageFact(obj.Pkg(), of) || of.Version != factVersion {
				of = nil
			}
			packages[obj.Pkg()] = of
		}
		if f := of.about(obj, enc); f != nil {
			known[obj] = summaryOf(f)
		} else {
			known[obj] = nil
		}
		return known[obj]
	}
}

// about returns what is told of an object of the package, nil for nothing.
func (f *fact) about(obj types.Object, enc *objectpath.Encoder) *funcFact {
	switch {
	case f == nil:
		return nil
	case f.Told.objects != nil:
		return f.Told.objects()[obj]
	}
	paths := f.Told.paths()
	if len(paths) == 0 {
		return nil
	}
	path, err := enc.For(obj)
	if err != nil {
		return nil
	}
	return paths[path]
}
