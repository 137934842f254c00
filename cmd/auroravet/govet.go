package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"log"
	"os"
	"os/exec"
	"slices"
	"strings"
)

// runPatterns looks at the packages and files of a command line through the go
// command, prints what it found, and returns the exit status.
func runPatterns(args []string) int {
	line, err := parse(args)
	if err != nil {
		log.Print(err)
		return 2
	}
	cwd, err := os.Getwd()
	if err != nil {
		log.Print(err)
		return 2
	}
	self, err := os.Executable()
	if err != nil {
		log.Print(err)
		return 2
	}
	status := 0
	var said report
	var trees [][]byte
	for _, u := range units(cwd, line.args, line.tags()) {
		stdout, stderr, code, err := goVet(self, line.flags, u)
		if err != nil {
			log.Print(err)
			return 2
		}
		status = max(status, code)
		said.read(stderr, u, cwd)
		if line.json {
			trees = append(trees, splitJSON(stdout)...)
		} else {
			os.Stdout.Write(stdout)
		}
	}
	slices.SortFunc(trees, bytes.Compare)
	for _, tree := range trees {
		os.Stdout.Write(append(tree, '\n'))
	}
	said.print(os.Stdout)
	said.complain()
	if len(said.errors) > 0 {
		status = max(status, 1)
	}
	return status
}

// tags returns the build tags of the command line.
func (line *commandLine) tags() []string {
	var out []string
	for _, f := range line.flags {
		if list, ok := strings.CutPrefix(f, "-tags="); ok {
			out = strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' })
		}
	}
	return out
}

// goVet runs go vet with this program as its tool.
func goVet(self string, flags []string, u unit) (stdout, stderr []byte, status int, err error) {
	args := slices.Concat([]string{"vet", "-vettool=" + self}, flags, []string{"--"}, u.patterns)
	cmd := exec.Command("go", args...)
	cmd.Dir = u.dir
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err = cmd.Run()
	if exit := new(exec.ExitError); errors.As(err, &exit) {
		return out.Bytes(), errs.Bytes(), max(exit.ExitCode(), 1), nil
	}
	if errors.Is(err, exec.ErrNotFound) {
		err = errors.New("the go command is not in PATH; install Go from https://go.dev/dl, packages are loaded with it")
	}
	return out.Bytes(), errs.Bytes(), 0, err
}

// splitJSON takes the trees apart that go vet -json prints, one a package, with
// a comment line before each. Their order is that in which packages were ready.
func splitJSON(text []byte) [][]byte {
	var clean bytes.Buffer
	for l := range bytes.Lines(text) {
		if !bytes.HasPrefix(l, []byte("#")) {
			clean.Write(l)
		}
	}
	var trees [][]byte
	dec := json.NewDecoder(&clean)
	for {
		var tree json.RawMessage
		if err := dec.Decode(&tree); err != nil {
			if err != io.EOF {
				log.Printf("go vet -json: %v", err)
			}
			return trees
		}
		trees = append(trees, tree)
	}
}
