// Package holders wraps the credentials of Flute in types of its own.
package holders

const host = "https://api.flute.com"

// Secret hides what it holds from logs.
type Secret[T any] struct{ Value T }

// String shows nothing.
func (Secret[T]) String() string { return "***" }

type plainSecret struct{ Value string }

// Masked hides it, too.
type Masked[T any] struct{ value T }

// Mask makes one.
func Mask[T any](v T) Masked[T] { return Masked[T]{v} }

type config struct {
	Host         string
	ClientID     Secret[string]
	ClientSecret Secret[string]
	Label        Secret[string]
	Token        Masked[string]
}

var standard = config{
	Host:         host,
	ClientSecret: Secret[string]{Value: "hunter2hunter2"}, // want `is written in the source`
	Label:        Secret[string]{Value: "standard-shop"},
}

var clientSecret = Secret[string]{"hunter2hunter4"} // want `is written in the source`

var accessToken = &plainSecret{Value: "9623e488dab96513023b935b"} // want `is written in the source`

var label = Secret[string]{"standard-shop"}

type pair struct{ name, value string }

var clientSecretPair = pair{"shop", "standard-shop-2"}

var given = config{ClientSecret: Secret[string]{Value: load("flute_client_secret")}}

func load(name string) string { return name[:0] }
