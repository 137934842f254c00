package gclplugin

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/analyzers"
	"github.com/auroravet/auroravet/internal/testmodule"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

// plugged returns the checks that the plugin runs with settings.
func plugged(t *testing.T, settings any) []string {
	t.Helper()
	checks, err := configure(settings)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, a := range checks {
		names = append(names, a.Name)
	}
	return names
}

func value(t *testing.T, flag string) string {
	t.Helper()
	for _, f := range suiteFlags() {
		if f.Name == flag {
			return f.Value.String()
		}
	}
	t.Fatalf("no flag %s", flag)
	return ""
}

func TestRegistered(t *testing.T) {
	newPlugin, err := register.GetPlugin("auroravet")
	if err != nil {
		t.Fatal(err)
	}
	p, err := newPlugin(nil)
	if err != nil {
		t.Fatal(err)
	}
	if p.GetLoadMode() != register.LoadModeTypesInfo {
		t.Error("the checks need types")
	}
	as, err := p.BuildAnalyzers()
	if err != nil {
		t.Fatal(err)
	}
	if err := analysis.Validate(as); err != nil {
		t.Error(err)
	}
	if n := len(p.(*plugin).checks); n != len(analyzers.Suite) {
		t.Errorf("%d checks, want %d", n, len(analyzers.Suite))
	}
	if as[0].Name != "auroravet" {
		t.Errorf("golangci-lint puts %q before each message", as[0].Name)
	}
}

func TestSettings(t *testing.T) {
	t.Cleanup(func() { plugged(t, nil) })
	all := plugged(t, nil)
	if !slices.Equal(all, checkNames()) {
		t.Errorf("without settings: %v", all)
	}
	plugged(t, map[string]any{
		"hosts":          "pay.example.com,card.example.com",
		"paths":          []any{"=/acme/", "/acme2/"},
		"tests":          true,
		"clienttimeout":  map[string]any{"all": true}, // what golangci-lint makes of a key with a dot
		"idempotencykey": map[string]any{"header-only": "true"},

		"sandboxhost.strict": true,
		"env-words":          nil, // a key without a value
	})
	for flag, want := range map[string]string{
		"hosts": "pay.example.com,card.example.com", "paths": "=/acme/,/acme2/", "tests": "true",
		"clienttimeout.all": "true", "idempotencykey.header-only": "true", "sandboxhost.strict": "true", "env-words": "",
	} {
		if got := value(t, flag); got != want {
			t.Errorf("%s is %q, want %q", flag, got, want)
		}
	}
	plugged(t, map[string]any{"env-words": []any{"ACME"}})
	for _, f := range suiteFlags() {
		if f.Name != "env-words" && f.Value.String() != f.DefValue {
			t.Errorf("%s keeps %q of an earlier configuration", f.Name, f.Value)
		}
	}
}

// TestEveryFlag holds that a setting exists for each flag of the suite.
func TestEveryFlag(t *testing.T) {
	t.Cleanup(func() { plugged(t, nil) })
	for _, f := range suiteFlags() {
		if _, err := configure(map[string]any{f.Name: f.DefValue}); err != nil {
			t.Errorf("%s with its default: %v", f.Name, err)
		}
		check, rest, dotted := strings.Cut(f.Name, ".")
		if dotted && !slices.Contains(checkNames(), check) || !dotted && vocabulary.Analyzer.Flags.Lookup(f.Name) == nil || dotted && rest == "" {
			t.Errorf("%s is the name of no flag", f.Name)
		}
	}
}

// TestExample holds that .golangci.example.yml has every setting with its default and its meaning.
func TestExample(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(testmodule.Root(t), ".golangci.example.yml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range suiteFlags() {
		value := f.DefValue
		if value == "" {
			value = "[]"
		}
		if line := regexp.MustCompile(`(?m)^ +` + regexp.QuoteMeta(f.Name+": "+value) + ` +# \w`); !line.Match(text) {
			t.Errorf(".golangci.example.yml has no line %q with a comment: %s", f.Name+": "+value, f.Usage)
		}
	}
}

func TestChoose(t *testing.T) {
	t.Cleanup(func() { plugged(t, nil) })
	all := checkNames()
	if got := plugged(t, map[string]any{"enable": []any{all[1], all[0]}}); !slices.Equal(got, all[:2]) {
		t.Errorf("enable: %v", got)
	}
	if got := plugged(t, map[string]any{"disable": all[0] + ", " + all[1]}); !slices.Equal(got, all[2:]) {
		t.Errorf("disable: %v", got)
	}
}

func TestRefused(t *testing.T) {
	t.Cleanup(func() { plugged(t, nil) })
	var everything []any
	for _, c := range checkNames() {
		everything = append(everything, c)
	}
	for _, test := range []struct {
		settings any
		want     []string
	}{
		{"hosts", []string{"map of names to values"}},
		{map[string]any{"host": "pay.example.com"}, []string{`no setting is named "host"`, "enable, disable, ", "hosts, ", "clienttimeout.all"}},
		{map[string]any{"clienttimeout": map[string]any{"every": true}}, []string{`no setting is named "clienttimeout.every"`, "clienttimeout.all"}},
		{map[string]any{"clienttimeout": false}, []string{"clienttimeout is a check", "enable or disable"}},
		{map[string]any{"hosts": "https://pay.example.com"}, []string{"setting hosts: ", `"https://pay.example.com" is not `}},
		{map[string]any{"hosts": []any{"a.com", ""}}, []string{"setting hosts: empty item"}},
		{map[string]any{"tests": "maybe"}, []string{`setting tests: "maybe" is not true or false`}},
		{map[string]any{"clienttimeout.all": 3}, []string{`setting clienttimeout.all: "3" is not true or false`}},
		{map[string]any{"enable": []any{"cardlogs"}}, []string{`no check is named "cardlogs"`, "idempotencykey, sandboxhost"}},
		{map[string]any{"disable": "timeout"}, []string{`no check is named "timeout"`, "clienttimeout"}},
		{map[string]any{"enable": []any{"sandboxhost"}, "disable": []any{"clienttimeout"}}, []string{"exclude each other"}},
		{map[string]any{"enable": []any{}}, []string{"no check is left"}},
		{map[string]any{"disable": everything}, []string{"no check is left"}},
	} {
		_, err := New(test.settings)
		if err == nil {
			t.Errorf("%v is taken", test.settings)
			continue
		}
		for _, want := range test.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%v: %q does not say %q", test.settings, err, want)
			}
		}
		if strings.Contains(err.Error(), "\n") {
			t.Errorf("%v: more than one line: %q", test.settings, err)
		}
	}
}
