// Package idempotencykey defines an analyzer of payment calls that can be repeated
// without the server noticing.
//
// # Analyzer idempotencykey
//
// idempotencykey: report calls of the Aurora API that change something and leave without a good idempotency key
//
// When an answer is lost the caller tries again, and without a key the API takes
// the second request for a new payment:
//
//	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+"/pay-api/v1/transactions/capture", body)
//	// POST …/pay-api/v1/transactions/capture leaves without an idempotency key; a repeated request moves the money twice
//
// A key is an Idempotency-Key or X-Idempotency-Key header, or the referenceId
// of a body whose endpoint has one, made once for each payment:
//
//	req.Header.Set("Idempotency-Key", "capture-"+order.ID)
//
// The analyzer follows the request through wrappers, options, transports and
// packages. It reports a key that is missing, on every path or on some; empty;
// the same for every request; another one for each attempt of a retry; or made
// of clock time or a small random number alone. A body that is passed on unread,
// and that no function of the package gives, counts as one without a referenceId.
// A service that makes the key and hands it to an interface, in a loop or a function
// literal, is reported when the package is looked at that gives it what calls the API.
//
// Not reported: reads, the token endpoint, receipts and other calls that change
// nothing; calls of other hosts; a key that a caller gives, which is judged at
// the caller.
//
// Flags: -idempotencykey.header-only refuses the referenceId of a body;
// -idempotency-headers and -idempotency-fields add names of keys.
//
// To silence a finding, say why on its line or the line above:
//
//	//auroravet:ignore idempotencykey the gateway in front adds the key
package idempotencykey

import _ "embed"

//go:embed doc.go
var doc string
