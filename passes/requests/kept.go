package requests

import (
	"slices"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds requests that one function makes and keeps, and another one sends.

// keyedBetween says whether a request that was kept may get a key before it is sent: from
// another method of the type that keeps it, or from a caller that is seen to give it one.
func (r *Result) keyedBetween(c *Call, headerOnly bool) bool {
	for name := range c.an.keyers() {
		if name != c.root.Name && receiver(name) != "" && receiver(name) == receiver(c.root.Name) {
			return true
		}
	}
	way := c.sent.Site.Way(0)
	return slices.ContainsFunc(r.Calls, func(d *Call) bool {
		if d.root == c.root || d.sent.Kept || d.Mutating != aurora.Yes || d.keyOf(headerOnly) > KeySet {
			return false
		}
		for i, fn := range d.sent.Site.Stack() {
			if fn == c.root && d.sent.Site.Way(i) == way {
				return true
			}
		}
		return false
	})
}

// keyers are the functions in view that may set the header of a key.
func (a *analyzer) keyers() map[string]bool {
	if a.keying == nil {
		a.keying = reaching(a.prog, func(fn *ir.Func) bool {
			return slices.ContainsFunc(fn.Consts, func(k ir.Const) bool { return k.Kind == ir.KindString && a.voc.KeyHeader(k.Str) })
		})
	}
	return a.keying
}
