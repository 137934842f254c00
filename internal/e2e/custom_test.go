package e2e

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/auroravet/auroravet/internal/testmodule"
	"github.com/auroravet/auroravet/internal/testprogram"
)

// TestCustom does what README.md says to build a golangci-lint from .custom-gcl.yml as it
// is, and runs it with the example of a configuration.
func TestCustom(t *testing.T) {
	needs(t, "git", "bash")
	root := testmodule.Root(t)
	env := slices.Concat(runner(t), golangciRepository(t), lintEnv())
	dir := newShop(t, nil)
	for to, from := range map[string]string{".custom-gcl.yml": ".custom-gcl.yml", ".golangci.yml": ".golangci.example.yml"} {
		text, err := os.ReadFile(filepath.Join(root, from))
		if err != nil {
			t.Fatal(err)
		}
		testprogram.Write(t, dir, map[string]string{to: string(text)})
	}

	got := job(t, dir, env, strings.Split(snippet(t, "README.md", "golangci-lint"), "\n"))
	if got.Code != 1 {
		t.Fatalf("exit %d\n%s%s", got.Code, got.Stdout, got.Stderr)
	}
	for _, want := range vet(t, dir, "./...") {
		if !strings.Contains(got.Stdout, want+" (auroravet)\n") {
			t.Errorf("custom-gcl does not print %q:\n%s", want, got.Stdout)
		}
	}
	if list := must(t, dir, lintEnv(), filepath.Join(dir, "custom-gcl"), "linters"); !strings.Contains(list, "auroravet: Go-live faults in programs that call the Aurora payments API.") {
		t.Errorf("it does not list the linter:\n%s", list)
	}
}

// golangciRepository makes a git repository of the golangci-lint in the module cache, and
// returns the environment in which git takes it for the one that "custom" clones.
func golangciRepository(t *testing.T) []string {
	t.Helper()
	const path = "github.com/golangci/golangci-lint/v2"
	pins := filepath.Join(testmodule.Root(t), "testdata", "gcl")
	must(t, pins, nil, "go", "mod", "download", path) // go list -m knows no folder of what is not there
	source := strings.TrimSpace(must(t, pins, nil, "go", "list", "-m", "-f", "{{.Dir}}", path))
	_, version, _ := strings.Cut(filepath.Base(source), "@")
	mirror := t.TempDir()
	repo := filepath.Join(mirror, "golangci-lint.git")
	if err := os.CopyFS(repo, os.DirFS(source)); err != nil {
		t.Fatal(err)
	}
	repository(t, repo, version)
	return []string{
		"GIT_CONFIG_COUNT=1",
		"GIT_CONFIG_KEY_0=url.file://" + filepath.ToSlash(mirror) + "/.insteadOf",
		"GIT_CONFIG_VALUE_0=https://github.com/golangci/",
	}
}
