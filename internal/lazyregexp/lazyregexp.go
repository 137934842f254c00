// Package lazyregexp compiles a regular expression when it is first asked for.
// go vet starts the tool once for each package of the closure, and most of them hold no text to match.
package lazyregexp

import (
	"os"
	"regexp"
	"strings"
	"sync"
)

// New takes an expression and returns a function that gives it compiled, the
// same each time. That function panics when the expression does not compile;
// in a test binary New does.
func New(expr string) func() *regexp.Regexp {
	compiled := sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
	if inTest {
		compiled()
	}
	return compiled
}

// Not testing.Testing: that package would come into the tool.
var inTest = strings.HasSuffix(strings.TrimSuffix(os.Args[0], ".exe"), ".test")
