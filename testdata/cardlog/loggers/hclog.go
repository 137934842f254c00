package loggers

import (
	"github.com/hashicorp/go-hclog"
)

// hclogValues prints with hclog.
func hclogValues(l hclog.Logger, v values) {
	l.Info("card", "k", v.Card)  // want `shows the card number`
	l.Info("card", "k", &v.Card) // want `shows the card number`
	l.Info("card", "k", v.Order)
	l.Info("card", "k", v.Cards)    // want `shows the card number`
	l.Info("card", "k", v.Pointers) // want `shows the card number`
	l.Info("card", "k", v.ByName)   // want `shows the card number`
	l.Info("card", "k", v.Strung)
	l.Info("card", "k", &v.Strung)
	l.Info("card", "k", v.Trip)
	l.Info("card", "k", v.Strungs)
	l.Info("card", "k", v.PtrStrung) // want `shows the card number`
	l.Info("card", "k", &v.PtrStrung)
	l.Info("card", "k", v.JSONed)     // want `shows the card number`
	l.Info("card", "k", &v.JSONed)    // want `shows the card number`
	l.Info("card", "k", v.PtrJSONed)  // want `shows the card number`
	l.Info("card", "k", &v.PtrJSONed) // want `shows the card number`
	l.Info("card", "k", v.Texted)     // want `shows the card number`
	l.Info("card", "k", v.Valued)     // want `shows the card number`
	l.Info("card", "k", &v.Valued)    // want `shows the card number`
	l.Info("card", "k", v.PtrValued)  // want `shows the card number`
	l.Info("card", "k", &v.PtrValued) // want `shows the card number`
	l.Info("card", "k", v.ValuedList) // want `shows the card number`
	l.Info("card", "k", v.Zeroed)     // want `shows the card number`
	l.Info("card", "k", &v.Zeroed)    // want `shows the card number`
	l.Info("card", "k", v.Zapped)     // want `shows the card number`
	l.Info("card", "k", &v.Zapped)    // want `shows the card number`
	l.Info("card", "k", v.Logged)     // want `shows the card number`
	l.Info("card", "k", v.Erring)
	l.Info("card", "k", &v.Erring)
	l.Info("card", "k", v.Formatted)
	l.Info("card", "k", v.Gone)   // want `shows the card number`
	l.Info("card", "k", v.Tagged) // want `shows the card number`
	l.With("k", v.Card)           // want `shows the card number`
	l.With("k", &v.Card)          // want `shows the card number`
	l.With("k", v.Order)
	l.With("k", v.Cards)    // want `shows the card number`
	l.With("k", v.Pointers) // want `shows the card number`
	l.With("k", v.ByName)   // want `shows the card number`
	l.With("k", v.Strung)
	l.With("k", &v.Strung)
	l.With("k", v.Trip)
	l.With("k", v.Strungs)
	l.With("k", v.PtrStrung) // want `shows the card number`
	l.With("k", &v.PtrStrung)
	l.With("k", v.JSONed)     // want `shows the card number`
	l.With("k", &v.JSONed)    // want `shows the card number`
	l.With("k", v.PtrJSONed)  // want `shows the card number`
	l.With("k", &v.PtrJSONed) // want `shows the card number`
	l.With("k", v.Texted)     // want `shows the card number`
	l.With("k", v.Valued)     // want `shows the card number`
	l.With("k", &v.Valued)    // want `shows the card number`
	l.With("k", v.PtrValued)  // want `shows the card number`
	l.With("k", &v.PtrValued) // want `shows the card number`
	l.With("k", v.ValuedList) // want `shows the card number`
	l.With("k", v.Zeroed)     // want `shows the card number`
	l.With("k", &v.Zeroed)    // want `shows the card number`
	l.With("k", v.Zapped)     // want `shows the card number`
	l.With("k", &v.Zapped)    // want `shows the card number`
	l.With("k", v.Logged)     // want `shows the card number`
	l.With("k", v.Erring)
	l.With("k", &v.Erring)
	l.With("k", v.Formatted)
	l.With("k", v.Gone)   // want `shows the card number`
	l.With("k", v.Tagged) // want `shows the card number`
}
