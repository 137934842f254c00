package main

import (
	"errors"
	"flag"
	"io"
	"log"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/analyzers"
	"github.com/auroravet/auroravet/internal/driver"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

// passed are the flags of go vet that are handed on to it as they are.
var passed = []struct {
	name   string
	isBool bool
	usage  string
}{
	{"json", true, "print findings and fixes as JSON"},
	{"fix", true, "apply the first fix of each finding"},
	{"diff", true, "with -fix, print the changes and make none"},
	{"c", false, "show this many lines around a finding"},
}

// registerShared gives fs the flags that all checks share.
func registerShared(fs *flag.FlagSet) {
	vocabulary.Analyzer.Flags.VisitAll(func(f *flag.Flag) { fs.Var(f.Value, f.Name, f.Usage) })
}

// isCheck reports whether name is the name of a check.
func isCheck(name string) bool {
	return slices.ContainsFunc(analyzers.Suite, func(a *analysis.Analyzer) bool { return a.Name == name })
}

// commandLine is a parsed command line of package patterns.
type commandLine struct {
	driver.Flags
	args    []string // packages and files
	context int      // lines around a finding, less than 0 for not even its own
	json    bool
	fix     bool
	diff    bool
}

// parse reads args and lets every flag check its value.
func parse(args []string) (*commandLine, error) {
	line := &commandLine{context: -1}
	fs := flag.NewFlagSet("auroravet", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	line.Register(fs)
	for _, p := range passed {
		line.Keep(fs, p.name, p.usage, p.isBool, func(s string) error { return line.passed(p.name, s) })
	}
	if err := fs.Parse(args); err != nil {
		return nil, driver.OneLine("auroravet", err)
	}
	line.args = fs.Args()
	return line, line.complain()
}

// passed takes the value of a flag that is go vet's too.
func (line *commandLine) passed(name, s string) (err error) {
	switch name {
	case "json":
		line.json, err = strconv.ParseBool(s)
	case "fix":
		line.fix, err = strconv.ParseBool(s)
	case "diff":
		line.diff, err = strconv.ParseBool(s)
	case "c":
		if line.context, err = strconv.Atoi(s); err != nil {
			return errors.New("want a number of lines")
		}
	}
	return driver.WantBool(err)
}

// complain returns what is wrong with a command line whose flags are right one by one.
func (line *commandLine) complain() error {
	if err := driver.Misplaced(line.args); err != nil {
		return err
	}
	switch {
	case len(line.args) == 0:
		return errors.New("no package is named; type \"auroravet ./...\" for all of this module, or \"auroravet help\"")
	case line.diff && !line.fix:
		return errors.New("-diff prints what -fix would change; type \"auroravet -fix -diff\" and the packages")
	case line.json && line.fix:
		return errors.New("-json and -fix exclude each other; -json lists the fixes of each finding")
	}
	return nil
}

// logWriter is where package flag writes the one line about a wrong flag.
type logWriter struct{}

func (logWriter) Write(p []byte) (int, error) {
	log.Print(driver.OneLine("auroravet", errors.New(strings.TrimSpace(string(p)))))
	return len(p), nil
}
