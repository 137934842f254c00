package requests

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// This file knows the names of generic types and of their instantiations.

// madeOf returns the instances of a type: of a generic one as its own methods see it, or that is
// instantiated where nobody in view makes it, those of all its instantiations.
func (s *store) madeOf(typ string) []instance {
	all := s.instances[declared(typ)]
	if ofParameters(typ) {
		return all
	}
	same := slices.DeleteFunc(slices.Clone(all), func(in instance) bool {
		o := s.heap[in.id]
		return o.Type != typ && !slices.Contains(o.Also, typ)
	})
	if len(same) > 0 {
		return same
	}
	return all
}

// ofParameters says whether the arguments of a generic type are type parameters.
func ofParameters(typ string) bool {
	if declared(typ) == typ {
		return false
	}
	_, args, _ := strings.Cut(typ, "[")
	first, _, _ := strings.Cut(strings.TrimSuffix(args, "]"), ",")
	return ir.OfParameter(first)
}

// declared is the name of a type without the type arguments that it is instantiated with.
func declared(typ string) string {
	before, _, generic := strings.Cut(typ, "[")
	if !generic || !strings.Contains(before, ".") || strings.ContainsAny(before, "{( ") {
		return typ
	}
	return ir.PlainName(typ)
}
