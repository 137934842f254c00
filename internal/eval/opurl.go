package eval

import (
	"slices"
	"strings"
)

// This file holds the operations on URLs. A URL object keeps the text that it was
// parsed from under "raw", or its parts under the names of net/url.URL's fields.

const (
	urlType = "net/url.URL"
	rawProp = "raw"
)

// parse makes a URL object of a text.
func (o *op) parse(v Value) Value {
	if _, ok := v.(*Ref); ok {
		return v
	}
	r, _ := o.make(urlType, structObject)
	o.st.set(r.ID, rawProp, v)
	return r
}

func (o *op) parseURL() Value { return each(o.arg("of"), o.parse) }

// urlOf returns the text of a URL object, nil when it is none.
func (o *op) urlOf(v Value) Value { return o.m.URLText(o.st, v) }

// URLText returns a URL as text: that of a URL object, or the text itself.
func (m *Machine) URLText(st *State, v Value) Value {
	return each(v, func(v Value) Value {
		r, ok := v.(*Ref)
		if !ok {
			return m.redirected(st, v)
		}
		obj := st.heap.get(r.ID)
		if obj == nil {
			return &Sym{Origin: Unknown}
		}
		return m.urlText(st, obj)
	})
}

// redirected is the text of a URL that somebody gives, with the scheme and the host that were put into it here.
func (m *Machine) redirected(st *State, v Value) Value {
	s, ok := v.(*Sym)
	if !ok {
		return v
	}
	at, _ := st.syms.find(s.key())
	r, ok := at.(*Ref)
	if !ok {
		return v
	}
	if obj := st.heap.get(r.ID); obj != nil && obj.Type == urlType && obj.Lazy != nil && (obj.Fields["Host"] != nil || obj.Fields["Scheme"] != nil) {
		return m.urlText(st, obj)
	}
	return v
}

func (m *Machine) urlText(st *State, obj *Object) Value {
	if c, ok := obj.Fields[contentProp]; ok {
		return c
	}
	if obj.Type != urlType {
		if obj.Lazy != nil {
			return obj.Lazy
		}
		return nil
	}
	get := func(name string) Value {
		if v, ok := obj.Fields[name]; ok && !IsEmpty(v) {
			return v
		}
		return nil
	}
	raw, path := get(rawProp), withoutOwnPath(get("Path"))
	if obj.Lazy != nil && raw == nil {
		raw = obj.Lazy
	}
	if host := get("Host"); host != nil {
		scheme := get("Scheme")
		if scheme == nil {
			scheme = Str("https")
		}
		raw = withHost(raw, scheme, obj.Fields["Host"], path == nil)
	} else if raw != nil {
		raw = withScheme(raw, get("Scheme"))
	}
	if raw == nil {
		raw = Str("")
	}
	if path != nil {
		return slashed(raw, path)
	}
	return raw
}

// withHost is a URL after its host was set: on some ways only, where the host may be
// empty still. It keeps the path that it has, when asked to.
func withHost(raw, scheme, host Value, keep bool) Value {
	if raw == nil {
		raw = Str("")
	}
	return each(host, func(h Value) Value {
		switch {
		case IsEmpty(h) && !IsEmpty(raw):
			return raw
		case !keep:
			return concat(scheme, Str("://"), h)
		}
		return each(raw, func(raw Value) Value { return concat(scheme, Str("://"), h, pathIn(raw)) })
	})
}

// pathIn is the path of a URL: what stands behind its host, or behind the hole that it begins with.
func pathIn(raw Value) Value {
	parts := Parts(raw)
	if s, ok := IsConst(parts[0]); ok {
		_, rest, found := strings.Cut(s, "://")
		i := strings.IndexByte(rest, '/')
		switch {
		case found && i >= 0:
			return concat(append([]Value{Str(rest[i:])}, parts[1:]...)...)
		case !found || len(parts) == 1:
			return Str("")
		}
	}
	host := 0 // where the hole is that stands for the base, or for the host behind a scheme
	if s, ok := IsConst(parts[0]); ok && strings.HasSuffix(s, "://") {
		host = 1
	}
	if next, ok := IsConst(parts[min(host+1, len(parts)-1)]); ok && strings.HasPrefix(next, "/") {
		return concat(parts[host+1:]...)
	}
	return Str("")
}

// withoutOwnPath takes from the start of a path the one that the URL had when it was
// parsed: the text that it was parsed from has it.
func withoutOwnPath(path Value) Value {
	if path == nil {
		return nil
	}
	parts := Parts(path)
	s, ok := parts[0].(*Sym)
	if !ok || s.Origin != FieldSym || s.Name != "Path" {
		return path
	}
	if of, ok := s.Of.(*Sym); !ok || of.Origin != Unknown || of.Name != urlType {
		return path
	}
	if len(parts) == 1 {
		return nil
	}
	return concat(parts[1:]...)
}

// slashed joins a base and a path with one slash.
func slashed(base, path Value) Value {
	p, q := Parts(base), Parts(path)
	if len(p) > 0 && len(q) > 0 {
		last, okL := IsConst(p[len(p)-1])
		first, okF := IsConst(q[0])
		switch {
		case okL && strings.HasSuffix(last, "/") && okF && strings.HasPrefix(first, "/"):
			return concat(base, concat(append([]Value{Str(first[1:])}, q[1:]...)...))
		case okL && strings.HasSuffix(last, "/") && !stored(q[0]), okF && strings.HasPrefix(first, "/") && !stored(p[len(p)-1]):
			return concat(base, path)
		}
	}
	if IsEmpty(base) {
		return path
	}
	if stored(p[len(p)-1]) || stored(q[0]) {
		return concat(base, joint, path)
	}
	return concat(base, Str("/"), path)
}

// joint is the one slash between two texts of which one is looked up later.
var joint = &Sym{Origin: Derived, Name: "slash", Type: "string"}

// stored says whether a part of a text may be looked up in what the packages in view store.
func stored(v Value) bool {
	s, ok := v.(*Sym)
	return ok && s.Summed
}

// joined puts the slashes of a text where they were left open.
func joined(v Value) Value {
	parts := Parts(v)
	i := slices.Index(parts, Value(joint))
	if i < 0 {
		return v
	}
	return slashed(concat(parts[:i]...), joined(concat(parts[i+1:]...)))
}

func (o *op) joinURL() Value {
	elems := o.variadic("elems")
	out := each(o.arg("of"), func(base Value) Value {
		text := o.urlOf(base)
		for _, e := range elems {
			text = slashed(text, e)
		}
		return text
	})
	if strings.HasPrefix(o.resultType(), "net/url.URL") {
		return each(out, o.parse)
	}
	return out
}

// resolveURL resolves a reference against a base (RFC 3986, section 5.2), as far as the
// host and the end of the path go.
func (o *op) resolveURL() Value {
	base, ref := o.urlOf(o.arg("of")), o.urlOf(o.arg("ref"))
	return each(ref, func(ref Value) Value {
		if s := Pattern(ref, "\x00"); strings.Contains(s, "://") {
			return o.parse(ref)
		}
		ref = withoutDot(ref)
		return each(base, func(b Value) Value { return o.parse(slashed(b, ref)) })
	})
}

// withoutDot takes the "./" from the start of a reference.
func withoutDot(ref Value) Value {
	parts := Parts(ref)
	s, ok := IsConst(parts[0])
	if rest, dotted := strings.CutPrefix(s, "./"); ok && dotted {
		return concat(append([]Value{Str(rest)}, parts[1:]...)...)
	}
	return ref
}

func (o *op) urlString() Value {
	if v := o.urlOf(o.arg("of")); v != nil {
		return v
	}
	return o.derived("url")
}

// expand replaces the holes of a text that the packages in view store by what they
// store, when that is text: a base URL from a constructor, a path prefix.
func (m *Machine) expand(st *State, v Value, depth int) Value {
	if v == nil || depth > 3 {
		return v
	}
	return each(v, func(v Value) Value {
		parts := Parts(m.URLText(st, v))
		alts := []Value{Str("")}
		for _, p := range parts {
			next := m.stored1(st, p, depth)
			var out []Value
			for _, a := range alts {
				for _, n := range next {
					if len(out) < maxAlternatives {
						out = append(out, concat(a, n))
					}
				}
			}
			alts = out
		}
		for i, a := range alts {
			alts[i] = joined(a)
		}
		return join(alts...)
	})
}

// stored1 returns the texts that a part may stand for.
func (m *Machine) stored1(st *State, p Value, depth int) []Value {
	s, ok := p.(*Sym)
	if !ok || !s.Summed {
		return []Value{p}
	}
	v := m.resolve(st, s)
	if v == nil {
		return []Value{p}
	}
	var out []Value
	for _, x := range Values(m.expand(st, v, depth+1)) {
		if IsEmpty(x) {
			continue
		}
		switch x.(type) {
		case *Const, *Text, *Sym:
			out = append(out, x)
		default:
			return []Value{p}
		}
	}
	if len(out) == 0 {
		return []Value{p}
	}
	return out
}
