package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	goversion "go/version"
	"io"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"
	"golang.org/x/tools/go/gcexportdata"
)

// vetUnit is one package that the go command asks a vet tool about.
type vetUnit struct {
	*unitchecker.Config
	suite  []*analysis.Analyzer // the checks that are asked for
	name   string               // of the file with the configuration
	text   []byte               // of that file
	fset   *token.FileSet
	files  []*ast.File
	loaded map[string]*types.Package
	tests  bool // tests have been left out
	json   bool // findings are asked for as JSON
}

// run answers the go command for the unit, and ends the program unless package unitchecker has
// to report on it: it then finds in os.Args the file with the configuration that is complete.
func (u *vetUnit) run() {
	if u.dependency() || u.testsAlone() {
		os.Exit(0)
	}
	u.leaveTests(filepath.Dir(u.name))
	if u.quiet() {
		os.Exit(0)
	}
	file, err := u.complete()
	if err != nil {
		log.Fatal(err)
	}
	if u.VetxOnly {
		unitchecker.Run(file, tellers(u.suite))
	}
	os.Args[len(os.Args)-1] = file
}

// tellers returns the analyzers that tell the importers of a package something: those below
// the given ones that have facts. Package unitchecker would run the given ones too, for nobody.
func tellers(suite []*analysis.Analyzer) []*analysis.Analyzer {
	var out []*analysis.Analyzer
	seen := make(map[*analysis.Analyzer]bool)
	var visit func(a *analysis.Analyzer)
	visit = func(a *analysis.Analyzer) {
		if seen[a] {
			return
		}
		seen[a] = true
		if len(a.FactTypes) > 0 {
			out = append(out, a)
		}
		for _, r := range a.Requires {
			visit(r)
		}
	}
	for _, a := range suite {
		visit(a)
	}
	return out
}

// readUnit returns the unit that a command line of the go command names, nil when it names
// none or is wrong: package unitchecker then says what is wrong.
func readUnit(args []string) *vetUnit {
	if len(args) == 0 || !strings.HasSuffix(args[len(args)-1], ".cfg") {
		return nil
	}
	line, err := parse(args)
	if err != nil || len(line.args) != 1 {
		return nil
	}
	u := &vetUnit{
		Config: new(unitchecker.Config), suite: line.Suite(), name: line.args[0], json: line.json,
		fset: token.NewFileSet(), loaded: make(map[string]*types.Package),
	}
	if u.text, err = os.ReadFile(u.name); err != nil || json.Unmarshal(u.text, u.Config) != nil {
		return nil
	}
	return u
}

// compiled reports whether whoever imports the package finds its types in what the go command
// has compiled. It does for a unit of a go command that compiles the imports of what is
// vetted, as that of Go 1.26 does, with a compiler no newer than this program: a newer
// one may write what we cannot read.
func (u *vetUnit) compiled() bool {
	known := false
	for _, path := range u.ImportMap {
		if path == "unsafe" {
			continue
		}
		file := u.PackageFile[path]
		if file == "" || !known && !readable(file) {
			return false
		}
		known = true
	}
	return known
}

// readable reports whether a compiled package is from a release of Go that this program knows.
// Its second line names that, as in "go object linux amd64 go1.26.8 …" (cmd/compile's
// noder.WriteExports).
func readable(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	r := bufio.NewReaderSize(f, 512)
	for range 3 { // the archive's first line, its first header, the object
		l, err := r.ReadString('\n')
		if err != nil {
			return false
		}
		if words := strings.Fields(l); len(words) > 4 && words[0] == "go" && words[1] == "object" {
			lang := goversion.Lang(words[4])
			return lang != "" && goversion.Compare(lang, goversion.Lang(runtime.Version())) <= 0
		}
	}
	return false
}

// complete gives the unit the types of those imports that have been left to the compiler (see
// dependency). It returns the file with the configuration of that, and without the tests.
func (u *vetUnit) complete() (string, error) {
	dir := filepath.Dir(u.name)
	files := make(map[string]string, len(u.PackageVetx))
	written := 0
	for path, file := range u.PackageVetx {
		files[path] = file
		if types, facts := vetxLengths(file); types != 0 || facts != 0 {
			continue
		}
		pkg, err := u.readCompiled(path)
		if err != nil {
			return "", fmt.Errorf("the compiled package %s cannot be read (%v); type \"go clean -cache\" and try again", path, err)
		}
		text, err := u.encode(pkg)
		if err != nil {
			return "", err
		}
		written++
		files[path] = filepath.Join(dir, fmt.Sprintf("types%d.vetx", written))
		if err := os.WriteFile(files[path], text, 0o666); err != nil {
			return "", err
		}
	}
	if written == 0 && !u.tests {
		return u.name, nil
	}
	fields := make(map[string]any)
	if err := json.Unmarshal(u.text, &fields); err != nil {
		return "", err
	}
	fields["PackageVetx"], fields["GoFiles"] = files, u.GoFiles
	text, err := json.Marshal(fields)
	if err != nil {
		return "", err
	}
	name := filepath.Join(dir, "types.cfg")
	return name, os.WriteFile(name, text, 0o666)
}

// Import returns an import of the unit, as package unitchecker finds it.
func (u *vetUnit) Import(path string) (*types.Package, error) {
	path, ok := u.ImportMap[path]
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if pkg := u.loaded[path]; pkg != nil && pkg.Complete() {
		return pkg, nil
	}
	data, err := os.ReadFile(u.PackageVetx[path])
	if !ok || err != nil {
		return nil, fmt.Errorf("no types of %q", path)
	}
	if len(data) == header {
		return u.readCompiled(path)
	}
	data[header-1] = 'i' // package gcexportdata wants the letter of the format
	return gcexportdata.Read(bytes.NewReader(data[header-1:]), u.fset, u.loaded, path)
}

// readCompiled returns the types of an import from what the compiler has written.
func (u *vetUnit) readCompiled(path string) (*types.Package, error) {
	f, err := os.Open(u.PackageFile[path])
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r, err := gcexportdata.NewReader(bufio.NewReader(f))
	if err != nil {
		return nil, err
	}
	return gcexportdata.Read(r, u.fset, u.loaded, path)
}

// encode returns the file of types of a package that has no facts.
func (u *vetUnit) encode(pkg *types.Package) ([]byte, error) {
	var buf bytes.Buffer
	if err := gcexportdata.Write(&buf, u.fset, pkg); err != nil {
		return nil, err
	}
	return vetx(buf.Bytes()[1:]), nil // without the letter, which package unitchecker leaves out
}

const header = 12 // magic, length of types, length of facts

// vetx returns a file with types and no facts.
func vetx(types []byte) []byte {
	out := make([]byte, header, header+len(types))
	copy(out, "vetx")
	binary.LittleEndian.PutUint32(out[4:], uint32(len(types)))
	return append(out, types...)
}

// vetxLengths returns how much a file has of types and of facts, less than nothing for
// what is no such file.
func vetxLengths(name string) (types, facts int64) {
	f, err := os.Open(name)
	if err != nil {
		return -1, -1
	}
	defer f.Close()
	var head [header]byte
	info, err := f.Stat()
	if _, errRead := io.ReadFull(f, head[:]); err != nil || errRead != nil || string(head[:4]) != "vetx" {
		return -1, -1
	}
	types, facts = int64(binary.LittleEndian.Uint32(head[4:])), int64(binary.LittleEndian.Uint32(head[8:]))
	if header+types+facts > info.Size() {
		return -1, -1
	}
	return types, facts
}
