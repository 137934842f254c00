package driver

import (
	"errors"
	"os/exec"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/auroravet/auroravet/internal/lazyregexp"
)

// GoSaid returns what the go command said when it refused to load packages, "" for another error.
func GoSaid(err error) string {
	_, text, _ := strings.Cut(err.Error(), "stderr: ") // behind words of package packages
	return strings.TrimSpace(text)
}

// NoGo puts the error that the go command is not there into words.
func NoGo(err error) error {
	if strings.Contains(err.Error(), exec.ErrNotFound.Error()) {
		return errors.New("the go command is not in PATH; install Go from https://go.dev/dl, packages are loaded with it")
	}
	return err
}

var position = lazyregexp.New(`^(?:vet: )?(.+?):(\d+)(?::(\d+))?: (.*)$`)

// Placed takes a line "file:line:column: text" apart, of which the column may be missing; nil for another line.
func Placed(line string) (parts []string) { return position().FindStringSubmatch(line) }

// HeaderPackage returns the package of a header line, behind its "# ": "pkg [pkg.test]" or "[pkg]".
func HeaderPackage(header string) string {
	name, _, _ := strings.Cut(strings.Trim(header, "[]"), " ")
	return name
}

// Told returns the package that an error is about, where it lies ("" when that is not known) and what
// is wrong, in one line that ends in what to type. An error of the go command may hold what the
// compiler says of a package, with the package above and further errors below.
func (e Error) Told() (pkg, place, text string) {
	pkg = e.Package
	if e.Pos != "" && e.Pos != "-" {
		place = e.Pos
	}
	lines := strings.Split(strings.TrimSpace(e.Msg), "\n")
	if header, ok := strings.CutPrefix(lines[0], "# "); ok && len(lines) > 1 {
		pkg, lines = HeaderPackage(header), lines[1:]
		if m := Placed(lines[0]); m != nil {
			place, lines[0] = strings.TrimSuffix(m[1]+":"+m[2]+":"+m[3], ":"), m[4]
			return pkg, place, "it does not compile: " + m[4] + "; type \"go vet " + pkg + "\" to see all of it"
		}
	}
	text = strings.Join(strings.Fields(strings.Join(lines, " ")), " ")
	if e.Kind == packages.TypeError || e.Kind == packages.ParseError {
		return pkg, place, "it does not compile: " + text + "; type \"go vet " + pkg + "\" to see all of it"
	}
	return pkg, place, WithHint(text)
}

// hints say what to type after an error of the go command that does not say it itself; the first that fits.
var hints = []struct{ says, hint string }{
	{"directory not found", `type "go list ./..." for the packages that there are`},
	{"no such file or directory", `type "go list ./..." for the packages that there are`},
	{"no Go files in", `type "go list ./..." for the packages that there are`},
	{"matched no packages", `type "go list ./..." for the packages that there are`},
	{"is not in std", `a folder is typed with ./ before it`},
	{"go get ", ""},
	{"go mod ", ""},
	{"does not contain main module", `type "go mod init" where there is no go.mod, or go to the folder that has one`},
	{"", `type "go build ./..." to see it from the go command alone`},
}

// WithHint adds what to type about an error of the go command.
func WithHint(text string) string {
	for _, h := range hints {
		if strings.Contains(text, h.says) && !strings.Contains(text, "; ") {
			return strings.TrimSuffix(text+"; "+h.hint, "; ")
		}
	}
	return text
}
