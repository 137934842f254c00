package diag

import (
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/passes/directive"
)

// removal returns the fix that takes a directive out that silences nothing, with the
// line when it stands alone on one. There is none for a directive of several checks:
// another one of them may need it.
func (r *Reporter) removal(ignore *directive.Ignore) []analysis.SuggestedFix {
	for _, other := range r.directives.Ignores {
		if other != ignore && other.Comment == ignore.Comment {
			return nil
		}
	}
	file := r.pass.Fset.File(ignore.Comment.Pos())
	src, err := directive.ReadFile(r.pass, file.Name())
	start, end := file.Offset(ignore.Comment.Pos()), file.Offset(ignore.Comment.End())
	if err != nil || end > len(src) {
		return nil
	}
	for start > 0 && (src[start-1] == ' ' || src[start-1] == '\t') {
		start--
	}
	if (start == 0 || src[start-1] == '\n') && end < len(src) && src[end] == '\n' {
		end++
	}
	return []analysis.SuggestedFix{{
		Message:   "remove the directive",
		TextEdits: []analysis.TextEdit{{Pos: token.Pos(file.Base() + start), End: token.Pos(file.Base() + end)}},
	}}
}
