package eval

import "strings"

// This file holds strings.Replacer, which fills in the templates of paths.

const pairsProp = "pairs"

func (o *op) replacer() Value {
	r, obj := o.make("strings.Replacer", structObject)
	obj.Fields[pairsProp] = orNil(o.arg("pairs"))
	return r
}

// replace puts the new texts of a replacer's pairs in the place of the old ones.
func (o *op) replace() Value {
	var pairs []Value
	all := false
	for _, obj := range o.objects(o.arg("on")) {
		pairs, all = o.m.list(o.st, orNil(obj.Fields[pairsProp]))
	}
	if !all || len(pairs)%2 != 0 {
		return o.derived("alter", o.arg("of"))
	}
	return each(o.arg("of"), func(v Value) Value {
		var out []Value
		for _, p := range Parts(v) {
			if text, ok := IsConst(p); ok {
				out = append(out, replaced(text, pairs)...)
			} else {
				out = append(out, p)
			}
		}
		return concat(out...)
	})
}

// replaced splits a text at the old texts of the pairs and puts the new ones there.
func replaced(text string, pairs []Value) []Value {
	var out []Value
	start := 0
	for i := 0; i < len(text); i++ {
		for n := 0; n+1 < len(pairs); n += 2 {
			old, ok := IsConst(pairs[n])
			if !ok || old == "" || !strings.HasPrefix(text[i:], old) {
				continue
			}
			out = append(out, Str(text[start:i]), pairs[n+1])
			i += len(old) - 1
			start = i + 1
			break
		}
	}
	return append(out, Str(text[start:]))
}

func init() {
	libraryOps["replacer"], libraryOps["replace"] = (*op).replacer, (*op).replace
}
