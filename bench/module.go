package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// module is the code that the tools look at: a copy that can be edited.
type module struct {
	name  string // path and version, or the path alone
	dir   string
	lines int
	file  string // the one that is edited
	text  []byte // of that file, as it was
	edits int
	// rounds are the rounds that came to their end.
	rounds int
}

// openModule copies a module, which is path@version or a folder.
func openModule(ctx context.Context, w *workshop, arg string) (*module, error) {
	m := &module{name: arg}
	source := arg
	if strings.Contains(arg, "@") {
		out, err := w.must(ctx, w.dir, nil, "go", "mod", "download", "-json", arg)
		if err != nil {
			return nil, err
		}
		var got struct{ Dir string }
		if err := json.Unmarshal([]byte(out.stdout), &got); err != nil {
			return nil, err
		}
		source = got.Dir
	} else {
		out, err := w.must(ctx, arg, nil, "go", "list", "-m")
		if err != nil {
			return nil, err
		}
		m.name = strings.TrimSpace(out.stdout)
	}
	var err error
	if m.dir, err = w.newFolder(); err != nil {
		return nil, err
	}
	if m.lines, err = copyModule(m.dir, source); err != nil {
		return nil, err
	}
	return m, m.choose(ctx, w)
}

// copyModule copies a folder, of which the files may not be writable, and counts the lines of Go.
func copyModule(to, from string) (lines int, err error) {
	err = filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		if d.IsDir() {
			if d.Name() == ".git" {
				return fs.SkipDir
			}
			return os.MkdirAll(filepath.Join(to, rel), 0o777)
		}
		if !d.Type().IsRegular() {
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if strings.HasSuffix(path, ".go") {
			lines += bytes.Count(text, []byte("\n"))
		}
		return os.WriteFile(filepath.Join(to, rel), text, 0o666)
	})
	return lines, err
}

// choose takes a file for the edit: the first of a package that is, of all that others of
// the module import, in the middle by the number of those that depend on it.
func (m *module) choose(ctx context.Context, w *workshop) error {
	out, err := w.must(ctx, m.dir, nil, "go", "list", "-json=Dir,ImportPath,GoFiles,Deps", "./...")
	if err != nil {
		return err
	}
	type pkg struct {
		Dir, ImportPath string
		GoFiles, Deps   []string
		users           int
	}
	byPath := make(map[string]*pkg)
	var all []*pkg
	dec := json.NewDecoder(strings.NewReader(out.stdout))
	for {
		p := new(pkg)
		if err := dec.Decode(p); err == io.EOF {
			break
		} else if err != nil {
			return err
		}
		byPath[p.ImportPath] = p
		all = append(all, p)
	}
	for _, p := range all {
		for _, dep := range p.Deps {
			if d := byPath[dep]; d != nil {
				d.users++
			}
		}
	}
	used := slices.DeleteFunc(slices.Clone(all), func(p *pkg) bool { return p.users == 0 || len(p.GoFiles) == 0 })
	if len(used) == 0 { // a module of commands
		used = slices.DeleteFunc(all, func(p *pkg) bool { return len(p.GoFiles) == 0 })
	}
	if len(used) == 0 {
		return fmt.Errorf("%s has no Go code", m.name)
	}
	slices.SortStableFunc(used, func(a, b *pkg) int { return a.users - b.users })
	middle := used[len(used)/2]
	m.file = filepath.Join(middle.Dir, middle.GoFiles[0])
	m.text, err = os.ReadFile(m.file)
	return err
}

// edit gives the file one more function, another one each time, and moves its other lines down, as
// an edit in the middle of a file does: what is compiled of it changes for importers too.
func (m *module) edit() error {
	m.edits++
	text := slices.Concat(bytes.Repeat([]byte("\n"), m.edits), m.text)
	return os.WriteFile(m.file, fmt.Appendf(text, "\nfunc auroravetBench%d() int { return %[1]d }\n", m.edits), 0o666)
}

// compile lets the go command compile all that a vet tool asks for, with a tool that is
// measured nowhere.
func (m *module) compile(ctx context.Context, w *workshop, noop string) error {
	if m.edits == 0 {
		// Unlike go vet, go build says it when the module is not whole.
		if _, err := w.must(ctx, m.dir, nil, "go", "build", "./..."); err != nil {
			return err
		}
	}
	if w.compiler == "" {
		var err error
		if w.compiler, err = w.freshCopy(noop); err != nil {
			return err
		}
	}
	if _, err := w.must(ctx, m.dir, nil, "go", "vet", "-vettool="+w.compiler, "./..."); err != nil {
		return err
	}
	// golangci-lint asks for what imports packages with their tests too, which go vet does not.
	_, err := w.must(ctx, m.dir, nil, "go", "list", "-export", "-test", "-deps", "./...")
	return err
}
