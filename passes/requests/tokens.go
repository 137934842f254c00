package requests

import (
	"cmp"
	"go/token"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file finds the access tokens that a package fetches from the API and keeps.

// Keeping is a place that keeps an access token for as long as the program runs.
type Keeping struct {
	Pos token.Pos
	// Name is the variable or the field, as Type.Field, or the function that keeps it.
	Name string
	How  Keeper
}

// Keeper says what keeps a token.
type Keeper uint8

// The keepers of tokens.
const (
	InPlace  Keeper = iota // a variable or field
	InSource               // a token source that has one token
	InMemo                 // a function that is run once
	InClient               // a client that sends it with each request
	InRounds               // a loop that goes on with it
)

// keeping is what is known of kept tokens, while functions run.
type keeping struct {
	// places are the fields ("pkg.Type.Field") and variables that hold a token at the end
	// of a function.
	places map[string]filledPlace
	// sources are the functions that make a source of one token, by where they are called.
	sources map[int]string
	// clients are the calls that give a client a token for all its requests.
	clients map[int]keptClient
	// givers are the functions that return a token that they have fetched.
	givers map[string]bool
	// undated are the types of token sources whose tokens do not say when they expire.
	undated map[string]bool
	// elsewhere are what else holds a token, by the place in the package where it does: fields of
	// generic types of other packages, and captured variables.
	elsewhere map[int]*renewal
	// rounds are the functions that fetch a token for all turns of a loop, by where they do.
	rounds map[int]string
}

// filledPlace is what is known of a place with a token: the function that has filled it, and the type of
// the object that has the field.
type filledPlace struct {
	by  *ir.Func
	typ string
}

func newKeeping() *keeping {
	return &keeping{places: map[string]filledPlace{}, sources: map[int]string{}, clients: map[int]keptClient{}, givers: map[string]bool{}, undated: map[string]bool{}, elsewhere: map[int]*renewal{}, rounds: map[int]string{}}
}

// Kept returns the places that keep a token which nobody renews.
func (r *Result) Kept() []Keeping {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.an == nil {
		return nil
	}
	a := r.an
	var out []Keeping
	for _, place := range sorted(a.kept.places) {
		if pos := a.storedAt(place); pos != 0 && !a.renewal(place).renewed() {
			out = append(out, Keeping{token.Pos(pos), shortPlace(place), InPlace})
		}
	}
	for pos, by := range a.kept.sources {
		out = append(out, Keeping{token.Pos(pos), by, InSource})
	}
	for pos, c := range a.kept.clients {
		if !c.renewal(a).renewed() {
			out = append(out, Keeping{token.Pos(pos), Client{Type: c.typ}.Name(), InClient})
		}
	}
	for pos, w := range a.kept.elsewhere {
		if w.findFillers(); !w.renewed() {
			out = append(out, Keeping{token.Pos(pos), shortPlace(w.place), InPlace})
		}
	}
	for pos, by := range a.kept.rounds {
		out = append(out, Keeping{token.Pos(pos), by, InRounds})
	}
	out = append(append(out, a.memos()...), a.reused()...)
	slices.SortFunc(out, func(x, y Keeping) int {
		return cmp.Or(cmp.Compare(x.Pos, y.Pos), strings.Compare(x.Name, y.Name))
	})
	return out
}

// shortPlace is a place without its package, and without a type that has no name.
func shortPlace(place string) string {
	if strings.Contains(place, "struct{") {
		return lastWord(place)
	}
	_, rest, _ := strings.Cut(lastElement(place), ".")
	return rest
}

// keep notes the tokens that a function leaves somewhere at its end.
func (a *analyzer) keep(fn *ir.Func, end *eval.State, returned eval.Value, sent []*eval.Sent) {
	if end == nil || fn.Generated {
		return
	}
	k := &keeper{a: a, end: end, fetched: slices.ContainsFunc(sent, a.asksForToken) || a.signsIn(end, sent)}
	if k.anyToken(returned) {
		a.kept.givers[fn.Name] = true
	}
	k.undated(fn, returned)
	globals := end.Globals()
	lasting, literals := k.lasting(fn, returned, globals)
	k.captured(literals)
	k.signer(fn, returned)
	for id, o := range end.Heap() {
		k.source(id, o, sent)
		k.client(id, o, o.Lazy != nil || lasting[id])
		if place := k.container(id, o); place != "" && k.anyToken(&eval.Ref{ID: id}) {
			a.notePlace(place, "", fn)
		}
		if o.Global != "" && a.tokenType(o.Type) && k.anyToken(&eval.Ref{ID: id}) { // a variable that is a struct
			a.notePlace(o.Global, "", fn)
		}
		k.generic(id, o, lasting[id])
		if o.Lazy == nil && !lasting[id] || a.prog.Type(o.Type) == nil || a.tokenType(o.Type) || o.Type == requestType {
			continue
		}
		for f, v := range o.Fields {
			if k.anyToken(v) {
				a.notePlace(declared(o.Type)+"."+f, o.Type, fn)
			}
		}
	}
	for name, v := range globals {
		if k.anyToken(v) {
			a.notePlace(name, "", fn)
		}
	}
}

// notePlace keeps the first of the functions that fill a place, by name.
func (a *analyzer) notePlace(place, typ string, fn *ir.Func) {
	if old := a.kept.places[place]; old.by == nil || fn.Name < old.by.Name {
		a.kept.places[place] = filledPlace{fn, typ}
	}
}

// keeper looks for tokens in the memory at the end of a function.
type keeper struct {
	a       *analyzer
	end     *eval.State
	fetched bool // the function has asked the API for a token
}

// anyToken says whether a value is, or may be, a token that was fetched from the API.
func (k *keeper) anyToken(v eval.Value) bool { return k.anyAt(v, 0) }

func (k *keeper) anyAt(v eval.Value, depth int) bool {
	if v == nil || depth > 5 {
		return false
	}
	if t, ok := v.(*eval.Tuple); ok {
		return slices.ContainsFunc(t.Vals, func(v eval.Value) bool { return k.anyAt(v, depth+1) })
	}
	return slices.ContainsFunc(eval.Values(v), func(v eval.Value) bool {
		return slices.ContainsFunc(eval.Parts(v), func(v eval.Value) bool { return k.token(v, depth) })
	})
}

func (k *keeper) token(v eval.Value, depth int) bool {
	if depth > 4 {
		return false
	}
	switch v := v.(type) {
	case *eval.Fn:
		return k.capturesToken(v, depth)
	case *eval.Addr:
		return k.anyAt((&eval.Sent{State: k.end}).Field(v.ID, v.Field), depth+1)
	case *eval.Ref:
		o := k.end.Object(v.ID)
		switch {
		case o == nil:
		case k.a.tokenType(o.Type), isContainer(o):
			if o.Lazy != nil && k.granted(o.Lazy) {
				return true
			}
			return o.Open && k.fetched && k.a.tokenType(o.Type) || slices.ContainsFunc(sorted(o.Fields), func(f string) bool { return k.anyAt(o.Fields[f], depth+1) })
		default: // the values of a header
			return slices.ContainsFunc(o.Elements(), func(v eval.Value) bool { return k.anyAt(v, depth+1) })
		}
	case *eval.Sym:
		switch v.Origin {
		case eval.FieldSym:
			return k.tokenField(v) && (k.answered(v.Of) || k.obtained(v))
		case eval.ElemSym:
			return v.Name == grantedName && k.answered(v.Of) || k.obtained(v) || v.Of != nil && strings.HasPrefix(v.Name, "result ") && k.token(v.Of, depth+1)
		case eval.Result, eval.Derived:
			return k.granted(v) || k.fetched && slices.ContainsFunc(v.Args, isTokenKey)
		}
	}
	return false
}

// isTokenKey says whether a value is the name under which a token is answered.
func isTokenKey(v eval.Value) bool {
	s, ok := eval.IsConst(v)
	return ok && s == grantedName
}

// tokenField says whether a field holds an access token in an answer.
func (k *keeper) tokenField(s *eval.Sym) bool {
	typ := ""
	if of, ok := s.Of.(*eval.Sym); ok {
		typ = of.Type
	}
	return k.a.isToken(typ, s.Name)
}

// isToken says whether a field of a type holds an access token.
func (a *analyzer) isToken(typ, field string) bool {
	return field == "AccessToken" || a.prog.JSONName(typ, field) == grantedName
}

// tokenType says whether values of a type are tokens themselves: they are named so, or have a field for one.
func (a *analyzer) tokenType(typ string) bool {
	typ = strings.TrimLeft(typ, "*")
	if httplib.TypeOf(typ).Token {
		return true
	}
	t := a.prog.Type(typ)
	if t == nil {
		return false
	}
	words := aurora.Words(typeWord(typ))
	named := len(words) > 0 && slices.Contains(tokenWords, words[len(words)-1]) && !slices.ContainsFunc(t.Fields, ofProvider) && !a.hasSender(typ)
	return named || a.grantType(typ)
}

// hasSender says whether a method of a type may send a request: what has one gives tokens too.
func (a *analyzer) hasSender(typ string) bool {
	if a.senders == nil {
		a.senders = map[string]bool{}
		for _, fn := range a.prog.Own {
			if a.reach[fn.Name] {
				a.senders[receiverType(fn)] = true
			}
		}
	}
	return a.senders[typ]
}

// ofProvider says whether a field is a lock or a client: what has one gives tokens, whatever its name.
func ofProvider(f ir.Field) bool {
	return strings.HasPrefix(f.Type, "sync.") || httplib.TypeOf(strings.TrimLeft(f.Type, "*")).Struct
}

var tokenWords = []string{"token", "tokens", "grant", "reply", "response", "resp", "answer", "result", "credentials", "payload", "body", "dto"}

// answered says whether a value is what was read from an answer, of a function that asks the API
// for a token: nothing else that the run knows made it.
func (k *keeper) answered(v eval.Value) bool {
	s, ok := v.(*eval.Sym)
	for range 6 {
		if !ok {
			return false
		}
		switch s.Origin {
		case eval.Unknown:
			return k.fetched
		case eval.Result:
			return k.granted(s) || k.fetched && opOf(s.Name) != "renew"
		case eval.FieldSym, eval.ElemSym:
			s, ok = s.Of.(*eval.Sym)
		default:
			return false
		}
	}
	return false
}

// opOf is what the rows say that a function does; "" for nothing.
func opOf(name string) string {
	if row := httplib.Lookup(name); row != nil {
		return row.Op
	}
	return ""
}

// ofAPI says whether a URL is known to be the API's.
func (a *analyzer) ofAPI(u eval.Value) bool {
	var sg signs
	a.look(u, &sg, 0)
	return sg.answer() == aurora.Yes
}

// asksForToken says whether a request asks the API for a token.
func (a *analyzer) asksForToken(s *eval.Sent) bool {
	if a.evidence(s) != aurora.Yes {
		return false
	}
	for _, u := range values(s.URL) {
		if e, ok := a.voc.Endpoint("POST", eval.Pattern(u, aurora.Hole)); ok && e.Class == aurora.Auth {
			return true
		}
		for _, p := range eval.Parts(u) {
			if sym, ok := p.(*eval.Sym); ok && slices.ContainsFunc(aurora.Words(lastWord(sym.Name)), func(w string) bool { return slices.Contains(authWords, w) }) {
				return true
			}
		}
	}
	found := false
	if body := s.Content(); body != nil {
		s.Walk(body, func(v eval.Value) {
			text, _ := eval.IsConst(v)
			found = found || strings.Contains(text, "client_credentials") || strings.Contains(text, "grant_type")
		})
	}
	return found
}

var authWords = []string{"oauth", "oauth2", "token", "auth", "identity", "login"}
