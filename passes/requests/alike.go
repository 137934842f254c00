package requests

import (
	"fmt"
	"go/token"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/ir"
)

// maxAlike bounds how many functions in a row are tried that come to the same loops in the same
// way and show nothing new: a package has one retry loop, and all its calls go through that.
const maxAlike = 24

// alike counts the functions whose trials showed nothing new, by the loops that they come to.
type alike struct {
	tried map[string]int
	shown map[fault]bool
}

type fault struct {
	pos  token.Pos
	kind RetryFault
}

func newAlike() *alike { return &alike{map[string]int{}, map[fault]bool{}} }

// enough says whether functions that come to these loops were tried often enough.
func (a *alike) enough(loops string) bool { return a.tried[loops] >= maxAlike }

// note keeps what trials of a function showed that comes to these loops.
func (a *alike) note(loops string, found []Retry) {
	a.tried[loops]++
	for _, r := range found {
		if f := (fault{r.Pos, r.Fault}); !a.shown[f] {
			a.shown[f], a.tried[loops] = true, 0
		}
	}
}

// loopsOf names the loops in which calls may be repeated, whether the calls change something, and the
// numbers that those who call the functions around the loops give: how often, or how long to wait.
func loopsOf(calls []*Call) string {
	var out []string
	for _, c := range calls {
		for _, t := range c.sent.Turns {
			if mayRepeat(t) {
				out = append(out, c.Mutating.String()+" "+wayTo(t.Loop))
			}
		}
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), "\n")
}

func wayTo(l *eval.LoopInfo) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %d %d %v", l.Frame.Fn.Name, l.Header, l.Pos, l.Recursion)
	if l.Policy != nil {
		b.WriteString(eval.InstrKey(l.Policy.Site.Instr))
	}
	for f := l.Frame; f.Parent != nil && f.Call != nil; f = f.Parent {
		for _, arg := range f.Call.Args {
			if k := f.Parent.Fn.Const(arg); k != nil && k.Kind == ir.KindInt {
				fmt.Fprintf(&b, " %d", k.Int)
			}
		}
	}
	return b.String()
}
