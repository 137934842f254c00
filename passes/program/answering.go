package program

import (
	"go/types"

	"github.com/auroravet/auroravet/internal/weblib"
)

// answering are the methods of an interface that are given nothing but what writes an HTTP answer: what becomes
// a value of it is made to be written there.
func answering(t types.Type) []string {
	iface, ok := t.Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	var out []string
	for m := range iface.Methods() {
		if params := m.Signature().Params(); params.Len() == 1 && weblib.WriterType(typeName(params.At(0).Type())) {
			out = append(out, m.Name())
		}
	}
	return out
}
