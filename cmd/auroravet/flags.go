package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
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
	flags   []string        // all of them, as they were given
	build   []string        // those that say how the go command loads packages
	checks  map[string]bool // which are asked for, and which are not
	args    []string        // packages and files
	overlay map[string][]byte
	context int // lines around a finding, less than 0 for not even its own
	json    bool
	fix     bool
	diff    bool
}

// parse reads args and lets every flag check its value. A flag is kept in the
// words of the user: a list flag adds to a table, and what it holds then is not what it was given.
func parse(args []string) (*commandLine, error) {
	line := &commandLine{checks: make(map[string]bool), context: -1}
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
		keep(a.Name, "", true, func(s string) (err error) {
			line.checks[a.Name], err = strconv.ParseBool(s)
			return wantBool(err)
		})
		a.Flags.VisitAll(func(f *flag.Flag) { shared.Var(f.Value, a.Name+"."+f.Name, f.Usage) })
	}
	shared.VisitAll(func(f *flag.Flag) {
		b, ok := f.Value.(interface{ IsBoolFlag() bool })
		keep(f.Name, f.Usage, ok && b.IsBoolFlag(), f.Value.Set)
	})
	for _, p := range passed {
		keep(p.name, p.usage, p.isBool, func(s string) error { return line.passed(p.name, s) })
	}
	if err := fs.Parse(args); err != nil {
		return nil, oneLine(err)
	}
	line.args = fs.Args()
	return line, line.complain()
}

// passed takes the value of a flag that is the go command's too.
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
	case "overlay":
		line.overlay, err = readOverlay(s)
		return err
	default:
		line.build = append(line.build, "-"+name+"="+s)
	}
	return wantBool(err)
}

// readOverlay reads a file in the form of go build's -overlay: which files stand for which others.
func readOverlay(name string) (map[string][]byte, error) {
	var overlay struct{ Replace map[string]string }
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(text, &overlay); err != nil {
		return nil, fmt.Errorf("%s is no overlay file: %w", name, err)
	}
	out := make(map[string][]byte)
	for file, other := range overlay.Replace {
		if other == "" {
			return nil, fmt.Errorf("%s takes %s away, which only \"go vet -vettool\" can do", name, file)
		}
		if file, err = filepath.Abs(file); err != nil {
			return nil, err
		}
		if out[file], err = os.ReadFile(other); err != nil {
			return nil, err
		}
	}
	return out, nil
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
