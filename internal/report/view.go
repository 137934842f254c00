package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// This file holds what the forms for people have in common.

// label is a fact about the report with its name.
type label struct{ Name, Text string }

// labels say what was looked at.
func (r *Report) labels() []label {
	var out []label
	for _, m := range r.Scope.Modules {
		out = append(out, label{"Module", m.Path})
		switch {
		case m.Revision == "":
		case m.Modified:
			out = append(out, label{"Revision", m.Revision + ", with changes that are not committed"})
		default:
			out = append(out, label{"Revision", m.Revision})
		}
	}
	tests := "without tests"
	if r.Scope.Tests {
		tests = "with tests"
	}
	flags := "none"
	if len(r.Scope.Flags) > 0 {
		flags = strings.Join(r.Scope.Flags, " ")
	}
	return append(out,
		label{"Packages", fmt.Sprintf("%d, from %s, %s", r.Scope.Packages, strings.Join(r.Scope.Patterns, " "), tests)},
		label{"Flags", flags},
		label{"Tool", r.Tool.Name + " " + r.Tool.Version},
		label{"Guide", r.Guide})
}

// summary says in a sentence what the report says.
func (r *Report) summary() string {
	of := map[Status]int{}
	for _, q := range r.Requirements {
		of[q.Status]++
	}
	levels := map[Level]int{}
	for _, f := range r.Findings {
		levels[r.check(f.Check).Level]++
	}
	parts := []string{"no fault found"}
	switch {
	case r.Scope.Packages == 0:
		parts[0] = "nothing was looked at"
	case of[Fault] > 0:
		parts[0] = count(levels[Error], "fault", "faults") + " against " + count(of[Fault], "requirement", "requirements")
	}
	for _, more := range []struct {
		n    int
		what string
	}{
		{levels[Info], count(levels[Info], "note", "notes")},
		{of[NoneFound], "none found for " + strconv.Itoa(of[NoneFound])},
		{of[NoSubject], "nothing to look at for " + strconv.Itoa(of[NoSubject])},
		{of[NotRun], strconv.Itoa(of[NotRun]) + " not run"},
		{of[Incomplete], strconv.Itoa(of[Incomplete]) + " incomplete"},
		{of[ByHand], strconv.Itoa(of[ByHand]) + " for a person to answer"},
		{len(r.Suppressions), count(len(r.Suppressions), "directive that silences", "directives that silence") + " a check"},
	} {
		if more.n > 0 {
			parts = append(parts, more.what)
		}
	}
	return sentence(strings.Join(parts, ", "))
}

// caution is what a reader must not miss; "" when the report is whole.
func (r *Report) caution() string {
	if len(r.LeftOut) == 0 {
		return ""
	}
	return fmt.Sprintf("This report is not complete: %s could not be looked at. Where nothing was found, a fault may be in what was left out.",
		count(len(r.LeftOut), "package or pattern", "packages or patterns"))
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// Answer is the status with its number.
func (q Requirement) Answer() string {
	text := string(q.Status)
	if q.Findings > 0 {
		text = fmt.Sprintf("%s (%d)", q.Status, q.Findings)
	}
	if q.Suppressed > 0 {
		text += fmt.Sprintf(", %d silenced", q.Suppressed)
	}
	return text
}

// Confirm is what is left for a person, as a sentence; "" for nothing.
func (q Requirement) Confirm() string {
	switch {
	case q.ByHand == "":
		return ""
	case len(q.Checks) == 0:
		return "To confirm: " + q.ByHand + "."
	}
	return "Left to confirm: " + q.ByHand + "."
}

// section is a part of the guide.
type section struct {
	Name         string
	Requirements []Requirement
}

func (r *Report) sections() []section {
	var out []section
	for _, q := range r.Requirements {
		if len(out) == 0 || out[len(out)-1].Name != q.Section {
			out = append(out, section{Name: q.Section})
		}
		s := &out[len(out)-1]
		s.Requirements = append(s.Requirements, q)
	}
	return out
}

// found is a check with its findings.
type found struct {
	Check
	Findings []Finding
}

// byCheck returns the findings by check, in the order of the suite.
func (r *Report) byCheck() []found {
	var out []found
	for _, c := range r.Checks {
		var of []Finding
		for _, f := range r.Findings {
			if f.Check == c.Name {
				of = append(of, f)
			}
		}
		if of != nil {
			out = append(out, found{c, of})
		}
	}
	return out
}

func (r *Report) check(name string) Check {
	i := slices.IndexFunc(r.Checks, func(c Check) bool { return c.Name == name })
	if i < 0 {
		return Check{Name: name, Level: Error}
	}
	return r.Checks[i]
}

// Name is the operation as a request line begins.
func (e Endpoint) Name() string { return e.Method + " " + e.Path }

// By names the clients of a call.
func (c Call) By() string {
	if len(c.Clients) == 0 {
		return "not known"
	}
	return strings.Join(c.Clients, " or ")
}

// What says what a directive silences.
func (s Suppression) What() string {
	if len(s.Findings) == 0 {
		return "nothing"
	}
	var out []string
	for _, f := range s.Findings {
		out = append(out, f.Message)
	}
	return strings.Join(out, "; also ")
}

// The titles and introductions of the parts, and what stands there when a part is empty.
const (
	title         = "Go-live report"
	checklistHead = "Checklist"
	checklistText = "The requirements of Aurora's Production Go-Live Guide, in its order. \"None found\" says that the check named there found no fault in the code in view, not that there is none."
	findingsHead  = "Findings"
	findingsNone  = "No check reports anything."
	endpointsHead = "Calls of the API"
	endpointsText = "Each request to the API that the code shows, with its idempotency key and what ends the wait for its answer."
	endpointsNone = "No call of the API is in view."
	silencedHead  = "Silenced findings"
	silencedText  = "Directives in the code that keep a check from reporting on a line, with the reason given there."
	silencedNone  = "No directive silences a check."
	leftOutHead   = "Left out"
)
