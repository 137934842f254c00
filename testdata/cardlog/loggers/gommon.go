package loggers

import (
	"github.com/labstack/echo/v4"
)

// gommonValues prints with the logger of echo.
func gommonValues(e echo.Context, v values) {
	e.Logger().Info(v.Card)  // want `shows the card number`
	e.Logger().Info(&v.Card) // want `shows the card number`
	e.Logger().Info(v.Order)
	e.Logger().Info(v.Cards) // want `shows the card number`
	e.Logger().Info(v.Pointers)
	e.Logger().Info(v.ByName) // want `shows the card number`
	e.Logger().Info(v.Strung)
	e.Logger().Info(&v.Strung)
	e.Logger().Info(v.Trip)
	e.Logger().Info(v.Strungs)
	e.Logger().Info(v.PtrStrung) // want `shows the card number`
	e.Logger().Info(&v.PtrStrung)
	e.Logger().Info(v.JSONed)     // want `shows the card number`
	e.Logger().Info(&v.JSONed)    // want `shows the card number`
	e.Logger().Info(v.PtrJSONed)  // want `shows the card number`
	e.Logger().Info(&v.PtrJSONed) // want `shows the card number`
	e.Logger().Info(v.Texted)     // want `shows the card number`
	e.Logger().Info(v.Valued)     // want `shows the card number`
	e.Logger().Info(&v.Valued)    // want `shows the card number`
	e.Logger().Info(v.PtrValued)  // want `shows the card number`
	e.Logger().Info(&v.PtrValued) // want `shows the card number`
	e.Logger().Info(v.ValuedList) // want `shows the card number`
	e.Logger().Info(v.Zeroed)     // want `shows the card number`
	e.Logger().Info(&v.Zeroed)    // want `shows the card number`
	e.Logger().Info(v.Zapped)     // want `shows the card number`
	e.Logger().Info(&v.Zapped)    // want `shows the card number`
	e.Logger().Info(v.Logged)     // want `shows the card number`
	e.Logger().Info(v.Erring)
	e.Logger().Info(&v.Erring)
	e.Logger().Info(v.Formatted)
	e.Logger().Info(v.Gone)                             // want `shows the card number`
	e.Logger().Info(v.Tagged)                           // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": v.Card})       // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": &v.Card})      // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": v.Order})      // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": v.Cards})      // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": v.Pointers})   // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": v.ByName})     // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": v.Strung})     // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": &v.Strung})    // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": v.Trip})       // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": v.Strungs})    // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": v.PtrStrung})  // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": &v.PtrStrung}) // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": v.JSONed})
	e.Logger().Infoj(map[string]any{"k": &v.JSONed})
	e.Logger().Infoj(map[string]any{"k": v.PtrJSONed}) // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": &v.PtrJSONed})
	e.Logger().Infoj(map[string]any{"k": v.Texted})
	e.Logger().Infoj(map[string]any{"k": v.Valued})     // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": &v.Valued})    // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": v.PtrValued})  // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": &v.PtrValued}) // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": v.ValuedList}) // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": v.Zeroed})     // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": &v.Zeroed})    // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": v.Zapped})     // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": &v.Zapped})    // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": v.Logged})     // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": v.Erring})     // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": &v.Erring})    // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": v.Formatted})  // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": v.Gone})       // want `shows the card number`
	e.Logger().Infoj(map[string]any{"k": v.Tagged})
}
