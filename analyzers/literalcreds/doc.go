// Package literalcreds defines an analyzer of the credentials that a program writes in
// its source.
//
// # Analyzer literalcreds
//
// literalcreds: report credentials of the Aurora API that are written in the source
//
// Whoever can read the repository, or the strings of the binary, can then charge and
// refund cards as the merchant, and the secret cannot be changed without a release:
//
//	cfg := clientcredentials.Config{
//		ClientID:     os.Getenv("AURORA_CLIENT_ID"),
//		ClientSecret: "KkNK8eq7aSLflWoYB3OoIoTsOM08KstL", // ClientSecret is written in the source (32 characters); …
//		TokenURL:     auroraTokenURL,
//	}
//
// A string literal, whole, put together or decoded, counts where it reaches a name
// such as clientSecret, password, token or apiKey, a library function that takes a
// credential, an Authorization header, the key of an HMAC, a form, JSON or KEY=value
// text, the default of a setting, a flag or a struct tag, or a file that the package
// embeds; and a client ID beside its literal secret. This is so in code that shows
// that it is about Aurora. Elsewhere only a value that no person would make up counts
// under such a name. The form of some values tells anywhere: a JWT, a private key.
//
// Right is to read the secret when the program runs:
//
//	secret := os.Getenv("AURORA_CLIENT_SECRET")
//	if secret == "" {
//		return errors.New("AURORA_CLIENT_SECRET is not set")
//	}
//
// The value itself is never shown. Not reported: placeholders ("your-client-secret",
// "changeme", "${SECRET}"), names of things (a header, an environment variable, a
// path, a token URL), messages, constants of an enumeration, UUIDs and hashes that no
// secret name holds; test code, unless -tests is on.
//
// A value that is public although its name says otherwise:
//
//	//auroravet:ignore literalcreds the key of the vendor's public demo
package literalcreds

import _ "embed"

//go:embed doc.go
var doc string
