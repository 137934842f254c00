package main

import (
	"flag"
	"fmt"
	"io"
	"log"
	"strings"

	"github.com/auroravet/auroravet/analyzers"
	"github.com/auroravet/auroravet/internal/driver"
)

const usage = `auroravet finds the faults that keep a Go program from going live with the Aurora payments API.

usage: auroravet [flags] packages      for example: auroravet ./...
       auroravet [flags] file.go ...   look at the packages of these files
       auroravet help [check]          explain a check
       go vet -vettool=$(which auroravet) [flags] packages
`

// help writes the list of checks and flags to w, or checks the names of checks, which
// x/tools explains: its own list is of another trade. A name that is no check ends the program.
func help(w io.Writer, names []string) {
	for _, name := range names {
		if !isCheck(name) {
			log.Fatalf("no check is named %q; type \"auroravet help\" for the list", name)
		}
	}
	if len(names) > 0 {
		return
	}
	fmt.Fprint(w, usage, "\nChecks. All run; -NAME runs that one alone, -NAME=false leaves it out.\n\n")
	for _, a := range analyzers.Suite {
		title, _, _ := strings.Cut(a.Doc, "\n")
		fmt.Fprintf(w, "  %-16s %s\n", a.Name, strings.TrimPrefix(title, a.Name+": "))
	}
	fmt.Fprint(w, "\nFlags. They come before the packages.\n\n")
	row := func(name, usage string) { fmt.Fprintf(w, "  -%-26s %s\n", name, usage) }
	driver.Shared(func(f *flag.Flag) { row(f.Name, f.Usage) })
	for _, p := range passed {
		row(p.name, p.usage)
	}
	driver.Loading(row)
	fmt.Fprint(w, `
A finding is one line, file:line:column: message (check). The exit status is 0 without findings, 1 with
findings or for packages that do not load, 2 for a wrong command line.
"//auroravet:ignore CHECK reason" on the line, or on a line of its own above it, silences a finding.
`)
}
