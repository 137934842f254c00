package eval

import (
	"slices"
	"testing"

	"github.com/auroravet/auroravet/internal/ir"
)

// TestLayers holds that a layer does not lie around itself where nobody knows what is in it, and
// that there is an end where many types are layers of each other.
func TestLayers(t *testing.T) {
	impls := []string{"shop.Retrying", "shop.Tracing", "shop.Signing", "shop.Plain"}
	frames := func(names ...string) (f *Frame) {
		for _, name := range append([]string{"shop.Pay"}, names...) {
			f = &Frame{Fn: &ir.Func{Name: name, Recv: name[0] == '('}, Parent: f}
		}
		return f
	}
	for name, test := range map[string]struct {
		running []string
		want    []string
	}{
		"none runs":        {nil, impls},
		"one runs":         {[]string{"(*shop.Retrying).Do"}, impls[1:]},
		"a value's method": {[]string{"(shop.Retrying).Do", "(*shop.Retrying).wait"}, impls[1:]},
		"another method":   {[]string{"(*shop.Retrying).Close"}, impls},
		"a generic one":    {[]string{"(*shop.Retrying[shop.T]).Do"}, impls[1:]},
		"many run":         {[]string{"(*shop.Retrying).Do", "(*shop.Tracing).Do", "(*shop.Signing).Do"}, nil},
	} {
		if got := frames(test.running...).layers("Do", impls); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}
