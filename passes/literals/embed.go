package literals

import (
	"bytes"
	"go/ast"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// File is a text file that a variable of the package embeds.
type File struct {
	Var  *ast.Ident
	Name string // relative to the package
	Text string
}

// largest is the size in bytes over which an embedded file is not settings or a page.
const largest = 1 << 20

// Embedded reads the text files that //go:embed puts into the package, in the order of
// the directives and of their names. The go command counts their contents among the
// inputs of the package, so that a cached result never outlives them; pass.ReadFile
// does not know them, hence the file system.
func Embedded(pass *analysis.Pass) []File {
	var out []File
	if !slices.ContainsFunc(pass.Files, Embeds) {
		return nil
	}
	for _, f := range pass.Files {
		if !Embeds(f) {
			continue
		}
		dir := filepath.Dir(pass.Fset.File(f.FileStart).Name())
		for _, group := range f.Comments {
			for _, c := range group.List {
				patterns, ok := strings.CutPrefix(c.Text, "//go:embed ")
				if !ok {
					continue
				}
				if id := declaredAfter(f, c); id != nil {
					for _, p := range splitPatterns(patterns) {
						out = append(out, readPattern(dir, p, id)...)
					}
				}
			}
		}
	}
	return out
}

// Embeds reports whether a source file may embed others.
func Embeds(f *ast.File) bool {
	return slices.ContainsFunc(f.Imports, func(i *ast.ImportSpec) bool { return i.Path.Value == `"embed"` })
}

// declaredAfter returns the variable that a directive stands before.
func declaredAfter(f *ast.File, c *ast.Comment) *ast.Ident {
	for _, d := range f.Decls {
		gd, ok := d.(*ast.GenDecl)
		if !ok || gd.End() < c.Pos() {
			continue
		}
		for _, s := range gd.Specs {
			if vs, ok := s.(*ast.ValueSpec); ok && vs.Names[0].Pos() > c.Pos() {
				return vs.Names[0]
			}
		}
		return nil
	}
	return nil
}

func splitPatterns(s string) []string {
	var out []string
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		if q, err := strconv.QuotedPrefix(s); err == nil {
			p, _ := strconv.Unquote(q)
			out, s = append(out, p), s[len(q):]
			continue
		}
		word, rest, _ := strings.Cut(s, " ")
		out, s = append(out, word), rest
	}
	return out
}

func readPattern(dir, pattern string, id *ast.Ident) []File {
	pattern, all := strings.CutPrefix(pattern, "all:")
	matches, err := filepath.Glob(filepath.Join(dir, filepath.FromSlash(pattern)))
	if err != nil {
		return nil
	}
	var out []File
	for _, m := range matches {
		// The walk ends early only where a folder cannot be read; what was read counts.
		_ = filepath.WalkDir(m, func(name string, d fs.DirEntry, err error) error {
			switch hidden := name != m && strings.ContainsAny(d.Name()[:1], "._") && !all; {
			case err != nil:
				return err
			case d.IsDir() && hidden:
				return fs.SkipDir
			case d.IsDir() || hidden:
				return nil
			}
			if text, ok := readText(name); ok {
				rel, _ := filepath.Rel(dir, name)
				out = append(out, File{id, filepath.ToSlash(rel), text})
			}
			return nil
		})
	}
	return out
}

func readText(name string) (string, bool) {
	info, err := os.Stat(name)
	if err != nil || info.Size() > largest || !info.Mode().IsRegular() {
		return "", false
	}
	b, err := os.ReadFile(name)
	if err != nil || bytes.IndexByte(b, 0) >= 0 {
		return "", false
	}
	return string(b), true
}
