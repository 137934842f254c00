package carddata

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// RawCard is a place where the program puts a card number or security code into the body of a
// request that it sends, or takes one out of a request that it serves.
type RawCard struct {
	analysis.Range
	Subject string // the function that does it, as the source writes it
	Data    string // "card number and security code"
	Inbound bool
}

// transfer is card data on its way out of the program or into it, before calls that are about
// the same request are put together.
type transfer struct {
	leak
	inbound bool
	// apart: the call is about one of several fields of the request.
	apart bool
}

// rawCards lists the places in source order.
func (e *engine) rawCards() []RawCard {
	var all []transfer
	sends := map[*ssa.Function]bool{}
	for _, l := range e.requests {
		sends[l.at.Parent()] = sends[l.at.Parent()] || !l.put
	}
	for _, l := range e.requests {
		if !l.put || !sends[l.at.Parent()] { // who sends it too is reported there
			all = append(all, transfer{leak: l, apart: l.put || keyedBody(l.at)})
		}
	}
	all = append(all, e.inbound()...)
	type group struct {
		at any // the instruction, or the function of several about one request
		in bool
	}
	first := map[group]int{}
	var groups []transfer
	for _, t := range all {
		g := group{t.at, t.inbound}
		if t.apart {
			g.at = t.at.Parent()
		}
		if i, ok := first[g]; ok {
			groups[i].kinds |= t.kinds
			continue
		}
		first[g] = len(groups)
		groups = append(groups, t)
	}
	calls := e.callExprs()
	var out []RawCard
	for _, t := range groups {
		pos := instrPos(t.at)
		r := RawCard{Range: span{pos, pos}, Subject: t.sink, Data: t.kinds.String(), Inbound: t.inbound}
		if call := calls[pos]; call != nil {
			r.Range, r.Subject = argExpr(call, t.leak), calledAs(call, t.sink)
		} else if !pos.IsValid() {
			continue
		}
		out = append(out, r)
	}
	slices.SortStableFunc(out, func(a, b RawCard) int { return cmp.Compare(a.Pos(), b.Pos()) })
	return out
}

// keyedBody says whether a call puts one field into a request.
func keyedBody(at ssa.Instruction) bool {
	call, ok := at.(ssa.CallInstruction)
	if !ok {
		return false
	}
	obj := rowObject(call.Common())
	if obj == nil {
		return false
	}
	row := bodyRow(obj)
	return row != nil && row.Get("key") >= 0
}

// calledAs is the function of a call as the source writes it, or a shorter name of it.
func calledAs(call *ast.CallExpr, name string) string {
	fun := call.Fun
	switch f := ast.Unparen(fun).(type) {
	case *ast.IndexExpr: // with type arguments
		fun = f.X
	case *ast.IndexListExpr:
		fun = f.X
	}
	if text := types.ExprString(fun); len([]rune(text)) <= maxSubject {
		return text
	}
	return name
}
