package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/auroravet/auroravet/analyzers"
	"github.com/auroravet/auroravet/internal/driver"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

// runPatterns looks at the packages and files of a command line, prints what it found,
// and returns the exit status.
func runPatterns(args []string) int {
	line, err := parse(args)
	if err != nil {
		log.Print(err)
		return 2
	}
	cwd, err := os.Getwd()
	if err != nil {
		log.Print(err)
		return 2
	}
	var said report
	trees := make(map[string]json.RawMessage)
	for _, u := range units(cwd, line.args, line.tags()) {
		if line.fix {
			err = line.mend(u, cwd, &said)
		} else {
			err = line.look(u, cwd, &said, trees)
		}
		if err != nil && strings.Contains(err.Error(), exec.ErrNotFound.Error()) {
			err = errors.New("the go command is not in PATH; install Go from https://go.dev/dl, packages are loaded with it")
		}
		if err != nil {
			log.Print(err)
			return 2
		}
	}
	for _, id := range slices.Sorted(maps.Keys(trees)) {
		fmt.Printf("{\n\t%q: %s\n}\n", id, trees[id])
	}
	said.print(os.Stdout)
	said.complain()
	if len(said.errors)+len(said.findings) > 0 {
		return 1
	}
	return 0
}

// tags returns the build tags of the command line.
func (line *commandLine) tags() []string {
	var out []string
	for _, f := range line.build {
		if list, ok := strings.CutPrefix(f, "-tags="); ok {
			out = strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' })
		}
	}
	return out
}

// look adds the findings in the packages of a unit, as text or as JSON, and what kept a package
// from being looked at.
func (line *commandLine) look(u unit, cwd string, said *report, trees map[string]json.RawMessage) error {
	words, err := vocabulary.Current()
	if err != nil {
		return err
	}
	pkgs, err := driver.Load(driver.Config{
		Dir: u.dir, Flags: line.build, Tests: words.Tests, Overlay: line.overlay,
		Speaks: func(p *packages.Package) bool { return speaks(p.PkgPath, p.GoFiles) },
	}, u.patterns)
	if err != nil {
		_, text, _ := strings.Cut(err.Error(), "stderr: ") // what the go command said, behind words of package packages
		if strings.TrimSpace(text) == "" {
			return err
		}
		said.read([]byte(text), u, cwd)
		return nil
	}
	graph, err := driver.Analyze(line.suite(), pkgs)
	if err != nil {
		return err
	}
	for _, e := range pkgs.Errors {
		said.read([]byte(problem(e)), u, cwd)
	}
	var out bytes.Buffer
	if !line.json {
		err = graph.PrintText(&out, line.context)
		said.read(out.Bytes(), u, cwd)
		return err
	}
	if err := graph.PrintJSON(&out); err != nil {
		return err
	}
	return json.Unmarshal(out.Bytes(), &trees)
}

// suite returns the checks that the command line asks for: those that it names or, where it
// only says which ones not, all others.
func (line *commandLine) suite() []*analysis.Analyzer {
	named := slices.Contains(slices.Collect(maps.Values(line.checks)), true)
	return slices.DeleteFunc(slices.Clone(analyzers.Suite), func(a *analysis.Analyzer) bool {
		on, given := line.checks[a.Name]
		return named && !on || given && !on
	})
}

// problem returns an error in the form in which the go command prints it: with the package
// above what does not compile, and alone when no package was found.
func problem(e driver.Error) string {
	text := e.Msg + "\n"
	if e.Pos != "" && e.Pos != "-" {
		text = e.Pos + ": " + text
	}
	if e.Kind != packages.ListError {
		text = "# " + e.Package + "\n" + text
	}
	return text
}
