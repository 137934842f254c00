package eval

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/loglib"
	"github.com/auroravet/auroravet/internal/rows"
)

// This file holds the waits of a trial.

// Wait is a pause that a trial makes.
type Wait struct {
	// For is how long it is; nil when nobody knows.
	For   Value
	Site  Site
	Turns []Turn
}

// pause notes a wait.
func (m *Machine) pause(c site, d Value) {
	if m.trial != nil {
		m.Waits = append(m.Waits, Wait{d, Site{Frame: c.f, Pos: c.x.Pos, Instr: c.x}, c.f.running()})
	}
}

// waitWords are words in the names of functions that may wait.
var waitWords = []string{"sleep", "wait", "backoff", "delay", "pause", "after", "throttle", "take", "acquire", "limit"}

// mayPause notes the call of a function out of view that may wait, by its name or by a duration
// that it is given.
func (m *Machine) mayPause(c site, name string, args []Value) {
	if m.trial == nil || name == "" {
		return
	}
	base := strings.ToLower(name[strings.LastIndexByte(name, '.')+1:])
	if strings.HasPrefix(strings.TrimLeft(name, "(*"), "time.") || observes(name) && !loglib.Within(rows.PackageOf(name), loglib.Waits) {
		return
	}
	long := slices.ContainsFunc(args, func(v Value) bool { return isDuration(v) })
	switch {
	case len(args) > 0 && strings.Contains(base, "sleep"):
		m.pause(c, args[len(args)-1])
	case long || slices.ContainsFunc(waitWords, func(w string) bool { return strings.Contains(base, w) }):
		m.pause(c, nil)
	}
}

func isDuration(v Value) bool {
	switch v := v.(type) {
	case *Sym:
		return v.Type == "time.Duration"
	case *Const:
		return v.Type == "time.Duration"
	}
	return false
}

// ticked notes the wait for a clock's channel.
func (m *Machine) ticked(c site, from Value, typ string) {
	if m.trial == nil || typ == "" {
		return
	}
	s, ok := from.(*Sym)
	if ok && typ == "time.Time" {
		switch {
		case s.Origin == Result && (s.Name == "time.After" || s.Name == "time.Tick") && len(s.Args) > 0:
			m.pause(c, s.Args[0])
			return
		case s.Origin == Result && s.Name == timerName && len(s.Args) > 0:
			if r, ok := s.Args[0].(*Ref); ok && c.st.heap.get(r.ID) != nil {
				m.pause(c, c.st.heap.get(r.ID).Fields["period"])
				return
			}
		}
	}
	if ok && s.Origin == Result && s.Name == "(context.Context).Done" || typ == "struct{}" || typ != "time.Time" && m.isEarly(c.st, c.x) {
		return
	}
	m.pause(c, nil)
}

// timerName is the name of the channel of a timer that an operation has made.
const timerName = "timer"

// timer makes a timer or ticker: period.
func (o *op) timer() Value {
	r, obj := o.make(o.resultType(), structObject)
	obj.Fields["period"] = orNil(o.arg("period"))
	obj.Fields["C"] = &Sym{Origin: Result, Name: timerName, Args: []Value{r}, Type: "<-chan time.Time"}
	return r
}
