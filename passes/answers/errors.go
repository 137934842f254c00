package answers

import (
	"slices"
	"strconv"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds what the functions of errors and their types make of them.

// iface makes an interface value of one of a concrete type. What has an Error method is printed by it.
func (f *frame) iface(in *ir.Instr) {
	v := f.flow(in.Args[0])
	method := f.a.prog.Method(in.Sym, "Error")
	if method == nil || len(method.Params) != 1 || strings.HasPrefix(in.Sym, "**") {
		v.dyn = dynamic(v.dyn, in.Sym)
		f.alias(in, v)
		f.readied(in, v)
		f.writesItself(in, v)
		return
	}
	out := f.reg(in.Dst)
	out.texts, out.dyn = true, dynamic(out.dyn, in.Sym)
	text := &value{}
	f.apply(in, method, []*value{v}, []*value{text})
	for l := range text.labels {
		f.add(out, l.asError())
	}
	if out.fields == nil {
		out.fields = map[string]*value{}
	}
	out.fields["*"] = v
	f.mayBe(out, strings.TrimLeft(in.Sym, "*"))
	f.holdsAs(out, v, strings.TrimLeft(in.Sym, "*"))
	for _, field := range v.fields {
		f.wraps(out, field)
	}
	f.noteErrorType(in.Sym, v)
}

func (f *frame) mayBe(v *value, typ string) {
	if v.mayBe(typ) {
		f.news = true
	}
}

// wraps notes the types of errors that are found in another one.
func (f *frame) wraps(v, in *value) {
	for typ := range in.errs {
		f.mayBe(v, typ)
		if held := in.fields[heldAs+typ]; held != nil && v.depth < maxFields {
			f.merge(v.held(typ), held)
		}
	}
	if e := in.fields[element]; e != nil && e != in {
		f.wraps(v, e)
	}
}

func dynamic(old, typ string) string {
	if old == "" || old == typ {
		return typ
	}
	return "?"
}

// asError is the label of an error that is made of something with this one.
func (l label) asError() label {
	if l.kind == content || l.kind == decoded || l.kind == given {
		l.failed = true
	}
	return l
}

// noteErrorType notes that errors of a type are made of what the API answers.
func (f *frame) noteErrorType(typ string, v *value) {
	typ = strings.TrimLeft(typ, "*")
	from := lasting(f.a.errs, typ)
	api := func(l label) (label, bool) {
		return l.asError(), l.kind == content || l.kind == decoded
	}
	f.a.news = from.mergeIf(v, api) || f.a.news
}

// madeOf notes what an error of one type is made of that a function returns: what it was given
// is known only where it is called.
func (f *frame) madeOf(v *value) {
	if whole := v.fields["*"]; v.texts && whole != nil && v.dyn != "" && v.dyn != "?" {
		f.noteErrorType(v.dyn, whole)
	}
}

// apiPart says whether what stands at a path of a value of a type is the API's: the type was seen to
// be made of its answers, or it is named after the API and has the fields of its errors.
func (a *analyzer) apiPart(fn *ir.Func, typ, path string) bool {
	typ = strings.TrimLeft(typ, "*")
	names := strings.Split(strings.Trim(path, "."), ".")
	if slices.ContainsFunc(names, harmless) || harmless(a.prog.JSONName(typ, names[0])) {
		return false
	}
	if a.namedError(typ) {
		return true
	}
	e := a.errs[typ]
	if e == nil || fn.Pkg != a.prog.Path {
		return false
	}
	for _, name := range names {
		if e == nil || len(e.labels) > 0 || name == "" {
			break
		}
		e = e.fields[name]
	}
	return e != nil && holds(e)
}

// namedError says whether a type with the fields of the API's errors is named after the API.
func (a *analyzer) namedError(typ string) bool {
	t := a.prog.Type(typ)
	if t == nil {
		return false
	}
	dot := strings.LastIndexByte(typ, '.')
	pkg := typ[:max(dot, 0)]
	if !a.voc.ProviderWord(pkg[strings.LastIndexByte(pkg, '/')+1:]) && !a.voc.ProviderWord(typ[dot+1:]) {
		return false
	}
	for _, fd := range t.Fields {
		if namesCode(fd.Name) || namesCode(fd.JSONName()) {
			return true
		}
	}
	return false
}

// holds says whether a value or one of its fields has a label.
func holds(v *value) bool {
	if len(v.labels) > 0 {
		return true
	}
	for _, f := range v.fields {
		if holds(f) {
			return true
		}
	}
	return false
}

// assert takes an error of one type out of an interface value.
func (f *frame) assert(in *ir.Instr) {
	v := f.flow(in.Args[0])
	to := v
	if in.Names == nil && in.Sym != "error" && in.Sym != "any" {
		to = f.reg(in.Dst)
		if in.N == 1 {
			to = to.part(0)
		}
		f.narrow(to, v, in.Sym)
		return
	}
	if in.N == 1 {
		f.merge(f.reg(in.Dst).part(0), to)
	} else {
		f.merge(f.reg(in.Dst), to)
	}
}

// narrow fills a variable with what an error holds of a type.
func (f *frame) narrow(to, err *value, typ string) {
	plain := strings.TrimLeft(typ, "*")
	if to.typ == "" {
		to.typ = typ
	}
	if whole := err.fields["*"]; whole != nil && strings.TrimLeft(err.dyn, "*") == plain {
		f.merge(to, whole)
		return
	}
	if !err.texts && strings.TrimLeft(err.dyn, "*") == plain {
		f.merge(to, err)
		return
	}
	if !err.texts && err.dyn == "?" && plain == typ && f.a.prog.Type(plain) != nil {
		f.merge(to, f.a.only(err, typ))
		return
	}
	if whole := err.whole(plain); whole != nil && !f.a.namedError(plain) {
		if to.mergeIf(whole, func(l label) (label, bool) { return l.asError(), true }) {
			f.news = true
		}
		f.narrowGiven(to, err, plain)
		return
	}
	first, _, _ := strings.Cut(plain, "/")
	if f.a.namedError(plain) { // whoever returned it
		f.add(to, label{kind: decoded, failed: true})
	}
	f.narrowGiven(to, err, plain)
	if f.a.anyOf(plain) {
		f.wraps(to, err)
	}
	if f.a.prog.Type(plain) != nil && !err.errs[plain] {
		for l := range err.labels { // no error, but what a library has read an answer into
			if l.kind == decoded && !err.texts {
				f.add(to, l)
			}
		}
		return
	}
	switch mask := f.a.errs[plain]; {
	case mask != nil && holds(mask):
		f.mask(to, err, mask)
	case f.a.namedError(plain), !strings.Contains(first, "."), f.a.anyOf(plain):
		f.mask(to, err, &value{labels: map[label]bool{{}: true}})
	}
}

// narrowGiven leaves to the callers what their errors hold of a type.
func (f *frame) narrowGiven(to, err *value, typ string) {
	for l := range err.labels {
		if l.kind == given && len(l.path) < maxPath {
			l.path += "." + f.a.typeMark(typ)
			f.add(to, l)
		}
	}
}

// typeMark stands for a type in a path.
func (a *analyzer) typeMark(typ string) string {
	i := slices.Index(a.marks, typ)
	if i < 0 {
		i, a.marks = len(a.marks), append(a.marks, typ)
	}
	return "@" + strconv.Itoa(i)
}

// mask gives the parts of a variable that hold something of the API what an error holds.
func (f *frame) mask(to, err, mask *value) {
	if len(mask.labels) > 0 {
		for l := range err.labels {
			if l.kind != given {
				f.add(to, l)
			}
		}
	}
	for name, m := range mask.fields {
		if to.depth < maxFields {
			f.mask(to.field(name), err, m)
		}
	}
}

// text returns the labels of the text of a value.
func (f *frame) text(v *value) []label {
	if v.texts {
		return keys(v)
	}
	return f.whole(v, nil, 0)
}

func keys(v *value) []label {
	var out []label
	for l := range v.labels {
		out = append(out, l)
	}
	return out
}

// whole returns the labels of a value and its fields; of a struct of a known type those that an
// encoder writes.
func (f *frame) whole(v *value, out []label, depth int) []label {
	if v == nil || depth > 2*maxFields || len(out) > 1000 {
		return out
	}
	out = append(out, keys(v)...)
	left := f.leftOut(v)
	for name, field := range v.fields {
		if !left[name] && !strings.HasPrefix(name, heldAs) {
			out = f.whole(field, out, depth+1)
		}
	}
	return out
}

// leftOut are the fields of a struct that no encoder writes.
func (f *frame) leftOut(v *value) map[string]bool {
	typ := v.dyn
	if typ == "" || typ == "?" {
		typ = v.typ
	}
	t := f.a.prog.Type(typ)
	if t == nil {
		return nil
	}
	out := map[string]bool{}
	for _, fd := range t.Fields {
		first := fd.Name[0]
		out[fd.Name] = fd.JSONName() == "-" || first >= 'a' && first <= 'z' || first == '_'
	}
	return out
}
