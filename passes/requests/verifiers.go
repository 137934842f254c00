package requests

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file reads the functions that a program gives to verify certificates, or to connect.

// accepts says whether a function that is given to verify certificates accepts all, or those that anyone
// can make.
func (a *analyzer) accepts(v eval.Value) bool {
	fn, ok := v.(*eval.Fn)
	return a.neverRefuses(v) || ok && a.admits(fn.Name)
}

// neverRefuses says whether a function returns no error whatever it is given.
func (a *analyzer) neverRefuses(v eval.Value) bool {
	fn, ok := v.(*eval.Fn)
	if !ok {
		return false
	}
	body := a.prog.Func(strings.TrimSuffix(fn.Name, "$bound"))
	if body == nil || len(body.Blocks) == 0 {
		return false
	}
	returns, dead := false, body.Dead()
	for i, b := range body.Blocks {
		n := len(b.Instrs)
		if dead[i] || n == 0 || b.Instrs[n-1].Op != ir.Return || len(b.Instrs[n-1].Args) == 0 {
			continue // or where it goes on after a panic
		}
		in := &b.Instrs[n-1]
		returns = true
		if !onlyNil(body, in.Args[len(in.Args)-1]) {
			return false
		}
	}
	return returns
}

// onlyNil says whether an operand is nil, or a variable in which nothing else is stored: a function that
// defers calls keeps there what it returns.
func onlyNil(fn *ir.Func, r ir.Ref) bool {
	if c := fn.Const(r); c != nil {
		return c.Kind == ir.KindNil
	}
	load := fn.Def(r)
	if r < 0 || load == nil || load.Op != ir.Load {
		return false
	}
	at, stored := load.Args[0], false
	for _, in := range fn.Instrs() {
		switch {
		case in == load || in.Op == ir.Load || !slices.Contains(in.Args, at):
		case in.Op != ir.Store || in.Args[0] != at || !onlyNil(fn, in.Args[1]):
			return false
		default:
			stored = true
		}
	}
	return stored
}

// doesNothing says whether a function does no more than return no error.
func (a *analyzer) doesNothing(v eval.Value) bool {
	if !a.neverRefuses(v) {
		return false
	}
	return !slices.ContainsFunc(a.prog.Func(strings.TrimSuffix(v.(*eval.Fn).Name, "$bound")).Instrs(), func(in *ir.Instr) bool {
		return in.Op == ir.Call || in.Op == ir.Invoke || in.Op == ir.Store
	})
}

// unverified says whether a function that connects does so with TLS settings that skip the
// verification: settings that it has captured, or that it makes.
func (w *wire) unverified(v eval.Value) bool {
	fn, ok := v.(*eval.Fn)
	if !ok {
		return false
	}
	for _, free := range fn.Free {
		if addr, ok := free.(*eval.Addr); ok {
			free = w.s.Field(addr.ID, addr.Field)
		}
		ids, _ := w.objects(free, 0)
		for _, id := range slices.Clone(ids) { // a dialer has settings
			set, _ := w.objects(w.s.Field(id, "Config"), 0)
			ids = append(ids, set...)
		}
		for _, id := range ids {
			in := &wire{a: w.a, s: w.s}
			if in.config(id); slices.ContainsFunc(in.found, func(f flaw) bool { return f.kind == SkipsVerification }) {
				return true
			}
		}
	}
	return w.a.makesUnverified(fn.Name, 0)
}

// makesUnverified says whether a function, or one of the functions in view that it calls,
// makes TLS settings that skip the verification and put nothing in its place.
func (a *analyzer) makesUnverified(name string, depth int) bool {
	name = strings.TrimSuffix(name, "$bound")
	fn := a.prog.Func(name)
	if fn == nil || depth > 3 {
		return false
	}
	skips, verifies := false, false
	fields := map[ir.Ref]string{}
	for _, in := range fn.Instrs() {
		switch in.Op {
		case ir.FieldAddr:
			fields[ir.Ref(in.Dst)] = in.Sym
		case ir.Store:
			name, v := fields[in.Args[0]], in.Args[1]
			yes := v < 0 && v != ir.None && fn.Consts[-1-v].Kind == ir.KindBool && fn.Consts[-1-v].Int == 1
			skips = skips || name == "InsecureSkipVerify" && yes
			verifies = verifies || (name == "VerifyConnection" || name == "VerifyPeerCertificate") && !a.accepts(&eval.Fn{Name: functionOf(fn, v)})
		case ir.Call:
			if in.Sym == "(*crypto/tls.Conn).VerifyHostname" || strings.HasSuffix(in.Sym, "x509.Certificate).Verify") {
				verifies = true
			} else if in.Sym != "" && a.makesUnverified(in.Sym, depth+1) {
				return true
			}
		}
	}
	return skips && !verifies
}

// functionOf names the function that an operand is, "" when that is not known.
func functionOf(fn *ir.Func, r ir.Ref) string {
	if c := fn.Const(r); c != nil && c.Kind == ir.KindFunc {
		return c.Str
	}
	if in := fn.Def(r); in != nil && in.Op == ir.Closure {
		return in.Sym
	}
	return ""
}

// dialedAt is where a function that connects skips the verification, when another one than the one that is set
// has made it; else where it is set.
func (w *wire) dialedAt(v eval.Value, set eval.Site) eval.Site {
	fn, ok := v.(*eval.Fn)
	if !ok || set.Frame == nil {
		return set
	}
	lit := w.a.prog.Func(strings.TrimSuffix(fn.Name, "$bound"))
	if lit == nil || lit.Pkg != w.a.prog.Path || outermost(lit.Name) == outermost(set.Frame.Fn.Name) {
		return set
	}
	fields := map[ir.Ref]string{}
	for _, in := range lit.Instrs() {
		switch {
		case in.Op == ir.FieldAddr:
			fields[ir.Ref(in.Dst)] = in.Sym
		case in.Op == ir.Store && fields[in.Args[0]] == "InsecureSkipVerify" && in.Pos != 0:
			return eval.Site{Frame: &eval.Frame{Fn: lit}, Pos: in.Pos, Instr: in}
		}
	}
	return set
}
