// Package ages finds the age of a delivery by clocks of many forms.
package ages

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"log/slog"
	"math"
	"net/http"
	"strconv"
	"time"
)

var errStale = errors.New("stale")

const window = 5 * time.Minute

// seconds reads the time stamp.
func seconds(r *http.Request) int64 {
	n, _ := strconv.ParseInt(r.Header.Get("Flute-Webhook-Timestamp"), 10, 64)
	return n
}

// right verifies all but the age.
func right(key []byte, r *http.Request) bool {
	body, _ := io.ReadAll(r.Body)
	sum := hmac.New(sha256.New, key)
	io.WriteString(sum, r.Header.Get("Flute-Webhook-Timestamp")+".")
	sum.Write(body)
	got, _ := hex.DecodeString(r.Header.Get("Flute-Webhook-Signature"))
	return hmac.Equal(sum.Sum(nil), got)
}

// Given takes the time from its caller.
func Given(key []byte, r *http.Request, at time.Time) error {
	if gap := at.Sub(time.Unix(seconds(r), 0)); gap.Abs() > window || !right(key, r) {
		return errStale
	}
	return nil
}

// Rounded compares whole minutes.
func Rounded(key []byte, r *http.Request, at time.Time) error {
	gap := at.UTC().Sub(time.Unix(seconds(r), 0)).Round(time.Minute)
	if gap.Minutes() > 5 || gap < -window || !right(key, r) {
		return errStale
	}
	return nil
}

// Truncated compares times without their seconds.
func Truncated(key []byte, r *http.Request, at *time.Time) error {
	sent := time.Unix(seconds(r), 0).Truncate(time.Minute)
	if at.Truncate(time.Minute).Sub(sent) > window || !right(key, r) {
		return errStale
	}
	return nil
}

// Bounds asks on which side of two others a time is.
func Bounds(key []byte, r *http.Request, at time.Time) error {
	sent := time.Unix(seconds(r), 0)
	if at.Add(-window).Compare(sent) > 0 || sent.After(at.Add(window)) || !right(key, r) {
		return errStale
	}
	return nil
}

// Asked calls the clock that it is given.
func Asked(key []byte, r *http.Request, now func() time.Time) error {
	if now().Sub(time.Unix(seconds(r), 0)) > window || !right(key, r) {
		return errStale
	}
	return nil
}

// Numbers subtracts seconds.
func Numbers(key []byte, r *http.Request, at int64) error {
	gap := at - seconds(r)
	if gap < 0 {
		gap = -gap
	}
	if gap > 300 || !right(key, r) {
		return errStale
	}
	return nil
}

// Floats subtracts seconds by math.
func Floats(key []byte, r *http.Request, at time.Time) error {
	if math.Abs(float64(at.Unix()-seconds(r))) > 300 || !right(key, r) {
		return errStale
	}
	return nil
}

// Greatest takes the difference that is not negative.
func Greatest(key []byte, r *http.Request, at time.Time) error {
	a, b := at.Unix(), seconds(r)
	if max(a, b)-min(a, b) > 300 || max(a-b, b-a) > 300 || !right(key, r) {
		return errStale
	}
	return nil
}

type ticker interface{ Seconds() int64 }

// Watch has a clock that counts seconds.
type Watch struct {
	ticks ticker
	began time.Time
	key   []byte
}

// Ticked asks it.
func (w Watch) Ticked(r *http.Request) error {
	if math.Abs(float64(w.ticks.Seconds()-seconds(r))) > 300 || !right(w.key, r) {
		return errStale
	}
	return nil
}

// Began measures from a time that it was given.
func (w *Watch) Began(r *http.Request) error {
	if w.began.Sub(time.Unix(seconds(r), 0)).Abs() > window || !right(w.key, r) {
		return errStale
	}
	return nil
}

// Parcel is a request with the time at which it came.
type Parcel struct {
	Req *http.Request
	At  time.Time
}

// Came measures from then.
func Came(key []byte, p Parcel, r *http.Request) error {
	if p.At.Sub(time.Unix(seconds(r), 0)).Abs() > window || !right(key, r) {
		return errStale
	}
	return nil
}

// apart is the distance of two times.
func apart(a, b time.Time) time.Duration { return a.Sub(b).Abs() }

// Apart asks a helper.
func Apart(key []byte, r *http.Request, at time.Time) error {
	if apart(at, time.Unix(seconds(r), 0)) > window || !right(key, r) {
		return errStale
	}
	return nil
}

// Epoch compares with a constant, which is no clock.
func Epoch(key []byte, r *http.Request, at time.Time) error {
	if seconds(r) < 1_700_000_000 || !right(key, r) { // want `the webhook signature is accepted at any age`
		return errStale
	}
	slog.Info("delivered", "at", at)
	return nil
}

// Zero asks whether there is a time at all.
func Zero(key []byte, r *http.Request, at time.Time) error {
	if time.Unix(seconds(r), 0).IsZero() || at.IsZero() || !right(key, r) { // want `the webhook signature is accepted at any age`
		return errStale
	}
	return nil
}

// Shown only tells the age.
func Shown(key []byte, r *http.Request, at time.Time) error {
	if gap := at.Sub(time.Unix(seconds(r), 0)); gap.Abs() > window {
		slog.Warn("late", "gap", gap)
	}
	if !right(key, r) { // want `the webhook signature is accepted at any age`
		return errStale
	}
	return nil
}

// Lasted measures how long it took, which is no age.
func Lasted(key []byte, r *http.Request, at time.Time) error {
	if time.Since(at) > window || seconds(r) == 0 || !right(key, r) { // want `the webhook signature is accepted at any age`
		return errStale
	}
	return nil
}
