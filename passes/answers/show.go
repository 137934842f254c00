package answers

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/weblib"
)

// This file holds what it means that an answer shows something.

// show notes that the answer shows what the labels say.
func (f *frame) show(in *ir.Instr, by string, data, to []label, written bool) {
	if f.final {
		f.showLabels(in, by, data, to, written)
	}
}

// showLabels reports what is known to be shown, and leaves to the callers what they give.
func (f *frame) showLabels(in *ir.Instr, by string, data, to []label, written bool) {
	written = written || slices.ContainsFunc(to, func(l label) bool { return l.kind == writer })
	to = slices.DeleteFunc(slices.Clone(to), func(l label) bool { return l.kind != given })
	if !written && len(to) == 0 {
		return
	}
	left := sink{by: by, to: to, written: written}
	for _, l := range data {
		what, ok := f.leaks(l)
		switch {
		case ok && written:
			f.a.report(f.fn, in.Pos, by, what)
		case ok, l.kind == given:
			left.data = append(left.data, l)
		}
	}
	if len(left.data) == 0 {
		return
	}
	left.by = f.calledAs()
	left.data = sorted(left.data)
	left.to = sorted(left.to)
	if id := fmt.Sprint(left.data, left.to, written); !f.sunk[id] && len(f.sum.sinks) < 200 {
		f.sunk[id] = true
		f.sum.sinks = append(f.sum.sinks, left)
	}
}

// calledAs is the name by which the callers know the function.
func (f *frame) calledAs() string { return shortName(f.fn.Name) }

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
	case l.kind == content && !l.failed:
		return Relayed, true
	case l.kind == content || l.kind == decoded && l.failed:
		return Failure, true
	case l.kind == given && l.param < len(f.fn.Params):
		return Failure, f.a.apiPart(f.fn, f.fn.Params[l.param].Type, l.path)
	}
	return 0, false
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
