// Package program computes the residual program of a package (internal/ir) and hands
// it to the packages that import it as a fact, so that a request which is made in one
// package, decorated in a second and sent in a third is still one request.
package program

import (
	"errors"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/passes/lazyssa"
	"github.com/auroravet/auroravet/passes/mention"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

// Version is the version of the fact. A fact of another version is not read.
const Version = 9

// fact is the residual program of a package.
type fact struct {
	Version  int
	Evidence bool // the package, or one that it imports, names the API
	Program  residual
}

func (*fact) AFact() {}

func (f *fact) String() string { return "program" }

// Tells reports whether an importer may call the API through the package.
func (f *fact) Tells() bool { return f.Evidence }

// AppendBinary is how a driver writes the fact that does without package gob: the version, 1 where
// there is evidence, the program.
func (f *fact) AppendBinary(out []byte) ([]byte, error) {
	evidence := byte(0)
	if f.Evidence {
		evidence = 1
	}
	return f.Program.append(append(out, Version, evidence)), nil
}

// Keep reads what AppendBinary has written.
func (f *fact) Keep(data []byte) error {
	if len(data) < 2 {
		return errors.New("program: the fact is cut off")
	}
	f.Version, f.Evidence = int(data[0]), data[1] == 1
	f.Program.keep(data[2:])
	return nil
}

// Analyzer's result is a *Source. It reports nothing; its fact is the package's residual program.
var Analyzer = &analysis.Analyzer{
	Name:       "program",
	Doc:        "compute the residual program of a package for its importers",
	Run:        run,
	Requires:   []*analysis.Analyzer{lazyssa.Analyzer, mention.Analyzer, vocabulary.Analyzer},
	FactTypes:  []analysis.Fact{(*fact)(nil)},
	ResultType: reflect.TypeFor[*Source](),
}

// Source computes the residual program of its package when asked.
type Source struct {
	// Evidence says that the package's own text, or that of a package it imports
	// directly, has a word, host or path of the API.
	Evidence bool
	// Traces says that the package, which is the user's own, asks for stack traces.
	Traces bool
	// Repeats says that the package, which is the user's own, may try again what an interface of the
	// module does.
	Repeats bool
	open    func() *Program
	own     func() []*ir.Func
}

// Program returns the residual program of the package. It is computed once, whoever asks; it is
// safe for concurrent use.
func (s *Source) Program() *Program { return s.open() }

// Own returns the functions of the package itself: it reads nothing of others.
func (s *Source) Own() []*ir.Func { return s.own() }

// Program is the residual program that a package sees: its own functions and those of
// the packages that it imports.
type Program struct {
	// Path is the path of the package under analysis.
	Path string
	// Own are the functions of the package, in source order.
	Own   []*ir.Func
	funcs map[string]*entry
	types map[string]*ir.Type
	// methods are the function names of a type's methods, by type name.
	methods map[string][]string
	// globals are the positions of the package's variables, by full name.
	globals map[string]int
}

// entry is a function in view, or the place to read it from.
type entry struct {
	once sync.Once
	fn   *ir.Func
	from *imported
	at   int
}

// imported is the program of a package that is imported.
type imported struct {
	sync.Mutex
	*ir.Reader
	entries []*entry // of its names
}

// Func returns a function by its full name, nil when its body is not in view. It is safe
// for concurrent use.
func (p *Program) Func(name string) *ir.Func { return p.funcs[ir.PlainName(name)].get() }

func (e *entry) get() *ir.Func {
	if e == nil {
		return nil
	}
	e.once.Do(func() {
		if e.from != nil {
			e.from.Lock()
			defer e.from.Unlock()
			e.fn = e.from.Func(e.at)
		}
	})
	return e.fn
}

// GlobalPos returns where a variable of the package is declared, 0 for another name.
func (p *Program) GlobalPos(name string) int { return p.globals[name] }

// Type returns a struct type by its name, nil when it is not known.
func (p *Program) Type(name string) *ir.Type { return p.types[strings.TrimLeft(name, "*")] }

// JSONName returns the name in JSON of a field of a struct type, the name of the field for a type that is not known.
func (p *Program) JSONName(typ, field string) string {
	if t := p.Type(typ); t != nil {
		for _, f := range t.Fields {
			if f.Name == field {
				return f.JSONName()
			}
		}
	}
	return field
}

// As returns the program as another package sees it, of which these are the functions: they stand in
// for those of their names.
func (p *Program) As(path string, own []*ir.Func) *Program {
	out := *p
	out.Path, out.Own, out.funcs, out.globals = path, own, maps.Clone(p.funcs), nil
	for _, fn := range own {
		out.funcs[fn.Name] = &entry{fn: fn}
	}
	return &out
}

// Funcs calls f for every function in view, those of the package first.
func (p *Program) Funcs(f func(*ir.Func)) {
	for _, fn := range p.Own {
		f(fn)
	}
	names := make([]string, 0, len(p.funcs))
	for name, e := range p.funcs {
		if fn := e.get(); fn != nil && fn.Pkg != p.Path {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		f(p.funcs[name].get())
	}
}

// Method returns the function that implements a method of a type, nil when it is not in view.
func (p *Program) Method(typ, method string) *ir.Func {
	base := ir.PlainName(strings.TrimLeft(typ, "*"))
	for _, name := range []string{"(*" + base + ")." + method, "(" + base + ")." + method} {
		if f := p.funcs[name].get(); f != nil {
			return f
		}
	}
	return nil
}

// Methods returns the full names of the methods in view of a type.
func (p *Program) Methods(typ string) []string {
	return p.methods[ir.PlainName(strings.TrimLeft(typ, "*"))]
}

func run(pass *analysis.Pass) (any, error) {
	prog := &Program{
		Path: pass.Pkg.Path(), funcs: map[string]*entry{}, globals: map[string]int{}, types: map[string]*ir.Type{}, methods: map[string][]string{},
	}
	src := &Source{open: func() *Program { return prog }, own: func() []*ir.Func { return nil }}
	if ownership.Standard(pass) || !ownership.Checked(pass) {
		return src, nil
	}
	voc := pass.ResultOf[vocabulary.Analyzer].(*vocabulary.Result)
	if ownership.Downloaded(pass) && !mayBeEvident(pass) {
		return src, nil // one of the many that have nothing to do with the API
	}
	scan, facts := scanPackage(pass), importedFacts(pass)
	src.Evidence = scan.evidence || slices.ContainsFunc(facts, func(f fact) bool { return f.Evidence })
	imported := ownership.Imported(pass, voc.Tests)
	src.Repeats = scan.repeats
	src.Traces = ownership.Own(pass) && slices.ContainsFunc(pass.Files, Traces)
	if !src.Evidence && !src.Traces && !voc.EveryHost && !imported {
		return src, nil // it has no calls, and nobody needs its functions
	}
	worthIt := scan.worthIt(pass, len(facts) > 0)
	if !worthIt && !src.Traces {
		return src, nil
	}
	l, ssa := newPackageLowerer(pass, prog), pass.ResultOf[lazyssa.Analyzer].(*lazyssa.Source)
	lower := sync.OnceFunc(func() { l.all(ssa.SSA()) })
	src.own = func() []*ir.Func { lower(); return prog.Own }
	src.open = sync.OnceValue(func() *Program {
		lower()
		for _, f := range facts {
			if src.Traces && !src.Evidence && !voc.EveryHost {
				break // only its stack traces matter, and the answers that it makes of them itself
			}
			for _, part := range f.Program.parts() {
				prog.read(part.open())
			}
		}
		for _, t := range l.types {
			prog.types[t.Name] = t
		}
		return prog
	})
	if imported && worthIt {
		pass.ExportPackageFact(&fact{Version, src.Evidence, residual{sync.OnceValue(func() []*part {
			lower()
			return export(prog.Path, prog.Own, l.types, facts)
		})}})
	}
	return src, nil
}

// importedFacts returns the facts of the packages that are imported directly.
func importedFacts(pass *analysis.Pass) []fact {
	var out []fact
	for _, imp := range pass.Pkg.Imports() {
		var f fact
		if pass.ImportPackageFact(imp, &f) && f.Version == Version {
			out = append(out, f)
		}
	}
	return out
}

// read adds the functions and types of another package. Of functions of one name the first counts.
func (p *Program) read(from *imported) {
	for i, name := range from.Names {
		if p.funcs[name] == nil {
			p.add(name, from.entries[i])
		}
	}
	for _, t := range from.Types {
		p.types[t.Name] = t
	}
}

func (p *Program) add(name string, e *entry) {
	p.funcs[name] = e
	if typ, ok := receiverType(name); ok {
		p.methods[typ] = append(p.methods[typ], name)
	}
}

// receiverType takes the type out of "(*T).M" or "(T).M".
func receiverType(name string) (string, bool) {
	if !strings.HasPrefix(name, "(") {
		return "", false
	}
	typ, _, ok := strings.Cut(name[1:], ").")
	return strings.TrimPrefix(typ, "*"), ok
}
