package loggers

import (
	"go.uber.org/zap"
)

// zapValues prints with zap and its sugar.
func zapValues(l *zap.Logger, v values) {
	s := l.Sugar()
	l.Info("card", zap.Any("k", v.Card))     // want `shows the card number`
	l.Info("card", zap.Any("k", &v.Card))    // want `shows the card number`
	l.Info("card", zap.Any("k", v.Order))    // want `shows the card number`
	l.Info("card", zap.Any("k", v.Cards))    // want `shows the card number`
	l.Info("card", zap.Any("k", v.Pointers)) // want `shows the card number`
	l.Info("card", zap.Any("k", v.ByName))   // want `shows the card number`
	l.Info("card", zap.Any("k", v.Strung))
	l.Info("card", zap.Any("k", &v.Strung))
	l.Info("card", zap.Any("k", v.Trip))      // want `shows the card number`
	l.Info("card", zap.Any("k", v.Strungs))   // want `shows the card number`
	l.Info("card", zap.Any("k", v.PtrStrung)) // want `shows the card number`
	l.Info("card", zap.Any("k", &v.PtrStrung))
	l.Info("card", zap.Any("k", v.JSONed))
	l.Info("card", zap.Any("k", &v.JSONed))
	l.Info("card", zap.Any("k", v.PtrJSONed)) // want `shows the card number`
	l.Info("card", zap.Any("k", &v.PtrJSONed))
	l.Info("card", zap.Any("k", v.Texted))
	l.Info("card", zap.Any("k", v.Valued))     // want `shows the card number`
	l.Info("card", zap.Any("k", &v.Valued))    // want `shows the card number`
	l.Info("card", zap.Any("k", v.PtrValued))  // want `shows the card number`
	l.Info("card", zap.Any("k", &v.PtrValued)) // want `shows the card number`
	l.Info("card", zap.Any("k", v.ValuedList)) // want `shows the card number`
	l.Info("card", zap.Any("k", v.Zeroed))     // want `shows the card number`
	l.Info("card", zap.Any("k", &v.Zeroed))    // want `shows the card number`
	l.Info("card", zap.Any("k", v.Zapped))
	l.Info("card", zap.Any("k", &v.Zapped))
	l.Info("card", zap.Any("k", v.Logged)) // want `shows the card number`
	l.Info("card", zap.Any("k", v.Erring))
	l.Info("card", zap.Any("k", &v.Erring))
	l.Info("card", zap.Any("k", v.Formatted)) // want `shows the card number`
	l.Info("card", zap.Any("k", v.Gone))      // want `shows the card number`
	l.Info("card", zap.Any("k", v.Tagged))
	l.Info("card", zap.Reflect("k", v.Card))       // want `shows the card number`
	l.Info("card", zap.Reflect("k", &v.Card))      // want `shows the card number`
	l.Info("card", zap.Reflect("k", v.Order))      // want `shows the card number`
	l.Info("card", zap.Reflect("k", v.Cards))      // want `shows the card number`
	l.Info("card", zap.Reflect("k", v.Pointers))   // want `shows the card number`
	l.Info("card", zap.Reflect("k", v.ByName))     // want `shows the card number`
	l.Info("card", zap.Reflect("k", v.Strung))     // want `shows the card number`
	l.Info("card", zap.Reflect("k", &v.Strung))    // want `shows the card number`
	l.Info("card", zap.Reflect("k", v.Trip))       // want `shows the card number`
	l.Info("card", zap.Reflect("k", v.Strungs))    // want `shows the card number`
	l.Info("card", zap.Reflect("k", v.PtrStrung))  // want `shows the card number`
	l.Info("card", zap.Reflect("k", &v.PtrStrung)) // want `shows the card number`
	l.Info("card", zap.Reflect("k", v.JSONed))
	l.Info("card", zap.Reflect("k", &v.JSONed))
	l.Info("card", zap.Reflect("k", v.PtrJSONed)) // want `shows the card number`
	l.Info("card", zap.Reflect("k", &v.PtrJSONed))
	l.Info("card", zap.Reflect("k", v.Texted))
	l.Info("card", zap.Reflect("k", v.Valued))     // want `shows the card number`
	l.Info("card", zap.Reflect("k", &v.Valued))    // want `shows the card number`
	l.Info("card", zap.Reflect("k", v.PtrValued))  // want `shows the card number`
	l.Info("card", zap.Reflect("k", &v.PtrValued)) // want `shows the card number`
	l.Info("card", zap.Reflect("k", v.ValuedList)) // want `shows the card number`
	l.Info("card", zap.Reflect("k", v.Zeroed))     // want `shows the card number`
	l.Info("card", zap.Reflect("k", &v.Zeroed))    // want `shows the card number`
	l.Info("card", zap.Reflect("k", v.Zapped))     // want `shows the card number`
	l.Info("card", zap.Reflect("k", &v.Zapped))    // want `shows the card number`
	l.Info("card", zap.Reflect("k", v.Logged))     // want `shows the card number`
	l.Info("card", zap.Reflect("k", v.Erring))     // want `shows the card number`
	l.Info("card", zap.Reflect("k", &v.Erring))    // want `shows the card number`
	l.Info("card", zap.Reflect("k", v.Formatted))  // want `shows the card number`
	l.Info("card", zap.Reflect("k", v.Gone))       // want `shows the card number`
	l.Info("card", zap.Reflect("k", v.Tagged))
	s.Infow("card", "k", v.Card)     // want `shows the card number`
	s.Infow("card", "k", &v.Card)    // want `shows the card number`
	s.Infow("card", "k", v.Order)    // want `shows the card number`
	s.Infow("card", "k", v.Cards)    // want `shows the card number`
	s.Infow("card", "k", v.Pointers) // want `shows the card number`
	s.Infow("card", "k", v.ByName)   // want `shows the card number`
	s.Infow("card", "k", v.Strung)
	s.Infow("card", "k", &v.Strung)
	s.Infow("card", "k", v.Trip)      // want `shows the card number`
	s.Infow("card", "k", v.Strungs)   // want `shows the card number`
	s.Infow("card", "k", v.PtrStrung) // want `shows the card number`
	s.Infow("card", "k", &v.PtrStrung)
	s.Infow("card", "k", v.JSONed)
	s.Infow("card", "k", &v.JSONed)
	s.Infow("card", "k", v.PtrJSONed) // want `shows the card number`
	s.Infow("card", "k", &v.PtrJSONed)
	s.Infow("card", "k", v.Texted)
	s.Infow("card", "k", v.Valued)     // want `shows the card number`
	s.Infow("card", "k", &v.Valued)    // want `shows the card number`
	s.Infow("card", "k", v.PtrValued)  // want `shows the card number`
	s.Infow("card", "k", &v.PtrValued) // want `shows the card number`
	s.Infow("card", "k", v.ValuedList) // want `shows the card number`
	s.Infow("card", "k", v.Zeroed)     // want `shows the card number`
	s.Infow("card", "k", &v.Zeroed)    // want `shows the card number`
	s.Infow("card", "k", v.Zapped)
	s.Infow("card", "k", &v.Zapped)
	s.Infow("card", "k", v.Logged) // want `shows the card number`
	s.Infow("card", "k", v.Erring)
	s.Infow("card", "k", &v.Erring)
	s.Infow("card", "k", v.Formatted) // want `shows the card number`
	s.Infow("card", "k", v.Gone)      // want `shows the card number`
	s.Infow("card", "k", v.Tagged)
	s.Info("card", v.Card)  // want `shows the card number`
	s.Info("card", &v.Card) // want `shows the card number`
	s.Info("card", v.Order)
	s.Info("card", v.Cards) // want `shows the card number`
	s.Info("card", v.Pointers)
	s.Info("card", v.ByName) // want `shows the card number`
	s.Info("card", v.Strung)
	s.Info("card", &v.Strung)
	s.Info("card", v.Trip)
	s.Info("card", v.Strungs)
	s.Info("card", v.PtrStrung) // want `shows the card number`
	s.Info("card", &v.PtrStrung)
	s.Info("card", v.JSONed)     // want `shows the card number`
	s.Info("card", &v.JSONed)    // want `shows the card number`
	s.Info("card", v.PtrJSONed)  // want `shows the card number`
	s.Info("card", &v.PtrJSONed) // want `shows the card number`
	s.Info("card", v.Texted)     // want `shows the card number`
	s.Info("card", v.Valued)     // want `shows the card number`
	s.Info("card", &v.Valued)    // want `shows the card number`
	s.Info("card", v.PtrValued)  // want `shows the card number`
	s.Info("card", &v.PtrValued) // want `shows the card number`
	s.Info("card", v.ValuedList) // want `shows the card number`
	s.Info("card", v.Zeroed)     // want `shows the card number`
	s.Info("card", &v.Zeroed)    // want `shows the card number`
	s.Info("card", v.Zapped)     // want `shows the card number`
	s.Info("card", &v.Zapped)    // want `shows the card number`
	s.Info("card", v.Logged)     // want `shows the card number`
	s.Info("card", v.Erring)
	s.Info("card", &v.Erring)
	s.Info("card", v.Formatted)
	s.Info("card", v.Gone)   // want `shows the card number`
	s.Info("card", v.Tagged) // want `shows the card number`
}
