package requests

import (
	"go/token"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/ir"
)

// Client is a client that may send a call.
type Client struct {
	// Pos is where the client is made, or where it is named or used when it is made elsewhere.
	Pos token.Pos
	// Bounded says whether a request that it sends ends at some time.
	Bounded aurora.Answer
	// Why says how it is unbounded.
	Why Unbounded
	// Type is the client's type, as "net/http.Client".
	Type string
	// abroad says that another package makes or names it.
	abroad bool
	made   eval.Site
}

// Name is the client's type as its users write it, with the last element of its package's
// path that is no version: resty.Client of resty.dev/v3.
func (c Client) Name() string {
	dot := strings.LastIndexByte(c.Type, '.')
	if dot < 0 {
		return c.Type
	}
	path := c.Type[:dot]
	name := lastElement(path)
	if isVersion(name) && name != path {
		name, _, _ = strings.Cut(lastElement(strings.TrimSuffix(path, "/"+name)), ".")
	}
	if base, version, ok := strings.Cut(name, "."); ok && isVersion(version) {
		name = base // gopkg.in writes the version behind the name
	}
	return name + c.Type[dot:]
}

// Unbounded says how a client has no timeout.
type Unbounded uint8

// The ways of having no timeout.
const (
	NoTimeout      Unbounded = iota // none was set
	DefaultClient                   // net/http's default client
	TimeoutZero                     // a timeout of zero, on some path at least
	TimeoutTooTiny                  // a number of nanoseconds by a forgotten unit
)

// clients judges the clients that may send a call.
func (a *analyzer) clients(c *Call) []Client {
	s := c.sent
	if s.Client == nil {
		return nil
	}
	var out []Client
	for _, v := range eval.Values(s.Client) {
		out = append(out, a.clientsOf(s, v, 0)...)
	}
	return out
}

func (a *analyzer) clientsOf(s *eval.Sent, v eval.Value, depth int) []Client {
	switch v := v.(type) {
	case *eval.Sym:
		return a.clientsOfHole(s, v, depth)
	case *eval.Ref:
		if o := s.State.Object(v.ID); o != nil {
			if a.elsewhere(s, v) {
				return nil
			}
			return a.clientsOfObject(s, o)
		}
	}
	return []Client{{}}
}

func (a *analyzer) clientsOfHole(s *eval.Sent, v *eval.Sym, depth int) []Client {
	if set := a.store.globals[v.Name]; v.Origin == eval.GlobalSym && v.Name == eval.DefaultClient && len(set) == 0 {
		if a.store.late[v.Name] != nil && !eval.IsEmpty(a.store.late[v.Name]["Timeout"]) {
			return []Client{{Bounded: aurora.Yes}}
		}
		at := v.Site
		if at.Frame == nil || at.Own(a.prog.Path) == 0 {
			at = s.Site
		}
		return []Client{{
			Pos: token.Pos(at.Own(a.prog.Path)), Bounded: aurora.No, Why: DefaultClient, Type: "net/http.Client",
			abroad: a.madeAbroad(at), made: at,
		}}
	}
	if !v.Summed && v.Name != eval.DefaultClient || depth > 4 {
		return []Client{{}}
	}
	w, heap := a.store.Lookup(v)
	if w == nil {
		return []Client{{}}
	}
	s.State.Adopt(w, heap)
	var out []Client
	for _, x := range eval.Values(w) {
		out = append(out, a.clientsOf(s, x, depth+1)...)
	}
	return out
}

func (a *analyzer) clientsOfObject(s *eval.Sent, o *eval.Object) []Client {
	if o.Lazy != nil && o.Lazy.Origin == eval.GlobalSym && o.Lazy.Name == eval.DefaultClient {
		if t := o.Fields["Timeout"]; t == nil || eval.IsEmpty(t) {
			return a.clientsOfHole(s, o.Lazy, 0)
		}
	}
	c := Client{Type: o.Type, Pos: token.Pos(o.Site.Own(a.prog.Path))}
	if o.Site.Frame == nil {
		c.Pos = token.Pos(o.Site.Pos)
	}
	if c.Pos == 0 {
		c.Pos = token.Pos(s.Site.Own(a.prog.Path))
	}
	c.Bounded, c.Why = a.bounded(s, o, 0)
	c.abroad, c.made = a.madeAbroad(o.Site), o.Site
	return []Client{c}
}

func (a *analyzer) madeAbroad(s eval.Site) bool {
	return s.Frame != nil && s.Frame.Fn.Pkg != a.prog.Path
}

// innerProps are the properties under which a client holds the client that it sends with.
var innerProps = []string{"Inner", "HTTPClient", "Client"}

// bounded judges the timeout of a client.
func (a *analyzer) bounded(s *eval.Sent, o *eval.Object, depth int) (aurora.Answer, Unbounded) {
	if depth > 4 {
		return aurora.Unknown, 0
	}
	ans, why := a.timeout(o)
	if o.Fields["decides"] != nil {
		if in, how := a.inside(s, o, aurora.Unknown, 0, depth); in != aurora.Unknown {
			return in, how
		}
	}
	if ans != aurora.No && !byDefault(o) || ans == aurora.No && o.Fields["Timeout"] != nil {
		return ans, why
	}
	return a.inside(s, o, ans, why, depth)
}

// inside judges the client that a client sends with; otherwise is the answer when there is none in view.
func (a *analyzer) inside(s *eval.Sent, o *eval.Object, otherwise aurora.Answer, why Unbounded, depth int) (aurora.Answer, Unbounded) {
	for _, p := range innerProps {
		v := o.Fields[p]
		if v == nil || eval.IsEmpty(v) {
			continue
		}
		for _, x := range eval.Values(v) {
			switch x := x.(type) {
			case *eval.Ref:
				if in := s.State.Object(x.ID); in != nil {
					return a.bounded(s, in, depth+1)
				}
			case *eval.Sym:
				if a.bringsNoClient(o, x) {
					continue
				}
				for _, c := range a.clientsOfHole(s, x, depth+1) {
					return c.Bounded, c.Why
				}
			}
		}
	}
	return otherwise, why
}

// bringsNoClient says whether a client was to be found in a context that nobody in view
// puts one into: a parameter of the maker, which no function in view calls.
func (a *analyzer) bringsNoClient(o *eval.Object, x *eval.Sym) bool {
	if x.Origin != eval.CtxValue || o.Site.Frame == nil {
		return false
	}
	of, ok := x.Of.(*eval.Sym)
	return ok && of.Origin == eval.Param && len(a.callers[o.Site.Stack()[0].Name]) == 0
}

// byDefault says whether a client has no timeout but that which its library gives it.
func byDefault(o *eval.Object) bool {
	c, ok := o.Fields["Timeout"].(*eval.Const)
	return ok && c.Kind == ir.KindOther && c.Str == "default"
}

// millisecond is the shortest timeout that is meant as one, in nanoseconds.
const millisecond = 1_000_000

// timeout judges the client's own timeout.
func (a *analyzer) timeout(o *eval.Object) (aurora.Answer, Unbounded) {
	v := o.Fields["Timeout"]
	if v == nil {
		if o.Lazy != nil || o.Open {
			return aurora.Unknown, 0
		}
		return aurora.No, NoTimeout
	}
	ans := aurora.Yes
	for _, x := range eval.Values(v) {
		c, ok := x.(*eval.Const)
		switch {
		case ok && c.Kind == ir.KindZero && len(eval.Values(v)) == 1:
			return aurora.No, NoTimeout
		case ok && c.Kind == ir.KindZero && slices.ContainsFunc(eval.Values(v), func(x eval.Value) bool { return a.asked(x, 0) }):
			ans = aurora.Unknown // who calls the maker gives one or not
		case ok && eval.IsEmpty(c):
			return aurora.No, TimeoutZero
		case ok && c.Kind == ir.KindInt && c.Int < millisecond && c.Int > 0:
			return aurora.No, TimeoutTooTiny
		case !ok:
			ans = aurora.Unknown
		}
	}
	return ans, 0
}

// asked says whether a value comes from a parameter of the function that the run starts with:
// not the field of a receiver that nobody in view gives a value.
func (a *analyzer) asked(v eval.Value, depth int) bool {
	s, ok := v.(*eval.Sym)
	if !ok || depth > 4 {
		return false
	}
	if s.Summed {
		if w, _ := a.store.Lookup(s); w != nil && !slices.ContainsFunc(eval.Values(w), func(x eval.Value) bool { return !eval.IsEmpty(x) }) {
			return false
		}
	}
	of := func(x eval.Value) bool { return a.asked(x, depth+1) }
	return s.Origin == eval.Param || of(s.Of) || s.Origin == eval.Derived && slices.ContainsFunc(s.Args, of)
}

// deadline says whether a deadline is on the way of a call. A context that comes in as a
// parameter brings none by itself; where callers are in view they decide.
func (a *analyzer) deadline(c *Call) aurora.Answer {
	s := c.sent
	if s.Timeout {
		return aurora.Yes
	}
	if s.Context == nil {
		return aurora.No
	}
	ans := aurora.Yes
	for _, v := range eval.Values(s.Context) {
		switch a.contextDeadline(s, v, c) {
		case aurora.No:
			return aurora.No
		case aurora.Unknown:
			ans = aurora.Unknown
		}
	}
	return ans
}

func (a *analyzer) contextDeadline(s *eval.Sent, v eval.Value, c *Call) aurora.Answer {
	for range 40 {
		if s.State.Asked(v) {
			return aurora.Unknown
		}
		r, ok := v.(*eval.Ref)
		if !ok {
			break
		}
		o := s.State.Object(r.ID)
		if o == nil {
			return aurora.Unknown
		}
		if d := o.Fields["deadline"]; d != nil {
			if eval.IsEmpty(d) {
				return aurora.No
			}
			return aurora.Yes
		}
		if o.Lazy != nil {
			v = o.Lazy
			break
		}
		if o.Fields["parent"] == nil {
			return aurora.No
		}
		v = o.Fields["parent"]
		if alts := eval.Values(v); len(alts) > 1 {
			for _, x := range alts {
				if a.contextDeadline(s, x, c) != aurora.Yes {
					return a.contextDeadline(s, x, c)
				}
			}
			return aurora.Yes
		}
	}
	sym, ok := v.(*eval.Sym)
	if strings.Contains(c.root.Name, "$") && a.entered[c.root.Name] {
		return aurora.Unknown // a literal is judged where it runs
	}
	if ok && a.derivedDeadline(s, sym, c) {
		return aurora.Yes
	}
	if ok && a.servedInTime(c, sym) {
		return aurora.Unknown
	}
	if ok && sym.Origin == eval.FieldSym && len(a.callers[c.root.Name]) > 0 {
		return aurora.Unknown // kept in a field by somebody who may have bounded it
	}
	if ok && sym.Origin == eval.Param && (len(a.callers[c.root.Name]) > 0 || a.valued[c.root.Name] && a.entered[c.root.Name]) {
		return aurora.Unknown // judged where it is called, by its name or as a value
	}
	return aurora.No
}

// derivedDeadline says whether a context that a function out of view returns is made of
// one with a deadline: what derives from it ends with it.
func (a *analyzer) derivedDeadline(s *eval.Sent, v *eval.Sym, c *Call) bool {
	if of, ok := v.Of.(*eval.Sym); ok && v.Origin == eval.ElemSym {
		v = of
	}
	if v.Origin != eval.Result {
		return false
	}
	for _, arg := range v.Args {
		r, ok := arg.(*eval.Ref)
		if ok && s.State.IsContext(r) && a.contextDeadline(s, arg, c) == aurora.Yes {
			return true
		}
	}
	return false
}
