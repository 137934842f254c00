package loggers

import (
	"github.com/golang/glog"
)

// glogValues prints with glog, which prints as package log.
func glogValues(v values) {
	glog.Infoln(v.Card)  // want `shows the card number`
	glog.Infoln(&v.Card) // want `shows the card number`
	glog.Infoln(v.Order)
	glog.Infoln(v.Cards) // want `shows the card number`
	glog.Infoln(v.Pointers)
	glog.Infoln(v.ByName) // want `shows the card number`
	glog.Infoln(v.Strung)
	glog.Infoln(&v.Strung)
	glog.Infoln(v.Trip)
	glog.Infoln(v.Strungs)
	glog.Infoln(v.PtrStrung) // want `shows the card number`
	glog.Infoln(&v.PtrStrung)
	glog.Infoln(v.JSONed)     // want `shows the card number`
	glog.Infoln(&v.JSONed)    // want `shows the card number`
	glog.Infoln(v.PtrJSONed)  // want `shows the card number`
	glog.Infoln(&v.PtrJSONed) // want `shows the card number`
	glog.Infoln(v.Texted)     // want `shows the card number`
	glog.Infoln(v.Valued)     // want `shows the card number`
	glog.Infoln(&v.Valued)    // want `shows the card number`
	glog.Infoln(v.PtrValued)  // want `shows the card number`
	glog.Infoln(&v.PtrValued) // want `shows the card number`
	glog.Infoln(v.ValuedList) // want `shows the card number`
	glog.Infoln(v.Zeroed)     // want `shows the card number`
	glog.Infoln(&v.Zeroed)    // want `shows the card number`
	glog.Infoln(v.Zapped)     // want `shows the card number`
	glog.Infoln(&v.Zapped)    // want `shows the card number`
	glog.Infoln(v.Logged)     // want `shows the card number`
	glog.Infoln(v.Erring)
	glog.Infoln(&v.Erring)
	glog.Infoln(v.Formatted)
	glog.Infoln(v.Gone)   // want `shows the card number`
	glog.Infoln(v.Tagged) // want `shows the card number`
}
