package requests

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/loglib"
)

// This file finds out by what a function that is given to verify certificates judges them. How many
// there are, their names and their times prove nothing: whoever makes one writes them into it.

// regard is what a value has to do with the certificates that a function is given.
type regard uint8

const (
	aside    regard = iota // nothing
	slight                 // it says what anyone can write into a certificate
	thorough               // it is one, or has some
)

// admits says whether a function that is given certificates is known to accept those that anyone can make.
func (a *analyzer) admits(name string) bool {
	fn := a.prog.Func(strings.TrimSuffix(name, "$bound"))
	if fn == nil || len(fn.Blocks) == 0 {
		return false
	}
	given := make([]regard, len(fn.Params))
	for i, p := range fn.Params {
		switch p.Type {
		case "[][]byte", "crypto/tls.ConnectionState":
			given[i] = thorough
		case "[][]*crypto/x509.Certificate":
			if slices.ContainsFunc(fn.Instrs(), func(in *ir.Instr) bool { return slices.Contains(in.Args, ir.Ref(i)) }) {
				return false // those that were verified
			}
		}
	}
	if !slices.Contains(given, thorough) {
		return false
	}
	l := a.looks(fn, given, 0)
	return l != nil && slices.ContainsFunc(fn.Instrs(), func(in *ir.Instr) bool {
		if in.Op != ir.Return || in.N == 1 || len(in.Args) == 0 {
			return false
		}
		last := in.Args[len(in.Args)-1]
		c := fn.Const(last)
		return c != nil && c.Kind == ir.KindNil || l.regs[last] == slight
	})
}

// looker goes through a function that has certificates.
type looker struct {
	a     *analyzer
	fn    *ir.Func
	regs  map[ir.Ref]regard
	depth int
}

// looks goes through a function, whose parameters are given; nil when it may look at what only the
// owner of a certificate can have, or when something else decides what it does.
func (a *analyzer) looks(fn *ir.Func, given []regard, depth int) *looker {
	if depth > 3 {
		return nil
	}
	l := &looker{a, fn, map[ir.Ref]regard{}, depth}
	for i, r := range given {
		l.regs[ir.Ref(i)] = r
	}
	for before := -1; before != l.sum(); { // around loops
		before = l.sum()
		for _, in := range fn.Instrs() {
			if !l.instr(in) {
				return nil
			}
		}
	}
	decided := !slices.ContainsFunc(fn.Instrs(), func(in *ir.Instr) bool {
		return in.Op == ir.If && fn.Const(in.Args[0]) == nil && l.regs[in.Args[0]] == aside
	})
	if !decided {
		return nil
	}
	return l
}

func (l *looker) sum() int {
	n := 0
	for _, r := range l.regs {
		n += int(r)
	}
	return n
}

// most is the most that the operands of an instruction have to do with certificates.
func (l *looker) most(in *ir.Instr) regard {
	m := aside
	for _, r := range in.Args {
		m = max(m, l.regs[r])
	}
	return m
}

// instr follows one instruction; it is false for one that may look closer.
func (l *looker) instr(in *ir.Instr) bool {
	m := l.most(in)
	if m == aside {
		return true
	}
	switch in.Op {
	case ir.Store:
		return l.store(in.Args[0], m)
	case ir.FieldAddr, ir.FieldOf:
		if m == thorough && in.Sym != "PeerCertificates" && l.ofCertificates(in) {
			if !slices.Contains(slightFields, in.Sym) {
				return false
			}
			m = slight
		}
	case ir.Builtin:
		if in.Sym == "len" {
			m = slight
		}
		if in.Sym == "copy" {
			return m == slight
		}
	case ir.BinOp:
		if m == thorough && !blank(l.fn, in.Args[1]) {
			return false
		}
		m = slight
	case ir.Call:
		if m == thorough {
			ok := false
			if m, ok = l.call(in); !ok {
				return false
			}
		}
	case ir.Invoke, ir.Closure, ir.MapUpdate, ir.Send:
		return m == slight && l.note(in, slight)
	}
	return l.note(in, m)
}

func (l *looker) note(in *ir.Instr, m regard) bool {
	if in.Dst >= 0 {
		l.regs[ir.Ref(in.Dst)] = max(l.regs[ir.Ref(in.Dst)], m)
	}
	return true
}

// ofCertificates says whether an instruction takes a field of a certificate, or of what has them.
func (l *looker) ofCertificates(in *ir.Instr) bool {
	typ := strings.TrimLeft(l.fn.Types().Of(in.Args[0]), "*")
	return typ == "" || strings.HasPrefix(typ, "crypto/")
}

// slightFields are the fields of certificates and connections that anyone can fill in as they like.
var slightFields = []string{"Subject", "Issuer", "DNSNames", "IPAddresses", "EmailAddresses", "URIs", "NotBefore", "NotAfter", "SerialNumber", "IsCA", "KeyUsage", "ExtKeyUsage",
	"ServerName", "Version", "CipherSuite", "NegotiatedProtocol", "HandshakeComplete", "DidResume"}

// store notes that a variable has something of the certificates; it is false for one that others read.
func (l *looker) store(addr ir.Ref, m regard) bool {
	for range 8 {
		in := l.fn.Def(addr)
		if addr < 0 || in == nil {
			return m == slight
		}
		l.regs[addr] = max(l.regs[addr], m)
		if in.Op == ir.Alloc || in.Op == ir.MakeSlice {
			return true
		}
		if in.Op != ir.FieldAddr && in.Op != ir.IndexAddr {
			return m == slight
		}
		addr = in.Args[0]
	}
	return false
}

// call follows a call that is given certificates, to what it returns.
func (l *looker) call(in *ir.Instr) (regard, bool) {
	switch in.Sym {
	case "crypto/x509.ParseCertificate":
		return thorough, true
	case "(*crypto/x509.Certificate).VerifyHostname":
		return slight, true
	}
	if row := loglib.Lookup(in.Sym); row != nil && (row.Op == loglib.Sink || row.Op == loglib.Error) {
		return slight, true
	}
	fn := l.a.prog.Func(in.Sym)
	if fn == nil || len(fn.Blocks) == 0 || len(in.Args) != len(fn.Params)+1 {
		return aside, false
	}
	given := make([]regard, len(fn.Params))
	for i, r := range in.Args[1:] {
		given[i] = l.regs[r]
	}
	inner := l.a.looks(fn, given, l.depth+1)
	if inner == nil {
		return aside, false
	}
	m := slight
	for _, ret := range fn.Instrs() {
		if ret.Op == ir.Return {
			m = max(m, inner.most(ret))
		}
	}
	return m, true
}
