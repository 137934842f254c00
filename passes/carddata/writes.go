package carddata

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/loglib"
)

// write is an instruction that changes what is at a path of a root.
type write struct {
	instr ssa.Instruction
	path  string
	val   ssa.Value // what is stored; nil for a call and for a deletion
	arg   int       // the argument of the call that gets the address; -1 for none
	below bool      // the call gets what is stored there, and can change only what that points to
	sole  bool      // path ends in the elements of a list, of which val is the only one
}

// writeIndex has the writes of a package by the root that they change.
type writeIndex struct {
	of         map[ssa.Value][]write
	sends      map[ssa.Value][]*ssa.Send
	fieldSends map[*types.Var][]*ssa.Send
	captured   map[ssa.Value]bool // roots that a closure shares
	closures   map[*ssa.Function][]*ssa.MakeClosure
	returned   func(*ssa.Call) ssa.Value // the argument that a call returns
	orders     map[*ssa.Function]map[ssa.Instruction]int
	steps      map[ssa.Value]map[string][]int // the numbers of the writes of a root, by the first step of their paths
	below      map[field]map[*ssa.BasicBlock][]event
}

// event is what one instruction writes to a root.
type event []write

// field is a field of a root, or all of it.
type field struct {
	root ssa.Value
	step string
}

func indexWrites(funcs []*ssa.Function, returned func(*ssa.Call) ssa.Value) *writeIndex {
	ix := &writeIndex{
		returned:   returned,
		of:         map[ssa.Value][]write{},
		sends:      map[ssa.Value][]*ssa.Send{},
		fieldSends: map[*types.Var][]*ssa.Send{},
		captured:   map[ssa.Value]bool{},
		closures:   map[*ssa.Function][]*ssa.MakeClosure{},
		orders:     map[*ssa.Function]map[ssa.Instruction]int{},
		steps:      map[ssa.Value]map[string][]int{},
		below:      map[field]map[*ssa.BasicBlock][]event{},
	}
	for _, fn := range funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if mc, ok := instr.(*ssa.MakeClosure); ok {
					ix.closures[mc.Fn.(*ssa.Function)] = append(ix.closures[mc.Fn.(*ssa.Function)], mc)
				}
			}
		}
	}
	for _, fn := range funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				ix.addInstr(instr)
			}
		}
	}
	return ix
}

// order numbers the instructions of each block of a function.
func (ix *writeIndex) order(fn *ssa.Function) map[ssa.Instruction]int {
	if ix.orders[fn] == nil {
		ix.orders[fn] = map[ssa.Instruction]int{}
		for _, b := range fn.Blocks {
			for i, instr := range b.Instrs {
				ix.orders[fn][instr] = i
			}
		}
	}
	return ix.orders[fn]
}

// events are the writes of a root that may change what is at path, by block and in order.
func (ix *writeIndex) events(root ssa.Value, path string) map[*ssa.BasicBlock][]event {
	step, _ := cutStep(path)
	if step != "" && step[0] != '.' {
		step = ""
	}
	at := field{root, step}
	out, ok := ix.below[at]
	if ok {
		return out
	}
	out = map[*ssa.BasicBlock][]event{}
	for _, i := range ix.touching(root, step) {
		w := ix.of[root][i]
		b := w.instr.Block()
		if n := len(out[b]); n > 0 && out[b][n-1][0].instr == w.instr {
			out[b][n-1] = append(out[b][n-1], w)
		} else {
			out[b] = append(out[b], event{w})
		}
	}
	ix.below[at] = out
	return out
}

// touching lists the writes of a root that begin with a step or write it whole; all for no step.
func (ix *writeIndex) touching(root ssa.Value, step string) []int {
	by := ix.steps[root]
	if by == nil {
		by = map[string][]int{}
		for i, w := range ix.of[root] {
			first, _ := cutStep(w.path)
			by[first] = append(by[first], i)
		}
		ix.steps[root] = by
	}
	var out []int
	for first, list := range by {
		if step == "" || first == "" || first == step {
			out = append(out, list...)
		}
	}
	slices.Sort(out)
	return out
}

func (ix *writeIndex) addInstr(instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.Store:
		ix.put(instr.Addr, write{instr: instr, val: instr.Val, arg: -1})
	case *ssa.MapUpdate:
		root, path := ix.root(instr.Map)
		ix.of[root] = append(ix.of[root], write{instr: instr, path: path + keyStep(instr.Key), val: instr.Value, arg: -1})
	case *ssa.Send:
		ix.addSend(instr)
	case *ssa.MakeClosure:
		for _, b := range instr.Bindings {
			root, _ := ix.root(b)
			ix.captured[root] = true
		}
	case ssa.CallInstruction:
		ix.addCall(instr)
	}
}

// addCall notes the roots whose address a call gets, also inside of a variadic slice.
func (ix *writeIndex) addCall(call ssa.CallInstruction) {
	if _, later := call.(*ssa.Defer); later {
		return // it writes when the function is over
	}
	common := call.Common()
	if b, ok := common.Value.(*ssa.Builtin); ok {
		if b.Name() == "delete" {
			root, path := ix.root(common.Args[0])
			ix.of[root] = append(ix.of[root], write{instr: call, path: path + keyStep(common.Args[1]), arg: -1})
		}
		if b.Name() == "copy" {
			root, path := ix.root(common.Args[0])
			ix.of[root] = append(ix.of[root], write{instr: call, path: path + "[]", val: common.Args[1], arg: -1})
		}
		return
	}
	if ix.addPut(call, common) {
		return
	}
	for i, arg := range callArgs(common) {
		if pointsOn(arg.Type()) {
			ix.put(arg, write{instr: call, arg: i})
		}
		for _, elem := range variadic(arg) {
			if mi, ok := elem.(*ssa.MakeInterface); ok && pointsOn(mi.X.Type()) {
				ix.put(elem, write{instr: call, arg: i})
			}
		}
	}
}

// addPut notes a library's way to write into a map (url.Values.Set).
func (ix *writeIndex) addPut(call ssa.CallInstruction, common *ssa.CallCommon) bool {
	obj := rowObject(common)
	if obj == nil {
		return false
	}
	row := rowOf(obj)
	if row == nil || row.Op != loglib.Put {
		return false
	}
	args := callArgs(common)
	root, path := ix.root(args[0])
	w := write{instr: call, path: path + keyStep(args[row.Get("key")]), arg: -1}
	if v := row.Get("value"); v >= 0 {
		w.val, w.sole = args[v], row.Get("sole") == v
		w.path += "[]"
	}
	ix.of[root] = append(ix.of[root], w)
	return true
}

func (ix *writeIndex) put(addr ssa.Value, w write) {
	root, path := ix.root(addr)
	w.path = path
	if w.arg >= 0 {
		w.below = loaded(addr)
	}
	ix.of[root] = append(ix.of[root], w)
}

// loaded says whether v is what is stored at its place and not the address of it.
func loaded(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.UnOp, *ssa.Field, *ssa.Lookup:
		return true
	case *ssa.MakeInterface:
		return loaded(v.X)
	case *ssa.ChangeInterface:
		return loaded(v.X)
	case *ssa.TypeAssert:
		return loaded(v.X)
	}
	return false
}

// root is place, with captured variables traced to the function that has them.
func (ix *writeIndex) root(v ssa.Value) (ssa.Value, string) {
	root, path := place(v)
	for range 16 {
		var on ssa.Value
		switch x := root.(type) {
		case *ssa.FreeVar:
			on = ix.binding(x)
		case *ssa.Call:
			on = ix.returned(x)
		}
		if on == nil {
			break
		}
		var before string
		root, before = place(on)
		path = before + path
	}
	return root, path
}

// binding returns what a closure captures as free, when one place makes the closure.
func (ix *writeIndex) binding(free *ssa.FreeVar) ssa.Value {
	made := ix.closures[free.Parent()]
	if len(made) != 1 {
		return nil
	}
	for i, f := range free.Parent().FreeVars {
		if f == free && i < len(made[0].Bindings) {
			return made[0].Bindings[i]
		}
	}
	return nil
}

// callArgs are the arguments of a call with the receiver first, also for a method of an interface.
func callArgs(common *ssa.CallCommon) []ssa.Value {
	if common.IsInvoke() {
		return append([]ssa.Value{common.Value}, common.Args...)
	}
	return common.Args
}

// variadic returns the elements of a slice that was written out in the call, in order;
// nil when it was not.
func variadic(v ssa.Value) []ssa.Value {
	slice, ok := v.(*ssa.Slice)
	if !ok || slice.Low != nil || slice.High != nil {
		return nil
	}
	alloc, ok := slice.X.(*ssa.Alloc)
	if !ok || alloc.Referrers() == nil {
		return nil
	}
	var elems []ssa.Value
	for _, instr := range *alloc.Referrers() {
		ia, ok := instr.(*ssa.IndexAddr)
		if !ok || ia.Referrers() == nil {
			continue
		}
		n, ok := constInt(ia.Index)
		if !ok || n > 1<<12 {
			return nil
		}
		for _, use := range *ia.Referrers() {
			if st, ok := use.(*ssa.Store); ok && st.Addr == ia {
				for int64(len(elems)) <= n {
					elems = append(elems, nil)
				}
				elems[n] = st.Val
			}
		}
	}
	for _, e := range elems {
		if e == nil {
			return nil
		}
	}
	return elems
}
