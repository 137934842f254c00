package loggers

import (
	"k8s.io/klog/v2"
)

// klogValues prints with klog.
func klogValues(v values) {
	klog.InfoS("card", "k", v.Card)     // want `shows the card number`
	klog.InfoS("card", "k", &v.Card)    // want `shows the card number`
	klog.InfoS("card", "k", v.Order)    // want `shows the card number`
	klog.InfoS("card", "k", v.Cards)    // want `shows the card number`
	klog.InfoS("card", "k", v.Pointers) // want `shows the card number`
	klog.InfoS("card", "k", v.ByName)   // want `shows the card number`
	klog.InfoS("card", "k", v.Strung)
	klog.InfoS("card", "k", &v.Strung)
	klog.InfoS("card", "k", v.Trip)      // want `shows the card number`
	klog.InfoS("card", "k", v.Strungs)   // want `shows the card number`
	klog.InfoS("card", "k", v.PtrStrung) // want `shows the card number`
	klog.InfoS("card", "k", &v.PtrStrung)
	klog.InfoS("card", "k", v.JSONed)
	klog.InfoS("card", "k", &v.JSONed)
	klog.InfoS("card", "k", v.PtrJSONed) // want `shows the card number`
	klog.InfoS("card", "k", &v.PtrJSONed)
	klog.InfoS("card", "k", v.Texted)
	klog.InfoS("card", "k", v.Valued)
	klog.InfoS("card", "k", &v.Valued)
	klog.InfoS("card", "k", v.PtrValued) // want `shows the card number`
	klog.InfoS("card", "k", &v.PtrValued)
	klog.InfoS("card", "k", v.ValuedList) // want `shows the card number`
	klog.InfoS("card", "k", v.Zeroed)     // want `shows the card number`
	klog.InfoS("card", "k", &v.Zeroed)    // want `shows the card number`
	klog.InfoS("card", "k", v.Zapped)     // want `shows the card number`
	klog.InfoS("card", "k", &v.Zapped)    // want `shows the card number`
	klog.InfoS("card", "k", v.Logged)
	klog.InfoS("card", "k", v.Erring)
	klog.InfoS("card", "k", &v.Erring)
	klog.InfoS("card", "k", v.Formatted) // want `shows the card number`
	klog.InfoS("card", "k", v.Gone)      // want `shows the card number`
	klog.InfoS("card", "k", v.Tagged)
	klog.Info(v.Card)  // want `shows the card number`
	klog.Info(&v.Card) // want `shows the card number`
	klog.Info(v.Order)
	klog.Info(v.Cards) // want `shows the card number`
	klog.Info(v.Pointers)
	klog.Info(v.ByName) // want `shows the card number`
	klog.Info(v.Strung)
	klog.Info(&v.Strung)
	klog.Info(v.Trip)
	klog.Info(v.Strungs)
	klog.Info(v.PtrStrung) // want `shows the card number`
	klog.Info(&v.PtrStrung)
	klog.Info(v.JSONed)     // want `shows the card number`
	klog.Info(&v.JSONed)    // want `shows the card number`
	klog.Info(v.PtrJSONed)  // want `shows the card number`
	klog.Info(&v.PtrJSONed) // want `shows the card number`
	klog.Info(v.Texted)     // want `shows the card number`
	klog.Info(v.Valued)     // want `shows the card number`
	klog.Info(&v.Valued)    // want `shows the card number`
	klog.Info(v.PtrValued)  // want `shows the card number`
	klog.Info(&v.PtrValued) // want `shows the card number`
	klog.Info(v.ValuedList) // want `shows the card number`
	klog.Info(v.Zeroed)     // want `shows the card number`
	klog.Info(&v.Zeroed)    // want `shows the card number`
	klog.Info(v.Zapped)     // want `shows the card number`
	klog.Info(&v.Zapped)    // want `shows the card number`
	klog.Info(v.Logged)     // want `shows the card number`
	klog.Info(v.Erring)
	klog.Info(&v.Erring)
	klog.Info(v.Formatted)
	klog.Info(v.Gone)   // want `shows the card number`
	klog.Info(v.Tagged) // want `shows the card number`
}
