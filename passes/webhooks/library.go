package webhooks

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/rows"
	"github.com/auroravet/auroravet/internal/weblib"
)

// callee is the full name of the function that a call names, "" for a value.
func (fl *flow) callee(fr *frame, in *ir.Instr) string {
	if in.Op == ir.Invoke {
		return "(" + in.Type + ")." + in.Sym
	}
	if in.Sym != "" {
		return in.Sym
	}
	for _, name := range fl.get(fr, in.Args[0]).funcs {
		if plain, ok := strings.CutSuffix(name, "$bound"); ok {
			return plain
		}
		return name
	}
	return ""
}

// argument returns the argument that a row means.
func argument(use weblib.Use, in *ir.Instr, args []ir.Ref) ir.Ref {
	i := use.Arg
	if use.Method() && in.Op == ir.Call && in.Sym == "" { // a method value has its receiver
		i = use.Param()
	}
	if i < 0 || i >= len(args) {
		return ir.None
	}
	return args[i]
}

// union is what any of some operands is made of.
func (fl *flow) union(fr *frame, args []ir.Ref) (m marks) {
	for _, a := range args {
		m |= fl.get(fr, a).marks
	}
	return m
}

// library is a call of a function whose body is not in view.
func (fl *flow) library(fr *frame, in *ir.Instr, args []ir.Ref) {
	name := fl.callee(fr, in)
	fl.enterLiterals(fr, in, args)
	use, ok := weblib.UseOf(name)
	if !ok || use.Role == weblib.Span {
		fl.other(fr, in, name, args)
		return
	}
	all := fl.union(fr, args)
	of := argument(use, in, args)
	switch use.Role {
	case weblib.Header:
		named := fl.get(fr, of).marks
		if named&nameSignature != 0 {
			fl.set(fr, in, value{marks: signature})
		}
		if named&nameTimestamp != 0 {
			fl.set(fr, in, value{marks: timestamp})
		}
	case weblib.Body:
		fl.set(fr, in, value{marks: rawBody})
	case weblib.Parse:
		fl.add(fr, of, value{marks: parsed})
		fl.set(fr, in, value{marks: parsed})
	case weblib.Decode:
		if all&(rawBody|parsed) != 0 {
			fl.add(fr, of, value{marks: parsed})
		}
	case weblib.Encode:
		fl.set(fr, in, value{marks: parsed})
		if len(args) > 0 && mutable(fr.typ(args[0])) {
			fl.add(fr, args[0], value{marks: parsed})
		}
	case weblib.MAC:
		fl.set(fr, in, value{marks: code})
	case weblib.Hash:
		if all&signature == 0 {
			fl.set(fr, in, value{marks: code | all})
		} else {
			fl.set(fr, in, value{marks: notKnown})
		}
	case weblib.Clock:
		fl.set(fr, in, value{marks: clock | all&^(nameSignature|nameTimestamp)})
	case weblib.Kept:
		fl.set(fr, in, value{marks: notKnown})
	case weblib.Tee:
		fl.add(fr, of, value{marks: fl.get(fr, args[0]).marks})
		fl.set(fr, in, value{marks: all})
	case weblib.Fan:
		fl.fan(fr, in, of, all)
	case weblib.Write:
		fl.add(fr, of, value{marks: all})
	case weblib.File, weblib.Entry:
		fl.set(fr, in, value{marks: notKnown})
	}
}

// fan makes of a list of writers one that writes into all of them.
func (fl *flow) fan(fr *frame, in *ir.Instr, list ir.Ref, all marks) {
	fl.set(fr, in, value{marks: all})
	if in.Dst < 0 {
		return
	}
	for _, w := range fr.elements(list, 0) {
		fl.add(fr, w, value{marks: fr.values[in.Dst].marks &^ (signature | timestamp | code)})
	}
}

// elements are the operands that are put into a list which is made here.
func (fr *frame) elements(list ir.Ref, depth int) (out []ir.Ref) {
	d := fr.fn.Def(list)
	if d == nil || depth > deepest {
		return nil
	}
	switch d.Op {
	case ir.Slice, ir.Phi, ir.Builtin: // append
		for _, a := range d.Args {
			out = append(out, fr.elements(a, depth+1)...)
		}
	case ir.Alloc, ir.MakeSlice:
		for _, in := range fr.fn.Instrs() {
			if in.Op == ir.Store && storesInto(fr.fn, in.Args[0], list) {
				out = append(out, in.Args[1])
			}
		}
	}
	return out
}

// enterLiterals runs the literals that a library is given, which it runs or keeps, with what else it
// is given: the elements of a list, or of what an iterator goes over.
func (fl *flow) enterLiterals(fr *frame, in *ir.Instr, args []ir.Ref) {
	given := value{marks: fl.union(fr, args)}
	if in.Op == ir.Call && in.Sym == "" {
		given.marks |= fl.get(fr, in.Args[0]).marks
	}
	for _, a := range args {
		for _, name := range fl.get(fr, a).funcs {
			fn := fl.prog.Func(name)
			if fn == nil || !strings.Contains(name, "$") || takesRequest(fn) {
				continue
			}
			if inner := fl.run(fr, fn); inner != nil {
				for i := range fn.Params {
					if !plainly(inner.typ(ir.Ref(i))) {
						fl.join(&inner.values[i], given)
					}
				}
			}
		}
	}
}

// other is a call of which no row tells: what it gives is made of what it gets.
func (fl *flow) other(fr *frame, in *ir.Instr, name string, args []ir.Ref) {
	all := fl.union(fr, args)
	short := name[strings.LastIndexByte(name, '.')+1:]
	method := in.Op == ir.Invoke || strings.HasPrefix(name, "(")
	std := name != "" && standard(rows.PackageOf(name))
	out := all
	switch t := in.Returns(); {
	case t == "bool":
		out = 0
	case numeric(t) || strings.HasPrefix(t, "(int"):
		out = out&(timestamp|clock) | fl.clocked(fr, args)
	case t == "time.Time" && all&timestamp == 0 && !std:
		out |= clock
	}
	if !std && fl.late && out&(rawBody|parsed|signature|timestamp|code) == 0 && in.Returns() != "bool" {
		out |= notKnown
	}
	fl.set(fr, in, value{marks: out})
	if len(args) == 0 || !std {
		return
	}
	switch {
	case method && slices.ContainsFunc(writers, func(f string) bool { return strings.HasPrefix(short, f) }):
		fl.add(fr, args[0], value{marks: fl.union(fr, args[1:])})
	case slices.ContainsFunc(fillers, func(f string) bool { return strings.HasPrefix(short, f) }) && len(args) > 1:
		to := 0
		if method {
			to = 1
		}
		fl.add(fr, args[to], value{marks: fl.get(fr, args[1-to]).marks | fl.union(fr, args[2:])})
	case strings.HasPrefix(short, "New"):
		if in.Dst >= 0 {
			for _, a := range args {
				fl.add(fr, a, value{marks: fr.values[in.Dst].marks &^ (signature | timestamp)})
			}
		}
	}
}

// clocked is the mark of a clock when one of some operands is a time or a number that comes from what is not
// in view, and the time stamp is no part of it: what is found between the two is an age.
func (fl *flow) clocked(fr *frame, args []ir.Ref) marks {
	if fl.late && slices.ContainsFunc(args, func(a ir.Ref) bool { return fl.get(fr, a).marks&(notKnown|timestamp|signature) == notKnown }) {
		return clock
	}
	return 0
}

// What begins the names of the functions that write into their receiver, and of those that
// fill an argument.
var (
	writers = []string{"ReadFrom", "Write", "Append", "Print"}
	fillers = []string{"Read", "Decode", "Encode", "Scan"}
)

func numeric(t string) bool {
	return slices.Contains([]string{"int", "int64", "uint64", "float64", "int32", "uint32", "time.Duration"}, t)
}

// standard says whether a package is of the standard library by its path.
func standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}
