package hosts

import (
	"slices"

	"github.com/auroravet/auroravet/internal/aurora"
)

var (
	// trialWords name an environment that is not production.
	trialWords = []string{
		"sandbox", "uat", "staging", "stage", "test", "tests", "testing", "dev", "development", "preview", "nonprod", "preprod", "qa", "demo", "sbx", "trial",
	}
	// givingWords name a function that gives such an environment; the rest of trialWords
	// are too common there.
	givingWords = []string{"sandbox", "uat", "sbx", "staging", "nonprod", "preprod", "preview"}
	// liveWords name the production environment.
	liveWords = []string{"prod", "production", "live", "prd"}
	// envWords are about the environment as such.
	envWords = []string{"env", "environment", "environ", "envs", "environments", "tier"}
	// setterWords name a function that sets something on what it is given or called on.
	setterWords = []string{"set", "use", "with", "apply", "override", "configure", "switch", "point"}
	// foundWords name the second result of a lookup.
	foundWords = []string{"ok", "found", "exists", "exist", "has", "present", "set", "known", "valid", "hit"}
)

func hasWord(name string, lists ...[]string) bool {
	return slices.ContainsFunc(aurora.Words(name), func(w string) bool {
		return slices.ContainsFunc(lists, func(l []string) bool { return slices.Contains(l, w) })
	})
}

// trial reports whether a name says that it is about an environment other than production.
func trial(name string) bool { return hasWord(name, trialWords) }

// live reports whether a name says that it is about production.
func live(name string) bool { return hasWord(name, liveWords) && !trial(name) }

// setting reports whether a text is the name of a setting of such an environment
// (aurora.sandbox_url), not the bare name of the environment.
func setting(key string) bool { return trial(key) && len(aurora.Words(key)) > 1 }
