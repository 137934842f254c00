package carddata

import (
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
)

// kinds is a set of kinds of card data.
type kinds uint8

func one(k aurora.CardKind) kinds {
	if k == aurora.NotCard {
		return 0
	}
	return 1 << (k - 1)
}

// bodyKind marks a request or response body that carries card data of some kind.
const bodyKind kinds = 1 << 7

var (
	panKind    = one(aurora.PAN)
	cvvKind    = one(aurora.CVV)
	trackKind  = one(aurora.Track)
	emvKind    = one(aurora.EMV)
	pinKind    = one(aurora.PIN)
	expiryKind = one(aurora.Expiry)
)

func (k kinds) has(other kinds) bool { return k&other != 0 }

// String lists the kinds in words: "a card number and security code".
func (k kinds) String() string {
	var names []string
	for c := aurora.PAN; c <= aurora.Expiry; c++ {
		if k.has(one(c)) {
			names = append(names, c.String())
		}
	}
	if len(names) == 0 {
		return "card data"
	}
	if n := len(names); n > 1 {
		names = append(names[:n-2], names[n-2]+" and "+names[n-1])
	}
	return strings.Join(names, ", ")
}
