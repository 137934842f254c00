package driver

import (
	"errors"
	"os/exec"
	"strings"
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
