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
	"github.com/auroravet/auroravet/internal/loglib"
)

// This file finds what keeps one token without a variable: sources of one token, clients
// that send one with each request, and functions that run once.

// source notes a source of one token, which goes to the API: it was fetched there, it is
// named for it, or a client that calls it, or a type whose methods do, has the source.
func (k *keeper) source(id int, o *eval.Object, sent []*eval.Sent) {
	if o.Fields["static"] == nil || k.a.madeAbroad(o.Site) {
		return
	}
	pos := o.Site.Own(k.a.prog.Path)
	if pos == 0 || o.Site.Instr == nil || k.a.kept.sources[pos] != "" {
		return
	}
	ours := k.ofToken(o.Fields["static"]) || slices.ContainsFunc(sent, func(s *eval.Sent) bool {
		return k.a.evidence(s) == aurora.Yes && k.a.carries(s, id)
	})
	if ours {
		k.a.kept.sources[pos] = lastElement(o.Site.Instr.Sym)
	}
}

// client notes a client that sends a token with each request: it was given one, or a function that
// has one.
func (k *keeper) client(id int, o *eval.Object, lasting bool) {
	lasts := func() bool {
		_, kept := k.a.store.keptAt(id)
		return lasting || kept
	}
	if at := o.Set[eval.AuthProp]; at.Instr != nil && k.anyToken(o.Fields[eval.AuthProp]) && lasts() {
		setter := at.Instr.Sym
		if !strings.HasPrefix(setter, "(") {
			setter = "" // it makes the client
		}
		k.noteClient(at, o.Type, setter)
	}
	if fn, ok := o.Fields["Transport"].(*eval.Fn); ok && k.anyToken(fn) && lasts() {
		k.noteClient(o.Site, o.Type, "")
	}
	for _, hook := range (&eval.Sent{State: k.end}).Hooks(o) {
		if fn, ok := hook.Fields["func"].(*eval.Fn); ok && k.anyToken(fn) && lasts() {
			k.noteClient(hook.Site, o.Type, "")
		}
	}
	for _, f := range sorted(o.Fields) {
		if fn := k.tokenFunc(o.Fields[f]); fn != "" && lasts() && o.Site.Frame != nil && o.Site.Own(k.a.prog.Path) != 0 {
			k.a.kept.clients[o.Site.Own(k.a.prog.Path)] = keptClient{root: outermost(fn), typ: o.Type}
		}
	}
}

// tokenFunc returns the name of a function of the package that has a token and stands in a list,
// as those that edit each request of a client; "" for none.
func (k *keeper) tokenFunc(list eval.Value) string {
	r, ok := list.(*eval.Ref)
	if !ok || k.end.Object(r.ID) == nil {
		return ""
	}
	for _, v := range k.end.Object(r.ID).List {
		if lit, ok := v.(*eval.Fn); ok && k.anyToken(lit) && k.a.prog.Func(lit.Name).Pkg == k.a.prog.Path {
			return lit.Name
		}
	}
	return ""
}

// signer notes a literal that a function returns to sign requests with the token that it has, when the name of
// the function says that it is called once, or is that of what signs: all of them have the same. So does a function
// that ends the program when it has no token, an option that gives a client such a literal, and what is put around
// its transport.
func (k *keeper) signer(fn *ir.Func, returned eval.Value) {
	if fn.Recv || takesRequest(fn) || len(k.a.callers[fn.Name]) > 0 {
		return
	}
	for _, v := range resultsOf(returned) {
		lit, ok := v.(*eval.Fn)
		if !ok || !k.anyToken(lit) {
			continue
		}
		body := k.a.prog.Func(lit.Name)
		at := literalAt(fn, lit.Name)
		if isOption(body) || at != 0 && (takes(body, "net/http.RoundTripper") || takesRequest(body) && (namedMaker(fn) || namedSigner(fn) || ends(fn))) {
			k.a.kept.clients[cmp.Or(at, literalAt(fn, ""))] = keptClient{root: fn.Name, typ: cmp.Or(lit.Type, lastElement(fn.Name))}
		}
	}
}

// isOption says whether a literal changes a struct of the package that has it, as options do.
func isOption(lit *ir.Func) bool {
	if len(lit.Params) != 1 || !strings.HasPrefix(lit.Params[0].Type, "*"+lit.Pkg+".") {
		return false
	}
	return slices.ContainsFunc(lit.Instrs(), func(in *ir.Instr) bool { return in.Op == ir.FieldAddr && in.Args[0] == 0 })
}

// namedSigner says whether a function has the name of a thing that does something to requests: Editor,
// BearerSigner, or says that it does it once. One that is asked before each request is called by what it
// does, or by what it adds.
func namedSigner(fn *ir.Func) bool {
	words := aurora.Words(lastWord(fn.Name))
	if !fn.Exported || len(words) == 0 || words[0] == "with" {
		return false
	}
	if slices.Contains(words, "once") {
		return true
	}
	last := words[len(words)-1]
	return last != "bearer" && last != "header" && (strings.HasSuffix(last, "er") || strings.HasSuffix(last, "or"))
}

// requestType is the type of requests, which do not outlive their call.
const requestType = "net/http.Request"

// takesRequest says whether a function is given a request.
func takesRequest(fn *ir.Func) bool { return takes(fn, "*"+requestType) }

func takes(fn *ir.Func, typ string) bool {
	return slices.ContainsFunc(fn.Params, func(p ir.Var) bool { return p.Type == typ })
}

// ends says whether a function may end the program.
func ends(fn *ir.Func) bool {
	return slices.ContainsFunc(fn.Instrs(), func(in *ir.Instr) bool { return in.Op == ir.Call && loglib.Is(in.Sym, loglib.Ends) })
}

// literalAt is where a function uses a literal that it has made, any when no name is given; 0 when it makes none.
func literalAt(fn *ir.Func, name string) int {
	made := false
	for _, in := range fn.Instrs() {
		made = made || in.Op == ir.Closure && (in.Sym == name || name == "")
		if made && in.Pos != 0 {
			return in.Pos
		}
	}
	return 0
}

func (k *keeper) noteClient(at eval.Site, typ, setter string) {
	if at.Frame == nil || k.a.madeAbroad(at) {
		return
	}
	if pos := at.Own(k.a.prog.Path); pos != 0 {
		k.a.kept.clients[pos] = keptClient{setter: setter, root: outermost(at.Frame.Fn.Name), typ: typ}
	}
}

// keptClient is a client with a token: the method that is called to give it one, "" for one that a
// function of the client has, the function that makes it so, and the client's type.
type keptClient struct{ setter, root, typ string }

// renewal is what the package does with the token of the client.
func (c keptClient) renewal(a *analyzer) *renewal {
	w := &renewal{a: a, funcs: a.prog.Own, setter: c.setter, root: c.root, fill: map[string]bool{}}
	w.findFillers()
	return w
}

// ofToken says whether an oauth2 token has a token of the API.
func (k *keeper) ofToken(v eval.Value) bool {
	r, ok := v.(*eval.Ref)
	if !ok || k.end.Object(r.ID) == nil {
		return k.anyToken(v)
	}
	at := k.end.Object(r.ID).Fields["AccessToken"]
	if k.anyToken(at) || k.anyToken(v) {
		return true
	}
	for _, x := range values(at) {
		if s, ok := x.(*eval.Sym); ok && s.Origin == eval.Env && k.a.voc.EnvName(s.Name) {
			return true
		}
	}
	return false
}

// carries says whether a request goes through an object: its client holds it, or the
// receiver of a method on the way does.
func (a *analyzer) carries(s *eval.Sent, id int) bool {
	found := false
	see := func(v eval.Value) {
		if r, ok := v.(*eval.Ref); ok && r.ID == id {
			found = true
		}
	}
	if s.Client != nil {
		w := &wire{a: a, s: s}
		for _, layer := range w.layers() {
			s.Walk(&eval.Ref{ID: layer}, see)
		}
	}
	if s.Transport != nil {
		s.Walk(s.Transport, see)
	}
	for _, fn := range s.Site.Stack() {
		recv := receiverType(fn)
		if recv == "" || found {
			continue
		}
		for _, o := range s.State.Heap() {
			if o.Type == recv {
				for _, v := range o.Fields {
					see(v)
				}
			}
		}
	}
	return found
}

// receiverType is the full name of the type that a function is a method of; "" for none.
func receiverType(fn *ir.Func) string {
	if !fn.Recv || len(fn.Params) == 0 {
		return ""
	}
	return strings.TrimLeft(fn.Params[0].Type, "*")
}

// renews is where a function of a library takes a source that it asks for a token once, and again
// when that has expired; -1 for others.
func renews(name string) int {
	row := httplib.Lookup(name)
	if row == nil {
		return -1
	}
	of, ok := row.Get("renews")
	if !ok && row.Op == "renew" {
		of, ok = row.Get("of")
	}
	if !ok {
		return -1
	}
	return of.Arg
}

// undated notes a source whose tokens do not say when they expire: they never do, for the library.
func (k *keeper) undated(fn *ir.Func, returned eval.Value) {
	t, ok := returned.(*eval.Tuple)
	if !ok || !fn.Recv || lastWord(fn.Name) != "Token" || len(t.Vals) != 2 {
		return
	}
	any := false
	for _, v := range eval.Values(t.Vals[0]) {
		if eval.IsEmpty(v) {
			continue
		}
		r, isRef := v.(*eval.Ref)
		if !isRef || k.end.Object(r.ID) == nil {
			return
		}
		o := k.end.Object(r.ID)
		if !o.Undated() || !k.anyToken(o.Fields["AccessToken"]) {
			return
		}
		any = true
	}
	if any {
		k.a.kept.undated[receiverType(fn)] = true
	}
}

// reused returns the calls that make the library keep the token of such a source.
func (a *analyzer) reused() []Keeping {
	var out []Keeping
	for _, fn := range a.prog.Own {
		for _, in := range fn.Instrs() {
			if in.Op != ir.Call {
				continue
			}
			at := renews(in.Sym)
			if at < 0 || at+1 >= len(in.Args) {
				continue
			}
			if src := fn.Def(in.Args[at+1]); in.Args[at+1] >= 0 && src != nil && src.Op == ir.Iface && a.kept.undated[strings.TrimLeft(src.Sym, "*")] {
				out = append(out, Keeping{token.Pos(in.Pos), lastElement(in.Sym), InSource})
			}
		}
	}
	return out
}

// memos returns the functions of which the library keeps the token that they have fetched.
func (a *analyzer) memos() []Keeping {
	var out []Keeping
	for _, fn := range a.prog.Own {
		made := map[ir.Ref]string{}
		for _, in := range fn.Instrs() {
			if in.Op == ir.Closure {
				made[ir.Ref(in.Dst)] = in.Sym
			}
			if in.Op != ir.Call || !strings.HasPrefix(in.Sym, "sync.OnceValue") || len(in.Args) < 2 {
				continue
			}
			name := made[in.Args[1]]
			if r := in.Args[1]; r < 0 && r != ir.None {
				name = fn.Consts[-1-r].Str
			}
			if a.kept.givers[name] {
				out = append(out, Keeping{token.Pos(in.Pos), lastWord(ir.PlainName(in.Sym)), InMemo})
			}
		}
	}
	return out
}
