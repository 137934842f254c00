// Package insecuretransport defines an analyzer of connections to the Aurora API that
// others can read or take over.
//
// # Analyzer insecuretransport
//
// insecuretransport: report calls of the Aurora API that are not protected by TLS
//
// The access token and the payment go over networks that are not yours. Who stands
// there reads them when they are not encrypted, and answers in the server's place when
// its certificate is not verified:
//
//	tr := &http.Transport{
//		TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, // InsecureSkipVerify turns off the verification of certificates for POST …/v2/transactions; …
//	}
//
// So does an address for plain http, wherever it is kept:
//
//	const auroraBase = "http://api.flute.com" // a plain http address of api.flute.com is fixed in the program; …
//
// Use https and the verification that net/http does anyway. A server with a
// certificate of a private authority is known by it:
//
//	tls.Config{RootCAs: pool}
//
// Reported: addresses of the API for plain http, also as a default, in a struct tag or an
// embedded file, or put together from a scheme and a host; on a client that makes calls of the
// API, is made for those who give it to functions that do, fits a service of its package that does,
// or is returned with the API's address as its base, and on a reverse proxy in front of the API, InsecureSkipVerify, MinVersion
// or MaxVersion below TLS 1.2, a DialTLS that connects without verifying, a VerifyPeerCertificate
// or VerifyConnection in place of the verification that accepts all, or looks at no more than how
// many certificates there are, their names and their times, and what the libraries have for the
// same. The finding stands where the setting is made, also in an option that the package has for
// others, unless its name says what it gives up.
//
// Not reported: clients that make no call of the API; settings that are decided at run
// time, by a value, a switch for them or the name of an environment (true on a path that is taken
// for another reason is reported); InsecureSkipVerify beside a function that verifies; guards that look for
// http:// to refuse it; loopback addresses and other hosts.
//
// To silence a finding, say why on its line or the line above:
//
//	//auroravet:ignore insecuretransport the sidecar on this address encrypts
package insecuretransport

import _ "embed"

//go:embed doc.go
var doc string
