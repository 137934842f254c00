package carddata

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/lazyregexp"
	"github.com/auroravet/auroravet/internal/loglib"
)

// formatVerb is a verb of a format and the operand that it prints.
type formatVerb struct {
	arg         int
	verb        byte
	plus, sharp bool
	precision   int    // -1 for none
	star        int    // the operand that is the precision, plus one; 0 for none
	key         string // the name before it, as in "pan=%s" and `"pan": %q`
}

// style is the loglib style that prints as the verb does.
func (v formatVerb) style() string {
	switch {
	case v.sharp && v.verb == 'v':
		return "#v"
	case v.plus:
		return "+v"
	}
	return "v"
}

// verbs reads a format of package fmt.
func verbs(f string) []formatVerb {
	var out []formatVerb
	arg := 0
	for i := 0; i < len(f); i++ {
		if f[i] != '%' {
			continue
		}
		v := formatVerb{precision: -1, key: keyBefore(f[:i])}
		for i++; i < len(f) && isFlag(f[i]); i++ {
			v.plus = v.plus || f[i] == '+'
			v.sharp = v.sharp || f[i] == '#'
		}
		i = argIndex(f, i, &arg)
		i = number(f, i, &arg, nil)
		if i < len(f) && f[i] == '.' {
			v.precision = 0
			i = argIndex(f, i+1, &arg)
			if i < len(f) && f[i] == '*' {
				v.star = arg + 1
			}
			i = number(f, i, &arg, &v.precision)
		}
		i = argIndex(f, i, &arg)
		if i >= len(f) || f[i] == '%' {
			continue
		}
		v.verb, v.arg = f[i], arg
		arg++
		out = append(out, v)
	}
	return out
}

// nameBefore finds the name of what comes next in a text: of a field in JSON or XML, of an attribute, or before a
// colon or an equals sign.
var nameBefore = lazyregexp.New(`(?:^|[^\w.-])([A-Za-z][\w.-]*)(?:\\?["']?\s*[:=]\s*\\?["']?|>)$`)

func keyBefore(text string) string {
	if m := nameBefore().FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return ""
}

func isFlag(c byte) bool { return c == '+' || c == '-' || c == '#' || c == ' ' || c == '0' }

// argIndex reads an explicit argument index such as [2].
func argIndex(f string, i int, arg *int) int {
	if i >= len(f) || f[i] != '[' {
		return i
	}
	n := 0
	for i++; i < len(f) && f[i] != ']'; i++ {
		n = 10*n + int(f[i]-'0')
	}
	*arg = n - 1
	return i + 1
}

// number reads a width or precision; a star takes an operand.
func number(f string, i int, arg, value *int) int {
	if i < len(f) && f[i] == '*' {
		*arg++
		if value != nil {
			*value = -1
		}
		return i + 1
	}
	n := 0
	for ; i < len(f) && '0' <= f[i] && f[i] <= '9'; i++ {
		n = 10*n + int(f[i]-'0')
	}
	if value != nil {
		*value = n
	}
	return i
}

// givenFormat is the parameter that a format is, also with a text around it that prints nothing; nil for
// another format.
func givenFormat(f ssa.Value) *ssa.Parameter {
	switch f := f.(type) {
	case *ssa.Parameter:
		return f
	case *ssa.BinOp:
		for _, side := range [][2]ssa.Value{{f.X, f.Y}, {f.Y, f.X}} {
			if text, fixed := constText(side[0]); fixed && len(verbs(text)) == 0 {
				return givenFormat(side[1])
			}
		}
	}
	return nil
}

// formatItems pairs the verbs of a format with the elements of its argument slice.
func (e *engine) formatItems(it item, f, slice ssa.Value) []item {
	text, known := constText(f)
	elems := variadic(slice)
	if elems == nil || !known {
		out := e.expand(it, slice, list, nil)
		if p := givenFormat(f); p != nil {
			for i := range out {
				if out[i].tail == list {
					out[i].tail, out[i].aux = format, paramIndex(p)
				}
			}
		}
		return out
	}
	var out []item
	vs := verbs(text)
	for _, v := range vs {
		if v.key != "" {
			it.ctx.add(v.key) // what stands beside it says what it is
		}
	}
	for _, v := range vs {
		if v.arg >= len(elems) || strings.IndexByte("Tp", v.verb) >= 0 {
			continue
		}
		el := it
		el.r, el.place = ref{elems[v.arg], "", it.r.at}, v.arg
		el.m.verb, el.key = v.verb, v.key
		if loglib.StyleOf(it.m.style).Base != loglib.Deep {
			el.m.style = loglib.Styles[v.style()].ID
		}
		if e.cuts(v, elems) {
			continue
		}
		out = append(out, el)
	}
	return out
}
