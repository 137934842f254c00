package carddata

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/loglib"
)

// flow is a sink in a function that a caller has to judge.
type flow struct {
	// to is the parameter that is the writer, -1 when it is known to be a log.
	to   int
	sink string // what the record is written with, for messages
	err  bool   // it is the text of an error
	body bool   // it is the body of a request that is sent, and no log
	atom atom
}

// summary is what is known of a function: its sinks, and what its results and what its
// parameters point to hold afterwards.
type summary struct {
	flows   []flow
	sends   []flow // what it puts into the bodies of requests
	made    []flow // what the function does that its first result is
	results []result
	writes  []effectOf
	same    int // the parameter that the first result is, or -1
	logger  logger
	puts    kinds // card data that it puts into a map which other functions send
	proof   proof // of a field: what is done with its text
}

// result is what a path of a result holds.
type result struct {
	index int
	path  string
	shown bool // it is what printing the result shows
	json  bool // it is what encoding the result as JSON shows
	content
}

// effectOf is what the function leaves at a path of a parameter.
type effectOf struct {
	param int
	path  string
	content
}

// sameResult returns the parameter that a function always returns first, as the methods of
// a builder do, or -1.
func sameResult(fn *ssa.Function) int {
	same := -1
	for _, b := range fn.Blocks {
		ret, ok := lastReturn(b)
		if !ok {
			continue
		}
		if len(ret.Results) != 1 {
			return -1
		}
		p, ok := ret.Results[0].(*ssa.Parameter)
		if !ok || !pointsOn(p.Type()) || same >= 0 && same != paramIndex(p) {
			return -1
		}
		same = paramIndex(p)
	}
	return same
}

// returned is the argument that a call returns as it is, or nil.
func (e *engine) returned(call *ssa.Call) ssa.Value {
	fn := call.Call.StaticCallee()
	if fn == nil {
		return nil
	}
	same := -1
	if body := e.body(fn); body != nil {
		same = sameResult(body)
	} else if obj, ok := fn.Object().(*types.Func); ok {
		if sum := e.facts(obj.Origin()); sum != nil {
			same = sum.same
		} else if row := rowOf(obj.Origin()); row != nil && row.Op == loglib.Pass && isMap(call) {
			same = row.Get("from") // of a copy of a map it matters what is in it, which is what was in the other
		}
	}
	if same < 0 || same >= len(call.Call.Args) {
		return nil
	}
	return call.Call.Args[same]
}
