// Package ownership says whose a package is: the user's, a dependency's, or the standard library's.
package ownership

import (
	"go/build"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Own reports whether the package that pass runs on is the user's to change. Neither a
// downloaded module is, which has a version, nor the standard library, nor a package that a
// driver has parsed and not type-checked, as golangci-lint does with what it has in its cache.
func Own(pass *analysis.Pass) bool {
	if len(pass.Files) == 0 || pass.TypesInfo == nil || len(pass.TypesInfo.Defs) == 0 {
		return false
	}
	return (pass.Module == nil || pass.Module.Version == "") && !Standard(pass)
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
