package carddata

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// received is the step to what comes out of a channel.
const received = "[<]"

// receive goes on with what is sent to a channel: anywhere in the package, and by the caller
// when the channel is a parameter.
func (w *walker) receive(r ref, ch ssa.Value) {
	root, path := w.e.writes.root(ch)
	w.sent(r, root, path, r.path)
}

// sent visits what is sent to the channel at a path of root; rest is what is asked of it.
func (w *walker) sent(r ref, root ssa.Value, path, rest string) {
	sends := w.e.writes.sendsTo(root, path)
	for _, s := range sends {
		w.visit(ref{s.X, rest, s})
	}
	if p, ok := root.(*ssa.Parameter); ok {
		w.end(source{ref: ref{p, path + received + rest, nil}})
	} else if len(sends) == 0 {
		w.end(source{ref: r})
	}
}

// channelOf splits a path at the first channel that it leads through.
func channelOf(path string) (before, rest string, ok bool) { return strings.Cut(path, received) }

// sendsTo lists the sends to the channel at a path of root: those to the same field of any
// value of its type when it is a field.
func (ix *writeIndex) sendsTo(root ssa.Value, path string) []*ssa.Send {
	if f := channelField(root, path); f != nil {
		return ix.fieldSends[f]
	}
	return ix.sends[root]
}

func (ix *writeIndex) addSend(s *ssa.Send) {
	root, path := ix.root(s.Chan)
	if f := channelField(root, path); f != nil {
		ix.fieldSends[f] = append(ix.fieldSends[f], s)
		return
	}
	ix.sends[root] = append(ix.sends[root], s)
}

// channelField is the field that a path of root ends in, or nil.
func channelField(root ssa.Value, path string) *types.Var {
	if path == "" {
		return nil
	}
	_, owner, field, _ := typeAt(root.Type(), path)
	if field < 0 {
		return nil
	}
	return structOf(owner).Field(field).Origin()
}
