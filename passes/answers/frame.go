package answers

import (
	"strconv"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/weblib"
)

// summary is what a function does, as its callers need it.
type summary struct {
	fn      *ir.Func
	params  []*value // and what a literal captures
	results []*value
	sinks   []sink
	tells   []telling
	fails   int       // where it first returns an error that nobody may be shown, 0 for nowhere
	types   *ir.Types // once asked for
	busy    bool      // under way
}

// frame is the computation of one function.
type frame struct {
	a     *analyzer
	fn    *ir.Func
	sum   *summary
	regs  []*value
	facts []facts // by block
	// reached are the blocks that some pass has come to, order is that in which it does.
	reached []bool
	order   []int
	defs    []*ir.Instr
	block   int
	news    bool
	sunk    map[string]bool
	final   bool // the last pass over the function, in which leaks are noted
	serving bool // a library calls what is run: what it shows is not to be mended where it is handed over
}

// maxPasses bounds the passes over one function.
const maxPasses = 6

// summary returns what a function does; what is known so far when it is under way.
func (a *analyzer) summary(fn *ir.Func) *summary {
	if s := a.done[fn.Name]; s != nil {
		return s
	}
	s := &summary{fn: fn, busy: true}
	a.done[fn.Name] = s
	f := &frame{a: a, fn: fn, sum: s, regs: make([]*value, fn.Regs), defs: make([]*ir.Instr, fn.Regs), sunk: map[string]bool{}}
	f.facts, f.reached, f.order = make([]facts, len(fn.Blocks)), make([]bool, len(fn.Blocks)), fn.Order()
	for i, p := range append(append([]ir.Var{}, fn.Params...), fn.Free...) {
		v := f.reg(i)
		v.typ = p.Type
		v.add(label{kind: given, param: i})
		if weblib.WriterType(p.Type) {
			v.add(label{kind: writer})
		}
		s.params = append(s.params, v)
	}
	for range fn.Results {
		s.results = append(s.results, &value{by: a})
	}
	for b := range fn.Blocks {
		for i := range fn.Blocks[b].Instrs {
			if in := &fn.Blocks[b].Instrs[i]; in.Dst >= 0 {
				f.defs[in.Dst] = in
			}
		}
	}
	for range maxPasses {
		f.pass()
		if !f.news {
			break
		}
	}
	f.final = true
	f.pass()
	f.keep()
	s.busy = false
	return s
}

// pass goes over the function once.
func (f *frame) pass() {
	f.news = false
	for _, b := range f.order {
		f.judge(b)
		f.block = b
		for i := range f.fn.Blocks[b].Instrs {
			f.instr(&f.fn.Blocks[b].Instrs[i])
		}
	}
}

// reg returns the value that a register holds.
func (f *frame) reg(i int) *value {
	if f.regs[i] == nil {
		f.regs[i] = &value{by: f.a}
	}
	return f.regs[i]
}

// alias makes the result of an instruction the very value that another one is.
func (f *frame) alias(in *ir.Instr, v *value) {
	if in.Dst >= 0 && f.regs[in.Dst] != v {
		f.regs[in.Dst], f.news = v, true
	}
}

// value returns what an operand holds.
func (f *frame) value(r ir.Ref) *value {
	switch {
	case r == ir.None:
		return &value{}
	case r >= 0:
		return f.reg(int(r))
	}
	c := f.fn.Consts[-1-int(r)]
	switch c.Kind {
	case ir.KindGlobal:
		return lasting(f.a.globals, c.Str)
	case ir.KindFunc:
		name := strings.TrimSuffix(c.Str, "$bound")
		return &value{fns: map[string]*closure{name: {name: name}}}
	}
	return &value{}
}

// flow returns what an operand holds when it is used where the function is.
func (f *frame) flow(r ir.Ref) *value { return f.onWay(r, f.facts[f.block]) }

// onWay returns what an operand holds where the facts hold.
func (f *frame) onWay(r ir.Ref, known facts) *value {
	if r >= 0 && known[register(r)] == absent {
		return &value{}
	}
	if r >= 0 && known[register(r)] == public {
		return f.seen(f.value(r).untold(), known)
	}
	return f.seen(f.value(r), known)
}

// merge adds to a value and notes what is new.
func (f *frame) merge(to, from *value) {
	if to.merge(from) {
		f.news = true
		if to.lasting {
			f.a.news = true
		}
	}
}

func (f *frame) add(to *value, l label) {
	if to.add(l) {
		f.news = true
	}
}

// part is a part of a tuple.
func (v *value) part(i int) *value {
	name := "#" + strconv.Itoa(i)
	p := v.fields[name]
	if p == nil {
		p = &value{}
		v.setPart(i, p)
	}
	return p
}

func (v *value) setPart(i int, p *value) {
	if v.fields == nil {
		v.fields = map[string]*value{}
	}
	v.fields["#"+strconv.Itoa(i)] = p
}

// instr runs one instruction.
func (f *frame) instr(in *ir.Instr) {
	if f.a.fuel--; f.a.fuel <= 0 {
		return
	}
	switch in.Op {
	case ir.Call, ir.Invoke:
		f.call(in)
	case ir.Builtin:
		f.builtin(in)
	case ir.Closure:
		f.makes(in)
	case ir.Phi:
		b := &f.fn.Blocks[f.block]
		for i, r := range in.Args {
			known := f.facts[f.block]
			if i < len(b.Preds) {
				known = f.edge(b.Preds[i], f.block)
			}
			f.merge(f.reg(in.Dst), f.onWay(r, known))
		}
	case ir.Return:
		f.returns(in)
	case ir.BinOp:
		f.binary(in)
	case ir.Iface:
		f.iface(in)
	case ir.Assert:
		f.assert(in)
	default:
		f.memory(in)
	}
}

// memory runs the instructions that read and write variables.
func (f *frame) memory(in *ir.Instr) {
	arg := func(i int) *value { return f.value(in.Args[i]) }
	elem := func(v *value) *value { return v.field(element) }
	switch in.Op {
	case ir.Alloc, ir.MakeMap, ir.MakeSlice, ir.MakeChan:
		f.reg(in.Dst).typ = in.Sym
	case ir.FieldAddr, ir.FieldOf:
		f.field(in, arg(0))
	case ir.IndexAddr, ir.Index:
		e := elem(arg(0))
		if e.typ == "" {
			e.typ = in.Type
		}
		f.alias(in, e)
	case ir.Convert:
		f.alias(in, arg(0))
		f.serves(in, arg(0))
	case ir.Load, ir.Slice, ir.Range:
		f.alias(in, arg(0))
	case ir.Store:
		if f.spilled(in) {
			return
		}
		v := f.flow(in.Args[1])
		f.shownField(in, v)
		f.setsHandler(in, v)
		f.merge(arg(0), f.kept(in, arg(0), v))
	case ir.Lookup, ir.Recv:
		if in.N == 1 {
			f.reg(in.Dst).setPart(0, elem(arg(0)))
		} else {
			f.alias(in, elem(arg(0)))
		}
	case ir.MapUpdate:
		f.merge(elem(arg(0)), f.flow(in.Args[2]))
	case ir.Send:
		f.merge(elem(arg(0)), f.flow(in.Args[1]))
	case ir.Next:
		f.reg(in.Dst).setPart(2, elem(arg(0)))
	case ir.Select:
		f.selects(in)
	case ir.Extract:
		f.alias(in, arg(0).part(in.N))
	}
}

// selects runs a choice among communications.
func (f *frame) selects(in *ir.Instr) {
	n := 2
	for i := 0; i+1 < len(in.Args); i += 2 {
		elem := f.value(in.Args[i]).field(element)
		if strings.HasPrefix(in.Names[i/2], "<-") {
			f.merge(elem, f.flow(in.Args[i+1]))
			continue
		}
		f.reg(in.Dst).setPart(n, elem)
		n++
	}
}

// field reads or names a field.
func (f *frame) field(in *ir.Instr, base *value) {
	v := f.fieldOf(base, in.Sym)
	if v.typ == "" {
		v.typ = in.Type
	}
	if weblib.WriterType(in.Type) {
		f.add(v, label{kind: writer})
	}
	if by := weblib.Collector(in.Type); by != "" {
		f.merge(v, f.a.returned(by))
	}
	f.alias(in, v)
}

// fieldOf is a field of a value, with what methods store there when a caller gives the value.
func (f *frame) fieldOf(base *value, name string) *value {
	v := base.field(name)
	k := f.a.kept[strings.TrimLeft(base.typ, "*")+"."+name]
	for l := range base.labels {
		if k != nil && l.kind == given && !strings.Contains(l.path, filled) {
			f.merge(v, k)
			break
		}
	}
	return v
}

// binary joins texts, and keeps hold of the number of a status that is calculated with.
func (f *frame) binary(in *ir.Instr) {
	if in.Type == "bool" || in.Type == "untyped bool" {
		return
	}
	for _, r := range in.Args {
		v := f.flow(r)
		for l := range v.labels {
			f.add(f.reg(in.Dst), l)
		}
	}
}

// returns notes what the function returns, and what a library writes of it.
func (f *frame) returns(in *ir.Instr) {
	for i, r := range in.Args {
		if i >= len(f.sum.results) {
			break
		}
		v := f.flow(r)
		f.merge(f.sum.results[i], v)
		if f.final && i == f.fn.Results-1 && f.fn.ErrResult && f.sum.fails == 0 && f.secret(v) {
			f.sum.fails = in.Pos
		}
		if f.final && i == f.fn.Results-1 && f.handler() {
			f.show(in, "the returned error", f.text(v), nil, true)
		}
		if ctx := f.returnsTo(); ctx != "" && i == f.fn.Results-1 {
			f.store(f.a.returned(ctx), v)
		}
	}
}

// returnsTo is the type of the context of a library that is handed the errors which the function returns.
func (f *frame) returnsTo() string {
	n := len(f.fn.Params)
	if !f.fn.ErrResult || f.fn.Results != 1 || n == 0 || n-1 != receivers(f.fn) || !weblib.Returned(f.fn.Params[n-1].Type) {
		return ""
	}
	return f.fn.Params[n-1].Type
}

// returned is what handlers return to a library, or note in its context.
func (a *analyzer) returned(ctx string) *value { return lasting(a.globals, "returned "+ctx) }

// store keeps what is known to be of the API in a variable that outlives the function.
func (f *frame) store(to, v *value) {
	f.a.news = to.mergeIf(v, func(l label) (label, bool) { return l, l.failed }) || f.a.news
}

// handler says whether a library writes the text of the error that the function returns.
func (f *frame) handler() bool {
	ctx := f.returnsTo()
	if ctx == "" || !weblib.Handler(ctx) {
		return false
	}
	if apps := f.a.apps[f.fn.Name]; apps != nil {
		return apps[false]
	}
	return !f.a.handled
}

func receivers(fn *ir.Func) int {
	if fn.Recv {
		return 1
	}
	return 0
}
