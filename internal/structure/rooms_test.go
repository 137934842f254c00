package structure

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/auroravet/auroravet/internal/testmodule"
)

const module = "github.com/auroravet/auroravet"

type sourceFile struct {
	name string // below the root, with slashes
	ast  *ast.File
	fset *token.FileSet
}

// sources parses the Go files of the project, without those of testdata.
func sources(t *testing.T) []sourceFile {
	t.Helper()
	root := testmodule.Root(t)
	var out []sourceFile
	err := filepath.WalkDir(root, func(p string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			if name := e.Name(); p != root && (name == "testdata" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_")) {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(p, ".go") {
			return nil
		}
		rel, err := filepath.Rel(root, p)
		if err != nil {
			return err
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, p, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		out = append(out, sourceFile{filepath.ToSlash(rel), f, fset})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// tables are the rooms of plain Go that even passes may look into.
// They know no pass, no check and no driver.
const (
	tables    = "tables"
	passes    = "passes"
	reporting = "internal/diag"
	checks    = "analyzers/*"
	suite     = "analyzers"
	drivers   = "cmd/*"
)

// mayImport says which rooms of the project a room looks into, besides itself
// where that is one package. Nothing else is allowed.
var mayImport = map[string][]string{
	tables:    {tables},
	passes:    {tables, passes},
	reporting: {tables, passes},
	checks:    {tables, passes, reporting},
	suite:     {checks, passes},
	drivers:   {suite, passes, tables, drivers},
}

// driverFolders are the folders of internal that serve the commands.
var driverFolders = []string{"internal/driver", "internal/report"}

func room(dir string) string {
	switch {
	case strings.HasPrefix(dir, "cmd/"):
		return drivers
	case dir == "analyzers":
		return suite
	case strings.HasPrefix(dir, "analyzers/"):
		return checks
	case strings.HasPrefix(dir, "passes/"):
		return passes
	case dir == reporting:
		return reporting
	}
	for _, folder := range driverFolders {
		if dir == folder || strings.HasPrefix(dir, folder+"/") {
			return drivers
		}
	}
	return tables
}

func TestImportDirection(t *testing.T) {
	for _, f := range sources(t) {
		if strings.HasSuffix(f.name, "_test.go") {
			continue
		}
		from := path.Dir(f.name)
		for _, spec := range f.ast.Imports {
			target, _ := strconv.Unquote(spec.Path.Value)
			to, ours := strings.CutPrefix(target, module+"/")
			if !ours {
				continue
			}
			if !allowed(from, to) {
				t.Errorf("%s (%s) imports %s (%s)", f.name, room(from), to, room(to))
			}
		}
	}
}

func allowed(from, to string) bool {
	for _, r := range mayImport[room(from)] {
		if r == room(to) {
			return true
		}
	}
	return false
}

// The limits are for what people read; generated files and tests' tables of cases grow as they must.
const (
	maxFile     = 400
	maxFunction = 60
	maxMain     = 60
)

func TestSizes(t *testing.T) {
	for _, f := range sources(t) {
		if ast.IsGenerated(f.ast) {
			continue
		}
		lines := f.fset.Position(f.ast.FileEnd).Line - 1
		limit := maxFile
		if path.Base(f.name) == "main.go" {
			limit = maxMain
		}
		if lines > limit {
			t.Errorf("%s has %d lines, more than %d", f.name, lines, limit)
		}
		if strings.HasSuffix(f.name, "_test.go") {
			continue
		}
		for _, decl := range f.ast.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok || fn.Body == nil {
				continue
			}
			n := f.fset.Position(fn.End()).Line - f.fset.Position(fn.Pos()).Line + 1
			if n > maxFunction {
				t.Errorf("%s: %s has %d lines, more than %d", f.name, fn.Name.Name, n, maxFunction)
			}
		}
	}
}

func TestPackageNames(t *testing.T) {
	for _, f := range sources(t) {
		switch f.ast.Name.Name {
		case "util", "utils", "common", "helpers", "misc":
			t.Errorf("%s: a package named %s says nothing", f.name, f.ast.Name.Name)
		}
	}
}
