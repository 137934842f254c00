package carddata

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/aurora"
)

// report turns the leaks into findings: one for each call, at the argument that shows the
// card data, in source order.
func (e *engine) report() []Leak {
	calls := e.callExprs()
	byCall := map[ssa.Instruction][]leak{}
	var order []ssa.Instruction
	for _, l := range e.leaks {
		if _, made := l.at.(*ssa.MakeInterface); made && e.alsoLogged(l) {
			continue
		}
		if len(byCall[l.at]) == 0 {
			order = append(order, l.at)
		}
		byCall[l.at] = append(byCall[l.at], l)
	}
	var out []Leak
	for _, at := range order {
		if l, ok := e.finding(byCall[at], calls[instrPos(at)]); ok {
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(a, b Leak) int { return cmp.Compare(a.Pos(), b.Pos()) })
	return out
}

// alsoLogged says whether the function that makes an error logs it too, where it is reported.
func (e *engine) alsoLogged(made leak) bool {
	for _, l := range e.leaks {
		if _, other := l.at.(*ssa.MakeInterface); !other && l.at.Parent() == made.at.Parent() {
			return true
		}
	}
	return false
}

// callExprs finds the calls of the package by their opening parentheses, which is where
// SSA instructions say that they stand.
func (e *engine) callExprs() map[token.Pos]*ast.CallExpr {
	calls := map[token.Pos]*ast.CallExpr{}
	for _, file := range e.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				calls[call.Lparen] = call
			}
			return true
		})
	}
	return calls
}

func instrPos(instr ssa.Instruction) token.Pos {
	if call, ok := instr.(ssa.CallInstruction); ok {
		return call.Common().Pos()
	}
	return instr.Pos()
}

func (e *engine) finding(leaks []leak, call *ast.CallExpr) (Leak, bool) {
	var k kinds
	for _, l := range leaks {
		k |= l.kinds
	}
	first := leaks[0]
	out := Leak{Data: k.String(), Sink: first.sink, Subject: first.what, Error: first.toErr}
	if call == nil {
		pos := madeAt(first.at)
		if !pos.IsValid() {
			return out, false
		}
		out.Range = span{pos, pos}
		return out, true
	}
	expr := argExpr(call, first)
	out.Range = expr
	out.Subject = subject(expr)
	return out, true
}

type span struct{ pos, end token.Pos }

func (s span) Pos() token.Pos { return s.pos }
func (s span) End() token.Pos { return s.end }

// argExpr is the expression of the call that stands for the argument of a leak.
func argExpr(call *ast.CallExpr, l leak) ast.Expr {
	i := l.arg
	if c, ok := l.at.(ssa.CallInstruction); ok && methodCall(c.Common()) {
		if i == 0 {
			if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
				return sel.X
			}
		}
		i--
	}
	if l.place > 0 && !call.Ellipsis.IsValid() {
		i += l.place
	}
	if i < 0 || i >= len(call.Args) {
		return call
	}
	return call.Args[i]
}

// methodCall says whether the first argument of a call is a receiver.
func methodCall(common *ssa.CallCommon) bool {
	if common.IsInvoke() {
		return true
	}
	fn := common.StaticCallee()
	if fn == nil {
		return false
	}
	_, closure := common.Value.(*ssa.MakeClosure)
	return fn.Signature.Recv() != nil && !closure
}

// maxSubject is the length past which an expression is named by less than all of it.
const maxSubject = 48

// subject is an expression as the source writes it, without literals that could be card numbers.
func subject(expr ast.Expr) string {
	text := types.ExprString(expr)
	if len(aurora.PANs(text)) > 0 {
		return "the literal"
	}
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		text = text[:i]
	}
	if len([]rune(text)) <= maxSubject {
		return text
	}
	if call, ok := expr.(*ast.CallExpr); ok {
		if short := types.ExprString(call.Fun) + "(…)"; len([]rune(short)) <= maxSubject {
			return short
		}
	}
	return "the argument"
}
