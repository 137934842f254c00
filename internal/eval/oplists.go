package eval

import "github.com/auroravet/auroravet/internal/ir"

// This file holds the operations on lists.

// splice makes a list of several: of the lists in a list, or of one with more put in.
func (o *op) splice() Value {
	parts := []Value{orNil(o.arg("of")), orNil(o.arg("more"))}
	if i, ok := o.arg("at").(*Const); ok && i.Kind == ir.KindInt && i.Int == 0 {
		parts[0], parts[1] = parts[1], parts[0]
	}
	if lists := o.arg("lists"); lists != nil {
		all, known := o.m.list(o.st, lists)
		if !known {
			return nil
		}
		parts = all
	}
	return o.m.appendTo(o.f, o.st, &ir.Instr{Type: o.resultType(), Pos: o.x.Pos}, parts)
}

func init() { libraryOps["splice"] = (*op).splice }
