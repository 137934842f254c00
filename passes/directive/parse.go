package directive

import (
	"bytes"
	"go/ast"
	"strings"
)

const tool = "auroravet"

// parse reads one comment. ok is false for a comment that is no word to the
// suite; problem says what is wrong with one that tries to be.
func parse(c *ast.Comment) (d ast.Directive, problem string, ok bool) {
	body, isLine := strings.CutPrefix(c.Text, "//")
	if !isLine || !strings.HasPrefix(strings.TrimLeft(body, " \t"), tool+":") {
		return d, "", false
	}
	d, ok = ast.ParseDirective(c.Pos(), c.Text)
	if !ok {
		return d, "a directive begins with //" + tool + ": and a word, and no space stands between them", true
	}
	switch d.Name {
	case "client":
		return d, "", true
	case "ignore":
		names, reason := splitArgs(d.Args)
		switch {
		case len(names) == 0:
			problem = "this directive names no check"
		case reason == "":
			problem = "this directive gives no reason"
		}
		return d, problem, true
	}
	return d, "no directive is named " + tool + ":" + d.Name, true
}

// splitArgs takes "CHECK[,CHECK] reason" apart. A comment inside the comment ends the reason.
func splitArgs(args string) (checks []string, reason string) {
	args, _, _ = strings.Cut(" "+args, " //")
	list, reason, _ := strings.Cut(strings.ReplaceAll(strings.TrimSpace(args), "\t", " "), " ")
	for name := range strings.SplitSeq(list, ",") {
		if name != "" {
			checks = append(checks, name)
		}
	}
	return checks, strings.TrimSpace(reason)
}

// aloneOnLine reports whether only blanks stand before offset on its line.
func aloneOnLine(text []byte, offset int) bool {
	if offset > len(text) {
		return false
	}
	start := bytes.LastIndexByte(text[:offset], '\n') + 1
	return len(bytes.TrimSpace(text[start:offset])) == 0
}
