package loggers

import (
	"log"
)

// stdValues prints with log.Logger and fmt.
func stdValues(l *log.Logger, v values) {
	l.Println(v.Card)  // want `shows the card number`
	l.Println(&v.Card) // want `shows the card number`
	l.Println(v.Order)
	l.Println(v.Cards) // want `shows the card number`
	l.Println(v.Pointers)
	l.Println(v.ByName) // want `shows the card number`
	l.Println(v.Strung)
	l.Println(&v.Strung)
	l.Println(v.Trip)
	l.Println(v.Strungs)
	l.Println(v.PtrStrung) // want `shows the card number`
	l.Println(&v.PtrStrung)
	l.Println(v.JSONed)     // want `shows the card number`
	l.Println(&v.JSONed)    // want `shows the card number`
	l.Println(v.PtrJSONed)  // want `shows the card number`
	l.Println(&v.PtrJSONed) // want `shows the card number`
	l.Println(v.Texted)     // want `shows the card number`
	l.Println(v.Valued)     // want `shows the card number`
	l.Println(&v.Valued)    // want `shows the card number`
	l.Println(v.PtrValued)  // want `shows the card number`
	l.Println(&v.PtrValued) // want `shows the card number`
	l.Println(v.ValuedList) // want `shows the card number`
	l.Println(v.Zeroed)     // want `shows the card number`
	l.Println(&v.Zeroed)    // want `shows the card number`
	l.Println(v.Zapped)     // want `shows the card number`
	l.Println(&v.Zapped)    // want `shows the card number`
	l.Println(v.Logged)     // want `shows the card number`
	l.Println(v.Erring)
	l.Println(&v.Erring)
	l.Println(v.Formatted)
	l.Println(v.Gone)        // want `shows the card number`
	l.Println(v.Tagged)      // want `shows the card number`
	l.Printf("%+v", v.Card)  // want `shows the card number`
	l.Printf("%+v", &v.Card) // want `shows the card number`
	l.Printf("%+v", v.Order)
	l.Printf("%+v", v.Cards) // want `shows the card number`
	l.Printf("%+v", v.Pointers)
	l.Printf("%+v", v.ByName) // want `shows the card number`
	l.Printf("%+v", v.Strung)
	l.Printf("%+v", &v.Strung)
	l.Printf("%+v", v.Trip)
	l.Printf("%+v", v.Strungs)
	l.Printf("%+v", v.PtrStrung) // want `shows the card number`
	l.Printf("%+v", &v.PtrStrung)
	l.Printf("%+v", v.JSONed)     // want `shows the card number`
	l.Printf("%+v", &v.JSONed)    // want `shows the card number`
	l.Printf("%+v", v.PtrJSONed)  // want `shows the card number`
	l.Printf("%+v", &v.PtrJSONed) // want `shows the card number`
	l.Printf("%+v", v.Texted)     // want `shows the card number`
	l.Printf("%+v", v.Valued)     // want `shows the card number`
	l.Printf("%+v", &v.Valued)    // want `shows the card number`
	l.Printf("%+v", v.PtrValued)  // want `shows the card number`
	l.Printf("%+v", &v.PtrValued) // want `shows the card number`
	l.Printf("%+v", v.ValuedList) // want `shows the card number`
	l.Printf("%+v", v.Zeroed)     // want `shows the card number`
	l.Printf("%+v", &v.Zeroed)    // want `shows the card number`
	l.Printf("%+v", v.Zapped)     // want `shows the card number`
	l.Printf("%+v", &v.Zapped)    // want `shows the card number`
	l.Printf("%+v", v.Logged)     // want `shows the card number`
	l.Printf("%+v", v.Erring)
	l.Printf("%+v", &v.Erring)
	l.Printf("%+v", v.Formatted)
	l.Printf("%+v", v.Gone)   // want `shows the card number`
	l.Printf("%+v", v.Tagged) // want `shows the card number`
	l.Printf("%#v", v.Card)   // want `shows the card number`
	l.Printf("%#v", &v.Card)  // want `shows the card number`
	l.Printf("%#v", v.Order)
	l.Printf("%#v", v.Cards) // want `shows the card number`
	l.Printf("%#v", v.Pointers)
	l.Printf("%#v", v.ByName)     // want `shows the card number`
	l.Printf("%#v", v.Strung)     // want `shows the card number`
	l.Printf("%#v", &v.Strung)    // want `shows the card number`
	l.Printf("%#v", v.Trip)       // want `shows the card number`
	l.Printf("%#v", v.Strungs)    // want `shows the card number`
	l.Printf("%#v", v.PtrStrung)  // want `shows the card number`
	l.Printf("%#v", &v.PtrStrung) // want `shows the card number`
	l.Printf("%#v", v.JSONed)     // want `shows the card number`
	l.Printf("%#v", &v.JSONed)    // want `shows the card number`
	l.Printf("%#v", v.PtrJSONed)  // want `shows the card number`
	l.Printf("%#v", &v.PtrJSONed) // want `shows the card number`
	l.Printf("%#v", v.Texted)     // want `shows the card number`
	l.Printf("%#v", v.Valued)     // want `shows the card number`
	l.Printf("%#v", &v.Valued)    // want `shows the card number`
	l.Printf("%#v", v.PtrValued)  // want `shows the card number`
	l.Printf("%#v", &v.PtrValued) // want `shows the card number`
	l.Printf("%#v", v.ValuedList) // want `shows the card number`
	l.Printf("%#v", v.Zeroed)     // want `shows the card number`
	l.Printf("%#v", &v.Zeroed)    // want `shows the card number`
	l.Printf("%#v", v.Zapped)     // want `shows the card number`
	l.Printf("%#v", &v.Zapped)    // want `shows the card number`
	l.Printf("%#v", v.Logged)     // want `shows the card number`
	l.Printf("%#v", v.Erring)     // want `shows the card number`
	l.Printf("%#v", &v.Erring)    // want `shows the card number`
	l.Printf("%#v", v.Formatted)
	l.Printf("%#v", v.Gone)
	l.Printf("%#v", v.Tagged)  // want `shows the card number`
	l.Printf("%s", v.Card)     // want `shows the card number`
	l.Printf("%s", &v.Card)    // want `shows the card number`
	l.Printf("%s", v.Order)    // want `shows the card number`
	l.Printf("%s", v.Cards)    // want `shows the card number`
	l.Printf("%s", v.Pointers) // want `shows the card number`
	l.Printf("%s", v.ByName)   // want `shows the card number`
	l.Printf("%s", v.Strung)
	l.Printf("%s", &v.Strung)
	l.Printf("%s", v.Trip)
	l.Printf("%s", v.Strungs)
	l.Printf("%s", v.PtrStrung) // want `shows the card number`
	l.Printf("%s", &v.PtrStrung)
	l.Printf("%s", v.JSONed)     // want `shows the card number`
	l.Printf("%s", &v.JSONed)    // want `shows the card number`
	l.Printf("%s", v.PtrJSONed)  // want `shows the card number`
	l.Printf("%s", &v.PtrJSONed) // want `shows the card number`
	l.Printf("%s", v.Texted)     // want `shows the card number`
	l.Printf("%s", v.Valued)     // want `shows the card number`
	l.Printf("%s", &v.Valued)    // want `shows the card number`
	l.Printf("%s", v.PtrValued)  // want `shows the card number`
	l.Printf("%s", &v.PtrValued) // want `shows the card number`
	l.Printf("%s", v.ValuedList) // want `shows the card number`
	l.Printf("%s", v.Zeroed)     // want `shows the card number`
	l.Printf("%s", &v.Zeroed)    // want `shows the card number`
	l.Printf("%s", v.Zapped)     // want `shows the card number`
	l.Printf("%s", &v.Zapped)    // want `shows the card number`
	l.Printf("%s", v.Logged)     // want `shows the card number`
	l.Printf("%s", v.Erring)
	l.Printf("%s", &v.Erring)
	l.Printf("%s", v.Formatted)
	l.Printf("%s", v.Gone)   // want `shows the card number`
	l.Printf("%s", v.Tagged) // want `shows the card number`
}
