package diag

import (
	"fmt"
	"go/parser"
	"go/token"
	"strings"
)

// MustDoc returns the help text of the analyzer name out of content, the text of
// its doc.go: the section headed "# Analyzer name" of the package comment, from
// behind "name: " to the next heading. It panics when there is none, at program start.
// The convention is that of golang.org/x/tools, whose reader of it is internal.
func MustDoc(content, name string) string {
	f, err := parser.ParseFile(token.NewFileSet(), "doc.go", content, parser.ParseComments|parser.PackageClauseOnly)
	if err != nil {
		panic(fmt.Sprintf("doc.go of %s: %v", name, err))
	}
	for section := range strings.SplitSeq("\n"+f.Doc.Text(), "\n# ") {
		if body, ok := strings.CutPrefix(section, "Analyzer "+name+"\n"); ok {
			if rest, ok := strings.CutPrefix(strings.TrimSpace(body), name+":"); ok {
				return strings.TrimSpace(rest)
			}
		}
	}
	panic(fmt.Sprintf("doc.go of %s: no section \"# Analyzer %s\" that begins \"%s: \"", name, name, name))
}

// URL returns the page of the analyzer name.
func URL(name string) string {
	return "https://pkg.go.dev/github.com/auroravet/auroravet/analyzers/" + name
}
