package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/auroravet/auroravet/internal/testmodule"
	"github.com/auroravet/auroravet/internal/testprogram"
)

// job runs the lines of a CI job in dir as a runner does.
func job(t *testing.T, dir string, env, lines []string) testprogram.Outcome {
	t.Helper()
	return testprogram.Run(t, dir, env, "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", strings.Join(lines, "\n"))
}

// runner is the environment of a fresh machine that has the release of this project.
func runner(t *testing.T) []string {
	t.Helper()
	gopath := t.TempDir()
	return append(published(t), "GOPATH="+gopath, "GOMODCACHE="+strings.TrimSpace(must(t, "", nil, "go", "env", "GOMODCACHE")), "GOBIN=",
		"PATH="+filepath.Join(gopath, "bin")+string(os.PathListSeparator)+os.Getenv("PATH"))
}

// TestShellStep runs the step of docs/ci.md: it fails for faults, the second time out of
// the cache, and passes without.
func TestShellStep(t *testing.T) {
	needs(t, "bash")
	env := runner(t)
	step := strings.Split(snippet(t, "docs/ci.md", "shell"), "\n")
	dir := newShop(t, nil)
	want := vet(t, dir, "./...")
	first := job(t, dir, env, step)
	if first.Code != 1 {
		t.Errorf("exit %d with faults\n%s%s", first.Code, first.Stdout, first.Stderr)
	}
	for _, f := range want {
		if !strings.Contains(first.Stderr, f+"\n") {
			t.Errorf("it does not print %q:\n%s", f, first.Stderr)
		}
	}

	traced := slices.Clone(step)
	for i, l := range traced {
		traced[i] = strings.Replace(l, "go vet ", "go vet -x ", 1)
	}
	second := job(t, dir, env, traced)
	if second.Code != 1 || strings.Contains(second.Stderr, "vet.cfg") {
		t.Errorf("exit %d; a second run looks at packages again:\n%s", second.Code, second.Stderr)
	}
	for _, f := range want {
		if !strings.Contains(second.Stderr, f+"\n") {
			t.Errorf("out of the cache it does not print %q:\n%s", f, second.Stderr)
		}
	}

	testprogram.Write(t, dir, good)
	if got := job(t, dir, env, step); got.Code != 0 {
		t.Errorf("exit %d without faults\n%s%s", got.Code, got.Stdout, got.Stderr)
	}
}

// TestJobs runs what the jobs to copy run.
func TestJobs(t *testing.T) {
	needs(t, "bash")
	env := runner(t)
	dir := newShop(t, nil)
	want := vet(t, dir, "./...")

	lines := runLines(t, "docs/github-workflow.yml")
	got := job(t, dir, env, lines)
	var annotations []string
	for l := range strings.Lines(got.Stdout) {
		var file, message string
		var line, col int
		fields, message, ok := strings.Cut(strings.TrimPrefix(l, "::error "), "::")
		if _, err := fmt.Sscanf(strings.ReplaceAll(fields, ",", " "), "file=%s line=%d col=%d title=auroravet", &file, &line, &col); err != nil || !ok {
			t.Errorf("the workflow prints %q: %v", l, err)
		}
		annotations = append(annotations, finding{file, line, col, strings.ReplaceAll(strings.TrimSpace(message), "%25", "%")}.String())
	}
	same(t, "the workflow", annotations, want)
	if got.Code != 1 {
		t.Errorf("the workflow: exit %d\n%s", got.Code, got.Stderr)
	}

	script := runLines(t, "docs/gitlab-ci.yml")
	got = job(t, dir, env, script)
	for _, f := range want {
		if got.Code != 1 || !strings.Contains(got.Stderr, f+"\n") {
			t.Errorf("the job on GitLab: exit %d\n%s", got.Code, got.Stderr)
		}
	}
	testprogram.Write(t, dir, good)
	for what, lines := range map[string][]string{"the workflow": lines, "the job on GitLab": script} {
		if got := job(t, dir, env, lines); got.Code != 0 {
			t.Errorf("%s without faults: exit %d\n%s%s", what, got.Code, got.Stdout, got.Stderr)
		}
	}
}

// TestWorkflow lets actionlint, which knows the actions and the expressions, read the workflow.
func TestWorkflow(t *testing.T) {
	needs(t)
	must(t, "", []string{"GOBIN=" + scratch}, "go", "install", "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12")
	workflow := filepath.Join(testmodule.Root(t), "docs", "github-workflow.yml")
	if _, err := os.Stat(workflow); err != nil {
		t.Fatal(err)
	}
	must(t, "", nil, filepath.Join(scratch, "actionlint"), "-no-color", workflow)
}
