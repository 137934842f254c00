package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/auroravet/auroravet/bench/measure"
)

// Versions of what is measured against, from the module proxy.
const (
	gosecVersion       = "v2.30.0"
	staticcheckVersion = "v0.8.2"
)

// workshop builds programs and runs them.
type workshop struct {
	root, dir string // the folder of this project, and one for programs and caches
	suite     string
	compiler  string // a tool that is run to have everything compiled
	fresh     int    // counts the copies of tools
}

// newWorkshop makes the folder; close removes it.
func newWorkshop(ctx context.Context, suite string) (*workshop, error) {
	out, err := exec.CommandContext(ctx, "go", "list", "-m", "-f", "{{.Dir}}").Output()
	if err != nil {
		return nil, fmt.Errorf("go list -m: %w; run this in the source of auroravet", err)
	}
	dir, err := os.MkdirTemp("", "auroravet-bench")
	if err != nil {
		return nil, err
	}
	w := &workshop{root: strings.TrimSpace(string(out)), dir: dir}
	if suite != "" {
		w.suite, err = filepath.Abs(suite)
	} else {
		w.suite, err = w.build(ctx, "cmd/auroravet")
	}
	return w, err
}

func (w *workshop) close() { os.RemoveAll(w.dir) }

// build builds a command of this project, which may be a module of its own.
func (w *workshop) build(ctx context.Context, folder string) (string, error) {
	path := filepath.Join(w.dir, filepath.Base(folder)+".exe")
	_, err := w.must(ctx, w.root, nil, "go", "build", "-C", filepath.Join(w.root, folder), "-o", path, ".")
	return path, err
}

// install installs a command of another module.
func (w *workshop) install(ctx context.Context, pkg, version string) (string, error) {
	_, err := w.must(ctx, w.dir, []string{"GOBIN=" + w.dir}, "go", "install", pkg+"@"+version)
	return filepath.Join(w.dir, filepath.Base(pkg)), err
}

// newFolder makes an empty folder.
func (w *workshop) newFolder() (string, error) { return os.MkdirTemp(w.dir, "") }

// freshCopy returns a copy of a vet tool of which the go command knows no results: it
// knows a tool by its contents, or by its name and the Go version.
func (w *workshop) freshCopy(tool string) (string, error) {
	text, err := os.ReadFile(tool)
	if err != nil {
		return "", err
	}
	w.fresh++
	path := filepath.Join(w.dir, fmt.Sprintf("tool%d-%d.exe", os.Getpid(), w.fresh))
	return path, os.WriteFile(path, fmt.Appendf(text, "\n%s\n%d", path, time.Now().UnixNano()), 0o777)
}

// outcome is what a command did.
type outcome struct {
	cost           measure.Cost
	code           int
	stdout, stderr string
}

// command runs a program; an exit status is no error.
func (w *workshop) command(ctx context.Context, dir string, env []string, name string, args ...string) (outcome, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	var stdout, stderr strings.Builder
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	start := time.Now()
	err := cmd.Run()
	if exit := new(exec.ExitError); err != nil && !errors.As(err, &exit) {
		return outcome{}, err
	}
	if ctx.Err() != nil {
		return outcome{}, ctx.Err()
	}
	cost := measure.Of(cmd.ProcessState)
	cost.Wall = time.Since(start)
	return outcome{cost, cmd.ProcessState.ExitCode(), stdout.String(), stderr.String()}, nil
}

// must is command for a program that has to succeed.
func (w *workshop) must(ctx context.Context, dir string, env []string, name string, args ...string) (outcome, error) {
	out, err := w.command(ctx, dir, env, name, args...)
	if err == nil && out.code != 0 {
		err = fmt.Errorf("%s %s: exit %d\n%s%s", name, strings.Join(args, " "), out.code, out.stdout, out.stderr)
	}
	return out, err
}
