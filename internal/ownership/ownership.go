// Package ownership says whose a package is: the user's, a dependency's, or the standard library's.
package ownership

import (
	"go/ast"
	"go/build"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Own reports whether the package that pass runs on is the user's to change. Neither a
// downloaded module is, which has a version, nor the standard library, nor a package that
// a driver has not type-checked whole: golangci-lint only parses what it has in its cache,
// and go/packages leaves out the bodies of what stands between two packages it was asked for.
func Own(pass *analysis.Pass) bool {
	return len(pass.Files) > 0 && Checked(pass) && (pass.Module == nil || pass.Module.Version == "") && !Standard(pass)
}

// Imported reports whether other packages may import the package, and so need its facts. A
// command is imported by its tests alone, and so is a package that is looked at together
// with its tests: for all others it is looked at without them. With tests these count as others.
func Imported(pass *analysis.Pass, tests bool) bool {
	return tests || pass.Pkg.Name() != "main" && !slices.ContainsFunc(pass.Files, func(f *ast.File) bool {
		return strings.HasSuffix(pass.Fset.File(f.FileStart).Name(), "_test.go")
	})
}

// Checked reports whether the types of the package are known, and those of the first
// body that calls or selects something.
func Checked(pass *analysis.Pass) bool {
	if pass.TypesInfo == nil || len(pass.TypesInfo.Defs) == 0 {
		return false
	}
	for _, f := range pass.Files {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil {
				if id := firstUse(fn.Body); id != nil {
					return pass.TypesInfo.Uses[id] != nil
				}
			}
		}
	}
	return true
}

// firstUse returns the name that the first call or selection of a body starts with, nil for none.
func firstUse(body *ast.BlockStmt) (id *ast.Ident) {
	ast.Inspect(body, func(n ast.Node) bool {
		if id == nil {
			switch n := n.(type) {
			case *ast.SelectorExpr:
				id, _ = n.X.(*ast.Ident)
			case *ast.CallExpr:
				id, _ = n.Fun.(*ast.Ident)
			}
		}
		return id == nil
	})
	return id
}

// Standard reports whether the package that pass runs on is of the standard library. It
// tells by the files: such a package has no module, and a vet unit does not mark it.
func Standard(pass *analysis.Pass) bool {
	return len(pass.Files) > 0 && StandardFile(pass.Fset.File(pass.Files[0].FileStart).Name())
}

// StandardFile reports whether a source file is one of the standard library. It says no
// where the place of the library is not known.
func StandardFile(name string) bool {
	root := build.Default.GOROOT
	return root != "" && strings.HasPrefix(filepath.ToSlash(name), filepath.ToSlash(filepath.Clean(root))+"/src/")
}
