package loglib

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/auroravet/auroravet/internal/rows"
)

// Kind is what a package, type, field, variable or function is.
type Kind string

// The kinds, as the lines write them.
const (
	Observes  Kind = "observes"  // a package whose functions log, trace, count or wait: they leave what they are given as it is
	Waits     Kind = "waits"     // one of these that makes its caller wait
	People    Kind = "people"    // a package that takes text for people alone
	Chained   Kind = "chained"   // a package whose records are made field by field, by the logger that sends them
	Hooked    Kind = "hooked"    // a package that sends all of its records through the hook that it is started with
	Part      Kind = "part"      // a type whose methods give parts of a request
	FieldType Kind = "field"     // the type of a field of a record
	Record    Kind = "record"    // the type of what a handler or hook of a library is given
	Shown     Kind = "shown"     // a field of a struct that a record shows
	Output    Kind = "output"    // a variable that holds standard output or standard error
	Nowhere   Kind = "nowhere"   // a variable that holds a writer or handler that drops what it gets
	Logger    Kind = "logger"    // the type of loggers that their fields and methods set up
	Format    Kind = "format"    // a field of such a logger that holds what formats its records
	InJSON    Kind = "json"      // the type of formatters that write JSON
	Rewrites  Kind = "rewrites"  // a field of options that holds a function which may change a record
	Handles   Kind = "handles"   // a method of an interface that is given each record before it is written
	Ends      Kind = "ends"      // a function that ends the process or the goroutine
	Validates Kind = "validates" // a function that has the structs it is given validated
	Refused   Kind = "refused"   // a method that gives the value that a validator refused
)

// Is says whether what has a full name, as go/types writes it, is of a kind.
func Is(name string, kind Kind) bool { return kinds()[kind][name] }

// Within says whether a package, by its path, is of a kind or below one that is.
func Within(path string, kind Kind) bool {
	of := kinds()[kind]
	for at := len(path); at > 0; at = strings.LastIndexByte(path[:at], '/') {
		if of[path[:at]] {
			return true
		}
	}
	return false
}

// Handlers returns the names of the methods that are [Handles], in order.
var Handlers = sync.OnceValue(func() []string {
	var out []string
	for name := range kinds()[Handles] {
		out = append(out, name[strings.LastIndexByte(name, '.')+1:])
	}
	slices.Sort(out)
	return slices.Compact(out)
})

var kinds = sync.OnceValue(func() map[Kind]map[string]bool {
	out := map[Kind]map[string]bool{}
	for _, k := range []Kind{Observes, Waits, People, Chained, Hooked, Part, FieldType, Record, Shown, Output, Nowhere, Logger, Format, InJSON, Rewrites, Handles, Ends, Validates, Refused} {
		out[k] = map[string]bool{}
	}
	err := rows.Lines(files, "kinds/*.txt", func(words []string, _ string, _ int) error {
		names, err := rows.Expand(words[0])
		if err != nil {
			return err
		}
		for _, w := range words[1:] {
			of := out[Kind(w)]
			if of == nil {
				return fmt.Errorf("%q is no kind", w)
			}
			for _, name := range names {
				of[name] = true
			}
		}
		return nil
	})
	if err != nil {
		panic(err) // a line of the program itself is malformed; a test reads them all
	}
	return out
})
