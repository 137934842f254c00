package main

import (
	"go/parser"
	"go/types"
	"os"

	"github.com/auroravet/auroravet/internal/driver"
	"github.com/auroravet/auroravet/internal/ownership"
)

// dependency answers the go command for a package of the standard library or of another
// module that says nothing of the API: such a package has no facts, and no function body
// of it is checked. Of its types even the declarations are left alone where the go command
// compiles it anyway (see compiled). It reports whether it has answered; when not, the
// unit goes the common way, which also finds the words for what is wrong.
func (u *vetUnit) dependency() bool {
	if !u.VetxOnly || u.VetxOutput == "" || !u.foreign() || !u.silent() {
		return false
	}
	if u.compiled() {
		return os.WriteFile(u.VetxOutput, vetx(nil, nil), 0o666) == nil
	}
	if u.parse() != nil {
		return false
	}
	conf := types.Config{
		Importer:         u,
		Sizes:            u.sizes(),
		GoVersion:        u.GoVersion,
		IgnoreFuncBodies: true,
	}
	pkg, err := conf.Check(u.ImportPath, u.fset, u.files, nil)
	if err != nil {
		return false
	}
	text, err := u.encode(pkg)
	return err == nil && os.WriteFile(u.VetxOutput, vetx(text, nil), 0o666) == nil
}

// foreign reports whether the package is of the standard library or of a module that was downloaded.
func (u *vetUnit) foreign() bool {
	if u.ModulePath != "" {
		return u.ModuleVersion != ""
	}
	return len(u.GoFiles) > 0 && ownership.StandardFile(u.GoFiles[0])
}

// silent reports whether the package says nothing of the API and neither does an import of
// it: the facts of an import would have to be handed on.
func (u *vetUnit) silent() bool {
	for _, file := range u.PackageVetx {
		if types, facts := vetxLengths(file); types < 0 || facts > 0 {
			return false
		}
	}
	return !driver.Speaks(u.ImportPath, u.GoFiles)
}

// parse reads the files, once. It returns what is wrong with one that does not parse.
func (u *vetUnit) parse() error {
	if len(u.files) == len(u.GoFiles) {
		return nil
	}
	u.files = nil
	for _, name := range u.GoFiles {
		f, err := parser.ParseFile(u.fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		u.files = append(u.files, f)
	}
	return nil
}
