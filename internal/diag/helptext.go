package diag

import (
	"fmt"
	"strings"
)

// MustDoc returns the help text of the analyzer name out of content, the text of
// its doc.go: the section headed "# Analyzer name" of the package comment, from
// behind "name: " to the next heading. It panics when there is none, at program start.
// The convention is that of golang.org/x/tools, whose reader of it is internal. No parser is
// asked: the go command starts a vet tool once for every package.
func MustDoc(content, name string) string {
	comment, _, _ := strings.Cut(content, "\npackage ")
	text := strings.ReplaceAll(strings.ReplaceAll("\n"+comment, "\n// ", "\n"), "\n//", "\n")
	for section := range strings.SplitSeq(text, "\n# ") {
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
