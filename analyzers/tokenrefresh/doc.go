// Package tokenrefresh defines an analyzer of access tokens that are kept for too long.
//
// # Analyzer tokenrefresh
//
// tokenrefresh: report access tokens of the Aurora API that are kept and never renewed
//
// An access token of the API is good for some minutes; its answer says for how many. A
// program that fetches one when it starts works in every test, and fails on the
// first quiet afternoon:
//
//	tok, err := login(ctx)
//	// …
//	return &Client{token: tok.AccessToken}, nil // Client.token keeps an access token that is fetched once; …
//
// Keep the time of its end beside the token and fetch another one before it, and once more
// when the API answers 401. The oauth2 module does so by itself:
//
//	cc := clientcredentials.Config{ClientID: id, ClientSecret: secret, TokenURL: oauthURL}
//	hc := cc.Client(ctx)
//
// Reported: a token that is fetched from the API's token endpoint, or that a function or interface
// returns which the package was given, and kept in a variable of the package, in a field, in a map
// or a cache that drops nothing, by a function value that has it, also of an option or around a
// transport, or a variable that one captures, by sync.Once or sync.OnceValue, or in a client that
// sends it with each request, itself or by a function that it
// was given for that, when the package neither reads its expiry or its age nor fetches another one
// on a timer or after an answer of 401 (code that runs while there is none, or once, fetches no
// other); a token that is fetched before a loop which goes on by the clock until it is stopped;
// oauth2.StaticTokenSource for the API, and a token without Expiry, or a source of such, where the
// oauth2 module keeps it. The finding stands where the token is stored, or fetched for a loop.
//
// Not reported: a token for one call; one that is fetched before each use; one whose expiry is
// asked for somewhere, as the answer or the token itself tells it; one beside a time that is set
// with it and asked for before it is used; one in a cache that drops it in time; one that a method
// sets to what it is given, or that a function named for it renews or forgets; one that is given to
// other packages with its expiry, by a type with a method that replaces it; the token sources of
// the oauth2 module; tokens of other services.
//
// To silence a finding, say why on its line or the line above:
//
//	//auroravet:ignore tokenrefresh the job ends after a minute
package tokenrefresh

import _ "embed"

//go:embed doc.go
var doc string
