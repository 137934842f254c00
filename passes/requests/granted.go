package requests

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/httplib"
)

// This file finds the tokens that a library fetches from the API.

// granted says whether a value is a token that a library has fetched from the API.
func (k *keeper) granted(s *eval.Sym) bool {
	for s.Origin == eval.ElemSym || s.Origin == eval.FieldSym && s.Name == "AccessToken" {
		of, ok := s.Of.(*eval.Sym)
		if !ok {
			return false
		}
		s = of
	}
	if s = k.grant(s); s == nil {
		return false
	}
	at := s.Args[0]
	for name := range strings.SplitSeq(httplib.Lookup(s.Name).Text("at"), ".") {
		cfg := k.found(at)
		if cfg == nil {
			return false
		}
		at = cfg.Fields[name]
	}
	return at != nil && slices.ContainsFunc(eval.Values(at), k.a.ofAPI)
}

// grant returns the call by which a library fetches a token: the one that gives it, or that makes the source
// which was asked for it; nil for none.
func (k *keeper) grant(s *eval.Sym) *eval.Sym {
	if s.Origin != eval.Result || len(s.Args) == 0 {
		return nil
	}
	row := httplib.Lookup(s.Name)
	switch opOf(s.Name) {
	case "grant":
		if row.Text("gives") == "token" {
			return s
		}
	case "renew":
		if _, source := row.Get("of"); !source {
			return k.sourced(s.Args[0], 0)
		}
	}
	return nil
}

// sourced returns the call that makes a source of tokens, under those that keep its tokens.
func (k *keeper) sourced(v eval.Value, depth int) *eval.Sym {
	for _, v := range eval.Values(v) {
		s, ok := v.(*eval.Sym)
		if !ok || depth > 4 {
			continue
		}
		var out *eval.Sym
		switch op := opOf(s.Name); {
		case s.Origin != eval.Result:
			w, heap := k.a.store.Lookup(s)
			k.end.Adopt(w, heap)
			out = k.sourced(w, depth+1)
		case op == "grant" && len(s.Args) > 0:
			out = s
		case op == "renew":
			if of, ok := httplib.Lookup(s.Name).Get("of"); ok && of.Arg >= 0 && of.Arg < len(s.Args) {
				out = k.sourced(s.Args[of.Arg], depth+1)
			}
		}
		if out != nil {
			return out
		}
	}
	return nil
}

// found returns the object that a value is, or that a field or variable which it was read from holds.
func (k *keeper) found(v eval.Value) *eval.Object {
	if s, ok := v.(*eval.Sym); ok {
		w, heap := k.a.store.Lookup(s)
		k.end.Adopt(w, heap)
		v = w
	}
	r, ok := v.(*eval.Ref)
	if !ok {
		return nil
	}
	return k.end.Object(r.ID)
}
