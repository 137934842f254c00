package main

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/auroravet/auroravet/analyzers"
	"github.com/auroravet/auroravet/internal/driver"
)

// quietUnit writes a package of the user's with a test, as the go command asks for it.
func quietUnit(t *testing.T, source string) *unitchecker.Config {
	t.Helper()
	dir := t.TempDir()
	cfg := unitOf(t, dir, "p", source)
	test := filepath.Join(dir, "p_test.go")
	if err := os.WriteFile(test, []byte("package p\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	cfg.ImportPath, cfg.GoFiles, cfg.ModuleVersion, cfg.VetxOnly = "example.org/p", append(cfg.GoFiles, test), "", false
	cfg.Stdout = filepath.Join(dir, "stdout")
	return cfg
}

func isQuiet(t *testing.T, cfg *unitchecker.Config, flags ...string) bool {
	t.Helper()
	u := readUnit(append(flags, configuration(t, cfg)))
	u.leaveTests(filepath.Dir(u.name))
	return u.quiet()
}

// TestQuiet holds which packages are only compiled: those in which no check can find anything.
func TestQuiet(t *testing.T) {
	const plain = "package p\n\nfunc F() {}\n"
	facts := func(text string) func(*unitchecker.Config) {
		return func(c *unitchecker.Config) {
			c.ImportMap["low"], c.PackageVetx["low"] = "low", filepath.Join(filepath.Dir(c.VetxOutput), "low.vetx")
			if err := os.WriteFile(c.PackageVetx["low"], []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	const low = "package p\n\nimport _ \"low\"\n"
	for name, test := range map[string]struct {
		source string
		change func(*unitchecker.Config)
		flags  []string
		want   bool
	}{
		"nothing":                     {plain, nil, nil, true},
		"nothing, as JSON":            {plain, nil, []string{"-json"}, true},
		"a command":                   {"package main\n\nfunc main() {}\n", func(c *unitchecker.Config) { c.GoFiles = c.GoFiles[:1] }, nil, true},
		"a stack trace":               {"package p\n\nimport \"runtime/debug\"\n\nvar _ = debug.Stack\n", nil, nil, false},
		"others import it":            {plain, func(c *unitchecker.Config) { c.GoFiles = c.GoFiles[:1] }, nil, false},
		"its facts are asked for":     {plain, func(c *unitchecker.Config) { c.VetxOnly = true }, nil, false},
		"with tests":                  {plain, nil, []string{"-tests"}, false},
		"all hosts":                   {plain, nil, []string{"-clienttimeout.all"}, false},
		"a word of the API":           {"package p\n\nconst Host = \"https://sandbox.flute.com\"\n", nil, nil, false},
		"a word of the API in a path": {plain, func(c *unitchecker.Config) { c.ImportPath = "example.org/aurora" }, nil, false},
		"a directive":                 {"package p\n\n//auroravet:ignore cardlog\nfunc F() {}\n", nil, nil, false},
		"card data":                   {"package p\n\nfunc F(cardNumber string) { println(cardNumber) }\n", nil, nil, false},
		"a card number":               {"package p\n\nfunc F() { println(4111111111111111) }\n", nil, nil, false},
		"a credential":                {"package p\n\nvar password = \"kJ8xQz2mPq4rTn7vWb1A\"\n", nil, nil, false},
		"an embedded file":            {"package p\n\nimport _ \"embed\"\n", nil, nil, false},
		"what does not compile":       {"package p\n\nfunc F() int { return \"\" }\n", nil, nil, false},
		"what does not parse":         {"package p\n\nfunc F( {}\n", nil, nil, false},
		"an import with odd facts":    {low, facts("vetx\x00\x00\x00\x00\x01\x00\x00\x00x"), nil, false},
		"an import not there":         {low, nil, nil, false},
	} {
		t.Run(name, func(t *testing.T) {
			defer parse([]string{"-tests=false", "-clienttimeout.all=false", "x"})
			cfg := quietUnit(t, test.source)
			if test.change != nil {
				test.change(cfg)
			}
			if got := isQuiet(t, cfg, test.flags...); got != test.want {
				t.Fatalf("quiet: %v", got)
			}
			if _, err := os.Stat(cfg.VetxOutput); (err == nil) != test.want {
				t.Errorf("the file of facts: %v", err)
			}
		})
	}
}

// TestTells holds that every fact says whether it can make an importer speak.
func TestTells(t *testing.T) {
	for _, a := range driver.Tellers(analyzers.Suite) {
		for _, f := range a.FactTypes {
			if _, ok := f.(interface{ Tells() bool }); !ok {
				t.Errorf("%s: %T has no method Tells", a, f)
			}
		}
	}
}
