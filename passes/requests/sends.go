package requests

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/guard"
	"github.com/auroravet/auroravet/internal/ir"
)

// Sends are the instructions by which the package calls the API, through whatever function
// of its own or of another package.
type Sends struct {
	// at are the sendings, true for those that ask for nothing but the script of Elements.
	at      map[*ir.Instr]bool
	through map[[2]*ir.Instr]bool
}

// Sends returns the sendings of the calls of the API.
func (r *Result) Sends() *Sends { return sendsOf(r.Calls) }

// SendsWith is Sends with what functions of other packages send when they are looked at by themselves.
func (r *Result) SendsWith(fns []*ir.Func) *Sends {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.all == nil {
		return r.Sends()
	}
	calls := slices.Clone(r.Calls)
	for _, fn := range fns {
		guard.Run(func() {
			for _, s := range r.all.alone(fn) {
				calls = append(calls, r.all.call(fn, s))
			}
		})
	}
	return sendsOf(calls)
}

func sendsOf(calls []*Call) *Sends {
	s := &Sends{map[*ir.Instr]bool{}, map[[2]*ir.Instr]bool{}}
	for _, c := range calls {
		for _, in := range c.senders() {
			other, known := s.at[in]
			s.at[in] = c.script() && (other || !known)
		}
	}
	for _, c := range calls {
		senders := c.senders()[:1]
		for f := c.sent.Site.Frame; f != nil; f = f.Parent {
			if f.Sends != nil {
				senders = append(senders, f.Sends)
			}
			for _, in := range senders {
				if f.Call != nil && c.script() == s.at[in] {
					s.through[[2]*ir.Instr{f.Call, in}] = true
				}
			}
		}
	}
	return s
}

// senders are the instructions that send a call, the innermost first: a client's sends by its transport,
// which may be in view.
func (c *Call) senders() []*ir.Instr {
	out := []*ir.Instr{c.sent.Site.Instr}
	for f := c.sent.Site.Frame; f != nil; f = f.Parent {
		if f.Sends != nil {
			out = append(out, f.Sends)
		}
	}
	return out
}

// script says whether the call asks for the script of Elements, which is a file for everyone.
func (c *Call) script() bool {
	address, _, _ := strings.Cut(c.Path, "?")
	return aurora.ElementsFile(address)
}

// At says whether an instruction sends a request to the API.
func (s *Sends) At(in *ir.Instr) bool { _, ok := s.at[in]; return ok }

// Script says whether an instruction asks for the script of Elements and for nothing else.
func (s *Sends) Script(in *ir.Instr) bool { return s.at[in] }

// Through says whether a sending is one to the API when it is reached by a call: the same
// function may send to another host for another caller.
func (s *Sends) Through(call, send *ir.Instr) bool { return s.through[[2]*ir.Instr{call, send}] }

// None says whether the package calls the API nowhere.
func (s *Sends) None() bool { return len(s.at) == 0 }
