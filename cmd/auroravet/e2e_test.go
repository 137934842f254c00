package main

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/auroravet/auroravet/internal/testmodule"
	"github.com/auroravet/auroravet/internal/testprogram"
)

var update = flag.Bool("update", false, "write what the program prints to testdata/example/expected.txt")

// auroravet is the program, built for all tests of this package.
var auroravet string

func TestMain(m *testing.M) { testprogram.Main(m, &auroravet) }

type outcome = testprogram.Outcome

// command runs name in dir and returns what it printed and how it ended.
func command(t *testing.T, dir, name string, args ...string) outcome {
	t.Helper()
	return testprogram.Run(t, dir, nil, name, args...)
}

func TestExample(t *testing.T) {
	module, root := testmodule.Dir(t), testmodule.Root(t)
	golden := filepath.Join(module, "example", "expected.txt")

	got := command(t, root, auroravet, "./testdata/example/...")
	wantCode := min(1, len(got.Stdout))
	if got.Stderr != "" || got.Code != wantCode {
		t.Fatalf("exit %d, want %d and nothing on standard error:\n%s", got.Code, wantCode, got.Stderr)
	}
	if *update {
		if err := os.WriteFile(golden, []byte(got.Stdout), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got.Stdout != string(want) {
		t.Errorf("go test ./cmd/auroravet -update writes expected.txt anew; got:\n%swant:\n%s", got.Stdout, want)
	}
	if strings.Contains(got.Stdout, exampleSecret) {
		t.Error("a secret of the example is printed")
	}

	for _, check := range []string{"idempotencykey", "sandboxhost", "cardlog", "clienttimeout", "literalcreds"} {
		if isCheck(check) && !strings.Contains(got.Stdout, " ("+check+")\n") {
			t.Errorf("the example's fault of %s is not found", check)
		}
	}

	t.Run("vettool", func(t *testing.T) {
		vet := command(t, module, "go", "vet", "-vettool="+auroravet, "./example/...")
		if vet.Code != wantCode {
			t.Errorf("exit %d, want %d", vet.Code, wantCode)
		}
		var lines []string
		for l := range strings.Lines(vet.Stderr) {
			if !strings.HasPrefix(l, "#") {
				lines = append(lines, "testdata/"+l)
			}
		}
		slices.Sort(lines)
		all := strings.SplitAfter(string(want), "\n")
		slices.Sort(all)
		if a, b := strings.Join(lines, ""), strings.Join(all, ""); a != b {
			t.Errorf("go vet prints other findings:\n%swant:\n%s", a, b)
		}
	})

	t.Run("json", func(t *testing.T) {
		js := command(t, root, auroravet, "-json", "./testdata/example/...")
		if js.Code != 0 || js.Stderr != "" {
			t.Errorf("exit %d, want 0 as with go vet -json: %s", js.Code, js.Stderr)
		}
		if n, m := countJSON(t, js.Stdout), strings.Count(string(want), "\n"); n != m {
			t.Errorf("%d findings as JSON, want %d", n, m)
		}
		if strings.Contains(js.Stdout, exampleSecret) {
			t.Error("a secret of the example is printed")
		}
	})

	t.Run("files", func(t *testing.T) {
		files := command(t, root, auroravet, "testdata/example/config/config.go", "testdata/example/README.md", "testdata/gone.go")
		var lines []string
		for l := range strings.Lines(string(want)) {
			if strings.HasPrefix(l, "testdata/example/config/") {
				lines = append(lines, l)
			}
		}
		if all := strings.Join(lines, ""); files.Stdout != all || files.Stderr != "" {
			t.Errorf("for files it prints:\n%s%swant:\n%s", files.Stdout, files.Stderr, all)
		}
	})
}

// exampleSecret is the literal that the example holds.
const exampleSecret = "4f0c1d7e92ab48d6b3e5a7c8"

// countJSON counts the findings in a stream of trees.
func countJSON(t *testing.T, text string) int {
	t.Helper()
	n := 0
	dec := json.NewDecoder(strings.NewReader(text))
	for dec.More() {
		var tree map[string]map[string][]struct{ Posn, Message string }
		if err := dec.Decode(&tree); err != nil {
			t.Fatalf("no JSON: %v\n%s", err, text)
		}
		for _, checks := range tree {
			for check, findings := range checks {
				for _, f := range findings {
					n++
					if !strings.HasSuffix(f.Message, " ("+check+")") {
						t.Errorf("message %q does not name its check", f.Message)
					}
				}
			}
		}
	}
	return n
}
