package main

import (
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/auroravet/auroravet/passes/vocabulary"
)

// testsAlone reports whether the package has nothing but tests, in which nothing is reported
// unless the user asks for it. One that does not parse goes the common way, for the words.
func (u *vetUnit) testsAlone() bool {
	words, err := vocabulary.Current()
	if err != nil || words.Tests || u.VetxOutput == "" || slices.ContainsFunc(u.GoFiles, func(name string) bool { return !isTest(name) }) {
		return false
	}
	return u.parse() == nil && os.WriteFile(u.VetxOutput, vetx(nil, nil), 0o666) == nil
}

// leaveTests takes the tests of the package out of the unit, and what they alone import,
// unless the user asks for findings there. In their place stands an empty one in dir, by which
// a pass knows a package that nobody but its tests imports.
func (u *vetUnit) leaveTests(dir string) {
	words, err := vocabulary.Current()
	code := slices.DeleteFunc(slices.Clone(u.GoFiles), isTest)
	if err != nil || words.Tests || len(code) == len(u.GoFiles) || len(code) == 0 {
		return
	}
	imports, name := make(map[string]bool), ""
	for _, file := range code {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return // package unitchecker says what is wrong
		}
		name = f.Name.Name
		for _, spec := range f.Imports {
			path, _ := strconv.Unquote(spec.Path.Value)
			imports[u.ImportMap[path]] = true
		}
	}
	place := filepath.Join(dir, "left_test.go")
	if os.WriteFile(place, []byte("package "+name+"\n"), 0o666) != nil {
		return
	}
	maps.DeleteFunc(u.PackageVetx, func(path, _ string) bool { return !imports[path] })
	u.GoFiles, u.tests = append(code, place), true
}

func isTest(name string) bool { return strings.HasSuffix(name, "_test.go") }
