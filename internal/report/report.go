package report

import (
	"fmt"
	"io"
	"maps"
	"slices"
)

// Version is the version of the JSON form. It grows when a field is taken away or changes its meaning.
const Version = 1

// Report is what was looked at and what was found there. Its JSON form is described in docs/golive.md.
type Report struct {
	Version      int           `json:"version"`
	Tool         Tool          `json:"tool"`
	Guide        string        `json:"guide"` // the page of the requirements
	Scope        Scope         `json:"scope"`
	LeftOut      []LeftOut     `json:"leftOut"`
	Requirements []Requirement `json:"requirements"`
	Checks       []Check       `json:"checks"`
	Findings     []Finding     `json:"findings"`
	Endpoints    []Endpoint    `json:"endpoints"`
	Suppressions []Suppression `json:"suppressions"`
}

// Tool is the program that wrote the report.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// Scope is what was looked at.
type Scope struct {
	Modules  []Module `json:"modules"`
	Patterns []string `json:"patterns"`
	Packages int      `json:"packages"` // those that were looked at
	Tests    bool     `json:"tests"`
	Flags    []string `json:"flags"` // those that were given
	// Prefix is the folder, below the root of the repository, that the names of files are relative to.
	Prefix string `json:"prefix"`
}

// Module is a module and where its code comes from.
type Module struct {
	Path string `json:"path"`
	// Revision is empty where there is no version control.
	Revision string `json:"revision,omitempty"`
	Modified bool   `json:"modified,omitempty"` // files differ from the revision
}

// LeftOut is a package that could not be looked at, or a pattern that names none.
type LeftOut struct {
	Package string `json:"package"`
	Place   string `json:"place,omitempty"` // file:line:column of the problem
	Problem string `json:"problem"`
}

// Status is the answer to a requirement.
type Status string

// The answers.
const (
	Fault      Status = "fault"
	Note       Status = "note" // true of the code, and no fault
	NoneFound  Status = "none found"
	NoSubject  Status = "nothing to look at"
	ByHand     Status = "by hand"
	NotRun     Status = "not run"    // flags left its checks out
	Incomplete Status = "incomplete" // none found, but packages were left out
)

// Requirement is a line of the checklist.
type Requirement struct {
	Section    string   `json:"section"`
	Title      string   `json:"title"`
	Checks     []string `json:"checks"`
	Status     Status   `json:"status"`
	Findings   int      `json:"findings"`
	Suppressed int      `json:"suppressed"`       // findings that directives silence
	ByHand     string   `json:"byHand,omitempty"` // what a person has to confirm
}

// Check is a check of the suite.
type Check struct {
	Name    string `json:"name"`
	Summary string `json:"summary"`
	Manual  string `json:"-"` // in the form of Go doc comments
	URL     string `json:"url"`
	Level   Level  `json:"level"`
	Ran     bool   `json:"ran"`
}

// Level is how grave the findings of a check are, in the words of SARIF.
type Level string

// The levels.
const (
	Error   Level = "error"
	Warning Level = "warning"
	Info    Level = "note"
)

// Position is a place in a file, with a slash between folders and a column in bytes.
type Position struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

func (p Position) String() string { return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column) }

// Finding is what a check reports. It quotes no source line, which may hold a secret.
type Finding struct {
	Check string `json:"check"`
	Position
	Message string `json:"message"`
	// Fingerprint stays the same when the finding moves inside its file.
	Fingerprint string `json:"fingerprint"`
	Region      Region `json:"-"`
}

// Region is the extent of a finding, with columns that count UTF-16 code units. The end is zero
// where it is not known.
type Region struct{ StartLine, StartColumn, EndLine, EndColumn int }

// Endpoint is an operation of the API with the calls of it.
type Endpoint struct {
	Method string `json:"method"`
	Path   string `json:"path"`
	// Kind says what a call does, in the words of the provider's endpoint list; "" where that has no such endpoint.
	Kind     string `json:"kind"`
	Mutating string `json:"mutating"` // yes, no or unknown
	Calls    []Call `json:"calls"`
}

// Call is the place of a call and what is known of it.
type Call struct {
	Position
	Function string   `json:"function"`
	Key      string   `json:"key"`
	Wait     string   `json:"wait"`
	Clients  []string `json:"clients"`
}

// Suppression is a directive that silences a check.
type Suppression struct {
	Check string `json:"check"`
	Position
	Reason   string    `json:"reason"`
	Findings []Finding `json:"findings"` // what it silences
}

// writers has the formats.
var writers = map[string]func(*Report, io.Writer) error{
	"text":     (*Report).text,
	"markdown": (*Report).markdown,
	"json":     (*Report).json,
	"html":     (*Report).html,
	"sarif":    (*Report).sarif,
}

// Formats returns the names of the formats.
func Formats() []string { return slices.Sorted(maps.Keys(writers)) }

// Write writes the report in one of the Formats.
func (r *Report) Write(w io.Writer, format string) error {
	write, ok := writers[format]
	if !ok {
		return fmt.Errorf("no format is named %q", format)
	}
	return write(r, w)
}
