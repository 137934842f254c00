package eval

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds channels. What is sent is handed to the functions in view that receive
// from the channel, as a call of them would; what is received elsewhere is a hole: it is
// another one each time. Clients, of which there are few and which are all alike, are kept
// in a channel as in a list.

const clientType = "net/http.Client"

// mail are the functions that receive from channels, by the names of the channel.
type mail struct {
	readers map[string][]reader
	wanted  func(*ir.Func) bool // whether a function that receives is followed; nil for all
}

func (l *mail) copy() *mail {
	out := &mail{readers: make(map[string][]reader, len(l.readers)), wanted: l.wanted}
	for name, list := range l.readers {
		out.readers[name] = slices.Clone(list)
	}
	return out
}

// reader is a function that was seen to receive, with what it was given and the objects in that.
type reader struct {
	fn   *ir.Func
	args []Value
	heap map[int]*Object
}

// maxLetters bounds how far what is sent is followed, from channel to channel: all orders of
// some functions that send to each other are too many.
const maxLetters = 3

// Follow says which of the functions that receive from a channel are followed with what is
// sent to it. Without it all are.
func (m *Machine) Follow(wanted func(*ir.Func) bool) { m.mail.wanted = wanted }

// letter is a value on its way to a reader.
type letter struct {
	to   []string
	v    Value
	read bool
}

// barren are the packages whose types lead to no request.
var barren = []string{"time.", "os.", "context.", "net.", "io.", "sync."}

// Carries says whether what is sent over a channel of the type is followed, because it may
// lead to a request: requests, functions, the module's own types and type parameters.
func Carries(typ string) bool {
	typ = strings.TrimLeft(typ, "*")
	if strings.HasPrefix(typ, "func(") || typ != "" && typ[0] >= 'A' && typ[0] <= 'Z' {
		return true
	}
	return strings.Contains(typ, ".") && !slices.ContainsFunc(barren, func(p string) bool { return strings.HasPrefix(typ, p) })
}

// channel names the channels that a value may be: by the object, where one is made in view,
// and by the field or variable that holds it.
func (m *Machine) channel(st *State, v Value) []string {
	var out []string
	for _, x := range Values(v) {
		switch x := x.(type) {
		case *Ref:
			out = append(out, x.key())
		case *Sym:
			if p := x.place(); p != "" {
				out = append(out, p)
			}
			for _, y := range Values(m.resolve(st, x)) {
				if r, ok := y.(*Ref); ok {
					out = append(out, r.key())
				}
			}
		}
	}
	return out
}

// place names the field or variable that a hole stands for; "" for another hole.
func (s *Sym) place() string {
	switch s.Origin {
	case GlobalSym:
		return s.Name
	case FieldSym:
		if of, ok := s.Of.(*Sym); ok && of.Type != "" {
			return strings.TrimLeft(of.Type, "*") + "." + s.Name
		}
	}
	return ""
}

func (m *Machine) sendTo(f *Frame, st *State, x *ir.Instr, to, v Value, typ string) {
	if isClient(st, v) {
		m.put(f, st, to, v)
		return
	}
	if !Carries(typ) {
		m.escape(st, v)
		return
	}
	if !m.deliver(f, st, x, m.channel(st, to), v) {
		if r, ok := to.(*Ref); ok && st.heap.get(r.ID) != nil && st.heap.get(r.ID).known() {
			m.put(f, st, to, v) // who receives comes later
			return
		}
	}
	m.escape(st, v)
}

func isClient(st *State, v Value) bool {
	r, ok := v.(*Ref)
	return ok && st.heap.get(r.ID) != nil && st.heap.get(r.ID).Type == clientType
}

func (m *Machine) put(f *Frame, st *State, to, v Value) {
	for _, id := range m.target(f, st, to) {
		o := st.edit(id)
		o.List = append(o.List[:len(o.List):len(o.List)], v)
	}
}

// deliver runs the readers of a channel with a value; false when none is in view.
func (m *Machine) deliver(f *Frame, st *State, x *ir.Instr, to []string, v Value) bool {
	done := map[string]bool{}
	if len(m.letters) == maxLetters {
		return false
	}
	for _, name := range to {
		for _, r := range m.mail.readers[name] {
			if done[r.fn.Name] || f.runs(r.fn) {
				continue
			}
			done[r.fn.Name] = true
			c := st.clone()
			for _, a := range r.args {
				m.adopt(c, a, r.heap)
			}
			m.letters = append(m.letters, &letter{to: to, v: v})
			m.enter(site{f, c, x}, r.fn, r.args, nil)
			m.letters = m.letters[:len(m.letters)-1]
			st.sent = joinSent(st, c)
		}
	}
	return len(done) > 0
}

// runs says whether a frame runs a function, or is called by it.
func (f *Frame) runs(fn *ir.Func) bool {
	for ; f != nil; f = f.Parent {
		if f.Fn == fn {
			return true
		}
	}
	return false
}

// received is the result of a receiving instruction.
func (m *Machine) received(f *Frame, st *State, from Value, x *ir.Instr) Value {
	m.ticked(site{f, st, x}, from, x.Type)
	v := m.receive(f, st, from, x.Type)
	if s, ok := from.(*Sym); ok && x.N == 1 && s.Origin == Result && (s.Name == timerName || s.Name == "time.Tick") {
		return &Tuple{Vals: []Value{v, boolean(true)}} // it is never closed
	}
	if x.N == 1 {
		return &Tuple{Vals: []Value{v, &Sym{Origin: OK, Of: v}}}
	}
	return v
}

// receive takes what is on its way to the channel, or a hole.
func (m *Machine) receive(f *Frame, st *State, from Value, typ string) Value {
	if typ == "*"+clientType {
		for _, id := range m.target(f, st, from) {
			if list := st.heap.get(id).List; len(list) > 0 {
				return join(list...)
			}
		}
	}
	if Carries(typ) {
		if v := m.waiting(f, st, from); v != nil {
			return v
		}
	}
	return m.sym(f, &Sym{Origin: Received, Of: from, Type: typ})
}

// waiting is what the running function is to receive from a channel, nil when that is not
// known. It is received once: what comes after it is something else.
func (m *Machine) waiting(f *Frame, st *State, from Value) Value {
	names := m.channel(st, from)
	if n := len(m.letters); n > 0 && !m.letters[n-1].read {
		l := m.letters[n-1]
		if slices.ContainsFunc(names, func(s string) bool { return slices.Contains(l.to, s) }) {
			l.read = true
			return l.v
		}
	}
	m.note(f, st, names)
	for _, x := range Values(from) {
		r, ok := x.(*Ref)
		if !ok || st.heap.get(r.ID) == nil {
			continue
		}
		if list := st.heap.get(r.ID).List; len(list) > 0 {
			st.edit(r.ID).List = nil
			return join(list...)
		}
	}
	return nil
}

// note keeps a function as a reader of a channel.
func (m *Machine) note(f *Frame, st *State, names []string) {
	if m.mail.wanted != nil && !m.mail.wanted(f.Fn) {
		return
	}
	args := f.regs[:len(f.Fn.Params)+len(f.Fn.Free)]
	var heap map[int]*Object
	for _, name := range names {
		if slices.ContainsFunc(m.mail.readers[name], func(r reader) bool { return r.fn == f.Fn }) {
			continue
		}
		if heap == nil {
			given, all := newState(), st.Heap()
			for _, a := range args {
				m.adopt(given, a, all)
			}
			heap = given.Heap()
		}
		m.mail.readers[name] = append(m.mail.readers[name], reader{f.Fn, slices.Clone(args), heap})
	}
}

// choose is a select statement: any of its communications may be the one.
func (m *Machine) choose(f *Frame, st *State, x *ir.Instr, a []Value) Value {
	vals := []Value{m.sym(f, &Sym{Origin: Unknown, Name: "select", Type: "int"}), m.sym(f, &Sym{Origin: Unknown, Name: "select", Type: "bool"})}
	for i, typ := range x.Names {
		to, v := a[2*i], a[2*i+1]
		if elem, send := strings.CutPrefix(typ, "<-"); send {
			m.sendTo(f, st, x, to, v, elem)
			continue
		}
		m.ticked(site{f, st, x}, to, typ)
		vals = append(vals, m.receive(f, st, to, typ))
	}
	return &Tuple{vals}
}
