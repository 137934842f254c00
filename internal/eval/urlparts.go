package eval

import "strings"

// This file holds what the text of a URL tells of its parts.

// ownParts replaces the parts that a URL had when it was parsed by what its text tells of
// them. A part that is read stays a hole until it is asked about: code that sets another
// path builds on the hole, and the text has the old one already.
func ownParts(st *State, v Value) Value {
	return each(v, func(v Value) Value {
		if t, ok := v.(*Text); ok && len(t.Parts) > 1 {
			if first := ownParts(st, t.Parts[0]); first != t.Parts[0] {
				return concat(append([]Value{first}, t.Parts[1:]...)...)
			}
		}
		s, ok := v.(*Sym)
		if !ok || s.Origin != FieldSym {
			return v
		}
		of, ok := s.Of.(*Sym)
		if !ok || of.Origin != Unknown || of.Name != urlType {
			return v
		}
		obj := st.heap.get(of.id)
		if obj == nil || obj.Fields[rawProp] == nil {
			return v
		}
		var part Value
		switch s.Name {
		case "Path":
			part = ownPath(obj.Fields[rawProp])
		case "Host":
			part = ownHost(obj.Fields[rawProp])
		}
		if part == nil {
			return v
		}
		return part
	})
}

// ownPath is the path of a URL without what follows it, nil where it is not known. A base
// that is not known is taken for one without a path.
func ownPath(raw Value) Value {
	if len(Values(raw)) != 1 {
		return nil
	}
	path := pathIn(raw)
	if _, whole := IsConst(raw); IsEmpty(path) && !whole {
		return nil
	}
	var out []Value
	for _, p := range Parts(path) {
		s, ok := IsConst(p)
		if i := strings.IndexAny(s, "?#"); ok && i >= 0 {
			out = append(out, Str(s[:i]))
			break
		}
		out = append(out, p)
	}
	return concat(out...)
}

// ownHost is the host that a URL's text begins with, nil where it is not known.
func ownHost(raw Value) Value {
	parts := Parts(raw)
	first, _ := IsConst(parts[0])
	_, rest, ok := strings.Cut(first, "://")
	host, _, more := strings.Cut(rest, "/")
	if !ok || !more && len(parts) > 1 {
		return nil
	}
	return Str(host)
}

// withScheme is a URL after its scheme was set to a known one.
func withScheme(raw, scheme Value) Value {
	name, ok := IsConst(scheme)
	if !ok {
		return raw
	}
	return each(raw, func(raw Value) Value {
		parts := Parts(raw)
		if first, ok := IsConst(parts[0]); ok {
			if old, rest, ok := strings.Cut(first, "://"); ok && !strings.ContainsAny(old, "/?") {
				return concat(append([]Value{Str(name + "://" + rest)}, parts[1:]...)...)
			}
		} else if s, ok := parts[0].(*Sym); ok && s.Origin == Env && name == "http" {
			return concat(append([]Value{Str("http://")}, parts...)...)
		}
		return raw
	})
}

// wholeProp marks a URL that has its base already.
const wholeProp = "whole"

// wholeURL makes the URL of requests that are about to leave an object with its base, when
// there is code that may look at it: a transport, a doer, a hook that gets the raw request.
func (o *op) wholeURL(client, req Value) {
	looked := false
	for _, c := range o.layers(client) {
		looked = looked || c.Fields["Transport"] != nil || c.Fields[hookProp] != nil
	}
	if !looked {
		return
	}
	for _, v := range Values(req) {
		r, ok := v.(*Ref)
		if !ok {
			continue
		}
		obj := o.st.heap.get(r.ID)
		if obj == nil || obj.Lazy != nil || obj.Fields["URL"] == nil || hasRef(obj.Fields["URL"]) {
			continue
		}
		if obj.Type != requestType && o.row.Text("attempt") != "clone" {
			continue
		}
		if text := o.fullURL(&Sent{State: o.st, Client: client}, obj, obj.Fields["URL"]); text != nil && !hasRef(text) {
			whole := o.parse(text).(*Ref)
			o.st.set(whole.ID, wholeProp, boolean(true))
			o.st.set(r.ID, "URL", whole)
		}
	}
}

func isWhole(st *State, u Value) bool {
	r, ok := u.(*Ref)
	return ok && st.heap.get(r.ID) != nil && st.heap.get(r.ID).Fields[wholeProp] != nil
}
