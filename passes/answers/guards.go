package answers

import (
	"maps"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds what a function has found out of an answer where it comes to a block.

// fact is what is known of an answer: which statuses it may have, or something else.
type fact uint8

const (
	success fact = 1 << iota // below 400: it is no error
	refused                  // from 400
	broken                   // from 500
	public                   // the error is one of the program's own
	absent                   // the register holds nil

	failure  = refused | broken // it is an error
	statuses = success | failure
)

// facts are what is known, by what it is known of.
type facts map[subject]fact

// seen returns what is left of a value where the facts hold: what an answer that is no error
// says is no secret, and what one holds that is an error is the error's.
func (f *frame) seen(v *value, known facts) *value {
	change := func(l label) (label, bool) {
		if l.send != nil && f.a.sends.Script(l.send) {
			return l, true // what the answer is does not matter
		}
		return known.change(l)
	}
	if len(known) == 0 || !affected(v, change, 0) {
		return v
	}
	out := &value{typ: v.typ, depth: v.depth}
	out.mergeIf(v, change)
	return out
}

// change is what is left of a label.
func (known facts) change(l label) (label, bool) {
	k := known[l.subject()]
	if k == 0 {
		k = known[l.answer()]
	}
	switch {
	case k == success:
		return l, l.failed || l.kind > code && l.kind != given || l.kind == given && l.path == ""
	case k&^failure == 0 && k != 0:
		l.failed = l.failed || l.kind == content || l.kind == decoded || l.kind == given && l.path != ""
	case k == public:
		return l, l.kind != content && l.kind != decoded && l.kind != given
	}
	return l, true
}

// register is what is known of a register, whatever it holds.
func register(r ir.Ref) subject { return subject{nil, -1 - int(r), "register"} }

func affected(v *value, change func(label) (label, bool), depth int) bool {
	for l := range v.labels {
		if x, ok := change(l); !ok || x != l {
			return true
		}
	}
	if depth > maxFields {
		return false
	}
	for _, field := range v.fields {
		if affected(field, change, depth+1) {
			return true
		}
	}
	return false
}

// judge finds what is known in a block: what is known on all ways to it that were gone.
func (f *frame) judge(b int) {
	var in facts
	for _, p := range f.fn.Blocks[b].Preds {
		if !f.reached[p] {
			continue
		}
		if e := f.edge(p, b); in == nil {
			in = e
		} else {
			in = common(in, e)
		}
		if len(in) == 0 {
			break
		}
	}
	f.reached[b], f.facts[b] = true, in
}

// common is what is known on both of two ways: of a status that it is one of those of either.
func common(a, b facts) facts {
	out := facts{}
	for s, x := range a {
		switch y := b[s]; {
		case x == y:
			out[s] = x
		case y != 0 && (x|y)&^statuses == 0 && x|y != statuses:
			out[s] = x | y
		}
	}
	return out
}

// narrow notes which statuses an answer may have. A guess says nothing against what is known.
func (known facts) narrow(s subject, to fact, guess bool) {
	old := known[s] & statuses
	switch both := old & to; {
	case both != 0:
		known[s] = both
	case old == 0 || !guess:
		known[s] = to
	}
}

// edge returns what is known on the way from one block to another.
func (f *frame) edge(from, to int) facts {
	known := f.facts[from]
	blk := &f.fn.Blocks[from]
	if len(blk.Succs) != 2 || blk.Succs[0] == blk.Succs[1] || len(blk.Instrs) == 0 {
		return known
	}
	last := &blk.Instrs[len(blk.Instrs)-1]
	if last.Op != ir.If {
		return known
	}
	more := facts{}
	maps.Copy(more, known)
	f.holds(last.Args[0], blk.Succs[0] == to, more, 0)
	return more
}

// holds notes what follows from a condition that holds or does not.
func (f *frame) holds(cond ir.Ref, truth bool, out facts, depth int) {
	if cond < 0 || depth > 4 {
		return
	}
	in := f.defs[cond]
	if in == nil {
		return
	}
	switch in.Op {
	case ir.UnOp:
		if in.Sym == "!" {
			f.holds(in.Args[0], !truth, out, depth+1)
		}
	case ir.BinOp:
		f.compared(in, truth, out)
	case ir.Call, ir.Invoke:
		f.asked(in, truth, out)
	case ir.Extract:
		d := f.def(in.Args[0])
		switch {
		case d == nil || !truth || in.N != 1:
		case d.Op == ir.Assert:
			f.foundType(d.Args[0], d.Sym, out)
		case d.Op == ir.Call && strings.HasPrefix(d.Sym, "errors.AsType") && len(d.Args) == 2:
			f.foundType(d.Args[1], eval.Types(d.Type)[0], out)
		}
	}
}

func (f *frame) def(r ir.Ref) *ir.Instr {
	if r < 0 {
		return nil
	}
	return f.defs[r]
}

// compared notes what a comparison says.
func (f *frame) compared(in *ir.Instr, truth bool, out facts) {
	x, y, op := in.Args[0], in.Args[1], in.Sym
	if f.constant(x) != nil {
		x, y, op = y, x, mirrored[op]
	}
	if !truth {
		op = negated[op]
	}
	c := f.constant(y)
	switch {
	case c != nil && c.Kind == ir.KindInt:
		if known := ofStatus(op, int(c.Int)); known != 0 {
			for l := range f.value(x).labels {
				if l.kind == code || l.kind == given && isStatus(f.fn, l) {
					out.narrow(l.answer(), known, op == "!=")
				}
			}
		}
	case c != nil && c.Kind == ir.KindNil:
		if op == "==" && x >= 0 {
			out[register(x)] = absent
			f.checked(x, out)
		}
	case op == "==":
		f.foundValue(f.value(x), y, out)
		f.foundValue(f.value(y), x, out)
	}
}

var (
	mirrored = map[string]string{"==": "==", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}
	negated  = map[string]string{"==": "!=", "!=": "==", "<": ">=", ">": "<=", "<=": ">", ">=": "<"}
)

func (f *frame) constant(r ir.Ref) *ir.Const {
	if c := f.fn.Const(r); c != nil && c.Kind != ir.KindGlobal && c.Kind != ir.KindFunc {
		return c
	}
	return nil
}

// isStatus says whether what is given is the number of a status, by its name.
func isStatus(fn *ir.Func, l label) bool {
	name := l.path[strings.LastIndexByte(l.path, '.')+1:]
	if name == "" && l.param < len(fn.Params) {
		name = fn.Params[l.param].Name
	}
	for _, w := range aurora.Words(name) {
		if w == "status" || w == "code" {
			return true
		}
	}
	return false
}

// ofStatus says what follows when the number of a status, or its first digit, compares so.
func ofStatus(op string, n int) fact {
	class := n > 0 && n < 10
	if class {
		n *= 100
		if op == "<=" || op == ">" {
			n += 99
		}
	}
	switch op {
	case "==":
		return ofNumber(n)
	case "!=":
		switch {
		case n == 200 || n == 201: // the one that was hoped for; 202 and 204 stand beside another
			return failure
		case class && n >= 400:
			return statuses &^ ofNumber(n)
		}
	case "<", "<=":
		if op == "<=" {
			n++
		}
		if n > 200 && n <= 500 {
			return success | ofNumber(n-1)
		}
	case ">", ">=":
		if op == ">" {
			n++
		}
		if n >= 300 {
			return failure & (broken | ofNumber(max(n, 400)))
		}
	}
	return 0
}

// ofNumber is the fact that an answer has a status.
func ofNumber(n int) fact {
	switch {
	case n >= 500:
		return broken
	case n >= 400:
		return refused
	case n >= 200:
		return success
	}
	return 0
}

// checked notes that a function which was given an answer has found no error in it.
func (f *frame) checked(err ir.Ref, out facts) {
	in := f.def(err)
	if in != nil && in.Op == ir.Extract {
		in = f.def(in.Args[0])
	}
	if in == nil || in.Op != ir.Call || f.a.prog.Func(in.Sym) == nil {
		return
	}
	for _, r := range in.Args {
		for l := range f.value(r).labels {
			if l.kind == reply || l.kind == code || l.kind == given && l.path == "" && l.param < len(f.fn.Params) && strings.HasSuffix(f.fn.Params[l.param].Type, ".Response") {
				out.narrow(l.subject(), success, false)
			}
		}
	}
}

// asked notes what the answer of a function says.
func (f *frame) asked(in *ir.Instr, truth bool, out facts) {
	op := ""
	if row := httplib.Lookup(in.Sym); row != nil {
		op = row.Op
	}
	switch op {
	case "iserror":
		if truth && len(in.Args) == 3 {
			f.foundValue(f.value(in.Args[1]), in.Args[2], out)
		}
		return
	case "aserror":
		if truth && len(in.Args) == 3 {
			f.foundType(in.Args[1], f.value(in.Args[2]).typ, out)
		}
		return
	}
	words := aurora.Words(in.Sym[strings.LastIndexByte(in.Sym, '.')+1:])
	known := fact(0)
	for _, w := range words {
		switch w {
		case "success", "successful", "ok", "2xx":
			known = success
		case "error", "failure", "failed":
			known = failure
		}
	}
	if known == 0 || len(in.Args) < 1 {
		return
	}
	if !truth {
		known = statuses &^ known
	}
	for _, r := range in.Args {
		for l := range f.value(r).labels {
			if l.kind == reply || l.kind == code {
				out.narrow(l.subject(), known, false)
			}
		}
	}
}

// foundValue notes that an error is one of the package variables of the program.
func (f *frame) foundValue(err *value, is ir.Ref, out facts) {
	in := f.def(is)
	if in == nil || in.Op != ir.Load || in.Args[0] >= 0 {
		return
	}
	c := f.fn.Consts[-1-int(in.Args[0])]
	first, _, dotted := strings.Cut(c.Str, "/")
	if c.Kind != ir.KindGlobal || !dotted && !strings.HasPrefix(c.Str, f.fn.Pkg+".") || dotted && !strings.Contains(first, ".") && !strings.HasPrefix(c.Str, f.fn.Pkg+".") || f.a.mixed[c.Str] {
		return
	}
	f.publish(err, out)
}

// foundType notes that an error is of a type of the program that holds nothing of the API.
func (f *frame) foundType(err ir.Ref, typ string, out facts) {
	plain := strings.TrimLeft(typ, "*")
	if f.foundAs(err, plain, out) || f.a.prog.Type(plain) == nil || f.a.namedError(plain) || f.a.errs[plain] != nil && holds(f.a.errs[plain]) {
		return
	}
	f.publish(f.value(err), out)
}

func (f *frame) publish(err *value, out facts) {
	for l := range err.labels {
		out[l.subject()] = public
	}
}
