package eval

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/guard"
	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

// Code finds functions and types.
type Code interface {
	Func(name string) *ir.Func
	Method(typ, method string) *ir.Func
	Type(name string) *ir.Type
	// Methods are the names of the functions in view that are methods of a type.
	Methods(typ string) []string
}

// Stored answers what the packages in view store in fields and package variables:
// the values, and the memory that holds their objects.
type Stored interface {
	Lookup(s *Sym) (Value, map[int]*Object)
}

// Limits that keep a run small. A run that meets them goes on with holes.
const (
	maxSteps = 20000
	maxDepth = 40
	maxTurns = 12
	// maxAttempts bounds the turns of a loop that goes over no collection.
	maxAttempts = 5
)

// Machine runs functions of a program on abstract values.
type Machine struct {
	code   Code
	stored Stored
	ids    *int // the last identity given; shared by machines whose memories meet
	mail   *mail
	// letters are the values on their way to readers that run, the last to the innermost.
	letters []*letter
	steps   int
	deep    bool // a call met the limit of depth
	given   int  // above 0 while one alternative of a receiver runs that may be a caller's
	nested  guard.Depth
	// failures are the calls that may have failed, by their errors.
	failures map[string]failure
	// early are the instructions of a trial that were come to when nothing had been sent yet.
	early map[*ir.Instr]bool
	// Sent are the requests that the last run sent.
	Sent []*Sent
	// Grants are the requests for a token that a library makes when it has none.
	Grants []*Sent
	// Calls are the calls of interest that the last run met, in order.
	Repeats []*Repeat
	// Waits are the pauses that the last trial made, in order.
	Waits []Wait
	trial *Answer // nil outside of trials
	// Provided is what function literals returned that the last run gave to code outside of view:
	// that code may hand it on, as one that wires a program does.
	Provided []Provided
	// Halted is the memory where the last run ended when its function never returns.
	Halted *State
	// Entered are the functions that the last runs ran as part of others, by name.
	Entered map[string]bool
	// held are the literals in structs that the run has run.
	held map[string]bool
}

// New returns a machine for a program. stored may be nil.
func New(code Code, stored Stored) *Machine {
	return &Machine{code: code, stored: stored, ids: new(int), mail: &mail{readers: map[string][]reader{}}, Entered: map[string]bool{}}
}

// Fork returns a machine that can run while m runs: their objects are never confused.
func (m *Machine) Fork(stored Stored) *Machine {
	f := New(m.code, stored)
	f.ids, f.mail = m.ids, m.mail
	return f
}

// NewID returns an identity for an object.
func (m *Machine) NewID() int {
	*m.ids++
	return *m.ids
}

// Limited says whether the last run met a limit.
func (m *Machine) Limited() bool { return m.deep || m.exhausted() }

func (m *Machine) exhausted() bool { return m.steps > maxSteps }

// Run runs a function with holes for its parameters and returns the memory at its end, nil
// when it never ends or when the machine fails on it: then it sends nothing either.
func (m *Machine) Run(fn *ir.Func) (end *State, v Value) {
	m.reset()
	if !guard.Run(func() { end, v = m.runRoot(fn) }) {
		m.Sent, m.Grants, m.Repeats = nil, nil, nil
		return nil, nil
	}
	return end, v
}

func (m *Machine) reset() {
	m.Sent, m.Grants, m.Repeats, m.Waits, m.Provided, m.Halted = nil, nil, nil, nil, nil, nil
	m.steps, m.given, m.deep, m.failures, m.letters, m.held = 0, 0, false, nil, nil, map[string]bool{}
}

func (m *Machine) runRoot(fn *ir.Func) (*State, Value) {
	args := make([]Value, len(fn.Params))
	for i, p := range fn.Params {
		args[i] = &Sym{Origin: Param, Name: p.Name, Type: p.Type, Summed: fn.Recv && i == 0 || m.service(p.Type, 0)}
	}
	free := make([]Value, len(fn.Free))
	for i, p := range fn.Free {
		free[i] = &Sym{Origin: Param, Name: p.Name, Type: p.Type}
	}
	f := &Frame{Fn: fn}
	st := newState()
	vals, end := m.run(f, st, append(args, free...))
	switch {
	case end != nil:
		m.runReturned(f, end, vals)
	case len(f.halted) > 0:
		m.Halted = joinStates(f.halted)
	}
	return end, vals
}

// service says whether a type of the program holds an HTTP client, of net/http or a library:
// there are few values of such a type, and what their makers store holds for a parameter as
// it does for a receiver.
func (m *Machine) service(typ string, depth int) bool {
	t := m.code.Type(strings.TrimLeft(typ, "*"))
	if t == nil || depth > 3 || strings.HasPrefix(typ, "[") {
		return false
	}
	return slices.ContainsFunc(t.Fields, func(f ir.Field) bool {
		return httplib.Client(f.Type) || f.Type != typ && m.service(f.Type, depth+1)
	})
}

// run executes a frame and returns its joined results and memory.
func (m *Machine) run(f *Frame, st *State, args []Value) (Value, *State) {
	f.regs = make([]Value, f.Fn.Regs)
	if f.Parent != nil {
		m.Entered[f.Fn.Name] = true
	}
	f.turns, f.loops = map[int]Turn{}, map[int]*LoopInfo{}
	copy(f.regs, args)
	if n := len(f.Fn.Params); f.Fn.Recv && len(args) > 0 {
		f.self = args[0].key()
	} else if len(args) > n {
		f.self = keys(args[n:])
	}
	m.region(f, -1, 0, []edge{{from: -1, state: st}})
	m.runDeferred(f)
	v, end := m.results(f)
	f.out, f.deferred = nil, nil // the memories of the way: what is kept of a run names its frames
	if f.Parent != nil {
		f.halted = nil
	}
	if m.stored == nil {
		f.regs, f.turns = nil, nil
	}
	return v, end
}

// results joins the ways out of the frame. The ways that return an error are left out
// when there are others: their callers go no further with the results, but may try again.
func (m *Machine) results(f *Frame) (Value, *State) {
	var good []outcome
	for _, o := range f.out {
		if !o.err || m.trial != nil {
			good = append(good, o)
		}
	}
	if len(good) == 0 {
		good = f.out
	}
	if len(good) == 0 {
		return nil, nil
	}
	states := make([]*State, len(good))
	vals := make([][]Value, f.Fn.Results)
	for i, o := range good {
		states[i] = o.state
		for j := range vals {
			if j < len(o.vals) {
				vals[j] = append(vals[j], o.vals[j])
			}
		}
	}
	st := joinStates(states)
	if n := f.Fn.Results; n > 0 && f.Fn.ErrResult && len(good) < len(f.out) {
		// The callers that try again after an error do go on.
		err := m.sym(f, &Sym{Origin: Result, Name: "error of " + f.Fn.Name, Type: "error"})
		vals[n-1] = []Value{err}
		m.noteFailure(err, st, f.out, m.answers(f, vals))
	} else if m.trial != nil && n > 0 && f.Fn.ErrResult {
		m.noteTried(join(vals[n-1]...), st, f.out)
	}
	switch f.Fn.Results {
	case 0:
		return Nil, st
	case 1:
		return meeting(st, vals[0], states), st
	}
	t := &Tuple{}
	for _, v := range vals {
		t.Vals = append(t.Vals, meeting(st, v, states))
	}
	return t, st
}

// region executes the blocks of a loop (or, with header -1, of the function) that are
// reached from the entry and returns the edges that leave it or go back to its header.
func (m *Machine) region(f *Frame, header, entry int, in []edge) []edge {
	pending := map[int][]edge{entry: in}
	var leaving []edge
	for _, b := range f.order() {
		edges := pending[b]
		if len(edges) == 0 || !inLoop(f.Fn, b, header) {
			continue
		}
		var outs []edge
		if inner := innerLoop(f.Fn, b, header); inner == b {
			outs = m.loop(f, b, edges)
		} else {
			outs = m.block(f, b, edges)
		}
		for _, e := range outs {
			if e.to == header || !inLoop(f.Fn, e.to, header) {
				leaving = append(leaving, e)
			} else {
				pending[e.to] = append(pending[e.to], e)
			}
		}
	}
	return leaving
}

func inLoop(fn *ir.Func, b, header int) bool {
	if header < 0 {
		return true
	}
	for _, h := range fn.Blocks[b].Loops {
		if h == header {
			return true
		}
	}
	return false
}

// innerLoop returns the header of the outermost loop inside the given one that holds the block, or -1.
func innerLoop(fn *ir.Func, b, header int) int {
	loops := fn.Blocks[b].Loops
	if header < 0 {
		if len(loops) > 0 {
			return loops[0]
		}
		return -1
	}
	for i, h := range loops {
		if h == header && i+1 < len(loops) {
			return loops[i+1]
		}
	}
	return -1
}

// loop executes a loop for some turns and returns the edges that leave it. A loop whose
// condition is known goes round as often as it says; another one twice (an attempt and
// a repeat), or once when it goes over unknown items.
func (m *Machine) loop(f *Frame, h int, in []edge) []edge {
	blk := &f.Fn.Blocks[h]
	if f.loops[h] == nil {
		f.loops[h] = &LoopInfo{Items: blk.Counted && !blk.Delays, Heedless: blk.Heedless, Frame: f, Pos: firstPos(blk), Header: h}
	}
	var leaving []edge
	before, turns := len(f.out), 2
	if m.trial != nil {
		turns = trialTurns
	}
	for nth := 0; ; nth++ {
		f.turns[h] = Turn{f.loops[h], nth}
		var back []edge
		out := m.region(f, h, h, in)
		decided := true
		for _, e := range out {
			if e.to == h {
				back = append(back, e)
				continue
			}
			leaving = append(leaving, e)
			decided = decided && (e.from != h || f.counts(blk))
		}
		f.loops[h].Left = len(leaving) > 0 || len(f.out) > before
		if len(back) == 0 {
			break
		}
		last := nth >= maxTurns || !decided && nth >= turns-1 || !blk.Counted && nth >= maxAttempts
		if last {
			if leaving = append(leaving, m.exits(f, h, back)...); len(leaving) == 0 {
				f.halted = append(f.halted, back[0].state)
			}
			break
		}
		in = back
	}
	delete(f.turns, h)
	return leaving
}

// exits runs a loop header for the ways out that it has itself.
func (m *Machine) exits(f *Frame, h int, in []edge) []edge {
	outs := m.block(f, h, in)
	for _, e := range outs {
		if !inLoop(f.Fn, e.to, h) {
			return []edge{e}
		}
	}
	// The condition still holds after the turns that were run: leave all the same.
	for _, to := range f.Fn.Blocks[h].Succs {
		if len(outs) > 0 && !inLoop(f.Fn, to, h) {
			return []edge{m.edge(f, h, to, outs[0].state)}
		}
	}
	return nil
}

func firstPos(b *ir.Block) int {
	for i := range b.Instrs {
		if b.Instrs[i].Pos != 0 {
			return b.Instrs[i].Pos
		}
	}
	return 0
}

// block executes a block and returns the edges out of it.
func (m *Machine) block(f *Frame, b int, in []edge) []edge {
	in = meet(in, m.NewID)
	states := make([]*State, len(in))
	for i, e := range in {
		states[i] = e.state
	}
	st := joinStates(states)
	blk := &f.Fn.Blocks[b]
	f.block = blk
	phi := 0
	for i := range blk.Instrs {
		x := &blk.Instrs[i]
		m.steps++
		f.block = blk
		switch x.Op {
		case ir.Phi:
			f.regs[x.Dst] = phiValue(st, in, phi)
			phi++
		case ir.Return:
			f.out = append(f.out, outcome{m.returned(f, st, x), st, x.N == 1})
			return nil
		case ir.Panic:
			f.halted = append(f.halted, st)
			return nil
		case ir.If:
			return m.branch(f, b, x, st)
		case ir.Jump:
			return []edge{m.edge(f, b, blk.Succs[0], st)}
		default:
			if v := m.instr(f, st, x); x.Dst >= 0 {
				f.regs[x.Dst] = v
			}
		}
		if m.exhausted() {
			return nil
		}
	}
	if len(blk.Succs) > 0 {
		return []edge{m.edge(f, b, blk.Succs[0], st)}
	}
	return nil
}
