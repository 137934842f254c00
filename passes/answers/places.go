package answers

import (
	"bytes"
	"fmt"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/weblib"
	"github.com/auroravet/auroravet/passes/directive"
)

// A package that serves tells where its functions stand: the one that gives them what calls the
// API reports there.

// placesVersion is the version of the fact. A fact of another version is not read.
const placesVersion = 1

// places are where the instructions of a package's functions stand that may show something.
type places struct {
	Version int
	Path    string
	Funcs   placed
}

func (*places) AFact() {}

// Tells is false: it is for those who know of the API.
func (*places) Tells() bool { return false }

func (p *places) String() string { return "places of " + p.Path }

// placed are the functions of a package. They are worked out when they are asked for: by a driver
// that writes facts down, or by a package that imports the package and sees the API.
type placed struct{ funcs func() []funcPlaces }

// funcPlaces are the lines and columns of the calls, stores and returns of a function, in their order.
type funcPlaces struct {
	name, file string
	at         []int
}

// GobEncode implements gob.GobEncoder: a line for each function, of words between tabs.
func (p placed) GobEncode() ([]byte, error) {
	var out bytes.Buffer
	if p.funcs == nil {
		return nil, nil
	}
	for _, f := range p.funcs() {
		fmt.Fprintf(&out, "%s\t%s", f.name, f.file)
		for _, at := range f.at {
			fmt.Fprintf(&out, "\t%x", at)
		}
		out.WriteByte('\n')
	}
	return out.Bytes(), nil
}

// GobDecode implements gob.GobDecoder.
func (p *placed) GobDecode(data []byte) error {
	text := string(data)
	p.funcs = sync.OnceValue(func() (out []funcPlaces) {
		for line := range strings.Lines(text) {
			words := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
			f := funcPlaces{name: words[0]}
			if len(words) > 1 {
				f.file = words[1]
			}
			for _, word := range words[min(2, len(words)):] {
				at, _ := strconv.ParseInt(word, 16, 64) // a place that makes no sense is none
				f.at = append(f.at, int(at))
			}
			out = append(out, f)
		}
		return out
	})
	return nil
}

// maxColumn is the column from which on all are told as one.
const maxColumn = 1 << 8

// shows says whether an instruction may be where an answer is reported.
func shows(in *ir.Instr) bool {
	switch in.Op {
	case ir.Call, ir.Invoke, ir.Store, ir.Return, ir.FieldAddr:
		return true
	}
	return false
}

// exportPlaces tells where the functions of a package stand that serves.
func exportPlaces(pass *analysis.Pass, own func() []*ir.Func) {
	silenced := pass.ResultOf[directive.Analyzer].(*directive.Result)
	pass.ExportPackageFact(&places{placesVersion, pass.Pkg.Path(), placed{sync.OnceValue(func() (out []funcPlaces) {
		for _, fn := range own() {
			if !fn.Generated {
				out = append(out, placesOf(pass.Fset, silenced, fn))
			}
		}
		return out
	})}})
}

// placesOf are the places of a function but for those that a directive silences.
func placesOf(fset *token.FileSet, silenced *directive.Result, fn *ir.Func) funcPlaces {
	out := funcPlaces{name: fn.Name}
	for _, in := range fn.Instrs() {
		if !shows(in) {
			continue
		}
		at := 0
		if pos := token.Pos(in.Pos); pos.IsValid() {
			p := fset.Position(pos)
			out.file = filepath.Base(p.Filename)
			if silenced.Covering("errorleak", pos) == nil {
				at = p.Line*maxColumn + min(p.Column, maxColumn-1)
			}
		}
		out.at = append(out.at, at)
	}
	return out
}

// silenced returns the places that a directive silences, of which another package may report one.
func silenced(pass *analysis.Pass, own func() []*ir.Func) (out []token.Pos) {
	directives := pass.ResultOf[directive.Analyzer].(*directive.Result)
	if !slices.ContainsFunc(directives.Ignores, func(i *directive.Ignore) bool { return i.Check == "errorleak" }) {
		return nil
	}
	for _, fn := range own() {
		for _, in := range fn.Instrs() {
			if pos := token.Pos(in.Pos); shows(in) && pos.IsValid() && directives.Covering("errorleak", pos) != nil {
				out = append(out, pos)
			}
		}
	}
	return out
}

// writes says whether the package names what writes answers, or what makes them of what is returned.
func writes(pass *analysis.Pass) bool {
	for _, obj := range pass.TypesInfo.Uses {
		if obj.Pkg() == nil || !weblib.Knows(obj.Pkg().Path()) {
			continue
		}
		switch obj := obj.(type) {
		case *types.Func:
			if weblib.Lookup(obj.FullName()) != nil {
				return true
			}
		case *types.TypeName:
			name := obj.Pkg().Path() + "." + obj.Name()
			if weblib.WriterType(name) || weblib.Returned(name) || weblib.Returned("*"+name) {
				return true
			}
		}
	}
	return false
}

// importPlaces gathers what the packages in view tell that do not report themselves.
func (a *analyzer) importPlaces(pass *analysis.Pass) {
	a.placed = map[string]map[string]funcPlaces{}
	for _, f := range pass.AllPackageFacts() {
		p, ok := f.Fact.(*places)
		if !ok || p.Version != placesVersion || p.Path == a.prog.Path || p.Funcs.funcs == nil {
			continue
		}
		a.placed[p.Path] = map[string]funcPlaces{}
		for _, fn := range p.Funcs.funcs() {
			a.placed[p.Path][fn.name] = fn
		}
	}
}

// at is where an instruction of a function stands, by a number that only a place of another package has.
func (a *analyzer) at(fn *ir.Func, in *ir.Instr) int {
	places := a.placed[fn.Pkg][fn.Name].at
	if in.Pos != 0 || len(places) == 0 {
		return in.Pos
	}
	i := 0
	for _, other := range fn.Instrs() {
		if other == in && i < len(places) {
			return -places[i]
		}
		if shows(other) {
			i++
		}
	}
	return 0
}

// position makes a position of a place.
func (a *analyzer) position(fn *ir.Func, at int) token.Pos {
	if at > 0 {
		return token.Pos(at)
	}
	line, column := -at/maxColumn, -at%maxColumn
	return a.file(fn.Pkg, a.placed[fn.Pkg][fn.Name].file, line).Pos((line-1)*maxColumn + column - 1)
}

// file is a file of another package, of which nothing is known but that it has a line.
func (a *analyzer) file(pkg, name string, line int) *token.File {
	name = filepath.Join(directory(a.pass, pkg), name)
	if f := a.files[name]; f != nil && f.LineCount() >= line {
		return f
	}
	lines := make([]int, line+1000)
	for i := range lines {
		lines[i] = i * maxColumn
	}
	f := a.pass.Fset.AddFile(name, -1, len(lines)*maxColumn)
	f.SetLines(lines)
	a.files[name] = f
	return f
}

// directory is where another package stands, as seen from this one.
func directory(pass *analysis.Pass, path string) string {
	dir, own := filepath.Dir(pass.Fset.File(pass.Files[0].FileStart).Name()), pass.Pkg.Path()
	for {
		i := strings.LastIndexByte(own, '/')
		if filepath.Base(dir) != own[i+1:] || pass.Module != nil && own == pass.Module.Path {
			break
		}
		dir, own = filepath.Dir(dir), own[:max(i, 0)]
		if own == "" {
			break
		}
	}
	rest, ok := strings.CutPrefix(path, own)
	if !ok {
		return path
	}
	return filepath.Join(dir, filepath.FromSlash(rest))
}
