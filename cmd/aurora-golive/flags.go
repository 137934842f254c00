package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/analyzers"
	"github.com/auroravet/auroravet/internal/driver"
	"github.com/auroravet/auroravet/internal/report"
)

// commandLine is a parsed command line.
type commandLine struct {
	driver.Flags
	patterns []string
	format   string
	file     string // where the report goes, "" for standard output
}

// own are the flags that this command has for itself.
var own = []struct{ name, usage string }{
	{"format", "form of the report: " + strings.Join(report.Formats(), ", ")},
	{"o", "write the report to this file instead of standard output"},
}

// parse reads args and lets every flag check its value.
func parse(args []string) (*commandLine, error) {
	line := &commandLine{format: "text"}
	fs := flag.NewFlagSet(program, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	line.Register(fs)
	for _, o := range own {
		fs.Func(o.name, o.usage, func(s string) error { return line.set(o.name, s) })
	}
	if err := fs.Parse(args); err != nil {
		return nil, driver.OneLine(program, err)
	}
	line.patterns = fs.Args()
	if len(line.patterns) == 0 {
		line.patterns = []string{"./..."}
	}
	listNotes()
	return line, driver.Misplaced(line.patterns)
}

func (line *commandLine) set(name, value string) error {
	switch {
	case name == "format" && !slices.Contains(report.Formats(), value):
		return fmt.Errorf("want one of %s", strings.Join(report.Formats(), ", "))
	case name == "format":
		line.format = value
	case value == "":
		return fmt.Errorf("want the name of a file")
	default:
		line.file = value
	}
	return nil
}

// write puts the report where the command line says. A file is written when all of the report is there.
func (line *commandLine) write(form func(io.Writer) error) error {
	var text bytes.Buffer
	if err := form(&text); err != nil {
		return err
	}
	if line.file != "" {
		return os.WriteFile(line.file, text.Bytes(), 0o666)
	}
	_, err := os.Stdout.Write(text.Bytes())
	return err
}

// listNotes turns on the checks that elsewhere report only when they are asked to: what they find is
// no fault, and a reviewer wants to know it.
func listNotes() {
	for _, a := range analyzers.Suite {
		if f := a.Flags.Lookup(noteFlag); f != nil {
			_ = f.Value.Set("true")
		}
	}
}

// noteFlag is the flag of a check whose findings are notes.
const noteFlag = "on"

const usage = `aurora-golive writes the go-live report of a Go program that calls the Aurora payments API: what was
looked at, the requirements of the go-live guide with an answer to each, the findings of auroravet, the
calls of the API, and the findings that directives silence.

usage: aurora-golive [flags] [packages]      for example: aurora-golive -format html -o golive.html ./...

Without packages it looks at ./... . It writes nothing but the report.

Flags. They come before the packages.

`

func help(w io.Writer) {
	fmt.Fprint(w, usage)
	row := func(name, usage string) { fmt.Fprintf(w, "  -%-26s %s\n", name, usage) }
	for _, o := range own {
		row(o.name, o.usage)
	}
	driver.Shared(func(f *flag.Flag) {
		if !strings.HasSuffix(f.Name, "."+noteFlag) {
			row(f.Name, f.Usage)
		}
	})
	driver.Loading(row)
	fmt.Fprint(w, `
-CHECK runs that check alone and -CHECK=false leaves it out; the report says so. "auroravet help" lists the checks.
The exit status is 0 when the report is written, whatever it says; 1 when packages do not load or compile,
which the report names; 2 for a wrong command line.
`)
}
