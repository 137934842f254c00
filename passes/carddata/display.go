package carddata

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/loglib"
)

// displays are the methods that say how a value is shown, with their number of parameters.
var displays = map[string]int{
	"String": 0, "Error": 0, "GoString": 0, "Format": 2, "LogValue": 0, "MarshalJSON": 0, "MarshalText": 0, "MarshalYAML": 0,
	"MarshalLogObject": 1, "MarshalLogArray": 1, "MarshalZerologObject": 1, "MarshalZerologArray": 1, "MarshalLog": 0,
}

// isDisplay says whether a function is one of the methods that show a value.
func isDisplay(fn *ssa.Function) bool {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	obj, ok := fn.Object().(*types.Func)
	return ok && displayMethod(obj)
}

func displayMethod(obj *types.Func) bool {
	params, ok := displays[obj.Name()]
	return ok && obj.Signature().Recv() != nil && obj.Signature().Params().Len() == params
}

// veils says whether a package has a type for texts that says how it is shown: others give it card data, which
// it may hide.
func veils(pass *analysis.Pass) bool {
	scope := pass.Pkg.Scope()
	return slices.ContainsFunc(scope.Names(), func(name string) bool {
		of, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || of.IsAlias() || !of.Exported() {
			return false
		}
		named, ok := of.Type().(*types.Named)
		if !ok || !plainText(named) && !holdsOneText(named) {
			return false
		}
		for m := range named.Methods() {
			if displayMethod(m) {
				return true
			}
		}
		return false
	})
}

// holdsOneText says whether a type is a struct around one text.
func holdsOneText(t types.Type) bool {
	st := structOf(t)
	return st != nil && st.NumFields() == 1 && plainText(st.Field(0).Type())
}

// display returns the method that shows a value of type t in mode m, or nil.
func (e *engine) display(t types.Type, m mode) *types.Func {
	style := loglib.StyleOf(m.style)
	if !m.is(nested) || style.Base == loglib.Deep {
		for _, name := range style.First {
			if f := displayOf(t, name, style.Base == loglib.Deep); f != nil {
				return f
			}
		}
	}
	switch style.Base {
	case loglib.JSON:
		return firstDisplay(t, m.is(pointed), "MarshalJSON", "MarshalText")
	case loglib.YAML:
		return firstDisplay(t, m.is(pointed), "MarshalYAML", "MarshalText")
	case loglib.XML:
		return firstDisplay(t, m.is(pointed), "MarshalText")
	case loglib.Deep:
		return nil
	}
	switch {
	case m.is(noMethods | mute):
		return nil
	case style.Base == loglib.FmtGo:
		return firstDisplay(t, false, "Format", "GoString")
	case strings.IndexByte("vsxXqw", m.verb) < 0:
		return firstDisplay(t, false, "Format")
	}
	return firstDisplay(t, false, "Format", "Error", "String")
}

// field is the mode for a field of a value that fmt prints with reflection: it cannot call the
// methods of what an unexported field holds, at any depth below. Only the exported fields of a
// struct that is embedded count as those of the outer one.
func (m mode) field(f *types.Var) mode {
	m.flags &^= pointed | mute
	switch _, isStruct := f.Type().Underlying().(*types.Struct); {
	case f.Exported():
		return m
	case f.Embedded() && isStruct:
		return m.with(mute)
	}
	return m.with(noMethods)
}

func firstDisplay(t types.Type, pointed bool, names ...string) *types.Func {
	for _, name := range names {
		if f := displayOf(t, name, pointed); f != nil {
			return f
		}
	}
	return nil
}

// displayOf returns the display method of this name that values of t have; those of its
// pointer count where the value can be addressed.
func displayOf(t types.Type, name string, pointed bool) *types.Func {
	if _, pointer := t.Underlying().(*types.Pointer); pointed && !pointer && !types.IsInterface(t) {
		t = types.NewPointer(t)
	}
	sel := types.NewMethodSet(t).Lookup(nil, name)
	if sel == nil {
		return nil
	}
	f, ok := sel.Obj().(*types.Func)
	if !ok || !displayMethod(f) {
		return nil
	}
	return f
}

// methodShows is what a display method of the value at r shows; known is false when its
// body is not in view.
func (e *engine) methodShows(method *types.Func, r ref, t types.Type) (c content, known bool) {
	obj := method.Origin()
	body := e.bodies[obj]
	sum := (*summary)(nil)
	if body == nil {
		if sum = e.facts(obj); sum == nil {
			return clean, false
		}
	}
	recv := r
	if r.v != nil {
		recv = r.in(e.embeddedPath(t, obj))
	}
	args := func(i int) (ref, bool) { return recv, i == 0 && r.v != nil }
	if body != nil {
		c = e.fill(e.displayed(body), body, args)
	} else {
		for _, res := range sum.results {
			if res.index == 0 && res.path == "" {
				c.add(e.fill(res.content, nil, args))
			}
		}
	}
	if obj.Name() == "Error" {
		return e.beyondReceiver(c, body, sum), true
	}
	if r.v == nil {
		return c.known(), true
	}
	return c, true
}

// embeddedPath is the path from a value to the embedded field that a promoted method belongs to.
func (e *engine) embeddedPath(t types.Type, method *types.Func) string {
	_, index, _ := types.LookupFieldOrMethod(t, true, method.Pkg(), method.Name())
	path := ""
	for _, i := range index[:max(len(index)-1, 0)] {
		st := structOf(t)
		if st == nil {
			return path
		}
		path += "." + st.Field(i).Name()
		t = st.Field(i).Type()
	}
	return path
}

// promotedShows is what a method that comes with an embedded field shows: of that field alone.
func (e *engine) promotedShows(r ref, t types.Type, path string, m mode) content {
	inner, _, _, _ := typeAt(t, path)
	if inner == nil {
		return clean
	}
	return e.show(r.in(path), inner, m.with(pointed))
}

// displayed is what a display method of this package shows of its receiver: its result,
// or what it gives to the encoder or writer.
func (e *engine) displayed(fn *ssa.Function) content {
	obj := fn.Object().(*types.Func)
	switch {
	case obj.Name() == "MarshalLog" || obj.Name() == "MarshalYAML":
		return e.resultShown(fn, 0, "", mode{style: loglib.Styles["json"].ID, verb: 'v'})
	case displays[obj.Name()] == 0:
		return e.resultText(fn, 0, "")
	}
	return e.ask(query{ask: askWrites, fn: fn, result: -1}, func() content {
		var c content
		for _, f := range withLiterals(fn) {
			for _, b := range f.Blocks {
				for _, instr := range b.Instrs {
					if call, ok := instr.(ssa.CallInstruction); ok {
						c.add(e.encodes(call))
					}
				}
			}
		}
		return c
	})
}

func withLiterals(fn *ssa.Function) []*ssa.Function {
	out := []*ssa.Function{fn}
	for _, anon := range fn.AnonFuncs {
		out = append(out, withLiterals(anon)...)
	}
	return out
}

// encodes is what a call in a display method gives to an encoder or a writer.
func (e *engine) encodes(call ssa.CallInstruction) content {
	var c content
	obj := rowObject(call.Common())
	if obj == nil {
		return c
	}
	if row := rowOf(obj); row != nil {
		if row.Op == loglib.Field || row.Op == loglib.Write {
			for _, it := range e.rowItems(row, call) {
				c.add(e.itemContent(it))
			}
		}
		return c
	}
	for _, t := range e.targets(call.Common()) {
		for _, fl := range e.flowsOf(t) {
			if fl.to >= 0 {
				c.add(e.flowContent(fl, t, call))
			}
		}
		if t.obj != nil && displayMethod(t.obj) && len(t.args) > 0 {
			d, _ := e.methodShows(t.obj, ref{t.args[0], "", call}, t.args[0].Type())
			c.add(d)
		}
	}
	return c
}

// fieldType says whether t is a field of a record, of any library.
func fieldType(t types.Type) bool { return loglib.Is(fullType(t), loglib.FieldType) }
