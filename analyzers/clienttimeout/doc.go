// Package clienttimeout defines an analyzer of calls that can wait for ever.
//
// # Analyzer clienttimeout
//
// clienttimeout: report HTTP clients that let a call of the Aurora API wait for ever
//
// A client without a timeout waits as long as the server keeps the connection
// open. The order hangs, and so does the goroutine:
//
//	hc := &http.Client{} // this client sends GET …/v2/transactions without a timeout; a silent server holds the caller for ever
//
// Give the client a timeout (the go-live guide asks for 30 seconds), or the
// request a context with a deadline:
//
//	hc := &http.Client{Timeout: 30 * time.Second}
//
// Reported: http.Get and its kin, http.DefaultClient, clients without a Timeout,
// with a zero one, or with one that is a number of nanoseconds by a forgotten
// unit, and the unbounded defaults of the client libraries, when a call of the
// API goes through them and no deadline is on its context. The finding stands
// where the client is made, once, also when only the methods of a service send by
// it, in another package, where nobody in view calls them: they serve requests. So is
// one that an exported function makes for those who give it to functions of its package. A
// constructor of another package that takes a timeout and is given none is reported
// where it is called. A bare number such as Timeout: 30 in a literal has a fix that
// gives it its unit.
//
// Not reported: a timeout that is set later, in an option or in a constructor; a
// context with a deadline on the way, also that of an inbound request which the
// package serves behind http.TimeoutHandler or a router's timeout; a client that
// the caller gives, which is judged where it is made; clients of other hosts
// (-clienttimeout.all reports them too, when a request goes through them in view).
//
// To silence a finding, say why on its line or the line above:
//
//	//auroravet:ignore clienttimeout the supervisor kills the job after a minute
package clienttimeout

import _ "embed"

//go:embed doc.go
var doc string
