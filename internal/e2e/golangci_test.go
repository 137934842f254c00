package e2e

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/auroravet/auroravet/internal/testmodule"
	"github.com/auroravet/auroravet/internal/testprogram"
)

// lint runs golangci-lint with the plugin alone in dir and returns its findings,
// sorted. It takes them from the JSON output, which has to carry all of them.
func lint(t *testing.T, dir, config string, args ...string) []string {
	t.Helper()
	var out []string
	for _, i := range issues(t, dir, config, args...) {
		file, err := filepath.Rel(dir, i.Pos.Filename)
		if err != nil {
			t.Fatal(err)
		}
		if i.FromLinter != "auroravet" || !trailer.MatchString(i.Text) {
			t.Errorf("%s reports %q, which names no check", i.FromLinter, i.Text)
		}
		out = append(out, finding{filepath.ToSlash(file), i.Pos.Line, i.Pos.Column, i.Text}.String())
	}
	slices.Sort(out)
	return out
}

var trailer = regexp.MustCompile(` \([a-z]+\)$`)

type issue struct {
	FromLinter, Text string
	Pos              struct {
		Filename     string
		Line, Column int
	}
}

func issues(t *testing.T, dir, config string, args ...string) []issue {
	t.Helper()
	report := filepath.Join(t.TempDir(), "report.json")
	got := testprogram.Run(t, dir, lintEnv(), golangci(t), append([]string{"run", "--config", config, "--enable-only", "auroravet",
		"--allow-parallel-runners", "--path-mode", "abs", "--show-stats=false", "--output.json.path", report}, args...)...)
	text, err := os.ReadFile(report)
	if err != nil {
		t.Fatalf("golangci-lint: exit %d\n%s%s", got.Code, got.Stdout, got.Stderr)
	}
	var r struct{ Issues []issue }
	if err := json.Unmarshal(text, &r); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	if want := min(1, len(r.Issues)); got.Code != want {
		t.Fatalf("golangci-lint: exit %d with %d findings\n%s", got.Code, len(r.Issues), got.Stderr)
	}
	return r.Issues
}

// lintEnv gives golangci-lint a cache that no earlier run has filled.
func lintEnv() []string {
	return []string{"GOLANGCI_LINT_CACHE=" + filepath.Join(scratch, "golangci-cache")}
}

// example is the configuration that people copy.
func example(t *testing.T) string {
	t.Helper()
	return filepath.Join(testmodule.Root(t), ".golangci.example.yml")
}

// edited is the example with a change.
func edited(t *testing.T, old, new string) string {
	t.Helper()
	text, err := os.ReadFile(example(t))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Count(string(text), old) != 1 {
		t.Fatalf(".golangci.example.yml has %d times %q", strings.Count(string(text), old), old)
	}
	dir := t.TempDir()
	testprogram.Write(t, dir, map[string]string{"golangci.yml": strings.Replace(string(text), old, new, 1)})
	return filepath.Join(dir, "golangci.yml")
}

// TestParity is the heart of the matter: golangci-lint finds what go vet finds in all test programs.
func TestParity(t *testing.T) {
	needs(t)
	dir := testmodule.Dir(t)
	want := vet(t, dir, "./...")
	if len(want) < 100 {
		t.Errorf("go vet has %d findings in the test programs; most of them are faulty", len(want))
	}
	same(t, "golangci-lint", lint(t, dir, example(t), "./..."), want)

	t.Run("settings", func(t *testing.T) {
		config := edited(t, "clienttimeout.all: false", "clienttimeout:\n            all: true\n          env-words: [SHOP]\n          paths: =/x/\n          tests: true\n          disable: sandboxhost # ")
		config = withoutDefaults(t, config)
		want := vet(t, dir, "-clienttimeout.all", "-env-words=SHOP", "-paths==/x/", "-tests", "-sandboxhost=false", "./example/...")
		same(t, "golangci-lint with settings", lint(t, dir, config, "./example/..."), want)
	})
	t.Run("one check", func(t *testing.T) {
		config := edited(t, "# enable: [idempotencykey, cardlog]", "enable: [idempotencykey]")
		same(t, "golangci-lint with one check", lint(t, dir, config, "./example/..."), vet(t, dir, "-idempotencykey", "./example/..."))
	})
	t.Run("again", func(t *testing.T) {
		same(t, "golangci-lint from its cache", lint(t, dir, example(t), "./..."), want)
	})
}

// withoutDefaults takes the settings away that stand in config twice, once with their default.
func withoutDefaults(t *testing.T, config string) string {
	t.Helper()
	text, err := os.ReadFile(config)
	if err != nil {
		t.Fatal(err)
	}
	short := regexp.MustCompile(`(?m)^ +(env-words: \[\]|paths: \[\]|tests: false) .*\n`).ReplaceAll(text, nil)
	if err := os.WriteFile(config, short, 0o666); err != nil {
		t.Fatal(err)
	}
	return config
}

// TestFix holds that both drivers change the same files in the same way.
func TestFix(t *testing.T) {
	needs(t)
	module := testmodule.Dir(t)
	copies := make([]string, 2)
	for i := range copies {
		copies[i] = t.TempDir()
		if err := os.CopyFS(filepath.Join(copies[i], "example"), os.DirFS(filepath.Join(module, "example"))); err != nil {
			t.Fatal(err)
		}
		for _, f := range []string{"go.mod", "go.sum"} {
			text, err := os.ReadFile(filepath.Join(module, f))
			if err != nil {
				t.Fatal(err)
			}
			testprogram.Write(t, copies[i], map[string]string{f: string(text)})
		}
	}
	must(t, copies[0], nil, auroravet(t), "-fix", "./...")
	left := lint(t, copies[1], example(t), "--fix", "./...")
	same(t, "golangci-lint --fix", left, vet(t, copies[0], "./..."))
	if got := testprogram.Run(t, scratch, nil, "git", "diff", "--no-index", "--stat", copies[0], copies[1]); got.Stdout != "" {
		t.Errorf("-fix and --fix make other files:\n%s", got.Stdout)
	}
}

// TestCache holds that no cached result outlives what it was made from.
func TestCache(t *testing.T) {
	needs(t)
	dir := newShop(t, map[string]string{
		"gateway/gateway.go": gateway(""),
		"orders/orders.go": "package orders\n\nimport \"example.com/shop/gateway\"\n\nfunc Take() error {\n" +
			"\treturn gateway.Do(\"POST\", \"/v2/transactions\", `{\"amount\":1}`)\n}\n",
	})
	config := example(t)
	compare := func(what string, files map[string]string, more int) {
		t.Helper()
		before := len(vet(t, dir, "./..."))
		testprogram.Write(t, dir, files)
		want := vet(t, dir, "./...")
		if got := len(want) - before; got != more {
			t.Errorf("%s: %+d findings, want %+d", what, got, more)
		}
		same(t, "golangci-lint after "+what, lint(t, dir, config, "./..."), want)
	}
	compare("a first run", nil, 0)
	compare("no change", nil, 0)
	compare("a corrected file", map[string]string{"pay/pay.go": goodSale}, -1)
	compare("an edit that brings a fault", map[string]string{"pay/pay.go": faultySale}, +1)
	compare("an edit of an imported package", map[string]string{"gateway/gateway.go": gateway("req.Header.Set(\"Idempotency-Key\", key)")}, -1)
	compare("an edit of an embedded file", map[string]string{"web/page.html": goodPage}, -1)
	compare("an edit of an embedded file that brings a fault", map[string]string{"web/page.html": faultyPage}, +1)

	config = edited(t, "# disable: [sandboxhost]", "disable: [sandboxhost]")
	same(t, "golangci-lint after a change of the settings", lint(t, dir, config, "./..."), vet(t, dir, "-sandboxhost=false", "./..."))
}

// gateway is a wrapper package; set is a statement that may set the key.
func gateway(set string) string {
	return `package gateway

import (
	"net/http"
	"strings"
	"time"
)

var client = &http.Client{Timeout: 5 * time.Second}

var key = strings.Clone("")

// Do sends a request to the API.
func Do(method, path, body string) error {
	req, err := http.NewRequest(method, "https://api.flute.com"+path, strings.NewReader(body))
	if err != nil {
		return err
	}
	` + set + `
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
`
}

// TestSilence holds what .golangci.example.yml says about silencing.
func TestSilence(t *testing.T) {
	needs(t)
	post := "return http.Post("
	dir := newShop(t, map[string]string{
		"nolint/nolint.go": strings.Replace(faultySale, post, "//nolint:auroravet // tried by hand\n\t"+post, 1),
		"ignore/ignore.go": strings.Replace(faultySale, post, "//auroravet:ignore clienttimeout tried by hand\n\t"+post, 1),
		"check/check.go":   strings.Replace(faultySale, post, "//nolint:clienttimeout // tried by hand\n\t"+post, 1),
	})
	folders := func(findings []string) string {
		var out []string
		for _, f := range findings {
			out = append(out, strings.Split(f, "/")[0])
		}
		return strings.Join(slices.Compact(out), " ")
	}
	if got := folders(lint(t, dir, example(t), "./...")); got != "check pay web" {
		t.Errorf("findings in %q", got)
	}
	text, err := os.ReadFile(example(t))
	if err != nil {
		t.Fatal(err)
	}
	// The commented rule, in force and for another folder.
	rules := regexp.MustCompile(`(?m)^    # (rules:|  - linters:|    text:|    path:)`).ReplaceAllString(string(text), "    $1")
	rules = strings.Replace(rules, "path: ^tools/", "path: ^web/", 1)
	testprogram.Write(t, dir, map[string]string{".golangci.yml": rules})
	if got := folders(lint(t, dir, filepath.Join(dir, ".golangci.yml"), "./...")); got != "check pay" {
		t.Errorf("with a rule: findings in %q", got)
	}
}

// TestRefusedSettings holds that a mistake in the settings ends the run at once, in a line that helps.
func TestRefusedSettings(t *testing.T) {
	needs(t)
	dir := newShop(t, nil)
	for _, test := range []struct{ old, new, want string }{
		{"read-only: []", "readonly: []", `no setting is named "readonly"; the settings are enable, disable, `},
		{"clienttimeout.all: false", "clienttimeout.every: false", `no setting is named "clienttimeout.every"; the settings are `},
		{"tests: false", "tests: perhaps", `setting tests: "perhaps" is not true or false`},
		{"paths: []", "paths: pay", `setting paths: "pay" is not `},
		{"# enable: [idempotencykey, cardlog]", "enable: [idempotency]", `no check is named "idempotency"; the checks are idempotencykey, `},
	} {
		got := testprogram.Run(t, dir, lintEnv(), golangci(t), "run", "--config", edited(t, test.old, test.new), "--allow-parallel-runners", "./...")
		if got.Code == 0 || got.Code == 1 || !strings.Contains(got.Stderr, test.want) || got.Stdout != "" {
			t.Errorf("%s: exit %d\n%s%s", test.new, got.Code, got.Stdout, got.Stderr)
		}
	}
}
