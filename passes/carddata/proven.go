package carddata

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/aurora"
)

// proof is what the code does with a text under a common name (pan) that shows what it is.
type proof uint8

const (
	// shortened: its last four are taken, as they are of other numbers too.
	shortened proof = 1 << iota
	// measuredPAN: its length is compared with one that only card numbers have, or its check digit is looked at.
	measuredPAN
)

// proofs are the fields and functions of a package in which such texts are.
type proofs struct {
	fields map[*types.Var]proof
	funcs  map[*ssa.Function]bool
}

// Card numbers have 13 to 19 digits (ISO/IEC 7812). Other numbers that are named pan are shorter:
// that of the Indian tax office has ten.
const shortestPAN, longestPAN = 13, 19

// findProofs looks at what the functions of the package compare, check and shorten.
func (e *engine) findProofs() {
	e.proofs = proofs{map[*types.Var]proof{}, map[*ssa.Function]bool{}}
	for _, fn := range e.ssa.Funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				switch instr := instr.(type) {
				case *ssa.BinOp:
					e.prove(measuredLength(instr), measuredPAN)
				case *ssa.Call:
					e.proveBy(instr)
				}
			}
		}
	}
	e.fields.proven = e.provenField
}

// measuredLength is the text whose length a comparison holds against that of a card number, or nil.
func measuredLength(op *ssa.BinOp) ssa.Value {
	for _, side := range [][2]ssa.Value{{op.X, op.Y}, {op.Y, op.X}} {
		call, ok := side[0].(*ssa.Call)
		if !ok || len(call.Call.Args) != 1 {
			continue
		}
		n, fixed := constInt(side[1])
		if b, ok := call.Call.Value.(*ssa.Builtin); ok && b.Name() == "len" && fixed && shortestPAN <= n && n <= longestPAN {
			return call.Call.Args[0]
		}
	}
	return nil
}

// proveBy takes the name of a function as a sign of what it is given.
func (e *engine) proveBy(call *ssa.Call) {
	name := calleeName(call.Common())
	if obj := rowObject(call.Common()); obj != nil && obj.Pkg() != nil && obj.Pkg() != e.pass.Pkg {
		name = obj.Pkg().Name() + " " + name
	}
	lower := strings.ToLower(name)
	var p proof
	switch {
	case slices.Contains(aurora.Words(name), "luhn"):
		p = measuredPAN
	case strings.Contains(lower, "last4") || strings.Contains(lower, "lastfour"):
		p = shortened
	default:
		return
	}
	for _, a := range call.Call.Args {
		e.prove(a, p)
	}
}

// prove notes a proof of the field that v is read from, and of the function that has v under such a name.
func (e *engine) prove(v ssa.Value, p proof) {
	if v == nil || !plainText(v.Type()) {
		return
	}
	if f := fieldVar(v); f != nil {
		e.proofs.fields[f] |= p
		return
	}
	fn := v.Parent()
	if p != measuredPAN || fn == nil || !slices.ContainsFunc(e.valueNames(underConversion(v)), shortPAN) {
		return
	}
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	e.proofs.funcs[fn] = true
}

// shortPAN says whether a name is that of a card number and of other things, but not of an
// account, whose number can be as long.
func shortPAN(name string) bool {
	n := factsOf(name)
	return n.Kind == aurora.PAN && n.NeedsContext && !n.Safe && slices.Contains(aurora.Words(name), "pan")
}

// provenField is what is known of a field of this or another package.
func (e *engine) provenField(f *types.Var) proof {
	f = f.Origin()
	p := e.proofs.fields[f]
	if f.Pkg() != e.pass.Pkg && f.Exported() {
		if sum := e.facts(f); sum != nil {
			p |= sum.proof
		}
	}
	return p
}

// provenPAN says whether field i, under a common name of the card number, is proven to be one: by a
// check, or by its last four where an expiry stands beside it.
func (t *fieldTable) provenPAN(st *types.Struct, i int, name string, names [][]string) bool {
	if t.proven == nil || !shortPAN(name) || !plainText(st.Field(i).Type()) {
		return false
	}
	p := t.proven(st.Field(i))
	return p&measuredPAN != 0 || p&shortened != 0 && slices.ContainsFunc(names, func(ns []string) bool {
		return slices.ContainsFunc(ns, func(n string) bool { return factsOf(n).Kind == aurora.Expiry && !factsOf(n).Safe })
	})
}

// tellProof tells of a field what is done with it here.
func (e *engine) tellProof(out map[types.Object]*funcFact, field *types.Var) {
	p := e.proofs.fields[field]
	if p == 0 || !field.Exported() || !shortPAN(field.Name()) {
		return
	}
	if out[field] == nil {
		out[field] = new(funcFact)
	}
	out[field].Proof = uint8(p)
}
