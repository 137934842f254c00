package requests

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

// signs are the weak signs that a URL is the API's. Two of them make one strong sign.
type signs struct {
	strong          bool
	path, name, typ bool
	otherHost       bool
}

func (s signs) answer() aurora.Answer {
	weak := 0
	for _, b := range []bool{s.path, s.name, s.typ} {
		if b {
			weak++
		}
	}
	switch {
	case s.strong:
		return aurora.Yes
	case s.otherHost:
		return aurora.No
	case weak >= 2:
		return aurora.Yes
	}
	return aurora.Unknown
}

// evidence says whether a request goes to the API (the order of strength is that of the
// documentation: host, path family, configuration name, two weak signs, the user's word).
func (a *analyzer) evidence(s *eval.Sent) aurora.Answer {
	marked := false
	var around signs
	for _, fn := range s.Made.Stack() {
		marked = marked || fn.Client || a.voc.ClientPackage(fn.Pkg)
		around.typ = around.typ || a.voc.ProviderWord(lastElement(fn.Pkg)) || a.voc.ProviderWord(receiver(fn.Name)) ||
			slices.ContainsFunc(fn.Params, func(v ir.Var) bool { return a.providerClient(v.Type) })
	}
	best := aurora.Unknown
	for _, u := range values(s.URL) {
		sg := around
		a.look(u, &sg, 0)
		if ans := sg.answer(); ans == aurora.Yes {
			return aurora.Yes
		} else if ans == aurora.No {
			best = ans
		}
	}
	if marked && best != aurora.No {
		return aurora.Yes
	}
	return best
}

// providerClient says whether a type is named after the API and has a client: who is given one calls the API.
func (a *analyzer) providerClient(typ string) bool {
	t := a.prog.Type(typ)
	return t != nil && a.voc.ProviderWord(typeWord(typ)) && slices.ContainsFunc(t.Fields, func(f ir.Field) bool { return httplib.Client(f.Type) })
}

func lastElement(path string) string { return path[strings.LastIndexByte(path, '/')+1:] }

// receiver is the name of the receiver's type in the full name of a method.
func receiver(name string) string {
	if !strings.HasPrefix(name, "(") {
		return ""
	}
	typ, _, _ := strings.Cut(name[1:], ").")
	return typ[strings.LastIndexByte(typ, '.')+1:]
}

// look gathers the signs of one URL.
func (a *analyzer) look(u eval.Value, sg *signs, depth int) {
	if depth > 6 {
		return
	}
	pattern := eval.Pattern(u, aurora.Hole)
	for _, h := range a.voc.HostsIn(pattern) {
		if h.Class == aurora.Production || h.Class == aurora.Sandbox {
			sg.strong = true
		} else {
			sg.otherHost = true
		}
	}
	if !sg.strong && literalHost(pattern) {
		sg.otherHost = true
		return
	}
	sg.strong = sg.strong || a.voc.FamilyPath(pattern) || a.voc.FamilyPath(aurora.Hole+pattern)
	sg.path = sg.path || a.voc.ResourcePath(pattern) || a.voc.ResourcePath(aurora.Hole+pattern)
	for i, p := range eval.Parts(u) {
		if sym, ok := p.(*eval.Sym); ok && (i == 0 || i < 3 && afterScheme(eval.Parts(u)[i-1])) {
			a.lookAt(sym, sg, depth)
		}
	}
}

// afterScheme says whether the part after p is the host: url.URL and fmt.Sprintf put
// one there that is not known, under a scheme that may be not known either.
func afterScheme(p eval.Value) bool {
	text, ok := eval.IsConst(p)
	return ok && strings.HasSuffix(text, "://")
}

// literalHost says whether a URL begins with a scheme and a host that is written out.
func literalHost(pattern string) bool {
	_, rest, ok := strings.Cut(pattern, "://")
	if !ok {
		return false
	}
	host, _, _ := strings.Cut(rest, "/")
	if !strings.HasPrefix(host, aurora.Hole) {
		return host != ""
	}
	// "https://" + tenant + ".example.com" names the host as well.
	domain := host[strings.LastIndex(host, aurora.Hole)+1:]
	return len(domain) > 2 && domain[0] == '.' && strings.Contains(domain[1:], ".")
}

// lookAt gathers the signs of the hole that a URL begins with: its base.
func (a *analyzer) lookAt(s *eval.Sym, sg *signs, depth int) {
	switch s.Origin {
	case eval.Env:
		sg.strong = sg.strong || a.voc.EnvName(s.Name)
		for _, arg := range s.Args {
			a.lookInto(arg, sg, depth)
		}
	case eval.Param, eval.GlobalSym:
		sg.name = sg.name || a.voc.ProviderWord(lastElement(lastWord(s.Name)))
		sg.typ = sg.typ || a.voc.ProviderWord(typeWord(s.Type))
	case eval.FieldSym, eval.ElemSym:
		a.lookAtField(s, sg)
		a.lookInto(s.Of, sg, depth)
	case eval.Derived, eval.Result:
		sg.strong = sg.strong || s.Origin == eval.Result && slices.ContainsFunc(s.Args, a.configName)
		sg.name = sg.name || a.voc.ProviderWord(lastWord(s.Name))
		for _, arg := range s.Args {
			a.lookInto(arg, sg, depth)
		}
	}
	if s.Kept != nil {
		a.lookAtField(s.Kept, sg)
	}
	sg.strong = sg.strong || a.bases[a.store.place(s)]
	if s.Summed && !sg.strong {
		if v, _ := a.store.Lookup(s); v != nil {
			a.lookInto(v, sg, depth)
		}
	}
}

// configName says whether a value is a configuration name of the API: a function that is given it looks that up.
func (a *analyzer) configName(v eval.Value) bool {
	name, ok := eval.IsConst(v)
	return ok && a.voc.EnvName(name)
}

func (a *analyzer) lookInto(v eval.Value, sg *signs, depth int) {
	if v == nil {
		return
	}
	for _, x := range eval.Values(v) {
		if _, isRef := x.(*eval.Ref); !isRef {
			a.look(x, sg, depth+1)
		}
	}
}

// lookAtField reads the name, the tag and the type of the field that a base comes from.
func (a *analyzer) lookAtField(s *eval.Sym, sg *signs) {
	sg.name = sg.name || a.voc.ProviderWord(lastWord(s.Name)) || a.voc.EnvName(s.Name)
	of, ok := s.Of.(*eval.Sym)
	if !ok {
		return
	}
	sg.typ = sg.typ || a.voc.ProviderWord(typeWord(of.Type)) || a.voc.ProviderWord(packageWord(of.Type))
	t := a.prog.Type(of.Type)
	if t == nil {
		return
	}
	for _, f := range t.Fields {
		if f.Name == s.Name && f.Tag != "" && a.tagNames(f.Tag) {
			sg.strong = true
		}
	}
}

// tagNames says whether a struct tag has a configuration key of the API.
func (a *analyzer) tagNames(tag string) bool {
	for i, part := range strings.Split(tag, `"`) {
		if i%2 == 1 && a.voc.EnvName(part) {
			return true
		}
	}
	return false
}

func lastWord(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

func typeWord(typ string) string { return lastWord(strings.TrimLeft(typ, "*[]")) }

func packageWord(typ string) string {
	typ = strings.TrimLeft(typ, "*[]")
	if i := strings.LastIndexByte(typ, '.'); i >= 0 {
		return lastElement(typ[:i])
	}
	return ""
}
