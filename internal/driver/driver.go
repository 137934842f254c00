// Package driver loads packages and runs checks on them in one process. Only the user's own
// code, and what of another module has to do with the API, is read from source; all else is
// known by the types that the compiler has written.
package driver

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// Config says how packages are loaded.
type Config struct {
	Dir   string   // where the go command runs
	Flags []string // of the go command, such as -tags=x
	Tests bool     // packages are looked at with their tests
	// Overlay has the text of files that stands for what is on disk, by absolute name.
	Overlay map[string][]byte
	// Speaks says of a package of another module, of which the name and the files are known,
	// whether it has facts: it is then read from source.
	Speaks func(p *packages.Package) bool
}

// Error is what keeps a package or pattern from being looked at.
type Error struct {
	Package string // its path, or the pattern
	packages.Error
}

// Packages are what a run reads from source.
type Packages struct {
	// Asked are those that a pattern names, in no order.
	Asked []*packages.Package
	// All are these, the packages of the user's modules that they import, and what of other
	// modules speaks. They have no imports but each other.
	All []*packages.Package
	// Errors has the first error of each package that does not load or compile. One that
	// imports such a package is not told of: its error may come of that.
	Errors []Error
}

// Load reads the packages that patterns name. It returns an error where the go command refuses all of them.
func Load(cfg Config, patterns []string) (*Packages, error) {
	listed, err := cfg.load(packages.NeedName|packages.NeedFiles|packages.NeedImports|packages.NeedDeps|packages.NeedModule, patterns)
	if err != nil {
		return nil, err
	}
	named := make(map[string]bool)
	for _, p := range listed {
		named[p.ID] = true
	}
	out := new(Packages)
	if out.All, err = cfg.load(packages.LoadSyntax|packages.NeedModule, slices.Concat(patterns, cfg.others(listed))); err != nil {
		return nil, err
	}
	out.Errors = append(cfg.unmatched(patterns, listed), errorsOf(append(listed, out.All...))...)
	source := make(map[*packages.Package]bool)
	for _, p := range out.All {
		source[p] = true
		if named[p.ID] {
			out.Asked = append(out.Asked, p)
		}
	}
	for _, p := range out.All {
		maps.DeleteFunc(p.Imports, func(_ string, imp *packages.Package) bool { return !source[imp] })
	}
	return out, nil
}

func (cfg Config) load(mode packages.LoadMode, patterns []string) ([]*packages.Package, error) {
	return packages.Load(&packages.Config{Mode: mode, Dir: cfg.Dir, BuildFlags: cfg.Flags, Tests: cfg.Tests, Overlay: cfg.Overlay}, patterns...)
}

// others returns the paths of the packages that are read from source though no pattern names them.
func (cfg Config) others(listed []*packages.Package) []string {
	var out []string
	needed := make(map[*packages.Package]bool)
	packages.Visit(listed, nil, func(p *packages.Package) {
		needed[p] = p.Module != nil && (p.Module.Version == "" || cfg.Speaks(p))
		for _, imp := range p.Imports {
			needed[p] = needed[p] || needed[imp]
		}
		if needed[p] && p.ID == p.PkgPath && !slices.Contains(listed, p) {
			out = append(out, p.PkgPath)
		}
	})
	slices.Sort(out)
	return out
}

// unmatched returns the patterns with wildcards that no package matches: the go command only warns of them.
func (cfg Config) unmatched(patterns []string, listed []*packages.Package) []Error {
	var out []Error
	for _, pattern := range patterns {
		prefix, _, wild := strings.Cut(filepath.ToSlash(pattern), "...")
		matches := func(p *packages.Package) bool {
			if strings.HasPrefix(prefix, ".") && p.ID != pattern {
				return strings.HasPrefix(filepath.ToSlash(p.Dir)+"/", filepath.ToSlash(filepath.Join(cfg.Dir, prefix)))
			}
			return strings.HasPrefix(p.PkgPath+"/", prefix)
		}
		if !wild || slices.ContainsFunc(listed, matches) {
			continue
		}
		out = append(out, Error{pattern, packages.Error{Msg: pattern + " matched no packages", Kind: packages.ListError}})
	}
	return out
}

func errorsOf(pkgs []*packages.Package) []Error {
	var out []Error
	bad := make(map[string]bool)
	packages.Visit(pkgs, nil, func(p *packages.Package) {
		for _, imp := range p.Imports {
			bad[p.ID] = bad[p.ID] || bad[imp.ID]
		}
		if len(p.Errors) > 0 && !bad[p.ID] {
			bad[p.ID] = true
			out = append(out, Error{p.PkgPath, p.Errors[0]})
		}
	})
	return out
}
