// Package cards is what another package offers to hide card numbers.
package cards

// Mask hides all but the last four digits.
func Mask(pan string) string {
	if len(pan) < 4 {
		return "****"
	}
	return "****" + pan[len(pan)-4:]
}

// LastFour returns the last four digits.
func LastFour(pan string) string {
	if n := len(pan); n > 4 {
		return pan[n-4:]
	}
	return pan
}

// Brand tells the network.
func Brand(pan string) string {
	if pan != "" && pan[0] == '4' {
		return "visa"
	}
	return "other"
}

// Transform has a name that says nothing.
func Transform(s string) string { return s + "!" }
