package eval

import (
	"fmt"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// Frame is one activation of a function in a run.
type Frame struct {
	Fn     *ir.Func
	Parent *Frame
	// Around is the run of the function that a literal stands in, which has made it; nil where that is not known.
	Around *Frame
	// CallPos is the position of the call in the parent; 0 outside the package under analysis.
	CallPos int
	// Call is the call in the parent.
	Call *ir.Instr
	// active are the loops that were running when the function was called.
	active []Turn
	regs   []Value
	depth  int
	self   string // the key of the receiver or of what a literal captured
	block  *ir.Block
	turns  map[int]Turn // by loop header, the turn it is in
	// of is the frame that this one is the same activation as.
	of    *Frame
	loops map[int]*LoopInfo
	out   []outcome
	// halted is the memory where the function ends without a return.
	halted []*State
	// deferred are the calls that wait for the end of the function.
	deferred []deferred
	// client is the client whose transport the frame runs in, nil elsewhere.
	client Value
	// Sends is the instruction by which that client sends, in the function that the frame runs.
	Sends *ir.Instr
}

// LoopInfo is one loop in one activation, or something that repeats as a loop does.
type LoopInfo struct {
	// Items says that the loop goes over a collection.
	Items bool
	// Heedless says that the loop goes on when a call has worked.
	Heedless bool
	// Library says that a retry library repeats a function.
	Library bool
	// Recursion says that the function calls itself.
	Recursion bool
	Frame     *Frame
	Pos       int
	// Client says that the library is that of the client, which sends the request again.
	Client bool
	// Header is the block at the head of a loop in code.
	Header int
	// Left says that some way leads out of the loop, or out of its function.
	Left bool
	// Policy is what a library was told of its repeats, nil for a loop in code.
	Policy *Object
}

// Turn is a turn of a running loop; Nth is 0 in the first.
type Turn struct {
	Loop *LoopInfo
	Nth  int
}

// Site is a place in a run: an instruction of a frame.
type Site struct {
	Frame *Frame
	Pos   int
	Instr *ir.Instr
}

type outcome struct {
	vals  []Value
	state *State
	err   bool
}

// running returns the turns of the loops that run at the frame's current block.
func (f *Frame) running() []Turn {
	out := append([]Turn(nil), f.active...)
	if f.block != nil {
		for _, h := range f.block.Loops {
			if t, ok := f.turns[h]; ok {
				out = append(out, t)
			}
		}
	}
	return out
}

// root is the frame that the run started with.
func (f *Frame) root() *Frame {
	for f != nil {
		switch {
		case f.Parent != nil:
			f = f.Parent
		case f.of != nil:
			f = f.of
		default:
			return f
		}
	}
	return f
}

// At returns the position by which the site is known in the function that the run
// starts with: the innermost in it or in a literal of it that is given nothing to send,
// the site's own or that of the call that leads to it; where that has no position (a
// range over a function), that of the next call on the way.
func (s Site) At() int {
	root := s.Frame.root()
	pos, next := s.Pos, 0
	for f := s.Frame; f != nil; f = f.Parent {
		if pos != 0 {
			next = pos
		}
		if next != 0 && (f == root || f.repeats(root.Fn)) {
			return next
		}
		pos = f.CallPos
	}
	return s.Pos
}

// repeats says whether the frame runs a literal of a function that is called to try
// something: it has no parameters from which a request could come.
func (f *Frame) repeats(of *ir.Func) bool {
	return strings.HasPrefix(f.Fn.Name, of.Name+"$") && !slices.ContainsFunc(f.Fn.Params, func(p ir.Var) bool {
		return p.Type != "context.Context" && p.Type != "int" && p.Type != "uint"
	})
}

// Own returns the position of the site, or of the nearest call that leads to it, in a
// function of the package that is not generated; 0 when there is none.
func (s Site) Own(pkg string) int {
	pos, f := s.Pos, s.Frame
	for f != nil {
		if f.Fn.Pkg == pkg && !f.Fn.Generated && pos != 0 {
			return pos
		}
		pos, f = f.CallPos, f.Parent
	}
	return 0
}

// Stack returns the functions from the start of the run to the site.
func (s Site) Stack() []*ir.Func {
	var out []*ir.Func
	for f := s.Frame; f != nil; f = f.Parent {
		out = append(out, f.Fn)
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// Way writes the way from the nth function of the site's stack to the site: it is the same in all runs that
// go it.
func (s Site) Way(n int) string {
	var frames []*Frame
	for f := s.Frame; f != nil; f = f.Parent {
		frames = append(frames, f)
	}
	slices.Reverse(frames)
	var b strings.Builder
	b.WriteString(frames[n].Fn.Name)
	for _, f := range frames[n+1:] {
		b.WriteString(">" + InstrKey(f.Call) + f.Fn.Name)
	}
	b.WriteString(">" + InstrKey(s.Instr))
	return b.String()
}

// InstrKey names an instruction in all runs: all that stand in no code, by which a library calls a transport,
// are alike.
func InstrKey(in *ir.Instr) string {
	if in == nil || in.N < 0 {
		return "transport"
	}
	return fmt.Sprintf("%p", in)
}

// maxLayers bounds the layers of one interface that lie in each other where nobody knows which they are.
const maxLayers = 3

// layers returns the types that a value which is not known may have when its method is called: of
// impls, which have the method, those whose own does not run already. A layer around
// one that it does not know ends in something else than itself.
func (f *Frame) layers(method string, impls []string) []string {
	var running []string
	for p := f; p != nil; p = p.Parent {
		if !p.Fn.Recv || !strings.HasSuffix(p.Fn.Name, ")."+method) {
			continue
		}
		for _, t := range impls {
			if name := ir.PlainName(p.Fn.Name); name == "(*"+t+")."+method || name == "("+t+")."+method {
				running = append(running, t)
			}
		}
	}
	if len(running) >= maxLayers {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(impls), func(t string) bool { return slices.Contains(running, t) })
}
