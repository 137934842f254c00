package aurora

import "slices"

// Words that name environments, in lower case.
var (
	// TrialWords name one in which no real payment is made.
	TrialWords = []string{
		"sandbox", "uat", "staging", "stage", "test", "tests", "testing", "dev", "development", "preview", "nonprod", "preprod", "qa", "demo", "sbx", "trial",
	}
	// LiveWords name the one in which they are.
	LiveWords = []string{"prod", "production", "live", "prd"}
)

// HasWord reports whether one of the words of a name, as [Words] gives them, is in one of the lists.
func HasWord(name string, lists ...[]string) bool {
	return slices.ContainsFunc(Words(name), func(w string) bool {
		return slices.ContainsFunc(lists, func(l []string) bool { return slices.Contains(l, w) })
	})
}

// LiveName reports whether a name is that of the environment in which real payments are made.
func LiveName(name string) bool {
	return HasWord(name, LiveWords) && !HasWord(name, TrialWords, []string{"non", "not", "pre"})
}
