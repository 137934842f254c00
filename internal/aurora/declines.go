package aurora

import "slices"

// declineWords are the words by which an answer tells of a decline, or of a payment that failed.
var declineWords = []string{"declined", "decline", "denied", "refused", "rejected"}

// Decline says whether a text of an answer tells of a decline.
func Decline(text string) bool {
	return slices.ContainsFunc(Words(text), func(w string) bool { return slices.Contains(declineWords, w) })
}
