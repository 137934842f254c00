package ownership

import (
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"
)

func TestOwn(t *testing.T) {
	library := filepath.Join(build.Default.GOROOT, "src", "sort", "sort.go")
	for name, test := range map[string]struct {
		file   string
		module *analysis.Module
		parsed bool // and not type-checked
		want   bool
	}{
		"a module":                  {"a.go", &analysis.Module{Path: "example.org/a"}, false, true},
		"no module":                 {"a.go", nil, false, true},
		"a downloaded module":       {"a.go", &analysis.Module{Path: "example.org/a", Version: "v1.0.0"}, false, false},
		"the library in a unit":     {library, nil, false, false},
		"the library as a module":   {library, &analysis.Module{Path: "std"}, false, false},
		"the library, empty":        {library, &analysis.Module{}, false, false},
		"a package only parsed":     {"a.go", &analysis.Module{Path: "example.org/a"}, true, false},
		"a folder like the library": {filepath.Join("src", "sort", "sort.go"), nil, false, true},
	} {
		t.Run(name, func(t *testing.T) {
			fset := token.NewFileSet()
			f, err := parser.ParseFile(fset, test.file, "package a", 0)
			if err != nil {
				t.Fatal(err)
			}
			info := &types.Info{Defs: map[*ast.Ident]types.Object{f.Name: nil}}
			if test.parsed {
				info = new(types.Info)
			}
			if got := Own(&analysis.Pass{Fset: fset, Files: []*ast.File{f}, TypesInfo: info, Module: test.module}); got != test.want {
				t.Errorf("Own is %v, want %v", got, test.want)
			}
		})
	}
}

func TestImported(t *testing.T) {
	for name, test := range map[string]struct {
		pkg   string
		files []string
		want  bool
	}{
		"a package":               {"a", []string{"a.go", "b.go"}, true},
		"a package and its tests": {"a", []string{"a.go", "a_test.go"}, false},
		"tests of a package":      {"a_test", []string{"x_test.go"}, false},
		"a command":               {"main", []string{"main.go"}, false},
	} {
		fset := token.NewFileSet()
		pass := &analysis.Pass{Fset: fset, Pkg: types.NewPackage("example.org/a", test.pkg)}
		for _, file := range test.files {
			f, err := parser.ParseFile(fset, file, "package "+test.pkg, 0)
			if err != nil {
				t.Fatal(err)
			}
			pass.Files = append(pass.Files, f)
		}
		if got := Imported(pass, false); got != test.want {
			t.Errorf("%s: Imported is %v", name, got)
		}
		if !Imported(pass, true) {
			t.Errorf("%s: its tests are looked at and do not count", name)
		}
	}
}

// TestBodies holds that a package whose bodies were left out is not looked at.
func TestBodies(t *testing.T) {
	for _, text := range []string{
		"package a; func F(s []int) int { if len(s) > 0 { return s[0] }; return 0 }",
		"package a; type t struct{ n int }; func (x t) F() int { return x.n }",
		"package a; func F() {}; func G() { F() }",
	} {
		for _, ignore := range []bool{false, true} {
			fset := token.NewFileSet()
			f, err := parser.ParseFile(fset, "a.go", text, 0)
			if err != nil {
				t.Fatal(err)
			}
			info := &types.Info{Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}}
			if _, err := (&types.Config{IgnoreFuncBodies: ignore}).Check("a", fset, []*ast.File{f}, info); err != nil {
				t.Fatal(err)
			}
			if got := Own(&analysis.Pass{Fset: fset, Files: []*ast.File{f}, TypesInfo: info}); got == ignore {
				t.Errorf("%s: bodies left out %v, Own is %v", text, ignore, got)
			}
		}
	}
}
