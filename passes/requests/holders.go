package requests

import (
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/eval"
)

// This file holds what goes together: when a method is looked at by itself, its receiver is
// any of the values that are made of its type. The client of one of them sends to the
// addresses of the same one.

// elsewhere says whether a client is kept only beside addresses that are not the API's.
func (a *analyzer) elsewhere(s *eval.Sent, client *eval.Ref) bool {
	urls := values(s.URL)
	if len(urls) < 2 {
		return false
	}
	var own []eval.Value
	for _, holder := range a.store.holders(client) {
		bases := make([]eval.Value, 0, len(holder.Fields))
		for _, name := range sorted(holder.Fields) {
			bases = append(bases, values(holder.Fields[name])...)
		}
		before := len(own)
		for _, u := range urls {
			if startsWithOne(u, bases) {
				own = append(own, u)
			}
		}
		if len(own) == before {
			return false // where this one sends to is not known
		}
	}
	if len(own) == 0 {
		return false
	}
	there := *s
	there.URL = eval.Join(own...)
	return a.evidence(&there) != aurora.Yes
}

// holders returns the objects that keep another one in a field.
func (s *store) holders(of *eval.Ref) []*eval.Object {
	if s.holding == nil {
		s.holding = s.findHolders()
	}
	return s.holding[of.ID]
}

// findHolders returns the objects that keep each object in a field.
func (s *store) findHolders() map[int][]*eval.Object {
	out := map[int][]*eval.Object{}
	for _, typ := range sorted(s.instances) {
		for _, in := range s.instances[typ] {
			o := s.heap[in.id]
			kept := map[int]bool{}
			for _, v := range o.Fields {
				if r, ok := v.(*eval.Ref); ok && !kept[r.ID] {
					kept[r.ID] = true
					out[r.ID] = append(out[r.ID], o)
				}
			}
		}
	}
	return out
}

// startsWithOne says whether a URL begins with one of some texts.
func startsWithOne(u eval.Value, bases []eval.Value) bool {
	first := eval.Parts(u)[0]
	for _, b := range bases {
		switch x := eval.Parts(b)[0].(type) {
		case *eval.Sym:
			if sym, ok := first.(*eval.Sym); ok && sym.Identity() == x.Identity() {
				return true
			}
		case *eval.Const:
			base, isText := eval.IsConst(x)
			text, ok := eval.IsConst(first)
			if isText && ok && strings.Contains(base, "://") && strings.HasPrefix(text, base) {
				return true
			}
		}
	}
	return false
}
