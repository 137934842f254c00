// Package cardlog defines an analyzer of card data in logs.
//
// # Analyzer cardlog
//
// cardlog: report card data that reaches a log, a trace, a crash report or the text of an error
//
// A log that holds card data is in the scope of PCI DSS, and so is everything that
// stores or reads a copy of it; a security code must not be kept at all:
//
//	log.Printf("charging %+v", payment)
//	// payment shows the card number and security code in clear to log.Printf; every copy of that record comes under PCI DSS
//
// Log what tells the payment and not the card:
//
//	log.Printf("charging order %s, card ending %s", payment.Order, payment.Number[len(payment.Number)-4:])
//
// Card data is known by the name of a variable, field, key or getter, in any casing
// (cardNumber, pan, cvv, track2, pinBlock); by its type, when the way of printing
// shows such a field; and by its origin: a body that is decoded into such a type, a
// dump of the request that carries it, a card number written in the source. Common
// words (pan, pin, track1, expiry, securityCode, accountNumber) count only beside
// another card word, a track in a type named for a swipe too. The analyzer follows
// values through text, builders, encoders, maps, closures, channels, loggers of the
// program's own and packages. What a helper that takes any value writes is reported at
// its caller, and what a transport of another package writes down of requests where one
// with a card is sent with its client.
//
// Not reported: what a mask, a hash, a slice of the last four or first six digits or a
// comparison leaves; names that say so (maskedPan, last4, cvvResult); a type whose
// String, Format, LogValue, MarshalJSON or MarshalLogObject hides the card, where the
// logger asks that method; fields that the encoder leaves out; the expiry in a value
// whose number and code are masked or left out; nested pointers, which fmt prints as
// addresses; keys that a handler or hook in view redacts; responses to the client and
// files.
//
// To silence a finding, say why on its line or the line above:
//
//	//auroravet:ignore cardlog the card is one of the processor's test cards
package cardlog

import _ "embed"

//go:embed doc.go
var doc string
