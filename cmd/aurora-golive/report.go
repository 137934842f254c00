package main

import (
	"cmp"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/auroravet/auroravet/analyzers"
	"github.com/auroravet/auroravet/internal/driver"
	"github.com/auroravet/auroravet/internal/report"
	"github.com/auroravet/auroravet/passes/directive"
	"github.com/auroravet/auroravet/passes/inventory"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

// report looks at the packages of the command line.
func (line *commandLine) report() (*report.Report, error) {
	words, err := vocabulary.Current()
	if err != nil {
		return nil, err
	}
	cwd, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	c := &collector{suite: line.Suite(), cwd: cwd, looked: make(map[string]bool), directives: make(map[place]bool)}
	for _, u := range line.Units(cwd, line.patterns) {
		if err := c.look(line, u); err != nil {
			return nil, err
		}
	}
	c.index()
	return &report.Report{
		Version: report.Version,
		Tool:    report.Tool{Name: program, Version: version()},
		Guide:   analyzers.GuideURL,
		Scope: report.Scope{
			Modules: c.modules(), Patterns: line.patterns, Packages: len(c.looked),
			Tests: words.Tests, Flags: append([]string{}, line.Given...), Prefix: c.prefix(),
		},
		LeftOut: c.missing(), Requirements: c.requirements(), Checks: c.checks(),
		Findings: c.findings(), Endpoints: c.endpoints(), Suppressions: c.suppressions(),
	}, nil
}

// version is the release of this program, as the go command has noted it.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(devel)"
	}
	return cmp.Or(info.Main.Version, "(devel)")
}

// collector gathers what the checks say of the packages of all units.
type collector struct {
	suite []*analysis.Analyzer // the checks that run
	cwd   string
	// looked has the paths of the packages that were looked at.
	looked map[string]bool
	asked  []source
	found  []located
	// directives are the places of all directives.
	directives map[place]bool
	hushed     []silenced
	calls      []call
	// through are the calls that go through a function, of those that are seen from one.
	through, of map[string][]call
	left        []report.LeftOut
}

// source is a package that was asked for, without its types: those of a unit are let go of before the next.
type source struct {
	module *packages.Module
	files  []string
}

// look gathers what the checks say of the packages of a unit.
func (c *collector) look(line *commandLine, u driver.Unit) error {
	pkgs, err := line.Load(u)
	if err != nil {
		said := driver.GoSaid(err)
		if said == "" {
			return err
		}
		c.left = append(c.left, report.LeftOut{Package: strings.Join(u.Patterns, " "), Problem: driver.WithHint(oneLine(said))})
		return nil
	}
	graph, err := driver.Analyze(append(slices.Clone(c.suite), inventory.Analyzer, directive.Analyzer), pkgs)
	if err != nil {
		return err
	}
	for _, e := range pkgs.Errors {
		pkg, place, problem := e.Told()
		c.left = append(c.left, report.LeftOut{Package: pkg, Place: place, Problem: problem})
	}
	looked := make(map[*packages.Package]bool)
	for _, act := range graph.Roots {
		looked[act.Package] = true
		for _, d := range act.Diagnostics {
			c.found = append(c.found, located{act.Package.Fset, act.Analyzer.Name, d})
		}
		switch res := act.Result.(type) {
		case *inventory.Result:
			for _, one := range res.Calls {
				c.calls = append(c.calls, call{one, act.Package.Fset.Position(one.Pos)})
			}
		case *directive.Result:
			c.hush(act.Package, res)
		}
	}
	c.note(pkgs, looked)
	return nil
}

// note notes which packages were looked at, and which were not because an import does not compile.
func (c *collector) note(pkgs *driver.Packages, looked map[*packages.Package]bool) {
	broken := make(map[string]bool)
	for _, l := range c.left {
		broken[l.Package] = true
	}
	for _, p := range pkgs.Asked {
		c.asked = append(c.asked, source{p.Module, p.GoFiles})
		switch {
		case looked[p]:
			c.looked[strings.TrimSuffix(p.PkgPath, "_test")] = true
		case !broken[p.PkgPath]:
			broken[p.PkgPath] = true
			c.left = append(c.left, report.LeftOut{Package: p.PkgPath, Problem: "it imports a package that does not load or compile"})
		}
	}
}

// missing returns what could not be looked at, in order and each once.
func (c *collector) missing() []report.LeftOut {
	root := c.root()
	out := []report.LeftOut{}
	for _, l := range c.left {
		l.Place, l.Problem = relativePlace(root, l.Place), hideLiterals(l.Problem)
		if !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	slices.SortFunc(out, func(a, b report.LeftOut) int {
		return cmp.Or(cmp.Compare(a.Package, b.Package), cmp.Compare(a.Place, b.Place), cmp.Compare(a.Problem, b.Problem))
	})
	return out
}

// placed is a problem with its place before it.
func placed(o report.LeftOut) string { return strings.TrimPrefix(o.Place+": "+o.Problem, ": ") }

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// root is the folder that names of files are relative to: that of the module or, where several are
// looked at, the one that all of them are in.
func (c *collector) root() string {
	root := ""
	for _, p := range c.asked {
		if p.module == nil || p.module.Dir == "" {
			continue
		}
		if root == "" {
			root = p.module.Dir
		}
		for !inside(root, p.module.Dir) {
			root = filepath.Dir(root)
		}
	}
	return cmp.Or(root, c.cwd)
}

func inside(root, dir string) bool {
	rel, err := filepath.Rel(root, dir)
	return err != nil || rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// relativeTo is the name of a file as the report writes it.
func relativeTo(root, file string) string {
	if rel, err := filepath.Rel(root, file); err == nil {
		file = rel
	}
	return filepath.ToSlash(file)
}

// relativePlace is relativeTo for a file with a line behind it.
func relativePlace(root, place string) string {
	file, line, ok := strings.Cut(place, ".go:")
	if !ok || !filepath.IsAbs(file) {
		return filepath.ToSlash(place)
	}
	return relativeTo(root, file+".go") + ":" + line
}
