package requests

import (
	"strconv"

	"github.com/auroravet/auroravet/internal/eval"
)

// This file holds the tables and lists that packages keep. A function that was looked at before the one that
// fills a table knows no more of an entry than where it stands.

// entry is what the packages in view store in an entry of a table or an element of a list, nil when they do not say.
func (s *store) entry(sym *eval.Sym) eval.Value {
	of, ok := sym.Of.(*eval.Sym)
	if sym.Origin != eval.ElemSym || sym.Name == "" || sym.Name == pointed || !ok || !of.Summed {
		return nil
	}
	key := "entry " + sym.Identity()
	v, known := s.found[key]
	if !known {
		s.found[key] = nil // a table that holds what it holds adds nothing
		v = s.inTables(of, sym.Name)
		s.found[key] = v
	}
	return v
}

// inTables is what all the tables that a field or variable may hold have under a key.
func (s *store) inTables(of *eval.Sym, key string) eval.Value {
	table, heap := s.Lookup(of)
	if table == nil {
		return nil
	}
	var out []eval.Value
	for _, t := range eval.Values(table) {
		r, ok := t.(*eval.Ref)
		if !ok || heap[r.ID] == nil {
			return nil
		}
		v := entryOf(heap[r.ID], key)
		if v == nil {
			return nil
		}
		out = append(out, v)
	}
	return s.merge(out)
}

// pointed is the entry under which a pointer has what it points to.
const pointed = "*"

// entryOf is what a table or a list has under a key, nil when that is not known.
func entryOf(o *eval.Object, key string) eval.Value {
	if v := o.Fields[key]; v != nil {
		return v
	}
	if list := o.Elements(); len(list) > 0 {
		if i, err := strconv.Atoi(key); err == nil && 0 <= i && i < len(list) {
			return list[i]
		}
	}
	if o.IsMap() && !o.Open && o.Lazy == nil {
		return eval.Zero
	}
	return nil
}
