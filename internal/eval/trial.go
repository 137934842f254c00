package eval

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds trials: runs of a function in a world in which every request gets the same
// answer and all else works. What is sent again in it is sent again because of that answer.

// Answer is what every request of a trial gets.
type Answer struct {
	// Status is the status code; 0 when the connection breaks.
	Status int
	// Declined says that the body of the answer tells of a decline.
	Declined bool
	// Lasting says that no context ends.
	Lasting bool
	// Spares says which requests are accepted all the same, nil for none.
	Spares func(*Sent) bool
}

// to is the answer that requests get which leave together.
func (a *Answer) to(sent []*Sent) *Answer {
	if a.Spares == nil || len(sent) == 0 || slices.ContainsFunc(sent, func(s *Sent) bool { return !a.Spares(s) }) {
		return a
	}
	return &Answer{Status: 200, Lasting: a.Lasting, Spares: a.Spares}
}

// Try runs a function as Run does, with every request answered so. The requests that are sent on
// the way say whether that depends on something that is not known.
func (m *Machine) Try(fn *ir.Func, a Answer) {
	shared := m.mail
	m.trial, m.mail, m.early = &a, shared.copy(), map[*ir.Instr]bool{} // what is received in a trial says nothing of other runs
	defer func() { m.trial, m.mail = nil, shared }()
	m.Run(fn)
}

// trialTurns is how often a loop is run in a trial: two waits between attempts can be compared.
const trialTurns = 3

// errorObject is the type of what stands for an error that a trial has made.
const errorObject = "error"

// answered is the result of a call that sends some requests, by the types that it returns.
func (o *op) answered(sent []*Sent) Value {
	defer func(a *Answer) { o.m.trial = a }(o.m.trial)
	o.m.trial = o.m.trial.to(sent)
	types := []string{o.x.Returns()}
	if strings.HasPrefix(o.x.Returns(), "(") {
		types = splitTypes(o.x.Returns())
	}
	t := &Tuple{}
	for _, typ := range types {
		t.Vals = append(t.Vals, o.answerOf(typ, len(types) == 1))
	}
	if len(t.Vals) == 1 {
		return t.Vals[0]
	}
	return t
}

// answerOf is the part of an answer that has a type; alone says that there is no other part.
func (o *op) answerOf(typ string, alone bool) Value {
	status := o.m.trial.Status
	switch {
	case typ == "error":
		if status == 0 || alone && status >= 400 {
			return o.failure()
		}
		return Nil
	case typ == "[]error":
		if status == 0 {
			return o.m.sym(o.f, &Sym{Origin: Fresh, Name: "failure", Type: typ})
		}
		return Nil
	case typ == "*net/http.Response":
		if status == 0 {
			return Nil
		}
		return o.response(typ)
	case isResponse(typ):
		return o.response(typ)
	case typ == "int":
		return &Const{Kind: ir.KindInt, Int: int64(status)}
	}
	return o.m.sym(o.f, &Sym{Origin: Unknown, Name: "answer", Type: typ})
}

// isResponse says whether a type is that of a library's response.
func isResponse(typ string) bool {
	return strings.HasSuffix(strings.TrimRight(typ, "]"), "Response")
}

// response is an object with the status of the trial.
func (o *op) response(typ string) Value {
	r, obj := o.make(strings.TrimLeft(typ, "*"), structObject)
	obj.Fields["StatusCode"] = &Const{Kind: ir.KindInt, Int: int64(o.m.trial.Status)}
	return r
}

// failure is an error of the connection.
func (o *op) failure() Value {
	r, obj := o.make(errorObject, structObject)
	obj.Fields["net"] = boolean(true)
	return r
}

// asked answers the methods by which responses of libraries tell their status; nil for others.
func (m *Machine) asked(c site, name string, args []Value) Value {
	dot := strings.LastIndexByte(name, '.')
	if m.trial == nil || dot < 0 || !strings.HasSuffix(strings.Trim(name[:dot], "(*)"), "Response") {
		return nil
	}
	status := int64(m.trial.Status)
	if len(args) > 0 {
		if r, ok := args[0].(*Ref); ok && c.st.heap.get(r.ID) != nil {
			if known, ok := c.st.heap.get(r.ID).Fields["StatusCode"].(*Const); ok {
				status = known.Int
			}
		}
	}
	switch name[dot+1:] {
	case "StatusCode", "GetStatusCode":
		return &Const{Kind: ir.KindInt, Int: status}
	case "IsError", "IsErrorState", "IsStatusFailure":
		return boolean(status >= 400)
	case "IsSuccess", "IsSuccessState", "IsStatusSuccess":
		return boolean(status >= 200 && status < 300)
	}
	return nil
}

// works is the result of a function out of view that returns an error: in a trial there is none, unless it
// was given one.
func (m *Machine) works(st *State, v Value) Value {
	switch v := v.(type) {
	case *Tuple:
		for i, x := range v.Vals {
			v.Vals[i] = m.works(st, x)
		}
	case *Sym:
		if v.Type == "error" && !m.anyError(st, v.Args) && (v.Origin == Result && (m.trial.Lasting || v.Name != contextError) || v.Origin == ElemSym) {
			return Nil
		}
	}
	return v
}

// anyError says whether one of some values is an error of the trial: what is made of them may be one too.
func (m *Machine) anyError(st *State, vs []Value) bool {
	return slices.ContainsFunc(vs, func(v Value) bool {
		r, ok := v.(*Ref)
		o := st.heap.get(refID(r))
		return ok && o != nil && (o.Type == errorObject || m.code.Method(o.Type, "Error") != nil)
	})
}

// decided is a condition as far as a trial decides it.
func (m *Machine) decided(st *State, cond Value) Value {
	s, ok := cond.(*Sym)
	if !ok || s.Origin != Derived {
		return cond
	}
	if s.Name == "!" && len(s.Args) == 1 {
		if c, ok := m.decided(st, s.Args[0]).(*Const); ok {
			return boolean(c.Int == 0)
		}
		return cond
	}
	if len(s.Args) != 2 || s.Name != "==" && s.Name != "!=" {
		return cond
	}
	a, b := s.Args[0], s.Args[1]
	if IsEmpty(a) || isWord(a) {
		a, b = b, a
	}
	switch g, isSym := a.(*Sym); {
	case IsEmpty(b) && isSym && g.Origin == GlobalSym && g.Type == "error":
		return boolean(s.Name == "!=") // an error that the package declares is one
	case IsEmpty(b) && isSym && g.Origin == FieldSym && g.Name == "GetBody":
		return boolean(s.Name == "!=") // net/http sets it for the bodies that it can read again
	case m.givesTokens() && IsEmpty(b) && tokenText(a, 0) && (m.aboutAnswer(st, a, 0) || asked(a)):
		return boolean(s.Name == "!=") // what is asked for a token gives one
	case m.trial.Declined && isWord(b) && m.aboutAnswer(st, a, 0):
		return boolean(aurora.Decline(b.(*Const).Str) == (s.Name == "=="))
	}
	return cond
}

// givesTokens says whether in a trial those who ask for a token get one.
func (m *Machine) givesTokens() bool {
	return m.trial.Spares != nil || m.trial.Status == 200 && !m.trial.Declined
}

// tokenText says whether a value is a part of another one that has the name of a token.
func tokenText(v Value, depth int) bool {
	if alt, ok := v.(*Alt); ok {
		return !slices.ContainsFunc(alt.Vals, func(x Value) bool { return !tokenText(x, depth+1) })
	}
	s, ok := v.(*Sym)
	if !ok || depth > 4 {
		return false
	}
	if (s.Origin == FieldSym || s.Origin == ElemSym) && slices.Contains(aurora.Words(s.Name), "token") {
		return true
	}
	return s.Of != nil && tokenText(s.Of, depth+1) || slices.ContainsFunc(s.Args, func(a Value) bool { return tokenText(a, depth+1) })
}

// asked says whether a value is a part of what a function returned that may fail: somebody was asked for it.
func asked(v Value) bool {
	s, ok := v.(*Sym)
	for ok && s.Of != nil {
		s, ok = s.Of.(*Sym)
	}
	return ok && s.Origin == Result && slices.Contains(splitTypes(s.Type), "error")
}

const contextError = "(context.Context).Err"

// isContextError says whether a value is what a context says of its end.
func isContextError(v Value) bool {
	s, ok := v.(*Sym)
	return ok && s.Origin == Result && s.Name == contextError
}

// isWord says whether a value is a constant text.
func isWord(v Value) bool {
	c, ok := v.(*Const)
	return ok && c.Kind == ir.KindString && c.Str != ""
}

// askedEarly is a condition that asks for an error where nothing has been sent yet: it is about no answer, also
// when it is asked once more. What was received over a channel says of none then, as all works but the
// API. ok is false for another condition.
func (m *Machine) askedEarly(st *State, cond Value, x *ir.Instr) (out Value, ok bool) {
	s, isSym := cond.(*Sym)
	if !isSym || s.Origin != Derived || len(s.Args) != 2 || s.Name != "==" && s.Name != "!=" || !IsEmpty(s.Args[1]) {
		return cond, false
	}
	var left []Value
	for _, v := range Values(s.Args[0]) {
		if !m.isError(st, v) {
			return cond, false
		}
		if err, ok := v.(*Sym); ok && isReceived(err) {
			v = Nil
		}
		left = append(left, v)
	}
	switch {
	case !m.isEarly(st, x):
		return cond, false
	case IsEmpty(join(left...)):
		return boolean(s.Name == "=="), true
	}
	return cond, true
}

// isError says whether a value is an error, or none.
func (m *Machine) isError(st *State, v Value) bool {
	switch v := v.(type) {
	case *Const:
		return v.Kind == ir.KindNil || v.Kind == ir.KindZero
	case *Sym:
		return v.Type == "error"
	case *Ref:
		return m.anyError(st, []Value{v})
	}
	return false
}

// isEarly says whether a trial comes to an instruction before anything is sent, or has done so.
func (m *Machine) isEarly(st *State, x *ir.Instr) bool {
	if len(st.sent) == 0 {
		m.early[x] = true
	}
	return m.early[x]
}

// earlyProp is set on errors that are made where nothing has been sent.
const earlyProp = "early"

// isEarlyError says whether a value is an error that was made where nothing had been sent.
func isEarlyError(st *State, v Value) bool {
	r, ok := v.(*Ref)
	o := st.heap.get(refID(r))
	return ok && o != nil && o.Fields[earlyProp] != nil
}

// isReceived says whether a value was received over a channel, or is a part of what was.
func isReceived(s *Sym) bool {
	of, ok := s.Of.(*Sym)
	return s.Origin == Received || s.Origin == FieldSym && ok && of.Origin == Received
}

// aboutAnswer says whether a value may depend on what a request was answered.
func (m *Machine) aboutAnswer(st *State, v Value, depth int) bool {
	if v == nil || depth > 8 {
		return v != nil
	}
	any := func(vs []Value) bool {
		return slices.ContainsFunc(vs, func(x Value) bool { return m.aboutAnswer(st, x, depth+1) })
	}
	switch v := v.(type) {
	case *Alt: // what chose between them is forgotten, but it was no answer where there is an error of something else
		return !slices.ContainsFunc(v.Vals, func(x Value) bool { return isContextError(x) || isEarlyError(st, x) }) ||
			any(slices.DeleteFunc(slices.Clone(v.Vals), IsEmpty))
	case *Tuple:
		return any(v.Vals)
	case *Text:
		return any(v.Parts)
	case *Enc:
		return m.aboutAnswer(st, v.Of, depth+1)
	case *Ref:
		o := st.heap.get(v.ID)
		return !isEarlyError(st, v) && (o == nil || o.Open || o.Type == errorObject || isResponse(o.Type) || m.code.Method(o.Type, "Error") != nil)
	case *Sym:
		switch v.Origin {
		case Unknown:
			return v.Name != "select" && v.Name != "unset"
		case Result:
			if len(v.Args) == 0 {
				return true
			}
		}
		return any(v.Args) || v.Of != nil && m.aboutAnswer(st, v.Of, depth+1)
	}
	return false
}

// Value returns the value that an operand of the loop's function had in the run.
func (l *LoopInfo) Value(r ir.Ref) Value { return l.Frame.Value(r) }

// Value returns the value that an operand had in the run of a frame, nil when that has let go of them.
func (f *Frame) Value(r ir.Ref) Value {
	switch {
	case r == ir.None, int(r) >= len(f.regs):
		return nil
	case r >= 0:
		return f.regs[r]
	}
	c := f.Fn.Consts[-r-1]
	return &Const{Kind: c.Kind, Str: c.Str, Int: c.Int, Type: c.Type}
}

// Body is the instruction of the loop's function that leads to a request: the one that sends it,
// or the call of a function that does. It is nil when the loop is not on the way.
func (l *LoopInfo) Body(s *Sent) *ir.Instr {
	at := s.Site.Instr
	for f := s.Site.Frame; f != nil; f = f.Parent {
		if f == l.Frame || f.of == l.Frame {
			return at
		}
		at = f.Call
	}
	return nil
}
