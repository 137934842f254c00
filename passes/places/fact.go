package places

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

// version is the version of the fact. A fact of another version is not read.
const version = 2

// fact says where the instructions of a package's functions stand that may show something.
type fact struct {
	Version int
	Path    string
	Kinds   Kind
	Funcs   code
}

func (*fact) AFact() {}

// Tells is false: it is for those who know of the API.
func (*fact) Tells() bool { return false }

func (f *fact) String() string { return "places of " + f.Path }

// code are the functions of a package. They are worked out when they are asked for: by a driver
// that writes facts down, or by a package that imports the package and sees the API.
type code struct{ funcs func() []*function }

// function are the places of the calls, stores and returns of a function, in their order.
type function struct {
	name, file string
	at         []place
}

// place is a line and a column, and the bits of the checks that a directive silences there.
type place int

// maxColumn is the column from which on all are told as one.
const maxColumn = 1 << 8

func placeOf(line, column, silent int) place {
	return place((line*maxColumn+min(column, maxColumn-1))<<len(checks) | silent)
}

func (p place) split() (line, column, silent int) {
	at := int(p >> len(checks))
	return at / maxColumn, at % maxColumn, int(p) & (1<<len(checks) - 1)
}

// GobEncode implements gob.GobEncoder: a line for each function, of words between tabs.
func (c code) GobEncode() ([]byte, error) {
	var out bytes.Buffer
	if c.funcs == nil {
		return nil, nil
	}
	for _, f := range c.funcs() {
		fmt.Fprintf(&out, "%s\t%s", f.name, f.file)
		for _, at := range f.at {
			fmt.Fprintf(&out, "\t%x", int(at))
		}
		out.WriteByte('\n')
	}
	return out.Bytes(), nil
}

// GobDecode implements gob.GobDecoder.
func (c *code) GobDecode(data []byte) error {
	text := string(data)
	c.funcs = sync.OnceValue(func() (out []*function) {
		for line := range strings.Lines(text) {
			words := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
			f := &function{name: words[0]}
			if len(words) > 1 {
				f.file = words[1]
			}
			for _, word := range words[min(2, len(words)):] {
				at, _ := strconv.ParseInt(word, 16, 64) // a place that makes no sense is none
				f.at = append(f.at, place(at))
			}
			out = append(out, f)
		}
		return out
	})
	return nil
}

// shows says whether an instruction may be where something is reported.
func shows(in *ir.Instr) bool {
	switch in.Op {
	case ir.Call, ir.Invoke, ir.Store, ir.Return, ir.FieldAddr:
		return true
	}
	return false
}

// export are the functions of the package that people wrote.
func (r *Result) export() (out []*function) {
	silenced := r.pass.ResultOf[directive.Analyzer].(*directive.Result)
	for _, fn := range r.own() {
		if !fn.Generated {
			out = append(out, placesOf(r.pass.Fset, silenced, fn))
		}
	}
	return out
}

// placesOf are the places of a function.
func placesOf(fset *token.FileSet, silenced *directive.Result, fn *ir.Func) *function {
	out := &function{name: fn.Name}
	for _, in := range fn.Instrs() {
		if !shows(in) {
			continue
		}
		at := place(0)
		if pos := token.Pos(in.Pos); pos.IsValid() {
			p := fset.Position(pos)
			out.file = filepath.Base(p.Filename)
			silent := 0
			for i, check := range checks {
				if silenced.Covering(check, pos) != nil {
					silent |= 1 << i
				}
			}
			at = placeOf(p.Line, p.Column, silent)
		}
		out.at = append(out.at, at)
	}
	return out
}

// serves says whether the package names what writes answers, or what makes them of what is returned.
func serves(pass *analysis.Pass) bool {
	if !slices.ContainsFunc(pass.Pkg.Imports(), func(imp *types.Package) bool { return weblib.Knows(imp.Path()) }) {
		return false
	}
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
