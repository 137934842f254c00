package requests

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file looks for what renews a token that is kept at a place. Anything that may do so
// counts: an expiry that is read, an answer of 401 that leads to a new one, a timer, a function
// that is named for it.

// renewal is what the package does with one place.
type renewal struct {
	a *analyzer
	// funcs are the functions that may do something with it.
	funcs []*ir.Func
	place string
	typ   string // of a field
	name  string // of the field, the full name of the variable, or that of a captured one
	outer string // the function that has the captured variable
	// setter is the method of a library that puts the token into a client, for one that is there,
	// root the function that makes the client.
	setter, root string
	// fill are the functions that store something there, reach those from which they are called.
	fill, reach map[string]bool
	// renews are those from which something is stored there that was not there before, or taken away;
	// idle are the instructions that only run while nothing is there.
	renews map[string]bool
	idle   map[*ir.Instr]bool
	// dated are the fields and variables that are set to a time together with the place.
	dated map[string]bool
}

func (a *analyzer) renewal(place string) *renewal {
	w := a.at(place)
	w.findFillers()
	return w
}

// at is the renewal of a place of which the functions that fill it are not known yet.
func (a *analyzer) at(place string) *renewal {
	w := &renewal{a: a, funcs: a.prog.Own, place: place, name: place, fill: map[string]bool{}}
	dot := strings.LastIndexByte(place, '.')
	typ := place[:dot]
	if made := a.store.instances[typ]; len(made) > 0 {
		typ = a.store.heap[made[0].id].Type // with the arguments of a generic one
	} else if seen := a.kept.places[place]; seen.typ != "" {
		typ = seen.typ
	}
	if a.prog.Type(typ) != nil {
		w.typ, w.name = typ, place[dot+1:]
	}
	return w
}

func (w *renewal) findFillers() {
	w.leaveOthers()
	for _, fn := range w.funcs {
		if len(w.stores(fn)) > 0 {
			w.fill[fn.Name] = true
		}
	}
	w.reach = reaching(w.a.prog, func(fn *ir.Func) bool { return w.fill[fn.Name] })
	w.findRenewers()
	w.findDates()
}

// storedAt returns where a place gets its token: in the function that was seen to do so, or in
// another one.
func (a *analyzer) storedAt(place string) int {
	w := a.at(place)
	seen := a.kept.places[place].by
	pos := 0
	for _, fn := range a.prog.Own {
		if fn.Generated {
			continue
		}
		inside := fn == seen || strings.HasPrefix(fn.Name, seen.Name+"$")
		for _, in := range w.stores(fn) {
			if !w.empties(fn, in) && in.Pos != 0 && (pos == 0 || inside) {
				pos = in.Pos
			}
		}
		if inside && pos != 0 {
			return pos
		}
	}
	return pos
}

// stores returns the instructions of a function that store at the place.
func (w *renewal) stores(fn *ir.Func) []*ir.Instr {
	addrs, loaded, given := map[ir.Ref]bool{}, map[ir.Ref]bool{}, map[ir.Ref]bool{} // of the place, what is found there, and its address as any
	var out []*ir.Instr
	if w.outer != "" && outermost(fn.Name) != w.outer {
		return nil
	}
	for _, in := range fn.Instrs() {
		switch {
		case w.setter == "" && w.root != "":
			if fn.Name == w.root {
				return []*ir.Instr{in} // what the function makes has the token
			}
		case w.setter != "":
			if in.Op == ir.Call && in.Sym == w.setter && (outermost(fn.Name) == w.root || !w.another(fn, in.Args[1])) {
				out = append(out, in)
			}
		case in.Op == ir.FieldAddr && (w.isPlace(fn, in) || w.global(fn, in.Args[0])):
			addrs[ir.Ref(in.Dst)] = true
		case in.Op == ir.Iface && (addrs[in.Args[0]] || w.global(fn, in.Args[0])) && strings.HasPrefix(in.Sym, "*"):
			given[ir.Ref(in.Dst)] = true
		case (in.Op == ir.Call || in.Op == ir.Invoke) && slices.ContainsFunc(in.Args, func(r ir.Ref) bool { return given[r] }):
			out = append(out, in) // what decodes an answer gets the place itself
		case in.Op == ir.Store && (addrs[in.Args[0]] || w.global(fn, in.Args[0])):
			out = append(out, in)
		case in.Op == ir.Call && len(in.Args) > 1 && (fillsContainer(in.Sym) && !dropsInTime(fn, in) || emptiesContainer(in.Sym)) && (addrs[in.Args[1]] || loaded[in.Args[1]] || w.global(fn, in.Args[1])):
			out = append(out, in)
		case in.Op == ir.Load && (addrs[in.Args[0]] || loaded[in.Args[0]] || w.global(fn, in.Args[0])), in.Op == ir.FieldAddr && loaded[in.Args[0]] && isSelf(fn, in):
			loaded[ir.Ref(in.Dst)] = true
		case (in.Op == ir.MapUpdate || in.Op == ir.Builtin && (in.Sym == "delete" || in.Sym == "clear")) && loaded[in.Args[0]]:
			out = append(out, in)
		}
	}
	return out
}

// another says whether an operand is a client that the function, or the one around it, has made
// for itself.
func (w *renewal) another(fn *ir.Func, r ir.Ref) bool {
	for range 16 {
		if i := int(r) - len(fn.Params); i >= 0 && i < len(fn.Free) {
			return true
		}
		in := fn.Def(r)
		switch {
		case r < 0 || in == nil:
			return false
		case in.Op == ir.Load:
			r = in.Args[0]
		case in.Op == ir.Alloc:
			i := slices.IndexFunc(fn.Instrs(), func(st *ir.Instr) bool { return st.Op == ir.Store && st.Args[0] == r })
			if i < 0 {
				return true
			}
			r = fn.Instrs()[i].Args[1]
		case in.Op == ir.Call && in.Sym != "" && !strings.HasPrefix(in.Sym, "("):
			return true
		case in.Op == ir.Call && len(in.Args) > 1: // a method that returns its receiver
			r = in.Args[1]
		default:
			return false
		}
	}
	return false
}

// fillsContainer says whether a method of a container puts something in.
func fillsContainer(name string) bool {
	if row := httplib.Lookup(name); row != nil {
		return slices.Contains([]string{"keep", "settle", "swap", "header"}, row.Op)
	}
	return strings.HasPrefix(name, "(*sync/atomic.") &&
		slices.ContainsFunc([]string{").Store", ").Swap", ").CompareAndSwap"}, func(m string) bool { return strings.HasSuffix(name, m) })
}

// empties says whether a store leaves the place without a token: with nothing, or with a new map that
// nothing else gets.
func (w *renewal) empties(fn *ir.Func, in *ir.Instr) bool {
	if in.Op == ir.Builtin || in.Op == ir.Call && emptiesContainer(in.Sym) {
		return true
	}
	r := in.Args[len(in.Args)-1]
	if r == ir.None {
		return false
	}
	if r >= 0 {
		def := fn.Def(r)
		return def != nil && def.Op == ir.MakeMap && !slices.ContainsFunc(fn.Instrs(), func(u *ir.Instr) bool { return u != in && slices.Contains(u.Args, r) })
	}
	c := fn.Consts[-1-r]
	return c.Kind == ir.KindNil || c.Kind == ir.KindZero || c.Kind == ir.KindString && c.Str == ""
}

// global says whether an operand is the variable.
func (w *renewal) global(fn *ir.Func, r ir.Ref) bool {
	if w.outer != "" {
		return capturedName(fn, r) == w.name && outermost(fn.Name) == w.outer
	}
	return w.typ == "" && r < 0 && r != ir.None && fn.Consts[-1-r].Kind == ir.KindGlobal && fn.Consts[-1-r].Str == w.name
}

// isPlace says whether an instruction takes the address of the field.
func (w *renewal) isPlace(fn *ir.Func, in *ir.Instr) bool {
	return w.typ != "" && in.Sym == w.name && w.fits(fn, in.Args[0], w.typ)
}

// fits says whether an operand is, or points to, a value of a type, as far as it is known.
func (w *renewal) fits(fn *ir.Func, r ir.Ref, typ string) bool {
	t := fn.Types().Of(r)
	return t == "" || declared(strings.TrimLeft(t, "*")) == declared(typ)
}

// renewed says whether something may renew the token.
func (w *renewal) renewed() bool {
	return w.ownExpiry() || w.refills() || slices.ContainsFunc(w.funcs, func(fn *ir.Func) bool {
		return w.named(fn) || w.given(fn) || w.timed(fn) || w.handsOut(fn) || w.expires(fn) || w.refused(fn)
	})
}

var renewWords = []string{"refresh", "refreshes", "refreshed", "renew", "reauth", "reauthenticate", "relogin", "rotate", "invalidate", "expire", "reset", "revoke", "forget", "drop", "stale", "expired", "delete", "remove", "clear", "evict", "purge", "reject", "rejected", "discard", "unauthorized"}

// named says whether a function that fills or empties the place is named for it.
func (w *renewal) named(fn *ir.Func) bool {
	return w.renews[outermost(fn.Name)] && slices.ContainsFunc(aurora.Words(lastWord(ir.PlainName(fn.Name))), func(word string) bool { return slices.Contains(renewWords, word) })
}

// given says whether a method sets the place to what it is given: whoever calls it may do so again.
func (w *renewal) given(fn *ir.Func) bool {
	if !fn.Recv || !fn.Exported {
		return false
	}
	return slices.ContainsFunc(w.stores(fn), func(in *ir.Instr) bool {
		if w.empties(fn, in) {
			return false
		}
		v := in.Args[len(in.Args)-1]
		return v >= 0 && int(v) > 0 && int(v) < len(fn.Params)
	})
}

// timed says whether a function fetches again after some time: in a loop that waits, or by a
// timer or scheduler that calls it.
func (w *renewal) timed(fn *ir.Func) bool {
	for _, b := range fn.Blocks {
		for i := range b.Instrs {
			in := &b.Instrs[i]
			if len(b.Loops) > 0 && w.leads(fn, in) && waits(fn, b.Loops[0]) {
				return true
			}
			if in.Op == ir.Call && w.renews[fn.Name] && schedules(in.Sym) {
				return true
			}
		}
	}
	return false
}

// schedules says whether a function runs another one later, as its row or else its name says.
func schedules(name string) bool {
	if row := httplib.Lookup(name); row != nil {
		return row.Op == "schedule"
	}
	return slices.ContainsFunc(aurora.Words(lastWord(name)), func(word string) bool { return slices.Contains(timerWords, word) })
}

var timerWords = []string{"after", "cron", "schedule", "scheduler", "every", "interval", "periodically"}

// leads says whether an instruction stores at the place, or calls a function that does, also when
// there is something already.
func (w *renewal) leads(fn *ir.Func, in *ir.Instr) bool {
	name := called(in)
	return !w.idle[in] && (name != "" && w.renews[name] || len(w.idle) > 0 && w.anew(fn, in) || slices.Contains(w.stores(fn), in))
}

// waits says whether a loop sleeps or receives.
func waits(fn *ir.Func, header int) bool {
	for _, b := range fn.Blocks {
		if !slices.Contains(b.Loops, header) {
			continue
		}
		for i := range b.Instrs {
			switch in := &b.Instrs[i]; {
			case in.Op == ir.Recv, in.Op == ir.Select, in.Op == ir.Call && in.Sym == "time.Sleep":
				return true
			}
		}
	}
	return false
}
