package eval

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/loglib"
	"github.com/auroravet/auroravet/internal/rows"
)

// This file holds what happens when a function is called whose body is not in view.

// unknownCall is the call of a function whose body is not in view: its result is a
// hole, and what it was given may have been changed.
func (m *Machine) unknownCall(c site, name string, args []Value) Value {
	return m.unknownNamed(c, name, args, harmless(name) || authorizes(name) || observes(name))
}

// unknownNamed is an unknown call that may leave what it is given as it is.
func (m *Machine) unknownNamed(c site, name string, args []Value, spares bool) Value {
	if strings.Contains(c.x.Returns(), "*net/http.Response") {
		if v := m.sendUnknown(c, name, args); v != nil {
			return v
		}
	}
	for _, a := range args {
		if !spares {
			m.escape(c.st, a)
		}
		m.fill(c, a, name)
		m.runLiteral(c, a)
	}
	m.mayPause(c, name, args)
	var out Value = m.sym(c.f, &Sym{Origin: Result, Name: name, Args: args, Type: c.x.Returns()})
	if strings.HasPrefix(c.x.Returns(), "(") {
		out = tupleOf(out.(*Sym), c.x.Returns())
	}
	if m.trial != nil {
		return m.works(c.st, out)
	}
	return out
}

// tupleOf spreads a hole over the results of a call.
func tupleOf(s *Sym, typ string) Value {
	parts := splitTypes(typ)
	t := &Tuple{}
	for i, p := range parts {
		t.Vals = append(t.Vals, &Sym{Origin: ElemSym, Name: "result " + string(rune('0'+i)), Of: s, Type: p, Turns: s.Turns})
	}
	return t
}

// Types splits the type of a tuple, "(a T, b U)", into those of its values.
func Types(tuple string) []string { return splitTypes(tuple) }

// splitTypes splits "(a T, b U)" into its types.
func splitTypes(typ string) []string {
	typ = strings.TrimSuffix(strings.TrimPrefix(typ, "("), ")")
	var out []string
	depth, start := 0, 0
	for i := 0; i <= len(typ); i++ {
		if i == len(typ) || typ[i] == ',' && depth == 0 {
			part := strings.TrimSpace(typ[start:i])
			if j := strings.IndexByte(part, ' '); j > 0 && !strings.ContainsAny(part[:j], "[]*(.{") {
				part = part[j+1:]
			}
			out = append(out, part)
			start = i + 1
			continue
		}
		switch typ[i] {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth--
		}
	}
	return out
}

// sendUnknown takes a call that is given a request and answers with a response for what
// it must be: a sender that somebody else wires.
func (m *Machine) sendUnknown(c site, name string, args []Value) Value {
	for i, a := range args {
		r, ok := a.(*Ref)
		if !ok || c.st.heap.get(r.ID) == nil || c.st.heap.get(r.ID).Type != requestType {
			continue
		}
		o := &op{site: c, m: m, row: &httplib.Row{Func: name, Op: "send", Operands: []httplib.Operand{{Name: "request", Arg: i}}}, args: args}
		before := len(m.Sent)
		o.emit(nil, r)
		if m.trial != nil {
			return o.answered(m.Sent[before:])
		}
		return nil
	}
	return nil
}

// printing are the packages whose functions only read what they are given.
var printing = []string{"fmt.", "log.", "(*log.", "log/slog.", "(*log/slog.", "errors.", "strings.", "strconv.", "time.", "(time.", "context."}

// fill forgets what a variable holds whose address a function got: it may scan or decode into it.
func (m *Machine) fill(c site, v Value, name string) {
	if observes(name) || slices.ContainsFunc(printing, func(p string) bool { return strings.HasPrefix(name, p) }) {
		return
	}
	switch v := v.(type) {
	case *Addr:
		if c.st.heap.get(v.ID) != nil && name != "" {
			c.st.set(v.ID, v.Field, m.sym(c.f, &Sym{Origin: Result, Name: name, Type: v.Type}))
		}
	case *Ref:
		o := c.st.heap.get(v.ID)
		if o == nil {
			return
		}
		if o.kind == listObject {
			for _, x := range o.Elements() {
				m.fill(c, x, name)
			}
		} else if o.kind == structObject && m.code.Type(o.Type) != nil && harmless(name) {
			// Each call fills it anew.
			c.st.edit(v.ID).within = m.sym(c.f, &Sym{Origin: Result, Name: name, Type: o.Type})
			m.open(c.st, v.ID)
		}
	}
}

// open marks a struct that other code may fill, and the structs that are its fields.
func (m *Machine) open(st *State, id int) {
	o := st.edit(id)
	o.Open = true
	for _, name := range sortedKeys(o.Fields) {
		r, ok := o.Fields[name].(*Ref)
		in := st.heap.get(refID(r))
		if ok && in != nil && !in.Open && (strings.HasPrefix(in.Type, "struct{") || m.code.Type(in.Type) != nil && m.embedsValue(o.Type, name, r.typeIn(st))) {
			st.edit(r.ID).within = o.hole(id, name, in.Type)
			m.open(st, r.ID)
		}
	}
}

// harmless says whether a function that is not in view leaves requests, clients and
// headers alone: those of the standard library that have no row do.
func harmless(name string) bool {
	name = strings.TrimLeft(name, "(*")
	first, _, _ := strings.Cut(name, "/")
	dot := strings.IndexByte(first, '.')
	return name != "" && (dot < 0 || !strings.Contains(name, "/"))
}

// observes says whether a function that is not in view is of a library that logs, traces or counts
// what it is given. What a tracer adds to the headers of a request is the trace's own.
func observes(name string) bool { return loglib.Within(rows.PackageOf(name), loglib.Observes) }

// authWords are the words in the names of functions that prove to a server who asks.
var authWords = []string{"auth", "authorize", "authorise", "authenticate", "authorizer", "authoriser", "authenticator", "bearer", "sign", "signer", "credentials"}

// authorizes says whether a function that is not in view, or the variable that holds it,
// is named as one that adds credentials to a request: it sets no other headers.
func authorizes(name string) bool {
	name = name[strings.LastIndexByte(name, '/')+1:]
	if _, inside, ok := strings.Cut(name, "."); ok {
		name = inside // the package's own name says nothing of the function
	}
	return slices.ContainsFunc(aurora.Words(name), func(w string) bool { return slices.Contains(authWords, w) })
}

// escape marks the objects that code outside of view may change.
func (m *Machine) escape(st *State, v Value) {
	for _, x := range Values(v) {
		if r, ok := x.(*Ref); ok && st.heap.get(r.ID) != nil && !st.heap.get(r.ID).Open {
			o := st.edit(r.ID)
			o.Open = true
			for _, name := range sortedKeys(o.Fields) {
				m.escape(st, o.Fields[name])
			}
			for _, e := range o.List {
				m.escape(st, e)
			}
		}
	}
}
