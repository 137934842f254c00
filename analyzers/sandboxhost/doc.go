// Package sandboxhost defines an analyzer of the sandbox hosts of the Aurora API that
// a program is bound to.
//
// # Analyzer sandboxhost
//
// sandboxhost: report sandbox hosts that are fixed in the program
//
// The sandbox takes test cards and moves no money. A program that goes live with a
// sandbox address in it answers its customers that they have paid, and nobody is paid:
//
//	const auroraBase = "https://api.uat.arise.risewithaurora.com" // sandbox host api.uat.arise.risewithaurora.com is fixed in the program; …
//
// Wherever the host stands it counts: in one literal or put together from several, in
// a url.URL, in a page, a script or a content security policy, in a struct tag or a
// file that the package embeds. So does a default, since that is what a deployment
// gets that forgot the setting:
//
//	base := getenv("AURORA_BASE_URL", "https://sandbox.api.flute.com") // sandbox host sandbox.api.flute.com is the default; …
//
// A production host in one configuration value with a sandbox token host, or the other
// way round, is reported too: each refuses the tokens of the other.
//
// Right is a choice at run time that refuses what it does not know:
//
//	const (
//		ProductionURL = "https://api.flute.com"
//		SandboxURL    = "https://sandbox.api.flute.com"
//	)
//
//	func baseURL(env string) (string, error) {
//		switch env {
//		case "production":
//			return ProductionURL, nil
//		case "sandbox":
//			return SandboxURL, nil
//		}
//		return "", fmt.Errorf("unknown environment %q", env)
//	}
//
// Not reported: such a choice and the constants, variables, options and functions that
// it uses, until one of them is used unconditionally; embedded files of which one is
// chosen by a name at run time, beside one for production; a comparison or guard; text for
// people; documentation hosts; comments; test code, unless -tests is on. With
// -sandboxhost.strict every literal that names a sandbox host is reported.
//
// A program that is for the sandbox alone says so where it names the host:
//
//	//auroravet:ignore sandboxhost this command seeds the sandbox
package sandboxhost

import _ "embed"

//go:embed doc.go
var doc string
