package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"strings"

	"golang.org/x/tools/go/analysis/unitchecker"
	"golang.org/x/tools/go/gcexportdata"

	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/passes/program"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

// dependency answers the go command for a package of the standard library or of another
// module that says nothing of the API: such a package has no facts, and of its types only
// the declarations are needed, which spares the checking of all function bodies. That is
// most of the time of a run from nothing. It reports whether it has answered; when not,
// the unit goes the common way, which also finds the words for what is wrong.
//
// The result is a file of the form that package unitchecker of the x/tools release in
// go.mod reads and writes: "vetx", the lengths of types and facts, types, facts.
func dependency(args []string) bool {
	if len(args) == 0 || !strings.HasSuffix(args[len(args)-1], ".cfg") {
		return false
	}
	line, err := parse(args)
	if err != nil || len(line.args) != 1 {
		return false
	}
	text, err := os.ReadFile(line.args[0])
	if err != nil {
		return false
	}
	cfg := new(unitchecker.Config)
	if json.Unmarshal(text, cfg) != nil || !cfg.VetxOnly || cfg.VetxOutput == "" || !foreign(cfg) {
		return false
	}
	u := &declared{Config: cfg, fset: token.NewFileSet(), types: make(map[string][]byte), loaded: make(map[string]*types.Package)}
	if !u.readImports() || !u.parse() {
		return false
	}
	conf := types.Config{
		Importer:         u,
		Sizes:            types.SizesFor("gc", build.Default.GOARCH),
		GoVersion:        cfg.GoVersion,
		IgnoreFuncBodies: true,
	}
	pkg, err := conf.Check(cfg.ImportPath, u.fset, u.files, nil)
	return err == nil && u.write(pkg)
}

// foreign reports whether a unit is of the standard library or of a module that was downloaded.
func foreign(cfg *unitchecker.Config) bool {
	if cfg.ModulePath != "" {
		return cfg.ModuleVersion != ""
	}
	return len(cfg.GoFiles) > 0 && ownership.StandardFile(cfg.GoFiles[0])
}

// declared is a package on its way from a configuration to a file of types.
type declared struct {
	*unitchecker.Config
	fset   *token.FileSet
	files  []*ast.File
	types  map[string][]byte // of the imports
	loaded map[string]*types.Package
}

const header = 12 // magic, length of types, length of facts

// readImports reads the types of all imports. It refuses when one of them has facts,
// which the unit would have to hand on.
func (u *declared) readImports() bool {
	for path, file := range u.PackageVetx {
		data, err := os.ReadFile(file)
		if err != nil || len(data) < header || string(data[:4]) != "vetx" {
			return false
		}
		n, facts := binary.LittleEndian.Uint32(data[4:]), binary.LittleEndian.Uint32(data[8:])
		if facts > 0 || uint64(header)+uint64(n) > uint64(len(data)) {
			return false
		}
		data[header-1] = 'i' // package gcexportdata wants the letter of the format
		u.types[path] = data[header-1 : header+n]
	}
	return true
}

// parse reads the files. It refuses when one of them says something of the API, or
// does not parse.
func (u *declared) parse() bool {
	words, err := vocabulary.Current()
	if err != nil || words.ClientPackage(u.ImportPath) {
		return false
	}
	for _, name := range u.GoFiles {
		text, err := os.ReadFile(name)
		if err != nil || bytes.Contains(text, []byte("//auroravet:")) {
			return false
		}
		f, err := parser.ParseFile(u.fset, name, text, parser.SkipObjectResolution)
		if err != nil || program.Evident(words.Vocabulary, f) {
			return false
		}
		u.files = append(u.files, f)
	}
	return true
}

// Import returns an import of the unit, as package unitchecker finds it.
func (u *declared) Import(path string) (*types.Package, error) {
	path, ok := u.ImportMap[path]
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	data := u.types[path]
	if !ok || data == nil {
		return nil, fmt.Errorf("no types of %q", path)
	}
	if pkg := u.loaded[path]; pkg != nil && pkg.Complete() {
		return pkg, nil
	}
	return gcexportdata.Read(bytes.NewReader(data), u.fset, u.loaded, path)
}

func (u *declared) write(pkg *types.Package) bool {
	var buf bytes.Buffer
	if gcexportdata.Write(&buf, u.fset, pkg) != nil {
		return false
	}
	buf.Next(1) // the letter, which package unitchecker leaves out
	out := make([]byte, header, header+buf.Len())
	copy(out, "vetx")
	binary.LittleEndian.PutUint32(out[4:], uint32(buf.Len()))
	return os.WriteFile(u.VetxOutput, append(out, buf.Bytes()...), 0o666) == nil
}
