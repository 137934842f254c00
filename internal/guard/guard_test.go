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
