package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis/unitchecker"
	"golang.org/x/tools/go/gcexportdata"
)

// unitOf writes the source and the configuration of a downloaded package.
func unitOf(t *testing.T, dir, path, source string) *unitchecker.Config {
	t.Helper()
	file := filepath.Join(dir, path+".go")
	if err := os.WriteFile(file, []byte(source), 0o666); err != nil {
		t.Fatal(err)
	}
	return &unitchecker.Config{
		ID: path, ImportPath: path, GoVersion: "go1.26", GoFiles: []string{file},
		ModulePath: "example.org/lib", ModuleVersion: "v1.2.3",
		ImportMap: map[string]string{}, PackageVetx: map[string]string{},
		VetxOnly: true, VetxOutput: filepath.Join(dir, path+".vetx"),
	}
}

// configuration writes a configuration to a file, as the go command does.
func configuration(t *testing.T, cfg *unitchecker.Config) string {
	t.Helper()
	text, err := json.Marshal(cfg)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "vet.cfg")
	if err := os.WriteFile(file, text, 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

func answered(t *testing.T, cfg *unitchecker.Config, flags ...string) bool {
	t.Helper()
	u := readUnit(append(flags, configuration(t, cfg)))
	return u != nil && (u.dependency() || u.testsAlone())
}

func TestDependency(t *testing.T) {
	dir := t.TempDir()
	// Both bodies have a fault of types: nobody asks for them.
	low := unitOf(t, dir, "low", "package low\n\n// T has an aurora in its comment.\ntype T[P any] struct{ Field P }\n\nfunc (T[P]) Method() int { return \"\" }\n")
	high := unitOf(t, dir, "high", "package high\n\nimport (\n\t\"low\"\n\t\"unsafe\"\n)\n\nconst Size = unsafe.Sizeof(low.T[int64]{})\n\nfunc F() low.T[string] { return 1 }\n")
	high.ImportMap["low"], high.ImportMap["unsafe"] = "low", "unsafe"
	high.PackageVetx["low"] = low.VetxOutput
	for _, cfg := range []*unitchecker.Config{low, high} {
		if !answered(t, cfg) {
			t.Fatalf("%s goes the common way", cfg.ID)
		}
	}
	data, err := os.ReadFile(high.VetxOutput)
	if err != nil {
		t.Fatal(err)
	}
	if n := binary.LittleEndian.Uint32(data[4:]); string(data[:4]) != "vetx" || int(n)+header != len(data) || binary.LittleEndian.Uint32(data[8:]) != 0 {
		t.Fatalf("the file starts with %q and has %d bytes", data[:header], len(data))
	}
	pkg, err := gcexportdata.Read(bytes.NewReader(append([]byte("i"), data[header:]...)), token.NewFileSet(), map[string]*types.Package{}, "high")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"F": "func high.F() low.T[string]", "Size": "const high.Size uintptr"} {
		if got := pkg.Scope().Lookup(name); got == nil || got.String() != want {
			t.Errorf("%s is %v, want %s", name, got, want)
		}
	}
}

// TestNoDependency holds that a package which may say something goes the common way.
func TestNoDependency(t *testing.T) {
	const plain = "package p\n\nfunc F() {}\n"
	dir := t.TempDir()
	facts := filepath.Join(dir, "facts.vetx")
	if err := os.WriteFile(facts, []byte("vetx\x00\x00\x00\x00\x01\x00\x00\x00x"), 0o666); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		source string
		change func(*unitchecker.Config)
		flags  []string
	}{
		"the user's own":         {plain, func(c *unitchecker.Config) { c.ModuleVersion = "" }, nil},
		"a package to report on": {plain, func(c *unitchecker.Config) { c.VetxOnly = false }, nil},
		"an import with facts":   {plain, func(c *unitchecker.Config) { c.PackageVetx["low"] = facts }, nil},
		"an import not there":    {plain, func(c *unitchecker.Config) { c.PackageVetx["low"] = facts + "x" }, nil},
		"a host":                 {"package p\n\nconst Host = \"api.flute.com\"\n", nil, nil},
		"a type of the API":      {"package p\n\ntype AuroraClient struct{}\n", nil, nil},
		"a directive":            {"package p\n\n//auroravet:client\nfunc F() {}\n", nil, nil},
		"a package of a flag":    {plain, nil, []string{"-client-packages=p"}},
		"a host of a flag":       {"package p\n\nconst Host = \"https://pay.example.org\"\n", nil, []string{"-hosts=pay.example.org"}},
		"a broken file":          {"package p\n\nfunc F() {\n", nil, nil},
		"a broken declaration":   {"package p\n\nfunc F() missing {}\n", nil, nil},
		"a wrong flag":           {plain, nil, []string{"-nothing"}},
	} {
		t.Run(name, func(t *testing.T) {
			cfg := unitOf(t, t.TempDir(), "p", test.source)
			if test.change != nil {
				test.change(cfg)
			}
			defer parse([]string{"-client-packages=", "-hosts=", "x"})
			if answered(t, cfg, test.flags...) {
				t.Error("answered as if it said nothing")
			}
			if _, err := os.Stat(cfg.VetxOutput); err == nil {
				t.Error("a file is written")
			}
		})
	}
	if !answered(t, unitOf(t, t.TempDir(), "p", plain)) {
		t.Error("the plain package goes the common way")
	}
}

// TestTestsAlone holds that a package of nothing but tests is only parsed.
func TestTestsAlone(t *testing.T) {
	defer parse([]string{"-tests=false", "x"})
	const key = "package p_test\n\nconst Host = \"api.flute.com\"\n\nfunc F() missing {}\n"
	for name, test := range map[string]struct {
		files map[string]string
		flags []string
		want  bool
	}{
		"tests":             {map[string]string{"p_test.go": key}, nil, true},
		"tests asked for":   {map[string]string{"p_test.go": key}, []string{"-tests"}, false},
		"a package as well": {map[string]string{"p_test.go": key, "p.go": "package p_test\n"}, nil, false},
		"a broken test":     {map[string]string{"p_test.go": "package p_test\n\nfunc F( {}\n"}, nil, false},
	} {
		t.Run(name, func(t *testing.T) {
			parse([]string{"-tests=false", "x"})
			dir := t.TempDir()
			cfg := unitOf(t, dir, "p_test", "package p_test\n")
			cfg.GoFiles, cfg.ModuleVersion, cfg.VetxOnly = nil, "", false
			for name, text := range test.files {
				file := filepath.Join(dir, name)
				if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
					t.Fatal(err)
				}
				cfg.GoFiles = append(cfg.GoFiles, file)
			}
			if got := answered(t, cfg, test.flags...); got != test.want {
				t.Errorf("answered: %v, want %v", got, test.want)
			}
		})
	}
}
