package carddata

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/loglib"
)

// hookBody is the body of a request that a client's library hands to a hook: what the package
// gives to the requests of that client.
func (e *engine) hookBody(s source, m mode) (content, bool) {
	p, ok := s.v.(*ssa.Parameter)
	if !ok || !strings.HasSuffix(s.path, ".Body") || !e.sendsFrom(p, strings.TrimSuffix(s.path, ".Body")) {
		return clean, false
	}
	clients := e.hooked(p.Parent())
	var c content
	for _, fn := range e.ssa.Funcs {
		e.eachCall(fn, func(send ssa.CallInstruction) {
			obj := rowObject(send.Common())
			if obj == nil {
				return
			}
			row := rowOf(obj)
			if row == nil || row.Op != loglib.Send || !overlap(clients, e.clientsOf(callArgs(send.Common())[0], nil, 0)) {
				return
			}
			for _, it := range e.rowItems(row, send) {
				it.m = m
				c.add(e.itemContent(it).known())
			}
		})
	}
	return c, len(c.atoms) > 0
}

// sendsFrom says whether what is at a path of a parameter is a request of a client's library.
func (e *engine) sendsFrom(p *ssa.Parameter, path string) bool {
	t, _, _, _ := typeAt(p.Type(), path)
	if t == nil {
		return false
	}
	m := methodOf(t, "SetBody")
	if m == nil {
		return false
	}
	row := rowOf(m)
	return row != nil && row.Op == loglib.Send
}

// hooked lists the clients that a function is given to.
func (e *engine) hooked(hook *ssa.Function) []any {
	var out []any
	for _, fn := range e.ssa.Funcs {
		e.eachCall(fn, func(call ssa.CallInstruction) {
			args := callArgs(call.Common())
			for i, a := range args {
				if _, isFunc := a.Type().Underlying().(*types.Signature); !isFunc || i == 0 {
					continue
				}
				for _, f := range e.functions(a, 0) {
					if f.fn == hook {
						out = append(out, e.clientsOf(args[0], nil, 0)...)
					}
				}
			}
		})
	}
	return out
}
