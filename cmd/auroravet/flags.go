package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"strconv"
	"strings"

	"github.com/auroravet/auroravet/analyzers"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

// passed are the flags of the go command that are handed on to it as they are.
var passed = []struct {
	name   string
	isBool bool
	usage  string
}{
	{"json", true, "print findings and fixes as JSON"},
	{"fix", true, "apply the first fix of each finding"},
	{"diff", true, "with -fix, print the changes and make none"},
	{"c", false, "show this many lines around a finding"},
	{"tags", false, "build tags, as in go build"},
	{"mod", false, "module download mode, as in go build"},
	{"modfile", false, "alternate go.mod, as in go build"},
	{"overlay", false, "file overlay, as in go build"},
}

// registerShared gives fs the flags that all checks share.
func registerShared(fs *flag.FlagSet) {
	vocabulary.Analyzer.Flags.VisitAll(func(f *flag.Flag) { fs.Var(f.Value, f.Name, f.Usage) })
}

// isCheck reports whether name is the name of a check.
func isCheck(name string) bool {
	for _, a := range analyzers.Suite {
		if a.Name == name {
			return true
		}
	}
	return false
}

// commandLine is a parsed command line of package patterns.
type commandLine struct {
	flags []string // for the go command, as they were given
	args  []string // packages and files
	json  bool
	fix   bool
	diff  bool
}

// parse reads args and lets every flag check its value. A flag is kept in the
// words of the user: a list flag adds to a table, and what it holds then is not what it was given.
func parse(args []string) (*commandLine, error) {
	line := new(commandLine)
	fs := flag.NewFlagSet("auroravet", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	keep := func(name, usage string, isBool bool, set func(string) error) {
		set2 := func(s string) error {
			line.flags = append(line.flags, "-"+name+"="+s)
			return set(s)
		}
		if isBool {
			fs.BoolFunc(name, usage, set2)
		} else {
			fs.Func(name, usage, set2)
		}
	}
	shared := flag.NewFlagSet("", flag.ContinueOnError)
	registerShared(shared)
	for _, a := range analyzers.Suite {
		keep(a.Name, "", true, isBool)
		a.Flags.VisitAll(func(f *flag.Flag) { shared.Var(f.Value, a.Name+"."+f.Name, f.Usage) })
	}
	shared.VisitAll(func(f *flag.Flag) {
		b, ok := f.Value.(interface{ IsBoolFlag() bool })
		keep(f.Name, f.Usage, ok && b.IsBoolFlag(), f.Value.Set)
	})
	for _, p := range passed {
		keep(p.name, p.usage, p.isBool, line.passed(p.name, p.isBool))
	}
	if err := fs.Parse(args); err != nil {
		return nil, oneLine(err)
	}
	line.args = fs.Args()
	return line, line.complain()
}

// passed checks a flag of the go command, and notes those that change what it prints.
func (line *commandLine) passed(name string, boolean bool) func(string) error {
	return func(s string) error {
		if !boolean {
			if _, err := strconv.Atoi(s); name == "c" && err != nil {
				return errors.New("want a number of lines")
			}
			return nil
		}
		on, err := strconv.ParseBool(s)
		switch name {
		case "json":
			line.json = on
		case "fix":
			line.fix = on
		case "diff":
			line.diff = on
		}
		return wantBool(err)
	}
}

// complain returns what is wrong with a command line whose flags are right one by one.
func (line *commandLine) complain() error {
	for _, arg := range line.args {
		if strings.HasPrefix(arg, "-") {
			return fmt.Errorf("the flag %s stands after a package; flags come first", arg)
		}
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

func isBool(s string) error {
	_, err := strconv.ParseBool(s)
	return wantBool(err)
}

func wantBool(err error) error {
	if err != nil {
		return errors.New("want true or false")
	}
	return nil
}

// oneLine turns what package flag says into a sentence that ends in what to type.
func oneLine(err error) error {
	if errors.Is(err, flag.ErrHelp) {
		return errors.New("type \"auroravet help\"")
	}
	return fmt.Errorf("%s; type \"auroravet help\" for the checks and flags", strings.ReplaceAll(err.Error(), "\n", " "))
}

// logWriter is where package flag writes the one line about a wrong flag.
type logWriter struct{}

func (logWriter) Write(p []byte) (int, error) {
	log.Print(oneLine(errors.New(strings.TrimSpace(string(p)))))
	return len(p), nil
}
