package answers

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/loglib"
	"github.com/auroravet/auroravet/internal/rows"
)

// This file holds what functions do that are not in view.

// special runs the functions whose way no row describes.
func (f *frame) special(in *ir.Instr, name string, types []string, args, results []*value) bool {
	base := name[strings.LastIndexByte(name, '.')+1:]
	switch {
	case base == "AsType" && len(results) == 2 && len(args) == 1:
		f.narrow(results[0], args[0], types[0])
	case base == "As" && len(args) == 2 && aboutErrors(name):
		to := target(args[1])
		f.narrow(to, args[0], to.typ)
	case name == "runtime/debug.Stack" && len(results) == 1:
		f.add(results[0], label{kind: trace})
	case name == "runtime.Stack" && len(args) > 0:
		f.add(args[0], label{kind: trace})
	case name == "(*net/http.Response).Write" && len(args) == 2:
		f.show(in, shortName(name), keys(args[0].field("Body")), keys(args[1]), false)
	case in.Op == ir.Invoke && (base == "Write" || base == "WriteString") && len(args) == 2:
		f.show(in, shortName(name), f.text(args[1]), keys(args[0]), false)
		f.addAll(args[0], f.text(args[1]), false)
	case strings.HasPrefix(name, "(github.com/gin-gonic/gin.errorMsgs).") && len(results) > 0:
		f.addAll(results[0], keys(args[0]), false)
	case base == "WriteTo" && len(args) == 2:
		f.show(in, shortName(name), keys(args[0]), keys(args[1]), false)
	case base == "Error" && len(args) == 1 && len(results) == 1:
		f.addAll(results[0], f.text(args[0]), false)
	case aboutErrors(name) && slices.Contains(types, "error"):
		for i, t := range types {
			for _, a := range args {
				if t == "error" {
					f.wraps(results[i], a)
					f.addAll(results[i], f.printed(a), false)
				}
			}
		}
	default:
		return f.client(base, name, args, results)
	}
	return true
}

// aboutErrors says whether a function is one of a package that makes and joins errors.
func aboutErrors(name string) bool {
	pkg := rows.PackageOf(name)
	return pkg == "errors" || strings.Contains(pkg, ".") && strings.Contains(pkg[strings.IndexByte(pkg, '/')+1:], "err") && loglib.Lookup(name) == nil
}

// failsAt returns which argument of a function of an HTTP library names what the answer of an error is
// read into, or -1.
func failsAt(name string) int {
	if row := httplib.Lookup(name); row != nil {
		if at, ok := row.Get("fails"); ok {
			return at.Arg
		}
	}
	return -1
}

// client runs a method of a request or an answer of an HTTP library.
func (f *frame) client(base, name string, args, results []*value) bool {
	if len(args) == 0 || !httplib.Knows(rows.PackageOf(name)) || !strings.HasPrefix(name, "(") {
		return false
	}
	recv := args[0]
	if at := failsAt(name); at >= 0 && at < len(args) && len(results) > 0 {
		f.merge(results[0], &value{fills: append(slices.Clone(recv.fills), target(args[at]))})
		return true
	}
	answer := strings.Contains(name, "Response)")
	if !answer {
		if len(results) == 1 && len(recv.fills) > 0 {
			f.merge(results[0], &value{fills: recv.fills})
		}
		return false
	}
	v := recv.field(base)
	if len(args) == 2 && (strings.HasPrefix(base, "Into") || strings.HasPrefix(base, "Unmarshal")) {
		f.decode(recv.field("Body"), args[1])
		return true
	}
	if len(results) > 0 {
		f.merge(results[0], v)
	}
	return true
}

func (f *frame) addAll(to *value, labels []label, failed bool) {
	for _, l := range labels {
		if failed {
			l = l.asError()
		}
		f.add(to, l)
	}
}

// callbacks runs the functions that a library is given: what they return it may return.
func (f *frame) callbacks(in *ir.Instr, types []string, args, results []*value) {
	later := "!later"
	for _, a := range args {
		for _, v := range []*value{a, a.fields[element]} {
			if v == nil {
				continue
			}
			for _, name := range sortedNames(v.fns) {
				f.callback(in, v.fns[name], types, args, results)
			}
		}
	}
	if len(args) > 0 && args[0].fields[later] != nil {
		for i, t := range types {
			if t == "error" {
				f.merge(results[i], args[0].fields[later])
			}
		}
	}
}

func (f *frame) callback(in *ir.Instr, c *closure, types []string, args, results []*value) {
	fn := f.a.prog.Func(c.name)
	if fn == nil {
		return
	}
	out := blanks(fn.Results)
	f.serving = true
	f.callClosure(in, c, nil, out)
	f.serving = false
	for j, v := range out {
		failing := fn.ErrResult && j == len(out)-1
		for i, t := range types {
			if (t == "error") == failing {
				f.merge(results[i], v)
			}
		}
		if failing && len(args) > 0 && len(args[0].fns) == 0 && holds(v) {
			f.merge(args[0].field("!later"), v)
		}
	}
}

// textual runs a function that makes, reads or writes text.
func (f *frame) textual(in *ir.Instr, row *loglib.Row, args, results []*value) {
	switch row.Op {
	case loglib.Carry, loglib.Error:
		if len(results) == 0 {
			return
		}
		data := f.shown(row, args)
		if row.Op == loglib.Error {
			results[0].texts = true
			for _, a := range args { // the error that is wrapped
				data = append(data, f.printed(a)...)
				f.wraps(results[0], a)
			}
		}
		f.addAll(results[0], data, row.Op == loglib.Error)
		if row.Op == loglib.Error {
			f.noteMixed(in, data)
		}
	case loglib.Pass:
		if from := row.Get("from"); from >= 0 && from < len(args) && len(results) > 0 {
			f.merge(results[0], args[from])
		}
	case loglib.Write:
		f.writes(in, row, args)
	case loglib.Wrap:
		if w := row.Get("w"); w < len(args) && in.Dst >= 0 {
			to := args[w]
			if e := to.fields[element]; e != nil {
				to = e
			}
			f.alias(in, to)
		}
	case loglib.Decode:
		if from, into := row.Get("from"), row.Get("into"); from < len(args) && into < len(args) {
			f.decode(args[from], args[into])
		}
	case loglib.Dump:
		if len(args) > 0 && len(results) > 0 {
			f.merge(results[0], args[0].field("Body"))
		}
	case loglib.Put:
		if v := row.Get("value"); v > 0 && v < len(args) {
			f.show(in, shortName(row.Func), f.text(args[v]), keys(args[0]), false)
			f.addAll(args[0].field(element), f.text(args[v]), false)
		}
	}
}

// shown returns the labels of what the operands of a row show.
func (f *frame) shown(row *loglib.Row, args []*value) []label {
	var out []label
	if len(row.Takes) == 0 {
		for _, a := range args {
			out = append(out, f.printed(a)...)
		}
	}
	for _, t := range row.Takes {
		if t.As != "w" {
			out = append(out, f.taken(t.As, t.Arg, args)...)
		}
	}
	return out
}

// writes runs a function that writes to a writer: to an answer, or to what is read later.
func (f *frame) writes(in *ir.Instr, row *loglib.Row, args []*value) {
	w := row.Get("w")
	if w < 0 || w >= len(args) {
		return
	}
	data := f.shown(row, args)
	if p := f.printedBy(in, row); p != nil {
		data = nil
		for _, t := range row.Takes {
			if t.As == "template" && t.Arg < len(args) {
				data = append(data, f.rendered(p, args[t.Arg], false, 0)...)
			}
		}
	}
	if !holdsWriter(args[w]) {
		f.addAll(args[w], slices.DeleteFunc(slices.Clone(data), func(l label) bool { return l.kind == writer }), false)
	}
	to := keys(args[w])
	f.show(in, shortName(row.Func), data, to, holdsWriter(args[w]))
}

// holdsWriter says whether a value writes to an answer, itself or by what it embeds.
func holdsWriter(v *value) bool {
	is := func(v *value) bool {
		for l := range v.labels {
			if l.kind == writer {
				return true
			}
		}
		return false
	}
	if is(v) {
		return true
	}
	for _, f := range v.fields {
		if is(f) {
			return true
		}
	}
	return false
}

// decode reads the content of one value into another.
func (f *frame) decode(from, into *value) {
	to := target(into)
	isParam := func(l label) bool { return l.kind == given && l.path == "" }
	loose := !slices.ContainsFunc(keys(to), isParam) && (strings.HasPrefix(to.typ, "map[") || to.typ == "any" || to.typ == "interface{}" || to.typ == "encoding/json.RawMessage" || to.typ == "[]byte")
	for l := range from.labels {
		ok := l.kind == content || l.kind == given
		if ok && !loose {
			l, ok = l.of("{}", nil)
		}
		if ok {
			f.add(to, l)
		}
	}
}

// noteMixed notes the package variables that an error is made of together with one of the API.
func (f *frame) noteMixed(in *ir.Instr, data []label) {
	if !slices.ContainsFunc(data, func(l label) bool { return l.kind == content && l.failed }) || len(in.Args) == 0 {
		return
	}
	list := f.def(in.Args[len(in.Args)-1])
	if list == nil || list.Op != ir.Slice {
		return
	}
	for _, b := range f.fn.Blocks {
		for i := range b.Instrs {
			st := &b.Instrs[i]
			if st.Op != ir.Store {
				continue
			}
			at := f.def(st.Args[0])
			if at == nil || at.Op != ir.IndexAddr || at.Args[0] != list.Args[0] {
				continue
			}
			d := f.def(st.Args[1])
			for d != nil && (d.Op == ir.Convert || d.Op == ir.Iface) {
				d = f.def(d.Args[0])
			}
			if d != nil && d.Op == ir.Load && d.Args[0] < 0 {
				if c := f.fn.Consts[-1-int(d.Args[0])]; c.Kind == ir.KindGlobal && !f.a.mixed[c.Str] {
					f.a.mixed[c.Str], f.a.news = true, true
				}
			}
		}
	}
}
