package carddata

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/loglib"
	"github.com/auroravet/auroravet/internal/rows"
)

// writers is where a writer writes to, as far as it is known.
type writers struct {
	log    bool // standard output or standard error
	params []*ssa.Parameter
	tap    string // of a client: what writes down the bodies that are sent with it
}

func (w *writers) add(o writers) {
	w.log = w.log || o.log
	w.params = append(w.params, o.params...)
}

// writersOf follows a writer to where it comes from.
func (e *engine) writersOf(v ssa.Value) writers {
	if isCarrier(v.Type()) {
		w := e.tapsOf(ref{v, "", nil})
		tap := w.logsBody()
		return writers{tap != "", w.params, tap}
	}
	return e.writersDepth(v, 0)
}

func (e *engine) writersDepth(v ssa.Value, depth int) writers {
	var out writers
	if depth > 5 {
		return out
	}
	for _, s := range e.resolve(ref{v, "", nil}) {
		out.log = out.log || s.v != nil && e.writesLog(s.typ())
		switch x := s.v.(type) {
		case *ssa.Global:
			if x.Pkg != nil && loglib.Is(x.Pkg.Pkg.Path()+"."+x.Name(), loglib.Output) {
				out.log = true
			}
			if x.Pkg == e.ssa.Pkg {
				for _, w := range e.writes.of[x] {
					if w.val != nil && w.path == s.path {
						out.add(e.writersDepth(w.val, depth+1))
					}
				}
			}
		case *ssa.Parameter:
			if s.path == "" {
				out.params = append(out.params, x)
			}
		case *ssa.Call:
			out.add(e.callWriters(x, depth))
		}
		if f := e.fieldAt(s.ref); f != nil {
			for _, st := range e.stores[f] {
				to := e.writersDepth(st.v, depth+1)
				out.log = out.log || to.log
			}
		}
	}
	return out
}

// writesLog says whether t is a logger of a library that is a writer itself, or a writer in
// view that hands what it gets to a log.
func (e *engine) writesLog(t types.Type) bool {
	if types.IsInterface(t) {
		return false
	}
	m := methodOf(t, "Write")
	if m == nil {
		return false
	}
	if row := rowOf(m.Origin()); row != nil {
		return row.Op == loglib.Sink
	}
	return slices.ContainsFunc(e.flowsOf(e.methodTarget(m, nil)), func(fl flow) bool {
		return fl.to < 0 && !fl.err && fl.atom.kinds == 0 && fl.atom.hole.param == 1
	})
}

func (e *engine) callWriters(call *ssa.Call, depth int) writers {
	var out writers
	obj := rowObject(call.Common())
	if obj == nil {
		return out
	}
	row := rowOf(obj)
	args := callArgs(call.Common())
	switch {
	case row == nil:
		for _, t := range e.targets(call.Common()) {
			if t.body == nil {
				continue
			}
			for _, b := range t.body.Blocks {
				if ret, ok := lastReturn(b); ok && len(ret.Results) > 0 {
					to := e.writersDepth(ret.Results[0], depth+1)
					out.log = out.log || to.log
				}
			}
		}
	case row.Op == loglib.Stdout:
		out.log = true
	case row.Op == loglib.Wrap && row.Get("w") < len(args):
		w := args[row.Get("w")]
		if elems := variadic(w); elems != nil {
			for _, el := range elems {
				out.add(e.writersDepth(el, depth+1))
			}
			return out
		}
		return e.writersDepth(w, depth+1)
	}
	return out
}

// isBuilder says whether t collects text that is written to it.
func isBuilder(t types.Type) bool {
	return isNamed(deref(t), "strings", "Builder") || isNamed(deref(t), "bytes", "Buffer")
}

// builderText is all that is written to a text builder, wherever in the package.
func (e *engine) builderText(root ssa.Value, path string) content {
	return e.ask(query{ask: askBuilder, v: root, path: path}, func() content {
		var c content
		masked := false
		for _, w := range e.writes.of[root] {
			if w.path != path || w.arg < 0 {
				continue
			}
			call := w.instr.(ssa.CallInstruction)
			d, mask := e.writesText(call, w.arg)
			if fewPlaces(call.Block()) {
				d = d.dropParts()
			}
			c.add(d.under(e.guardsAt(call.Block())))
			masked = masked || mask
		}
		if masked {
			return c.dropParts()
		}
		return c.whole()
	})
}

// writesText is the text that a call writes to its argument arg; mask says that it is one
// that hides.
func (e *engine) writesText(call ssa.CallInstruction, arg int) (c content, mask bool) {
	if obj := rowObject(call.Common()); obj != nil {
		if row := rowOf(obj); row != nil {
			switch {
			case row.Get("w") != arg:
			case row.Op == loglib.Write || row.Op == loglib.Pass:
				for _, it := range e.rowItems(row, call) {
					mask = mask || it.tail == raw && it.r.path == "" && e.isMask(it.r.v)
					c.add(e.itemContent(it))
				}
			case row.Op == loglib.Wrap:
				c.add(e.wrappedText(call))
			}
			return c, mask
		}
	}
	for _, t := range e.targets(call.Common()) {
		for _, fl := range e.flowsOf(t) {
			if fl.to == arg {
				c.add(e.flowContent(fl, t, call))
			}
		}
	}
	return c, false
}

// rowText is what the result of a library function holds.
func (e *engine) rowText(row *loglib.Row, call *ssa.Call, index int, path string) content {
	var c content
	switch row.Op {
	case loglib.Carry:
		return e.carried(row, call, index)
	case loglib.Pass:
		args := callArgs(call.Common())
		if k, _ := e.decodedAs(call, ""); k != 0 && index == 0 {
			return card(bodyKind, "the body")
		}
		if row.Func == "maps.Keys" {
			return e.keysText(args[0], call)
		}
		if from := row.Get("from"); from < len(args) && index == 0 {
			if elems := variadic(args[from]); elems != nil {
				for _, el := range elems {
					c.add(e.text(ref{el, path, call}))
				}
				return c
			}
			c.add(e.text(ref{args[from], path, call}))
			if isBuilder(call.Type()) {
				c.add(e.builderText(call, ""))
			}
		}
	case loglib.Pipe:
		if index == 0 {
			return e.pipedText(call)
		}
	case loglib.Read:
		if index == 0 {
			return e.readText(call)
		}
	case loglib.Dump:
		if index == 0 {
			return e.dumped(row, call)
		}
	case loglib.Field:
		if isDisplay(call.Parent()) {
			for _, it := range e.rowItems(row, call) {
				c.add(e.itemContent(it))
			}
		}
	case loglib.Decode, loglib.Write, loglib.Sink:
		return unknown()
	}
	return c
}

// carried is the text that a function makes of its arguments.
func (e *engine) carried(row *loglib.Row, call *ssa.Call, index int) content {
	t := call.Type()
	if tup, ok := t.(*types.Tuple); ok {
		t = tup.At(index).Type()
	}
	if !carriesText(t, len(row.Takes) > 0) || types.Identical(t, errorType) && rows.PackageOf(row.Func) != "strconv" {
		return clean // of what went wrong, strconv tells the text
	}
	if e.masksWith(call) {
		return clean
	}
	mask := false
	items := e.rowItems(row, call)
	_, c := e.together(items)
	for _, it := range items {
		mask = mask || it.tail == raw && it.r.path == "" && e.isMask(it.r.v)
		c.add(e.itemContent(it))
	}
	if mask {
		return c.dropParts()
	}
	if e.patternHides(call) {
		return c.withoutNumber()
	}
	return c
}

// carriesText says whether a result of type t can hold the text that went in; numbers do
// only where a row says so.
func carriesText(t types.Type, numbers bool) bool { return carriesTextIn(t, numbers, 0) }

func carriesTextIn(t types.Type, numbers bool, depth int) bool {
	if depth > 4 {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0 || numbers && u.Info()&types.IsInteger != 0
	case *types.Slice:
		return carriesTextIn(u.Elem(), true, depth+1)
	case *types.Pointer, *types.Map, *types.Interface:
		return true
	case *types.Signature:
		return true
	}
	return false
}

// masksWith says whether a replacing function puts a mask in the place of what it finds.
func (e *engine) masksWith(call *ssa.Call) bool {
	fn := call.Call.StaticCallee()
	if fn == nil {
		return false
	}
	args := call.Call.Args
	switch fn.Name() {
	case "Replace", "ReplaceAll", "ReplaceAllString", "ReplaceAllLiteralString", "ReplaceAllLiteral":
		for _, a := range args[1:] {
			if e.isMask(a) {
				return true
			}
		}
		if len(args) > 2 && fn.Signature.Recv() == nil && e.replacesNumber(call, args[1], args[2]) {
			return true
		}
		if len(args) == 2 { // a strings.Replacer
			return e.replacerMasks(args[0])
		}
	case "ReplaceAllStringFunc", "ReplaceAllFunc", "Map":
		for _, a := range args {
			for _, f := range e.functions(a, 0) {
				if e.functionMasks(f.fn) {
					return true
				}
			}
		}
	}
	return false
}

// replacesNumber says whether card data itself is what is looked for, and a fixed text put in its place.
func (e *engine) replacesNumber(call *ssa.Call, old, replacement ssa.Value) bool {
	if _, fixed := constText(replacement); !fixed {
		return false
	}
	if _, fixed := constText(old); fixed {
		return false
	}
	return e.text(ref{old, "", call}).kinds() != 0
}

func (e *engine) replacerMasks(v ssa.Value) bool {
	for _, s := range e.resolve(ref{v, "", nil}) {
		vals := []ssa.Value{s.v}
		if g, ok := s.v.(*ssa.Global); ok {
			vals = nil
			for _, w := range e.writes.of[g] {
				vals = append(vals, w.val)
			}
		}
		for _, v := range vals {
			if call, ok := v.(*ssa.Call); ok && len(call.Call.Args) == 1 {
				for _, el := range variadic(call.Call.Args[0]) {
					if e.isMask(el) {
						return true
					}
				}
			}
		}
	}
	return false
}

// functionMasks says whether a function answers with a mask or hides what it gets.
func (e *engine) functionMasks(fn *ssa.Function) bool {
	if maskFunc(fn.Name()) {
		return true
	}
	body := e.body(fn)
	if body == nil {
		return false
	}
	masks := false
	for _, b := range body.Blocks {
		if ret, ok := lastReturn(b); ok && len(ret.Results) > 0 {
			masks = masks || e.isMask(ret.Results[0])
		}
	}
	return masks || len(body.Params) > 0 && e.resultText(body, 0, "").clean()
}
