package carddata

import (
	"go/constant"
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// requestURL is the text of the URL of a request that is made by net/http, or nil.
func requestURL(call *ssa.Call) ssa.Value {
	obj := rowObject(call.Common())
	if obj == nil || obj.Pkg() == nil || obj.Pkg().Path() != "net/http" {
		return nil
	}
	switch obj.Name() {
	case "NewRequest":
		return call.Call.Args[1]
	case "NewRequestWithContext":
		return call.Call.Args[2]
	}
	return nil
}

// urlText is what a part of the URL of a request holds. What stands behind a question mark is
// in the whole and in the query (package net/url, URL), and in no other part.
func (e *engine) urlText(url ssa.Value, part string, at ssa.Instruction) content {
	switch part {
	case ".Path", ".RawPath", ".Host", ".Scheme":
		c, _ := e.beforeQuery(url, at, map[ssa.Value]bool{})
		return c
	}
	return e.text(ref{url, "", at})
}

// beforeQuery is what a text holds up to its first question mark, and whether it is known to have one.
func (e *engine) beforeQuery(v ssa.Value, at ssa.Instruction, seen map[ssa.Value]bool) (c content, ends bool) {
	if seen[v] {
		return clean, false
	}
	switch x := v.(type) {
	case *ssa.Const:
		return e.text(ref{v, "", at}), x.Value != nil && x.Value.Kind() == constant.String && strings.Contains(constant.StringVal(x.Value), "?")
	case *ssa.BinOp:
		if x.Op != token.ADD {
			break
		}
		if c, ends = e.beforeQuery(x.X, at, seen); !ends {
			var rest content
			rest, ends = e.beforeQuery(x.Y, at, seen)
			c.add(rest)
		}
		return c, ends
	case *ssa.Phi:
		seen[v] = true
		defer delete(seen, v)
		ends = true
		for _, edge := range x.Edges {
			way, has := e.beforeQuery(edge, at, seen)
			c.add(way)
			ends = ends && has
		}
		return c, ends
	}
	return e.text(ref{v, "", at}), false
}
