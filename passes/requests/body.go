package requests

import (
	"maps"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/ir"
)

func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// bodyKey judges the reference field of a request's body.
func (a *analyzer) bodyKey(s *eval.Sent) KeyState {
	body := s.Content()
	if body == nil || eval.IsEmpty(body) {
		return KeyMissing
	}
	worst, any := KeyState(0), false
	for _, v := range eval.Values(body) {
		if eval.IsEmpty(v) {
			continue
		}
		q := a.fieldKey(s, v, 0)
		if q == KeyUnknown {
			return KeyUnknown
		}
		if !any || q > worst {
			worst = q
		}
		any = true
	}
	if !any {
		return KeyMissing
	}
	return worst
}

// rawBody says whether the body is text that the function passes on without a look at it: its
// parameter, which nobody in view gives, or the body of an inbound request.
func (c *Call) rawBody() bool {
	for _, v := range values(c.sent.Content()) {
		sym, ok := v.(*eval.Sym)
		if !ok || !c.passedOn(sym) {
			return false
		}
	}
	return true
}

func (c *Call) passedOn(v *eval.Sym) bool {
	if of, ok := v.Of.(*eval.Sym); ok && v.Origin == eval.FieldSym {
		return v.Name == "Body" && of.Type == "*net/http.Request"
	}
	raw := v.Type == "string" || v.Type == "[]byte" || v.Type == "[]uint8" || v.Type == "io.Reader"
	return v.Origin == eval.Param && raw && !c.an.given(c.root)
}

// given says whether a function in view may give a function its arguments.
func (a *analyzer) given(fn *ir.Func) bool {
	return strings.Contains(fn.Name, "$") || a.valued[fn.Name] || len(a.callers[fn.Name]) > 0 || fn.Recv && len(a.callers[methodOf(fn.Name)]) > 0
}

// fieldKey judges the reference field of one body.
func (a *analyzer) fieldKey(s *eval.Sent, v eval.Value, depth int) KeyState {
	if depth > 4 {
		return KeyUnknown
	}
	switch v := v.(type) {
	case *eval.Enc:
		worst := KeyState(0)
		for _, x := range eval.Values(v.Of) {
			if q := a.fieldKey(s, x, depth+1); q == KeyUnknown {
				return q
			} else if q > worst {
				worst = q
			}
		}
		return worst
	case *eval.Text:
		return a.textKey(s, v)
	case *eval.Const:
		return a.textKey(s, &eval.Text{Parts: []eval.Value{v}})
	case *eval.Ref:
		return a.objectKey(s, v, depth)
	case *eval.Addr:
		if w := a.pointed(s, v); w != eval.Value(v) {
			return a.fieldKey(s, w, depth+1)
		}
	case *eval.Sym:
		if a.prog.Type(v.Type) != nil {
			return a.structKey(s, &eval.Object{Type: strings.TrimLeft(v.Type, "*"), Lazy: v}, depth)
		}
	}
	return KeyUnknown
}

// objectKey judges the reference field of a struct or map.
func (a *analyzer) objectKey(s *eval.Sent, r *eval.Ref, depth int) KeyState {
	o := s.State.Object(r.ID)
	if o == nil {
		return KeyUnknown
	}
	if o.IsMap() {
		for _, k := range sorted(o.Fields) {
			if a.voc.KeyField(k) {
				q := a.quality(a.firstOf(s, o.Fields[k]), s)
				if o.Maybe[k] && q <= KeySet {
					return KeySometimes
				}
				return q
			}
		}
		if o.Lazy != nil || o.Open {
			return KeyUnknown
		}
		return KeyMissing
	}
	return a.structKey(s, o, depth)
}

// structKey judges the reference field of a struct, by its JSON name.
func (a *analyzer) structKey(s *eval.Sent, o *eval.Object, depth int) KeyState {
	t := a.prog.Type(o.Type)
	if t == nil || a.writesItself(o.Type) {
		return KeyUnknown
	}
	for _, f := range t.Fields {
		name, v := f.JSONName(), o.Fields[f.Name]
		switch {
		case a.voc.KeyField(name) && v == nil && (o.Lazy != nil || o.Open):
			return KeyUnknown
		case a.voc.KeyField(name) && v == nil:
			return KeyMissing
		case a.voc.KeyField(name):
			if q := a.quality(a.pointed(s, v), s); q != KeyEmpty {
				return q
			}
			return KeyMissing
		case f.Embedded && v != nil:
			if q := a.fieldKey(s, v, depth+1); q != KeyMissing {
				return q
			}
		case f.Embedded && o.Lazy != nil:
			return KeyUnknown
		}
	}
	return KeyMissing
}

// writesItself says whether a type has a method of the program's own that makes its JSON:
// its fields do not say what is in that. A generator's method writes the fields.
func (a *analyzer) writesItself(typ string) bool {
	fn := a.prog.Method(typ, "MarshalJSON")
	return fn != nil && !fn.Generated
}

// pointed follows a pointer field to the variable that it points to, and an optional text, which
// is a struct, to what it has.
func (a *analyzer) pointed(s *eval.Sent, v eval.Value) eval.Value {
	switch v := v.(type) {
	case *eval.Addr:
		if o := s.State.Object(v.ID); o != nil && o.Fields[v.Field] != nil {
			return o.Fields[v.Field]
		}
	case *eval.Ref:
		o := s.State.Object(v.ID)
		name := a.onlyText(o)
		switch {
		case name == "":
		case o.Fields[name] != nil:
			return a.pointed(s, o.Fields[name])
		case o.Lazy == nil && !o.Open:
			return eval.Zero
		}
	}
	return v
}

// onlyText names the one field of a struct that holds a text; "" for another object.
func (a *analyzer) onlyText(o *eval.Object) string {
	if o == nil || a.prog.Type(o.Type) == nil {
		return ""
	}
	name := ""
	for _, f := range a.prog.Type(o.Type).Fields {
		if f.Type != "string" && f.Type != "*string" {
			continue
		}
		if name != "" {
			return ""
		}
		name = f.Name
	}
	return name
}

// textKey judges the reference field of a body that is written as text.
func (a *analyzer) textKey(s *eval.Sent, t *eval.Text) KeyState {
	if _, isConst := t.Parts[0].(*eval.Const); !isConst {
		return KeyUnknown
	}
	for i, p := range t.Parts {
		text, ok := eval.IsConst(p)
		if !ok {
			continue
		}
		at, name := a.keyFieldIn(text)
		if at < 0 {
			continue
		}
		rest := strings.TrimLeft(text[at+len(name):], "\"=: ")
		if rest != "" || i+1 == len(t.Parts) {
			if rest == "" || strings.HasPrefix(rest, ",") || strings.HasPrefix(rest, "}") || strings.HasPrefix(rest, "&") {
				return KeyEmpty
			}
			if i+1 < len(t.Parts) && !strings.ContainsAny(rest, "\",&}") {
				return a.quality(&eval.Text{Parts: append([]eval.Value{eval.Str(rest)}, t.Parts[i+1])}, s)
			}
			return KeyConstant
		}
		return a.quality(t.Parts[i+1], s)
	}
	return KeyMissing
}

// keyFieldIn finds the name of a reference field in a text.
func (a *analyzer) keyFieldIn(text string) (int, string) {
	for _, sep := range []string{"\"", "&", "?"} {
		for _, w := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(sep+":=,{}", r) }) {
			if w = strings.TrimSpace(w); a.voc.KeyField(w) {
				return strings.Index(text, w), w
			}
		}
	}
	return -1, ""
}
