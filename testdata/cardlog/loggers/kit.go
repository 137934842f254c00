package loggers

import (
	"github.com/go-kit/log"
)

// kitValues prints with go-kit/log.
func kitValues(l log.Logger, v values) {
	_ = l.Log("k", v.Card)     // want `shows the card number`
	_ = l.Log("k", &v.Card)    // want `shows the card number`
	_ = l.Log("k", v.Order)    // want `shows the card number`
	_ = l.Log("k", v.Cards)    // want `shows the card number`
	_ = l.Log("k", v.Pointers) // want `shows the card number`
	_ = l.Log("k", v.ByName)   // want `shows the card number`
	_ = l.Log("k", v.Strung)
	_ = l.Log("k", &v.Strung)
	_ = l.Log("k", v.Trip)      // want `shows the card number`
	_ = l.Log("k", v.Strungs)   // want `shows the card number`
	_ = l.Log("k", v.PtrStrung) // want `shows the card number`
	_ = l.Log("k", &v.PtrStrung)
	_ = l.Log("k", v.JSONed)
	_ = l.Log("k", &v.JSONed)
	_ = l.Log("k", v.PtrJSONed) // want `shows the card number`
	_ = l.Log("k", &v.PtrJSONed)
	_ = l.Log("k", v.Texted)
	_ = l.Log("k", v.Valued)     // want `shows the card number`
	_ = l.Log("k", &v.Valued)    // want `shows the card number`
	_ = l.Log("k", v.PtrValued)  // want `shows the card number`
	_ = l.Log("k", &v.PtrValued) // want `shows the card number`
	_ = l.Log("k", v.ValuedList) // want `shows the card number`
	_ = l.Log("k", v.Zeroed)     // want `shows the card number`
	_ = l.Log("k", &v.Zeroed)    // want `shows the card number`
	_ = l.Log("k", v.Zapped)     // want `shows the card number`
	_ = l.Log("k", &v.Zapped)    // want `shows the card number`
	_ = l.Log("k", v.Logged)     // want `shows the card number`
	_ = l.Log("k", v.Erring)
	_ = l.Log("k", &v.Erring)
	_ = l.Log("k", v.Formatted) // want `shows the card number`
	_ = l.Log("k", v.Gone)      // want `shows the card number`
	_ = l.Log("k", v.Tagged)
}
