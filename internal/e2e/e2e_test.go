package e2e

import (
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/auroravet/auroravet/internal/testmodule"
	"github.com/auroravet/auroravet/internal/testprogram"
)

// scratch holds what the tests of this package share: programs and caches.
var scratch string

func TestMain(m *testing.M) {
	var err error
	if scratch, err = os.MkdirTemp("", "auroravet-e2e"); err != nil {
		log.Fatal(err)
	}
	code := m.Run()
	os.RemoveAll(scratch)
	os.Exit(code)
}

// needs skips the test where the end-to-end tests are not asked for, and fails it
// where a program of them is missing.
func needs(t *testing.T, programs ...string) {
	t.Helper()
	if os.Getenv("AURORAVET_E2E") == "" {
		t.Skip("this test runs real drivers for minutes; AURORAVET_E2E=1 asks for it")
	}
	for _, p := range programs {
		if _, err := exec.LookPath(p); err != nil {
			t.Fatalf("%s is not installed; type \"apt-get install -y git pre-commit\"", p)
		}
	}
}

// must is testprogram.Run for a program that has to succeed; it returns its standard output.
func must(t *testing.T, dir string, env []string, name string, args ...string) string {
	t.Helper()
	got := testprogram.Run(t, dir, env, name, args...)
	if got.Code != 0 {
		t.Fatalf("%s %s: exit %d\n%s%s", name, strings.Join(args, " "), got.Code, got.Stdout, got.Stderr)
	}
	return got.Stdout
}

// built returns the program that "go build" makes of the package in dir, a folder
// of the project. It is built once.
func built(t *testing.T, dir string) string {
	t.Helper()
	root := testmodule.Root(t)
	path, err := build(root, dir)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

var (
	buildLock sync.Mutex
	programs  = make(map[string]string)
)

func build(root, dir string) (string, error) {
	buildLock.Lock()
	defer buildLock.Unlock()
	if path, ok := programs[dir]; ok {
		return path, nil
	}
	path := filepath.Join(scratch, filepath.Base(dir)+".exe")
	cmd := exec.Command("go", "build", "-C", filepath.Join(root, dir), "-o", path, ".")
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build -C %s: %v\n%s", dir, err, out)
	}
	programs[dir] = path
	return path, nil
}

func auroravet(t *testing.T) string { t.Helper(); return built(t, "cmd/auroravet") }

// golangci is golangci-lint with the plugin.
func golangci(t *testing.T) string { t.Helper(); return built(t, "testdata/gcl") }

// finding is what a reader can tell apart.
type finding struct {
	file      string // relative to the folder of the run
	line, col int
	message   string
}

func (f finding) String() string {
	return fmt.Sprintf("%s:%d:%d: %s", f.file, f.line, f.col, f.message)
}

var vetLine = regexp.MustCompile(`^(?:vet: )?(.+?\.go):(\d+):(\d+): (.*)$`)

// vet runs go vet with the binary in dir and returns its findings, sorted.
func vet(t *testing.T, dir string, args ...string) []string {
	t.Helper()
	got := testprogram.Run(t, dir, nil, "go", append([]string{"vet", "-vettool=" + auroravet(t)}, args...)...)
	var out []string
	for l := range strings.Lines(got.Stderr) {
		l = strings.TrimRight(l, "\r\n")
		if strings.HasPrefix(l, "#") || strings.HasPrefix(l, "go: downloading ") {
			continue
		}
		m := vetLine.FindStringSubmatch(l)
		if m == nil {
			t.Fatalf("go vet prints %q", l)
		}
		line, _ := strconv.Atoi(m[2])
		col, _ := strconv.Atoi(m[3])
		out = append(out, finding{filepath.ToSlash(filepath.Clean(m[1])), line, col, m[4]}.String())
	}
	if want := min(1, len(out)); got.Code != want {
		t.Fatalf("go vet: exit %d with %d findings", got.Code, len(out))
	}
	slices.Sort(out)
	return out
}

// same complains about the findings that only one of two drivers has.
func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	for _, f := range got {
		if !slices.Contains(want, f) {
			t.Errorf("%s has, and go vet does not: %s", what, f)
		}
	}
	for _, f := range want {
		if !slices.Contains(got, f) {
			t.Errorf("go vet has, and %s does not: %s", what, f)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%s has %d findings, go vet %d", what, len(got), len(want))
	}
}
