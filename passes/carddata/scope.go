package carddata

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/aurora"
)

// scope is the company in which the common names of a function's variables count: the names
// of the function, its receiver's type, its parameters, results and other variables and the keys it reads.
func (e *engine) scope(fn *ssa.Function) context {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	ctx, ok := e.scopes[fn]
	if !ok {
		e.addScope(&ctx, fn)
		if e.proofs.funcs[fn] {
			ctx.clear |= panKind
		}
		e.scopes[fn] = ctx
	}
	return ctx
}

func (e *engine) addScope(ctx *context, fn *ssa.Function) {
	if fn.Parent() == nil {
		ctx.add(fn.Name())
	}
	for r := range fn.Signature.Results().Variables() {
		ctx.addTyped(r.Name(), r.Type())
	}
	for _, p := range fn.Params {
		ctx.addTyped(p.Name(), p.Type())
		if name := typeName(p.Type()); name != "" {
			ctx.add(name)
		}
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if v, ok := instr.(ssa.Value); ok {
				for _, name := range e.names[v] {
					ctx.add(name)
				}
			}
			if call, ok := instr.(*ssa.Call); ok {
				if _, key, ok := e.readKey(call); ok {
					ctx.add(key)
				}
			}
		}
	}
	for _, anon := range fn.AnonFuncs {
		e.addScope(ctx, anon)
	}
}

// classOf is what the names of r say: its last field or key, or the variable, parameter or
// getter that it is. The type has to be one that can hold card data.
func (e *engine) classOf(r ref) class {
	if r.v == nil {
		return class{}
	}
	if r.path != "" {
		return e.pathClass(r)
	}
	var found class
	for _, name := range e.valueNames(r.v) {
		c := nameClass(name, e.scopeOf(r.v))
		if c.kind != 0 && textType(r.v.Type(), c.kind) {
			return c
		}
		if call, ok := r.v.(*ssa.Call); c.safe && (!ok || name != calleeName(call.Common())) {
			found = c // what a function named like a mask does is judged by its body
		}
	}
	if place := readFrom(r.v); found == (class{}) && place.v != nil {
		found = e.pathClass(place)
		if fa, ok := fieldRead(r.v); ok && found == (class{}) && fa.X != place.v {
			found = e.pathClass(ref{fa.X, "." + fieldOf(fa.X.Type(), fa.Field).Name(), nil}) // out of an interface
		}
	}
	if t := typeName(r.v.Type()); found == (class{}) && t != "" {
		return e.typeClass(r.v.Type())
	}
	return found
}

// readFrom is the field or the element of a map that a value is read from.
func readFrom(v ssa.Value) ref {
	switch v := v.(type) {
	case *ssa.Lookup:
		if isMap(v.X) {
			return ref{v.X, keyStep(v.Index), nil}
		}
	case *ssa.Field:
		return ref{v.X, "." + fieldOf(v.X.Type(), v.Field).Name(), nil}
	case *ssa.UnOp:
		if fa, ok := fieldRead(v); ok {
			root, path := place(fa)
			return ref{root, path, nil}
		}
	}
	return ref{}
}

func fieldRead(v ssa.Value) (*ssa.FieldAddr, bool) {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return nil, false
	}
	fa, ok := load.X.(*ssa.FieldAddr)
	return fa, ok
}

func (e *engine) scopeOf(v ssa.Value) context {
	if fn := v.Parent(); fn != nil {
		return e.scope(fn)
	}
	return context{}
}

// typeClass judges a named text type (type PAN string) by its own name.
func (e *engine) typeClass(t types.Type) class {
	named, ok := types.Unalias(deref(t)).(*types.Named)
	if !ok {
		return class{}
	}
	if b, ok := named.Underlying().(*types.Basic); !ok || b.Info()&types.IsString == 0 {
		return class{}
	}
	pkg := named.Obj().Pkg()
	if pkg == nil {
		return class{}
	}
	if f := factsOf(named.Obj().Name()); f.Kind == aurora.NotCard {
		return class{}
	}
	c := nameClass(named.Obj().Name(), e.packageScope(pkg))
	if c.kind == expiryKind {
		return class{}
	}
	return c
}

// packageScope is the company of the names that a package declares.
func (e *engine) packageScope(pkg *types.Package) context {
	ctx, ok := e.packages[pkg]
	if !ok {
		for _, name := range pkg.Scope().Names() {
			ctx.add(name)
		}
		ctx.add(pkg.Name())
		e.packages[pkg] = ctx
	}
	return ctx
}

func (e *engine) pathClass(r ref) class {
	t, owner, field, key := typeAt(r.v.Type(), r.path)
	if t == nil {
		return class{}
	}
	switch {
	case field >= 0:
		c := e.fields.of(structOf(owner), field, typeName(owner))
		if outer := r.path[:strings.LastIndexByte(r.path, '.')]; c == (class{}) && nullWrapper(owner) && textType(t, panKind) {
			return e.classOf(ref{r.v, outer, r.at}) // the text in a sql.NullString is what the wrapper is
		}
		if c == (class{}) {
			c = e.joinedPath(r.path, t, structOf(owner))
		}
		if c == (class{}) {
			c = e.typeClass(t)
		}
		return c
	case key != "":
		c := nameClass(key, e.keyContext(r))
		if c.kind != 0 && !textType(t, c.kind) {
			return class{}
		}
		return c
	}
	if base, ok := strings.CutSuffix(r.path, "[]"); ok {
		return e.classOf(ref{r.v, base, r.at})
	}
	return class{}
}

// keyContext is the company of a map's key: the function that reads or fills the map.
func (e *engine) keyContext(r ref) context {
	ctx := e.scopeOf(r.v)
	for _, w := range e.writes.of[r.v] {
		if key, ok := strings.CutPrefix(w.path, "[k:"); ok {
			ctx.add(strings.TrimSuffix(key, "]"))
		}
	}
	return ctx
}

// joinedPath judges the last two fields of a path as one name (payment.Card.Number), where
// the struct of the last has another field of a payment card.
func (e *engine) joinedPath(path string, t types.Type, owner *types.Struct) class {
	i := strings.LastIndexByte(path, '.')
	if i <= 0 || owner == nil {
		return class{}
	}
	outer, inner := strings.TrimRight(path[strings.LastIndexByte(path[:i], '.')+1:i], "[]?*0123456789"), path[i+1:]
	if !factsOf(outer).word {
		return class{}
	}
	n := factsOf(outer + " " + inner)
	k := one(n.Kind)
	if k == 0 || n.NeedsContext || n.Safe || k == expiryKind || !textType(t, k) {
		return class{}
	}
	for i := range owner.NumFields() {
		if f := owner.Field(i).Name(); f != inner && cardCompanion(f) {
			return class{kind: k, what: outer + "." + inner}
		}
	}
	return class{}
}

// valueNames are the names that a value goes by in the source.
func (e *engine) valueNames(v ssa.Value) []string {
	names := e.names[v]
	switch v := v.(type) {
	case *ssa.Parameter:
		return append([]string{v.Name()}, names...)
	case *ssa.FreeVar:
		return append([]string{v.Name()}, names...)
	case *ssa.Global:
		return []string{v.Name()}
	case *ssa.Alloc:
		return append(names[:len(names):len(names)], v.Comment)
	case *ssa.Call:
		if name := calleeName(v.Common()); name != "" {
			return append(names[:len(names):len(names)], name)
		}
	case *ssa.Extract:
		if call, ok := v.Tuple.(*ssa.Call); ok {
			return append(names[:len(names):len(names)], resultNames(call, v.Index)...)
		}
	case *ssa.UnOp:
		if g, ok := v.X.(*ssa.Global); ok {
			return append(names[:len(names):len(names)], g.Name())
		}
	}
	return names
}

// resultNames are the names of one of the results of a call: its own, and that of a function
// that says it gets what it names.
func resultNames(call *ssa.Call, index int) []string {
	var names []string
	if r := call.Call.Signature().Results().At(index); r.Name() != "" && r.Name() != "_" {
		names = append(names, r.Name())
	}
	name := calleeName(call.Common())
	if words := aurora.Words(name); index == 0 && len(words) > 1 && slices.Contains(getVerbs, words[0]) {
		names = append(names, name)
	}
	return names
}

var getVerbs = []string{"get", "read", "fetch", "load", "decrypt", "reveal", "find", "lookup", "scan", "ask", "prompt", "parse", "extract", "decode"}

// calleeName is the name of the function or method of a call.
func calleeName(common *ssa.CallCommon) string {
	if common.IsInvoke() {
		return common.Method.Name()
	}
	if fn := common.StaticCallee(); fn != nil && fn.Object() != nil {
		return fn.Object().Name()
	}
	return ""
}

// structHints finds the names that unnamed struct types go by: the field or variable that
// they are declared for.
func structHints(pass *analysis.Pass) map[*types.Struct]string {
	hints := map[*types.Struct]string{}
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			var names []*ast.Ident
			var typ ast.Expr
			switch n := n.(type) {
			case *ast.Field:
				names, typ = n.Names, n.Type
			case *ast.ValueSpec:
				names, typ = n.Names, n.Type
			}
			if len(names) == 0 || typ == nil {
				return true
			}
			if t := pass.TypesInfo.TypeOf(typ); t != nil {
				if st := unnamedStruct(t); st != nil && hints[st] == "" {
					hints[st] = names[0].Name
				}
			}
			return true
		})
	}
	return hints
}

func unnamedStruct(t types.Type) *types.Struct {
	for range 4 {
		if st, ok := types.Unalias(t).(*types.Struct); ok {
			return st
		}
		if _, named := types.Unalias(t).(*types.Named); named {
			return nil
		}
		e := elemType(t)
		if p, ok := t.(*types.Pointer); ok {
			e = p.Elem()
		}
		if e == nil {
			return nil
		}
		t = e
	}
	return nil
}

// maskFunc says whether the name of a function promises a masked or derived value.
func maskFunc(name string) bool {
	words := aurora.Words(name)
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(maskVerbs, w) || slices.Contains(maskedWords, w) }) ||
		strings.Contains(strings.ToLower(name), "last4") || strings.Contains(strings.ToLower(name), "lastfour")
}

var maskVerbs = []string{
	"obfuscate", "scrub", "censor", "conceal", "anonymize", "anonymise", "hide", "tokenize", "tokenise", "encrypt", "seal", "fingerprint", "digest",
	"sha256", "bin", "brand", "scheme", "network", "masker", "redactor", "last", "sum256", "ellipsize",
}
