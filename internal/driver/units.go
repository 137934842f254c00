package driver

import (
	"errors"
	"go/build"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Unit is one run of the go command: a folder to run it in and what to name there.
type Unit struct {
	Dir      string
	Patterns []string
}

// units sorts arguments by the module that they are in, so that a folder of a
// nested module, or a commit over several modules, is looked at in its own.
// It is empty when nothing of the arguments is Go code that still exists.
func units(cwd string, args, tags []string) []Unit {
	var out []Unit
	home := ModuleRoot(cwd)
	for _, arg := range args {
		dir, pattern := cwd, arg
		if file, ok := asFile(cwd, arg); ok {
			folder := filepath.Dir(file)
			if !strings.HasSuffix(file, ".go") || !buildable(folder, tags) {
				continue
			}
			dir, pattern = inModule(cwd, home, folder, "")
		} else if build.IsLocalImport(arg) || filepath.IsAbs(arg) {
			folder, rest := splitPattern(cwd, arg)
			dir, pattern = inModule(cwd, home, folder, rest)
		}
		i := slices.IndexFunc(out, func(u Unit) bool { return u.Dir == dir })
		if i < 0 {
			i = len(out)
			out = append(out, Unit{Dir: dir})
		}
		if !slices.Contains(out[i].Patterns, pattern) {
			out[i].Patterns = append(out[i].Patterns, pattern)
		}
	}
	return out
}

// asFile returns the absolute name of arg when it is a file, or was one: a hook
// also names the files that a commit deletes.
func asFile(cwd, arg string) (string, bool) {
	path := arg
	if !filepath.IsAbs(path) {
		path = filepath.Join(cwd, path)
	}
	info, err := os.Stat(path)
	if err != nil {
		return path, strings.HasSuffix(arg, ".go")
	}
	return path, !info.IsDir()
}

// buildable reports whether folder holds a Go file, test or not, that the build takes.
func buildable(folder string, tags []string) bool {
	if _, err := os.Stat(folder); err != nil {
		return false
	}
	ctx := build.Default
	ctx.BuildTags = tags
	pkg, err := ctx.ImportDir(folder, 0)
	if noGo := new(build.NoGoError); errors.As(err, &noGo) {
		return len(pkg.TestGoFiles)+len(pkg.XTestGoFiles) > 0
	}
	return true // also with an error: the go command says it better
}

// splitPattern splits a path pattern into the folder before any "..." and the rest.
func splitPattern(cwd, pattern string) (folder, rest string) {
	folder = filepath.FromSlash(pattern)
	if i := strings.Index(pattern, "..."); i >= 0 {
		slash := strings.LastIndex(pattern[:i], "/")
		folder, rest = filepath.FromSlash(pattern[:slash]), pattern[slash:]
	}
	if !filepath.IsAbs(folder) {
		folder = filepath.Join(cwd, folder)
	}
	return filepath.Clean(folder), rest
}

// inModule returns where to run the go command to look at folder, and its name there.
func inModule(cwd, home, folder, rest string) (dir, pattern string) {
	dir = cwd
	if root := ModuleRoot(folder); root != "" && root != home {
		dir = root
	}
	rel, err := filepath.Rel(dir, folder)
	if err != nil {
		return dir, folder + rest
	}
	rel = filepath.ToSlash(rel)
	if rel != "." && !strings.HasPrefix(rel, "..") {
		rel = "./" + rel
	}
	return dir, rel + rest
}

// ModuleRoot returns the nearest folder at or above dir that has a go.mod, or "".
func ModuleRoot(dir string) string {
	for {
		if info, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil && !info.IsDir() {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return ""
		}
		dir = parent
	}
}
