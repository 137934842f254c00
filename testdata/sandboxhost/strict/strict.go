// Package strict is read with -sandboxhost.strict.
package strict

const (
	liveBase = "https://api.flute.com"
	testBase = "https://sandbox.api.flute.com" // want `sandbox.api.flute.com is a sandbox host; a strict run lists them all`
)

func pick(live bool) string {
	if live {
		return liveBase
	}
	return testBase
}

func guard(host string) bool {
	return host == "uat.rwaapps.net" // want `uat.rwaapps.net is a sandbox host`
}

func composed(host string, on bool) bool {
	return on && host == "https://sandbox."+"api.flute.com" // want `sandbox.api.flute.com is a sandbox host`
}

var docs = "https://developer.uat.flute.com"

var fixed = "https://api.uat.arise.risewithaurora.com" // want `sandbox host api.uat.arise.risewithaurora.com is fixed`
