package vocabulary

import (
	"strings"
	"sync"
	"testing"

	"github.com/auroravet/auroravet/internal/aurora"
)

// set gives a flag a value for the time of the test.
func set(t *testing.T, name, value string) {
	t.Helper()
	old := Analyzer.Flags.Lookup(name).Value.String()
	if err := Analyzer.Flags.Set(name, value); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = Analyzer.Flags.Set(name, old) })
}

func result(t *testing.T) *Result {
	t.Helper()
	r, err := Analyzer.Run(nil)
	if err != nil {
		t.Fatal(err)
	}
	return r.(*Result)
}

func TestFlags(t *testing.T) {
	plain := result(t)
	if plain.Tests || plain.Host("api.corp.com") != aurora.NotAurora || plain != result(t) {
		t.Fatal("without flags the result is the built-in one, built once")
	}
	t.Run("set", func(t *testing.T) {
		for name, value := range map[string]string{
			"hosts": "corp.com", "sandbox-hosts": "play.corp.com", "paths": "/acme/", "read-only": "/acme/*/search", "env-words": "ACME",
			"client-packages": "example.com/acme", "idempotency-headers": "Request-Key", "idempotency-fields": "requestId", "tests": "true",
		} {
			set(t, name, value)
		}
		r := result(t)
		if !r.Tests || r.Host("api.corp.com") != aurora.Production || r.Host("play.corp.com") != aurora.Sandbox || !r.FamilyPath("/acme/x") ||
			r.Mutating("POST", "/acme/1/search") != aurora.No || !r.EnvName("ACME_URL") || !r.ClientPackage("example.com/acme") ||
			!r.KeyHeader("request-key") || !r.KeyField("requestId") || r.Host("api.flute.com") != aurora.Production {
			t.Error("a flag has no effect")
		}
		set(t, "hosts", "=other.com") // the last value counts
		if r := result(t); r.Host("api.corp.com") != aurora.NotAurora || r.Host("api.flute.com") != aurora.NotAurora || r.Host("other.com") != aurora.Production {
			t.Error("a replaced list")
		}
	})
	if r := result(t); r.Tests || r.Host("api.corp.com") != aurora.NotAurora {
		t.Error("flags that were reset have an effect")
	}
}

func TestFlagsRefuse(t *testing.T) {
	for name, value := range map[string]string{
		"hosts": "https://api.corp.com", "sandbox-hosts": "a,,b.com", "paths": "acme/", "read-only": "acme/*", "env-words": "ACME_PAY",
		"client-packages": "a b", "idempotency-headers": "My Key", "idempotency-fields": "a b", "tests": "maybe",
	} {
		err := Analyzer.Flags.Set(name, value)
		if err == nil || strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), "is not ") && !strings.Contains(err.Error(), "write ") {
			t.Errorf("-%s=%s: %v", name, value, err)
		}
		if Analyzer.Flags.Lookup(name).Value.String() == value {
			t.Errorf("-%s kept the value it refused", name)
		}
	}
}

// TestUsage holds the flags to what the documentation lists.
func TestUsage(t *testing.T) {
	for _, name := range []string{"hosts", "sandbox-hosts", "paths", "read-only", "env-words", "client-packages", "idempotency-headers", "idempotency-fields", "tests"} {
		f := Analyzer.Flags.Lookup(name)
		if f == nil || f.Usage == "" {
			t.Fatalf("no flag -%s", name)
		}
		if list := name != "tests"; list != strings.Contains(f.Usage, "comma-separated") {
			t.Errorf("-%s: usage %q", name, f.Usage)
		}
	}
	var out strings.Builder
	Analyzer.Flags.SetOutput(&out)
	Analyzer.Flags.PrintDefaults() // asks the zero values for their text
	if strings.Contains(out.String(), "panic") || strings.Contains(out.String(), "default") {
		t.Error(out.String())
	}
}

func TestConcurrentRuns(t *testing.T) {
	set(t, "hosts", "corp.com")
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				r, err := Analyzer.Run(nil)
				if err != nil || r.(*Result).Mutating("POST", "/v2/transactions") != aurora.Yes {
					t.Error("a shared result")
				}
			}
		})
	}
	wg.Wait()
}
