package weblib

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/auroravet/auroravet/internal/rows"
)

// Op is what a function does.
type Op string

// The operations.
const (
	Answer Op = "answer" // writes an answer that shows the operands
	Refuse Op = "refuse" // makes an error whose text the library's own handler writes to the answer
	Writer Op = "writer" // returns what writes to the answer that is argument 0
	Inward Op = "inward" // takes an error that the library keeps to itself
	App    Op = "app"    // makes a server, which may be given a handler for errors
	Bind   Op = "bind"   // has a container give what a function makes as the interfaces that the arguments point to
	Route  Op = "route"  // gives a server handlers, or returns a part of it
)

// Take is an argument that an answer shows, and how.
type Take struct {
	As  string
	Arg int
}

// Row says what one function does.
type Row struct {
	Func  string
	Op    Op
	Takes []Take
	// Place is the file and line of the row.
	Place string
}

// Lookup returns the row of a function by its full name, or nil.
func Lookup(fullName string) *Row { return load().rows[fullName] }

// Rows returns every row, in the order of the files.
func Rows() []*Row { return load().list }

// WriterType says whether an answer is written to the values of a type.
func WriterType(typ string) bool { return load().writers[strings.TrimLeft(typ, "*")] }

// Writers returns the types to which answers are written.
func Writers() map[string]bool { return load().writers }

// ShownField says whether a library writes a field of one of its errors to the answer.
func ShownField(typ, field string) bool {
	return load().fields[strings.TrimLeft(typ, "*")+"."+field]
}

// Collector returns the type of what keeps the errors of handlers in values of a type; "" for other types.
func Collector(typ string) string { return load().collected[typ] }

// Handler says whether functions with a parameter of this type hand the error that they return to a library
// which writes its text to the answer, unless the program has set a handler of its own.
func Handler(param string) bool { return load().handlers[param] }

// Returned says whether functions with a parameter of this type hand the error that they return to a
// library, which may have a handler for them.
func Returned(param string) bool { return load().handlers[param] || load().returned[param] }

// Prepares returns the method that a library runs of values of an interface before it writes them to the
// answer; "" for other types.
func Prepares(iface string) string { return load().prepares[iface] }

// Knows says whether a package has rows.
func Knows(path string) bool { return load().known[path] }

type table struct {
	rows     map[string]*Row
	list     []*Row
	writers  map[string]bool
	fields   map[string]bool
	handlers map[string]bool
	returned map[string]bool
	known    map[string]bool
	// collected are the types of lists of errors, by which what keeps them is found.
	collected map[string]string
	// prepares are the methods that ready a value to be written, by their interface.
	prepares map[string]string
}

var load = sync.OnceValue(func() *table {
	t := &table{map[string]*Row{}, nil, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]string{}, map[string]string{}}
	err := rows.Lines(files, "rows/answers.txt", func(words []string, file string, line int) error {
		return t.add(words, fmt.Sprintf("%s:%d", file, line))
	})
	if err != nil {
		panic(err) // a row of the program itself is malformed; a test reads them all
	}
	return t
})

// add reads the words of one line.
func (t *table) add(words []string, place string) error {
	if len(words) < 2 {
		return fmt.Errorf("no operation in %q", words)
	}
	switch words[0] {
	case "writer":
		t.writers[words[1]] = true
		return nil
	case "field":
		t.fields[words[1]] = true
		return nil
	case "collected":
		if len(words) != 3 {
			return fmt.Errorf("a collected line is: collected TYPE TYPE")
		}
		t.collected[words[1]] = words[2]
		return nil
	case "prepares":
		if len(words) != 3 {
			return fmt.Errorf("a prepares line is: prepares TYPE METHOD")
		}
		t.prepares[words[1]] = words[2]
		return nil
	case "returned":
		t.returned[words[1]] = true
		return nil
	case "handler":
		t.handlers[words[1]] = true
		return nil
	}
	var takes []Take
	for _, w := range words[2:] {
		as, arg, ok := strings.Cut(w, "=")
		n, err := strconv.Atoi(arg)
		if !ok || err != nil {
			return fmt.Errorf("bad operand %q", w)
		}
		takes = append(takes, Take{as, n})
	}
	names, err := rows.Expand(words[0])
	if err != nil {
		return err
	}
	for _, name := range names {
		if t.rows[name] != nil {
			return fmt.Errorf("%s stands twice", name)
		}
		r := &Row{name, Op(words[1]), takes, place}
		t.rows[name], t.list = r, append(t.list, r)
		t.known[rows.PackageOf(name)] = true
	}
	return nil
}
