package program

import (
	"encoding/binary"
	"slices"
	"strings"
	"sync"

	"github.com/auroravet/auroravet/internal/ir"
)

// part is the residual program of one package. Facts about packages that are not imported
// directly are not to be had, so the parts that a package needs of others travel along with
// its own, as they are: a package in the middle neither reads nor writes them anew.
type part struct {
	path string
	// uses are the paths of the packages whose functions and types it names, those that have a part.
	uses []string
	code []byte
	once sync.Once
	read *imported
}

// open reads the part, once for all that import it; one that makes no sense is empty.
func (p *part) open() *imported {
	p.once.Do(func() {
		r, err := ir.Open(p.code)
		if err != nil {
			r = new(ir.Reader)
		}
		p.read = &imported{Reader: r, entries: make([]*entry, len(r.Names))}
		for i := range r.Names {
			p.read.entries[i] = &entry{from: p.read, at: i}
		}
	})
	return p.read
}

// residual is the program of a package for its importers. It is computed when it is asked for: by
// a driver that writes facts down, or by a package that imports it and sees the API.
type residual struct {
	parts func() []*part // the package's own first
}

// GobEncode implements gob.GobEncoder. A part is three texts: path, uses, code. Package gob itself
// numbers types in the order in which a process meets them, so that equal parts could differ.
func (r residual) GobEncode() ([]byte, error) {
	if r.parts == nil {
		return nil, nil
	}
	return r.append(nil), nil
}

func (r residual) append(out []byte) []byte {
	parts, size := r.parts(), 0
	for _, p := range parts {
		size += len(p.code) + 128
	}
	out = slices.Grow(out, size)
	for _, p := range parts {
		out = appendText(out, p.path)
		out = appendText(out, strings.Join(p.uses, "\n"))
		out = appendText(out, p.code)
	}
	return out
}

func appendText[T string | []byte](out []byte, text T) []byte {
	return append(binary.AppendUvarint(out, uint64(len(text))), text...)
}

// GobDecode implements gob.GobDecoder.
func (r *residual) GobDecode(data []byte) error {
	r.keep(slices.Clone(data))
	return nil
}

func (r *residual) keep(data []byte) {
	r.parts = sync.OnceValue(func() []*part { return readParts(data) })
}

// readParts reads what GobEncode wrote, up to where it makes no sense.
func readParts(data []byte) (out []*part) {
	for len(data) > 0 {
		var texts [3][]byte
		for i := range texts {
			size, n := binary.Uvarint(data)
			if n <= 0 || size > uint64(len(data)-n) {
				return out
			}
			data = data[n:]
			texts[i], data = data[:size], data[size:]
		}
		p := &part{path: string(texts[0]), code: texts[2]}
		if len(texts[1]) > 0 {
			p.uses = strings.Split(string(texts[1]), "\n")
		}
		out = append(out, p)
	}
	return out
}

// export returns the part of a package and those of its imports that this needs, or that these need.
func export(path string, own []*ir.Func, types []*ir.Type, imports []fact) []*part {
	known := make(map[string]*part)
	for _, f := range imports {
		for _, p := range f.Program.parts() {
			if known[p.path] == nil {
				known[p.path] = p
			}
		}
	}
	own = callable(own)
	code := ir.Encode(&ir.Package{Path: path, Funcs: own, Types: types})
	out := []*part{{path: path, uses: uses(own, types, known), code: code}}
	taken := map[string]bool{path: true}
	for i := 0; i < len(out); i++ {
		for _, u := range out[i].uses {
			if p := known[u]; p != nil && !taken[u] {
				taken[u] = true
				out = append(out, p)
			}
		}
	}
	return out
}

// callable returns the functions that an importer can come to: those that it can name, methods,
// which a value brings along, what initializes the package, and all that these name. An edit of
// what nobody uses yet changes nothing for importers.
func callable(own []*ir.Func) []*ir.Func {
	byName, reached := make(map[string]*ir.Func), make(map[*ir.Func]bool)
	var next []*ir.Func
	reach := func(f *ir.Func) {
		if f != nil && !reached[f] {
			reached[f] = true
			next = append(next, f)
		}
	}
	for _, f := range own {
		byName[ir.PlainName(f.Name)] = f
	}
	for _, f := range own {
		if f.Exported || f.Recv || strings.HasPrefix(f.Name, f.Pkg+".init") {
			reach(f)
		}
	}
	for len(next) > 0 {
		f := next[len(next)-1]
		next = next[:len(next)-1]
		named(f, func(name string) { reach(byName[ir.PlainName(name)]) })
	}
	return slices.DeleteFunc(slices.Clone(own), func(f *ir.Func) bool { return !reached[f] })
}

// named calls note with the names of functions and types in a function.
func named(fn *ir.Func, note func(name string)) {
	for _, c := range fn.Consts {
		if c.Kind == ir.KindFunc {
			note(c.Str)
		}
	}
	for _, b := range fn.Blocks {
		for i := range b.Instrs {
			in := &b.Instrs[i]
			note(in.Sym)
			note(in.Type)
			for _, n := range in.Names {
				note(n)
			}
		}
	}
}

// uses returns which of the known packages functions and types name, in order.
func uses(own []*ir.Func, types []*ir.Type, known map[string]*part) []string {
	seen := make(map[string]bool)
	note := func(name string) {
		if path := packageOf(name, known); path != "" {
			seen[path] = true
		}
	}
	for _, t := range types {
		note(t.Name)
		for _, f := range t.Fields {
			note(f.Type)
		}
	}
	for _, fn := range own {
		named(fn, note)
	}
	out := make([]string, 0, len(seen))
	for path := range seen {
		out = append(out, path)
	}
	slices.Sort(out)
	return out
}

// packageOf returns the path of the package in the name of a function or type, as
// "example.org/a" of "(*example.org/a.T[int]).M", when it is one of the known ones. A package calls
// the init of all that it imports; that names nothing.
func packageOf(name string, known map[string]*part) string {
	name, _, _ = strings.Cut(strings.TrimLeft(name, "(*[]"), "[")
	for i := strings.LastIndexByte(name, '/') + 1; i < len(name); i++ {
		if name[i] == '.' && known[name[:i]] != nil && name[i+1:] != "init" {
			return name[:i]
		}
	}
	return ""
}
