// Package flute has the errors of the payment API.
package flute

// Error is what the API answers when something fails.
type Error struct {
	Status    int    `json:"statusCode"`
	ErrorCode string `json:"errorCode"`
	Title     string `json:"title"`
}

func (e *Error) Error() string { return e.ErrorCode + " " + e.Title }

// Text is what customers may read.
func (e *Error) Text() string {
	if e.ErrorCode == "P0000" {
		return "your bank refused the payment"
	}
	return "please try again"
}
