// Package mention says whether the source of a package mentions the API at all: most
// packages do not, and what a check could find in them shows otherwise.
package mention

import (
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/passes/directive"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

// Analyzer's result is a *Source. It reports nothing and has no facts.
var Analyzer = &analysis.Analyzer{
	Name:       "mention",
	Doc:        "find the packages whose source mentions the API",
	Requires:   []*analysis.Analyzer{vocabulary.Analyzer},
	Run:        run,
	ResultType: reflect.TypeFor[*Source](),
}

// Source answers for one package. It is safe for concurrent use.
type Source struct {
	any func() bool
}

// Any reports whether the path of the package or the text of a file has a piece of a host, a path
// or a word of the API, comments included (see aurora's Mentions), or a file cannot be
// read. The files are read when it is first asked. The standard library mentions nothing.
func (s *Source) Any() bool { return s.any() }

func run(pass *analysis.Pass) (any, error) {
	words := pass.ResultOf[vocabulary.Analyzer].(*vocabulary.Result)
	return &Source{sync.OnceValue(func() bool {
		if ownership.Standard(pass) {
			return false
		}
		if words.Mentions(pass.Pkg.Path()) {
			return true
		}
		for _, f := range pass.Files {
			text, err := directive.ReadFile(pass, pass.Fset.File(f.FileStart).Name())
			if err != nil || words.MentionedIn(text) {
				return true
			}
		}
		return false
	})}, nil
}
