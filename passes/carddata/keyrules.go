package carddata

import (
	"go/token"
	"go/types"
	"strings"
	"unicode"

	"golang.org/x/tools/go/ssa"
)

// keyRule is how a handler matches a text with the key of a value. Its sign stands before
// the text in the list of the keys that a logger hides.
type keyRule rune

const (
	exactKey    keyRule = 0
	squashedKey keyRule = '~' // without case and separators
	holdingKey  keyRule = '%'
	beginsKey   keyRule = '^'
	endsKey     keyRule = '$'
)

// anyKey stands for keys that a pattern chooses.
const anyKey = "*"

var keyRules = map[string]keyRule{"strings.Contains": holdingKey, "strings.HasPrefix": beginsKey, "strings.HasSuffix": endsKey}

// of writes the rule with its text; a part of a key that is a letter or two tells nothing.
func (k keyRule) of(s string) string {
	switch {
	case k == exactKey:
		return s
	case len(s) < 3:
		return ""
	}
	return string(k) + s
}

// matchesKey says whether a rule of a handler meets a key.
func matchesKey(rule, key string) bool {
	if rule == anyKey || strings.EqualFold(rule, key) {
		return true
	}
	if rule == "" {
		return false
	}
	text, lower := strings.ToLower(rule[1:]), strings.ToLower(key)
	switch keyRule(rule[0]) {
	case squashedKey:
		return text == squashed(key)
	case holdingKey:
		return strings.Contains(lower, text)
	case beginsKey:
		return strings.HasPrefix(lower, text)
	case endsKey:
		return strings.HasSuffix(lower, text)
	}
	return false
}

// squashed is a key without case and separators.
func squashed(key string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, key)
}

// squashes says whether a call takes signs out of a key before it is looked up.
func (e *engine) squashes(common *ssa.CallCommon) bool {
	text := 0
	switch calleeOf(common) {
	case "strings.ReplaceAll", "strings.Replace":
	case "strings.Map", "(*strings.Replacer).Replace", "(*regexp.Regexp).ReplaceAllString", "(*regexp.Regexp).ReplaceAllLiteralString":
		text = 1
	default:
		return false
	}
	for _, s := range e.resolve(ref{common.Args[text], "", nil}) {
		switch v := s.v.(type) {
		case *ssa.Parameter:
			if s.path == "" && plainText(v.Type()) || strings.HasSuffix(s.path, ".Key") {
				return true
			}
		case *ssa.Extract:
			if _, key := v.Tuple.(*ssa.Next); key && v.Index == 1 {
				return true
			}
		case *ssa.Call:
			if len(v.Call.Args) > 0 && v.Call.StaticCallee() != nil && e.squashedArg(v) {
				return true
			}
		}
	}
	return false
}

// squashedArg says whether a call changes the case of a key.
func (e *engine) squashedArg(v *ssa.Call) bool {
	switch calleeOf(&v.Call) {
	case "strings.ToLower", "strings.ToUpper", "strings.TrimSpace":
	default:
		return false
	}
	for _, s := range e.resolve(ref{v.Call.Args[0], "", nil}) {
		if p, ok := s.v.(*ssa.Parameter); ok && (s.path == "" && plainText(p.Type()) || strings.HasSuffix(s.path, ".Key")) {
			return true
		}
	}
	return false
}

// calleeOf is the full name of the function that a call runs, or "".
func calleeOf(common *ssa.CallCommon) string {
	if fn := common.StaticCallee(); fn != nil {
		return fn.String()
	}
	return ""
}

// leavesOut says whether a function, for keys that it knows, does not add the field to the
// record or the list that it makes.
func leavesOut(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		iff, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		met, ok := keyTest(iff.Cond)
		if !ok {
			continue
		}
		known, other := b.Succs[0], b.Succs[1]
		if !met {
			known, other = other, known
		}
		if !adds(known, b) && adds(other, nil) {
			return true
		}
	}
	return false
}

// keyTest says whether a condition asks about a key, and with which truth the key is met.
func keyTest(cond ssa.Value) (met, ok bool) {
	switch c := cond.(type) {
	case *ssa.UnOp:
		if c.Op == token.NOT {
			met, ok = keyTest(c.X)
			return !met, ok
		}
	case *ssa.BinOp:
		return c.Op == token.EQL, (c.Op == token.EQL || c.Op == token.NEQ) && plainText(c.X.Type())
	case *ssa.Lookup:
		return true, isMap(c.X) && plainText(c.Index.Type())
	case *ssa.Extract:
		l, isLookup := c.Tuple.(*ssa.Lookup)
		return true, isLookup && c.Index == 1 && plainText(l.Index.Type())
	case *ssa.Call:
		for _, a := range callArgs(&c.Call) {
			if plainText(a.Type()) {
				return true, true
			}
		}
	}
	return false, false
}

// adds says whether a field is added to a record or list on a way from b that does not come
// back to where the question was asked.
func adds(b, asked *ssa.BasicBlock) bool {
	seen := map[*ssa.BasicBlock]bool{}
	var walk func(b *ssa.BasicBlock) bool
	walk = func(b *ssa.BasicBlock) bool {
		if seen[b] || asked != nil && b.Dominates(asked) {
			return false
		}
		seen[b] = true
		for _, instr := range b.Instrs {
			if addsField(instr) {
				return true
			}
		}
		for _, s := range b.Succs {
			if walk(s) {
				return true
			}
		}
		return false
	}
	return walk(b)
}

func addsField(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.MapUpdate:
		_, fixed := constText(instr.Key)
		return !fixed && plainText(instr.Key.Type())
	case *ssa.Call:
		if isAppend(instr) {
			sl, ok := instr.Type().Underlying().(*types.Slice)
			return ok && fieldType(sl.Elem())
		}
		return calleeName(&instr.Call) == "AddAttrs"
	}
	return false
}
