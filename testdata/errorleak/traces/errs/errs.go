// Package errs makes an error of a panic, with the trace in it.
package errs

import (
	"fmt"
	"net/http"
	"runtime/debug"
)

func safely(do func()) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("panic: %v\n%s", v, debug.Stack())
		}
	}()
	do()
	return nil
}

func handle(w http.ResponseWriter, r *http.Request) {
	if err := safely(func() { r.FormValue("plan") }); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `http.Error shows the customer a stack trace`
	}
}
