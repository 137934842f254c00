package aurora

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/lazyregexp"
)

var (
	// Text that a program or a person is to replace: <…>, ${…}, $NAME, {{…}}, a fmt verb, [NAME].
	templateText = lazyregexp.New(`<[^<>]+>|\$\{[^}]*\}|\$\([^)]*\)|^\$[A-Z_]+$|\{\{.*\}\}|^\{\w+\}$|%[+#]?[svqd]\b|^%\w+%$|^\[[\w -]+\]$`)
	// One sign again and again, with or without what a real value starts with.
	fillerText = lazyregexp.New(`^(?i:[\s._*#?x-]+|[0-]+)$|(?i:(^|[_-])x{3,}|x{5,})|\*{3}|\.{3}|…`)
)

// placeholderParts are so plain that they count inside a longer word too.
var placeholderParts = []string{"changeme", "placeholder", "redacted", "example", "dummy", "replaceme", "notreal", "fillme", "yoursecret", "yourtoken", "yourclient", "yourapi"}

// Words that say so anywhere, alone, and as the first of several words.
var (
	placeholderWords = []string{"todo", "fixme", "tbd", "fake", "sample", "masked"}
	emptyWords       = []string{"none", "null", "nil", "undefined", "unset", "hidden", "removed", "empty", "na"}
	firstWords       = []string{"your", "insert", "enter", "paste", "change", "replace"}
)

// Placeholder says whether a value stands for a credential that is filled in later
// (prod_client_secret_here, your-token, xxx, <secret>, ${SECRET}, changeme, REDACTED).
// The empty string is one.
func Placeholder(s string) bool {
	s = strings.TrimSpace(s)
	if s == "" || templateText().MatchString(s) || fillerText().MatchString(s) {
		return true
	}
	lower := strings.ToLower(s)
	if slices.ContainsFunc(placeholderParts, func(p string) bool { return strings.Contains(lower, p) }) {
		return true
	}
	words := Words(s)
	if len(words) == 0 {
		return true
	}
	if len(words) == 1 {
		return slices.Contains(placeholderWords, words[0]) || slices.Contains(emptyWords, words[0])
	}
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(placeholderWords, w) }) ||
		slices.Contains(firstWords, words[0]) || words[len(words)-1] == "here"
}
