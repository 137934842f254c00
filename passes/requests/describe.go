package requests

import (
	"fmt"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/eval"
)

// String describes the call in one line, as tests and people who look for a lost value read it.
func (c *Call) String() string {
	key := [...]string{"unknown", "set", "some-paths", "clock", "random", "constant", "per-attempt", "empty", "missing"}[c.keyOf(false)]
	var clients []string
	for _, cl := range c.Clients {
		clients = append(clients, map[aurora.Answer]string{aurora.Yes: "bounded", aurora.No: "unbounded", aurora.Unknown: "unknown"}[cl.Bounded])
	}
	return fmt.Sprintf("%s %s mutating=%v key=%s client=%s deadline=%v attempts=%s",
		c.Method, c.Path, c.Mutating, key, strings.Join(clients, "|"), c.Deadline, c.attempts())
}

// What names the call by its method and path, or as requests when neither is known.
func (c *Call) What() string {
	if c.Method == unknownPart && c.Path == unknownPart {
		return "requests"
	}
	return c.Method + " " + c.Path
}

// unknownPart stands for what is not known of a method or path.
const unknownPart = "…"

// written returns a pattern as messages show it: holes side by side are one, and secrets are left out.
func written(pattern string) string {
	pattern = withoutSecrets(pattern)
	s := strings.ReplaceAll(pattern, aurora.Hole, unknownPart)
	for strings.Contains(s, unknownPart+unknownPart) {
		s = strings.ReplaceAll(s, unknownPart+unknownPart, unknownPart)
	}
	return s
}

// withoutSecrets takes the user out of an address, and the values of queries that have a secret's name.
func withoutSecrets(pattern string) string {
	if scheme, rest, ok := strings.Cut(pattern, "://"); ok {
		end := strings.IndexAny(rest+"/", "/?#")
		pattern = scheme + "://" + rest[strings.LastIndexByte(rest[:end], '@')+1:]
	}
	address, query, ok := strings.Cut(pattern, "?")
	if !ok {
		return pattern
	}
	params := strings.Split(query, "&")
	for i, p := range params {
		if name, _, ok := strings.Cut(p, "="); ok && aurora.SecretName(name) != aurora.NotSecret {
			params[i] = name + "=" + aurora.Hole
		}
	}
	return address + "?" + strings.Join(params, "&")
}

// attempts names what may send the request more than once.
func (c *Call) attempts() string {
	var out []string
	for _, t := range c.sent.Turns {
		kind := "loop"
		switch {
		case t.Loop.Library:
			kind = "library"
		case t.Loop.Recursion:
			kind = "recursion"
		case t.Loop.Items:
			kind = "items"
		}
		if !slices.Contains(out, kind) {
			out = append(out, kind)
		}
	}
	if out == nil {
		return "once"
	}
	return strings.Join(out, "+")
}

// Explain writes the values behind the description.
func (c *Call) Explain() string {
	var b strings.Builder
	s := c.sent
	for _, fn := range s.Site.Stack() {
		b.WriteString(fn.Name + " > ")
	}
	fmt.Fprintf(&b, "\n url %s\n body %s\n client %s\n ctx %s\n", show(s, s.URL), show(s, s.Content()), show(s, s.Client), show(s, s.Context))
	if sym, ok := s.Client.(*eval.Sym); ok {
		w, heap := c.an.store.Lookup(sym)
		s.State.Adopt(w, heap)
		fmt.Fprintf(&b, " client is %s\n", show(s, w))
	}
	if s.Header != nil {
		for _, k := range sorted(s.Header.Fields) {
			fmt.Fprintf(&b, " header %s maybe=%v: %s\n", k, s.Header.Maybe[k], show(s, s.Header.Fields[k]))
		}
		for _, t := range s.Turns {
			fmt.Fprintf(&b, " turn %p %d items=%v\n", t.Loop, t.Nth, t.Loop.Items)
		}
		for _, l := range leavesOf(a1(s), nil, 0) {
			for _, t := range l.Turns {
				fmt.Fprintf(&b, "   leaf %s turn %p %d\n", l.Name, t.Loop, t.Nth)
			}
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

func a1(s *eval.Sent) eval.Value { return s.Header.Fields["Idempotency-Key"] }
