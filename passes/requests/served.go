package requests

import (
	"slices"

	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/weblib"
)

// This file finds values that those give who ask the program for something over HTTP.

// fromClient says whether a part of a value is read from a request that the program serves.
func (a *analyzer) fromClient(s *eval.Sent, v eval.Value) bool {
	root := s.Site.Stack()[0]
	answers := slices.ContainsFunc(root.Params, func(p ir.Var) bool { return weblib.WriterType(p.Type) })
	return slices.ContainsFunc(leavesOf(v, nil, 0), func(leaf *eval.Sym) bool { return ofServed(leaf, answers, 0) })
}

// ofServed says whether a hole is read from a request that is served: from the context of a library for that, or
// from a request where the function answers.
func ofServed(s *eval.Sym, answers bool, depth int) bool {
	if depth > 8 {
		return false
	}
	if s.Origin == eval.Param {
		return weblib.ServedType(s.Type) || answers && s.Type == "*net/http.Request"
	}
	return slices.ContainsFunc(append([]eval.Value{s.Of}, s.Args...), func(v eval.Value) bool {
		of, ok := v.(*eval.Sym)
		return ok && ofServed(of, answers, depth+1)
	})
}
