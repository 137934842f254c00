// Package captured takes a trace in one closure and shows it in the function around it.
package captured

import (
	"net/http"
	"runtime/debug"
)

func guarded(do func() error) (trace string) {
	defer func() {
		if recover() != nil {
			trace = string(debug.Stack())
		}
	}()
	if err := do(); err != nil {
		return ""
	}
	return ""
}

func serve(do func() error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if trace := guarded(do); trace != "" {
			http.Error(w, trace, http.StatusInternalServerError) // want `http.Error shows the customer a stack trace`
		}
	}
}
