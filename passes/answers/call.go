package answers

import (
	"slices"
	"strconv"
	"strings"

	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/lazyregexp"
	"github.com/auroravet/auroravet/internal/loglib"
	"github.com/auroravet/auroravet/internal/rows"
	"github.com/auroravet/auroravet/internal/weblib"
)

// call runs a call.
func (f *frame) call(in *ir.Instr) {
	args := make([]*value, 0, len(in.Args))
	from := 1
	if in.Op == ir.Invoke {
		from = 0
	}
	for _, r := range in.Args[from:] {
		args = append(args, f.flow(r))
	}
	name := in.Sym
	if in.Op == ir.Invoke {
		name = "(" + strings.TrimLeft(in.Type, "*") + ")." + in.Sym
	}
	types := f.resultTypes(in)
	results := f.results(in, len(types))
	defer f.writers(results, types)
	if f.a.sends.At(in) {
		f.sent(in, types, args, results)
		return
	}
	if row := weblib.Lookup(name); row != nil {
		f.web(in, row, args, results)
		return
	}
	if f.targets(in, args, results) {
		return
	}
	f.library(in, name, types, args, results)
}

// resultTypes are the types of what a call returns.
func (f *frame) resultTypes(in *ir.Instr) []string {
	typ := in.Returns()
	switch {
	case typ == "" || typ == "()":
		return nil
	case strings.HasPrefix(typ, "("):
		return eval.Types(typ)
	}
	return []string{typ}
}

// results are the values that a call fills.
func (f *frame) results(in *ir.Instr, n int) []*value {
	if in.Dst < 0 {
		return slices.Repeat([]*value{{}}, n)
	}
	if n == 1 {
		return []*value{f.reg(in.Dst)}
	}
	var out []*value
	for i := range n {
		out = append(out, f.reg(in.Dst).part(i))
	}
	return out
}

// writers notes the types of the results, and marks those that write to an answer.
func (f *frame) writers(results []*value, types []string) {
	for i, t := range types {
		if results[i].typ == "" {
			results[i].typ = t
		}
		if weblib.WriterType(t) {
			f.add(results[i], label{kind: writer})
		}
	}
}

// sent fills in what a call returns that sends a request to the API.
func (f *frame) sent(in *ir.Instr, types []string, args, results []*value) {
	for i, t := range types {
		switch {
		case t == "error" || t == "[]error":
			f.add(results[i], label{kind: content, send: in, failed: true})
		case t == "string" || t == "[]byte":
			f.add(results[i], label{kind: content, send: in})
		case t == "int":
			f.add(results[i], label{kind: code, send: in})
		case t != "bool":
			f.add(results[i], label{kind: reply, send: in})
		}
	}
	fails := failsAt(in.Sym)
	for i, a := range args {
		for _, fill := range a.fills {
			f.add(fill, label{kind: content, send: in, failed: true})
		}
		if httplib.TypeOf(strings.TrimLeft(a.typ, "*")).Reply {
			f.add(a, label{kind: reply, send: in})
		}
		if i == fails {
			f.add(target(a), label{kind: content, send: in, failed: true})
		}
	}
}

// target is the variable behind an interface value.
func target(v *value) *value {
	if whole := v.fields["*"]; v.texts && whole != nil {
		return whole
	}
	return v
}

// targets runs the functions in view that a call may call, and says whether there are any.
func (f *frame) targets(in *ir.Instr, args, results []*value) bool {
	switch {
	case in.Op == ir.Invoke:
		return f.invoke(in, args, results)
	case in.Sym != "":
		fn := f.a.prog.Func(in.Sym)
		if fn == nil || len(fn.Blocks) == 0 || httplib.Lookup(in.Sym) != nil {
			return false
		}
		f.apply(in, fn, args, results)
		return true
	}
	callee := f.value(in.Args[0])
	for _, name := range sortedNames(callee.fns) {
		f.callClosure(in, callee.fns[name], args, results)
	}
	f.callsGiven(in, callee, args, results)
	f.tells(in, callee, args)
	return true
}

// callsGiven leaves to the callers what the function that they give returns, and what it stores in what
// it is given.
func (f *frame) callsGiven(in *ir.Instr, callee *value, args, results []*value) {
	for l := range callee.labels {
		if !l.calls() {
			continue
		}
		for i, r := range results {
			f.add(r, label{kind: given, param: l.param, path: l.path + returned + strconv.Itoa(i)})
		}
		for i := range args {
			if at := in.Args[1+i]; fillable(f.sum.typeOf(at)) {
				f.add(f.value(at), label{kind: given, param: l.param, path: l.path + filled + strconv.Itoa(i)})
			}
		}
	}
}

// fillable says whether a function may store something in its parameter of a type for who calls it.
func fillable(typ string) bool {
	return strings.HasPrefix(typ, "map[") || strings.HasPrefix(typ, "*") && !weblib.RequestType(typ) && !weblib.WriterType(typ)
}

func sortedNames(m map[string]*closure) []string {
	out := make([]string, 0, len(m))
	for name := range m {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

// invoke runs the methods in view that a call of an interface's method may call.
func (f *frame) invoke(in *ir.Instr, args, results []*value) bool {
	recv := args[0]
	if in.Sym == "Error" && len(results) == 1 {
		for _, l := range f.text(recv) {
			f.add(results[0], l)
		}
		return true
	}
	if typ := recv.dyn; typ != "" && typ != "?" {
		if m := f.a.prog.Method(typ, in.Sym); m != nil && len(m.Blocks) > 0 {
			f.apply(in, m, append([]*value{target(recv)}, args[1:]...), results)
			return true
		}
	}
	done := f.asksGiven(in, recv, results) || f.through(in, args, results)
	if f.asksFound(in, args, results) {
		return true
	}
	for _, typ := range in.Names {
		if m := f.a.prog.Method(typ, in.Sym); m != nil && len(m.Blocks) > 0 {
			f.apply(in, m, append([]*value{f.a.only(recv, typ)}, args[1:]...), results)
			done = true
		}
	}
	return done
}

// only is what a value holds where it is of one type: of a struct, not of a pointer to one, the fields of
// that type.
func (a *analyzer) only(v *value, typ string) *value {
	t := a.prog.Type(typ)
	if t == nil || strings.HasPrefix(typ, "*") || v.texts {
		return v
	}
	out := *v
	out.fields, out.labels = map[string]*value{}, map[label]bool{}
	for l := range v.labels {
		if l.kind == given && len(l.path) < maxPath {
			l.path += "." + a.typeMark(typ)
		}
		out.labels[l] = true
	}
	for _, fd := range t.Fields {
		if f := v.fields[fd.Name]; f != nil {
			out.fields[fd.Name] = f
		}
	}
	return &out
}

// apply says of a call what the function does that it calls.
func (f *frame) apply(in *ir.Instr, fn *ir.Func, args, results []*value) {
	f.run(&caller{f: f, in: in, args: args, inside: strings.HasPrefix(fn.Name, f.fn.Name+"$")}, fn, results)
}

// applyValue is apply for a function that is called as a value: who calls it sends what it sends.
func (f *frame) applyValue(in *ir.Instr, fn *ir.Func, args, results []*value) {
	f.run(&caller{f: f, in: in, args: args, inside: true}, fn, results)
}

func (f *frame) run(c *caller, fn *ir.Func, results []*value) {
	s, args := f.a.summary(fn), c.args
	c.tells = s.tells
	for i, r := range s.results {
		if i < len(results) {
			c.fill(results[i], r)
			f.madeOf(results[i])
		}
	}
	for i, p := range s.params {
		if i < len(args) {
			c.write(args[i], p, i, "", 0)
		}
	}
	if f.final {
		for _, k := range s.sinks {
			if !f.a.elsewhere[k.key()] || k.handed(fn) {
				f.showLabels(c.sink(fn, k))
			}
		}
		for _, t := range s.tells {
			c.tell(t)
		}
	}
}

// builtin runs a builtin function.
func (f *frame) builtin(in *ir.Instr) {
	switch {
	case in.Sym == "append" && in.Dst >= 0:
		for _, r := range in.Args {
			f.merge(f.reg(in.Dst), f.flow(r))
		}
	case in.Sym == "copy" && len(in.Args) == 2:
		f.merge(f.value(in.Args[0]), f.flow(in.Args[1]))
	}
}

// web runs a function that has to do with the answers of the program.
func (f *frame) web(in *ir.Instr, row *weblib.Row, args, results []*value) {
	switch row.Op {
	case weblib.Writer:
		if len(args) > 0 && len(results) > 0 && holdsWriter(args[0]) {
			for l := range args[0].labels {
				if l.kind == writer || l.kind == given {
					f.add(results[0], label{kind: writer})
				}
			}
		}
		return
	case weblib.Bind:
		return
	case weblib.App:
		f.makesApp(args, results)
		return
	case weblib.Route:
		f.routes(args, results)
		return
	case weblib.Inward:
		if len(args) > 1 && strings.Contains(row.Func, ".Context).") {
			ctx := row.Func[1:strings.IndexByte(row.Func, ')')]
			f.store(f.a.returned(ctx), args[len(args)-1])
		}
		return
	}
	var data []label
	for _, t := range row.Takes {
		data = append(data, f.taken(t.As, t.Arg, args)...)
	}
	f.show(in, shortName(row.Func), data, nil, true)
}

// taken returns the labels of what an operand shows.
func (f *frame) taken(as string, arg int, args []*value) []label {
	var out []label
	if as == "format" {
		for _, a := range args[min(arg, len(args)):] {
			out = append(out, f.printed(a)...)
		}
		return out
	}
	if arg >= len(args) {
		return nil
	}
	switch as {
	case "print":
		return f.printed(args[arg])
	case "text":
		return f.text(args[arg])
	}
	return f.whole(target(args[arg]), f.whole(args[arg], nil, 0), 0)
}

// printed returns the labels of the texts of a value and of the elements of a list.
func (f *frame) printed(v *value) []label {
	out := f.text1(v)
	if e := v.fields[element]; e != nil {
		out = append(out, f.text(e)...)
	}
	return out
}

// text1 is text but for the elements of a list.
func (f *frame) text1(v *value) []label {
	if v.fields[element] == nil {
		return f.text(v)
	}
	return keys(v)
}

// major is the release in the path of a package.
var major = lazyregexp.New(`/v[0-9]+\.`)

// shortName is a function's name without the path of its package.
func shortName(name string) string {
	name = strings.NewReplacer("(", "", ")", "", "*", "").Replace(name)
	name = major().ReplaceAllString(name, ".")
	return name[strings.LastIndexByte(name, '/')+1:]
}

// library runs a function that is not in view.
func (f *frame) library(in *ir.Instr, name string, types []string, args, results []*value) {
	if f.special(in, name, types, args, results) {
		return
	}
	f.callbacks(in, types, args, results)
	if in.Op == ir.Invoke && httplib.Lookup(name) == nil {
		name = strings.Replace(name, "(*", "(", 1)
	}
	row := loglib.Lookup(name)
	if row == nil {
		if p := loglib.OfPackage(rows.PackageOf(name)); p != nil {
			row = p
		}
	}
	if row != nil {
		f.textual(in, row, args, results)
	}
}
