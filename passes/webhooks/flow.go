package webhooks

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/weblib"
	"github.com/auroravet/auroravet/passes/program"
)

// marks say what a value is made of.
type marks uint16

const (
	nameSignature marks = 1 << iota // the name of a header
	nameTimestamp
	signature // what the header holds
	timestamp
	rawBody  // the body as it came
	parsed   // what was made of the body, or of its parts again
	code     // a code that was computed
	clock    // the time
	notKnown // it comes from what is not in view
	length   // the length of the signature
)

// value is what is known of a value: its marks, and the functions that it may be.
type value struct {
	marks marks
	funcs []string
}

// flow finds what the values in the functions that one handler runs are made of. It knows no
// order: what a variable ever holds, it holds.
type flow struct {
	prog    *program.Program
	frames  map[*ir.Func]*frame
	order   []*ir.Func
	cells   map[string]*value // of fields and package variables
	changed bool
	late    bool // values that others make are there
	dead    bool // the block that is looked at never runs
}

// frame is what is known in one function.
type frame struct {
	fn     *ir.Func
	values []value
	types  *ir.Types
	defs   []*ir.Instr
	rets   []value
	tuples map[int][]value // results of calls by register
	// active says that the handler runs the function, dormant that it would if a constant were another one;
	// others only give it their variables.
	active, dormant bool
	// dead are the blocks that constants keep from running.
	dead  []bool
	calls []edge
}

// edge is a call of a function in view.
type edge struct {
	in *ir.Instr
	to *ir.Func
}

// Limits that keep a run short.
const (
	mostFuncs  = 300
	mostRounds = 12
)

// runUnit runs a handler, with what is around it when it is a literal.
func runUnit(prog *program.Program, unit *ir.Func) *flow {
	fl := &flow{prog: prog, frames: map[*ir.Func]*frame{}, cells: map[string]*value{}}
	for i, v := range fl.enter(unit, true).values[:len(unit.Params)] { // who knows what its callers give it
		if !(unit.Recv && i == 0) && !weblib.RequestType(unit.Params[i].Type) && !plainly(unit.Params[i].Type) {
			v.marks = notKnown
			fl.frames[unit].values[i] = v
		}
	}
	for name := unit.Name; strings.Contains(name, "$"); {
		name = name[:strings.LastIndexByte(name, '$')]
		if outer := prog.Func(name); outer != nil {
			fl.enter(outer, false)
		}
	}
	if init := prog.Func(prog.Path + ".init"); init != nil {
		fl.enter(init, false)
	}
	for round := range mostRounds {
		fl.changed, fl.late = false, round > 1
		for i := 0; i < len(fl.order); i++ {
			fl.pass(fl.frames[fl.order[i]])
		}
		if !fl.changed && fl.late {
			break
		}
	}
	return fl
}

// enter makes a function one that is looked at, nil when there are too many.
func (fl *flow) enter(fn *ir.Func, active bool) *frame {
	fr := fl.frames[fn]
	if fr == nil {
		if len(fl.order) >= mostFuncs {
			return nil
		}
		fr = newFrame(fn)
		fl.frames[fn] = fr
		fl.order = append(fl.order, fn)
		fl.changed = true
	}
	if active && !fr.active {
		fr.active, fl.changed = true, true
	}
	return fr
}

// run makes a function one that another one runs, nil when there are too many.
func (fl *flow) run(by *frame, fn *ir.Func) *frame {
	fr := fl.enter(fn, by.active && !fl.dead)
	if fr != nil && !fr.dormant && (by.active || by.dormant) {
		fr.dormant, fl.changed = true, true
	}
	return fr
}

func newFrame(fn *ir.Func) *frame {
	fr := &frame{fn: fn, values: make([]value, fn.Regs), types: fn.Types(), defs: make([]*ir.Instr, fn.Regs), rets: make([]value, fn.Results), tuples: map[int][]value{}, dead: fn.Dead()}
	for _, in := range fn.Instrs() {
		if in.Dst >= 0 && in.Dst < fn.Regs {
			fr.defs[in.Dst] = in
		}
	}
	return fr
}

func (fr *frame) typ(r ir.Ref) string { return fr.types.Of(r) }

// literal says whether an operand is a constant that is written down.
func (fr *frame) literal(r ir.Ref) bool {
	c := fr.fn.Const(r)
	return c != nil && c.Kind != ir.KindGlobal && c.Kind != ir.KindFunc
}

// get returns what is known of an operand.
func (fl *flow) get(fr *frame, r ir.Ref) value {
	if r >= 0 && int(r) < len(fr.values) {
		return fr.values[r]
	}
	c := fr.fn.Const(r)
	switch {
	case c == nil:
	case c.Kind == ir.KindFunc:
		return value{funcs: []string{c.Str}}
	case c.Kind == ir.KindGlobal:
		return *fl.cell(c.Str)
	case c.Kind == ir.KindString:
		return value{marks: headerName(c.Str)}
	}
	return value{}
}

func headerName(s string) marks {
	switch aurora.WebhookHeader(s) {
	case aurora.WebhookSignature:
		return nameSignature
	case aurora.WebhookTimestamp:
		return nameTimestamp
	}
	return 0
}

func (fl *flow) cell(name string) *value {
	c := fl.cells[name]
	if c == nil {
		c = new(value)
		fl.cells[name] = c
	}
	return c
}

// join adds what is known of a value to another one.
func (fl *flow) join(to *value, v value) {
	if to.marks|v.marks != to.marks {
		to.marks |= v.marks
		fl.changed = true
	}
	for _, f := range v.funcs {
		if !slices.Contains(to.funcs, f) && len(to.funcs) < 16 {
			to.funcs = append(to.funcs, f)
			fl.changed = true
		}
	}
}

// add adds to an operand and to what it is the address or a part of.
func (fl *flow) add(fr *frame, r ir.Ref, v value) {
	if c := fr.fn.Const(r); c != nil && c.Kind == ir.KindGlobal {
		fl.join(fl.cell(c.Str), v)
		return
	}
	for range 8 {
		if r < 0 || int(r) >= len(fr.values) || weblib.RequestType(fr.typ(r)) || plainly(fr.typ(r)) {
			return
		}
		fl.join(&fr.values[r], v)
		in := fr.defs[r]
		if in == nil {
			return
		}
		switch in.Op {
		case ir.FieldAddr:
			fl.join(fl.cell(fieldName(fr, in)), v)
			return
		case ir.IndexAddr, ir.Convert, ir.Iface, ir.Slice, ir.Assert:
			r = in.Args[0]
		case ir.Load:
			if c := fr.fn.Const(in.Args[0]); c == nil && !strings.HasPrefix(fr.typ(r), "*") && !mutable(fr.typ(r)) {
				return
			}
			r = in.Args[0]
		default:
			return
		}
	}
}

// plainly says whether a type holds nothing of a request that matters.
func plainly(t string) bool {
	return t == "net/http.ResponseWriter" || t == "context.Context" || t == "error"
}

// set adds to the result of an instruction.
func (fl *flow) set(fr *frame, in *ir.Instr, v value) {
	if in.Dst < 0 || in.Dst >= len(fr.values) {
		return
	}
	if t := fr.typ(ir.Ref(in.Dst)); weblib.RequestType(t) || plainly(t) {
		v.marks = 0
	}
	fl.join(&fr.values[in.Dst], v)
}

func fieldName(fr *frame, in *ir.Instr) string {
	return strings.TrimLeft(fr.typ(in.Args[0]), "*") + "." + in.Sym
}

// mutable says whether who is given a value of a type can change it.
func mutable(t string) bool {
	return strings.HasPrefix(t, "*") || strings.HasPrefix(t, "map[") || t == "hash.Hash" || t == "io.Writer" || t == "any" || t == "net/url.Values"
}
