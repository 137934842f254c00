// Package pan has types that hide what they hold.
package pan

import (
	"github.com/auroravet/auroravet/testdata/cardlog/veiled/cut"
)

// Number shows its end.
type Number string

// String implements fmt.Stringer.
func (n Number) String() string { return cut.End(string(n)) }

// Boxed shows its end.
type Boxed struct{ inside string }

// String implements fmt.Stringer.
func (b Boxed) String() string { return cut.End(b.inside) }
