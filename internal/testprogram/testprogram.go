// Package testprogram builds and runs programs in tests.
package testprogram

import (
	"bytes"
	"errors"
	"flag"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Main runs the tests of a command with the program in the folder of its source, built once: *path
// is where it is. It ends the process.
func Main(m *testing.M, path *string) {
	flag.Parse()
	dir, err := os.MkdirTemp("", "auroravet")
	if err != nil {
		log.Fatal(err)
	}
	*path = filepath.Join(dir, "program.exe")
	if out, err := exec.Command("go", "build", "-buildvcs=false", "-o", *path, ".").CombinedOutput(); err != nil {
		log.Fatalf("go build: %v\n%s", err, out)
	}
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

// Outcome is what a program printed and how it ended.
type Outcome struct {
	Stdout, Stderr string
	Code           int
}

// Run runs a program in dir with more environment. It fails the test when the program does not start.
func Run(tb testing.TB, dir string, env []string, name string, args ...string) Outcome {
	tb.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if exit := new(exec.ExitError); err != nil && !errors.As(err, &exit) {
		tb.Fatal(err)
	}
	return Outcome{stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()}
}

// Tree writes files, by their names below a new folder, which it returns.
func Tree(tb testing.TB, files map[string]string) string {
	tb.Helper()
	dir := tb.TempDir()
	Write(tb, dir, files)
	return dir
}

// Write writes files, by their names below a folder.
func Write(tb testing.TB, dir string, files map[string]string) {
	tb.Helper()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			tb.Fatal(err)
		}
	}
}
