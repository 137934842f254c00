package main

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"errors"
	"fmt"
	"go/ast"
	"go/build"
	"go/types"
	"os"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/objectpath"

	"github.com/auroravet/auroravet/passes/carddata"
	"github.com/auroravet/auroravet/passes/credentials"
	"github.com/auroravet/auroravet/passes/program"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

// quiet answers the go command for a package whose facts nobody needs and in which no check can
// find anything: it says nothing of the API, of cards or of credentials, and neither do
// the facts of what it imports. That it compiles is all there is to see, and no pass needs to
// know which type each expression has: to note that is half of what a package costs. It
// reports whether it has answered; what does not compile goes the common way.
func (u *vetUnit) quiet() bool {
	words, err := vocabulary.Current()
	if err != nil || words.Tests || words.EveryHost || u.VetxOnly || u.VetxOutput == "" || u.FixArchive != "" {
		return false
	}
	if words.Mentions(u.ImportPath) || !u.plain(words) || u.told() || !u.parse() {
		return false
	}
	if !u.tests && u.files[0].Name.Name != "main" || slices.ContainsFunc(u.files, possible) {
		return false
	}
	conf := types.Config{Importer: u, Sizes: types.SizesFor("gc", build.Default.GOARCH), GoVersion: u.GoVersion}
	pkg, err := conf.Check(u.ImportPath, u.fset, u.files, nil)
	if err != nil || slices.ContainsFunc(pkg.Imports(), func(imp *types.Package) bool { return credentials.PossibleIn(u.ImportPath, imp) }) {
		return false
	}
	return u.answer()
}

// answer writes what package unitchecker does for a package without facts and findings.
func (u *vetUnit) answer() bool {
	text := ""
	if u.json {
		text = "{}\n"
	}
	if u.Stdout == "" {
		fmt.Print(text)
	} else if os.WriteFile(u.Stdout, []byte(text), 0o666) != nil {
		return false
	}
	return os.WriteFile(u.VetxOutput, vetx(nil), 0o666) == nil
}

// plain reports whether no file has a word of the API or a directive.
func (u *vetUnit) plain(words *vocabulary.Result) bool {
	return !slices.ContainsFunc(u.GoFiles, func(name string) bool {
		text, err := os.ReadFile(name)
		return err != nil || bytes.Contains(text, []byte("//auroravet:")) || words.Mentions(string(text))
	})
}

// possible reports whether a check may have something to look at in a file.
func possible(f *ast.File) bool {
	return slices.ContainsFunc(f.Imports, func(i *ast.ImportSpec) bool { return i.Path.Value == `"embed"` }) || program.Traces(f) || carddata.Possible(f) || credentials.Possible(f)
}

// told reports whether a fact of an import can make a package speak that says nothing itself.
func (u *vetUnit) told() bool {
	for _, a := range tellers(u.suite) {
		for _, f := range a.FactTypes {
			gob.Register(f)
		}
	}
	for _, name := range u.PackageVetx {
		facts, err := readFacts(name)
		if err != nil || slices.ContainsFunc(facts, tells) {
			return true
		}
	}
	return false
}

// fact is a fact as x/tools has it in its files.
type fact struct {
	PkgPath string
	Object  objectpath.Path
	Fact    analysis.Fact
}

func tells(f fact) bool {
	t, ok := f.Fact.(interface{ Tells() bool })
	return !ok || t.Tells()
}

// readFacts reads the facts in the file of an import.
func readFacts(name string) ([]fact, error) {
	_, length := vetxLengths(name)
	if length == 0 {
		return nil, nil
	}
	text, err := os.ReadFile(name)
	if err != nil || length < 0 {
		return nil, cmp.Or(err, errors.New("no file of facts"))
	}
	var facts []fact
	err = gob.NewDecoder(bytes.NewReader(text[int64(len(text))-length:])).Decode(&facts)
	return facts, err
}
