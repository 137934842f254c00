package answers

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/weblib"
)

// This file holds what it means that an answer shows something.

// sink is an answer that shows what a caller gives.
type sink struct {
	place
	// deep is where the error itself is shown that functions hand to one another.
	deep place
	// data is what is shown, to what is written.
	data, to []label
	// written says that it is an answer whatever to is, served that a handler writes it which some function
	// has handed to a library: whoever calls that function cannot mend it.
	written, served bool
	// told is what its own package reports of it.
	told []label
}

// show notes that the answer shows what the labels say.
func (f *frame) show(in *ir.Instr, by string, data, to []label, written bool) {
	if f.final {
		at := place{by, f.fn, f.a.where.At(f.fn, in)}
		f.showLabels(sink{place: at, deep: at, data: data, to: to, written: written})
	}
}

// place is where an answer is written, and by what.
type place struct {
	by  string
	fn  *ir.Func
	pos int
}

// showLabels reports what is known to be shown, and leaves to the callers what they give.
func (f *frame) showLabels(k sink) {
	left := k
	left.written = k.written || slices.ContainsFunc(k.to, func(l label) bool { return l.kind == writer })
	left.to = slices.DeleteFunc(slices.Clone(k.to), func(l label) bool { return l.kind != given })
	if left.data = nil; !left.written && len(left.to) == 0 {
		return
	}
	for _, l := range k.data {
		what, ok := f.leaks(l)
		switch {
		case ok && left.written:
			f.a.report(k.fn, k.pos, k.by, what)
			if !f.a.own(k.fn) && f.a.stored[l] == k.fn.Pkg {
				left.told = append(left.told, l)
			}
		case ok, l.kind == given:
			left.data = append(left.data, l)
		}
	}
	if len(left.data) == 0 {
		return
	}
	left.data = sorted(left.data)
	left.to = sorted(left.to)
	if id := fmt.Sprint(left.pos, left.data, left.to, left.written); !f.sunk[id] && len(f.sum.sinks) < 200 {
		f.sunk[id] = true
		f.sum.sinks = append(f.sum.sinks, left)
	}
}

func sorted(list []label) []label {
	slices.SortFunc(list, func(a, b label) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.param, b.param), cmp.Compare(a.path, b.path))
	})
	return slices.Compact(list)
}

// leaks says what is wrong when an answer shows something with the label.
func (f *frame) leaks(l label) (What, bool) {
	switch {
	case l.kind == trace:
		return Trace, true
	case l.send != nil && f.a.sends.Script(l.send): // a file for everyone, and no error of the API
		return Script, l.kind == content && !l.failed
	case l.kind == content && !l.failed:
		return Relayed, true
	case l.kind == content || l.kind == decoded && l.failed:
		return Failure, true
	case l.kind == given && l.param < len(f.fn.Params):
		return Failure, f.a.apiPart(f.fn, f.fn.Params[l.param].Type, l.path)
	}
	return 0, false
}

// secret says whether nobody may be shown the text of an error, or what it holds beside.
func (f *frame) secret(err *value) bool {
	return slices.ContainsFunc(append(f.text(err), f.whole(err.fields["*"], nil, 0)...), func(l label) bool { _, leaks := f.leaks(l); return leaks })
}

// shownField notes that a field is set which a library writes to the answer.
func (f *frame) shownField(in *ir.Instr, v *value) {
	d := f.def(in.Args[0])
	if d == nil || d.Op != ir.FieldAddr {
		return
	}
	of := f.value(d.Args[0])
	if of.typ == "" || !weblib.ShownField(of.typ, d.Sym) {
		return
	}
	at := *in
	at.Pos = cmp.Or(in.Pos, d.Pos)
	f.show(&at, shortName(of.typ)+"."+d.Sym, f.text(v), nil, true)
}

// serves runs the handler that a function becomes by its type. What it shows of an error is reported
// where the function returns that.
func (f *frame) serves(in *ir.Instr, v *value) {
	if in.Sym == "" || len(v.fns) == 0 {
		return
	}
	m := f.a.prog.Method(in.Sym, "ServeHTTP")
	if m == nil || len(m.Params) != 3 {
		return
	}
	at := *in
	for _, c := range v.fns {
		if fn := f.a.prog.Func(c.name); len(v.fns) == 1 && fn != nil && f.a.own(fn) {
			at.Pos = cmp.Or(f.a.summary(fn).fails, in.Pos)
		}
	}
	f.serving = true
	f.applyValue(&at, m, []*value{v, {}, {}}, nil)
	f.serving = false
}

// writesItself runs the methods by which a value writes itself to an answer: it becomes one of an interface
// that is for that. What it shows is reported where it is handed on.
func (f *frame) writesItself(in *ir.Instr, v *value) {
	if !f.final {
		return
	}
	for _, name := range in.Names {
		m, path := f.a.method(in.Sym, name)
		if m == nil || len(m.Params) != 2 {
			continue
		}
		own := v
		for _, field := range path {
			own = own.field(field)
		}
		f.applyValue(f.handing(in), m, []*value{own, {labels: map[label]bool{{kind: writer}: true}}}, nil)
	}
}

// readied runs the method by which a value readies itself to be written by a library: it may take over what
// an error says.
func (f *frame) readied(in *ir.Instr, v *value) {
	name := weblib.Prepares(in.Type)
	if name == "" {
		return
	}
	if m, path := f.a.method(in.Sym, name); m != nil {
		own := v
		for _, field := range path {
			own = own.field(field)
		}
		f.applyValue(f.handing(in), m, append([]*value{own}, blanks(len(m.Params)-1)...), blanks(m.Results))
	}
}

// handing is the instruction by which what another one gives is returned or stored, or with which something
// is called; the instruction itself when that has a position.
func (f *frame) handing(in *ir.Instr) *ir.Instr {
	if in.Pos != 0 {
		return in
	}
	for _, user := range f.fn.Instrs() {
		if (user.Op == ir.Return || user.Op == ir.Store || user.Op == ir.Call || user.Op == ir.Invoke) && slices.Contains(user.Args, ir.Ref(in.Dst)) {
			return user
		}
	}
	return in
}

// setsHandler runs the function that is to answer when the handlers of a library return an error.
func (f *frame) setsHandler(in *ir.Instr, v *value) {
	d := f.def(in.Args[0])
	if d == nil || d.Op != ir.FieldAddr || d.Sym != "ErrorHandler" && d.Sym != "HTTPErrorHandler" {
		return
	}
	for _, name := range sortedNames(v.fns) {
		fn := f.a.prog.Func(v.fns[name].name)
		if fn == nil {
			continue
		}
		var args []*value
		err, ctx := -1, ""
		for i, p := range fn.Params[receivers(fn):] {
			args = append(args, &value{})
			if p.Type == "error" {
				err = i
			} else if weblib.Returned(p.Type) {
				ctx = p.Type
			}
		}
		if err >= 0 && ctx != "" {
			args[err] = f.a.returned(ctx)
			at := *in
			at.Pos = cmp.Or(in.Pos, d.Pos)
			f.run(&caller{f: f, in: &at, args: v.fns[name].bind(fn, args), inside: true, served: true}, fn, nil)
		}
	}
}

// makesApp notes whether a server is given a handler for the errors of its handlers.
func (f *frame) makesApp(args, results []*value) {
	if len(results) == 0 {
		return
	}
	made := label{kind: app}
	for _, a := range args {
		config := a.fields[element]
		switch {
		case config == nil:
		case config.fields["ErrorHandler"] != nil:
			made.failed = true
		case len(config.labels) > 0:
			return // made by somebody else
		}
	}
	f.add(results[0], made)
}

// routes notes which server functions are handlers of.
func (f *frame) routes(args, results []*value) {
	if len(args) == 0 {
		return
	}
	for l := range args[0].labels {
		if l.kind != app {
			continue
		}
		for _, a := range args[1:] {
			f.handles(a, l.failed)
			f.handles(a.fields[element], l.failed)
		}
		if len(results) > 0 {
			f.add(results[0], l)
		}
	}
}

func (f *frame) handles(v *value, own bool) {
	if v == nil {
		return
	}
	for name := range v.fns {
		if f.a.apps[name] == nil {
			f.a.apps[name] = map[bool]bool{}
		}
		if !f.a.apps[name][own] {
			f.a.apps[name][own], f.a.news = true, true
		}
	}
}
