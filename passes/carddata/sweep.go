package carddata

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// loopBodies are the blocks of a loop over a list, by what package ssa calls them.
var loopBodies = []string{"rangeindex.body", "rangeint.body", "for.body"}

// swept is the write at path that a loop before an instruction makes to every element of the
// list that it goes over, or nil: nothing older remains in the elements.
func (e *engine) swept(writes []write, path string, at ssa.Instruction) *write {
	if at == nil || !strings.Contains(path, "[]") {
		return nil
	}
	for i, wr := range writes {
		body := wr.instr.Block()
		if !strings.Contains(wr.path, "[]") || body.Parent() != at.Parent() || !slices.Contains(loopBodies, body.Comment) {
			continue
		}
		head := body.Idom()
		if head == nil || !head.Dominates(at.Block()) || body.Dominates(at.Block()) {
			continue
		}
		rest, exact, ok := within(strings.ReplaceAll(wr.path, "[]", "[*]"), strings.ReplaceAll(path, "[]", "[*]"))
		if !ok || !exact || !overAll(wr, head) {
			continue
		}
		if call, isCall := wr.instr.(ssa.CallInstruction); !isCall || wr.arg >= 0 && e.callWrites(call, wr.arg, strings.ReplaceAll(rest, "[*]", "[]")) == replaces {
			return &writes[i]
		}
	}
	return nil
}

// overAll says whether a write is to the element that the loop of head has come to.
func overAll(wr write, head *ssa.BasicBlock) bool {
	var addr ssa.Value
	switch instr := wr.instr.(type) {
	case *ssa.Store:
		addr = instr.Addr
	case *ssa.Call:
		if args := callArgs(instr.Common()); wr.arg >= 0 && wr.arg < len(args) {
			addr = args[wr.arg]
		}
	}
	for addr != nil {
		switch a := addr.(type) {
		case *ssa.FieldAddr:
			addr = a.X
		case *ssa.UnOp:
			addr = a.X
		case *ssa.IndexAddr:
			index, ok := a.Index.(ssa.Instruction)
			return ok && index.Block() == head
		default:
			return false
		}
	}
	return false
}
