package hosts

import (
	"github.com/auroravet/auroravet/internal/aurora"
)

var (
	// givingWords name a function that gives such an environment; the rest of [aurora.TrialWords]
	// are too common there.
	givingWords = []string{"sandbox", "uat", "sbx", "staging", "nonprod", "preprod", "preview"}
	// envWords are about the environment as such.
	envWords = []string{"env", "environment", "environ", "envs", "environments", "tier"}
	// setterWords name a function that sets something on what it is given or called on.
	setterWords = []string{"set", "use", "with", "apply", "override", "configure", "switch", "point"}
	// foundWords name the second result of a lookup.
	foundWords = []string{"ok", "found", "exists", "exist", "has", "present", "set", "known", "valid", "hit"}
)

// trial reports whether a name says that it is about an environment other than production.
func trial(name string) bool { return aurora.HasWord(name, aurora.TrialWords) }

// live reports whether a name says that it is about production.
func live(name string) bool { return aurora.LiveName(name) }

// setting reports whether a text is the name of a setting of such an environment
// (aurora.sandbox_url), not the bare name of the environment.
func setting(key string) bool { return trial(key) && len(aurora.Words(key)) > 1 }
