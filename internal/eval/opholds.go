package eval

import (
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds the questions whether a text or list has something in it.

// holds says whether a text begins or ends with another or has it inside, or a list has
// an item, where that is known.
func (o *op) holds() Value {
	of, has, how := ownParts(o.st, orNil(o.arg("of"))), orNil(o.arg("has")), o.row.Text("as")
	var yes, no, open bool
	for _, x := range Values(of) {
		for _, y := range Values(has) {
			in, known := o.holdsOne(x, y, how)
			yes, no, open = yes || known && in, no || known && !in, open || !known
		}
	}
	if !open && yes != no {
		return boolean(yes)
	}
	return o.derived("holds "+how, of, has)
}

func (o *op) holdsOne(of, has Value, how string) (in, known bool) {
	if how == "item" {
		return o.hasItem(of, has)
	}
	part, ok := IsConst(has)
	if !ok {
		return false, false
	}
	parts := Parts(of)
	first, last := constText(parts[0]), constText(parts[len(parts)-1])
	switch whole := len(parts) == 1 && isConstText(of); how {
	case "prefix":
		in = strings.HasPrefix(first, part)
		return in, in || whole || isConstText(parts[0]) && !strings.HasPrefix(part, first)
	case "suffix":
		in = strings.HasSuffix(last, part)
		return in, in || whole || isConstText(parts[len(parts)-1]) && !strings.HasSuffix(part, last)
	default:
		for _, p := range parts {
			in = in || isConstText(p) && strings.Contains(constText(p), part)
		}
		return in, in || whole
	}
}

// hasItem says whether one of a list's elements is a value.
func (o *op) hasItem(of, item Value) (in, known bool) {
	if IsEmpty(of) {
		return false, true
	}
	objs := o.objects(of)
	known = len(objs) == 1 && objs[0].known()
	for _, obj := range objs {
		for _, x := range obj.Elements() {
			eq, sure := equal(o.st, x, item)
			if eq && sure && len(objs) == 1 {
				return true, true
			}
			known = known && sure
		}
	}
	return false, known
}

func isConstText(v Value) bool {
	c, ok := v.(*Const)
	return ok && (c.Kind == ir.KindString || c.Kind == ir.KindZero)
}

func constText(v Value) string {
	if c, ok := v.(*Const); ok {
		return c.text()
	}
	return ""
}

func init() { libraryOps["holds"] = (*op).holds }
