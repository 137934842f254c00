package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"slices"

	"github.com/auroravet/auroravet/internal/driver"
)

// mend has the go command apply fixes in the packages of a unit, which package checker does for
// nobody else, and adds what is left to report.
func (line *commandLine) mend(u driver.Unit, cwd string, said *report) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	stdout, stderr, err := goVet(self, line.Given, u)
	os.Stdout.Write(stdout)
	said.read(stderr, u, cwd)
	return err
}

// goVet runs go vet with this program as its tool.
func goVet(self string, flags []string, u driver.Unit) (stdout, stderr []byte, err error) {
	args := slices.Concat([]string{"vet", "-vettool=" + self}, flags, []string{"--"}, u.Patterns)
	cmd := exec.Command("go", args...)
	cmd.Dir = u.Dir
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err = cmd.Run()
	if exit := new(exec.ExitError); errors.As(err, &exit) {
		err = nil
	}
	return out.Bytes(), errs.Bytes(), err
}
