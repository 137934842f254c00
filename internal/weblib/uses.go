package weblib

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/auroravet/auroravet/internal/rows"
)

// Role is what a function does.
type Role string

// The roles, as the rows write them.
const (
	Header    Role = "header"    // gives the header of the request that argument Arg names
	Origin    Role = "origin"    // gives the host that the request was sent to
	Body      Role = "body"      // gives the body of the request as it came
	Parse     Role = "parse"     // reads the body of the request into argument Arg, or gives a part of it
	Decode    Role = "decode"    // reads text into argument Arg
	Encode    Role = "encode"    // makes text of a value
	Equal     Role = "equal"     // compares in constant time
	Verify    Role = "verify"    // checks the signature in the headers it gets over the body Arg, and its age
	Ageless   Role = "ageless"   // does that without looking at the age
	Compare   Role = "compare"   // compares in a time that depends on the texts
	MAC       Role = "mac"       // makes a code, or what makes one, of a key
	Hash      Role = "hash"      // makes a hash, or what makes one
	Clock     Role = "clock"     // gives the time, or how long it is after argument Arg, or before its argument
	Span      Role = "span"      // gives how long its receiver is after argument Arg
	Order     Role = "order"     // compares times; Arg is the one that is later when it holds
	Keep      Role = "keep"      // keeps a value for others
	Kept      Role = "kept"      // gives what others kept
	Tee       Role = "tee"       // gives argument Arg what is read
	Fan       Role = "fan"       // gives what writes into all that the list Arg holds
	Write     Role = "write"     // writes its other arguments into argument Arg
	Next      Role = "next"      // hands the request to the next handler
	Abort     Role = "abort"     // keeps the next handlers from the request
	File      Role = "file"      // serves or reads the file that argument Arg names
	Entry     Role = "entry"     // serves or reads the file that argument Arg names out of what it is given: a file system, an open file
	Pattern   Role = "pattern"   // has requests for the path At handled by the arguments after it
	Directory Role = "directory" // serves the files below the directory that argument Arg names
)

// Use says what one function is for.
type Use struct {
	Func string // as go/types writes it
	Role Role
	// Arg is the argument of a call, the receiver being 0 in a method; -1 for none.
	Arg int
	// At is the argument with the path of the requests that the function sets an answer for; -1 for none.
	At int
	// Place is the file and line of the row.
	Place string
}

// Method says whether the function has a receiver.
func (u Use) Method() bool { return strings.HasPrefix(u.Func, "(") }

// Param is Arg as an index of the parameters; -1 for none and for the receiver.
func (u Use) Param() int { return u.param(u.Arg) }

// Path is At as an index of the parameters; -1 for none.
func (u Use) Path() int { return u.param(u.At) }

func (u Use) param(arg int) int {
	if u.Method() && arg >= 0 {
		return arg - 1
	}
	return arg
}

// UseOf returns what a function is for by its full name; ok is false when there is no row.
func UseOf(fullName string) (use Use, ok bool) {
	use, ok = uses().funcs[fullName]
	return use, ok
}

// RequestType says whether handlers get a request in values of a type.
func RequestType(typ string) bool { return uses().types["request"][typ] || uses().types["served"][typ] }

// ServedType says whether a type, with its star where handlers get a pointer, is of no use but for requests
// that are served.
func ServedType(typ string) bool { return uses().types["served"][typ] }

// HandlerType says whether a type is one of handlers of requests.
func HandlerType(typ string) bool { return uses().types["handler"][typ] }

// GoesOn says whether the library hands a request in values of a type to the next handler by itself.
func GoesOn(typ string) bool { return uses().types["onward"][typ] }

// MakesHandlers says whether the generic functions of a package make handlers of functions.
func MakesHandlers(path string) bool { return uses().types["maker"][path] }

type useTable struct {
	funcs map[string]Use
	types map[string]map[string]bool // and packages, by the word before them
}

var uses = sync.OnceValue(func() *useTable {
	t := &useTable{map[string]Use{}, map[string]map[string]bool{"request": {}, "served": {}, "handler": {}, "maker": {}, "onward": {}}}
	err := rows.Lines(files, "rows/uses.txt", func(words []string, file string, line int) error {
		return t.add(words, fmt.Sprintf("%s:%d", file, line))
	})
	if err != nil {
		panic(err) // a row of the program itself is malformed; a test reads them all
	}
	return t
})

// add reads the words of one line.
func (t *useTable) add(words []string, place string) error {
	if len(words) < 2 {
		return fmt.Errorf("no role in %q", words)
	}
	if of := t.types[words[0]]; of != nil {
		names, err := rows.Expand(words[1])
		for _, name := range names {
			of[name] = true
		}
		return err
	}
	use := Use{Role: Role(words[1]), Arg: -1, At: -1, Place: place}
	for _, w := range words[2:] {
		name, text, _ := strings.Cut(w, "=")
		to := map[string]*int{"arg": &use.Arg, "at": &use.At}[name]
		arg, err := strconv.Atoi(text)
		if to == nil || err != nil {
			return fmt.Errorf("bad operand %q", w)
		}
		*to = arg
	}
	names, err := rows.Expand(words[0])
	if err != nil {
		return err
	}
	for _, name := range names {
		if _, twice := t.funcs[name]; twice {
			return fmt.Errorf("%s stands twice", name)
		}
		use.Func = name
		t.funcs[name] = use
	}
	return nil
}
