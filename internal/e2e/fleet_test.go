package e2e

import (
	"net"
	"net/http"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/auroravet/auroravet/internal/testprogram"
)

const toolCache = "github.com/bradfitz/go-tool-cache"

// toolCacheVersion has a server and the client that the go command starts by GOCACHEPROG.
const toolCacheVersion = "v0.0.0-20260722201841-0bb331e19f64"

// TestFleet runs go vet on two machines, as far as the go command can tell: each has an empty
// cache, and both ask one server. The second analyzes nothing and prints the same findings.
func TestFleet(t *testing.T) {
	needs(t)
	for _, program := range []string{"go-cacher", "go-cacher-server"} {
		must(t, t.TempDir(), []string{"GOBIN=" + scratch}, "go", "install", toolCache+"/cmd/"+program+"@"+toolCacheVersion)
	}
	server := serve(t)
	dir := newShop(t, nil)
	machine := func() (findings []string, units int) {
		t.Helper()
		env := []string{
			"GOCACHE=" + t.TempDir(),
			"GOCACHEPROG=" + filepath.Join(scratch, "go-cacher") + " -cache-dir=" + t.TempDir() + " -cache-server=" + server,
		}
		got := testprogram.Run(t, dir, env, "go", "vet", "-x", "-vettool="+auroravet(t), "./...")
		for l := range strings.Lines(got.Stderr) {
			switch {
			case strings.Contains(l, auroravet(t)) && strings.HasSuffix(l, "/vet.cfg\n"):
				units++
			case printed.MatchString(l):
				findings = append(findings, strings.TrimSpace(l))
			}
		}
		slices.Sort(findings)
		if got.Code != 1 {
			t.Errorf("exit %d with faults\n%s", got.Code, got.Stderr)
		}
		return findings, units
	}
	want := vet(t, dir, "./...")
	got, units := machine()
	if units < 20 {
		t.Errorf("the first machine analyzes %d packages", units)
	}
	same(t, "the first machine", got, want)
	got, again := machine()
	if again != 0 {
		t.Errorf("the second machine analyzes %d of %d packages", again, units)
	}
	same(t, "the second machine", got, want)
}

// printed is a finding among the commands of go vet -x.
var printed = regexp.MustCompile(`^\S+:\d+:\d+: .* \([a-z]+\)\n$`)

// serve starts the cache server and returns its address.
func serve(t *testing.T) string {
	t.Helper()
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := free.Addr().String()
	free.Close()
	cmd := exec.Command(filepath.Join(scratch, "go-cacher-server"), "-cache-dir="+t.TempDir(), "-listen="+address)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	url := "http://" + address
	for range 100 {
		if resp, err := http.Get(url); err == nil {
			resp.Body.Close()
			return url
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatal("the cache server does not answer")
	return ""
}
