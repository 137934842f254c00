package e2e

import (
	"archive/zip"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/auroravet/auroravet/internal/testmodule"
	"github.com/auroravet/auroravet/internal/testprogram"
)

const modulePath = "github.com/auroravet/auroravet"

// tree returns the names of the files of the project as they are, committed or not.
func tree(t *testing.T) []string {
	t.Helper()
	root := testmodule.Root(t)
	var out []string
	for name := range strings.SplitSeq(must(t, root, nil, "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"), "\x00") {
		if info, err := os.Stat(filepath.Join(root, name)); err == nil && info.Mode().IsRegular() {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// published serves the project as a release through a module proxy in a folder, and
// returns the environment in which "@latest" is that release. All else still comes from
// the proxy of the machine.
func published(t *testing.T) []string {
	t.Helper()
	root := testmodule.Root(t)
	files := make(map[string]string)
	sum := sha256.New()
	for _, name := range tree(t) {
		if strings.HasPrefix(name, "testdata/") { // modules of their own
			continue
		}
		text, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = string(text)
		fmt.Fprintf(sum, "%q %q\n", name, text)
	}
	// Another content is another version: the module cache keeps what it has.
	version := fmt.Sprintf("v0.0.0-e2e.h%x", sum.Sum(nil)[:6])
	proxy := t.TempDir()
	at := modulePath + "/@v/"
	testprogram.Write(t, proxy, map[string]string{
		at + "list":            version + "\n",
		at + version + ".info": fmt.Sprintf("{\"Version\":%q,\"Time\":\"2026-01-01T00:00:00Z\"}", version),
		at + version + ".mod":  files["go.mod"],
	})
	writeZip(t, filepath.Join(proxy, at+version+".zip"), modulePath+"@"+version+"/", files)
	t.Cleanup(func() { forget(t, version) })
	return []string{
		"GOPROXY=file://" + filepath.ToSlash(proxy) + "," + strings.TrimSpace(must(t, root, nil, "go", "env", "GOPROXY")),
		"GONOSUMDB=" + modulePath,
	}
}

func writeZip(t *testing.T, path, prefix string, files map[string]string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z := zip.NewWriter(f)
	for name, text := range files {
		w, err := z.Create(prefix + name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
}

// forget takes the release out of the module cache.
func forget(t *testing.T, version string) {
	t.Helper()
	cache := strings.TrimSpace(must(t, "", nil, "go", "env", "GOMODCACHE"))
	dir := filepath.Join(cache, filepath.FromSlash(modulePath)+"@"+version)
	_ = filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			return os.Chmod(path, 0o777) // the cache is read-only
		}
		return nil
	})
	if err := os.RemoveAll(dir); err != nil {
		t.Error(err)
	}
	downloads, _ := filepath.Glob(filepath.Join(cache, "cache", "download", filepath.FromSlash(modulePath), "@v", version+".*"))
	for _, d := range downloads {
		if err := os.Remove(d); err != nil {
			t.Error(err)
		}
	}
}

// repository makes a git repository in dir of what is in it, with a tag.
func repository(t *testing.T, dir, tag string) {
	t.Helper()
	git(t, dir, "init", "-q", "-b", "main")
	git(t, dir, "add", "-A", "-f")
	git(t, dir, "commit", "-q", "-m", "All")
	if tag != "" {
		git(t, dir, "tag", tag)
	}
}

// git runs git in dir as somebody who has no settings.
func git(t *testing.T, dir string, args ...string) string {
	t.Helper()
	return must(t, dir, gitEnv, "git", args...)
}

var gitEnv = []string{
	"GIT_CONFIG_GLOBAL=" + os.DevNull, "GIT_CONFIG_SYSTEM=" + os.DevNull,
	"GIT_AUTHOR_NAME=A. Tester", "GIT_AUTHOR_EMAIL=tester@example.com",
	"GIT_COMMITTER_NAME=A. Tester", "GIT_COMMITTER_EMAIL=tester@example.com",
}
