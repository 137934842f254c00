package requests

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file finds the tokens that somebody gives who is not in view: a function or an interface that the
// package was given asks the API for one.

// obtains says whether a function asks such a one for a token.
func (a *analyzer) obtains(fn *ir.Func) bool {
	return slices.ContainsFunc(fn.Instrs(), func(in *ir.Instr) bool {
		if in.Op != ir.Invoke && (in.Op != ir.Call || in.Sym != "") {
			return false
		}
		return a.mayFail(in.Returns()) && (a.givesToken(in.Sym, in.Returns()) || slices.ContainsFunc(eval.Types(in.Returns()), a.grantType))
	})
}

func (a *analyzer) mayFail(results string) bool {
	return slices.Contains(eval.Types(results), "error")
}

// grantType says whether a type is what the API's answer with a token is read into.
func (a *analyzer) grantType(typ string) bool {
	t := a.prog.Type(typ)
	return t != nil && slices.ContainsFunc(t.Fields, func(f ir.Field) bool { return f.JSONName() == grantedName })
}

// grantedName is the name of the token in an answer (RFC 6749, section 5.1).
const grantedName = "access_token"

// givesToken says whether a function of this name gives an access token as text.
func (a *analyzer) givesToken(name, results string) bool {
	if types := eval.Types(results); len(types) != 2 || types[0] != "string" {
		return false
	}
	words := aurora.Words(lastWord(name))
	if n := len(words); n > 0 && words[n-1] == "token" {
		return n == 1 || slices.Contains(ofAccess, words[n-2])
	}
	return false
}

// ofAccess are the words before "token" in the name of what gives an access token.
var ofAccess = []string{"access", "bearer", "get", "fetch", "new", "api", "current", "issue", "obtain", "acquire"}

// signsIn says whether some requests ask for a token somewhere, nobody knows where, and call the API with it.
func (a *analyzer) signsIn(end *eval.State, sent []*eval.Sent) bool {
	asks := func(s *eval.Sent) bool {
		return a.evidence(s) == aurora.Unknown && slices.ContainsFunc(values(s.URL), func(u eval.Value) bool {
			e, ok := a.voc.Endpoint("POST", eval.Pattern(u, aurora.Hole))
			return ok && e.Class == aurora.Auth
		})
	}
	k := &keeper{a: a, end: end, fetched: true}
	return slices.ContainsFunc(sent, asks) && slices.ContainsFunc(sent, func(s *eval.Sent) bool {
		return s.Header != nil && a.evidence(s) == aurora.Yes && k.anyToken(a.firstOf(s, s.Header.Fields["Authorization"]))
	})
}

// obtained says whether a value is, or is a part of, what such a one has returned as a token.
func (k *keeper) obtained(v *eval.Sym) bool {
	of, field := v, ""
	if v.Origin == eval.FieldSym {
		of, _ = v.Of.(*eval.Sym)
		if of == nil || k.a.prog.JSONName(of.Type, v.Name) != grantedName {
			return false
		}
		field = v.Name
	}
	first := strings.HasSuffix(of.Name, "result 0")
	for of.Origin == eval.ElemSym {
		if of, _ = of.Of.(*eval.Sym); of == nil {
			return false
		}
	}
	if of.Origin != eval.Result || !k.a.mayFail(of.Type) || k.a.prog.Func(of.Name) != nil || httplib.Lookup(of.Name) != nil {
		return false
	}
	return field != "" || first && k.a.givesToken(of.Name, of.Type) && strings.HasPrefix(of.Name, "(")
}
