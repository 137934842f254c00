package guard_test

import (
	"testing"

	"github.com/auroravet/auroravet/internal/guard"
)

func TestRun(t *testing.T) {
	fails := func() { panic("a fault") }
	func() {
		defer func() {
			if recover() == nil {
				t.Error("a panic does not reach the test")
			}
		}()
		guard.Run(fails)
	}()
	defer guard.Loosen()()
	if guard.Run(fails) {
		t.Error("a function that panics has come to its end")
	}
	if !guard.Run(func() {}) {
		t.Error("a function that returns has not come to its end")
	}
}

// TestDepth holds that a question without end is stopped, and that the next one is answered.
func TestDepth(t *testing.T) {
	defer guard.Loosen()()
	var d guard.Depth
	var ask func(n int) int
	ask = func(n int) int {
		d.Enter()
		defer d.Leave()
		if n == 0 {
			return 0
		}
		return 1 + ask(n-1)
	}
	if guard.Run(func() { ask(-1) }) {
		t.Error("a question without end has come to its end")
	}
	if !guard.Run(func() { ask(10_000) }) {
		t.Error("a deep question is not answered after one without end")
	}
}
