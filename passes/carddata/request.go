package carddata

import (
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/loglib"
)

// decodedAs says what the text at a path of a value is decoded into in this package;
// found is false when it is not decoded.
func (e *engine) decodedAs(v ssa.Value, path string) (k kinds, found bool) {
	for _, i := range e.traffic.of[v] {
		d := e.traffic.decodes[i]
		for _, r := range d.from {
			if r.v == v && r.path == path {
				found = found || d.of == nil
				k |= d.kinds
			}
		}
	}
	if call, ok := v.(*ssa.Call); ok && k == 0 && e.isGetter(call) {
		for _, i := range e.traffic.in[call.Parent()] {
			d := e.traffic.decodes[i]
			for _, r := range d.from {
				if r.path == path && e.asksSame(r.v, call) {
					found = found || d.of == nil
					k |= d.kinds
				}
			}
		}
	}
	return k, found
}

// takeVerbs begin the names of methods that give something else each time.
var takeVerbs = []string{"read", "next", "pop", "recv", "receive", "fetch", "poll", "take", "dequeue", "scan", "pull", "consume"}

// isGetter says whether a call asks a value for text that it holds, such as the data of a message.
func (e *engine) isGetter(call *ssa.Call) bool {
	obj := rowObject(call.Common())
	if obj == nil || len(callArgs(call.Common())) != 1 || obj.Signature().Recv() == nil {
		return false
	}
	basic, isText := call.Type().Underlying().(*types.Basic)
	words := aurora.Words(obj.Name())
	return (isTextSlice(call.Type()) || isText && basic.Info()&types.IsString != 0) && len(words) > 0 && !slices.Contains(takeVerbs, words[0])
}

// asksSame says whether v is another call that asks for the same as a getter.
func (e *engine) asksSame(v ssa.Value, getter *ssa.Call) bool {
	call, ok := v.(*ssa.Call)
	if !ok || call.Parent() != getter.Parent() || rowObject(call.Common()) != rowObject(getter.Common()) {
		return false
	}
	root, path := e.writes.root(callArgs(call.Common())[0])
	other, at := e.writes.root(callArgs(getter.Common())[0])
	return root == other && path == at
}

// bodyAt says whether s is the body or the form of a request or response, and of which value.
func bodyAt(s source) (owner types.Type, form, ok bool) {
	if s.v == nil {
		return nil, false, false
	}
	t := source{ref: ref{s.v, "", nil}, result: s.result}.typ()
	if p, ok := s.v.(*ssa.Parameter); ok && s.path == "" && dumpsBody(p) {
		return deref(p.Parent().Params[0].Type()), false, true
	}
	if s.path == "" {
		return deref(t), false, isFramework(deref(t))
	}
	path := s.path
	for path != "" && t != nil {
		base := deref(t)
		step, rest := cutStep(path)
		http := isNamed(base, "net/http", "Request") || isNamed(base, "net/http", "Response")
		if http && step == ".Body" {
			return base, false, true
		}
		if http && (step == ".Form" || step == ".PostForm" || step == ".MultipartForm") {
			return base, true, true
		}
		t, _, _, _ = typeAt(t, step)
		path = rest
	}
	return nil, false, false
}

// dumpsBody says whether p is the request body that a framework hands to a function that
// dumps it: func(echo.Context, request, response []byte).
func dumpsBody(p *ssa.Parameter) bool {
	params := p.Parent().Signature.Params()
	return params.Len() == 3 && isFramework(deref(params.At(0).Type())) && isTextSlice(params.At(1).Type()) && isTextSlice(params.At(2).Type()) &&
		p.Parent().Signature.Recv() == nil && len(p.Parent().Params) == 3 && p == p.Parent().Params[1]
}

// bodyText is the body of a request or response: card data when it is decoded into a type
// that holds some, or when the function only passes it on in a package that sends card data.
func (e *engine) bodyText(s source, owner types.Type, form bool) content {
	body := content{atoms: []atom{{kinds: bodyKind, what: "the body"}}}
	root := s.v
	if call, ok := root.(*ssa.Call); ok {
		if obj := rowObject(call.Common()); obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == "net/http" && strings.HasPrefix(obj.Name(), "NewRequest") {
			args := call.Common().Args
			return e.text(ref{args[len(args)-1], "", call})
		}
		if c, ok := e.copiedBody(s, call); ok {
			return c
		}
		if c := e.madeBody(s, call); len(c.atoms) > 0 {
			return c
		}
	}
	if form {
		if k, _ := e.rootDecoded(root); k != 0 || e.readsCardKey(root) {
			return body
		}
		return unknown()
	}
	if isNamed(owner, "net/http", "Response") {
		return unknown()
	}
	k, decoded := e.rootDecoded(root)
	switch {
	case k != 0:
		return body
	case decoded:
		return clean
	}
	root = e.contextOf(root)
	if p, ok := root.(*ssa.Parameter); ok {
		switch inbound := inboundFunc(p.Parent()); {
		case inbound && e.traffic.inbound:
			return content{atoms: []atom{{kinds: bodyKind, what: servedBody}}}
		case !inbound && e.traffic.types:
			return content{atoms: []atom{{kinds: bodyKind, what: anyBody}}}
		case !inbound && p == s.v && isNamed(owner, "net/http", "Request"):
			return content{open: true, atoms: []atom{{hole: hole{fn: p.Parent(), param: paramIndex(p), path: s.path, aux: -1}}}}
		}
	}
	return unknown()
}

// copiedBody is the body of a request that a library's function makes of another one.
func (e *engine) copiedBody(s source, call *ssa.Call) (content, bool) {
	obj := rowObject(call.Common())
	if obj == nil || s.path != ".Body" {
		return clean, false
	}
	row := rowOf(obj)
	if row == nil || row.Op != loglib.Pass {
		return clean, false
	}
	return e.text(ref{callArgs(call.Common())[row.Get("from")], s.path, call}), true
}

// madeBody is the body of a request that a function of the program makes.
func (e *engine) madeBody(s source, call *ssa.Call) content {
	var c content
	if i := strings.LastIndex(s.path, ".Body"); i < 0 || !isNamed(deref(source{ref: ref{call, s.path[:i], nil}, result: s.result}.typ()), "net/http", "Request") {
		return c
	}
	for _, t := range e.targets(call.Common()) {
		if t.body != nil || t.sum != nil {
			c.add(e.targetText(t, call, s.result, s.path))
		}
	}
	return c
}

// contextOf is the framework's context of which a call takes the request, or v.
func (e *engine) contextOf(v ssa.Value) ssa.Value {
	call, ok := v.(*ssa.Call)
	if !ok {
		return v
	}
	args := callArgs(call.Common())
	if obj := rowObject(call.Common()); obj == nil || obj.Name() != "Request" || len(args) != 1 || !isFramework(deref(args[0].Type())) {
		return v
	}
	for _, s := range e.resolve(ref{args[0], "", nil}) {
		if p, ok := s.v.(*ssa.Parameter); ok && s.path == "" {
			return p
		}
	}
	return v
}

// rootDecoded is decodedAs for any path of a request.
func (e *engine) rootDecoded(root ssa.Value) (k kinds, found bool) {
	for _, i := range e.traffic.of[root] {
		d := e.traffic.decodes[i]
		k |= d.kinds
		found = found || d.of == nil
	}
	return k, found
}

// inboundFunc says whether a function serves requests: it, or one that it is a literal in,
// has a response writer or a framework's context.
func inboundFunc(fn *ssa.Function) bool {
	for ; fn != nil; fn = fn.Parent() {
		sig := fn.Signature
		for p := range sig.Params().Variables() {
			if isNamed(p.Type(), "net/http", "ResponseWriter") || isFramework(deref(p.Type())) || isNamed(p.Type(), "net/http", "Handler") {
				return true
			}
		}
	}
	return false
}

// readsCardKey says whether a card number or code is read by its key from the request.
func (e *engine) readsCardKey(root ssa.Value) bool {
	fn := root.Parent()
	if fn == nil {
		return false
	}
	found := false
	for _, f := range withLiterals(fn) {
		e.eachCall(f, func(call ssa.CallInstruction) {
			if c, ok := call.(*ssa.Call); ok {
				if _, key, ok := e.readKey(c); ok {
					found = found || nameClass(key, e.scope(fn)).kind&^expiryKind != 0
				}
			}
		})
	}
	return found
}

// readKey returns the key under which a call reads a value from a form, a query or a map.
func (e *engine) readKey(call *ssa.Call) (row *loglib.Row, key string, ok bool) {
	obj := rowObject(call.Common())
	if obj == nil {
		return nil, "", false
	}
	row = rowOf(obj)
	if row == nil || row.Op != loglib.Read {
		return nil, "", false
	}
	args := callArgs(call.Common())
	if i := row.Get("key"); i < len(args) {
		key, ok = constText(args[i])
	}
	return row, key, ok
}

func (e *engine) readText(call *ssa.Call) content {
	_, key, ok := e.readKey(call)
	if !ok {
		return unknown()
	}
	if cls := nameClass(key, e.scope(call.Parent())); cls.kind != 0 {
		return card(cls.kind, cls.what)
	}
	return unknown()
}

// dumped is a dump of a request or response with its body.
func (e *engine) dumped(row *loglib.Row, call *ssa.Call) content {
	args := call.Common().Args
	whole := args[row.Get("body")]
	if c, ok := whole.(*ssa.Const); ok && c.Value != nil && !constant.BoolVal(c.Value) {
		return clean
	}
	owner := args[row.Get("from")]
	if isNamed(deref(owner.Type()), "net/http", "Response") {
		return e.dumpedResponse(owner)
	}
	c := e.text(ref{owner, ".Body", call})
	if g, ok := e.operand(whole, "true", false); ok {
		return c.under([]condition{g})
	}
	return c
}

// dumpedResponse judges a response by what the package decodes responses into.
func (e *engine) dumpedResponse(owner ssa.Value) content {
	for _, s := range e.resolve(ref{owner, "", nil}) {
		if s.v == nil {
			continue
		}
		k, decoded := e.rootDecoded(s.v)
		if k != 0 || !decoded && e.traffic.responses {
			return content{atoms: []atom{{kinds: bodyKind, what: "the body"}}}
		}
	}
	return unknown()
}
