package driver

import (
	"bytes"
	"go/parser"
	"go/token"
	"os"

	"github.com/auroravet/auroravet/passes/program"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

// Speaks reports whether a package of another module has a word, host or path of the API, or
// a file that cannot be read.
func Speaks(path string, files []string) bool {
	words, err := vocabulary.Current()
	if err != nil || words.ClientPackage(path) {
		return true
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil || bytes.Contains(text, []byte("//auroravet:")) {
			return true
		}
		if !words.MentionedIn(text) {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, text, parser.SkipObjectResolution)
		if err != nil || program.Evident(words.Vocabulary, f) {
			return true
		}
	}
	return false
}
