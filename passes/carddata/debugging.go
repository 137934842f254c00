package carddata

import (
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/loglib"
)

// visitDebug judges the debug switch of an HTTP client, or that it is given a transport which does
// the same: it prints every body that the package gives to a request of this client.
func (e *engine) visitDebug(call ssa.CallInstruction, row *loglib.Row, obj *types.Func) {
	args := callArgs(call.Common())
	if on := row.Get("on"); on >= 0 {
		if c, ok := args[on].(*ssa.Const); ok && c.Value != nil && !constant.BoolVal(c.Value) {
			return
		}
	}
	client, sink := args[0], sinkName(obj)
	if at := row.Get("transport"); at >= 0 {
		if sink = e.tapsOf(ref{args[at], "", call}).logsBody(); sink == "" {
			return
		}
		if at == 0 && call.Value() != nil { // the client is made with it
			client = call.Value()
		}
	}
	clients := e.clientsOf(client, client.Type(), 0)
	for _, fn := range e.ssa.Funcs {
		e.eachCall(fn, func(send ssa.CallInstruction) {
			obj2 := rowObject(send.Common())
			if obj2 == nil {
				return
			}
			row2 := rowOf(obj2)
			if row2 == nil || row2.Op != loglib.Send || !overlap(clients, e.clientsOf(callArgs(send.Common())[0], client.Type(), 0)) {
				return
			}
			for _, it := range e.rowItems(row2, send) {
				if k := e.itemContent(it).kinds(); k != 0 {
					e.leaks = append(e.leaks, leak{at: call, arg: 0, place: -1, kinds: k, what: "the body", sink: sink})
				}
			}
		})
	}
}

// clientsOf follows a client or a request, whose methods return it or what is made of it, to
// the calls that make the client and the parameters that bring it in. What is made as a switched,
// which may be one request alone, is the end of the way.
func (e *engine) clientsOf(v ssa.Value, switched types.Type, depth int) []any {
	if depth > 12 {
		return nil
	}
	var out []any
	for _, s := range e.resolve(ref{v, "", nil}) {
		if f := e.fieldAt(s.ref); f != nil {
			out = append(out, f)
			for _, st := range e.stores[f] {
				out = append(out, e.clientsOf(st.v, switched, depth+1)...)
			}
			continue
		}
		if call, ok := s.v.(*ssa.Call); ok {
			sig := call.Call.Signature()
			made := switched != nil && sig.Recv() != nil && types.Identical(call.Type(), switched) && !types.Identical(sig.Recv().Type(), switched)
			if sig.Recv() != nil && !made && len(call.Call.Args) > 0 && e.bodies[objectOf(call)] == nil {
				out = append(out, e.clientsOf(call.Call.Args[0], switched, depth+1)...)
				continue
			}
		}
		if s.v != nil {
			out = append(out, s.v)
		}
		if call, ok := s.v.(*ssa.Call); ok && s.path == "" {
			if body := e.bodies[objectOf(call)]; body != nil {
				out = append(out, e.returnedClients(body, s.result, switched, depth)...)
			}
		}
	}
	return out
}

// returnedClients are the clients that a function of the package returns.
func (e *engine) returnedClients(fn *ssa.Function, result int, switched types.Type, depth int) []any {
	var out []any
	for _, b := range fn.Blocks {
		if ret, ok := lastReturn(b); ok && result < len(ret.Results) && !isZero(ret.Results[result]) {
			out = append(out, e.clientsOf(ret.Results[result], switched, depth+1)...)
		}
	}
	return out
}

func objectOf(call *ssa.Call) *types.Func {
	obj := rowObject(call.Common())
	if obj == nil {
		return nil
	}
	return obj.Origin()
}

func overlap(a, b []any) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

// isSet says whether a switch is known to be on, as the program sets it.
func (e *engine) isSet(r ref, depth int) bool {
	for _, s := range e.resolve(r) {
		switch v := s.v.(type) {
		case *ssa.Const:
			if v.Value != nil && v.Value.Kind() == constant.Bool && constant.BoolVal(v.Value) {
				return true
			}
		case *ssa.Global:
			for _, w := range e.writes.of[v] {
				rest, _, ok := within(w.path, s.path)
				if ok && w.val != nil && depth < 3 && e.isSet(ref{w.val, rest, w.instr}, depth+1) {
					return true
				}
			}
		}
	}
	return false
}
