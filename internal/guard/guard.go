// Package guard keeps a fault in the analysis of one function from taking the tool down:
// nothing is then known of that function, and nothing is reported about it.
package guard

import (
	"flag"
	"sync"
)

// strict says that a panic goes on: in a test a fault of the analysis is to be seen.
var strict = sync.OnceValue(func() bool { return flag.Lookup("test.v") != nil })

// Run calls f and says whether it came to its end. A panic of f ends it early, but in a
// test it goes on.
func Run(f func()) (ended bool) {
	if !strict() {
		defer func() {
			if !ended {
				_ = recover() // what f was to find out stays unknown
			}
		}()
	}
	f()
	return true
}

// Loosen makes Run stop panics in a test too, until the returned function is called.
func Loosen() (restore func()) {
	old := strict
	strict = func() bool { return false }
	return func() { strict = old }
}

// Depth counts the questions that wait for one another, and panics before a circle of them
// fills the stack, after which nothing could stop the end of the program.
type Depth struct{ n int }

// maxDepth is far below what fills the stack, and far above what programs need: each link of
// a sum of thousands of texts is one.
const maxDepth = 100_000

// Enter is called where a question is taken up, and Leave, deferred, where it ends.
func (d *Depth) Enter() {
	if d.n++; d.n > maxDepth {
		panic("guard: a question waits for itself")
	}
}

// Leave ends what Enter began.
func (d *Depth) Leave() { d.n-- }
