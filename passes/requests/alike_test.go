package requests

import "testing"

// TestAlike holds that functions that come to the same loops are tried until nothing new shows.
func TestAlike(t *testing.T) {
	a := newAlike()
	for range maxAlike - 1 {
		a.note("loop", nil)
	}
	if a.enough("loop") {
		t.Fatal("it ends too early")
	}
	a.note("loop", []Retry{{Pos: 1, Fault: RetryNoWait}})
	if a.enough("loop") {
		t.Error("a new fault does not count")
	}
	for range maxAlike {
		a.note("loop", []Retry{{Pos: 1, Fault: RetryNoWait}})
	}
	if !a.enough("loop") || a.enough("another loop") {
		t.Error("it does not end for these loops alone")
	}
}
