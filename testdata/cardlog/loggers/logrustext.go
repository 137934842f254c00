package loggers

import (
	"github.com/sirupsen/logrus"
)

// logrustextValues prints with logrus with its text formatter.
func logrustextValues(v values) {
	l := logrus.New()
	l.WithField("k", v.Card).Info("card")  // want `shows the card number`
	l.WithField("k", &v.Card).Info("card") // want `shows the card number`
	l.WithField("k", v.Order).Info("card")
	l.WithField("k", v.Cards).Info("card") // want `shows the card number`
	l.WithField("k", v.Pointers).Info("card")
	l.WithField("k", v.ByName).Info("card") // want `shows the card number`
	l.WithField("k", v.Strung).Info("card")
	l.WithField("k", &v.Strung).Info("card")
	l.WithField("k", v.Trip).Info("card")
	l.WithField("k", v.Strungs).Info("card")
	l.WithField("k", v.PtrStrung).Info("card") // want `shows the card number`
	l.WithField("k", &v.PtrStrung).Info("card")
	l.WithField("k", v.JSONed).Info("card")     // want `shows the card number`
	l.WithField("k", &v.JSONed).Info("card")    // want `shows the card number`
	l.WithField("k", v.PtrJSONed).Info("card")  // want `shows the card number`
	l.WithField("k", &v.PtrJSONed).Info("card") // want `shows the card number`
	l.WithField("k", v.Texted).Info("card")     // want `shows the card number`
	l.WithField("k", v.Valued).Info("card")     // want `shows the card number`
	l.WithField("k", &v.Valued).Info("card")    // want `shows the card number`
	l.WithField("k", v.PtrValued).Info("card")  // want `shows the card number`
	l.WithField("k", &v.PtrValued).Info("card") // want `shows the card number`
	l.WithField("k", v.ValuedList).Info("card") // want `shows the card number`
	l.WithField("k", v.Zeroed).Info("card")     // want `shows the card number`
	l.WithField("k", &v.Zeroed).Info("card")    // want `shows the card number`
	l.WithField("k", v.Zapped).Info("card")     // want `shows the card number`
	l.WithField("k", &v.Zapped).Info("card")    // want `shows the card number`
	l.WithField("k", v.Logged).Info("card")     // want `shows the card number`
	l.WithField("k", v.Erring).Info("card")
	l.WithField("k", &v.Erring).Info("card")
	l.WithField("k", v.Formatted).Info("card")
	l.WithField("k", v.Gone).Info("card")   // want `shows the card number`
	l.WithField("k", v.Tagged).Info("card") // want `shows the card number`
	l.Info(v.Card)                          // want `shows the card number`
	l.Info(&v.Card)                         // want `shows the card number`
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
