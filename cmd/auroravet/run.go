package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"maps"
	"os"
	"slices"

	"golang.org/x/tools/go/packages"

	"github.com/auroravet/auroravet/internal/driver"
	"github.com/auroravet/auroravet/internal/heap"
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
	heap.Ready(1 << 30)
	var said report
	trees := make(map[string]json.RawMessage)
	for _, u := range line.Units(cwd, line.args) {
		if line.fix {
			err = line.mend(u, cwd, &said)
		} else {
			err = line.look(u, cwd, &said, trees)
		}
		if err != nil {
			log.Print(driver.NoGo(err))
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

// look adds the findings in the packages of a unit, as text or as JSON, and what kept a package
// from being looked at.
func (line *commandLine) look(u driver.Unit, cwd string, said *report, trees map[string]json.RawMessage) error {
	pkgs, err := line.Load(u)
	if err != nil {
		text := driver.GoSaid(err)
		if text == "" {
			return err
		}
		said.read([]byte(text), u, cwd)
		return nil
	}
	graph, err := driver.Analyze(line.Suite(), pkgs)
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
