package main

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/types"
	"maps"
	"os"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/auroravet/auroravet/internal/driver"
	"github.com/auroravet/auroravet/internal/facts"
)

// analyze looks at the unit as package unitchecker of x/tools does: it prints what the checks find
// and writes what importers need to know. It returns the exit status. Unlike unitchecker it
// reads of the facts of imports those that a pass asks for, and leaves types to the compiler.
func (u *vetUnit) analyze() (status int, err error) {
	if err := u.parse(); err != nil {
		return u.broken(err), nil
	}
	pkg, info, err := u.check()
	if err != nil {
		return u.broken(err), nil
	}
	set, err := u.known(pkg)
	if err != nil {
		return 0, err
	}
	suite := u.suite
	if u.VetxOnly || u.fixes() {
		suite = driver.Tellers(u.suite)
	}
	run := driver.NewRun(analysis.Pass{
		Fset: u.fset, Files: u.files, OtherFiles: u.NonGoFiles, IgnoredFiles: u.IgnoredFiles,
		Pkg: pkg, TypesInfo: info, TypesSizes: u.sizes(), Module: u.module(), ReadFile: os.ReadFile,
	}, set)
	run.All(suite)
	if !u.VetxOnly && !u.fixes() {
		if status, err = u.print(run, suite); err != nil {
			return 0, err
		}
	}
	return status, u.tell(pkg, set)
}

// broken says what is wrong with the code where the user asks for the package.
func (u *vetUnit) broken(err error) int {
	if !u.VetxOnly {
		fmt.Fprintln(os.Stderr, err)
	}
	return 1
}

func (u *vetUnit) sizes() types.Sizes { return types.SizesFor("gc", build.Default.GOARCH) }

// check checks the types of the package.
func (u *vetUnit) check() (*types.Package, *types.Info, error) {
	info := &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue),
		Defs:         make(map[*ast.Ident]types.Object),
		Uses:         make(map[*ast.Ident]types.Object),
		Implicits:    make(map[ast.Node]types.Object),
		Instances:    make(map[*ast.Ident]types.Instance),
		Scopes:       make(map[ast.Node]*types.Scope),
		Selections:   make(map[*ast.SelectorExpr]*types.Selection),
		FileVersions: make(map[*ast.File]string),
	}
	conf := types.Config{Importer: u, Sizes: u.sizes(), GoVersion: u.GoVersion}
	pkg, err := conf.Check(u.ImportPath, u.fset, u.files, info)
	return pkg, info, err
}

// known returns the facts of the imports of the package.
func (u *vetUnit) known(pkg *types.Package) (*facts.Set, error) {
	var texts [][]byte
	for _, path := range slices.Sorted(maps.Keys(u.PackageVetx)) {
		_, told, err := readVetx(u.PackageVetx[path])
		if err != nil {
			return nil, err
		}
		texts = append(texts, told)
	}
	return facts.New(pkg, facts.KindsOf(driver.Tellers(u.suite)), texts, func(path string) *types.Package { return u.loaded[path] })
}

// module returns what the go command says of the module of the package, nil when it says nothing.
func (u *vetUnit) module() *analysis.Module {
	if u.Module != nil || u.ModulePath == "" {
		return u.Module
	}
	return &analysis.Module{Path: u.ModulePath, Version: u.ModuleVersion, GoVersion: u.GoVersion} // before Go 1.27
}

// print writes what the checks have found, as x/tools does, and returns the exit status.
func (u *vetUnit) print(run *driver.Run, suite []*analysis.Analyzer) (status int, err error) {
	graph := &checker.Graph{}
	shown := &packages.Package{ID: u.ID, Fset: u.fset}
	for _, a := range suite {
		act := run.One(a)
		graph.Roots = append(graph.Roots, &checker.Action{Analyzer: a, Package: shown, IsRoot: true, Err: act.Err, Diagnostics: act.Found})
		if !u.line.json && (act.Err != nil || len(act.Found) > 0) {
			status = 1
		}
	}
	if !u.line.json {
		return status, graph.PrintText(os.Stderr, u.line.context)
	}
	out := os.Stdout
	if u.Stdout != "" {
		if out, err = os.Create(u.Stdout); err != nil {
			return 0, err
		}
		defer out.Close()
	}
	return 0, graph.PrintJSON(out)
}

// tell writes the facts for those that import the package, and its types where the compiler does not.
func (u *vetUnit) tell(pkg *types.Package, set *facts.Set) error {
	if u.VetxOutput == "" {
		return nil
	}
	var text []byte
	told, err := set.Encode()
	if err == nil && !u.compiled() {
		text, err = u.encode(pkg)
	}
	if err != nil {
		return err
	}
	return os.WriteFile(u.VetxOutput, vetx(text, told), 0o666)
}
