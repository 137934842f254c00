// Package decided asks what is known when it is built.
package decided

const live = false

func decided() string {
	if live {
		return "https://api.flute.com"
	}
	return "https://sandbox.api.flute.com" // want `sandbox host sandbox.api.flute.com is fixed`
}

// The rest of a division is no setting that is missing.
func everyHundredth(i int) string {
	host := "shop.example.com"
	if i%100 == 0 {
		host = "sandbox.api.flute.com"
	}
	return host
}
