package carddata

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/guard"
	"github.com/auroravet/auroravet/passes/lazyssa"
)

// engine answers what values of one package show. Its questions are asked again in
// rounds until no answer grows, since functions and variables depend on each other.
type engine struct {
	pass        *analysis.Pass
	ssa         *lazyssa.SSA
	fields      *fieldTable
	writes      *writeIndex
	stores      map[*types.Var][]ref      // what the package stores into a field of its own
	inContexts  map[keptKey][]ref         // what the package keeps in contexts, by the key
	reads       map[ssa.Value][]read      // the constant keys under which maps are read, by root
	names       map[ssa.Value][]string    // local variables that a value goes by
	scopes      map[*ssa.Function]context // the words around the variables of a function
	packages    map[*types.Package]context
	bodies      map[*types.Func]*ssa.Function // the functions of the package
	answers     map[query]*answer
	flows       map[*ssa.Function][]flow
	sends       map[*ssa.Function][]flow // what functions put into the bodies of requests
	leaks       []leak
	requests    []leak // card data in the bodies of requests
	generated   map[*token.File]bool
	facts       func(types.Object) *summary
	traffic     traffic
	proofs      proofs
	puts        puts
	written     map[*ssa.Parameter][]string      // the paths that functions write of their parameters
	setups      map[string][]ssa.CallInstruction // of the loggers behind package functions, by package
	called      map[*ssa.CallCommon]*targets
	implement   map[types.Type][]types.Type
	methodTypes []types.Type
	optionFuncs map[*types.TypeName][]*ssa.Function // by the function type that they are values of
	keying      map[ssa.Value]bool                  // the keys whose values are being looked for
	nesting     int                                 // of questions about loggers in such questions

	depth   int // how deep values are looked into
	nested  guard.Depth
	round   int
	changed bool
	// open is set when what is being worked out rests on something that may grow yet.
	open     bool
	guards   map[*ssa.BasicBlock][]condition // what is known of parameters in a block
	branches map[branch]*condition           // what a branch says of a parameter, nil for nothing
}

// query is a question with all that the answer depends on.
type query struct {
	ask    question
	v      ssa.Value
	fn     *ssa.Function
	path   string
	at     ssa.Instruction
	result int
	m      mode
	t      types.Type
}

type question uint8

const (
	askText question = iota
	askShow
	askResult
	askResultShown
	askBuilder
	askWrites
	askLeftShown
)

type answer struct {
	content
	round int
	busy  bool
	final bool // it rests on nothing that may grow
}

// ask returns the answer to q, working it out once a round until it is final. A question
// that is being worked out has the answer of the round before, which is why there are rounds.
func (e *engine) ask(q query, work func() content) content {
	a := e.answers[q]
	if a == nil {
		if len(e.answers) >= maxAnswers {
			return clean
		}
		a = new(answer)
		e.answers[q] = a
	}
	if a.busy || a.round == e.round || a.final {
		e.open = e.open || !a.final
		return a.content
	}
	outer := e.open
	e.open = e.round < 2
	a.busy = true
	defer func() { a.busy = false }()
	c := work()
	a.round, a.final = e.round, !e.open
	e.open = e.open || outer
	if a.content.add(c) {
		e.changed = true
	}
	return a.content
}

// maxAnswers bounds the work for one package; what is asked past it is not known, and silent.
const maxAnswers = 300_000

// maxRounds bounds the rounds; programs need two or three.
const maxRounds = 6

// solve finds the flows and leaks of the package.
func (e *engine) solve() {
	for e.round = 2; e.round <= maxRounds; e.round++ {
		e.changed = false
		e.leaks, e.requests = nil, nil
		for _, fn := range e.ssa.Funcs {
			e.visitCalls(fn)
			e.visitAttached(fn)
		}
		if !e.changed {
			break
		}
	}
}

func newEngine(pass *analysis.Pass, s *lazyssa.SSA, facts func(types.Object) *summary) *engine {
	e := &engine{
		pass:       pass,
		depth:      maxDepth,
		ssa:        s,
		facts:      facts,
		fields:     &fieldTable{structs: map[structKey][]class{}, hints: structHints(pass)},
		keying:     map[ssa.Value]bool{},
		stores:     map[*types.Var][]ref{},
		inContexts: map[keptKey][]ref{},
		reads:      map[ssa.Value][]read{},
		names:      map[ssa.Value][]string{},
		scopes:     map[*ssa.Function]context{},
		packages:   map[*types.Package]context{},
		bodies:     map[*types.Func]*ssa.Function{},
		answers:    map[query]*answer{},
		flows:      map[*ssa.Function][]flow{},
		sends:      map[*ssa.Function][]flow{},
		generated:  map[*token.File]bool{},
		implement:  map[types.Type][]types.Type{},
		written:    map[*ssa.Parameter][]string{},
		setups:     map[string][]ssa.CallInstruction{},
		called:     map[*ssa.CallCommon]*targets{},
		guards:     map[*ssa.BasicBlock][]condition{},
		branches:   map[branch]*condition{},
		puts:       newPuts(),
	}
	e.writes = indexWrites(s.Funcs, e.returned)
	for _, fn := range s.Funcs {
		if obj, ok := fn.Object().(*types.Func); ok {
			e.bodies[obj] = fn
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				e.index(instr)
			}
		}
	}
	e.round = 1
	e.findProofs()
	e.findWritten()
	e.findTraffic()
	return e
}

// index notes the names of values and the stores into fields.
func (e *engine) index(instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.DebugRef:
		obj, ok := instr.Object().(*types.Var)
		if ok && !obj.IsField() && !instr.IsAddr && !slices.Contains(e.names[instr.X], obj.Name()) {
			e.names[instr.X] = append(e.names[instr.X], obj.Name())
		}
	case *ssa.Lookup:
		e.noteLookup(instr)
	case ssa.CallInstruction:
		e.noteSetup(instr)
		e.noteKept(instr)
	case *ssa.Store:
		if fa, ok := instr.Addr.(*ssa.FieldAddr); ok {
			f := fieldOf(fa.X.Type(), fa.Field).Origin()
			e.stores[f] = append(e.stores[f], ref{instr.Val, "", instr})
		}
	}
}

// body returns the function of the package that a call runs, the generic one for an instance.
func (e *engine) body(fn *ssa.Function) *ssa.Function {
	if fn == nil {
		return nil
	}
	if o := fn.Origin(); o != nil {
		fn = o
	}
	if fn.Blocks == nil || fn.Pkg != e.ssa.Pkg {
		return nil
	}
	return fn
}
