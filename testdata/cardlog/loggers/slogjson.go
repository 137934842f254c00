package loggers

import (
	"log/slog"
	"os"
)

// slogjsonValues prints with slog with a JSON handler.
func slogjsonValues(v values) {
	l := slog.New(slog.NewJSONHandler(os.Stderr, nil))
	l.Info("card", "k", v.Card)       // want `shows the card number`
	l.Info("card", "k", &v.Card)      // want `shows the card number`
	l.Info("card", "k", v.Order)      // want `shows the card number`
	l.Info("card", "k", v.Cards)      // want `shows the card number`
	l.Info("card", "k", v.Pointers)   // want `shows the card number`
	l.Info("card", "k", v.ByName)     // want `shows the card number`
	l.Info("card", "k", v.Strung)     // want `shows the card number`
	l.Info("card", "k", &v.Strung)    // want `shows the card number`
	l.Info("card", "k", v.Trip)       // want `shows the card number`
	l.Info("card", "k", v.Strungs)    // want `shows the card number`
	l.Info("card", "k", v.PtrStrung)  // want `shows the card number`
	l.Info("card", "k", &v.PtrStrung) // want `shows the card number`
	l.Info("card", "k", v.JSONed)
	l.Info("card", "k", &v.JSONed)
	l.Info("card", "k", v.PtrJSONed) // want `shows the card number`
	l.Info("card", "k", &v.PtrJSONed)
	l.Info("card", "k", v.Texted)
	l.Info("card", "k", v.Valued)
	l.Info("card", "k", &v.Valued)
	l.Info("card", "k", v.PtrValued) // want `shows the card number`
	l.Info("card", "k", &v.PtrValued)
	l.Info("card", "k", v.ValuedList) // want `shows the card number`
	l.Info("card", "k", v.Zeroed)     // want `shows the card number`
	l.Info("card", "k", &v.Zeroed)    // want `shows the card number`
	l.Info("card", "k", v.Zapped)     // want `shows the card number`
	l.Info("card", "k", &v.Zapped)    // want `shows the card number`
	l.Info("card", "k", v.Logged)     // want `shows the card number`
	l.Info("card", "k", v.Erring)
	l.Info("card", "k", &v.Erring)
	l.Info("card", "k", v.Formatted) // want `shows the card number`
	l.Info("card", "k", v.Gone)      // want `shows the card number`
	l.Info("card", "k", v.Tagged)
}
