package guards

import "net/url"

// hostError says which host was found.
type hostError struct{ got, want string }

func (e *hostError) Error() string { return "got " + e.got + ", not " + e.want }

func ensure(u *url.URL) error {
	if u.Host != "api.flute.com" {
		return &hostError{got: "sandbox.api.flute.com", want: "api.flute.com"}
	}
	return nil
}

// hostPair is no error.
type hostPair struct{ got, want string }

func pair() hostPair {
	return hostPair{got: "sandbox.api.flute.com", want: "x"} // want `sandbox.api.flute.com is fixed`
}
