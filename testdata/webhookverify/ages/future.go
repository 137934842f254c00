package ages

import (
	"fmt"
	"net/http"
	"time"
)

// Ahead refuses only what comes from the future.
func Ahead(key []byte, r *http.Request) error {
	if time.Unix(seconds(r), 0).After(time.Now().Add(window)) || !right(key, r) { // want `the webhook signature is accepted at any age`
		return errStale
	}
	return nil
}

// Until asks how long it is until then.
func Until(key []byte, r *http.Request) error {
	if ahead := time.Until(time.Unix(seconds(r), 0)); ahead > window {
		return fmt.Errorf("%s ahead", ahead)
	}
	if !right(key, r) { // want `the webhook signature is accepted at any age`
		return errStale
	}
	return nil
}

// Negative asks for a negative age.
func Negative(key []byte, r *http.Request) error {
	age := time.Since(time.Unix(seconds(r), 0))
	if age < 0 {
		return errStale
	}
	if !right(key, r) { // want `the webhook signature is accepted at any age`
		return errStale
	}
	return nil
}

// Subtracted does it with numbers.
func Subtracted(key []byte, r *http.Request) bool {
	if seconds(r)-time.Now().Unix() > 300 {
		return false
	}
	return right(key, r) // want `the webhook signature is accepted at any age`
}

// SubtractedHandler heeds it.
func SubtractedHandler(key []byte, take func(id string)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !Subtracted(key, r) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		take(r.Header.Get("Flute-Webhook-Id"))
	}
}

func early(r *http.Request) bool { return time.Now().Before(time.Unix(seconds(r), 0)) }

// Early asks a helper.
func Early(key []byte, r *http.Request) error {
	if early(r) {
		return errStale
	}
	if !right(key, r) { // want `the webhook signature is accepted at any age`
		return errStale
	}
	return nil
}

func notAhead(r *http.Request) bool {
	at := time.Unix(seconds(r), 0)
	return seconds(r) > 0 && !at.After(time.Now())
}

// NotAhead asks one that says the opposite.
func NotAhead(key []byte, r *http.Request) error {
	if !notAhead(r) || !right(key, r) { // want `the webhook signature is accepted at any age`
		return errStale
	}
	return nil
}

// Old refuses what is too old, and nothing else.
func Old(key []byte, r *http.Request) error {
	if time.Unix(seconds(r), 0).Before(time.Now().Add(-window)) || !right(key, r) {
		return errStale
	}
	return nil
}

// Expires adds the window to the time stamp: it has to be in the future.
func Expires(key []byte, r *http.Request) error {
	if expires := time.Unix(seconds(r), 0).Add(window); !expires.After(time.Now()) || !right(key, r) {
		return errStale
	}
	return nil
}

// Passed does it with Before.
func Passed(key []byte, r *http.Request) bool {
	return !time.Unix(seconds(r), 0).Add(window).Before(time.Now()) && right(key, r)
}

// Within has both bounds in one condition.
func Within(key []byte, r *http.Request) error {
	at := time.Unix(seconds(r), 0)
	if at.After(time.Now().Add(window)) || at.Before(time.Now().Add(-window)) || !right(key, r) {
		return errStale
	}
	return nil
}

func live(r *http.Request) bool { return time.Until(time.Unix(seconds(r), 0)) > -window }

// Live asks a helper for what may come in.
func Live(key []byte, r *http.Request) error {
	if !live(r) || !right(key, r) {
		return errStale
	}
	return nil
}

// Sum adds the window to the number.
func Sum(key []byte, r *http.Request) error {
	if seconds(r)+300 < time.Now().Unix() || !right(key, r) {
		return errStale
	}
	return nil
}
