// Package eval runs residual programs (internal/ir) on abstract values: strings with
// holes, objects named by the place that makes them, functions with what they
// captured. It sees through wrappers because it runs them, with the values that
// their callers give; what it does not know it leaves as a hole.
package eval

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// Value is an abstract value.
type Value interface {
	// key is the same for values that cannot be told apart.
	key() string
}

// Const is a constant, nil or a zero value.
type Const struct {
	Kind ir.Kind
	Str  string
	Int  int64
	Type string
}

// Text is a string made of parts: constants and holes.
type Text struct {
	Parts []Value
	// Type is the type whose methods the string has in an interface.
	Type string
	k    string // the key, once it was asked for
}

// Origin says where a hole comes from.
type Origin uint8

// The origins of holes.
const (
	Unknown   Origin = iota
	Param            // parameter of the function that the run starts with
	FieldSym         // field Name of Of
	ElemSym          // element or map entry Name of Of
	GlobalSym        // package variable Name
	Env              // environment variable or configuration key Name
	Result           // result of the call of Name
	Received         // received from a channel, or the next item of a collection
	Fresh            // made anew: a UUID, clock time, a random number; Name says which
	Derived          // computed from Args by Name
	OK               // the second result of a comma-ok form on Of
	CtxValue         // value under key Name of the context Of
	Loop             // changes from turn to turn of a loop
)

// Sym is a hole: a value that is not known, with where it comes from.
type Sym struct {
	Origin Origin
	Name   string
	Type   string
	Of     Value
	Args   []Value
	// Turns are the loops that were running when the value came to be.
	Turns []Turn
	// Summed says that the value may be looked up in what the package stores (the
	// fields of receivers, package variables), and not only in what a caller gives.
	Summed bool
	// Wired says of such a value that whoever calls the constructor which was given it is not in
	// view: any service of its type may be it, also where others are known to be.
	Wired bool
	// Kept is the field in which a value that some other function was given was kept; nil elsewhere. What
	// the field is called says as much of the value as the name under which it was given.
	Kept *Sym
	// Site is where a package variable was named.
	Site Site
	id   int
	k    string
}

// Ref is a pointer to an object, or a struct, map or slice value.
type Ref struct {
	ID int
	// As is the type that a struct or a pointer to one was converted to: other methods on the
	// same object; "" where it is the type of the object.
	As string
}

// Addr is the address of a variable: field Field of object ID.
type Addr struct {
	ID    int
	Field string
	Type  string
	name  string // of the package variable
}

// Fn is a function value with what it captured.
type Fn struct {
	Name string
	Free []Value
	Type string
	// around is the run of the function that the literal stands in.
	around *Frame
}

// Enc is an encoded value: Format is "json" or "form".
type Enc struct {
	Format string
	Of     Value
}

// Tuple holds the results of a call.
type Tuple struct{ Vals []Value }

// Alt is one of several values.
type Alt struct {
	Vals []Value
	k    string
}

// Nil is the nil value.
var Nil = &Const{Kind: ir.KindNil}

// Zero is the zero value of an unset field.
var Zero = &Const{Kind: ir.KindZero}

// Str returns a constant string.
func Str(s string) *Const { return &Const{Kind: ir.KindString, Str: s} }

func boolean(b bool) *Const {
	c := &Const{Kind: ir.KindBool}
	if b {
		c.Int = 1
	}
	return c
}

// isBool says whether a value is known to be b.
func isBool(v Value, b bool) bool {
	c, ok := v.(*Const)
	return ok && (c.Kind == ir.KindBool && (c.Int == 1) == b || c.Kind == ir.KindZero && !b)
}

func (c *Const) key() string {
	return "c" + strconv.Itoa(int(c.Kind)) + ":" + strconv.FormatInt(c.Int, 10) + ":" + c.Str
}
func (r *Ref) key() string   { return fmt.Sprintf("r%d%s", r.ID, r.As) }
func (a *Addr) key() string  { return fmt.Sprintf("a%d.%s", a.ID, a.Field) }
func (e *Enc) key() string   { return "e" + e.Format + "(" + e.Of.key() + ")" }
func (f *Fn) key() string    { return "f" + f.Name + keys(f.Free) }
func (t *Tuple) key() string { return "t" + keys(t.Vals) }

func (a *Alt) key() string {
	if a.k == "" {
		a.k = "|" + keys(a.Vals)
	}
	return a.k
}

func (t *Text) key() string {
	if t.k == "" {
		t.k = "s" + keys(t.Parts)
	}
	return t.k
}

func (s *Sym) key() string {
	if s.k == "" {
		var b strings.Builder
		fmt.Fprintf(&b, "y%d:%s", s.Origin, s.Name)
		if s.Of != nil {
			b.WriteString("<" + s.Of.key() + ">")
		}
		b.WriteString(keys(s.Args))
		if s.id != 0 {
			fmt.Fprintf(&b, "#%d", s.id)
		}
		s.k = bounded(b.String())
	}
	return s.k
}

func keys(vs []Value) string {
	if len(vs) == 0 {
		return ""
	}
	out := make([]string, len(vs))
	for i, v := range vs {
		if v != nil {
			out[i] = v.key()
		}
	}
	return bounded("(" + strings.Join(out, ",") + ")")
}

// bounded puts a sum in the place of a long key: a value that holds others in several places has
// a key of all of them each time, so that without it keys grow by powers.
func bounded(key string) string {
	if len(key) <= 1024 {
		return key
	}
	sum := sha256.Sum256([]byte(key))
	return "#" + string(sum[:])
}

// maxAlternatives bounds the values that one place may hold, maxObjects the objects, each of which
// is looked at by itself and combined with no other; beyond it is unknown.
const (
	maxAlternatives = 8
	maxObjects      = 24
)

// Values returns the alternatives of a value: itself when it has none.
func Values(v Value) []Value {
	if a, ok := v.(*Alt); ok {
		return a.Vals
	}
	return []Value{v}
}

// join returns the value that is one of the given ones.
func join(vs ...Value) Value {
	if same(vs) {
		return vs[0]
	}
	var out []Value
	seen, objects := map[string]bool{}, 0
	for _, v := range vs {
		if v == nil {
			continue
		}
		for _, x := range Values(v) {
			if k := x.key(); !seen[k] {
				seen[k] = true
				out = append(out, x)
				if _, ok := x.(*Ref); ok {
					objects++
				}
			}
		}
	}
	switch {
	case len(out) == 0:
		return nil
	case len(out) == 1:
		return out[0]
	case objects > maxObjects, len(out)-objects > maxAlternatives:
		return &Sym{Origin: Unknown, Name: "many"}
	}
	return &Alt{Vals: out}
}

// same says whether the values are one, without a look inside: most of what meets is.
func same(vs []Value) bool {
	for _, v := range vs {
		if v == nil || v != vs[0] {
			return false
		}
	}
	return len(vs) > 0
}

// Join returns the value that is one of the given ones; nil for none.
func Join(vs ...Value) Value { return join(vs...) }

// each applies f to every alternative of a value and joins the results.
func each(v Value, f func(Value) Value) Value {
	a, ok := v.(*Alt)
	if !ok {
		return f(v)
	}
	out := make([]Value, len(a.Vals))
	for i, x := range a.Vals {
		out[i] = f(x)
	}
	return join(out...)
}

// concat returns the string made of the parts; neighbouring constants become one.
func concat(parts ...Value) Value {
	for i, p := range parts {
		// One of several parts makes one of several strings.
		if alt, ok := p.(*Alt); ok && len(alt.Vals) <= maxAlternatives/2 {
			return each(alt, func(v Value) Value {
				return concat(append(append(slices.Clone(parts[:i]), v), parts[i+1:]...)...)
			})
		}
	}
	var out []Value
	for _, p := range parts {
		switch p := p.(type) {
		case nil:
			out = append(out, &Sym{Origin: Unknown})
		case *Text:
			for _, q := range p.Parts {
				out = appendPart(out, q)
			}
		default:
			out = appendPart(out, p)
		}
	}
	switch len(out) {
	case 0:
		return Str("")
	case 1:
		return out[0]
	}
	if len(out) > maxParts {
		out = append(out[:maxParts], &Sym{Origin: Unknown, Name: "long"})
	}
	return &Text{Parts: out}
}

// maxParts bounds the parts of a string that a function writes piece by piece.
const maxParts = 250

func appendPart(out []Value, p Value) []Value {
	c, ok := p.(*Const)
	if !ok {
		return append(out, p)
	}
	s := c.text()
	if s == "" {
		return out
	}
	if n := len(out); n > 0 {
		if last, ok := out[n-1].(*Const); ok {
			out[n-1] = Str(last.Str + s)
			return out
		}
	}
	return append(out, Str(s))
}

// text is how a constant prints.
func (c *Const) text() string {
	switch c.Kind {
	case ir.KindString:
		return c.Str
	case ir.KindInt:
		return fmt.Sprint(c.Int)
	case ir.KindBool:
		return fmt.Sprint(c.Int == 1)
	}
	return ""
}

// Parts returns the parts of a string value.
func Parts(v Value) []Value {
	if t, ok := v.(*Text); ok {
		return t.Parts
	}
	return []Value{v}
}

// Pattern writes a string value with hole for every part that is not known.
func Pattern(v Value, hole string) string {
	var b strings.Builder
	for _, p := range Parts(v) {
		if c, ok := p.(*Const); ok {
			b.WriteString(c.text())
		} else {
			b.WriteString(hole)
		}
	}
	return b.String()
}

// IsConst says whether v is a constant string, and which.
func IsConst(v Value) (string, bool) {
	c, ok := v.(*Const)
	if !ok {
		return "", false
	}
	return c.Str, c.Kind == ir.KindString
}

// IsEmpty says whether v is known to be nil, "", 0 or a zero value.
func IsEmpty(v Value) bool {
	c, ok := v.(*Const)
	if !ok {
		return false
	}
	switch c.Kind {
	case ir.KindNil, ir.KindZero:
		return true
	case ir.KindString:
		return c.Str == ""
	case ir.KindInt, ir.KindBool:
		return c.Int == 0
	}
	return false
}
