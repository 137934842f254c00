package carddata

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/loglib"
)

// redactor reads which keys a handler, core, hook or option function hides.
type redactor struct {
	e     *engine
	recv  ssa.Value // the handler or hook itself, whose fields may have the keys; nil when it is not in view
	keys  []string
	how   keyRule // how the text that is being looked at is matched with a key
	loose bool    // keys are compared without their separators
	masks bool
	any   bool // a pattern tells which keys are hidden
	all   bool // a pattern tells what is hidden of values
	seen  map[*ssa.Function]bool
}

// redactions adds the keys that a function compares with, looks up or goes through before it
// puts a constant in the place of a value, or leaves it out.
func (e *engine) redactions(fn *ssa.Function, recv ssa.Value, l logger) logger {
	r := &redactor{e: e, recv: recv, seen: map[*ssa.Function]bool{}}
	r.read(fn, true)
	if r.masks || leavesOut(fn) {
		keys := r.rules()
		l.redacts = append(l.redacts[:len(l.redacts):len(l.redacts)], keys...)
		l.given = l.given || !slices.ContainsFunc(keys, func(k string) bool { return !maskText(k) })
		l.all = l.all || r.all
	}
	return l
}

// rules are the keys that were found, with what is known of how they are compared.
func (r *redactor) rules() []string {
	out := r.keys
	if r.any {
		out = append(out, anyKey)
	}
	if r.loose {
		for _, k := range r.keys {
			out = append(out, string(squashedKey)+squashed(k))
		}
	}
	return out
}

// masksWrites says whether a writer of this package puts what it gets through a pattern or a
// function that masks, before it writes it on.
func (e *engine) masksWrites(w ssa.Value) bool {
	m := methodOf(concrete(w).Type(), "Write")
	if m == nil {
		return false
	}
	body := e.bodies[m.Origin()]
	if body == nil {
		sum := e.facts(m.Origin())
		return sum != nil && sum.logger.all
	}
	return e.masksIn(body)
}

// masksIn says whether a method that writes masks what it is given.
func (e *engine) masksIn(body *ssa.Function) bool {
	masks := false
	for _, f := range withLiterals(body) {
		e.eachCall(f, func(call ssa.CallInstruction) {
			if v, ok := call.(*ssa.Call); ok {
				masks = masks || e.masksWith(v) || e.patternHides(v) || maskFunc(calleeName(v.Common()))
			}
		})
	}
	return masks
}

// pattern notes a regular expression that a key or a value is matched with.
func (r *redactor) pattern(call ssa.CallInstruction) {
	v, ok := call.(*ssa.Call)
	obj := rowObject(call.Common())
	if !ok || obj == nil || obj.Pkg() == nil || obj.Pkg().Path() != "regexp" {
		return
	}
	args := callArgs(call.Common())
	if len(args) < 2 {
		return
	}
	if r.e.masksWith(v) || r.e.patternHides(v) {
		r.all, r.masks = true, true
		return
	}
	if !strings.HasPrefix(obj.Name(), "Match") {
		return
	}
	for _, s := range r.e.resolve(ref{args[1], "", call}) {
		if strings.HasSuffix(s.path, ".Key") {
			r.any = true
			return
		}
	}
	r.all = true
}

func (r *redactor) read(fn *ssa.Function, method bool) {
	if r.seen[fn] || len(r.seen) > 8 {
		return
	}
	r.seen[fn] = true
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			r.instr(instr, method)
		}
	}
}

func (r *redactor) instr(instr ssa.Instruction, method bool) {
	switch instr := instr.(type) {
	case *ssa.BinOp:
		if instr.Op == token.EQL || instr.Op == token.NEQ {
			r.add(instr.X, method)
			r.add(instr.Y, method)
		}
	case *ssa.MapUpdate:
		r.add(instr.Key, method)
		r.masks = r.masks || r.e.hidesValue(instr.Value) || fixedValue(instr.Value)
	case *ssa.Lookup:
		r.addList(instr.X)
	case *ssa.Store:
		r.masks = r.masks || r.e.hidesValue(instr.Val) || r.overwrites(instr)
	case *ssa.TypeAssert:
		r.asserted(instr)
	case *ssa.Return:
		for _, v := range instr.Results {
			r.masks = r.masks || r.e.emptyField(v)
		}
	case ssa.CallInstruction:
		r.call(instr, method)
	}
}

func (r *redactor) call(call ssa.CallInstruction, method bool) {
	common := call.Common()
	if b, ok := common.Value.(*ssa.Builtin); ok {
		if b.Name() == "delete" {
			r.add(common.Args[1], method)
			r.masks = true
		}
		return
	}
	r.pattern(call)
	r.loose = r.loose || r.e.squashes(common)
	r.how = keyRules[calleeOf(common)]
	defer func() { r.how = exactKey }()
	if obj := rowObject(common); obj != nil {
		if row := rowOf(obj); row != nil && row.Op == loglib.Field {
			if i := row.Get("value"); i >= 0 {
				_, fixed := constText(callArgs(common)[i])
				r.masks = r.masks || fixed // whatever the text is, it is not the value's
			}
		}
	}
	for _, a := range callArgs(common) {
		r.add(a, method)
		r.addList(a)
		r.masks = r.masks || r.e.hidesValue(a)
	}
	r.how = exactKey
	if common.StaticCallee() != nil {
		for _, t := range r.e.targets(common) {
			if t.body != nil {
				r.read(t.body, false)
			}
		}
	}
}

// add notes a key that is fixed, an element of a list that a loop goes through, or a field
// of the hook.
func (r *redactor) add(key ssa.Value, method bool) {
	if b, ok := concrete(key).Type().Underlying().(*types.Basic); !ok || b.Info()&types.IsString == 0 {
		return
	}
	for _, s := range r.e.resolve(ref{key, "", nil}) {
		if p, ok := s.v.(*ssa.Parameter); ok && method && r.recv != nil && s.path != "" && paramIndex(p) == 0 {
			for _, in := range r.e.resolve(ref{r.recv, s.path, nil}) {
				r.addConst(in.v)
			}
			continue
		}
		if s.path == "" {
			r.addConst(s.v)
		}
	}
}

// addList notes the keys of a map, or the elements of a list, that a key is looked up in.
func (r *redactor) addList(v ssa.Value) {
	switch u := v.Type().Underlying().(type) {
	case *types.Map:
		for _, k := range r.e.keysOf(ref{v, "", nil}) {
			r.addName(k)
		}
	case *types.Slice:
		if b, ok := u.Elem().Underlying().(*types.Basic); ok && b.Info()&types.IsString != 0 {
			for _, s := range r.e.resolve(ref{v, "[]", nil}) {
				r.addConst(s.v)
			}
		}
	}
}

func (r *redactor) addConst(v ssa.Value) {
	if c, ok := v.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.String {
		r.addName(constant.StringVal(c.Value))
	}
}

func (r *redactor) addName(s string) {
	if s = r.how.of(s); s != "" && !slices.Contains(r.keys, s) {
		r.keys = append(r.keys, s)
	}
}

func (e *engine) hidesValue(v ssa.Value) bool {
	if mi, ok := v.(*ssa.MakeInterface); ok {
		v = mi.X
	}
	if c, ok := v.(*ssa.Call); ok {
		return maskFunc(calleeName(c.Common()))
	}
	return e.isMask(v)
}

// emptyField says whether v is the zero value of a record's field, which a handler leaves out.
func (e *engine) emptyField(v ssa.Value) bool {
	if !fieldType(v.Type()) {
		return false
	}
	switch v := v.(type) {
	case *ssa.Const:
		return v.Value == nil
	case *ssa.UnOp:
		alloc, ok := v.X.(*ssa.Alloc)
		return ok && len(e.writes.of[alloc]) == 0
	}
	return false
}
