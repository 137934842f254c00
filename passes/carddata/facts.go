package carddata

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/guard"
	"github.com/auroravet/auroravet/internal/loglib"
)

// factVersion changes with the meaning of the facts.
const factVersion = 8

// funcFact is what other packages need to know of a function, or of a field or variable that
// holds one or a logger. It has slices in a fixed
// order and no positions, so that equal sources give equal facts.
type funcFact struct {
	Flows   []factFlow
	Sends   []factFlow
	Results []factResult
	Writes  []factWrite
	// Made are the flows of the function that the first result is, or of what gets the requests
	// that are sent with the client or transport that it, or the variable, is.
	Made []factFlow
	// Same is the parameter that the first result is, plus one; 0 for none.
	Same int
	// Logger is what is known of the logger that it returns or is; nil for none.
	Logger *factLogger
	// Puts is the card data that it puts into a map which other functions send.
	Puts uint8
	// Proof is what is done with the text in a field.
	Proof uint8
}

type factLogger struct {
	JSON, Discards, All, Given bool
	Redacts                    []string
}

type factFlow struct {
	To   int
	Sink string
	Err  bool
	Atom factAtom
}

type factResult struct {
	Index int
	Path  string
	Shown bool
	JSON  bool
	Open  bool
	Atoms []factAtom
}

type factWrite struct {
	Param int
	Path  string
	Open  bool
	Atoms []factAtom
}

type factAtom struct {
	Kinds uint8
	What  string
	Part  bool
	// Stored: what is stored tells so and no name.
	Stored bool
	Param  int
	Path   string
	Shape  uint8
	Style  uint8
	Verb   uint8
	Flags  uint8
	Aux    int
	Key    string
	Not    string
	When   string
}

// tell returns what other packages need to know of the objects of this one.
func (e *engine) tell() map[types.Object]*funcFact {
	out := make(map[types.Object]*funcFact)
	for _, fn := range e.ssa.Funcs {
		obj, ok := fn.Object().(*types.Func)
		if !ok || fn.Parent() != nil || !obj.Exported() {
			continue // no other package calls it
		}
		var f *funcFact
		if guard.Run(func() { f = e.factOf(fn, obj) }) && f != nil {
			out[obj] = f
		}
	}
	scope := e.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		switch obj := scope.Lookup(name).(type) {
		case *types.Var:
			e.tellLogger(out, obj)
			e.tellClient(out, obj)
		case *types.TypeName:
			e.tellType(out, obj)
		}
	}
	return out
}

// isLogger says whether t is a logger of a library, or a handler or core of one.
func isLogger(t types.Type) bool {
	name := typeName(t)
	return strings.HasSuffix(name, "Logger") || strings.HasSuffix(name, "Handler") || name == "Core" || name == "Entry"
}

// returnedLogger describes the logger that a function makes.
func (e *engine) returnedLogger(fn *ssa.Function) *factLogger {
	if fn.Signature.Results().Len() == 0 || !isLogger(fn.Signature.Results().At(0).Type()) {
		return nil
	}
	for _, b := range fn.Blocks {
		if ret, ok := lastReturn(b); ok && !isZero(ret.Results[0]) {
			return toLoggerFact(e.describe(ret.Results[0], 0))
		}
	}
	return nil
}

func toLoggerFact(l logger) *factLogger {
	if !l.json && !l.discards && !l.all && !l.given && len(l.redacts) == 0 {
		return nil
	}
	keys := slices.Clone(l.redacts)
	slices.Sort(keys)
	return &factLogger{l.json, l.discards, l.all, l.given, slices.Compact(keys)}
}

func fromLoggerFact(f *factLogger) logger {
	if f == nil {
		return logger{}
	}
	return logger{json: f.JSON, discards: f.Discards, all: f.All, given: f.Given, redacts: f.Redacts}
}

func (e *engine) factOf(fn *ssa.Function, obj *types.Func) *funcFact {
	f := new(funcFact)
	for _, fl := range e.flows[fn] {
		f.Flows = append(f.Flows, factFlow{fl.to, fl.sink, fl.err, toFact(fl.atom)})
	}
	for _, fl := range e.sends[fn] {
		f.Sends = append(f.Sends, factFlow{fl.to, fl.sink, fl.err, toFact(fl.atom)})
	}
	if displayMethod(obj) {
		c := e.displayed(fn)
		f.Results = append(f.Results, factResult{Index: 0, Open: c.open, Atoms: factAtoms(c, fn)})
		return f
	}
	for i := range obj.Signature().Results().Len() {
		f.Results = append(f.Results, e.resultFacts(fn, i, obj.Signature().Results().At(i).Type())...)
	}
	for i, p := range fn.Params {
		f.Writes = append(f.Writes, e.writeFacts(fn, i, p)...)
	}
	f.Made = e.madeFlows(fn)
	f.Puts = uint8(e.puts.by[fn])
	f.Same = sameResult(fn) + 1
	f.Logger = e.returnedLogger(fn)
	if obj.Name() == "Write" && obj.Signature().Recv() != nil && e.masksIn(fn) {
		f.Logger = &factLogger{All: true}
	}
	if f.Logger == nil && isHook(obj.Signature()) && (obj.Signature().Results().Len() == 0 || !isLogger(obj.Signature().Results().At(0).Type())) {
		f.Logger = toLoggerFact(e.hookedBy(obj, nil, logger{}))
	}
	if len(f.Flows)+len(f.Sends)+len(f.Results)+len(f.Writes)+len(f.Made)+f.Same+int(f.Puts) == 0 && f.Logger == nil {
		return nil
	}
	return f
}

// resultFacts tells of a result what its type and name do not say: that it is clean, that
// it holds card data, or a parameter.
func (e *engine) resultFacts(fn *ssa.Function, i int, t types.Type) []factResult {
	var out []factResult
	add := func(path string, c content, text bool) {
		atoms := factAtoms(c, fn)
		if len(atoms) > 0 || text && c.clean() {
			out = append(out, factResult{Index: i, Path: path, Open: c.open, Atoms: atoms})
		}
	}
	if isTypeParam(t) || isReader(t) || isBuilder(t) {
		add("", e.resultText(fn, i, ""), false)
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		if carriesText(t, true) {
			add("", e.resultText(fn, i, ""), true)
		}
	case *types.Slice:
		if isText(u) {
			add("", e.resultText(fn, i, ""), true)
		} else if carriesText(u.Elem(), true) {
			add("[]", e.resultText(fn, i, "[]"), false)
		}
	case *types.Interface:
		if u.NumMethods() == 0 {
			plain := e.resultShown(fn, i, "", modeOf("+v"))
			json := e.resultShown(fn, i, "", modeOf("json"))
			if len(plain.atoms) > 0 || len(json.atoms) > 0 {
				out = append(out, factResult{i, "", true, false, plain.open, factAtoms(plain, fn)})
				out = append(out, factResult{i, "", true, true, json.open, factAtoms(json, fn)})
			}
		}
	default:
		if isNamed(deref(t), "net/http", "Request") {
			add(".Body", e.resultText(fn, i, ".Body"), false)
		}
		for _, path := range e.leafPaths(t) {
			c := e.resultText(fn, i, path)
			if pathIsCard := e.classOf(ref{fakeValue{t}, path, nil}).kind != 0; pathIsCard && c.clean() || !pathIsCard && c.kinds() != 0 {
				add(path, c, true)
			} else if !pathIsCard && len(factAtoms(c, fn)) > 0 && !isIdentity(c, path) {
				add(path, c, false)
			}
		}
	}
	return out
}

func isIdentity(c content, path string) bool {
	for _, a := range c.atoms {
		if a.hole.path != path {
			return false
		}
	}
	return true
}

// writeFacts tells what a function leaves at the paths of a parameter.
func (e *engine) writeFacts(fn *ssa.Function, i int, p *ssa.Parameter) []factWrite {
	if !pointsOn(p.Type()) || len(e.writes.of[p]) == 0 {
		return nil
	}
	var out []factWrite
	for _, path := range e.leafPaths(p.Type()) {
		if !e.writesUnder(p, path) {
			continue
		}
		c := e.leftText(fn, i, path)
		out = append(out, factWrite{i, path, c.open, factAtoms(c, fn)})
	}
	return out
}

// maxLeaves bounds the paths of a type that facts tell of.
const maxLeaves = 40

// leafPaths lists the paths of a struct type at which text stands.
func (e *engine) leafPaths(t types.Type) []string {
	var out []string
	var walk func(t types.Type, path string)
	walk = func(t types.Type, path string) {
		if depth(path) > 3 || len(out) >= maxLeaves {
			return
		}
		if isReader(t) && path != "" { // of the body of a request that is sent later
			out = append(out, path)
			return
		}
		if y := yieldedType(t); y != nil && path == "" {
			walk(y, "[]")
			return
		}
		st := structOf(t)
		if st == nil {
			switch u := t.Underlying().(type) {
			case *types.Basic:
				if carriesText(t, true) && path != "" {
					out = append(out, path)
				}
			case *types.Pointer:
				if isTextPointer(t) && path != "" {
					out = append(out, path)
				}
			case *types.Interface:
				if u.NumMethods() == 0 && path != "" {
					out = append(out, path)
				}
			case *types.Slice, *types.Map:
				if el := elemType(u); path != "" || structOf(el) != nil || carriesText(el, false) || isEmptyInterface(el) {
					if isTextSlice(t) && path != "" {
						out = append(out, path)
					} else {
						walk(el, path+"[]")
					}
				}
			}
			return
		}
		for i := range st.NumFields() {
			walk(st.Field(i).Type(), path+"."+st.Field(i).Name())
		}
	}
	walk(t, "")
	return out
}

// fakeValue stands for any value of a type, to ask what a path of it is called.
type fakeValue struct{ t types.Type }

func (fakeValue) Name() string                         { return "" }
func (fakeValue) String() string                       { return "" }
func (v fakeValue) Type() types.Type                   { return v.t }
func (fakeValue) Parent() *ssa.Function                { return nil }
func (fakeValue) Pos() token.Pos                       { return token.NoPos }
func (fakeValue) Referrers() *[]ssa.Instruction        { return nil }
func (fakeValue) Operands(r []*ssa.Value) []*ssa.Value { return r }

func factAtoms(c content, fn *ssa.Function) []factAtom {
	var out []factAtom
	for _, a := range c.atoms {
		if a.kinds != 0 || a.hole.fn == fn && depth(a.hole.path) <= wrapDepth {
			out = append(out, toFact(a))
		}
	}
	return out
}

func toFact(a atom) factAtom {
	h := a.hole
	return factAtom{uint8(a.kinds), a.what, a.part, a.stored, h.param, h.path, uint8(h.shape), h.mode.style, h.mode.verb, uint8(h.mode.flags), h.aux, h.key, h.not, h.when}
}

func fromFact(f factAtom) atom {
	if f.Kinds != 0 {
		return atom{kinds: kinds(f.Kinds), what: f.What, part: f.Part, stored: f.Stored}
	}
	if loglib.StyleOf(f.Style) == nil {
		f.Style = 0
	}
	return atom{part: f.Part, hole: hole{
		param: f.Param, path: f.Path, shape: shape(f.Shape), mode: mode{f.Style, f.Verb, modeFlags(f.Flags)}, aux: f.Aux, key: f.Key, not: f.Not, when: f.When,
	}}
}

// summaryOf turns a fact into what the engine asks.
func summaryOf(f *funcFact) *summary {
	s := &summary{same: f.Same - 1, logger: fromLoggerFact(f.Logger), proof: proof(f.Proof), puts: kinds(f.Puts)}
	for _, fl := range f.Flows {
		s.flows = append(s.flows, flow{fl.To, fl.Sink, fl.Err, false, fromFact(fl.Atom)})
	}
	for _, fl := range f.Made {
		s.made = append(s.made, flow{fl.To, fl.Sink, fl.Err, false, fromFact(fl.Atom)})
	}
	for _, fl := range f.Sends {
		s.sends = append(s.sends, flow{fl.To, fl.Sink, fl.Err, true, fromFact(fl.Atom)})
	}
	for _, r := range f.Results {
		s.results = append(s.results, result{r.Index, r.Path, r.Shown, r.JSON, fromAtoms(r.Open, r.Atoms)})
	}
	for _, w := range f.Writes {
		s.writes = append(s.writes, effectOf{w.Param, w.Path, fromAtoms(w.Open, w.Atoms)})
	}
	return s
}

func fromAtoms(open bool, atoms []factAtom) content {
	c := content{open: open}
	for _, a := range atoms {
		c.add(content{atoms: []atom{fromFact(a)}})
	}
	return c
}
