package main

import (
	"cmp"
	"go/token"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/report"
	"github.com/auroravet/auroravet/passes/inventory"
	"github.com/auroravet/auroravet/passes/requests"
)

// call is a call of the API with its place.
type call struct {
	inventory.Call
	at token.Position
}

var (
	keys = map[requests.KeyState]string{
		requests.KeyUnknown:    "a caller decides",
		requests.KeySet:        "set",
		requests.KeySometimes:  "missing on some path",
		requests.KeyClock:      "clock time alone",
		requests.KeyRandom:     "a small random number",
		requests.KeyConstant:   "the same for every request",
		requests.KeyPerAttempt: "another one for each attempt",
		requests.KeyEmpty:      "empty",
		requests.KeyMissing:    "missing",
	}
	waits = map[requests.Wait]string{
		requests.WaitUnknown:  "a caller decides",
		requests.WaitDeadline: "ends with a deadline",
		requests.WaitTimeout:  "ends with the client's timeout",
		requests.WaitEndless:  "has no end",
	}
)

// endpoints returns the operations of the API that the code asks for, with the places that do.
func (c *collector) endpoints() []report.Endpoint {
	root := c.root()
	out := []report.Endpoint{}
	for _, one := range c.listed() {
		e := report.Endpoint{Method: one.Method, Path: aurora.MaskCards(one.Path), Mutating: one.Mutating.String()}
		if names(one.Path, one.Endpoint.Path) {
			e.Path, e.Kind = one.Endpoint.Path, one.Endpoint.Class.String()
		}
		i := slices.IndexFunc(out, func(o report.Endpoint) bool { return o.Method == e.Method && o.Path == e.Path })
		if i < 0 {
			i = len(out)
			out = append(out, e)
		}
		said := c.described(one)
		said.Position = report.Position{File: relativeTo(root, one.at.Filename), Line: one.at.Line, Column: one.at.Column}
		if !slices.ContainsFunc(out[i].Calls, func(o report.Call) bool { return o.Position == said.Position }) {
			out[i].Calls = append(out[i].Calls, said)
		}
	}
	for _, e := range out {
		slices.SortFunc(e.Calls, func(a, b report.Call) int { return order(a.Position, b.Position) })
	}
	slices.SortFunc(out, func(a, b report.Endpoint) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Method, b.Method))
	})
	return out
}

// listed returns the calls that stand in the list: those in the function that knows what they
// ask for and with which key, and those of which nobody in view does. At one place the gravest counts.
func (c *collector) listed() []call {
	var out []call
	at := make(map[string]int)
	for _, one := range c.calls {
		if one.Here && c.keyedAbove(one) || !one.Here && !(c.open(one) && !c.openBelow(one)) {
			continue
		}
		place := one.at.String() + " " + one.Method + " " + one.Path
		i, ok := at[place]
		if !ok {
			at[place] = len(out)
			out = append(out, one)
			continue
		}
		out[i].Key = max(out[i].Key, one.Key)
	}
	return out
}

// keyedAbove reports whether callers decide on the key of a call, and stand in the list themselves.
func (c *collector) keyedAbove(one call) bool {
	return one.Mutating == aurora.Yes && one.Key == requests.KeyUnknown && slices.ContainsFunc(c.through[one.Func], func(o call) bool {
		return o.Here && o.Key != requests.KeyUnknown && o.same(one)
	})
}

// open reports whether nobody in view who goes through the function of a call knows what it asks for.
func (c *collector) open(one call) bool {
	return !one.Decided && one.at.IsValid() && !slices.ContainsFunc(c.through[one.Func], func(o call) bool { return o.Decided })
}

// openBelow reports whether a function that a call goes through stands in the list for it.
func (c *collector) openBelow(one call) bool {
	return slices.ContainsFunc(one.Through, func(fn string) bool { return slices.ContainsFunc(c.of[fn], c.open) })
}

// same reports whether two calls ask for the same.
func (one call) same(o call) bool { return one.Method == o.Method && one.Path == o.Path }

// index sorts the calls and notes which go through which function.
func (c *collector) index() {
	slices.SortStableFunc(c.calls, func(a, b call) int {
		return cmp.Or(cmp.Compare(a.at.Filename, b.at.Filename), cmp.Compare(a.at.Offset, b.at.Offset), cmp.Compare(a.Func, b.Func))
	})
	c.through, c.of = make(map[string][]call), make(map[string][]call)
	for _, one := range c.calls {
		c.of[one.Func] = append(c.of[one.Func], one)
		for _, fn := range one.Through {
			c.through[fn] = append(c.through[fn], one)
		}
	}
}

// described says what is known of a call where it stands and, where a caller decides on the wait or
// the client, in the callers that are in view. The gravest of what they say counts.
func (c *collector) described(one call) report.Call {
	wait, senders := one.Wait, slices.Clone(one.Senders)
	for _, o := range c.through[one.Func] {
		if !o.same(one) {
			continue
		}
		if one.Wait == requests.WaitUnknown {
			wait = max(wait, o.Wait)
		}
		senders = append(senders, o.Senders...)
	}
	slices.Sort(senders)
	out := report.Call{Function: function(one.Func), Key: keys[one.Key], Wait: waits[wait], Clients: slices.Compact(senders)}
	switch one.Mutating {
	case aurora.No:
		out.Key = "not needed"
	case aurora.Unknown:
		out.Key = "not known, nor whether the call changes something"
	}
	if out.Clients == nil {
		out.Clients = []string{}
	}
	return out
}

// function is the name of a function as people write it: with the last element of its package's
// path, and that of the declaration for a literal.
func function(name string) string {
	name, _, _ = strings.Cut(name, "$")
	open := strings.TrimLeft(name, "(*")
	return name[:len(name)-len(open)] + open[strings.LastIndexByte(open, '/')+1:]
}

// names reports whether a path, of which parts may not be known, names the operation of a row: what
// is not known may stand where the row has a value, and not for one of its words.
func names(path, row string) bool {
	path, _, _ = strings.Cut(path, "?")
	have, want := strings.Split(path, "/"), strings.Split(row, "/")
	if strings.HasPrefix(row, "{") {
		want = want[1:] // a host
	}
	if row == "" || len(have) < len(want) {
		return false
	}
	for i, part := range have[len(have)-len(want):] {
		if part != want[i] && !strings.HasPrefix(want[i], "{") && want[i] != "" {
			return false
		}
	}
	return true
}
