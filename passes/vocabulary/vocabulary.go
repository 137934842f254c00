// Package vocabulary holds the flags that all checks share and turns them into the
// tables of the API.
package vocabulary

import (
	"flag"
	"fmt"
	"reflect"
	"strconv"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/aurora"
)

// Result is the tables of the API as the flags leave them. It is shared: read only.
type Result struct {
	*aurora.Vocabulary
	Tests      bool // report in test code too
	EveryHost  bool // look at the requests to other hosts as well
	HeaderOnly bool // take only a header for an idempotency key
}

// Analyzer's result is a *Result and its flags are the shared ones. It reports nothing
// and has no facts.
var Analyzer = &analysis.Analyzer{
	Name:       "vocabulary",
	Doc:        "read the shared flags: hosts, paths, names of the API",
	Run:        func(*analysis.Pass) (any, error) { return Current() },
	ResultType: reflect.TypeFor[*Result](),
}

// lists has the list flags in the order of the documentation.
var lists = [...]struct {
	name  string
	list  aurora.List
	usage string
}{
	{"hosts", aurora.Hosts, "more production hosts or host suffixes of the API"},
	{"sandbox-hosts", aurora.SandboxHosts, "more hosts that are not production"},
	{"paths", aurora.Paths, "more path prefixes that only this API has"},
	{"read-only", aurora.ReadOnly, "more paths (with * for a segment) whose POST changes nothing"},
	{"env-words", aurora.EnvWords, "more words that mark an environment name or configuration key as this API's"},
	{"client-packages", aurora.ClientPackages, "import paths whose functions make calls of this API"},
	{"idempotency-headers", aurora.KeyHeaders, "more names of the key's header"},
	{"idempotency-fields", aurora.KeyFields, "more body fields that are a key"},
}

const listUsage = " (comma-separated; =a,b replaces the built-in list)"

func init() {
	for i, l := range lists {
		Analyzer.Flags.Var(listFlag(i), l.name, l.usage+listUsage)
	}
	Analyzer.Flags.Var(&settings.tests, "tests", "report in test code too")
}

// settings is what the flags say. Drivers set flags before they run passes, but a
// plugin may do so again between runs.
var settings struct {
	sync.Mutex
	texts      [len(lists)]string
	tests      boolFlag
	everyHost  boolFlag
	headerOnly boolFlag
	result     *Result // nil when a flag has changed
}

// Current returns the result for the flags as they are, built once for each state of them.
// It fails when they contradict each other.
func Current() (*Result, error) {
	settings.Lock()
	defer settings.Unlock()
	if settings.result == nil {
		v := aurora.NewVocabulary()
		for i, l := range lists {
			if err := v.Extend(l.list, settings.texts[i]); err != nil {
				return nil, err
			}
		}
		settings.result = &Result{v, bool(settings.tests), bool(settings.everyHost), bool(settings.headerOnly)}
	}
	return settings.result, nil
}

// listFlag is the flag of lists[f].
type listFlag int

func (f listFlag) String() string {
	settings.Lock()
	defer settings.Unlock()
	return settings.texts[f]
}

// Set refuses an item that the list cannot hold. The last value given counts.
func (f listFlag) Set(text string) error {
	if err := aurora.NewVocabulary().Extend(lists[f].list, text); err != nil {
		return err
	}
	settings.Lock()
	defer settings.Unlock()
	settings.texts[f], settings.result = text, nil
	return nil
}

// EveryHost is the value of a flag that asks for the requests to other hosts as well. The
// flag is that of a check, since the others have no use for them.
var EveryHost flag.Value = &settings.everyHost

// HeaderOnly is the value of a flag that takes only a header for an idempotency key. The flag is
// that of a check; a list of the calls says the same of a key.
var HeaderOnly flag.Value = &settings.headerOnly

// boolFlag is a flag of settings.
type boolFlag bool

// IsBoolFlag lets the flag stand alone.
func (*boolFlag) IsBoolFlag() bool { return true }

func (f *boolFlag) String() string {
	settings.Lock()
	defer settings.Unlock()
	return strconv.FormatBool(bool(*f))
}

func (f *boolFlag) Set(text string) error {
	on, err := strconv.ParseBool(text)
	if err != nil {
		return fmt.Errorf("%q is not true or false", text)
	}
	settings.Lock()
	defer settings.Unlock()
	*f, settings.result = boolFlag(on), nil
	return nil
}
