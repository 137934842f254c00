// Package rows reads tables of what the functions of libraries do, which stand in text files
// with one line a function: httplib, loglib and weblib say what the words of a line mean.
package rows

import (
	"fmt"
	"io/fs"
	"strings"
)

// Words splits a line without its comment: a # begins one at the start of a line or after a space.
func Words(line string) []string {
	if i := strings.Index(" "+line, " #"); i >= 0 {
		line = line[:i]
	}
	return strings.Fields(line)
}

// Read hands over the files that match a pattern, in order.
func Read(fsys fs.FS, pattern string, each func(name, text string) error) error {
	names, err := fs.Glob(fsys, pattern)
	if err != nil {
		return err
	}
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		if err := each(name, string(text)); err != nil {
			return err
		}
	}
	return nil
}

// Lines hands over the words of each line that has some, with its file and number. An error that
// each returns is returned with the place before it.
func Lines(fsys fs.FS, pattern string, each func(words []string, file string, line int) error) error {
	return Read(fsys, pattern, func(name, text string) error {
		line := 0
		for l := range strings.Lines(text) {
			line++
			words := Words(l)
			if len(words) == 0 {
				continue
			}
			if err := each(words, name, line); err != nil {
				return fmt.Errorf("%s:%d: %w", name, line, err)
			}
		}
		return nil
	})
}

// Expand writes out the groups of names in braces: "T.{A,B}" stands for T.A and T.B. It refuses
// braces that do not match and an empty name.
func Expand(name string) ([]string, error) {
	head, rest, ok := strings.Cut(name, "{")
	if !ok {
		if strings.Contains(name, "}") {
			return nil, fmt.Errorf("unbalanced braces in %q", name)
		}
		return []string{name}, nil
	}
	group, tail, ok := strings.Cut(rest, "}")
	if !ok || strings.ContainsAny(head, "}") || strings.Contains(group, "{") {
		return nil, fmt.Errorf("unbalanced braces in %q", name)
	}
	var out []string
	for one := range strings.SplitSeq(group, ",") {
		if one == "" {
			return nil, fmt.Errorf("an empty alternative in %q", name)
		}
		names, err := Expand(head + one + tail)
		if err != nil {
			return nil, err
		}
		out = append(out, names...)
	}
	return out, nil
}

// PackageOf returns the import path in the full name of a function or method, as go/types writes it.
func PackageOf(fullName string) string {
	name := fullName
	if strings.HasPrefix(name, "(") {
		name, _, _ = strings.Cut(strings.TrimLeft(name, "(*"), ")")
	}
	name, _, _ = strings.Cut(name, "[")
	return name[:max(strings.LastIndexByte(name, '.'), 0)]
}
