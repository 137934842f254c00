package entities

import (
	"fmt"
	"log"
	"log/slog"
	"strings"
)

// A map that one helper hands to the next.
func record(m map[string]any) { slog.Info("record", "data", m) }

func audit(m map[string]any) { record(m) }

func scrub(m map[string]any) {
	delete(m, "no")
	m["code"] = "***"
}

func scrubbed(m map[string]any) {
	scrub(m)
	record(m)
}

type auditor struct{ sink func(string, map[string]any) }

func newAuditor() *auditor {
	return &auditor{sink: func(what string, m map[string]any) { slog.Info(what, "data", m) }}
}

func (a *auditor) note(what string, m map[string]any) { a.sink(what, m) }

func handed(a *auditor, c Card) {
	audit(map[string]any{"no": c.CardNumber, "brand": c.Brand}) // want `shows the card number`
	audit(map[string]any{"brand": c.Brand})
	scrubbed(map[string]any{"no": c.CardNumber, "brand": c.Brand})
	a.note("card", map[string]any{"code": c.CardNumber}) // want `shows the card number`
	a.note("card", map[string]any{"code": len(c.CardNumber)})
}

// A text that is gathered in a field.
type line struct {
	text strings.Builder
	n    int
}

func (l *line) add(key, value string) *line {
	fmt.Fprintf(&l.text, "%s=%s ", key, value)
	l.n++
	return l
}

func (l *line) flush() { log.Print(l.n, l.text.String()) }

func gathered(c Card) {
	new(line).add("n", c.CardNumber).flush() // want `shows the card number`
	l := &line{}
	l.add("n", c.Brand).add("m", hide(c.CardNumber))
	l.flush()
	l.add("n", c.CardNumber)
	l.flush() // want `l shows the card number`
}
