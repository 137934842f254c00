package ir

import (
	"go/token"
	"go/types"
	"strings"
)

// PlainName writes the name of a function or type without type arguments and parameters:
// "(pkg.Executor).Run" for "(pkg.Executor[R]).Run", so that all instances share a body.
func PlainName(name string) string {
	for from := strings.IndexByte(name, '['); from >= 0; from = strings.IndexByte(name, '[') {
		to, depth := from, 0
		for ; to < len(name); to++ {
			switch name[to] {
			case '[':
				depth++
			case ']':
				depth--
			}
			if depth == 0 {
				break
			}
		}
		if to == len(name) {
			return name
		}
		name = name[:from] + name[to+1:]
	}
	return name
}

// OfParameter says whether a type is a type parameter, a pointer to one or a list of such.
func OfParameter(typ string) bool {
	name := strings.TrimLeft(typ, "*[]")
	return token.IsIdentifier(name) && types.Universe.Lookup(name) == nil
}
