// Package rawcard defines an analyzer of raw card data in requests.
//
// # Analyzer rawcard
//
// rawcard: note where card numbers and security codes are sent or received (with -rawcard.on)
//
// A program that gets a card number or a security code, or sends one, is in the scope of a
// full PCI DSS assessment, and so is what stands between it and the cardholder:
//
//	err := c.post(ctx, "/pay-api/v1/transactions/sale", map[string]string{"accountNumber": card.Number, "securityCode": card.CVV})
//	// c.post puts the card number and security code into a request; the program and all behind it come under PCI DSS
//
// With the hosted fields of the Elements script the browser hands the card to the API, and
// the program sees a payment method alone:
//
//	err := c.post(ctx, "/pay-api/v1/transactions/sale", map[string]string{"paymentMethodId": in.PaymentMethodID})
//
// It is a note and no fault, since some businesses take orders by telephone or mail: it is
// printed only with -rawcard.on. Reported are the bodies of requests that hold the card
// (JSON, forms, text, of net/http and other clients, through pipes, wrappers and generated code),
// and inbound requests that are decoded into a type with such a field or asked for it by
// its key, with net/http and web frameworks.
//
// Not reported: tokens, masked numbers, the last four digits, expiry dates alone, bank
// accounts, a field that is only compared to see that it is empty, and answers.
//
// To silence a note, say why on its line or the line above:
//
//	//auroravet:ignore rawcard the order desk is assessed with SAQ D
package rawcard

import _ "embed"

//go:embed doc.go
var doc string
