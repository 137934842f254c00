// Package retrypolicy defines an analyzer of retries that make an outage worse or
// repeat what has been refused.
//
// # Analyzer retrypolicy
//
// retrypolicy: report retries of Aurora calls that are endless, too dense, too many or of refusals
//
// The go-live guide asks for three retries with exponential backoff. A retry with
// a fixed wait has all clients of a failing API come back at once, one without an
// end keeps them there, and a declined payment is declined again:
//
//	time.Sleep(time.Second) // the retry of POST …/pay-api/v1/transactions/sale waits the same time before each attempt; …
//
// Wait longer each time, count the attempts, and give up at once when the answer
// is a refusal:
//
//	time.Sleep(time.Second << attempt)
//
// Reported: a loop, a function that calls itself, a retry library or a client
// with retries of its own that sends a call of the API again after a failure, and
// that has no end; does not wait between attempts, or always waits the same time;
// makes more than -retrypolicy.max attempts in all (5), given or by the library's
// default; or repeats on a decline or on a 4xx answer other than 408, 409, 425 and
// 429. A client that is made for other packages counts when functions of its package
// take one, or when it has the API's address; a transport around another one, when the
// constructor of a service of its package takes it. The finding stands at what is repeated,
// or where the policy of a library, the number of attempts or the function that decides
// is given. A service that repeats what an interface does is reported when the package is
// looked at that gives it what calls the API.
//
// Not reported: polling for a result, paging, one call for each item, workers that
// go on whatever the answer is; one repeat after a 401 with a fresh token; a token that
// is refused in the retry of another call; a loop that ends with its context; a wait or
// a condition that is not known.
//
// To silence a finding, say why on its line or the line above:
//
//	//auroravet:ignore retrypolicy the terminal waits for the customer
package retrypolicy

import _ "embed"

//go:embed doc.go
var doc string
