// Package httplib knows what the functions of HTTP clients, retry libraries, token
// sources and string builders do, as rows of data: one line a function. It knows no
// values; internal/eval runs the rows.
//
// A row names a function the way go/types does, then an operation, then what each
// operand of the operation is: recv, the index of a parameter, or a fixed text.
package httplib

import (
	"embed"
	"path"
	"strings"
	"sync"

	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/rows"
)

//go:embed rows/*.txt credentials/*.txt
var files embed.FS

const rowFiles = "rows/*.txt"

// Row says what one function does.
type Row struct {
	// Func is the full name: "net/http.NewRequest", "(*net/http.Client).Do", "(net/http.RoundTripper).RoundTrip".
	Func string
	// Op is the operation, a word of Ops.
	Op string
	// Operands are what the operation works on, by name.
	Operands []Operand
	// File and Line are where the row stands.
	File string
	Line int
	pkg  string
}

// Operand is a named operand of a row.
type Operand struct {
	Name string
	// Arg is the index of the argument in a call, the receiver being 0 in a method; -1 for a fixed text.
	Arg  int
	Text string
	// Index is the number as it is written, for operands that number a result.
	Index int
	// First says that the argument is a variadic list of which the first is meant: "0...".
	First bool
}

// AsksError says whether a function asks what an error is or was made of.
func AsksError(name string) bool {
	r := Lookup(name)
	return r != nil && (r.Op == "iserror" || r.Op == "aserror")
}

// Get returns an operand by its name.
func (r *Row) Get(name string) (Operand, bool) {
	for _, o := range r.Operands {
		if o.Name == name {
			return o, true
		}
	}
	return Operand{}, false
}

// Text returns the fixed text of an operand, or "".
func (r *Row) Text(name string) string {
	o, _ := r.Get(name)
	return o.Text
}

// Package returns the import path of the function's package.
func (r *Row) Package() string { return r.pkg }

// Method says whether the row is of a method.
func (r *Row) Method() bool { return strings.HasPrefix(r.Func, "(") }

type table struct {
	rows map[string]*Row
	// patterns are the rows whose names have a *, by package or receiver.
	patterns map[string][]*Row
	list     []*Row
	// clients are the types with a method that sends requests, or makes some that go through its value.
	clients map[string]bool
	// fields are the fields of a type that are a property under another name.
	fields map[string]map[string]string
	// constants are the package variables that nobody sets.
	constants map[string]bool
	// types are the lines on types, by full name.
	types   map[string]Type
	skipped []Skip
}

// Skip is a function, or a pattern of functions, that has no row on purpose.
type Skip struct{ Func, Package, Reason string }

var load = sync.OnceValue(func() *table {
	t, err := parseAll(files)
	if err != nil {
		panic(err) // a row of the program itself is malformed; a test reads them all
	}
	return t
})

// paths are the import paths on the package lines: most packages import none of them, and the rows
// are not read for these.
var paths = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	err := rows.Read(files, rowFiles, func(_, text string) error {
		for line := range strings.Lines(text) {
			if strings.HasPrefix(line, "package ") {
				for _, path := range rows.Words(line)[2:] {
					out[path] = true
				}
			}
		}
		return nil
	})
	if err != nil {
		panic(err)
	}
	return out
})

// Lookup returns the row of a function, nil when it has none. Rows of generic functions
// and of methods of generic types hold for all their instances.
func Lookup(name string) *Row { return load().lookupName(name) }

func (t *table) lookupName(name string) *Row { return t.lookup(ir.PlainName(name)) }

func (t *table) lookup(name string) *Row {
	if r := t.rows[name]; r != nil {
		return r
	}
	owner, base := split(name)
	if len(t.patterns[owner]) == 0 || t.skips(owner, base) {
		return nil
	}
	for _, r := range t.patterns[owner] {
		if _, pattern := split(r.Func); matches(pattern, base) {
			return r
		}
	}
	return nil
}

func (t *table) skips(owner, base string) bool {
	for _, s := range t.skipped {
		if o, pattern := split(s.Func); o == owner && matches(pattern, base) {
			return true
		}
	}
	return false
}

// split splits a full name after its package or receiver: "(*a/b.T)." and "Do".
func split(name string) (owner, base string) {
	i := strings.LastIndexByte(name, '.') + 1
	return name[:i], name[i:]
}

// matches says whether a name has the form of a pattern, in which * stands for any run of letters.
func matches(pattern, name string) bool {
	ok, _ := path.Match(pattern, name)
	return ok
}

// Knows says whether a package has rows.
func Knows(path string) bool { return paths()[path] }

// Client says whether the values of a type, or what they point to, are clients that
// requests go through. An interface that clients satisfy is none: it can hold any of them.
func Client(typ string) bool { return load().clients["*"+strings.TrimLeft(typ, "*")] }

// Asks returns the methods by which a client of a type makes a request and sends it with GET, as
// "(*pkg.Client).R" and "(*pkg.Request).Get"; ok is false for a type whose requests come about in another way.
func Asks(typ string) (request, send string, ok bool) {
	for _, r := range load().list {
		recv, _ := split(r.Func)
		switch {
		case r.Op == "request" && len(r.Operands) == 1 && recv == "(*"+strings.TrimLeft(typ, "*")+")." && request == "":
			request = r.Func
		case request != "" && r.Op == "send" && r.pkg == load().rows[request].pkg && r.Text("method") == "GET":
			if o, is := r.Get("request"); is && o.Arg == 0 && r.Method() {
				return request, r.Func, true
			}
		}
	}
	return "", "", false
}

// Self is the property that is the object itself: what a client embeds and is one with.
const Self = "self"

// Field returns the property that a field of a type is: most have the field's own name.
func Field(typ, name string) string {
	if prop, ok := load().fields[typ][name]; ok {
		return prop
	}
	return name
}

// Type says what the values of a type are.
type Type struct {
	Token  bool // tokens that an authorization server has given
	Struct bool // clients whose zero value sends requests
	Reply  bool // answers that are given to what sends a request, to be filled in
	// Open says that the values have properties of their own that are not known.
	Open bool
	// Props are the properties that a value has by itself.
	Props map[string]string
}

// TypeOf returns what is known of a type by its full name, without the star of a pointer.
func TypeOf(name string) Type { return load().types[name] }

// Constant says whether a package variable always has the one value that its library gives it.
func Constant(name string) bool { return load().constants[name] }

// Rows returns all rows in the order of the files.
func Rows() []*Row { return load().list }

// Skips returns the functions that are left out on purpose: what they are given counts
// as changed by code that is not in view.
func Skips() []Skip { return load().skipped }
