package loggers

import (
	"github.com/sirupsen/logrus"
)

// logrusjsonValues prints with logrus with a JSON formatter.
func logrusjsonValues(v values) {
	l := logrus.New()
	l.SetFormatter(&logrus.JSONFormatter{})
	l.WithField("k", v.Card).Info("card")       // want `shows the card number`
	l.WithField("k", &v.Card).Info("card")      // want `shows the card number`
	l.WithField("k", v.Order).Info("card")      // want `shows the card number`
	l.WithField("k", v.Cards).Info("card")      // want `shows the card number`
	l.WithField("k", v.Pointers).Info("card")   // want `shows the card number`
	l.WithField("k", v.ByName).Info("card")     // want `shows the card number`
	l.WithField("k", v.Strung).Info("card")     // want `shows the card number`
	l.WithField("k", &v.Strung).Info("card")    // want `shows the card number`
	l.WithField("k", v.Trip).Info("card")       // want `shows the card number`
	l.WithField("k", v.Strungs).Info("card")    // want `shows the card number`
	l.WithField("k", v.PtrStrung).Info("card")  // want `shows the card number`
	l.WithField("k", &v.PtrStrung).Info("card") // want `shows the card number`
	l.WithField("k", v.JSONed).Info("card")
	l.WithField("k", &v.JSONed).Info("card")
	l.WithField("k", v.PtrJSONed).Info("card") // want `shows the card number`
	l.WithField("k", &v.PtrJSONed).Info("card")
	l.WithField("k", v.Texted).Info("card")
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
	l.WithField("k", v.Formatted).Info("card") // want `shows the card number`
	l.WithField("k", v.Gone).Info("card")      // want `shows the card number`
	l.WithField("k", v.Tagged).Info("card")
}
