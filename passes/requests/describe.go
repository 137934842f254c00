package requests

import (
	"fmt"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/eval"
)

// String describes the call in one line, as tests and people who look for a lost value read it.
func (c *Call) String() string {
	key := [...]string{"unknown", "set", "some-paths", "clock", "random", "constant", "per-attempt", "empty", "missing"}[c.keyOf(false)]
	var clients []string
	for _, cl := range c.Clients {
		clients = append(clients, map[aurora.Answer]string{aurora.Yes: "bounded", aurora.No: "unbounded"}[cl.Bounded])
	}
	return fmt.Sprintf("%s %s mutating=%v key=%s client=%s deadline=%v", c.Method, c.Path, c.Mutating, key, strings.Join(clients, "|"), c.Deadline)
}

// Explain writes the values behind the description.
func (c *Call) Explain() string {
	var b strings.Builder
	s := c.sent
	for _, fn := range s.Site.Stack() {
		b.WriteString(fn.Name + " > ")
	}
	fmt.Fprintf(&b, "\n url %s\n body %s\n client %s\n ctx %s\n", show(s, s.URL), show(s, s.Content()), show(s, s.Client), show(s, s.Context))
	if s.Header != nil {
		for _, k := range sorted(s.Header.Fields) {
			fmt.Fprintf(&b, " header %s maybe=%v: %s\n", k, s.Header.Maybe[k], show(s, s.Header.Fields[k]))
		}
		fmt.Fprintf(&b, " header open=%v lazy=%v\n", s.Header.Open, s.Header.Lazy != nil)
	}
	return b.String()
}

// show writes a value with the objects that it reaches.
func show(s *eval.Sent, v eval.Value) string {
	if v == nil {
		return "-"
	}
	return s.Show(v, 3)
}
