package loggers

import (
	"log/slog"
	"os"
)

// slogtextValues prints with slog with a text handler.
func slogtextValues(v values) {
	l := slog.New(slog.NewTextHandler(os.Stderr, nil))
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
	l.Info("card", "k", v.Formatted)
	l.Info("card", "k", v.Gone)                   // want `shows the card number`
	l.Info("card", "k", v.Tagged)                 // want `shows the card number`
	l.Info("card", slog.Group("g", "k", v.Card))  // want `shows the card number`
	l.Info("card", slog.Group("g", "k", &v.Card)) // want `shows the card number`
	l.Info("card", slog.Group("g", "k", v.Order))
	l.Info("card", slog.Group("g", "k", v.Cards)) // want `shows the card number`
	l.Info("card", slog.Group("g", "k", v.Pointers))
	l.Info("card", slog.Group("g", "k", v.ByName)) // want `shows the card number`
	l.Info("card", slog.Group("g", "k", v.Strung))
	l.Info("card", slog.Group("g", "k", &v.Strung))
	l.Info("card", slog.Group("g", "k", v.Trip))
	l.Info("card", slog.Group("g", "k", v.Strungs))
	l.Info("card", slog.Group("g", "k", v.PtrStrung)) // want `shows the card number`
	l.Info("card", slog.Group("g", "k", &v.PtrStrung))
	l.Info("card", slog.Group("g", "k", v.JSONed))     // want `shows the card number`
	l.Info("card", slog.Group("g", "k", &v.JSONed))    // want `shows the card number`
	l.Info("card", slog.Group("g", "k", v.PtrJSONed))  // want `shows the card number`
	l.Info("card", slog.Group("g", "k", &v.PtrJSONed)) // want `shows the card number`
	l.Info("card", slog.Group("g", "k", v.Texted))
	l.Info("card", slog.Group("g", "k", v.Valued))
	l.Info("card", slog.Group("g", "k", &v.Valued))
	l.Info("card", slog.Group("g", "k", v.PtrValued)) // want `shows the card number`
	l.Info("card", slog.Group("g", "k", &v.PtrValued))
	l.Info("card", slog.Group("g", "k", v.ValuedList)) // want `shows the card number`
	l.Info("card", slog.Group("g", "k", v.Zeroed))     // want `shows the card number`
	l.Info("card", slog.Group("g", "k", &v.Zeroed))    // want `shows the card number`
	l.Info("card", slog.Group("g", "k", v.Zapped))     // want `shows the card number`
	l.Info("card", slog.Group("g", "k", &v.Zapped))    // want `shows the card number`
	l.Info("card", slog.Group("g", "k", v.Logged))     // want `shows the card number`
	l.Info("card", slog.Group("g", "k", v.Erring))
	l.Info("card", slog.Group("g", "k", &v.Erring))
	l.Info("card", slog.Group("g", "k", v.Formatted))
	l.Info("card", slog.Group("g", "k", v.Gone))   // want `shows the card number`
	l.Info("card", slog.Group("g", "k", v.Tagged)) // want `shows the card number`
}
