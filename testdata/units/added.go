package units

import "net/http"

func added() (*http.Response, error) {
	c := &http.Client{Timeout: 10} // want `a forgotten unit`
	return c.Get("https://api.flute.com/v2/terminals")
}
