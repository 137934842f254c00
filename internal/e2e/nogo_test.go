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

const rulesGo = "github.com/bazelbuild/rules_go@v0.65.0"

// wrapped is a program whose fault shows only to who knows what the package below does.
var wrapped = map[string]string{
	"go.mod": "module example.com/shop\n\ngo 1.26.0\n",
	"send/send.go": `package send

import (
	"net/http"
	"strings"
	"time"
)

var client = &http.Client{Timeout: time.Second}

func Send(method, path, body string) (*http.Response, error) {
	req, err := http.NewRequest(method, "https://api.flute.com"+path, strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	return client.Do(req)
}
`,
	"pay/pay.go": `package pay

import (
	"net/http"

	"example.com/shop/send"
)

func Sale() (*http.Response, error) {
	return send.Send("POST", "/v2/transactions", "{\"amount\": 3}")
}

//auroravet:ignore idempotencykey there is nothing here to silence
var Host = "https://sandbox.api.flute.com"
`,
}

// TestNogo compiles the nogo of rules_go with the analyzers and the configuration of
// docs/bazel.md, as Bazel does, and runs it over two packages: it prints what go vet prints.
func TestNogo(t *testing.T) {
	needs(t)
	nogo := buildNogo(t)
	dir := t.TempDir()
	testprogram.Write(t, dir, wrapped)
	importcfg := filepath.Join(t.TempDir(), "importcfg")
	testprogram.Write(t, filepath.Dir(importcfg), map[string]string{"importcfg": must(t, dir, nil, "go", "list", "-export", "-deps",
		"-f", "{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}", "./...")})

	var got []string
	var facts []string
	for _, pkg := range []string{"send", "pay"} {
		x := filepath.Join(t.TempDir(), pkg+".x")
		args := slices.Concat([]string{"-importcfg", importcfg, "-p", "example.com/shop/" + pkg, "-x", x}, facts, []string{pkg + "/" + pkg + ".go"})
		out := testprogram.Run(t, dir, []string{"GOARCH=" + strings.TrimSpace(must(t, dir, nil, "go", "env", "GOARCH"))}, nogo, args...)
		for l := range strings.Lines(out.Stderr) {
			if l != "nogo: errors found by nogo during build-time code analysis:\n" {
				got = append(got, nameTwice.ReplaceAllString(strings.TrimSpace(l), "($1)"))
			}
		}
		facts = append(facts, "-fact", "example.com/shop/"+pkg+"="+x)
	}
	same(t, "nogo", got, vet(t, dir, "-env-words=ACMEPAY", "-sandboxhost.strict", "./..."))
	if len(got) < 3 {
		t.Errorf("nogo finds only %q", got)
	}
}

// nameTwice is the name of a check that nogo puts behind the one in the message.
var nameTwice = regexp.MustCompile(`\(([a-z]+)\) \([a-z]+\)$`)

// buildNogo makes the program that the rule of docs/bazel.md stands for.
func buildNogo(t *testing.T) string {
	t.Helper()
	var rules struct{ Dir string }
	if err := json.Unmarshal([]byte(must(t, t.TempDir(), nil, "go", "mod", "download", "-json", rulesGo)), &rules); err != nil {
		t.Fatal(err)
	}
	builders := filepath.Join(rules.Dir, "go", "tools", "builders")
	root, dir := testmodule.Root(t), t.TempDir()

	// nogo uses an internal package of x/tools, which Bazel does not mind; hence the module's path.
	testprogram.Write(t, dir, map[string]string{
		"go.mod":    "module golang.org/x/tools/nogo\n\ngo 1.26.0\n\nrequire github.com/auroravet/auroravet v0.0.0\n\nreplace github.com/auroravet/auroravet => " + root + "\n",
		"nogo.json": snippet(t, "docs/bazel.md", "nogo.json"),
	})
	build, err := os.ReadFile(filepath.Join(builders, "BUILD.bazel"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range sourcesOf(t, string(build), "nogo_srcs") {
		text, err := os.ReadFile(filepath.Join(builders, name))
		if err != nil {
			t.Fatal(err)
		}
		testprogram.Write(t, dir, map[string]string{name: string(text)})
	}
	generate := []string{"run", "-ldflags=-X main.rulesGoStdlibPrefix=@//"}
	for _, name := range sourcesOf(t, string(build), "builder_srcs") {
		generate = append(generate, filepath.Join(builders, name))
	}
	generate = append(generate, filepath.Join(builders, "path.go"), "gennogomain", "-output", filepath.Join(dir, "main.go"), "-config", filepath.Join(dir, "nogo.json"))
	for _, label := range regexp.MustCompile(`"@com_github_auroravet_auroravet//([a-z/]+)"`).FindAllStringSubmatch(snippet(t, "docs/bazel.md", "nogo"), -1) {
		generate = append(generate, "-analyzer_importpath", modulePath+"/"+label[1])
	}
	must(t, rules.Dir, []string{"GOFLAGS=-mod=mod"}, "go", generate...)

	nogo := filepath.Join(scratch, "nogo.exe")
	must(t, dir, nil, "go", "mod", "tidy")
	must(t, dir, nil, "go", "build", "-o", nogo, ".")
	return nogo
}

// sourcesOf returns the Go files of a rule in a BUILD file.
func sourcesOf(t *testing.T, build, rule string) []string {
	t.Helper()
	_, rest, ok := strings.Cut(build, "name = \""+rule+"\",\n    srcs = [\n")
	list, _, closed := strings.Cut(rest, "    ]")
	if !ok || !closed {
		t.Fatalf("rules_go has no sources %s", rule)
	}
	var out []string
	for _, name := range regexp.MustCompile(`"([a-z0-9_]+\.go)"`).FindAllStringSubmatch(list, -1) {
		out = append(out, name[1])
	}
	return out
}
