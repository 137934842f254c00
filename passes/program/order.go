package program

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// asCompiled returns the instructions of a block with the variables that it returns read after
// the calls of the same return statement, as the compiler does it: return v, decode(&v).
func asCompiled(instrs []ssa.Instruction) []ssa.Instruction {
	n := len(instrs)
	if n == 0 {
		return instrs
	}
	if _, ok := instrs[n-1].(*ssa.Return); !ok {
		return instrs
	}
	moved := map[ssa.Instruction][]ssa.Instruction{} // by the instruction that they go before
	late := map[ssa.Instruction]bool{}
	for i, in := range instrs {
		user := onlyUser(in)
		if user == nil {
			continue
		}
		calls := false
		for _, next := range instrs[i+1:] {
			if next == user {
				if calls {
					moved[user], late[in] = append(moved[user], in), true
				}
				break
			}
			if _, ok := next.(*ssa.Call); ok {
				calls = true
			}
		}
	}
	if len(late) == 0 {
		return instrs
	}
	out := make([]ssa.Instruction, 0, n)
	for _, in := range instrs {
		if !late[in] {
			out = append(append(out, moved[in]...), in)
		}
	}
	return out
}

// onlyUser returns the instruction that returns what was read from a local variable or its fields, or puts
// it into the variable of a result: nil for another instruction.
func onlyUser(in ssa.Instruction) ssa.Instruction {
	load, ok := in.(*ssa.UnOp)
	if !ok || load.Op != token.MUL || load.Referrers() == nil {
		return nil
	}
	at := load.X
	for {
		field, ok := at.(*ssa.FieldAddr)
		if !ok {
			break
		}
		at = field.X
	}
	if _, local := at.(*ssa.Alloc); !local {
		return nil
	}
	users := slices.DeleteFunc(slices.Clone(*load.Referrers()), func(in ssa.Instruction) bool {
		_, debug := in.(*ssa.DebugRef)
		return debug
	})
	if len(users) != 1 {
		return nil
	}
	switch user := users[0].(type) {
	case *ssa.Return:
		return user
	case *ssa.Store:
		if _, local := user.Addr.(*ssa.Alloc); local {
			return user
		}
	}
	return nil
}
