package webhooks

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/weblib"
)

// pass goes once over a function.
func (fl *flow) pass(fr *frame) {
	for b := range fr.fn.Blocks {
		fl.dead = fr.dead[b]
		for i := range fr.fn.Blocks[b].Instrs {
			fl.step(fr, &fr.fn.Blocks[b].Instrs[i])
		}
	}
}

func (fl *flow) step(fr *frame, in *ir.Instr) {
	switch in.Op {
	case ir.FieldAddr, ir.FieldOf:
		fl.set(fr, in, fl.field(fr, in))
	case ir.Lookup:
		v := fl.get(fr, in.Args[0])
		switch name := fl.get(fr, in.Args[1]).marks; {
		case name&nameSignature != 0:
			v = value{marks: signature}
		case name&nameTimestamp != 0:
			v = value{marks: timestamp}
		}
		fl.set(fr, in, v)
	case ir.Convert, ir.Iface, ir.Slice, ir.Assert:
		fl.set(fr, in, fl.get(fr, in.Args[0]))
		if in.Dst >= 0 && mutable(fr.typ(ir.Ref(in.Dst))) {
			fl.add(fr, in.Args[0], value{marks: fr.values[in.Dst].marks})
		}
	case ir.IndexAddr, ir.Index, ir.Load, ir.UnOp, ir.Range, ir.Next, ir.Recv:
		fl.set(fr, in, fl.get(fr, in.Args[0]))
	case ir.Extract:
		fl.extract(fr, in)
	case ir.Phi:
		for _, a := range in.Args {
			fl.set(fr, in, fl.get(fr, a))
		}
	case ir.BinOp:
		if !slices.Contains(comparisons, in.Sym) {
			for _, a := range in.Args {
				fl.set(fr, in, value{marks: fl.get(fr, a).marks})
			}
			if in.Sym == "-" {
				fl.set(fr, in, value{marks: fl.clocked(fr, in.Args)})
			}
		}
	case ir.Store:
		fl.add(fr, in.Args[0], fl.get(fr, in.Args[1]))
	case ir.MapUpdate:
		fl.add(fr, in.Args[0], fl.get(fr, in.Args[2]))
	case ir.Closure:
		fl.closure(fr, in)
	case ir.Return:
		for i, a := range in.Args {
			if i < len(fr.rets) {
				fl.join(&fr.rets[i], fl.get(fr, a))
			}
		}
	case ir.Builtin:
		fl.builtin(fr, in)
	case ir.Call, ir.Invoke:
		fl.call(fr, in)
	}
}

var comparisons = []string{"==", "!=", "<", "<=", ">", ">="}

// bodyFields are fields that hold a body as it came, when nothing else is known of them.
var bodyFields = []string{"Body", "RawBody", "Raw", "Payload", "body", "rawBody", "raw", "payload"}

// field is what a field holds: what is ever stored in it, and what its struct is made of.
func (fl *flow) field(fr *frame, in *ir.Instr) value {
	base := strings.TrimLeft(fr.typ(in.Args[0]), "*")
	if base == "net/http.Request" {
		switch in.Sym {
		case "Body":
			return value{marks: rawBody}
		case "Form", "PostForm", "MultipartForm":
			return value{marks: parsed}
		}
		return value{}
	}
	v := *fl.cell(base + "." + in.Sym)
	v.marks |= fl.get(fr, in.Args[0]).marks
	if t := fl.prog.Type(base); t != nil {
		for _, f := range t.Fields {
			if f.Name == in.Sym {
				v.marks |= fromTag(f.Tag)
			}
		}
	}
	if fl.late && v.marks == 0 && slices.Contains(bodyFields, in.Sym) && slices.Contains([]string{"[]byte", "string", "io.ReadCloser", "io.Reader"}, in.Type) {
		v.marks = rawBody
	}
	if fl.late && v.marks == 0 && in.Type == "time.Time" {
		v.marks = notKnown
	}
	return v
}

// fromTag is what a field is filled with by the header that its tag names.
func fromTag(tag string) marks {
	for _, part := range strings.Split(tag, `"`) {
		name, _, _ := strings.Cut(part, ",")
		switch headerName(name) {
		case nameSignature:
			return signature
		case nameTimestamp:
			return timestamp
		}
	}
	return 0
}

func (fl *flow) extract(fr *frame, in *ir.Instr) {
	if in.Type == "error" || in.Type == "bool" {
		return
	}
	if t := int(in.Args[0]); t >= 0 {
		if results := fr.tuples[t]; in.N < len(results) {
			fl.set(fr, in, results[in.N])
			return
		}
	}
	fl.set(fr, in, fl.get(fr, in.Args[0]))
}

// closure gives a literal its variables. One that takes a request is a handler of its own,
// until it is called here.
func (fl *flow) closure(fr *frame, in *ir.Instr) {
	fl.set(fr, in, value{funcs: []string{in.Sym}})
	fn := fl.prog.Func(in.Sym)
	if fn == nil {
		return
	}
	inner := fl.frames[fn]
	if inner == nil {
		if takesRequest(fn) {
			return
		}
		inner = fl.run(fr, fn)
	} else if fr.active && !takesRequest(fn) {
		fl.run(fr, fn)
	}
	if inner == nil {
		return
	}
	for i, a := range in.Args {
		r := len(fn.Params) + i
		if r >= len(inner.values) {
			break
		}
		fl.join(&inner.values[r], fl.get(fr, a))
		if mutable(inner.typ(ir.Ref(r))) {
			fl.add(fr, a, value{marks: inner.values[r].marks, funcs: inner.values[r].funcs})
		}
	}
}

// takesRequest says whether a function has a parameter that is a request.
func takesRequest(fn *ir.Func) bool {
	return slices.ContainsFunc(fn.Params, func(v ir.Var) bool { return weblib.RequestType(v.Type) })
}

func (fl *flow) builtin(fr *frame, in *ir.Instr) {
	switch in.Sym {
	case "append", "min", "max":
		for _, a := range in.Args {
			fl.set(fr, in, fl.get(fr, a))
		}
	case "copy":
		fl.add(fr, in.Args[0], value{marks: fl.get(fr, in.Args[1]).marks})
	case "len":
		if fl.get(fr, in.Args[0]).marks&signature != 0 {
			fl.set(fr, in, value{marks: length})
		}
	}
}

// targets are the functions in view that a call may run, with the arguments they get.
func (fl *flow) targets(fr *frame, in *ir.Instr) (fns []*ir.Func, args []ir.Ref) {
	args = callArgs(in)
	if use, ok := weblib.UseOf(fl.callee(fr, in)); ok && use.Role == weblib.Next && len(args) == 3 {
		return fl.called(fr, args[0], args[1:]) // any handler may be behind the interface
	}
	if in.Op == ir.Call && in.Sym == "" {
		return fl.called(fr, in.Args[0], args)
	}
	if in.Op == ir.Invoke {
		for _, t := range in.Names {
			if fn := fl.prog.Method(t, in.Sym); fn != nil {
				fns = append(fns, fn)
			}
		}
	} else if fn := fl.prog.Func(in.Sym); fn != nil {
		fns = append(fns, fn)
	}
	return fns, args
}

// called are the functions that a value is, with the arguments they get.
func (fl *flow) called(fr *frame, value ir.Ref, args []ir.Ref) ([]*ir.Func, []ir.Ref) {
	var fns []*ir.Func
	for _, name := range fl.get(fr, value).funcs {
		plain, bound := strings.CutSuffix(name, "$bound")
		if fn := fl.prog.Func(plain); fn != nil {
			if bound && len(args) < len(fn.Params) {
				args = append([]ir.Ref{ir.None}, args...)
			}
			fns = append(fns, fn)
		}
	}
	return fns, args
}

// callArgs are the arguments of a call, the receiver first.
func callArgs(in *ir.Instr) []ir.Ref {
	if in.Op == ir.Invoke || len(in.Args) == 0 {
		return in.Args
	}
	return in.Args[1:]
}

func (fl *flow) call(fr *frame, in *ir.Instr) {
	fns, args := fl.targets(fr, in)
	known := false
	for _, fn := range fns {
		callee := fl.run(fr, fn)
		if callee == nil {
			continue
		}
		known = true
		fr.link(in, fn)
		for i, a := range args {
			if i >= len(fn.Params) || a == ir.None {
				continue
			}
			v := fl.get(fr, a)
			if weblib.RequestType(callee.typ(ir.Ref(i))) || plainly(callee.typ(ir.Ref(i))) {
				v.marks = 0
			}
			fl.join(&callee.values[i], v)
			if mutable(callee.typ(ir.Ref(i))) {
				fl.add(fr, a, value{marks: callee.values[i].marks})
			}
		}
		fl.results(fr, in, callee)
	}
	if !known {
		fl.library(fr, in, args)
	}
}

func (fr *frame) link(in *ir.Instr, to *ir.Func) {
	if !slices.Contains(fr.calls, edge{in, to}) {
		fr.calls = append(fr.calls, edge{in, to})
	}
}

func (fl *flow) results(fr *frame, in *ir.Instr, callee *frame) {
	if len(callee.rets) == 1 {
		fl.set(fr, in, callee.rets[0])
		return
	}
	if in.Dst < 0 {
		return
	}
	tuple := fr.tuples[in.Dst]
	for len(tuple) < len(callee.rets) {
		tuple = append(tuple, value{})
	}
	for i := range callee.rets {
		fl.join(&tuple[i], callee.rets[i])
	}
	fr.tuples[in.Dst] = tuple
}
