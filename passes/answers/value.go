package answers

import (
	"cmp"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/ir"
)

// kind says what a value holds.
type kind uint8

const (
	reply   kind = iota // the answer of the API, as an object
	content             // what is in an answer
	decoded             // a struct that the content of an answer was read into
	code                // the status number of an answer
	writer              // what writes to an HTTP response of the program
	trace               // a stack trace
	app                 // a server; failed when it has a handler of its own for errors
	given               // what a caller gives
)

// label is one thing that a value holds.
type label struct {
	kind kind
	send *ir.Instr // the sending that was answered
	// param and path say what of a parameter is given.
	param int
	path  string
	// failed says that the answer is known to be an error, or that the value is the error of the call.
	failed bool
	// behind says that it is the answer of whatever stands behind an interface: whoever calls gets it.
	behind bool
}

// subject is what the label says something about, whatever was made of it.
type subject struct {
	send  *ir.Instr
	param int
	path  string
}

func (l label) subject() subject {
	if l.kind == given {
		return subject{nil, l.param, ""}
	}
	return subject{l.send, 0, ""}
}

// answer is the subject that a status says something about: the field of what is given that it
// stands in, where it stands deeper.
func (l label) answer() subject {
	s := l.subject()
	if l.kind == given && l.path != "" {
		if field, _, deeper := strings.Cut(l.path[1:], "."); deeper {
			s.path = field
		}
	}
	return s
}

// maxFields bounds the depth of fields that are told apart.
const maxFields = 5

// maxPath bounds the length of the path to what is given.
const maxPath = 60

// element is the field that stands for all elements of a list, map or channel.
const element = "[]"

// heldAs stands before the type of an error in the field for the error of that type, among others that an
// error may be or wrap.
const heldAs = "~"

// What stands in a path for what the function that is given returns as its result of a number, for what it
// stores in its parameter of one, and for what a method returns of the value that is given.
const (
	returned = ".()"
	filled   = ".>"
	asked    = ".="
)

// calls says whether what a given function does is followed: not what the functions do that it makes.
func (l label) calls() bool {
	return l.kind == given && len(l.path) < maxPath && !strings.Contains(l.path, returned) && !strings.Contains(l.path, filled)
}

// value is what is known of a value, or of the variable it points to.
type value struct {
	labels map[label]bool
	fields map[string]*value
	fns    map[string]*closure
	fills  []*value // what a request that is sent has its error answer read into
	// typ is the type of a variable, dyn that of what an interface holds: "?" for several.
	typ, dyn string
	// errs are the types of the program that may be found in an error.
	errs map[string]bool
	// texts says that the labels are those of the text that its Error method makes.
	texts bool
	// lasting marks a variable that outlives its function: nothing of a caller is kept there.
	lasting bool
	depth   int
	by      *analyzer // that follows the variable; nil for none
}

// closure is a function value with what it has captured.
type closure struct {
	name string
	free []*value
	// of is the value that holds the closure when it stands for several with the same name.
	of *value
	// unless is what callers may give in its place; nil for nothing.
	unless *label
}

// mayCall adds a function value, to those of the same function too, and says whether anything is new.
func (v *value) mayCall(fn *closure) bool {
	own := v.fns[fn.name]
	if own == nil {
		if v.fns == nil {
			v.fns = map[string]*closure{}
		}
		v.fns[fn.name] = fn
		return true
	}
	if own.unless != nil && fn.unless == nil {
		v.fns[fn.name] = fn
		return true
	}
	if own == fn || len(fn.free) == 0 || v.depth >= maxFields {
		return false
	}
	news := own.of != v
	if news {
		both := &closure{name: fn.name, of: v, unless: own.unless}
		for _, free := range own.free {
			to := &value{depth: v.depth + 1, lasting: v.lasting, typ: free.typ, by: v.by}
			to.merge(free)
			both.free = append(both.free, to)
		}
		v.fns[fn.name], own = both, both
	}
	for i, free := range fn.free {
		news = i < len(own.free) && own.free[i].merge(free) || news
	}
	return news
}

// add adds a label and says whether it is new.
func (v *value) add(l label) bool {
	if v.lasting && (l.kind == given || l.kind == writer) || v.labels[l] {
		return false
	}
	if v.labels == nil {
		v.labels = map[label]bool{}
	}
	v.labels[l] = true
	return true
}

// field returns a field, with what follows for it from the labels of the whole.
func (v *value) field(name string) *value {
	if v.depth >= maxFields {
		return v
	}
	f := v.fields[name]
	if f == nil {
		f = &value{depth: v.depth + 1, lasting: v.lasting, by: v.by}
		if v.fields == nil {
			v.fields = map[string]*value{}
		}
		v.fields[name] = f
	}
	if !v.texts {
		for l := range v.labels {
			if x, ok := l.of(name, v.spoken); ok {
				f.add(x)
			}
		}
	}
	return f
}

// spoken is the name that an answer has for a field of the value.
func (v *value) spoken(field string) string {
	if v.by == nil {
		return field
	}
	return v.by.prog.JSONName(cmp.Or(v.typ, v.dyn), field)
}

// of says what a field holds of a value with the label; spoken gives the name that an answer has for it.
func (l label) of(name string, spoken func(string) string) (label, bool) {
	if name == element || name == "*" || strings.HasPrefix(name, heldAs) {
		return l, true
	}
	if name == "{}" && l.kind != given { // what the content is read into
		l.kind = decoded
		return l, true
	}
	switch l.kind {
	case reply:
		return l.ofReply(name)
	case content, decoded:
		told := spoken(name)
		if harmless(name) || harmless(told) {
			return l, false
		}
		l.failed = l.failed || l.kind == decoded && (namesCode(name) || namesCode(told))
	case given:
		if len(l.path) < maxPath {
			l.path += "." + name
		}
	case code, writer:
		return l, false
	}
	return l, true
}

// ofReply says what a field or method of an answer gives.
func (l label) ofReply(name string) (label, bool) {
	switch name {
	case "Body", "String", "Bytes", "RawBody", "ToString", "ToBytes", "BodyStream", "BodyUncompressed":
		l.kind = content
	case "StatusCode", "GetStatusCode":
		l.kind = code
	case "Error", "ErrorResult", "ResultError", "Err":
		l.kind, l.failed = decoded, true
	case "RawResponse", "HTTPResponse", "Response":
	default:
		return l, false
	}
	return l, true
}

// merge adds what another value holds and says whether anything is new.
func (v *value) merge(o *value) bool { return v.mergeIf(o, nil) }

// mergeIf is merge with the labels that a function lets through, as it changes them.
func (v *value) mergeIf(o *value, change func(label) (label, bool)) bool {
	if o == nil || v == o && change == nil || v.spent(1+len(o.labels)) {
		return false
	}
	news := false
	for l := range o.labels {
		ok := true
		if change != nil {
			l, ok = change(l)
		}
		news = ok && v.add(l) || news
	}
	for _, fn := range o.fns {
		news = v.mayCall(fn) || news
	}
	for typ := range o.errs {
		news = v.mayBe(typ) || news
	}
	for _, f := range o.fills {
		if len(v.fills) < 4 && !slices.Contains(v.fills, f) {
			v.fills, news = append(v.fills, f), true
		}
	}
	if o.texts && !v.texts {
		v.texts, news = true, true
	}
	if d := o.dyn; d != "" && v.dyn != d && v.dyn != "?" {
		if v.dyn != "" {
			d = "?"
		}
		v.dyn, news = d, true
	}
	if v.depth >= maxFields {
		return news
	}
	for name, f := range o.fields {
		if f == v {
			continue
		}
		own := v.fields[name]
		if own == nil {
			own = &value{depth: v.depth + 1, lasting: v.lasting, typ: f.typ, by: v.by}
			if v.fields == nil {
				v.fields = map[string]*value{}
			}
			v.fields[name], news = own, true
		}
		if own.typ == "" {
			own.typ = f.typ
		}
		news = own.mergeIf(f, change) || news
	}
	return news
}

// spent takes from what may still be merged, and says whether nothing is left.
func (v *value) spent(n int) bool {
	if v.by == nil {
		return false
	}
	v.by.fuel -= n
	return v.by.fuel <= 0
}

// mayBe notes that an error of a type may be found in the value.
func (v *value) mayBe(typ string) bool {
	if v.errs[typ] {
		return false
	}
	if v.errs == nil {
		v.errs = map[string]bool{}
	}
	v.errs[typ] = true
	return true
}

// harmless says whether a field of an error answer is one that anybody may see: the number of a
// status, or an identifier to ask support with.
func harmless(name string) bool {
	words := aurora.Words(name)
	has := func(w string) bool { return slices.Contains(words, w) }
	switch {
	case has("correlation"), has("trace") && has("id"), has("request") && has("id"), has("timestamp"), has("documentation"):
		return true
	case has("retry"):
		return true
	}
	return (has("status") || has("http")) && !has("text") && !has("message")
}

// namesCode says whether a field is the code of an error.
func namesCode(name string) bool {
	words := aurora.Words(name)
	for i := range len(words) - 1 {
		if (words[i] == "error" || words[i] == "err") && (words[i+1] == "code" || words[i+1] == "description") {
			return true
		}
	}
	return false
}
