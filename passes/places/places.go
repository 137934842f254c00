package places

import (
	"go/token"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/passes/directive"
	"github.com/auroravet/auroravet/passes/program"
)

// Analyzer's result is a *Result. It reports nothing; its fact says where functions stand.
var Analyzer = &analysis.Analyzer{
	Name:       "places",
	Doc:        "tell importers where functions stand that may be at fault",
	Run:        run,
	Requires:   []*analysis.Analyzer{program.Analyzer, directive.Analyzer},
	FactTypes:  []analysis.Fact{new(fact)},
	ResultType: reflect.TypeFor[*Result](),
}

// Kind says why others look at a package.
type Kind uint8

// The kinds, as bits.
const (
	Serves  Kind = 1 << iota // it answers HTTP requests
	Repeats                  // it repeats what an interface of the module does
)

// checks are the checks that report what stands in other packages.
var checks = [...]string{"errorleak", "idempotencykey", "retrypolicy"}

// Result are the places that a package may report: its own, and those of what it imports.
type Result struct {
	pass  *analysis.Pass
	own   func() []*ir.Func
	kinds Kind
	other func() map[string]*facts
	mu    sync.Mutex
	files map[string]*token.File // of other packages
	// hidden are the positions in other packages that directives silence, with the bits of the checks.
	hidden map[token.Pos]int
}

// facts is what another package tells, its functions by name.
type facts struct {
	kinds Kind
	funcs map[string]*function
}

func run(pass *analysis.Pass) (any, error) {
	source := pass.ResultOf[program.Analyzer].(*program.Source)
	res := &Result{pass: pass, own: source.Own, files: map[string]*token.File{}, hidden: map[token.Pos]int{}}
	res.other = sync.OnceValue(res.imported)
	if !ownership.Own(pass) || !ownership.Imported(pass, false) {
		return res, nil
	}
	if serves(pass) {
		res.kinds |= Serves
	}
	if source.Repeats {
		res.kinds |= Repeats
	}
	if res.kinds != 0 {
		pass.ExportPackageFact(&fact{version, pass.Pkg.Path(), res.kinds, code{sync.OnceValue(res.export)}})
	}
	return res, nil
}

// imported gathers what the packages in view tell.
func (r *Result) imported() map[string]*facts {
	out := map[string]*facts{}
	for _, f := range r.pass.AllPackageFacts() {
		p, ok := f.Fact.(*fact)
		if !ok || p.Version != version || p.Path == r.pass.Pkg.Path() || p.Funcs.funcs == nil {
			continue
		}
		of := &facts{p.Kinds, map[string]*function{}}
		for _, fn := range p.Funcs.funcs() {
			of.funcs[fn.name] = fn
		}
		out[p.Path] = of
	}
	return out
}

// Packages returns the paths of the other packages in view of one of the kinds, sorted.
func (r *Result) Packages(kinds Kind) []string {
	var out []string
	for path, of := range r.other() {
		if of.kinds&kinds != 0 {
			out = append(out, path)
		}
	}
	slices.Sort(out)
	return out
}

// Funcs returns the functions of a program that another package tells of, by name.
func (r *Result) Funcs(prog *program.Program, path string) []*ir.Func {
	var out []*ir.Func
	of := r.other()[path]
	if of == nil {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(of.funcs)) {
		if fn := prog.Func(name); fn != nil && len(fn.Blocks) > 0 {
			out = append(out, fn)
		}
	}
	return out
}

// At is where an instruction of a function of this or of another package stands, 0 where nothing is known.
func (r *Result) At(fn *ir.Func, in *ir.Instr) int {
	if of := r.function(fn); in.Pos == 0 && of != nil {
		i := 0
		for _, other := range fn.Instrs() {
			if other == in && i < len(of.at) {
				return int(r.pos(fn.Pkg, of.file, of.at[i]))
			}
			if shows(other) {
				i++
			}
		}
	}
	return in.Pos
}

// function is what another package tells of a function, nil for nothing.
func (r *Result) function(fn *ir.Func) *function {
	if of := r.other()[fn.Pkg]; of != nil {
		return of.funcs[fn.Name]
	}
	return nil
}

// Placed returns a copy of a function of another package that has its positions.
func (r *Result) Placed(fn *ir.Func) *ir.Func {
	of := r.function(fn)
	if of == nil {
		return fn
	}
	out, at := *fn, of.at
	out.Blocks = slices.Clone(fn.Blocks)
	for i := range out.Blocks {
		b := &out.Blocks[i]
		b.Instrs = slices.Clone(b.Instrs)
		for j := range b.Instrs {
			if in := &b.Instrs[j]; shows(in) && len(at) > 0 {
				in.Pos, at = int(r.pos(fn.Pkg, of.file, at[0])), at[1:]
			}
		}
	}
	return &out
}

// pos makes a position of a place.
func (r *Result) pos(pkg, file string, at place) token.Pos {
	if at == 0 {
		return token.NoPos
	}
	line, column, silent := at.split()
	r.mu.Lock()
	defer r.mu.Unlock()
	pos := r.file(pkg, file, line).Pos((line-1)*maxColumn + column - 1)
	r.hidden[pos] |= silent
	return pos
}

// Hides says whether a directive in another package silences what a check reports there.
func (r *Result) Hides(check string, pos token.Pos) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	i := slices.Index(checks[:], check)
	return i >= 0 && r.hidden[pos]&(1<<i) != 0
}

// spare is how many lines more than asked for a file of another package has, so that few are made.
const spare = 1000

// file is a file of another package, of which nothing is known but that it has a line.
func (r *Result) file(pkg, name string, line int) *token.File {
	name = filepath.Join(directory(r.pass, pkg), name)
	if f := r.files[name]; f != nil && f.LineCount() >= line {
		return f
	}
	lines := make([]int, line+spare)
	for i := range lines {
		lines[i] = i * maxColumn
	}
	f := r.pass.Fset.AddFile(name, -1, len(lines)*maxColumn)
	f.SetLines(lines)
	r.files[name] = f
	return f
}

// Silenced returns the places of the package at which a directive silences a check that other packages
// may report there.
func (r *Result) Silenced(check string) (out []token.Pos) {
	if r.kinds == 0 || !slices.Contains(checks[:], check) {
		return nil
	}
	directives := r.pass.ResultOf[directive.Analyzer].(*directive.Result)
	if !slices.ContainsFunc(directives.Ignores, func(i *directive.Ignore) bool { return i.Check == check }) {
		return nil
	}
	for _, fn := range r.own() {
		for _, in := range fn.Instrs() {
			if pos := token.Pos(in.Pos); shows(in) && pos.IsValid() && directives.Covering(check, pos) != nil {
				out = append(out, pos)
			}
		}
	}
	return out
}
