// Package servelib knows what the functions of the standard library and of web frameworks do
// on the side that serves: which give a header or the body of a request, which serve a file
// or a directory, which compare texts. It is rows of data, one a function.
package servelib

import (
	"bufio"
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

//go:embed rows.txt
var text string

// Role is what a function does.
type Role string

// The roles, as the rows write them.
const (
	Header    Role = "header"    // gives the header of the request that argument Arg names
	Body      Role = "body"      // gives the body of the request as it came
	Parse     Role = "parse"     // reads the body of the request into argument Arg, or gives a part of it
	Decode    Role = "decode"    // reads text into argument Arg
	Encode    Role = "encode"    // makes text of a value
	Equal     Role = "equal"     // compares in constant time
	Compare   Role = "compare"   // compares in a time that depends on the texts
	MAC       Role = "mac"       // makes a code, or what makes one, of a key
	Hash      Role = "hash"      // makes a hash, or what makes one
	Clock     Role = "clock"     // gives the time, or one that depends on it
	Order     Role = "order"     // compares times
	Keep      Role = "keep"      // keeps a value for others
	Kept      Role = "kept"      // gives what others kept
	Tee       Role = "tee"       // gives argument Arg what is read
	Write     Role = "write"     // writes its other arguments into argument Arg
	Next      Role = "next"      // hands the request to the next handler
	Abort     Role = "abort"     // keeps the next handlers from the request
	File      Role = "file"      // serves or reads the file that argument Arg names
	Directory Role = "directory" // serves the files below the directory that argument Arg names
)

// Row says what one function does.
type Row struct {
	Func string // as go/types writes it
	Role Role
	Arg  int // without the receiver, as in a declaration
	Line int
}

// Method says whether the function has a receiver.
func (r Row) Method() bool { return strings.HasPrefix(r.Func, "(") }

// Package returns the import path of the function.
func (r Row) Package() string { return PackageOf(r.Func) }

// PackageOf returns the import path in the full name of a function or method.
func PackageOf(full string) string {
	name := strings.TrimLeft(full, "(*")
	slash := strings.LastIndexByte(name, '/') + 1
	if i := strings.IndexByte(name[slash:], '.'); i >= 0 {
		return name[:slash+i]
	}
	return name
}

var table = sync.OnceValue(func() map[string]Row {
	rows, err := parse(text)
	if err != nil {
		panic(err)
	}
	return rows
})

// Lookup returns the row of a function; ok is false when there is none.
func Lookup(full string) (row Row, ok bool) {
	row, ok = table()[full]
	return row, ok
}

// parse reads lines of a role, an argument or -, and names; {a,b} in a name stands for each.
func parse(text string) (map[string]Row, error) {
	rows := map[string]Row{}
	s := bufio.NewScanner(strings.NewReader(text))
	for line := 1; s.Scan(); line++ {
		fields := strings.Fields(s.Text())
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		if len(fields) < 3 {
			return nil, fmt.Errorf("line %d has no function", line)
		}
		row := Row{Role: Role(fields[0]), Arg: -1, Line: line}
		if fields[1] != "-" {
			arg, err := strconv.Atoi(fields[1])
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", line, err)
			}
			row.Arg = arg
		}
		for _, names := range fields[2:] {
			for _, name := range expand(names) {
				if _, twice := rows[name]; twice {
					return nil, fmt.Errorf("line %d: %s has a row", line, name)
				}
				row.Func = name
				rows[name] = row
			}
		}
	}
	return rows, nil
}

func expand(name string) []string {
	before, rest, ok := strings.Cut(name, "{")
	inner, after, closed := strings.Cut(rest, "}")
	if !ok || !closed {
		return []string{name}
	}
	var out []string
	for _, word := range strings.Split(inner, ",") {
		out = append(out, expand(before+word+after)...)
	}
	return out
}
