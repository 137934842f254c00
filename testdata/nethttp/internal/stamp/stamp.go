// Package stamp puts headers on finished requests.
package stamp

import "net/http"

// Idem stamps the key.
func Idem(r *http.Request, key string) *http.Request {
	r.Header.Set("Idempotency-Key", key)
	return r
}

// Agent stamps who we are.
func Agent(r *http.Request, name string) *http.Request {
	r.Header.Set("User-Agent", name)
	return r
}

// All stamps what every request gets, and a key when there is one.
func All(r *http.Request, name, key string) {
	r.Header.Set("User-Agent", name)
	if key == "" {
		return
	}
	r.Header.Set("Idempotency-Key", key)
}
