package requests

import "github.com/auroravet/auroravet/internal/ir"

// Sends are the instructions by which the package calls the API, through whatever function
// of its own or of another package.
type Sends struct {
	at      map[*ir.Instr]bool
	through map[[2]*ir.Instr]bool
}

// Sends returns the sendings of the calls of the API.
func (r *Result) Sends() *Sends {
	s := &Sends{map[*ir.Instr]bool{}, map[[2]*ir.Instr]bool{}}
	for _, c := range r.Calls {
		send := c.sent.Site.Instr
		s.at[send] = true
		for f := c.sent.Site.Frame; f != nil; f = f.Parent {
			if f.Call != nil {
				s.through[[2]*ir.Instr{f.Call, send}] = true
			}
		}
	}
	return s
}

// At says whether an instruction sends a request to the API.
func (s *Sends) At(in *ir.Instr) bool { return s.at[in] }

// Through says whether a sending is one to the API when it is reached by a call: the same
// function may send to another host for another caller.
func (s *Sends) Through(call, send *ir.Instr) bool { return s.through[[2]*ir.Instr{call, send}] }

// None says whether the package calls the API nowhere.
func (s *Sends) None() bool { return len(s.at) == 0 }
