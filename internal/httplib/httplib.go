// Package httplib knows what the functions of HTTP clients, retry libraries, token
// sources and string builders do, as rows of data: one line a function. It knows no
// values; internal/eval runs the rows.
//
// A row names a function the way go/types does, then an operation, then what each
// operand of the operation is: recv, the index of a parameter, or a fixed text.
package httplib

import (
	"bufio"
	"embed"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"
)

//go:embed rows/*.txt
var files embed.FS

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
}

// Operand is a named operand of a row.
type Operand struct {
	Name string
	// Arg is the index of the argument in a call, the receiver being 0 in a method; -1 for a fixed text.
	Arg  int
	Text string
	// Index is the number as it is written, for operands that number a result.
	Index int
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
func (r *Row) Package() string {
	name := strings.TrimLeft(r.Func, "(*")
	slash := strings.LastIndexByte(name, '/')
	return name[:slash+1+strings.IndexByte(name[slash+1:], '.')]
}

// Method says whether the row is of a method.
func (r *Row) Method() bool { return strings.HasPrefix(r.Func, "(") }

type table struct {
	rows     map[string]*Row
	list     []*Row
	packages map[string]bool
	ignored  map[string]string
}

var load = sync.OnceValue(func() *table {
	t, err := parseAll(files)
	if err != nil {
		panic(err) // a row of the program itself is malformed; a test reads them all
	}
	return t
})

// Lookup returns the row of a function, nil when it has none. Rows of generic functions
// and of methods of generic types hold for all their instances.
func Lookup(name string) *Row { return load().rows[withoutTypeArgs(name)] }

// withoutTypeArgs removes the type arguments or parameters: "(pkg.Executor[R]).Run".
func withoutTypeArgs(name string) string {
	for {
		from := strings.IndexByte(name, '[')
		if from < 0 {
			return name
		}
		to, depth := from, 0
		for ; to < len(name); to++ {
			if name[to] == '[' {
				depth++
			} else if name[to] == ']' {
				if depth--; depth == 0 {
					break
				}
			}
		}
		if to == len(name) {
			return name
		}
		name = name[:from] + name[to+1:]
	}
}

// Knows says whether a package has rows.
func Knows(path string) bool { return load().packages[path] }

// Rows returns all rows in the order of the files.
func Rows() []*Row { return load().list }

// NotModelled returns the functions that are left out on purpose, with the reason.
func NotModelled() map[string]string { return load().ignored }

func parseAll(fsys fs.FS) (*table, error) {
	t := &table{rows: map[string]*Row{}, packages: map[string]bool{}, ignored: map[string]string{}}
	names, err := fs.Glob(fsys, "rows/*.txt")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		f, err := fsys.Open(name)
		if err != nil {
			return nil, err
		}
		p := &parser{table: t, file: name}
		sc := bufio.NewScanner(f)
		for sc.Scan() {
			p.line++
			if err := p.parse(sc.Text()); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, p.line, err)
			}
		}
	}
	return t, nil
}

// parser reads one file of rows.
type parser struct {
	table *table
	file  string
	line  int
	alias string
	paths []string
}

// parse reads a line: a comment, a package line, a skip line or a row.
func (p *parser) parse(line string) error {
	line, _, _ = strings.Cut(line, "#")
	words := strings.Fields(line)
	switch {
	case len(words) == 0:
		return nil
	case words[0] == "package":
		if len(words) < 3 {
			return fmt.Errorf("a package line is: package ALIAS PATH [PATH ...]")
		}
		p.alias, p.paths = words[1], words[2:]
		for _, path := range p.paths {
			p.table.packages[path] = true
		}
		return nil
	case len(words) < 2:
		return fmt.Errorf("a row is: FUNCTION OPERATION [OPERAND=ARG ...]")
	case words[0] == "skip":
		for _, path := range p.paths {
			p.table.ignored[p.expand(words[1], path)] = strings.Join(words[2:], " ")
		}
		return nil
	}
	for _, path := range p.paths {
		row, err := p.row(words, path)
		if err != nil {
			return err
		}
		if p.table.rows[row.Func] != nil {
			return fmt.Errorf("a second row for %s", row.Func)
		}
		p.table.rows[row.Func] = row
		p.table.list = append(p.table.list, row)
	}
	return nil
}

// expand writes the alias of a function name as the package's path.
func (p *parser) expand(name, path string) string {
	prefix := ""
	for strings.HasPrefix(name, "(") || strings.HasPrefix(name, "*") {
		prefix, name = prefix+name[:1], name[1:]
	}
	if rest, ok := strings.CutPrefix(name, p.alias+"."); ok {
		name = path + "." + rest
	}
	return prefix + name
}

func (p *parser) row(words []string, path string) (*Row, error) {
	r := &Row{Func: p.expand(words[0], path), Op: words[1], File: p.file, Line: p.line}
	if !Ops[r.Op] {
		return nil, fmt.Errorf("unknown operation %q", r.Op)
	}
	for _, w := range words[2:] {
		name, arg, ok := strings.Cut(w, "=")
		if !ok {
			return nil, fmt.Errorf("operand %q has no =", w)
		}
		o := Operand{Name: name, Arg: -1, Text: p.expand(arg, path)}
		if n, err := strconv.Atoi(arg); err == nil {
			o.Arg, o.Index = n, n
			if r.Method() {
				o.Arg++
			}
			o.Text = ""
		} else if arg == "recv" {
			o.Arg, o.Text = 0, ""
		}
		r.Operands = append(r.Operands, o)
	}
	return r, nil
}

// Ops are the operations that rows may name.
var Ops = map[string]bool{
	// requests
	"request": true, // makes a request: method url base body ctx header client
	"send":    true, // sends a request: client request, with method url body ctx header of its own; timeout
	"copy":    true, // copies a request or client: of ctx
	"wrap":    true, // makes an object of type as= around an object: of
	// clients
	"client": true, // makes a client: timeout=none|some retries=N of transport options
	"set":    true, // sets property prop of on to value; unit=timeout checks durations
	"option": true, // returns an option that sets prop to value when a client or request is made with it
	"get":    true, // returns property prop of on
	// headers
	"header":  true, // sets header name to value on a request, client or header: on name value mode=add
	"headers": true, // sets all entries of a map: on map
	"unset":   true, // removes a header: on name
	"peek":    true, // reads a header: on name
	// functions that a library calls
	"hook":   true, // calls func with the request before each call (when=call) or attempt (when=attempt): on func
	"repeat": true, // calls func until it succeeds: func; args of the call
	"invoke": true, // calls func once: func
	// contexts
	"background": true, // a context without anything
	"deadline":   true, // a context with a deadline: ctx value
	"derive":     true, // a context like another: ctx
	"detach":     true, // a context without the deadline of another: ctx
	"until":      true, // the deadline of a context: ctx
	"ctxvalue":   true, // a context with a value: ctx key value
	"ctxget":     true, // the value of a context: ctx key
	// strings
	"same":    true,                // the string, reader or writer itself: of
	"alter":   true,                // a string that depends on another: of
	"concat":  true,                // the parts one after the other: a b c d, or join= with sep=
	"format":  true,                // fmt's formats: format args
	"print":   true,                // fmt.Sprint: args
	"write":   true,                // appends to a builder or buffer: on value
	"content": true,                // what was written to a builder or buffer: on
	"upper":   true, "lower": true, // of
	"compare": true, // equality of strings without case: a b
	// URLs
	"parseurl":  true, // of
	"joinurl":   true, // of elems
	"resolve":   true, // of ref
	"urlstring": true, // of
	// values
	"env":    true, // an environment variable or configuration key: name; default
	"fresh":  true, // a new value: kind=uuid|time|random|small|counter
	"digest": true, // a value that stands for its arguments: of
	"encode": true, // value as=json|form
	"enter":  true, // writes value as=json to on
	"first":  true, // the first that is not empty: args
	"error":  true, // an error
	"none":   true, // nothing that matters, and nothing is done to the arguments
	"sleep":  true, // waits
	// what only third-party libraries do
	"function": true, // a function value that has a row: as
	"bind":     true, // makes the variable at on hold what the flag name says
	"merge":    true, // an object with the properties of all of: of and
}
