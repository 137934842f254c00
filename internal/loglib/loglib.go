// Package loglib knows what the functions of logging libraries, encoders, string
// builders and hashes do with what they are given, as rows of data: one line a
// function. It knows no values and no card data; passes/carddata runs the rows.
//
// A row names functions as go/types does, with names in braces for a group, then an
// operation, then its operands: which arguments of the call it works on (the receiver
// of a method is argument 0) and in which style they are shown.
//
//	(*log/slog.Logger).{Debug,Info}  sink  text=1 pairs=2:slog
//
// A line with the word skip says of functions that have no row why not. What packages, types,
// variables and functions are, in a word, stands in lines of its own ([Is], [Within]), what makes and
// sets up loggers and what goes into requests in rows of their own ([Maker], [Sent]).
package loglib

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/auroravet/auroravet/internal/rows"
)

//go:embed rows/*.txt sent/*.txt makers/*.txt kinds/*.txt
var files embed.FS

// Op is what a function does.
type Op string

// The operations.
const (
	Sink   Op = "sink"   // writes a record of a log, a trace or a crash report that shows the operands
	Field  Op = "field"  // makes a field of a record, or adds one to it
	Error  Op = "error"  // makes an error whose text shows the operands
	Carry  Op = "carry"  // the result shows the operands
	Pass   Op = "pass"   // the result is the operand, or reads from it
	Write  Op = "write"  // writes what the operands show to the writer w
	Wrap   Op = "wrap"   // the result writes to the writer w
	Pipe   Op = "pipe"   // the first result reads what is written to the second
	Stdout Op = "stdout" // the result writes to standard output or standard error
	Decode Op = "decode" // fills the operand into from the operand from
	Dump   Op = "dump"   // the result is a request or response, with its body if the operand body says so
	Read   Op = "read"   // the result is the value that an inbound request or a map has under the operand key
	Put    Op = "put"    // writes the operand value, or nothing, under the operand key of the map that is argument 0; the operand sole is the same one where it takes the place of all that is there
	Keep   Op = "keep"   // the result keeps the operand value under the operand key
	Kept   Op = "kept"   // the result is what was kept under the operand key
	Clean  Op = "clean"  // the result does not show what it was made from
	Debug  Op = "debug"  // makes a client, argument 0, print what it sends, when the operand on is true or there is none, or the operand transport does
	Send   Op = "send"   // gives a request of such a client what it sends
	Nolog  Op = "nolog"  // logs nothing that the other rows do not say
	Body   Op = "body"   // puts the operands into the body of a request that the program sends
	Submit Op = "submit" // sends what the parameters of the operation object op write into a request

	Make    Op = "make"    // makes a logger, a handler or an event
	AsJSON  Op = "json"    // makes one that writes JSON
	None    Op = "none"    // makes one that writes nowhere
	Default Op = "default" // gives the logger behind the functions of the package itself
	Set     Op = "set"     // sets up that logger or, of a method, argument 0
	Around  Op = "around"  // makes an option that puts what the operand call returns around the core of a logger
)

// Take is one operand: an argument and how it is shown.
type Take struct {
	// As is the operand's word: text, print, format, pairs, value, values, map, key, attrs, call (a function
	// whose result is shown), template (the data of the template that is argument 0), w, from, into, body, op, transport;
	// of what makes loggers: of, w, options, cores, format, hook.
	As string
	// Arg is the argument of the call.
	Arg int
	// Style is the name of the way of printing, for the words that show any value.
	Style string
}

// Row says what one function does.
type Row struct {
	// Func is the full name, or the path of a package with /* or .* for all of its functions.
	Func  string
	Op    Op
	Takes []Take
	// File and Line are where the row stands.
	File string
	Line int
}

// Get returns the argument of the operand as, or -1.
func (r *Row) Get(as string) int {
	for _, t := range r.Takes {
		if t.As == as {
			return t.Arg
		}
	}
	return -1
}

// Library says whether the row is of a logging library, which a test compares with
// the library's own list of functions, and not of an encoder or a string function.
func (r *Row) Library() bool { return !strings.HasPrefix(r.File, "std-") }

// Lookup returns the row of a function by its full name, or nil.
func Lookup(fullName string) *Row { return table().exact[fullName] }

// OfPackage returns the row of all functions of a package, or nil.
func OfPackage(path string) *Row {
	for _, r := range table().packages {
		if name, ok := strings.CutSuffix(r.Func, "/*"); ok {
			if rest, ok := strings.CutPrefix(path, name); ok && (rest == "" || rest[0] == '/') {
				return r
			}
		} else if name, ok := strings.CutSuffix(r.Func, ".*"); ok && name == path {
			return r
		}
	}
	return nil
}

// Sent returns the row of a function that puts what it is given into the body of a request, or
// nil. These rows stand apart: such a function logs nothing.
func Sent(fullName string) *Row { return sent().exact[fullName] }

// Sends says whether a package has functions with a row of [Sent].
func Sends(path string) bool { return sent().known[path] }

// Maker returns the row of a function that makes or sets up loggers, or nil.
func Maker(fullName string) *Row { return makers().exact[fullName] }

// Makes says whether a package has functions with a row of [Maker].
func Makes(path string) bool { return makers().known[path] }

// MakerRows returns the rows of [Maker], in the order of the files.
func MakerRows() []*Row { return makers().rows }

// SentRows returns the rows of [Sent], in the order of the files.
func SentRows() []*Row { return sent().rows }

// Knows says whether a package of this path has rows.
func Knows(path string) bool { return table().known[path] || OfPackage(path) != nil }

// Rows returns every row of single functions, in the order of the files.
func Rows() []*Row { return table().rows }

// Skip is a line that says of functions that have no row why they need none. Pattern is a name
// as in a row, with * for any run of letters; a row goes before it.
type Skip struct {
	Pattern, Reason string
	File            string
	Line            int
}

// Skips returns the lines about functions without a row, in the order of the files.
func Skips() []Skip { return table().skips }

// Matches says whether the line is about the function of this full name.
func (s Skip) Matches(fullName string) bool {
	pattern, name := s.Pattern, fullName
	if strings.HasPrefix(pattern, "(*") { // a pointer, and no star for letters
		if !strings.HasPrefix(name, "(*") {
			return false
		}
		pattern, name = pattern[2:], name[2:]
	}
	parts := strings.Split(pattern, "*")
	rest, ok := strings.CutPrefix(name, parts[0])
	if len(parts) == 1 {
		return ok && rest == ""
	}
	for _, p := range parts[1 : len(parts)-1] {
		_, after, found := strings.Cut(rest, p)
		ok, rest = ok && found, after
	}
	return ok && strings.HasSuffix(rest, parts[len(parts)-1])
}

type index struct {
	rows     []*Row
	skips    []Skip
	exact    map[string]*Row
	packages []*Row
	known    map[string]bool
}

var (
	table  = sync.OnceValue(func() *index { return read("rows") })
	sent   = sync.OnceValue(func() *index { return read("sent") })
	makers = sync.OnceValue(func() *index { return read("makers") })
)

// read reads the files of a folder.
func read(folder string) *index {
	t := &index{exact: map[string]*Row{}, known: map[string]bool{}}
	err := rows.Lines(files, folder+"/*.txt", func(words []string, file string, line int) error {
		return t.add(words, strings.TrimPrefix(file, folder+"/"), line)
	})
	if err != nil {
		panic(err) // a row of the program itself is malformed; a test reads them all
	}
	return t
}

// add parses the words of one line.
func (t *index) add(words []string, file string, number int) error {
	if len(words) < 2 {
		return fmt.Errorf("no operation in %q", words)
	}
	names, err := rows.Expand(words[0])
	if err != nil {
		return err
	}
	if words[1] == "skip" {
		for _, name := range names {
			t.skips = append(t.skips, Skip{name, strings.Join(words[2:], " "), file, number})
		}
		return nil
	}
	var takes []Take
	for _, w := range words[2:] {
		as, rest, ok := strings.Cut(w, "=")
		arg, style, _ := strings.Cut(rest, ":")
		n, err := strconv.Atoi(arg)
		if !ok || err != nil {
			return fmt.Errorf("bad operand %q", w)
		}
		if style != "" && Styles[style] == nil {
			return fmt.Errorf("unknown style %q", style)
		}
		takes = append(takes, Take{as, n, style})
	}
	for _, name := range names {
		r := &Row{name, Op(words[1]), takes, file, number}
		if strings.HasSuffix(name, "*") {
			t.packages = append(t.packages, r)
			continue
		}
		if old := t.exact[name]; old != nil {
			return fmt.Errorf("%s stands at %s:%d too", name, old.File, old.Line)
		}
		t.exact[name] = r
		t.rows = append(t.rows, r)
		t.known[rows.PackageOf(name)] = true
	}
	return nil
}
