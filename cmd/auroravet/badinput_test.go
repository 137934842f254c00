package main

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/auroravet/auroravet/internal/testprogram"
)

// shop is a module with one finding, one clean package and several broken ones.
var shop = map[string]string{
	"go.mod":              "module example.com/shop\n\ngo 1.26.0\n",
	"README.md":           "# Shop\n",
	"found/found.go":      "package found\n\nfunc f() {\n\tf() //auroravet:ignore nosuch a reason\n}\n",
	"found/found_test.go": "package found\n\nfunc g() {\n\tf() //auroravet:ignore nosuch a reason\n}\n",
	"clean/clean.go":      "package clean\n",
	"spare/spare.go":      "package spare\n\n//auroravet:ignore cardlog once needed\nvar X int\n",
	"broken/broken.go":    "package broken\n\nvar x int = \"a\"\n\nvar y int = \"b\"\n",
	"above/above.go":      "package above\n\nimport _ \"example.com/shop/broken\"\n",
	"syntax/syntax.go":    "package syntax\n\nfunc (\n",
	"missing/missing.go":  "package missing\n\nimport _ \"example.com/nowhere\"\n",
	"windows/only.go":     "//go:build nosuchsystem\n\npackage windows\n",
	"empty/notes.txt":     "no Go here\n",
	"other/go.mod":        "module example.com/other\n\ngo 1.26.0\n",
	"other/other.go":      "package other\n\nfunc f() {\n\tf() //auroravet:ignore\n}\n",
}

const (
	found    = "found/found.go:4:6: no check is named \"nosuch\"; the directive has no effect (suppression)\n"
	foundIn  = "found/found_test.go:4:6: no check is named \"nosuch\"; the directive has no effect (suppression)\n"
	otherOut = "other/other.go:4:6: this directive names no check; it has no effect (suppression)\n"
)

func TestCommandLine(t *testing.T) {
	dir := testprogram.Tree(t, shop)
	for _, test := range []struct {
		args   string
		code   int
		stdout string
		stderr string // a pattern for the one line; empty for no line
	}{
		{"./clean", 0, "", ""},
		{"./found ./clean", 1, found, ""},
		{"-tests ./found", 1, found + foundIn, ""},
		{"-suppression=false ./found", 0, "", ""},
		{"-c=0 ./found", 1, found + "4\t\tf() //auroravet:ignore nosuch a reason\n", ""},
		{"-fix ./found", 0, "", ""},
		{"-fix -diff ./found", 0, "", ""},
		{"./spare", 1, "spare/spare.go:3:1: this directive silences nothing; the next fault on its line goes unseen (cardlog)\n", ""},
		{"-fix ./spare", 0, "", ""},
		{"./spare", 0, "", ""}, // the directive is gone
		{"./other", 1, otherOut, ""},
		{"./other/... ./found", 1, found + otherOut, ""},
		{"example.com/shop/found", 1, found, ""},

		{"found/found.go found/found_test.go", 1, found, ""},
		{"README.md clean/clean.go clean/deleted.go gone/deleted.go windows/only.go", 0, "", ""},
		{"other/other.go found/found.go", 1, found + otherOut, ""},
		{"README.md", 0, "", ""},

		{"", 2, "", `type "auroravet ./..."`},
		{"-nosuch ./found", 2, "", `not defined: -nosuch; type "auroravet help"`},
		{"-json=maybe ./found", 2, "", `"maybe" for -json: want true or false; type`},
		{"-c=all ./found", 2, "", `want a number of lines; type`},
		{"-hosts=https://pay.example.com/v1 ./found", 2, "", `for flag -hosts: .*; type`},
		{"-hosts", 2, "", `flag needs an argument: -hosts; type`},
		{"-diff ./found", 2, "", `type "auroravet -fix -diff"`},
		{"-json -fix ./found", 2, "", `-json and -fix exclude each other`},
		{"./found -json", 2, "", `-json stands after a package`},
		{"help nosuch", 1, "", `no check is named "nosuch"; type "auroravet help"`},

		{"./nosuch", 1, "", `nosuch: directory not found; type "go list`},
		{"./nosuch/...", 1, "", `nosuch.*; type "go list`},
		{"./empty/...", 1, "", `matched no packages; type "go list`},
		{"./empty", 1, "", `no Go files in .*; type "go list`},
		{"found", 1, "", `package found is not in std.*; .*\./`},
		{"./broken", 1, "", `shop/broken does not compile: broken/broken.go:3:13: .*; type "go vet example.com/shop/broken"`},
		{"./above", 1, "", `shop/broken does not compile: broken/broken.go:3:13: `},
		{"./syntax", 1, "", `shop/syntax does not compile: syntax/syntax.go:4:1: `},
		{"./missing", 1, "", `missing/missing.go:3:8: no required module.* go get example.com/nowhere`},
		{"./broken ./found", 1, found, `shop/broken does not compile: `},
	} {
		t.Run(test.args, func(t *testing.T) {
			got := command(t, dir, auroravet, strings.Fields(test.args)...)
			if got.Code != test.code {
				t.Errorf("exit %d, want %d", got.Code, test.code)
			}
			if got.Stdout != test.stdout {
				t.Errorf("prints:\n%swant:\n%s", got.Stdout, test.stdout)
			}
			if test.stderr == "" {
				if got.Stderr != "" {
					t.Errorf("complains: %s", got.Stderr)
				}
				return
			}
			if strings.Count(got.Stderr, "\n") != 1 || !strings.HasPrefix(got.Stderr, "auroravet: ") {
				t.Errorf("complains, not in one line that begins \"auroravet: \":\n%s", got.Stderr)
			}
			if !regexp.MustCompile(test.stderr).MatchString(got.Stderr) {
				t.Errorf("complains: %swant a match of %s", got.Stderr, test.stderr)
			}
		})
	}
}

func TestOutsideAModule(t *testing.T) {
	dir := testprogram.Tree(t, map[string]string{"a.go": "package a\n"})
	got := command(t, dir, auroravet, "./...")
	if got.Code == 0 || strings.Count(got.Stderr, "\n") != 1 || !strings.Contains(got.Stderr, "go mod init") {
		t.Errorf("exit %d, complains:\n%s", got.Code, got.Stderr)
	}
}

func TestBrokenModule(t *testing.T) {
	dir := testprogram.Tree(t, map[string]string{"go.mod": "module (\n", "a.go": "package a\n"})
	got := command(t, dir, auroravet, "./...")
	if got.Code != 1 || strings.Count(got.Stderr, "\n") != 1 || !strings.Contains(got.Stderr, "go.mod:1") {
		t.Errorf("exit %d, complains:\n%s", got.Code, got.Stderr)
	}
}

func TestWithoutGo(t *testing.T) {
	dir := testprogram.Tree(t, shop)
	t.Setenv("PATH", dir)
	for _, args := range [][]string{{"./found"}, {"-fix", "./found"}} {
		got := command(t, dir, auroravet, args...)
		if got.Code != 2 || strings.Count(got.Stderr, "\n") != 1 || !strings.Contains(got.Stderr, "install Go") {
			t.Errorf("%v: exit %d, complains:\n%s", args, got.Code, got.Stderr)
		}
	}
}

// TestCgo holds that a file that imports "C" is the user's, though what the compiler sees is
// a copy that cgo has made.
func TestCgo(t *testing.T) {
	dir := testprogram.Tree(t, map[string]string{"go.mod": shop["go.mod"], "a.go": "package a\n\n// int one(void) { return 1; }\nimport \"C\"\n\nimport \"net/http\"\n\n" +
		"func f() {\n\tC.one()\n\thttp.Post(\"https://api.flute.com/v2/customers\", \"\", nil) //auroravet:ignore clienttimeout it is a job\n}\n"})
	if built := command(t, dir, "go", "list", "-f", "{{len .CgoFiles}}", "."); built.Stdout != "1\n" || command(t, dir, "go", "build").Code != 0 {
		t.Skip("there is no C compiler")
	}
	want := "a.go:10:11: POST https://api.flute.com/v2/customers "
	if got := command(t, dir, auroravet, "."); !strings.HasPrefix(got.Stdout, want) || strings.Count(got.Stdout, "\n") != 1 {
		t.Errorf("prints:\n%s%swant:\n%s", got.Stdout, got.Stderr, want)
	}
	if got := command(t, dir, "go", "vet", "-vettool="+auroravet, "."); strings.Count(got.Stderr, want) != 1 {
		t.Errorf("go vet prints:\n%swant:\n%s", got.Stderr, want)
	}
}

func TestFromSubfolder(t *testing.T) {
	dir := testprogram.Tree(t, shop)
	got := command(t, filepath.Join(dir, "clean"), auroravet, "../found", "../other/...")
	want := strings.ReplaceAll("../"+found+"../"+otherOut, "/", string(filepath.Separator))
	if got.Stdout != want || got.Stderr != "" {
		t.Errorf("prints:\n%s%swant:\n%s", got.Stdout, got.Stderr, want)
	}
}

func TestHelp(t *testing.T) {
	for _, arg := range []string{"help", "-h", "--help"} {
		got := command(t, ".", auroravet, arg)
		if got.Code != 0 || got.Stderr != "" {
			t.Errorf("%s: exit %d: %s", arg, got.Code, got.Stderr)
		}
		for _, want := range []string{"auroravet [flags] packages", "suppression", "-sandbox-hosts", "-clienttimeout.all", "-fix"} {
			if !strings.Contains(got.Stdout, want) {
				t.Errorf("%s does not say %q", arg, want)
			}
		}
		if strings.Contains(got.Stdout, "Printf") {
			t.Errorf("%s explains another trade:\n%s", arg, got.Stdout)
		}
	}
	if got := command(t, ".", auroravet, "help", "suppression"); got.Code != 0 || !strings.HasPrefix(got.Stdout, "suppression: ") {
		t.Errorf("help of a check, exit %d:\n%s", got.Code, got.Stdout)
	}
}

// A wrong value reaches the program through go vet too, which does not check it.
func TestVetBadFlag(t *testing.T) {
	dir := testprogram.Tree(t, map[string]string{"go.mod": shop["go.mod"], "a.go": "package a\n"})
	got := command(t, dir, "go", "vet", "-vettool="+auroravet, "-hosts=https://a/b", ".")
	if got.Code == 0 || !strings.Contains(got.Stderr, "for flag -hosts") || strings.Contains(got.Stderr, "Usage") {
		t.Errorf("exit %d, complains:\n%s", got.Code, got.Stderr)
	}
}
