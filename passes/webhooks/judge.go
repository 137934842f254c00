package webhooks

import (
	"cmp"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/loglib"
	"github.com/auroravet/auroravet/internal/rows"
	"github.com/auroravet/auroravet/internal/weblib"
)

// site is an instruction in a function.
type site struct {
	fr *frame
	in *ir.Instr
}

// verdict is what a handler, with all that it runs, does about the signature.
type verdict struct {
	reads    []site // where the signature is read
	good     []site // compared in constant time
	bad      []site // compared otherwise
	against  marks  // what it is compared with
	present  bool   // refused when there is none
	foreign  []site // compared with what no code of the request is part of
	refused  bool   // what that says makes a difference
	times    []site // where the time stamp is compared with the clock
	windowed bool   // what that says makes a difference
	next     bool   // the request goes on to another handler
	files    bool   // the signature is kept in a struct
	// takesBody says that it reads the body.
	takesBody bool
	heeded    bool // what the comparison says makes a difference
	dormant   bool // it would be compared if a constant were another one
	optional  bool // it is only made when there is a signature
	// lost says that the signature, or what it is checked by, goes where nothing is known of it.
	lost, lostTime bool
	// ported are the calls of what is not in view that verifies, over what they are given; portsOnly says that
	// the signature goes nowhere else.
	ported                []site
	over                  marks
	portsOnly, portHeeded bool
	hasted                bool // something of the body is sent off before
	live                  bool // it is only made in the live environment
	filing                filing
	flow                  *flow
}

func (v *verdict) compared() bool { return len(v.good)+len(v.bad) > 0 }

// faults says what the verification lacks.
func (v *verdict) faults() Fault {
	var f Fault
	if len(v.bad) > 0 {
		f |= Unsteady
	}
	switch {
	case !v.compared() && !v.lost && v.refused:
		return NoCode
	case !v.compared() && !v.lost:
		return Unverified
	case !v.compared() && v.portsOnly:
		return v.portFaults()
	case !v.compared():
		return 0
	}
	if !v.heeded && !v.lost && len(v.bad) == 0 {
		f |= Unheeded
	}
	if v.heeded && !v.lost {
		f |= v.bypass()
	}
	if v.against&code != 0 && v.against&(rawBody|notKnown) == 0 && !v.lost {
		f |= NotRaw
	}
	if !v.windowed && !v.lost && !v.lostTime && (f&Unheeded == 0 || len(v.times) == 0) {
		f |= NoWindow
	}
	return f
}

// bypass says how an event gets past a verification that is heeded.
func (v *verdict) bypass() (f Fault) {
	if v.optional {
		f |= Optional
	}
	if v.live {
		f |= OnlyLive
	}
	if v.hasted {
		f |= Late
	}
	return f
}

// judge looks at what a run found.
func judge(fl *flow, unit *ir.Func) *verdict {
	v := &verdict{flow: fl}
	for _, fn := range fl.order {
		fr := fl.frames[fn]
		if !fr.active && !fr.dormant {
			continue
		}
		tested, dead := fr.tested(), &verdict{flow: fl}
		for b := range fn.Blocks {
			by := v
			if !fr.active || fr.dead[b] {
				by = dead
			}
			for i := range fn.Blocks[b].Instrs {
				by.look(fr, &fn.Blocks[b].Instrs[i], tested)
			}
		}
		v.reads, v.dormant = append(v.reads, dead.reads...), v.dormant || dead.compared()
	}
	v.lost = v.lost || v.filing.verifiable(v) || fl.given(fl.frames[unit])
	v.portsOnly, v.lost = len(v.ported) > 0 && !v.lost, v.lost || len(v.ported) > 0
	v.times = slices.DeleteFunc(v.times, func(s site) bool { return v.onlyFuture(s) || v.neverOn(unit, s) })
	v.refused = len(v.foreign) > 0 && v.heeds(unit, v.foreign, v.minds, map[*ir.Func]bool{})
	v.present = v.present || v.refused
	v.heeded = len(v.good) == 0 || v.heeds(unit, v.good, v.minds, map[*ir.Func]bool{})
	v.portHeeded = len(v.ported) > 0 && v.heeds(unit, v.ported, v.minds, map[*ir.Func]bool{})
	if len(v.good)+len(v.ported) > 0 {
		v.optional, v.live, v.hasted = v.skippable(), v.onlyLive(), v.hasty()
	}
	v.windowed = len(v.times) > 0 && v.heeds(unit, v.times, v.mindsAge, map[*ir.Func]bool{})
	return v
}

// given says whether whoever calls a function gets the signature from it.
func (fl *flow) given(fr *frame) bool {
	for _, b := range fr.fn.Blocks {
		for i := range b.Instrs {
			if in := &b.Instrs[i]; in.Op == ir.Return && fl.deepUnion(fr, in.Args)&signature != 0 {
				return true
			}
		}
	}
	return false
}

// tested are the registers that a function branches on.
func (fr *frame) tested() map[ir.Ref]bool {
	out := map[ir.Ref]bool{}
	for _, b := range fr.fn.Blocks {
		for i := range b.Instrs {
			if in := &b.Instrs[i]; in.Op == ir.If {
				out[in.Args[0]] = true
			}
		}
	}
	return out
}

func (v *verdict) look(fr *frame, in *ir.Instr, tested map[ir.Ref]bool) {
	fl := v.flow
	switch in.Op {
	case ir.BinOp:
		v.comparison(fr, in, tested)
	case ir.Lookup:
		if fl.get(fr, in.Args[1]).marks&nameSignature != 0 {
			v.reads = append(v.reads, site{fr, in})
			v.present = v.present || in.N == 1 && fr.asksOK(in, tested)
		}
	case ir.FieldAddr, ir.FieldOf:
		v.takesBody = v.takesBody || in.Sym == "Body"
		if t := fl.prog.Type(strings.TrimLeft(fr.typ(in.Args[0]), "*")); t != nil {
			for _, f := range t.Fields {
				if f.Name == in.Sym && fromTag(f.Tag) == signature {
					v.reads = append(v.reads, site{fr, in})
				}
			}
		}
	case ir.Store:
		if fl.get(fr, in.Args[1]).marks&signature != 0 && fr.inField(in.Args[0]) {
			v.files = true
			v.filing.file(fr, in.Args[0])
		}
	case ir.Send:
		v.lost = v.lost || fl.deep(fr.typ(in.Args[1]), fl.get(fr, in.Args[1]))&signature != 0
	case ir.Call, ir.Invoke:
		if fns, args := fl.targets(fr, in); len(fns) == 0 {
			v.call(fr, in, args, tested)
		}
	}
}

// inField says whether an address is that of a field, but of what is given to a log.
func (fr *frame) inField(addr ir.Ref) bool {
	d := fr.fn.Def(addr)
	return d != nil && d.Op == ir.FieldAddr && !loglib.Knows(rows.PackageOf(strings.TrimLeft(fr.typ(d.Args[0]), "*")))
}

// asksOK says whether a function branches on there being an element of a map.
func (fr *frame) asksOK(lookup *ir.Instr, tested map[ir.Ref]bool) bool {
	return slices.ContainsFunc(fr.uses(ir.Ref(lookup.Dst)), func(u use) bool {
		return u.in.Op == ir.Extract && u.in.N == 1 && tested[ir.Ref(u.in.Dst)]
	})
}

func (v *verdict) comparison(fr *frame, in *ir.Instr, tested map[ir.Ref]bool) {
	if !slices.Contains(comparisons, in.Sym) {
		return
	}
	x, y := v.flow.get(fr, in.Args[0]).marks, v.flow.get(fr, in.Args[1]).marks
	fixed := fr.literal(in.Args[0]) || fr.literal(in.Args[1])
	switch {
	case in.Sym == "==" || in.Sym == "!=":
		switch {
		case !fixed && x&signature != 0 && y&code != 0:
			v.unsteady(site{fr, in}, y)
		case !fixed && y&signature != 0 && x&code != 0:
			v.unsteady(site{fr, in}, x)
		case fixed && (x|y)&(signature|length) != 0 && tested[ir.Ref(in.Dst)]:
			v.present = true
		case !fixed && v.toOther(fr, in.Args):
			v.foreign = append(v.foreign, site{fr, in})
		}
	case (x|y)&length != 0 && fixed:
		v.present = v.present || tested[ir.Ref(in.Dst)]
	case (x|y)&(timestamp|signature) != 0:
		if (x|y)&(clock|notKnown) != 0 || !fixed {
			v.times = append(v.times, site{fr, in})
		}
	}
}

func (v *verdict) unsteady(s site, against marks) {
	v.bad = append(v.bad, s)
	v.against |= against
}

// call looks at a call of what is not in view.
func (v *verdict) call(fr *frame, in *ir.Instr, args []ir.Ref, tested map[ir.Ref]bool) {
	fl := v.flow
	name := fl.callee(fr, in)
	use, known := weblib.UseOf(name)
	switch {
	case !known:
		v.unknownCall(fr, in, name, args)
	case use.Role == weblib.Header:
		if fl.get(fr, argument(use, in, args)).marks&nameSignature != 0 {
			v.reads = append(v.reads, site{fr, in})
		}
	case use.Role == weblib.Equal:
		all := fl.union(fr, args)
		if all&signature != 0 {
			v.good = append(v.good, site{fr, in})
			v.against |= v.other(fr, args)
		}
	case use.Role == weblib.Verify, use.Role == weblib.Ageless:
		v.good = append(v.good, site{fr, in})
		v.against |= code | cmp.Or(fl.get(fr, argument(use, in, args)).marks, notKnown)
		if use.Role == weblib.Verify {
			v.times = append(v.times, site{fr, in})
		}
	case use.Role == weblib.Compare:
		if fl.union(fr, args)&signature == 0 {
			return
		}
		if v.other(fr, args)&code != 0 {
			v.unsteady(site{fr, in}, v.other(fr, args))
		} else if slices.ContainsFunc(args, fr.literal) && tested[ir.Ref(in.Dst)] {
			v.present = true
		} else if v.toOther(fr, args) {
			v.foreign = append(v.foreign, site{fr, in})
		}
	case use.Role == weblib.Order:
		if fl.union(fr, args)&(timestamp|signature) != 0 {
			v.times = append(v.times, site{fr, in})
		}
	case use.Role == weblib.Keep && fr.onlyVerified(args[0]):
	case use.Role == weblib.Keep:
		v.lost = v.lost || fl.deepUnion(fr, args)&signature != 0
		v.lostTime = v.lostTime || fl.deepUnion(fr, args)&timestamp != 0
	case use.Role == weblib.Body, use.Role == weblib.Parse:
		v.takesBody = true
	case use.Role == weblib.Next:
		v.next = true
	case use.Role == weblib.Tee: // to what may keep it
		v.filing.bodied = v.filing.bodied || fl.union(fr, args)&rawBody != 0
	}
}

// onlyVerified says whether a value is a header made here that nothing gets but what verifies it.
func (fr *frame) onlyVerified(header ir.Ref) bool {
	def := fr.fn.Def(header)
	if def != nil && def.Op == ir.Convert {
		def = fr.fn.Def(def.Args[0])
	}
	return def != nil && def.Op == ir.MakeMap && !slices.ContainsFunc(fr.uses(header), func(u use) bool {
		to, _ := weblib.UseOf(u.in.Sym)
		return !slices.Contains([]weblib.Role{weblib.Keep, weblib.Header, weblib.Verify, weblib.Ageless}, to.Role)
	})
}

// toOther says whether a comparison is of the signature with what nothing of the request is part of,
// and nothing that is not known.
func (v *verdict) toOther(fr *frame, args []ir.Ref) bool {
	if v.flow.union(fr, args)&signature == 0 {
		return false
	}
	return slices.ContainsFunc(args, func(a ir.Ref) bool { return !fr.literal(a) && v.flow.get(fr, a).marks == 0 })
}

// other is what the operand that is not the signature is made of.
func (v *verdict) other(fr *frame, args []ir.Ref) (m marks) {
	for _, a := range args {
		if x := v.flow.get(fr, a).marks; x&signature == 0 || x&code != 0 {
			m |= x
		}
	}
	if m&code == 0 {
		m |= notKnown
	}
	return m
}

// harmless are packages of the standard library that do nothing with a signature but change its
// form or show it.
var harmless = []string{"strings", "bytes", "strconv", "fmt", "log", "errors", "encoding", "crypto", "hash", "time", "unicode", "regexp", "slices", "reflect", "math", "io", "bufio", "cmp"}

func (v *verdict) unknownCall(fr *frame, in *ir.Instr, name string, args []ir.Ref) {
	path := rows.PackageOf(name)
	first, _, _ := strings.Cut(path, "/")
	if name != "" && (slices.Contains(harmless, first) || loglib.Knows(path)) {
		return
	}
	m := v.flow.deepUnion(fr, args)
	if v.ask(fr, in, name, args) {
		v.lostTime = v.lostTime || m&timestamp != 0
		return
	}
	v.lost = v.lost || !v.filing.given(fr, name, args, m) && m&signature != 0
	v.lostTime = v.lostTime || m&timestamp != 0
	if in.Op == ir.Call && in.Sym == "" || !standard(path) || in.Op == ir.Invoke {
		v.lost = v.lost || v.mayVerify(fr, in, name, args)
	}
}

// verifyWords are words in the names of what may verify, besides other things.
var verifyWords = slices.Concat(portWords, []string{"auth", "signature", "signed", "webhook", "construct"})

// mayVerify says whether a call is given the request, or its headers, to verify them.
func (v *verdict) mayVerify(fr *frame, in *ir.Instr, name string, args []ir.Ref) bool {
	if !slices.ContainsFunc(args, func(a ir.Ref) bool { return a != ir.None && weblib.RequestType(fr.typ(a)) }) {
		return false
	}
	if in.Op == ir.Call && in.Sym == "" && name == "" {
		if slices.ContainsFunc(args, func(a ir.Ref) bool { return fr.typ(a) == "net/http.ResponseWriter" }) {
			v.next = true
			return false
		}
		v.next = v.next || in.Returns() == "error"
		return in.Returns() != "error" || len(args) > 1
	}
	return verifying(name)
}

// deepUnion is what operands are made of, with the fields of the structs they are.
func (fl *flow) deepUnion(fr *frame, args []ir.Ref) (m marks) {
	for _, a := range args {
		m |= fl.deep(fr.typ(a), fl.get(fr, a))
	}
	return m
}

func (fl *flow) deep(typ string, v value) marks {
	m := v.marks
	base := strings.TrimLeft(typ, "*[]")
	if t := fl.prog.Type(base); t != nil && base != "net/http.Request" {
		for _, f := range t.Fields {
			if c := fl.cells[base+"."+f.Name]; c != nil {
				m |= c.marks
			}
		}
	}
	return m
}
