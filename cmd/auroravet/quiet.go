package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/types"
	"os"
	"slices"

	"github.com/auroravet/auroravet/internal/facts"
	"github.com/auroravet/auroravet/passes/carddata"
	"github.com/auroravet/auroravet/passes/credentials"
	"github.com/auroravet/auroravet/passes/literals"
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
	if err != nil || words.Tests || words.EveryHost || u.VetxOnly || u.VetxOutput == "" || u.line.fix {
		return false
	}
	if words.Mentions(u.ImportPath) || !u.plain(words) || u.told() || u.parse() != nil {
		return false
	}
	if !u.tests && u.files[0].Name.Name != "main" || slices.ContainsFunc(u.files, possible) {
		return false
	}
	conf := types.Config{Importer: u, Sizes: u.sizes(), GoVersion: u.GoVersion}
	pkg, err := conf.Check(u.ImportPath, u.fset, u.files, nil)
	if err != nil || slices.ContainsFunc(pkg.Imports(), func(imp *types.Package) bool { return credentials.PossibleIn(u.ImportPath, imp) }) {
		return false
	}
	return u.answer()
}

// answer writes what the go command gets of a package without facts and findings.
func (u *vetUnit) answer() bool {
	text := ""
	if u.line.json {
		text = "{}\n"
	}
	if u.Stdout == "" {
		fmt.Print(text)
	} else if os.WriteFile(u.Stdout, []byte(text), 0o666) != nil {
		return false
	}
	return os.WriteFile(u.VetxOutput, vetx(nil, nil), 0o666) == nil
}

// plain reports whether no file has a word of the API or a directive.
func (u *vetUnit) plain(words *vocabulary.Result) bool {
	return !slices.ContainsFunc(u.GoFiles, func(name string) bool {
		text, err := os.ReadFile(name)
		return err != nil || bytes.Contains(text, []byte("//auroravet:")) || words.MentionedIn(text)
	})
}

// possible reports whether a check may have something to look at in a file.
func possible(f *ast.File) bool {
	return literals.Embeds(f) || program.Traces(f) || carddata.Possible(f) || credentials.Possible(f)
}

// told reports whether a fact of an import can make a package speak that says nothing itself.
func (u *vetUnit) told() bool {
	for _, name := range u.PackageVetx {
		_, told, err := readVetx(name)
		if err != nil {
			return true
		}
		if tells, err := facts.Tell(told); err != nil || tells {
			return true
		}
	}
	return false
}
