// Package yard has the types that all layers share.
package yard

import "errors"

// ErrLater says nothing of its cause.
var ErrLater = errors.New("please come back later")

// Refused is what a provider said when it refused something.
type Refused struct {
	Status  int
	Message string
}

func (r *Refused) Error() string { return "refused: " + r.Message }
