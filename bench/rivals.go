package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// tool is a command that looks at a module, with its results of before where it keeps any.
type tool struct {
	vettool string // the program, where go vet runs it
	args    []string
	// cache is the variable that names the folder of the tool's results, and of what
	// else it shares with the rest of the round.
	cache string
	// uncached is whether the tool keeps nothing, so that one run a round tells all.
	uncached bool
	codes    []int // the exit statuses of a run that worked
}

// rival is what the suite is measured against, and how the suite runs beside it.
type rival struct {
	name  string
	title string // for the table
	// tools returns the command of the suite, and that of the rival.
	tools func(ctx context.Context, w *workshop) (suite, other tool, err error)
	wall  bool // compare the time on the wall too
}

var rivals = []rival{
	{"noop", "a vet tool that does nothing", besideVet(func(ctx context.Context, w *workshop) (string, error) { return w.build(ctx, "bench/noop") }), false},
	{"vet", "`go vet`", besideVet(vetItself), false},
	{"gosec", "gosec " + gosecVersion, beside(gosec), false},
	{"staticcheck", "staticcheck " + staticcheckVersion, beside(staticcheck), false},
	{"golangci", "golangci-lint with noctx alone (auroravet: with the plugin alone)", golangci, false},
	{"multichecker", "a checker of package patterns that does nothing (auroravet: by its own command)", multichecker, true},
}

func rivalNames() []string {
	var out []string
	for _, r := range rivals {
		out = append(out, r.name)
	}
	return out
}

func chooseRivals(names []string) ([]rival, error) {
	var out []rival
	for _, name := range names {
		i := slices.IndexFunc(rivals, func(r rival) bool { return r.name == name })
		if i < 0 {
			return nil, fmt.Errorf("nothing to measure against is named %q; there are %s", name, strings.Join(rivalNames(), ", "))
		}
		out = append(out, rivals[i])
	}
	return out, nil
}

func vettool(path string) tool { return tool{vettool: path, codes: []int{0, 1}} }

func besideVet(program func(context.Context, *workshop) (string, error)) func(context.Context, *workshop) (tool, tool, error) {
	return beside(func(ctx context.Context, w *workshop) (tool, error) {
		path, err := program(ctx, w)
		return vettool(path), err
	})
}

// beside runs the suite by go vet beside another command.
func beside(other func(context.Context, *workshop) (tool, error)) func(context.Context, *workshop) (tool, tool, error) {
	return func(ctx context.Context, w *workshop) (tool, tool, error) {
		o, err := other(ctx, w)
		return vettool(w.suite), o, err
	}
}

// vetItself is the program behind go vet: a copy of it is one whose results are not known.
func vetItself(ctx context.Context, w *workshop) (string, error) {
	out, err := w.must(ctx, w.root, nil, "go", "tool", "-n", "vet")
	return strings.TrimSpace(out.stdout), err
}

func gosec(ctx context.Context, w *workshop) (tool, error) {
	path, err := w.install(ctx, "github.com/securego/gosec/v2/cmd/gosec", gosecVersion)
	return tool{args: []string{path, "-quiet", "-no-fail", "./..."}, uncached: true, codes: []int{0}}, err
}

func staticcheck(ctx context.Context, w *workshop) (tool, error) {
	path, err := w.install(ctx, "honnef.co/go/tools/cmd/staticcheck", staticcheckVersion)
	return tool{args: []string{path, "./..."}, cache: "STATICCHECK_CACHE", codes: []int{0, 1}}, err
}

// golangci runs one binary with one linter and with another.
func golangci(ctx context.Context, w *workshop) (suite, other tool, err error) {
	path, err := w.build(ctx, "testdata/gcl")
	if err != nil {
		return tool{}, tool{}, err
	}
	config := filepath.Join(w.dir, "golangci.yml")
	text := "version: \"2\"\nlinters:\n  default: none\n  settings:\n    custom:\n      auroravet:\n        type: module\n"
	if err := os.WriteFile(config, []byte(text), 0o666); err != nil {
		return tool{}, tool{}, err
	}
	with := func(linter string) tool {
		return tool{args: []string{path, "run", "--config", config, "--enable-only", linter, "--allow-parallel-runners", "--issues-exit-code=0", "./..."},
			cache: "GOLANGCI_LINT_CACHE", codes: []int{0}}
	}
	return with("auroravet"), with("noctx"), nil
}

func multichecker(ctx context.Context, w *workshop) (suite, other tool, err error) {
	noop, err := w.build(ctx, "bench/noop")
	return tool{args: []string{w.suite, "./..."}, uncached: true, codes: []int{0, 1}},
		tool{args: []string{noop, "./..."}, uncached: true, codes: []int{0}}, err
}
