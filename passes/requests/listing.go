package requests

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
)

// This file lists what the package asks of the API, good and bad.

// Wait says what ends the wait for an answer.
type Wait uint8

// The ends of a wait, the gravest last.
const (
	WaitUnknown  Wait = iota // a caller decides, or nothing is known
	WaitDeadline             // a deadline on the way
	WaitTimeout              // the timeout of the client
	WaitEndless              // nothing
)

// Listed is a call of the API with what a list of them says.
type Listed struct {
	*Call
	Key  KeyState
	Wait Wait
	// Operation is the row of the tables that the call asks for, of reads too.
	Operation aurora.Endpoint
	// Decided says that what the call asks for is known, and Here that it is known here first, with
	// the state of the key where there is to be one.
	Decided, Here bool
	// Through are the functions that the call goes through, the one that it is seen from left out.
	Through []string
	// Senders are the types of the clients that may send it.
	Senders []string
}

// List returns the calls of the API as all functions see them that they go through.
func (r *Result) List(headerOnly bool) []Listed {
	r.mu.Lock()
	defer r.mu.Unlock()
	state := r.keyStates(headerOnly)
	decided := func(c *Call) bool { return c.Mutating != aurora.Unknown && told(c.Path) }
	first := r.deciders(decided)
	firstKeyed := r.deciders(func(c *Call) bool { return state(c) != KeyUnknown })
	// A function that makes a good key does not know the loop around its call.
	firstBad := r.deciders(func(c *Call) bool { return state(c) > KeySet })
	here := func(c *Call, key KeyState) bool {
		return first(c) || key != KeyUnknown && firstKeyed(c) || key == KeyPerAttempt && firstBad(c)
	}
	made, madeKeyed, madeBad := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, c := range r.Calls {
		if c.sent.Kept || !decided(c) {
			continue
		}
		way, key := c.sent.Made.Way(0), state(c)
		made[way] = true
		madeKeyed[way] = madeKeyed[way] || key != KeyUnknown
		madeBad[way] = madeBad[way] || key > KeySet
	}
	// elsewhere says whether another function makes the request, knowing as much.
	elsewhere := func(c *Call, key KeyState) bool {
		switch {
		case key > KeySet:
			return c.madeBy(madeBad)
		case key == KeySet:
			return c.madeBy(madeKeyed)
		}
		return c.madeBy(made)
	}
	var out []Listed
	for _, c := range r.Calls {
		l := Listed{Call: c, Key: state(c), Wait: c.wait(), Decided: decided(c)}
		if l.Operation = c.Endpoint; l.Operation.Path == "" && l.Decided {
			l.Operation, _ = c.an.voc.Endpoint(c.Method, strings.ReplaceAll(c.Path, unknownPart, aurora.Hole))
		}
		l.Here = l.Decided && c.Pos.IsValid() && here(c, l.Key) && !elsewhere(c, l.Key)
		for _, fn := range c.sent.Site.Stack() {
			if fn != c.root {
				l.Through = append(l.Through, fn.Name)
			}
		}
		for _, cl := range c.Clients {
			if name := cl.Name(); name != "" && !slices.Contains(l.Senders, name) {
				l.Senders = append(l.Senders, name)
			}
		}
		out = append(out, l)
	}
	return out
}

// told says whether a path tells what is asked for: it has a word behind the host and the version.
func told(path string) bool {
	if _, rest, ok := strings.Cut(path, "://"); ok {
		_, path, _ = strings.Cut(rest, "/")
	}
	words := 0
	for part := range strings.SplitSeq(path, "/") {
		switch {
		case isVersion(part):
			words = 0
		case strings.Trim(part, unknownPart) != "":
			words++
		}
	}
	return words > 0
}

// isVersion says whether a segment of a path names the version of an API.
func isVersion(part string) bool {
	v, ok := strings.CutPrefix(strings.TrimSuffix(part, unknownPart), "v")
	return ok && v != "" && strings.Trim(v, "0123456789") == ""
}

// madeBy says whether a call sends what a function on one of the given ways has made.
func (c *Call) madeBy(ways map[string]bool) bool {
	for i, fn := range c.sent.Made.Stack() {
		if fn != c.root && ways[c.sent.Made.Way(i)] {
			return true
		}
	}
	return false
}

// wait says what ends the wait for the answer of a call.
func (c *Call) wait() Wait {
	if c.Deadline == aurora.Yes {
		return WaitDeadline
	}
	bounded := len(c.Clients) > 0
	for _, cl := range c.Clients {
		if cl.Bounded == aurora.No && c.Deadline == aurora.No && !(cl.abroad && c.givesClient()) {
			return WaitEndless
		}
		bounded = bounded && cl.Bounded == aurora.Yes
	}
	if bounded {
		return WaitTimeout
	}
	return WaitUnknown
}
