package loggers

import (
	"github.com/rs/zerolog"
)

// zerologValues prints with zerolog.
func zerologValues(l *zerolog.Logger, v values) {
	l.Info().Interface("k", v.Card).Send()       // want `shows the card number`
	l.Info().Interface("k", &v.Card).Send()      // want `shows the card number`
	l.Info().Interface("k", v.Order).Send()      // want `shows the card number`
	l.Info().Interface("k", v.Cards).Send()      // want `shows the card number`
	l.Info().Interface("k", v.Pointers).Send()   // want `shows the card number`
	l.Info().Interface("k", v.ByName).Send()     // want `shows the card number`
	l.Info().Interface("k", v.Strung).Send()     // want `shows the card number`
	l.Info().Interface("k", &v.Strung).Send()    // want `shows the card number`
	l.Info().Interface("k", v.Trip).Send()       // want `shows the card number`
	l.Info().Interface("k", v.Strungs).Send()    // want `shows the card number`
	l.Info().Interface("k", v.PtrStrung).Send()  // want `shows the card number`
	l.Info().Interface("k", &v.PtrStrung).Send() // want `shows the card number`
	l.Info().Interface("k", v.JSONed).Send()
	l.Info().Interface("k", &v.JSONed).Send()
	l.Info().Interface("k", v.PtrJSONed).Send() // want `shows the card number`
	l.Info().Interface("k", &v.PtrJSONed).Send()
	l.Info().Interface("k", v.Texted).Send()
	l.Info().Interface("k", v.Valued).Send()     // want `shows the card number`
	l.Info().Interface("k", &v.Valued).Send()    // want `shows the card number`
	l.Info().Interface("k", v.PtrValued).Send()  // want `shows the card number`
	l.Info().Interface("k", &v.PtrValued).Send() // want `shows the card number`
	l.Info().Interface("k", v.ValuedList).Send() // want `shows the card number`
	l.Info().Interface("k", v.Zeroed).Send()
	l.Info().Interface("k", &v.Zeroed).Send()
	l.Info().Interface("k", v.Zapped).Send()    // want `shows the card number`
	l.Info().Interface("k", &v.Zapped).Send()   // want `shows the card number`
	l.Info().Interface("k", v.Logged).Send()    // want `shows the card number`
	l.Info().Interface("k", v.Erring).Send()    // want `shows the card number`
	l.Info().Interface("k", &v.Erring).Send()   // want `shows the card number`
	l.Info().Interface("k", v.Formatted).Send() // want `shows the card number`
	l.Info().Interface("k", v.Gone).Send()      // want `shows the card number`
	l.Info().Interface("k", v.Tagged).Send()
	l.Info().Fields(map[string]any{"k": v.Card}).Send()       // want `shows the card number`
	l.Info().Fields(map[string]any{"k": &v.Card}).Send()      // want `shows the card number`
	l.Info().Fields(map[string]any{"k": v.Order}).Send()      // want `shows the card number`
	l.Info().Fields(map[string]any{"k": v.Cards}).Send()      // want `shows the card number`
	l.Info().Fields(map[string]any{"k": v.Pointers}).Send()   // want `shows the card number`
	l.Info().Fields(map[string]any{"k": v.ByName}).Send()     // want `shows the card number`
	l.Info().Fields(map[string]any{"k": v.Strung}).Send()     // want `shows the card number`
	l.Info().Fields(map[string]any{"k": &v.Strung}).Send()    // want `shows the card number`
	l.Info().Fields(map[string]any{"k": v.Trip}).Send()       // want `shows the card number`
	l.Info().Fields(map[string]any{"k": v.Strungs}).Send()    // want `shows the card number`
	l.Info().Fields(map[string]any{"k": v.PtrStrung}).Send()  // want `shows the card number`
	l.Info().Fields(map[string]any{"k": &v.PtrStrung}).Send() // want `shows the card number`
	l.Info().Fields(map[string]any{"k": v.JSONed}).Send()
	l.Info().Fields(map[string]any{"k": &v.JSONed}).Send()
	l.Info().Fields(map[string]any{"k": v.PtrJSONed}).Send() // want `shows the card number`
	l.Info().Fields(map[string]any{"k": &v.PtrJSONed}).Send()
	l.Info().Fields(map[string]any{"k": v.Texted}).Send()
	l.Info().Fields(map[string]any{"k": v.Valued}).Send()     // want `shows the card number`
	l.Info().Fields(map[string]any{"k": &v.Valued}).Send()    // want `shows the card number`
	l.Info().Fields(map[string]any{"k": v.PtrValued}).Send()  // want `shows the card number`
	l.Info().Fields(map[string]any{"k": &v.PtrValued}).Send() // want `shows the card number`
	l.Info().Fields(map[string]any{"k": v.ValuedList}).Send() // want `shows the card number`
	l.Info().Fields(map[string]any{"k": v.Zeroed}).Send()
	l.Info().Fields(map[string]any{"k": &v.Zeroed}).Send()
	l.Info().Fields(map[string]any{"k": v.Zapped}).Send()  // want `shows the card number`
	l.Info().Fields(map[string]any{"k": &v.Zapped}).Send() // want `shows the card number`
	l.Info().Fields(map[string]any{"k": v.Logged}).Send()  // want `shows the card number`
	l.Info().Fields(map[string]any{"k": v.Erring}).Send()
	l.Info().Fields(map[string]any{"k": &v.Erring}).Send()
	l.Info().Fields(map[string]any{"k": v.Formatted}).Send() // want `shows the card number`
	l.Info().Fields(map[string]any{"k": v.Gone}).Send()      // want `shows the card number`
	l.Info().Fields(map[string]any{"k": v.Tagged}).Send()
	l.Info().Array("k", zerolog.Arr().Interface(v.Card)).Send()       // want `shows the card number`
	l.Info().Array("k", zerolog.Arr().Interface(&v.Card)).Send()      // want `shows the card number`
	l.Info().Array("k", zerolog.Arr().Interface(v.Order)).Send()      // want `shows the card number`
	l.Info().Array("k", zerolog.Arr().Interface(v.Cards)).Send()      // want `shows the card number`
	l.Info().Array("k", zerolog.Arr().Interface(v.Pointers)).Send()   // want `shows the card number`
	l.Info().Array("k", zerolog.Arr().Interface(v.ByName)).Send()     // want `shows the card number`
	l.Info().Array("k", zerolog.Arr().Interface(v.Strung)).Send()     // want `shows the card number`
	l.Info().Array("k", zerolog.Arr().Interface(&v.Strung)).Send()    // want `shows the card number`
	l.Info().Array("k", zerolog.Arr().Interface(v.Trip)).Send()       // want `shows the card number`
	l.Info().Array("k", zerolog.Arr().Interface(v.Strungs)).Send()    // want `shows the card number`
	l.Info().Array("k", zerolog.Arr().Interface(v.PtrStrung)).Send()  // want `shows the card number`
	l.Info().Array("k", zerolog.Arr().Interface(&v.PtrStrung)).Send() // want `shows the card number`
	l.Info().Array("k", zerolog.Arr().Interface(v.JSONed)).Send()
	l.Info().Array("k", zerolog.Arr().Interface(&v.JSONed)).Send()
	l.Info().Array("k", zerolog.Arr().Interface(v.PtrJSONed)).Send() // want `shows the card number`
	l.Info().Array("k", zerolog.Arr().Interface(&v.PtrJSONed)).Send()
	l.Info().Array("k", zerolog.Arr().Interface(v.Texted)).Send()
	l.Info().Array("k", zerolog.Arr().Interface(v.Valued)).Send()     // want `shows the card number`
	l.Info().Array("k", zerolog.Arr().Interface(&v.Valued)).Send()    // want `shows the card number`
	l.Info().Array("k", zerolog.Arr().Interface(v.PtrValued)).Send()  // want `shows the card number`
	l.Info().Array("k", zerolog.Arr().Interface(&v.PtrValued)).Send() // want `shows the card number`
	l.Info().Array("k", zerolog.Arr().Interface(v.ValuedList)).Send() // want `shows the card number`
	l.Info().Array("k", zerolog.Arr().Interface(v.Zeroed)).Send()
	l.Info().Array("k", zerolog.Arr().Interface(&v.Zeroed)).Send()
	l.Info().Array("k", zerolog.Arr().Interface(v.Zapped)).Send()    // want `shows the card number`
	l.Info().Array("k", zerolog.Arr().Interface(&v.Zapped)).Send()   // want `shows the card number`
	l.Info().Array("k", zerolog.Arr().Interface(v.Logged)).Send()    // want `shows the card number`
	l.Info().Array("k", zerolog.Arr().Interface(v.Erring)).Send()    // want `shows the card number`
	l.Info().Array("k", zerolog.Arr().Interface(&v.Erring)).Send()   // want `shows the card number`
	l.Info().Array("k", zerolog.Arr().Interface(v.Formatted)).Send() // want `shows the card number`
	l.Info().Array("k", zerolog.Arr().Interface(v.Gone)).Send()      // want `shows the card number`
	l.Info().Array("k", zerolog.Arr().Interface(v.Tagged)).Send()
	l.Print(v.Card)  // want `shows the card number`
	l.Print(&v.Card) // want `shows the card number`
	l.Print(v.Order)
	l.Print(v.Cards) // want `shows the card number`
	l.Print(v.Pointers)
	l.Print(v.ByName) // want `shows the card number`
	l.Print(v.Strung)
	l.Print(&v.Strung)
	l.Print(v.Trip)
	l.Print(v.Strungs)
	l.Print(v.PtrStrung) // want `shows the card number`
	l.Print(&v.PtrStrung)
	l.Print(v.JSONed)     // want `shows the card number`
	l.Print(&v.JSONed)    // want `shows the card number`
	l.Print(v.PtrJSONed)  // want `shows the card number`
	l.Print(&v.PtrJSONed) // want `shows the card number`
	l.Print(v.Texted)     // want `shows the card number`
	l.Print(v.Valued)     // want `shows the card number`
	l.Print(&v.Valued)    // want `shows the card number`
	l.Print(v.PtrValued)  // want `shows the card number`
	l.Print(&v.PtrValued) // want `shows the card number`
	l.Print(v.ValuedList) // want `shows the card number`
	l.Print(v.Zeroed)     // want `shows the card number`
	l.Print(&v.Zeroed)    // want `shows the card number`
	l.Print(v.Zapped)     // want `shows the card number`
	l.Print(&v.Zapped)    // want `shows the card number`
	l.Print(v.Logged)     // want `shows the card number`
	l.Print(v.Erring)
	l.Print(&v.Erring)
	l.Print(v.Formatted)
	l.Print(v.Gone)   // want `shows the card number`
	l.Print(v.Tagged) // want `shows the card number`
}
