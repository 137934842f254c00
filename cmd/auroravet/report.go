package main

import (
	"cmp"
	"fmt"
	"io"
	"log"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/auroravet/auroravet/internal/driver"
	"github.com/auroravet/auroravet/internal/lazyregexp"
)

// report is what a run has found, and what kept it from looking: texts of package checker and
// of the go command, taken apart.
type report struct {
	findings []finding
	errors   []string
}

type finding struct {
	file      string
	line, col int
	text      string // the line that is printed
	context   []string
}

var (
	// trailer is the name of a check that ends every finding, and no compile error.
	trailer = lazyregexp.New(` \(([a-z]+)\)$`)
	// crash begins what the Go runtime prints when a check fails.
	crash = lazyregexp.New(`^(panic|fatal error|runtime): `)
	// excerpt is a source line that -c prints below a finding.
	excerpt = lazyregexp.New(`^\d+\t`)
)

// read adds the output of one run in the form of the go command: findings, headers of
// packages, compile errors, load errors. Of a package that does not compile the
// first error is kept.
func (r *report) read(stderr []byte, u driver.Unit, cwd string) {
	var pkg, broken string // of the header before the line; the last package with an error
	inFinding := false
	for l := range strings.Lines(string(stderr)) {
		l = strings.TrimRight(l, "\r\n")
		if header, ok := strings.CutPrefix(l, "# "); ok {
			pkg, inFinding = driver.HeaderPackage(header), false
			continue
		}
		m := driver.Placed(l)
		switch {
		case inFinding && excerpt().MatchString(l):
			last := &r.findings[len(r.findings)-1]
			last.context = append(last.context, l)
		case m != nil && isFinding(m[4]):
			r.findings = append(r.findings, newFinding(m, u, cwd))
			inFinding = true
		case pkg != "" && pkg == broken:
			// A second error of the same package, or the rest of the first.
		case pkg != "":
			broken, inFinding = pkg, false
			r.errors = append(r.errors, compileError(l, m, pkg, u, cwd))
		case len(r.errors) > 0 && (strings.HasPrefix(l, "\t") || strings.HasSuffix(r.errors[len(r.errors)-1], ":")):
			r.errors[len(r.errors)-1] += " " + strings.TrimSpace(l)
		case l != "" && !strings.HasPrefix(l, "go: downloading "):
			inFinding = false
			r.errors = append(r.errors, strings.TrimPrefix(strings.TrimPrefix(l, "go: "), "auroravet: "))
		}
	}
}

func isFinding(message string) bool {
	m := trailer().FindStringSubmatch(message)
	return m != nil && isCheck(m[1])
}

func newFinding(m []string, u driver.Unit, cwd string) finding {
	f := finding{file: relative(m[1], u, cwd)}
	f.line, _ = strconv.Atoi(m[2])
	f.col, _ = strconv.Atoi(m[3])
	f.text = fmt.Sprintf("%s:%d:%d: %s", f.file, f.line, f.col, m[4])
	return f
}

// relative returns file, as the go command names it when it runs in the folder of u, as seen from cwd.
func relative(file string, u driver.Unit, cwd string) string {
	if !filepath.IsAbs(file) {
		file = filepath.Join(u.Dir, file)
	}
	if rel, err := filepath.Rel(cwd, file); err == nil {
		return rel
	}
	return file
}

// compileError says in one line what the first line below the header of a package means.
func compileError(l string, m []string, pkg string, u driver.Unit, cwd string) string {
	vet := "go vet"
	if u.Dir != cwd {
		vet += " -C " + relative(u.Dir, u, cwd)
	}
	if crash().MatchString(l) {
		return fmt.Sprintf("a check failed on %s: %s; type %q for the trace, and report it", pkg, l, vet+" -vettool=$(which auroravet) "+pkg)
	}
	if m == nil {
		return fmt.Sprintf("%s cannot be looked at: %s; type %q to see whether it compiles", pkg, l, vet+" "+pkg)
	}
	where := relative(m[1], u, cwd) + ":" + m[2]
	if m[3] != "" {
		where += ":" + m[3]
	}
	return fmt.Sprintf("%s does not compile: %s: %s; type %q to see all of it", pkg, where, m[4], vet+" "+pkg)
}

// print writes the findings to out in source order.
func (r *report) print(out io.Writer) {
	slices.SortFunc(r.findings, func(a, b finding) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.line, b.line), cmp.Compare(a.col, b.col), cmp.Compare(a.text, b.text))
	})
	for i, f := range r.findings {
		if i > 0 && f.text == r.findings[i-1].text {
			continue
		}
		fmt.Fprintln(out, f.text)
		for _, l := range f.context {
			fmt.Fprintln(out, l)
		}
	}
}

// complain logs each error once, with what to type about it.
func (r *report) complain() {
	printed := make(map[string]bool)
	for _, e := range r.errors {
		e = strings.TrimPrefix(e, "warning: ")
		if e == "no packages to vet" && len(r.errors) > 1 || printed[e] {
			continue
		}
		printed[e] = true
		log.Print(driver.WithHint(e))
	}
}
