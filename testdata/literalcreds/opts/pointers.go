package opts

import "os"

type input struct {
	ClientSecret *string
	Note         *string
}

func ptr[T any](v T) *T { return &v }

func pointed() input {
	return input{ClientSecret: ptr("Vb7NqX2sKd9TzRm4LwYc"), Note: ptr("Vb7NqX2sKd9TzRm4LwYd")} // want `ClientSecret is written`
}

func made() (in input) {
	in.ClientSecret = new("Hc5WpJ8gFr3QtZn6BxVe") // want `ClientSecret is written`
	in.Note = new("Hc5WpJ8gFr3QtZn6BxVf")
	return in
}

func read() input { return input{ClientSecret: ptr(os.Getenv("FLUTE_CLIENT_SECRET"))} }
