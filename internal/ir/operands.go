package ir

import "slices"

// Instrs returns the instructions of the function, block by block.
func (f *Func) Instrs() []*Instr {
	var out []*Instr
	for _, b := range f.Blocks {
		for i := range b.Instrs {
			out = append(out, &b.Instrs[i])
		}
	}
	return out
}

// Def returns the instruction that gives a register its value, nil for parameters, captured
// variables and operands that are no registers.
func (f *Func) Def(r Ref) *Instr {
	if r < 0 {
		return nil
	}
	for _, b := range f.Blocks {
		for i := range b.Instrs {
			if b.Instrs[i].Dst == int(r) {
				return &b.Instrs[i]
			}
		}
	}
	return nil
}

// BlockOf returns the number of the block that an instruction stands in, -1 for one that is none of the function's.
func (f *Func) BlockOf(in *Instr) int {
	return slices.IndexFunc(f.Blocks, func(b Block) bool {
		for i := range b.Instrs {
			if &b.Instrs[i] == in {
				return true
			}
		}
		return false
	})
}

// Const returns the constant that an operand is, nil for another one.
func (f *Func) Const(r Ref) *Const {
	if i := -1 - int(r); r < 0 && i < len(f.Consts) {
		return &f.Consts[i]
	}
	return nil
}

// Dead says of each block whether conditions that are constants keep it from running.
func (f *Func) Dead() []bool {
	dead := make([]bool, len(f.Blocks))
	for i := range dead {
		dead[i] = true
	}
	for queue := []int{0}; len(queue) > 0 && len(dead) > 0; queue = queue[1:] {
		b := &f.Blocks[queue[0]]
		if !dead[queue[0]] {
			continue
		}
		dead[queue[0]] = false
		succs := b.Succs
		if n := len(b.Instrs); n > 0 && b.Instrs[n-1].Op == If && len(succs) == 2 {
			if c := f.Const(b.Instrs[n-1].Args[0]); c != nil && c.Kind == KindBool {
				succs = succs[1-c.Int:][:1]
			}
		}
		queue = append(queue, succs...)
	}
	return dead
}

// Reach returns the blocks that come after a block, with itself, on the ways around another one; -1
// for none to go around.
func (f *Func) Reach(from, around int) map[int]bool {
	seen := map[int]bool{}
	for queue := []int{from}; len(queue) > 0; queue = queue[1:] {
		if b := queue[0]; !seen[b] && b != around {
			seen[b] = true
			queue = append(queue, f.Blocks[b].Succs...)
		}
	}
	return seen
}

// Order returns the blocks of a function, each after those that lead to it but for loops.
func (f *Func) Order() []int {
	seen := make([]bool, len(f.Blocks))
	var out []int
	var visit func(b int)
	visit = func(b int) {
		seen[b] = true
		for _, s := range slices.Backward(f.Blocks[b].Succs) {
			if !seen[s] {
				visit(s)
			}
		}
		out = append(out, b)
	}
	for b := range f.Blocks { // the recover block has no predecessor
		if !seen[b] {
			before := out
			out = nil
			visit(b)
			slices.Reverse(out)
			out = append(before, out...)
		}
	}
	return out
}

// Types are the types of the operands of a function, as far as the program says them.
type Types struct {
	fn   *Func
	regs []string
	defs []*Instr
}

// Types returns the types of the operands.
func (f *Func) Types() *Types {
	t := &Types{f, make([]string, f.Regs), make([]*Instr, f.Regs)}
	for i, p := range f.Params {
		t.note(i, p.Type)
	}
	for i, p := range f.Free {
		t.note(len(f.Params)+i, p.Type)
	}
	for _, in := range f.Instrs() {
		if 0 <= in.Dst && in.Dst < f.Regs {
			t.defs[in.Dst] = in
		}
	}
	for r, in := range t.defs {
		if in != nil {
			t.regs[r] = t.result(in, 0)
		}
	}
	return t
}

func (t *Types) note(r int, typ string) {
	if r < len(t.regs) {
		t.regs[r] = typ
	}
}

// Of returns the type of an operand, "" when it is not known. A package variable is its address.
func (t *Types) Of(r Ref) string {
	if r >= 0 {
		if int(r) < len(t.regs) {
			return t.regs[r]
		}
		return ""
	}
	c := t.fn.Const(r)
	switch {
	case c == nil:
		return ""
	case c.Kind == KindGlobal:
		return "*" + c.Type
	}
	return c.Type
}

// Def returns the instruction that gives an operand, nil for a parameter or a constant.
func (t *Types) Def(r Ref) *Instr {
	if r < 0 || int(r) >= len(t.defs) {
		return nil
	}
	return t.defs[r]
}

// maxForms bounds the conversions and slices of a value that are looked through.
const maxForms = 16

// result is the type of what an instruction gives.
func (t *Types) result(in *Instr, depth int) string {
	switch in.Op {
	case Alloc:
		return "*" + in.Sym
	case FieldAddr, IndexAddr:
		return "*" + in.Type
	case Iface, Assert, MakeMap, MakeSlice:
		return in.Sym
	case Convert, Slice:
		if in.Op == Convert && in.Sym != "" {
			return in.Sym
		}
		if of := in.Args[0]; of >= 0 && int(of) < len(t.defs) && t.defs[of] != nil && depth < maxForms {
			return t.result(t.defs[of], depth+1)
		}
		return t.Of(in.Args[0])
	}
	return in.Returns()
}
