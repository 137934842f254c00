package e2e

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/auroravet/auroravet/internal/testmodule"
)

// snippet returns the code block of a page below docs that stands behind <!-- test: name -->.
func snippet(t *testing.T, page, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(testmodule.Root(t), filepath.FromSlash(page)))
	if err != nil {
		t.Fatal(err)
	}
	block := regexp.MustCompile("<!-- test: " + regexp.QuoteMeta(name) + " -->\n+```[a-z]*\n((?s:.*?))```\n")
	found := block.FindAllStringSubmatch(string(text), -1)
	if len(found) != 1 {
		t.Fatalf("%s has %d blocks %q", page, len(found), name)
	}
	return found[0][1]
}

// runLines returns the shell lines of a workflow's "run: |" or a job's "script:" list.
func runLines(t *testing.T, page string) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(testmodule.Root(t), filepath.FromSlash(page)))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	in := -1 // the indentation of the key whose lines follow
	for l := range strings.Lines(string(text)) {
		l = strings.TrimRight(l, "\n")
		indent := len(l) - len(strings.TrimLeft(l, " "))
		trimmed := strings.TrimSpace(l)
		if in >= 0 && trimmed != "" && indent <= in {
			in = -1
		}
		switch {
		case in >= 0:
			out = append(out, strings.TrimPrefix(trimmed, "- "))
		case trimmed == "script:" || strings.HasSuffix(trimmed, "run: |"):
			in = indent
		case strings.HasPrefix(strings.TrimPrefix(trimmed, "- "), "run: "):
			_, line, _ := strings.Cut(trimmed, "run: ")
			out = append(out, line)
		}
	}
	if len(out) == 0 {
		t.Fatalf("%s runs nothing", page)
	}
	return out
}
