package main

import (
	"cmp"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/report"
)

// modules returns the modules whose packages were looked at.
func (c *collector) modules() []report.Module {
	out := []report.Module{}
	for _, p := range c.asked {
		if p.module == nil || slices.ContainsFunc(out, func(m report.Module) bool { return m.Path == p.module.Path }) {
			continue
		}
		m := report.Module{Path: p.module.Path}
		if m.Revision = git(p.module.Dir, "rev-parse", "HEAD"); m.Revision != "" {
			m.Modified = git(p.module.Dir, "status", "--porcelain", "--untracked-files=no", "--", ".") != ""
		}
		out = append(out, m)
	}
	slices.SortFunc(out, func(a, b report.Module) int { return cmp.Compare(a.Path, b.Path) })
	return out
}

// prefix is the folder that names of files are relative to, as seen from the root of the repository.
func (c *collector) prefix() string {
	return strings.TrimSuffix(filepath.ToSlash(git(c.root(), "rev-parse", "--show-prefix")), "/")
}

// git asks git about the repository that a folder is in. Without git, or a repository, it says nothing.
func git(dir string, args ...string) string {
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_OPTIONAL_LOCKS=0") // it writes nothing
	out, err := cmd.Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}
