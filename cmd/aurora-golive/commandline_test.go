package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/auroravet/auroravet/internal/report"
	"github.com/auroravet/auroravet/internal/testprogram"
)

func TestCommandLine(t *testing.T) {
	dir := testprogram.Tree(t, shop)
	for _, test := range []struct {
		args   string
		code   int
		stderr string // a pattern for the one line; empty for no line
	}{
		{"./clean", 0, ""},
		{"./pay", 0, ""},
		{"-format markdown -tests ./clean", 0, ""},
		{"example.com/shop/clean", 0, ""},
		{"clean/clean.go", 0, ""},
		{"./nosuch", 1, `nosuch: directory not found; type "go list`},
		{"./nosuch/...", 1, `nosuch.*; type "go list`},
		{"./broken", 1, `example.com/shop/broken could not be looked at: broken/broken.go:3:13: it does not compile: .*; type "go vet example.com/shop/broken"`},
		{"-format=xml", 2, `"xml" for flag -format: want one of html, json, markdown, sarif, text; type "aurora-golive help"`},
		{"-nosuch", 2, `not defined: -nosuch; type "aurora-golive help"`},
		{"-json", 2, `not defined: -json; type`},
		{"-o", 2, `flag needs an argument: -o; type`},
		{"-o= ./clean", 2, `want the name of a file; type`},
		{"-o none/report.txt ./clean", 2, `the report cannot be written: .*; type`},
		{"-hosts=https://pay.example.com/v1", 2, `for flag -hosts: .*; type`},
		{"-clienttimeout=maybe", 2, `want true or false; type`},
		{"./clean -tests", 2, `-tests stands after a package; flags come first`},
	} {
		t.Run(test.args, func(t *testing.T) {
			got := command(t, dir, strings.Fields(test.args)...)
			if got.Code != test.code {
				t.Errorf("exit %d, want %d", got.Code, test.code)
			}
			if (got.Stdout == "") != (test.code == 2) {
				t.Errorf("prints:\n%s", got.Stdout)
			}
			if test.stderr == "" {
				if got.Stderr != "" {
					t.Errorf("complains: %s", got.Stderr)
				}
				return
			}
			if strings.Count(got.Stderr, "\n") != 1 || !strings.HasPrefix(got.Stderr, "aurora-golive: ") || !regexp.MustCompile(test.stderr).MatchString(got.Stderr) {
				t.Errorf("complains: %swant one line that matches %s", got.Stderr, test.stderr)
			}
		})
	}
}

// TestFile holds that -o writes what standard output would get, and nothing else.
func TestFile(t *testing.T) {
	dir := testprogram.Tree(t, shop)
	before := listing(t, dir)
	want := command(t, dir, "-format=html", "./pay")
	if after := listing(t, dir); after != before {
		t.Errorf("the files were\n%sand are\n%s", before, after)
	}
	got := command(t, dir, "-format=html", "-o", "report.html", "./pay")
	text, err := os.ReadFile(filepath.Join(dir, "report.html"))
	if err != nil {
		t.Fatal(err)
	}
	if got.Stdout != "" || string(text) != want.Stdout {
		t.Error("the file differs from standard output")
	}
	if after := strings.ReplaceAll(listing(t, dir), "report.html\n", ""); after != before {
		t.Errorf("the files were\n%sand are\n%s", before, after)
	}
}

func listing(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, _ os.DirEntry, err error) error {
		b.WriteString(strings.TrimPrefix(path, dir+string(filepath.Separator)) + "\n")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestRevision holds what the report says of the repository, and the names of files in it.
func TestRevision(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git")
	}
	dir := testprogram.Tree(t, map[string]string{"svc/go.mod": shop["go.mod"], "svc/pay/pay.go": shop["pay/pay.go"]})
	git := func(args ...string) string {
		cmd := exec.Command("git", append([]string{"-c", "user.name=a", "-c", "user.email=a@example.com"}, args...)...)
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
		return strings.TrimSpace(string(out))
	}
	git("init", "-q")
	git("add", ".")
	git("commit", "-q", "-m", "a shop")
	run := func(format string) string {
		cmd := exec.Command(golive, "-format="+format, "./...")
		cmd.Dir = filepath.Join(dir, "svc")
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	head := git("rev-parse", "HEAD")
	first := run("text")
	if !strings.Contains(first, "Revision  "+head+"\n") {
		t.Errorf("no revision %s in\n%s", head, first)
	}
	if second := run("text"); second != first {
		t.Error("two runs differ")
	}
	if sarif := run("sarif"); !strings.Contains(sarif, `"uri": "svc/pay/pay.go"`) {
		t.Errorf("no path from the root of the repository in\n%s", sarif)
	}
	if err := os.WriteFile(filepath.Join(dir, "svc", "pay", "pay.go"), []byte("package pay\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if text := run("text"); !strings.Contains(text, head+", with changes that are not committed\n") {
		t.Errorf("no word of changes in\n%s", text)
	}
}

func TestHelp(t *testing.T) {
	for _, arg := range []string{"help", "-h", "--help"} {
		got := command(t, ".", arg)
		if got.Code != 0 || got.Stderr != "" {
			t.Errorf("%s: exit %d: %s", arg, got.Code, got.Stderr)
		}
		for _, want := range append(report.Formats(), "aurora-golive [flags] [packages]", "-format", "-o ", "-sandbox-hosts", "-clienttimeout.all", "-tags", "exit status") {
			if !strings.Contains(got.Stdout, want) {
				t.Errorf("%s does not say %q", arg, want)
			}
		}
	}
}
