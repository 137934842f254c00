// Package stub has what is left of a ticket that was paid at a kiosk.
package stub

import "strings"

// Stub is one; its number is a card's, as the check says.
type Stub struct {
	Kiosk string
	PAN   string
}

// Whole says whether the number was read to its end.
func (s Stub) Whole() bool { return len(s.PAN) >= 13 && len(s.PAN) <= 19 }

// Citizen is known to the tax office by a number of ten signs.
type Citizen struct {
	Name string
	PAN  string
}

// Whole says whether the number is complete.
func (c Citizen) Whole() bool { return len(c.PAN) == 10 && strings.ToUpper(c.PAN) == c.PAN }
