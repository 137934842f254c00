package gclplugin

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/passes/literals"
)

// embedded returns an analyzer that does nothing and whose name depends on what the
// Go files around the current folder embed, or none when they embed nothing.
// golangci-lint keeps the findings of a package until one of its Go files changes or
// the names of the analyzers do; the go command knows of embedded files, it does not.
func embedded() []*analysis.Analyzer {
	sum := sha256.New()
	some := false
	fset := token.NewFileSet()
	root := outermost()
	walkGo(root, func(name string, src []byte) {
		if !bytes.Contains(src, []byte("//go:embed ")) {
			return
		}
		f, err := parser.ParseFile(fset, name, src, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return // golangci-lint reports it
		}
		for _, file := range literals.Embedded(&analysis.Pass{Fset: fset, Files: []*ast.File{f}}) {
			some = true
			rel, _ := filepath.Rel(root, name) // a cache may move with the checkout
			fmt.Fprintf(sum, "%q %q %q\n", rel, file.Name, file.Text)
		}
	})
	if !some {
		return nil
	}
	return []*analysis.Analyzer{{
		Name: fmt.Sprintf("embedded_%x", sum.Sum(nil)[:8]),
		Doc:  "stand for the embedded files in the key of the cache",
		Run:  func(*analysis.Pass) (any, error) { return nil, nil },
	}}
}

// walkGo calls visit for the Go files below root, in the order of their names. Files
// that cannot be read are golangci-lint's to complain about.
func walkGo(root string, visit func(name string, src []byte)) {
	_ = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return nil
		}
		if d.IsDir() {
			if base := d.Name(); path != root && (strings.HasPrefix(base, ".") || base == "vendor" || base == "node_modules") {
				return fs.SkipDir
			}
			return nil
		}
		if strings.HasSuffix(path, ".go") {
			if src, err := os.ReadFile(path); err == nil {
				visit(path, src)
			}
		}
		return nil
	})
}

// outermost returns the folder of the go.work at or above the current folder, else of
// the nearest go.mod, else the current folder.
func outermost() string {
	dir, err := os.Getwd()
	if err != nil {
		return "."
	}
	for _, name := range []string{"go.work", "go.mod"} {
		for at := dir; ; at = filepath.Dir(at) {
			if _, err := os.Stat(filepath.Join(at, name)); err == nil {
				return at
			}
			if at == filepath.Dir(at) {
				break
			}
		}
	}
	return dir
}
