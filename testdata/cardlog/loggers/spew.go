package loggers

import (
	"log"

	"github.com/davecgh/go-spew/spew"
)

// spewValues prints with spew.
func spewValues(v values) {
	spew.Dump(v.Card)     // want `shows the card number`
	spew.Dump(&v.Card)    // want `shows the card number`
	spew.Dump(v.Order)    // want `shows the card number`
	spew.Dump(v.Cards)    // want `shows the card number`
	spew.Dump(v.Pointers) // want `shows the card number`
	spew.Dump(v.ByName)   // want `shows the card number`
	spew.Dump(v.Strung)
	spew.Dump(&v.Strung)
	spew.Dump(v.Trip)
	spew.Dump(v.Strungs)
	spew.Dump(v.PtrStrung)
	spew.Dump(&v.PtrStrung)
	spew.Dump(v.JSONed)     // want `shows the card number`
	spew.Dump(&v.JSONed)    // want `shows the card number`
	spew.Dump(v.PtrJSONed)  // want `shows the card number`
	spew.Dump(&v.PtrJSONed) // want `shows the card number`
	spew.Dump(v.Texted)     // want `shows the card number`
	spew.Dump(v.Valued)     // want `shows the card number`
	spew.Dump(&v.Valued)    // want `shows the card number`
	spew.Dump(v.PtrValued)  // want `shows the card number`
	spew.Dump(&v.PtrValued) // want `shows the card number`
	spew.Dump(v.ValuedList) // want `shows the card number`
	spew.Dump(v.Zeroed)     // want `shows the card number`
	spew.Dump(&v.Zeroed)    // want `shows the card number`
	spew.Dump(v.Zapped)     // want `shows the card number`
	spew.Dump(&v.Zapped)    // want `shows the card number`
	spew.Dump(v.Logged)     // want `shows the card number`
	spew.Dump(v.Erring)
	spew.Dump(&v.Erring)
	spew.Dump(v.Formatted)        // want `shows the card number`
	spew.Dump(v.Gone)             // want `shows the card number`
	spew.Dump(v.Tagged)           // want `shows the card number`
	spew.Printf("%v", v.Card)     // want `shows the card number`
	spew.Printf("%v", &v.Card)    // want `shows the card number`
	spew.Printf("%v", v.Order)    // want `shows the card number`
	spew.Printf("%v", v.Cards)    // want `shows the card number`
	spew.Printf("%v", v.Pointers) // want `shows the card number`
	spew.Printf("%v", v.ByName)   // want `shows the card number`
	spew.Printf("%v", v.Strung)
	spew.Printf("%v", &v.Strung)
	spew.Printf("%v", v.Trip)
	spew.Printf("%v", v.Strungs)
	spew.Printf("%v", v.PtrStrung)
	spew.Printf("%v", &v.PtrStrung)
	spew.Printf("%v", v.JSONed)     // want `shows the card number`
	spew.Printf("%v", &v.JSONed)    // want `shows the card number`
	spew.Printf("%v", v.PtrJSONed)  // want `shows the card number`
	spew.Printf("%v", &v.PtrJSONed) // want `shows the card number`
	spew.Printf("%v", v.Texted)     // want `shows the card number`
	spew.Printf("%v", v.Valued)     // want `shows the card number`
	spew.Printf("%v", &v.Valued)    // want `shows the card number`
	spew.Printf("%v", v.PtrValued)  // want `shows the card number`
	spew.Printf("%v", &v.PtrValued) // want `shows the card number`
	spew.Printf("%v", v.ValuedList) // want `shows the card number`
	spew.Printf("%v", v.Zeroed)     // want `shows the card number`
	spew.Printf("%v", &v.Zeroed)    // want `shows the card number`
	spew.Printf("%v", v.Zapped)     // want `shows the card number`
	spew.Printf("%v", &v.Zapped)    // want `shows the card number`
	spew.Printf("%v", v.Logged)     // want `shows the card number`
	spew.Printf("%v", v.Erring)
	spew.Printf("%v", &v.Erring)
	spew.Printf("%v", v.Formatted) // want `shows the card number`
	spew.Printf("%v", v.Gone)      // want `shows the card number`
	spew.Printf("%v", v.Tagged)    // want `shows the card number`
}

var (
	withMethods    = spew.ConfigState{Indent: " "}
	withoutMethods = &spew.ConfigState{Indent: " ", DisableMethods: true}
)

// spewStates prints with settings.
func spewStates(v values) {
	withMethods.Dump(v.Strung)
	withoutMethods.Dump(v.Strung)             // want `shows the card number`
	log.Print(withoutMethods.Sdump(v.Strung)) // want `shows the card number`
	local := spew.ConfigState{DisableMethods: true}
	local.Printf("%v", v.Strung) // want `shows the card number`
	local.DisableMethods = false
	local.Printf("%v", v.Strung)
	spew.NewDefaultConfig().Dump(v.Strung)
}
