package main

import (
	"fmt"
	"os"
	"strings"
)

// table is text in columns, in a region of a page that has its name.
type table struct {
	name string
	head []string
	rows [][]string
}

func (t table) markdown() string {
	var b strings.Builder
	line := func(cells []string) { fmt.Fprintf(&b, "| %s |\n", strings.Join(cells, " | ")) }
	line(t.head)
	rule := make([]string, len(t.head))
	for i := range rule {
		rule[i] = "---"
	}
	line(rule)
	for _, r := range t.rows {
		line(r)
	}
	return b.String()
}

// newPage is a page that has no table yet.
const newPage = "# Speed\n\nMeasured by `go run ./bench`, whose documentation says how. All numbers are ratios: 1.10 is a tenth more than the other.\n"

// into puts text into the region of the table in a page, at its end when there is none yet.
func (t table) into(page, text string) error {
	old, err := os.ReadFile(page)
	if os.IsNotExist(err) {
		old = []byte(newPage)
	} else if err != nil {
		return err
	}
	begin, end := "<!-- BEGIN "+t.name+" -->\n", "<!-- END "+t.name+" -->\n"
	before, rest, found := strings.Cut(string(old), begin)
	_, after, closed := strings.Cut(rest, end)
	if found && !closed {
		return fmt.Errorf("%s: the region %s has no end", page, t.name)
	}
	if !found {
		before = strings.TrimRight(before, "\n") + "\n\n"
	}
	return os.WriteFile(page, []byte(before+begin+"\n"+text+"\n"+end+after), 0o666)
}

// times is a ratio as the tables show it.
func times(v float64) string { return fmt.Sprintf("%.2f", v) }
