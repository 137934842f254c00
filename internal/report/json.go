package report

import (
	"encoding/json"
	"io"
)

// json writes the report with a list in every place for one, empty or not.
func (r *Report) json(w io.Writer) error {
	whole := *r
	whole.Scope.Modules, whole.Scope.Patterns, whole.Scope.Flags = list(r.Scope.Modules), list(r.Scope.Patterns), list(r.Scope.Flags)
	whole.LeftOut, whole.Requirements, whole.Checks = list(r.LeftOut), list(r.Requirements), list(r.Checks)
	whole.Findings, whole.Endpoints, whole.Suppressions = list(r.Findings), list(r.Endpoints), list(r.Suppressions)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(&whole)
}

func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
