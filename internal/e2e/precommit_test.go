package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/auroravet/auroravet/internal/testmodule"
	"github.com/auroravet/auroravet/internal/testprogram"
)

// TestPreCommit commits with the hooks of this project, installed by pre-commit.
func TestPreCommit(t *testing.T) {
	needs(t, "git", "pre-commit")
	hooks := hookRepository(t)

	t.Run("auroravet", func(t *testing.T) {
		r := hooked(t, hooks, "auroravet")
		r.refused("a fault", map[string]string{"pay/pay.go": faultySale}, "pay/pay.go:10:18: ")
		r.refused("faults in two modules", map[string]string{"tools/main.go": faultyTool}, "pay/pay.go:10:18: ", "tools/main.go:9:23: ")
		r.taken("no faults", map[string]string{"pay/pay.go": goodSale + "\nvar _ = client\n", "tools/main.go": goodTool})
		r.skipped("no Go file", map[string]string{"README.md": "# The shop\n"})
		r.skipped("a file that ./... leaves out", map[string]string{"testdata/x.go": faultySale, "vendor/x/x.go": faultySale})
		r.taken("a Go file among others", map[string]string{"README.md": "# A shop\n", "web/web.go": shop["web/web.go"] + "\nvar Pages = []string{Page}\n"})
		r.taken("a file for another system", map[string]string{"windows/windows.go": "//go:build nosuchsystem\n\npackage windows\n"})
		r.refused("a package that does not compile", map[string]string{"pay/more.go": "package pay\n\nvar x int = \"\"\n"}, "does not compile: pay/more.go:3:13: ")
		r.taken("its correction", map[string]string{"pay/more.go": "package pay\n\nvar x int\n"})
		r.skipped("a deleted file", nil, "pay/more.go")
		r.taken("a deleted package beside a change", map[string]string{"pay/pay.go": goodSale}, "windows/windows.go", "web/web.go", "web/page.html")
	})
	t.Run("auroravet-all", func(t *testing.T) {
		r := hooked(t, hooks, "auroravet-all")
		r.refused("an embedded file", map[string]string{"web/page.html": faultyPage}, "web/web.go:6:5: ")
		r.taken("its correction", map[string]string{"web/page.html": goodPage + "\n"})
		r.taken("a deleted file", nil, "web/page.html", "web/web.go")
	})
}

// hookRepository makes a repository of the project as it is, which is the release that
// README.md names.
func hookRepository(t *testing.T) string {
	t.Helper()
	root, dir := testmodule.Root(t), t.TempDir()
	files := make(map[string]string)
	for _, name := range tree(t) {
		text, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = string(text)
	}
	testprogram.Write(t, dir, files)
	_, rev, _ := strings.Cut(snippet(t, "README.md", "pre-commit"), "rev: ")
	rev, _, _ = strings.Cut(rev, "\n")
	repository(t, dir, rev)
	return dir
}

// hookedRepo is a repository, without faults at first, that runs a hook before each commit.
type hookedRepo struct {
	t   *testing.T
	dir string
	env []string
}

func hooked(t *testing.T, hooks, id string) *hookedRepo {
	t.Helper()
	dir := newShop(t, good)
	config := strings.Replace(snippet(t, "README.md", "pre-commit"), "- id: auroravet ", "- id: "+id+" ", 1)
	testprogram.Write(t, dir, map[string]string{".pre-commit-config.yaml": config})
	repository(t, dir, "")
	r := &hookedRepo{t, dir, append([]string{"PRE_COMMIT_HOME=" + filepath.Join(scratch, "pre-commit"), "PRE_COMMIT_COLOR=never",
		"GOMODCACHE=" + strings.TrimSpace(must(t, "", nil, "go", "env", "GOMODCACHE")),
		"GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=url.file://" + filepath.ToSlash(hooks) + ".insteadOf", "GIT_CONFIG_VALUE_0=https://" + modulePath}, gitEnv...)}
	start := time.Now()
	must(t, dir, r.env, "pre-commit", "install", "--install-hooks")
	t.Logf("%s: installed in %.1fs", id, time.Since(start).Seconds())
	start = time.Now()
	must(t, dir, r.env, "pre-commit", "run", "--all-files")
	t.Logf("%s: first run in %.1fs", id, time.Since(start).Seconds())
	start = time.Now()
	must(t, dir, r.env, "pre-commit", "run", "--all-files")
	t.Logf("%s: second run in %.1fs", id, time.Since(start).Seconds())
	return r
}

// commit writes and deletes files and tries to commit that.
func (r *hookedRepo) commit(files map[string]string, deleted []string) testprogram.Outcome {
	r.t.Helper()
	testprogram.Write(r.t, r.dir, files)
	for _, name := range deleted {
		if err := os.Remove(filepath.Join(r.dir, name)); err != nil {
			r.t.Fatal(err)
		}
	}
	git(r.t, r.dir, "add", "-A", "-f")
	return testprogram.Run(r.t, r.dir, r.env, "git", "commit", "-m", "Change")
}

func (r *hookedRepo) refused(what string, files map[string]string, says ...string) {
	r.t.Helper()
	got := r.commit(files, nil)
	if got.Code == 0 || !strings.Contains(got.Stderr, "Failed") {
		r.t.Errorf("a commit with %s: exit %d\n%s%s", what, got.Code, got.Stdout, got.Stderr)
	}
	for _, s := range says {
		if !strings.Contains(got.Stderr, s) {
			r.t.Errorf("a commit with %s is refused without %q:\n%s", what, s, got.Stderr)
		}
	}
}

func (r *hookedRepo) taken(what string, files map[string]string, deleted ...string) {
	r.t.Helper()
	if got := r.commit(files, deleted); got.Code != 0 || !strings.Contains(got.Stderr, "Passed") {
		r.t.Errorf("a commit with %s: exit %d\n%s%s", what, got.Code, got.Stdout, got.Stderr)
	}
}

func (r *hookedRepo) skipped(what string, files map[string]string, deleted ...string) {
	r.t.Helper()
	if got := r.commit(files, deleted); got.Code != 0 || !strings.Contains(got.Stderr, "(no files to check)Skipped") {
		r.t.Errorf("a commit with %s: exit %d\n%s%s", what, got.Code, got.Stdout, got.Stderr)
	}
}
