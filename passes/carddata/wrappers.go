package carddata

import (
	"go/types"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/loglib"
)

// nullWrapper says whether t wraps one optional or guarded value: sql.NullString,
// Optional[string], Secret, or a struct that has nothing but a text.
func nullWrapper(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return false
	}
	words := aurora.Words(named.Obj().Name())
	return len(words) > 0 && slices.Contains([]string{"null", "opt", "optional", "secret", "sensitive", "nullable", "maybe", "protected", "hidden"}, words[0]) ||
		named.Obj().Name() == "StringValue" || wrapsText(named)
}

// wrapsText says whether a struct has one text under a name that says nothing of it, and else
// only whether it is there.
func wrapsText(named *types.Named) bool {
	st, ok := named.Underlying().(*types.Struct)
	// A type for values of any type is named after what it does with them.
	if name := named.Obj().Name(); !ok || named.TypeArgs().Len() == 0 && (factsOf(name).Safe || maskedName(name)) {
		return false
	}
	texts := 0
	for f := range st.Fields() {
		b, basic := f.Type().Underlying().(*types.Basic)
		switch {
		case basic && b.Info()&types.IsBoolean != 0:
		case plainText(f.Type()) && slices.Contains(valueWords, strings.ToLower(f.Name())):
			texts++
		default:
			return false
		}
	}
	return texts == 1
}

var valueWords = []string{
	"v", "val", "value", "s", "str", "string", "raw", "data", "inner", "plain", "plaintext", "clear", "cleartext", "text", "secret", "b", "bytes",
	"digits", "number", "num", "content", "wrapped", "underlying", "x",
}

// encodesNothing says whether an encoder finds no field in a struct that it could write.
func encodesNothing(t types.Type, m mode) bool {
	st := structOf(t)
	tag := encoderTags[loglib.StyleOf(m.style).Base]
	return st != nil && tag != "" && len(encoded(deref(t), st, tag)) == 0
}

// encoderTags are the keys of the struct tags that encoders go by.
var encoderTags = map[loglib.Base]string{loglib.JSON: "json", loglib.XML: "xml", loglib.YAML: "yaml"}
