// Package webhookverify defines an analyzer of how handlers verify webhooks of the API.
//
// # Analyzer webhookverify
//
// webhookverify: report webhook handlers that do not verify the signature as they must
//
// A webhook says that a payment was made. Its header Flute-Webhook-Signature holds a code
// over the id, the time stamp and the body, made with a secret that only Aurora and the
// merchant have. Who does not verify it ships goods for events that anyone can make up:
//
//	func events(w http.ResponseWriter, r *http.Request) {
//		body, _ := io.ReadAll(r.Body)
//		want := sign(secret, r.Header.Get("Flute-Webhook-Id"), r.Header.Get("Flute-Webhook-Timestamp"), body)
//		if r.Header.Get("Flute-Webhook-Signature") != want { // the webhook signature is not compared in constant time and is accepted at any age; …
//			…
//
// Reported is a handler or middleware that reads the header and compares it with nothing
// or with a word that is the same for all events, goes on when the check has failed (as
// gin does after a refusal unless it is told to abort), checks it only when there is one,
// only where the environment has the name of the live one, or when the event is already on
// its way to a channel or a goroutine, compares it in a time that depends on it, checks it over
// JSON that was made anew instead of the body as it came, or takes a time stamp of any age, such
// as one that only has to be in the past, or whose age is looked at only where a window is set that
// nobody sets. Right is
//
//	body, err := io.ReadAll(r.Body)
//	…
//	if age := time.Since(time.Unix(sec, 0)); age > 5*time.Minute || age < -5*time.Minute {
//		…
//	}
//	mac := hmac.New(sha256.New, secret)
//	fmt.Fprintf(mac, "%s.%s.%s", id, timestamp, body)
//	if !hmac.Equal(mac.Sum(nil), got) {
//		…
//	}
//
// What verifies may be out of view, such as a method of an interface: it is trusted, but it has to be asked over the
// body as it came, and to be heeded. Otherwise the verification may stand in helpers, in other packages of the module, in the libraries of
// Standard Webhooks and Svix and in middleware in front of the handler. A middleware stands in front of
// what is registered on the router, or in the group, that uses it. One that only refuses requests without
// a signature is reported, unless the package has what verifies come after it. A handler that stores the
// signature without the body as it came is reported too, when nothing in view reads it again: nobody
// can verify it later.
//
// Not reported: a function that only gets the values, a handler that leaves the signature to
// code which is not in view or only shows it and is wired in another package, one that compares nothing
// and stands behind middleware which is not in view, such as that of an interface or a parameter, test code
// unless -tests is on, and generated files.
//
// A handler that has to do otherwise says why:
//
//	//auroravet:ignore webhookverify the gateway in front verifies
package webhookverify

import _ "embed"

//go:embed doc.go
var doc string
