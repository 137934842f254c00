package answers

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds what errors are asked by the methods of an interface, behind which any of those may stand
// that an error may be.

// held is the error of a type, with its text, that an error may be or wrap.
func (v *value) held(typ string) *value {
	h := v.fields[heldAs+typ]
	if h == nil {
		h = &value{depth: v.depth + 1, lasting: v.lasting, by: v.by}
		if v.fields == nil {
			v.fields = map[string]*value{}
		}
		v.fields[heldAs+typ] = h
	}
	return h
}

// whole is what an error holds that is of a type; nil where that is not known.
func (v *value) whole(typ string) *value {
	if h := v.fields[heldAs+typ]; h != nil && v.errs[typ] {
		return h.fields["*"]
	}
	return nil
}

// holdsAs notes what the error of a type holds that a value was made of, and its text.
func (f *frame) holdsAs(err, whole *value, typ string) {
	h := err.held(typ)
	h.texts = true
	if h.fields == nil {
		h.fields = map[string]*value{}
	}
	h.fields["*"] = whole
	f.addAll(h, keys(err), false)
}

// foundAs notes that an error is one of a type that holds something of the API, which its text may not tell,
// and says whether that is so.
func (f *frame) foundAs(err ir.Ref, typ string, out facts) bool {
	v := f.value(err)
	whole := v.whole(typ)
	if whole == nil || !ofAPI(whole, 0) {
		return false
	}
	if text := v.held(typ); err >= 0 && !slices.ContainsFunc(keys(text), label.ofAPI) {
		out[register(err)] = public
	}
	return true
}

// ofAPI says whether something of the API is in a value.
func ofAPI(v *value, depth int) bool {
	if slices.ContainsFunc(keys(v), label.ofAPI) {
		return true
	}
	for _, f := range v.fields {
		if depth < maxFields && ofAPI(f, depth+1) {
			return true
		}
	}
	return false
}

func (l label) ofAPI() bool { return l.kind == content || l.kind == decoded }

// untold is an error whose text tells nothing of the API, whatever it holds.
func (v *value) untold() *value {
	out := *v
	out.labels = map[label]bool{}
	for l := range v.labels {
		if !l.ofAPI() {
			out.labels[l] = true
		}
	}
	return &out
}

// anyOf says whether a type is not in view, and may be an interface.
func (a *analyzer) anyOf(typ string) bool {
	return a.prog.Type(typ) == nil && a.prog.Method(typ, "Error") == nil
}

// mayHold are the types of the errors that are found in a value with what they hold, in order.
func (v *value) mayHold() []string {
	var out []string
	for typ := range v.errs {
		if v.whole(typ) != nil {
			out = append(out, typ)
		}
	}
	slices.Sort(out)
	return out
}

// asksFound runs the method that an error is asked for each of the types that it may be, and says whether one
// has it.
func (f *frame) asksFound(in *ir.Instr, args, results []*value) (found bool) {
	for _, typ := range args[0].mayHold() {
		if m := f.a.prog.Method(typ, in.Sym); m != nil && len(m.Blocks) > 0 {
			found = true
			own := append([]*value{args[0].whole(typ)}, args[1:]...)
			f.ask(&caller{f: f, in: in, args: own}, m, results)
		}
	}
	return found
}

// isError says whether what a caller gives is an error, or one as which it was found.
func (f *frame) isError(l label) bool {
	if l.param >= len(f.fn.Params) || f.fn.Params[l.param].Type != "error" {
		return false
	}
	return l.path == "" || strings.HasPrefix(l.path[strings.LastIndexByte(l.path, '.'):], ".@")
}
