package main

import (
	"bufio"
	"encoding/json"
	"go/ast"
	"go/token"
	"go/types"
	goversion "go/version"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/auroravet/auroravet/internal/heap"
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
	line   *commandLine
}

// run answers the go command for the unit, and ends the program unless package unitchecker has
// to apply fixes: it then finds in os.Args the file with the configuration that is complete.
func (u *vetUnit) run() {
	if u.dependency() || u.testsAlone() {
		os.Exit(0)
	}
	u.leaveTests(filepath.Dir(u.name))
	if u.large() {
		heap.Ready(256 << 20)
	}
	if u.quiet() {
		os.Exit(0)
	}
	status, err := u.analyze()
	if err == nil && status == 0 && u.fixes() {
		os.Args[len(os.Args)-1], err = u.complete()
	}
	if err != nil {
		log.Fatal(err)
	}
	if status != 0 || !u.fixes() {
		os.Exit(status)
	}
}

// large reports whether the unit has so much code that it pays to ready the heap for it, which
// costs some milliseconds.
func (u *vetUnit) large() bool {
	var size int64
	for _, name := range u.GoFiles {
		if info, err := os.Stat(name); err == nil {
			size += info.Size()
		}
	}
	return size > 32<<10
}

// fixes reports whether findings are to be mended, which package unitchecker does.
func (u *vetUnit) fixes() bool { return u.line.fix && !u.VetxOnly }

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
		Config: new(unitchecker.Config), suite: line.Suite(), name: line.args[0], line: line,
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
