package driver

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/auroravet/auroravet/analyzers"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

// Flags are the flags that every command of the suite has: those of the checks, which of the
// checks run, and how packages are loaded.
type Flags struct {
	// Given are all flags of the command line. A flag is kept in the words of the user: a list
	// flag adds to a table, and what it holds then is not what it was given.
	Given []string

	build   []string // those that say how the go command loads packages
	overlay map[string][]byte
	checks  map[string]bool // which are asked for, and which are not
}

// loading are the flags of the go command that are handed on to it.
var loading = []struct{ name, usage string }{
	{"tags", "build tags, as in go build"},
	{"mod", "module download mode, as in go build"},
	{"modfile", "alternate go.mod, as in go build"},
	{"overlay", "file overlay, as in go build"},
}

// Shared calls visit for the flags that all checks share and then for those of each check,
// named as a command line has them.
func Shared(visit func(*flag.Flag)) {
	vocabulary.Analyzer.Flags.VisitAll(visit)
	for _, a := range analyzers.Suite {
		a.Flags.VisitAll(func(f *flag.Flag) {
			named := *f
			named.Name = a.Name + "." + f.Name
			visit(&named)
		})
	}
}

// Loading calls visit for the flags that say how packages are loaded.
func Loading(visit func(name, usage string)) {
	for _, l := range loading {
		visit(l.name, l.usage)
	}
}

// Register gives fs the flags, each of which checks its value.
func (f *Flags) Register(fs *flag.FlagSet) {
	f.checks = make(map[string]bool)
	for _, a := range analyzers.Suite {
		f.Keep(fs, a.Name, "", true, func(s string) (err error) {
			f.checks[a.Name], err = strconv.ParseBool(s)
			return WantBool(err)
		})
	}
	Shared(func(of *flag.Flag) {
		b, ok := of.Value.(interface{ IsBoolFlag() bool })
		f.Keep(fs, of.Name, of.Usage, ok && b.IsBoolFlag(), of.Value.Set)
	})
	Loading(func(name, usage string) {
		f.Keep(fs, name, usage, false, func(s string) (err error) {
			if name == "overlay" {
				f.overlay, err = readOverlay(s)
				return err
			}
			f.build = append(f.build, "-"+name+"="+s)
			return nil
		})
	})
}

// Keep gives fs a flag whose words are kept.
func (f *Flags) Keep(fs *flag.FlagSet, name, usage string, isBool bool, set func(string) error) {
	keep := func(s string) error {
		f.Given = append(f.Given, "-"+name+"="+s)
		return set(s)
	}
	if isBool {
		fs.BoolFunc(name, usage, keep)
	} else {
		fs.Func(name, usage, keep)
	}
}

// Suite returns the checks that the command line asks for: those that it names or, where it
// only says which ones not, all others.
func (f *Flags) Suite() []*analysis.Analyzer {
	named := slices.Contains(slices.Collect(maps.Values(f.checks)), true)
	return slices.DeleteFunc(slices.Clone(analyzers.Suite), func(a *analysis.Analyzer) bool {
		on, given := f.checks[a.Name]
		return named && !on || given && !on
	})
}

// Units sorts the arguments of the command line by the module that they are in.
func (f *Flags) Units(cwd string, args []string) []Unit {
	var tags []string
	for _, b := range f.build {
		if list, ok := strings.CutPrefix(b, "-tags="); ok {
			tags = strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' })
		}
	}
	return units(cwd, args, tags)
}

// Load reads the packages of a unit.
func (f *Flags) Load(u Unit) (*Packages, error) {
	words, err := vocabulary.Current()
	if err != nil {
		return nil, err
	}
	return Load(Config{
		Dir: u.Dir, Flags: f.build, Tests: words.Tests, Overlay: f.overlay,
		Speaks: func(p *packages.Package) bool { return Speaks(p.PkgPath, p.GoFiles) },
	}, u.Patterns)
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

// Misplaced returns what is wrong with a flag that stands behind a package.
func Misplaced(args []string) error {
	for _, arg := range args {
		if strings.HasPrefix(arg, "-") {
			return fmt.Errorf("the flag %s stands after a package; flags come first", arg)
		}
	}
	return nil
}

// WantBool returns what is wrong with the value of a flag that is on or off.
func WantBool(err error) error {
	if err != nil {
		return errors.New("want true or false")
	}
	return nil
}

// OneLine turns what package flag says into a sentence that ends in what to type.
func OneLine(program string, err error) error {
	if errors.Is(err, flag.ErrHelp) {
		return fmt.Errorf("type %q", program+" help")
	}
	return fmt.Errorf("%s; type %q for the checks and flags", strings.ReplaceAll(err.Error(), "\n", " "), program+" help")
}
