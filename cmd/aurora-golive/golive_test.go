package main

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/auroravet/auroravet/internal/report"
	"github.com/auroravet/auroravet/internal/testmodule"
	"github.com/auroravet/auroravet/internal/testprogram"
)

var update = flag.Bool("update", false, "write the reports of testdata anew")

// golive is the program, built for all tests of this package.
var golive string

func TestMain(m *testing.M) { testprogram.Main(m, &golive) }

// command runs the program in dir, with no repository in view.
func command(t *testing.T, dir string, args ...string) testprogram.Outcome {
	t.Helper()
	return testprogram.Run(t, dir, []string{"GIT_DIR=" + filepath.Join(os.TempDir(), "none")}, golive, args...)
}

// read returns the report that the program writes as JSON.
func read(t *testing.T, dir string, code int, args ...string) (r report.Report) {
	t.Helper()
	got := command(t, dir, append([]string{"-format=json"}, args...)...)
	if got.Code != code {
		t.Errorf("exit %d, want %d: %s", got.Code, code, got.Stderr)
	}
	dec := json.NewDecoder(strings.NewReader(got.Stdout))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&r); err != nil {
		t.Fatalf("%v\n%s%s", err, got.Stdout, got.Stderr)
	}
	return r
}

// exampleSecret is the credential that the example holds.
const exampleSecret = "4f0c1d7e92ab48d6b3e5a7c8"

// example returns the report on the example, with manuals cut to a line: they have tests where they stand.
func example(t *testing.T) *report.Report {
	t.Helper()
	t.Setenv("GIT_DIR", filepath.Join(os.TempDir(), "none"))
	t.Chdir(testmodule.Dir(t))
	line, err := parse([]string{"./example/..."})
	if err != nil {
		t.Fatal(err)
	}
	r, err := line.report()
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range r.Checks {
		r.Checks[i].Manual = c.Summary
	}
	return r
}

// TestExample holds the reports on the example to those in testdata.
func TestExample(t *testing.T) {
	r := example(t)
	for format, ending := range map[string]string{"text": "txt", "markdown": "md", "json": "json", "html": "html", "sarif": "sarif"} {
		t.Run(format, func(t *testing.T) {
			var got strings.Builder
			if err := r.Write(&got, format); err != nil {
				t.Fatal(err)
			}
			if strings.Contains(got.String(), exampleSecret) {
				t.Error("a secret of the example is shown")
			}
			golden := filepath.Join(testmodule.Root(t), "cmd", "aurora-golive", "testdata", "example."+ending)
			if *update {
				if err := os.WriteFile(golden, []byte(got.String()), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got.String() != string(want) {
				t.Errorf("type \"go test ./cmd/aurora-golive -update\" to write %s anew; got:\n%s", filepath.Base(golden), got.String())
			}
		})
	}
}

// TestSameFindings holds that the report has the findings of auroravet, and what belongs together.
func TestSameFindings(t *testing.T) {
	module := testmodule.Dir(t)
	r := read(t, module, 0, "./example/...")
	expected, err := os.ReadFile(filepath.Join(module, "example", "expected.txt"))
	if err != nil {
		t.Fatal(err)
	}
	level := make(map[string]report.Level)
	for _, c := range r.Checks {
		level[c.Name] = c.Level
	}
	var lines strings.Builder
	prints := make(map[string]bool)
	for _, f := range r.Findings {
		if level[f.Check] != report.Info {
			lines.WriteString("testdata/" + f.String() + ": " + f.Message + " (" + f.Check + ")\n")
		}
		if prints[f.Fingerprint] || len(f.Fingerprint) != 16 {
			t.Errorf("%s: fingerprint %q", f, f.Fingerprint)
		}
		prints[f.Fingerprint] = true
	}
	if lines.String() != string(expected) {
		t.Errorf("the findings are\n%swant\n%s", lines.String(), expected)
	}
	n := 0
	for _, q := range r.Requirements {
		n += q.Findings
		if (q.Status == report.Fault || q.Status == report.Note) != (q.Findings > 0) {
			t.Errorf("%s: %s with %d findings", q.Title, q.Status, q.Findings)
		}
	}
	if n != len(r.Findings) {
		t.Errorf("%d findings against requirements, want %d", n, len(r.Findings))
	}
}

// shop is a module with a fault, silenced ones, a wrapper that nobody calls, and packages
// that cannot be looked at.
var shop = map[string]string{
	"go.mod": "module example.com/shop\n\ngo 1.26.0\n",
	"pay/pay.go": `package pay

import "net/http"

func sale() {
	http.Post("https://api.flute.com/v2/customers", "", nil) //auroravet:ignore clienttimeout,idempotencykey the job | ends <here>
}

// Get asks for what a caller names.
func Get(c *http.Client, path string) { c.Get("https://api.flute.com/v2/" + path) }

// Do asks for anything.
func Do(c *http.Client, method, path string) error {
	req, err := http.NewRequest(method, "https://api.flute.com/v2/"+path, nil)
	if err == nil {
		_, err = c.Do(req)
	}
	return err
}

//auroravet:ignore cardlog once needed
var X int
`,
	"pay/pay_test.go":    "package pay\n\nimport \"net/http\"\n\nfunc f() { http.Get(\"https://api.flute.com/v2/terminals\") }\n",
	"clean/clean.go":     "package clean\n",
	"broken/broken.go":   "package broken\n\nvar x int = \"a\"\n",
	"above/above.go":     "package above\n\nimport _ \"example.com/shop/broken\"\n",
	"syntax/syntax.go":   "package syntax\n\nfunc (\n",
	"missing/missing.go": "package missing\n\nimport _ \"example.com/nowhere\"\n",
	"other/go.mod":       "module example.com/other\n\ngo 1.26.0\n",
	"other/other.go":     "package other\n",
}

// answers are the requirements that a check answers, by its name.
func answers(r report.Report) map[string]report.Requirement {
	out := make(map[string]report.Requirement)
	for _, q := range r.Requirements {
		for _, name := range q.Checks {
			out[name] = q
		}
	}
	return out
}

func TestAnswers(t *testing.T) {
	dir := testprogram.Tree(t, shop)
	for _, test := range []struct {
		args  string
		check string
		want  report.Status
	}{
		{"./clean", "sandboxhost", report.NoneFound},
		{"./clean", "clienttimeout", report.NoSubject},
		{"./clean", "idempotencykey", report.NoSubject},
		{"./pay", "clienttimeout", report.NoneFound}, // the fault is silenced
		{"./pay", "cardlog", report.NoneFound},       // what it says of a directive is no leak
		{"-tests ./pay", "clienttimeout", report.Fault},
		{"-clienttimeout=false ./pay", "clienttimeout", report.NotRun},
		{"-cardlog ./clean", "sandboxhost", report.NotRun},
		{"./clean ./broken", "sandboxhost", report.Incomplete},
	} {
		code := 0
		if test.want == report.Incomplete {
			code = 1
		}
		r := read(t, dir, code, strings.Fields(test.args)...)
		if got := answers(r)[test.check].Status; got != test.want {
			t.Errorf("%s: %s is answered %q, want %q", test.args, test.check, got, test.want)
		}
	}
}

func TestSilenced(t *testing.T) {
	r := read(t, testprogram.Tree(t, shop), 0, "./pay")
	var got []string
	for _, s := range r.Suppressions {
		got = append(got, s.Check+" "+s.Reason)
		if want := 1; s.Check != "cardlog" && len(s.Findings) != want || s.Line == 0 {
			t.Errorf("%s at %s silences %v", s.Check, s.Position, s.Findings)
		}
	}
	want := []string{"clienttimeout the job | ends <here>", "idempotencykey the job | ends <here>", "cardlog once needed"}
	if !slices.Equal(got, want) {
		t.Errorf("silenced are %q, want %q", got, want)
	}
	if len(r.Findings) != 1 || r.Findings[0].Check != "suppression" || !strings.Contains(r.Findings[0].Message, "silences nothing") {
		t.Errorf("findings are %v", r.Findings)
	}
	if q := answers(r)["clienttimeout"]; q.Suppressed != 1 {
		t.Errorf("%d silenced, want 1", q.Suppressed)
	}
}

func TestEndpoints(t *testing.T) {
	r := read(t, testprogram.Tree(t, shop), 0, "./pay")
	var got []string
	for _, e := range r.Endpoints {
		for _, c := range e.Calls {
			got = append(got, strings.Join([]string{e.Name(), e.Kind, c.Function, c.Key, c.Wait, c.By()}, "; "))
		}
	}
	want := []string{
		"POST /v2/customers; changes; pay.sale; missing; has no end; http.Client",
		"GET https://api.flute.com/v2/…; ; pay.Get; not needed; a caller decides; not known",
		"… https://api.flute.com/v2/…; ; pay.Do; not known, nor whether the call changes something; a caller decides; not known",
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("calls are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestLeftOut(t *testing.T) {
	dir := testprogram.Tree(t, shop)
	r := read(t, dir, 1)
	var got []string
	for _, o := range r.LeftOut {
		got = append(got, o.Package+" "+o.Place)
		if strings.Contains(o.Problem, "\n") || strings.Contains(o.Problem, dir) {
			t.Errorf("problem %q", o.Problem)
		}
	}
	want := []string{
		"example.com/nowhere missing/missing.go:3:8", "example.com/shop/above ", "example.com/shop/broken broken/broken.go:3:13",
		"example.com/shop/missing ", "example.com/shop/syntax syntax/syntax.go:4:1",
	}
	if !slices.Equal(got, want) {
		t.Errorf("left out are %q, want %q", got, want)
	}
	if r.Scope.Packages != 2 || len(r.Scope.Modules) != 1 {
		t.Errorf("looked at %d packages of %v", r.Scope.Packages, r.Scope.Modules)
	}
	two := read(t, dir, 0, "./pay", "./other/...")
	if len(two.Scope.Modules) != 2 || two.Scope.Packages != 2 || two.Findings[0].File != "pay/pay.go" {
		t.Errorf("looked at %+v", two.Scope)
	}
}
