package aurora

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// Class says what a call of an endpoint does.
type Class uint8

const (
	MovesMoney Class = iota + 1 // moves money or changes the state of funds
	Changes                     // creates, changes or deletes a stored resource
	SideEffect                  // a message, a print, a test call: nothing to do twice
	Read
	Auth // gives a token
)

// String returns what the report calls the class.
func (c Class) String() string {
	return [...]string{"unknown", "moves money", "changes", "side effect", "read", "token"}[c]
}

// RefID says whether the body of an endpoint may carry referenceId.
type RefID uint8

const (
	RefNone     RefID = iota // the field is not documented there
	RefOptional              // also where the documents leave it open
	RefRequired
)

// Endpoint is one operation of the API. Surface is the published version it belongs
// to; Path has {name} where a value stands.
type Endpoint struct {
	Surface, Method, Path string
	Class                 Class
	Ref                   RefID
}

// row is an endpoint with its path split.
type row struct {
	Endpoint
	segments []string // Hole for a parameter
	anyBase  bool     // the path may stand below any other path
	family   bool     // so may this one, because its first segment is the API's own
}

//go:embed endpoints.tsv
var endpointsTSV string

var classLetters = map[string]Class{"M": MovesMoney, "C": Changes, "S": SideEffect, "R": Read, "A": Auth}

var refWords = map[string]RefID{
	"-": RefNone, "none": RefNone, "none listed": RefNone,
	"optional": RefOptional, "optional (max 36)": RefOptional, "yes": RefOptional, "unknown": RefOptional,
	"REQUIRED": RefRequired,
}

// table returns the built-in endpoints, parsed once.
var table = sync.OnceValue(func() []row {
	rows, err := parseTable(endpointsTSV)
	if err != nil {
		panic(err) // the file is part of the program
	}
	return rows
})

// standards are the built-in endpoints that other APIs have too: the token endpoint.
var standards = sync.OnceValue(func() []row {
	return slices.DeleteFunc(slices.Clone(table()), func(r row) bool { return !r.anyBase })
})

// rows returns the endpoints that Endpoint knows.
func (v *Vocabulary) rows() []row {
	if v.replaced[Paths] { // another API
		return standards()
	}
	return table()
}

// parseTable reads surface, method, path, class, referenceId and a note per line, after a heading.
func parseTable(tsv string) ([]row, error) {
	var rows []row
	for i, line := range strings.Split(strings.TrimSuffix(tsv, "\n"), "\n") {
		if i == 0 {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 6 {
			return nil, fmt.Errorf("endpoints.tsv:%d: %d columns, not 6", i+1, len(f))
		}
		class, okClass := classLetters[f[3]]
		ref, okRef := refWords[f[4]]
		known := slices.Contains([]string{"GET", "POST", "PUT", "PATCH", "DELETE"}, f[1])
		if !okClass || !okRef || !known || !strings.HasPrefix(f[2], "/") && !strings.HasPrefix(f[2], "{") {
			return nil, fmt.Errorf("endpoints.tsv:%d: a column holds no known value", i+1)
		}
		rows = append(rows, newRow(Endpoint{f[0], f[1], f[2], class, ref}))
	}
	return rows, nil
}

func newRow(e Endpoint) row {
	p := parsePath(e.Path)
	family := slices.Contains(lists[Paths].builtin, "/"+p.segments[0])
	return row{Endpoint: e, segments: p.segments, anyBase: p.base, family: family}
}

// mutates says whether calls of the endpoint ask for an idempotency key.
func (e Endpoint) mutates() bool { return e.Class == MovesMoney || e.Class == Changes }

// Endpoint returns the operation that method and path name. The path may be a whole
// URL; its query is ignored; Hole and placeholders ({id}, :id, %s) stand for unknown
// text: one segment, or several at either end.
//
// A row that matches letter by letter goes before one that needs a hole to be a
// certain word. Where several rows remain, the last one (the newest surface) is
// returned if all agree on whether they change anything and on whether the body may
// carry referenceId; otherwise nothing is known and the result is false.
func (v *Vocabulary) Endpoint(method, path string) (Endpoint, bool) {
	exact, possible := candidates(v.rows(), method, path)
	if len(exact) == 0 {
		exact = possible
	}
	if len(exact) == 0 {
		return Endpoint{}, false
	}
	last := exact[len(exact)-1]
	for _, e := range exact {
		if e.mutates() != last.mutates() || (e.Ref == RefNone) != (last.Ref == RefNone) {
			return Endpoint{}, false
		}
	}
	return last, true
}

// candidates returns the rows of the method that the path surely names, and those it
// names if its holes stand for the right words.
func candidates(rows []row, method, path string) (exact, possible []Endpoint) {
	method = strings.ToUpper(method)
	p := parsePath(path)
	best := 0
	for _, r := range rows {
		if r.Method != method {
			continue
		}
		switch m := p.match(r); {
		case !m.ok:
		case m.guessed:
			possible = append(possible, r.Endpoint)
		case len(exact) == 0 || m.loose < best:
			exact, best = []Endpoint{r.Endpoint}, m.loose
		case m.loose == best:
			exact = append(exact, r.Endpoint)
		}
	}
	return exact, possible
}

// FamilyPath says whether the path lies under a prefix that only this API has. The
// prefix may follow a base of any length.
func (v *Vocabulary) FamilyPath(path string) bool {
	if !slices.ContainsFunc(v.families, func(f []string) bool { return strings.Contains(path, f[0]) }) {
		return false
	}
	segments := parsePath(path).segments
	if n := len(segments); n > 0 { // "/pay-api" + rest
		segments[n-1] = strings.TrimRight(segments[n-1], Hole)
	}
	return slices.ContainsFunc(v.families, func(f []string) bool {
		for i := 0; i+len(f) <= len(segments); i++ {
			if slices.Equal(segments[i:i+len(f)], f) {
				return true
			}
		}
		return false
	})
}

// ResourcePath says whether the path is that of a /v2 resource of the API, or ends in that of its token
// endpoint. The names are common ones (/v2/customers, /oauth2/token), so this alone is weak evidence.
func (v *Vocabulary) ResourcePath(path string) bool {
	if !strings.Contains(path, "v2/") && !strings.Contains(path, "oauth2/") {
		return false
	}
	p := parsePath(path)
	if slices.ContainsFunc(v.rows(), func(r row) bool {
		n := len(p.segments) - len(r.segments)
		return r.Class == Auth && n >= 0 && slices.Equal(p.segments[n:], r.segments)
	}) {
		return true
	}
	return len(p.segments) > 1 && p.segments[0] == "v2" && slices.ContainsFunc(v.rows(), func(r row) bool {
		return r.segments[0] == "v2" && r.segments[1] == p.segments[1]
	})
}

// Mutating says whether a request with this method and path changes something, so that
// sending it twice does harm. It says no for reads, tokens, receipts, test calls and
// the paths of the flag; it says unknown when the method is not known or when the
// unknown rest of the path may name one of these.
func (v *Vocabulary) Mutating(method, path string) Answer {
	switch strings.ToUpper(method) {
	case "GET", "HEAD", "OPTIONS", "TRACE":
		return No
	case "POST", "PUT", "PATCH", "DELETE":
	default:
		return Unknown
	}
	p := parsePath(path)
	if p.givesToken() || p.oauthHost() && v.Host(p.host) != NotAurora {
		return No
	}
	if len(p.segments) == 0 && !p.base {
		return Unknown
	}
	if exact, possible := candidates(v.exempt, method, path); len(exact) > 0 {
		return No
	} else if len(possible) > 0 {
		return Unknown
	}
	exact, possible := candidates(v.rows(), method, path)
	if len(exact) == 0 {
		if slices.ContainsFunc(possible, v.harmless) {
			return Unknown
		}
		return Yes
	}
	harmless := 0
	for _, e := range exact {
		if v.harmless(e) {
			harmless++
		}
	}
	switch harmless {
	case 0:
		return Yes
	case len(exact):
		return No
	}
	return Unknown
}

// harmless says whether the endpoint needs no key although its method says so. A
// replaced list of read-only paths leaves only the token endpoint.
func (v *Vocabulary) harmless(e Endpoint) bool {
	return e.Class == Auth || !v.replaced[ReadOnly] && !e.mutates()
}
