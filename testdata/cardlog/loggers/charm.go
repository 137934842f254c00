package loggers

import (
	"github.com/charmbracelet/log"
)

// charmValues prints with charmbracelet/log.
func charmValues(l *log.Logger, v values) {
	l.Info("card", "k", v.Card)  // want `shows the card number`
	l.Info("card", "k", &v.Card) // want `shows the card number`
	l.Info("card", "k", v.Order)
	l.Info("card", "k", v.Cards) // want `shows the card number`
	l.Info("card", "k", v.Pointers)
	l.Info("card", "k", v.ByName) // want `shows the card number`
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
	l.Info(v.Card)                // want `shows the card number`
	l.Info(&v.Card)               // want `shows the card number`
	l.Info(v.Order)
	l.Info(v.Cards) // want `shows the card number`
	l.Info(v.Pointers)
	l.Info(v.ByName) // want `shows the card number`
	l.Info(v.Strung)
	l.Info(&v.Strung)
	l.Info(v.Trip)
	l.Info(v.Strungs)
	l.Info(v.PtrStrung) // want `shows the card number`
	l.Info(&v.PtrStrung)
	l.Info(v.JSONed)     // want `shows the card number`
	l.Info(&v.JSONed)    // want `shows the card number`
	l.Info(v.PtrJSONed)  // want `shows the card number`
	l.Info(&v.PtrJSONed) // want `shows the card number`
	l.Info(v.Texted)     // want `shows the card number`
	l.Info(v.Valued)     // want `shows the card number`
	l.Info(&v.Valued)    // want `shows the card number`
	l.Info(v.PtrValued)  // want `shows the card number`
	l.Info(&v.PtrValued) // want `shows the card number`
	l.Info(v.ValuedList) // want `shows the card number`
	l.Info(v.Zeroed)     // want `shows the card number`
	l.Info(&v.Zeroed)    // want `shows the card number`
	l.Info(v.Zapped)     // want `shows the card number`
	l.Info(&v.Zapped)    // want `shows the card number`
	l.Info(v.Logged)     // want `shows the card number`
	l.Info(v.Erring)
	l.Info(&v.Erring)
	l.Info(v.Formatted)
	l.Info(v.Gone)   // want `shows the card number`
	l.Info(v.Tagged) // want `shows the card number`
}
