// Package lent hands a trace to a function that it is given.
package lent

import (
	"io"
	"net/http"
	"runtime/debug"
)

func recovering(do func(), report func(trace []byte)) {
	defer func() {
		if recover() != nil {
			report(debug.Stack())
		}
	}()
	do()
}

func handle(w http.ResponseWriter, r *http.Request) {
	recovering(func() { r.FormValue("plan") }, func(trace []byte) {
		io.WriteString(w, string(trace)) // want `io.WriteString shows the customer a stack trace`
	})
}

func direct(report func(trace []byte)) { report(debug.Stack()) }

func handleDirect(w http.ResponseWriter, r *http.Request) {
	direct(func(trace []byte) {
		io.WriteString(w, string(trace)) // want `io.WriteString shows the customer a stack trace`
	})
}

func later(report func(trace string)) { defer func() { report(string(debug.Stack())) }() }

func handleLater(w http.ResponseWriter, r *http.Request) {
	later(func(trace string) {
		io.WriteString(w, trace) // want `io.WriteString shows the customer a stack trace`
	})
}
