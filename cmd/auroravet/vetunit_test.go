package main

import (
	"encoding/json"
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/auroravet/auroravet/passes/vocabulary"
)

// compiledPackage returns the file that the compiler wrote for a package of the standard library.
func compiledPackage(t *testing.T, path string) string {
	t.Helper()
	out, err := exec.Command("go", "list", "-export", "-f", "{{.Export}}", path).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

// TestCompiled holds that a dependency is left to the compiler, and that its types are then
// there for the unit that imports it, whether that is looked at whole or for its declarations.
func TestCompiled(t *testing.T) {
	dir := t.TempDir()
	low := unitOf(t, dir, "strings", "package strings\n\nimport \"io\"\n\nvar _ io.Reader\n\n// No declaration of it is looked at.\nfunc F() missing {}\n")
	low.ImportMap["io"], low.PackageVetx["io"] = "io", filepath.Join(dir, "io.vetx")
	low.PackageFile = map[string]string{"io": compiledPackage(t, "io")}
	if err := os.WriteFile(low.PackageVetx["io"], vetx(nil, nil), 0o666); err != nil {
		t.Fatal(err)
	}
	if !answered(t, low) {
		t.Fatal("a compiled package goes the common way")
	}
	if types, facts := vetxLengths(low.VetxOutput); types != 0 || facts != 0 {
		t.Fatalf("it has %d bytes of types and %d of facts", types, facts)
	}

	high := unitOf(t, dir, "high", "package high\n\nimport \"strings\"\n\nfunc F() *strings.Builder { return nil }\n")
	high.ImportMap["strings"], high.PackageVetx["strings"] = "strings", low.VetxOutput
	high.PackageFile = map[string]string{"strings": compiledPackage(t, "strings")}
	own := completed(t, high)
	if own.VetxOutput == high.VetxOutput || own.PackageVetx["strings"] == low.VetxOutput {
		t.Fatalf("completed to %+v", own)
	}
	for name, cfg := range map[string]*unitchecker.Config{"before": high, "after": own} {
		u := &vetUnit{Config: cfg, fset: token.NewFileSet(), loaded: map[string]*types.Package{}}
		pkg, err := u.Import("strings")
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got := pkg.Scope().Lookup("NewReader"); got == nil || got.String() != "func strings.NewReader(s string) *strings.Reader" {
			t.Errorf("%s: NewReader is %v", name, got)
		}
	}
}

// completed returns the configuration that complete wrote.
func completed(t *testing.T, cfg *unitchecker.Config) *unitchecker.Config {
	t.Helper()
	name, err := readUnit([]string{configuration(t, cfg)}).complete()
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	out := new(unitchecker.Config)
	if err := json.Unmarshal(text, out); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestLeaveTests holds that the tests of a package are not looked at, nor what they alone import.
func TestLeaveTests(t *testing.T) {
	dir := t.TempDir()
	cfg := unitOf(t, dir, "shop", "package shop\n\nimport \"io\"\n\nvar _ io.Reader\n")
	test := filepath.Join(dir, "shop_test.go")
	if err := os.WriteFile(test, []byte("package shop\n\nimport \"testing\"\n\nfunc TestA(t *testing.T) missing {}\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	cfg.GoFiles, cfg.VetxOnly, cfg.ModuleVersion = append(cfg.GoFiles, test), false, ""
	code := cfg.GoFiles[0]
	for _, path := range []string{"io", "testing"} {
		cfg.ImportMap[path], cfg.PackageVetx[path] = path, filepath.Join(dir, "no.vetx")
	}
	defer vocabulary.Analyzer.Flags.Lookup("tests").Value.Set("false")
	left := func(args ...string) *vetUnit {
		u := readUnit(append(args, configuration(t, cfg)))
		u.leaveTests(t.TempDir())
		return u
	}
	got := left()
	if len(got.GoFiles) != 2 || got.GoFiles[0] != code || got.PackageVetx["io"] == "" || got.PackageVetx["testing"] != "" {
		t.Fatalf("the unit is %+v", got.Config)
	}
	if text, err := os.ReadFile(got.GoFiles[1]); err != nil || string(text) != "package shop\n" || !isTest(got.GoFiles[1]) {
		t.Errorf("in place of the test stands %s: %q, %v", got.GoFiles[1], text, err)
	}
	if got := left("-tests"); !slices.Equal(got.GoFiles, cfg.GoFiles) {
		t.Errorf("with -tests they are left out: %v", got.GoFiles)
	}
}

func TestNotCompiled(t *testing.T) {
	dir := t.TempDir()
	written := func(compiler string) string {
		name := filepath.Join(dir, "by-"+compiler)
		text := "!<arch>\n__.PKGDEF       0           0     0     644     42791     `\ngo object linux amd64 " + compiler + " GOAMD64=v1\n"
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		return name
	}
	for name, test := range map[string]struct {
		imports map[string]string // import path to compiled file
		want    bool
	}{
		"by this release":      {map[string]string{"io": written("go1.26.8")}, true},
		"by an older release":  {map[string]string{"io": written("go1.20")}, true},
		"by a later release":   {map[string]string{"io": written("go1.99.1")}, false},
		"by no release":        {map[string]string{"io": written("devel-1234567")}, false},
		"by no compiler":       {map[string]string{"io": filepath.Join(dir, "missing")}, false},
		"by a later go":        {map[string]string{"io": ""}, false},
		"one of two":           {map[string]string{"io": written("go1.26"), "os": ""}, false},
		"nothing is imported":  {nil, false},
		"unsafe is imported":   {map[string]string{"unsafe": ""}, false},
		"unsafe and something": {map[string]string{"unsafe": "", "io": written("go1.26")}, true},
	} {
		u := &vetUnit{Config: &unitchecker.Config{ImportMap: map[string]string{}, PackageFile: test.imports}}
		for path := range test.imports {
			u.ImportMap[path] = path
		}
		if got := u.compiled(); got != test.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
