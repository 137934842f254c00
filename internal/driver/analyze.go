package driver

import (
	"os"
	"runtime"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/auroravet/auroravet/internal/facts"
)

// Analyze runs a suite on packages and returns what it found in those that were asked for. A
// package that does not compile is left out, and so is what imports it. Package checker would
// begin with all packages at once and keep what its passes have found out until the last one is
// done, which are gigabytes where many packages use one large client.
func Analyze(suite []*analysis.Analyzer, pkgs *Packages) (*checker.Graph, error) {
	if err := analysis.Validate(suite); err != nil {
		return nil, err
	}
	units := make(map[*packages.Package]*unit)
	for _, p := range pkgs.All {
		units[p] = &unit{pkg: p, done: make(chan struct{}), actions: make(map[*analysis.Analyzer]*checker.Action)}
	}
	for _, u := range units {
		for _, imp := range u.pkg.Imports {
			units[imp].imported = true
		}
	}
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	var wg sync.WaitGroup
	for _, u := range units {
		asked := slices.Contains(pkgs.Asked, u.pkg)
		wg.Go(func() {
			defer close(u.done)
			var known []*facts.Memory
			for _, imp := range u.pkg.Imports {
				<-units[imp].done
				known = append(known, units[imp].facts)
			}
			slots <- struct{}{}
			defer func() { <-slots }()
			u.analyze(suite, asked, known)
		})
	}
	wg.Wait()
	graph := new(checker.Graph)
	for _, a := range suite {
		for _, p := range pkgs.Asked {
			if act := units[p].actions[a]; act != nil && act.Err == nil {
				graph.Roots = append(graph.Roots, act)
			}
		}
	}
	return graph, nil
}

// unit is one package of a run.
type unit struct {
	pkg      *packages.Package
	imported bool // another package of the run imports it
	done     chan struct{}
	facts    *facts.Memory
	actions  map[*analysis.Analyzer]*checker.Action // of the suite, when the package was asked for
}

// analyze runs the suite on the package, and only what tells its importers something when it was not asked for.
func (u *unit) analyze(suite []*analysis.Analyzer, asked bool, known []*facts.Memory) {
	if u.pkg.IllTyped || !asked && !u.imported {
		return
	}
	p, memory := u.pkg, facts.NewMemory(u.pkg.Types, known)
	run := NewRun(analysis.Pass{
		Fset: p.Fset, Files: p.Syntax, OtherFiles: p.OtherFiles, IgnoredFiles: p.IgnoredFiles,
		Pkg: p.Types, TypesInfo: p.TypesInfo, TypesSizes: p.TypesSizes, Module: moduleOf(p), ReadFile: os.ReadFile,
	}, memory)
	if u.imported {
		run.All(Tellers(suite))
		u.facts = memory
	}
	if !asked {
		return
	}
	run.All(suite)
	for _, a := range suite {
		act := run.One(a)
		u.actions[a] = &checker.Action{Analyzer: a, Package: p, IsRoot: true, Result: act.Result, Err: act.Err, Diagnostics: act.Found}
	}
}

// moduleOf returns what a pass is told of the module of a package, which has no path for none.
func moduleOf(p *packages.Package) *analysis.Module {
	if p.Module == nil {
		return new(analysis.Module)
	}
	return &analysis.Module{Path: p.Module.Path, Version: p.Module.Version, GoVersion: p.Module.GoVersion}
}
