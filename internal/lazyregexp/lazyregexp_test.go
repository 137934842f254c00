package lazyregexp_test

import (
	"testing"

	"github.com/auroravet/auroravet/internal/lazyregexp"
)

func TestNew(t *testing.T) {
	word := lazyregexp.New(`^\w+$`)
	if !word().MatchString("charge") || word().MatchString("a charge") {
		t.Error("the expression is not the one given")
	}
	if word() != word() {
		t.Error("the expression is compiled twice")
	}
}

func TestNewRefusesInTests(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a bad expression is not found when the package starts")
		}
	}()
	lazyregexp.New(`(`)
}
