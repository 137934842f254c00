// Package shapes tries again in the ways of real programs.
package shapes

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
)

// again is a transport that repeats what fails.
type again struct {
	next  http.RoundTripper
	tries int
	pause time.Duration
}

func (t *again) RoundTrip(req *http.Request) (resp *http.Response, err error) {
	for i := 0; i < t.tries; i++ {
		resp, err = t.next.RoundTrip(req) // want `the retry of GET ./v2/transactions waits the same time before each attempt`
		if err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
		time.Sleep(t.pause)
	}
	return resp, err
}

// API has a client with it.
type API struct{ hc *http.Client }

// NewAPI makes one.
func NewAPI() *API {
	return &API{&http.Client{Timeout: time.Minute, Transport: &again{http.DefaultTransport, 3, time.Second}}}
}

// List asks by it.
func (a *API) List() error {
	resp, err := a.hc.Get(os.Getenv("FLUTE_BASE_URL") + "/v2/transactions")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// growing is a transport that waits longer each time.
type growing struct{ next http.RoundTripper }

func (t growing) RoundTrip(req *http.Request) (*http.Response, error) {
	var last error
	for i := range 4 {
		resp, err := t.next.RoundTrip(req)
		if err == nil && resp.StatusCode < http.StatusInternalServerError && resp.StatusCode != http.StatusTooManyRequests {
			return resp, nil
		}
		if err == nil {
			resp.Body.Close()
			err = errors.New(resp.Status)
		}
		last = err
		time.Sleep(time.Duration(math.Pow(2, float64(i))) * time.Second)
	}
	return nil, last
}

// Devices asks by it.
func Devices() error {
	hc := &http.Client{Timeout: time.Minute, Transport: growing{http.DefaultTransport}}
	resp, err := hc.Get(os.Getenv("FLUTE_BASE_URL") + "/pay-api/v1/devices")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

var hc = &http.Client{Timeout: 30 * time.Second}

// answer is an error of the API.
type answer struct {
	Status int    `json:"statusCode"`
	Code   string `json:"errorCode"`
}

func (a answer) Error() string   { return strconv.Itoa(a.Status) + " " + a.Code }
func (a answer) Temporary() bool { return a.Status == 429 || a.Status >= 500 }

func call[T any](ctx context.Context, method, path, key string) (out T, err error) {
	req, err := http.NewRequestWithContext(ctx, method, os.Getenv("FLUTE_BASE_URL")+path, http.NoBody)
	if err != nil {
		return out, err
	}
	req.Header.Set("Idempotency-Key", key)
	resp, err := hc.Do(req)
	if err != nil {
		return out, fmt.Errorf("call: %w", err)
	}
	defer resp.Body.Close()
	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		return out, err
	}
	if resp.StatusCode >= http.StatusBadRequest {
		return out, answer{Status: resp.StatusCode, Code: string(raw)}
	}
	err = json.Unmarshal(raw, &out)
	return out, err
}

func temporary(err error) bool {
	var a answer
	if errors.As(err, &a) {
		return a.Temporary()
	}
	return !errors.Is(err, context.Canceled)
}

// Retry calls f.
func Retry[T any](ctx context.Context, n int, base time.Duration, f func() (T, error)) (out T, err error) {
	for i := range n {
		if out, err = f(); err == nil || !temporary(err) {
			return out, err
		}
		select {
		case <-ctx.Done():
			return out, context.Cause(ctx)
		case <-time.After(base << i):
		}
	}
	return out, err
}

type payment struct {
	Status string `json:"transactionStatus"`
}

// Sale is paid with few attempts.
func Sale(ctx context.Context, key string) (payment, error) {
	return Retry(ctx, 4, time.Second, func() (payment, error) {
		return call[payment](ctx, http.MethodPost, "/v2/transactions", key)
	})
}

// SaleOften has many.
func SaleOften(ctx context.Context, key string) (payment, error) {
	return Retry(ctx, 15, time.Second, func() (payment, error) { // want `the retry of POST ./v2/transactions makes 15 attempts, more than 5`
		return call[payment](ctx, http.MethodPost, "/v2/transactions", key)
	})
}

// pauses are the waits between attempts.
var pauses = []time.Duration{time.Second, 2 * time.Second, 4 * time.Second}

// Listed waits as long as a list says.
func Listed(ctx context.Context, key string) (err error) {
	for _, p := range pauses {
		if _, err = call[payment](ctx, http.MethodPost, "/v2/payment-links", key); err == nil || !temporary(err) {
			return err
		}
		time.Sleep(p)
	}
	return err
}

// ListedAlike has a list of the same.
func ListedAlike(ctx context.Context, key string) (err error) {
	for _, p := range []time.Duration{time.Second, time.Second, time.Second} {
		if _, err = call[payment](ctx, http.MethodPost, "/v2/payment-links", key); err == nil || !temporary(err) { // want `waits the same time before each attempt`
			return err
		}
		time.Sleep(p)
	}
	return err
}

func delay(n int) time.Duration {
	d := 200 * time.Millisecond << n
	return min(d, 5*time.Second)
}

// Capped grows its wait up to a limit.
func Capped(ctx context.Context, key string) (err error) {
	for n := 0; n < 5; n++ {
		if _, err = call[payment](ctx, http.MethodPost, "/v2/payment-links", key); err == nil || !temporary(err) {
			return err
		}
		time.Sleep(delay(n))
	}
	return err
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}

const rest = 3 * time.Second

// Rested sleeps by a helper.
func Rested(ctx context.Context, key string) error {
	for try := 1; ; try++ {
		_, err := call[payment](ctx, http.MethodPost, "/v2/payment-links", key) // want `waits the same time before each attempt`
		if err == nil || !temporary(err) || try == 4 {
			return err
		}
		if err := sleep(ctx, rest); err != nil {
			return err
		}
	}
}

// Linear waits longer with each attempt.
func Linear(ctx context.Context, key string) error {
	for try := 1; ; try++ {
		_, err := call[payment](ctx, http.MethodPost, "/v2/payment-links", key)
		if err == nil || !temporary(err) || try == 4 {
			return err
		}
		if err := sleep(ctx, time.Duration(try)*rest); err != nil {
			return err
		}
	}
}

// Insist repeats a 401 for as long as it gets one.
func Insist(ctx context.Context, key string, token func() string) error {
	for wait := time.Second; wait < time.Minute; wait *= 2 {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("FLUTE_BASE_URL")+"/v2/customers", http.NoBody)
		if err != nil {
			return err
		}
		req.Header.Set("Idempotency-Key", key)
		req.Header.Set("Authorization", "Bearer "+token())
		resp, err := hc.Do(req) // want `repeats what is answered with 401; a refused request is refused again`
		if err != nil {
			time.Sleep(wait)
			continue
		}
		resp.Body.Close()
		if resp.StatusCode == http.StatusUnauthorized || resp.StatusCode >= 500 {
			time.Sleep(wait)
			continue
		}
		return nil
	}
	return errors.New("no answer")
}

// Switch sorts the answers.
func Switch(ctx context.Context, key string) error {
	for n := range 4 {
		req, err := http.NewRequestWithContext(ctx, http.MethodDelete, os.Getenv("FLUTE_BASE_URL")+"/v2/customers/1", http.NoBody)
		if err != nil {
			return err
		}
		req.Header.Set("Idempotency-Key", key)
		resp, err := hc.Do(req)
		if err == nil {
			resp.Body.Close()
			switch resp.StatusCode {
			case http.StatusOK, http.StatusNoContent, http.StatusNotFound:
				return nil
			case http.StatusConflict, http.StatusTooEarly, http.StatusRequestTimeout, http.StatusTooManyRequests, 500, 502, 503, 504:
			default:
				return errors.New(resp.Status)
			}
		}
		time.Sleep(time.Second << n)
	}
	return errors.New("busy")
}

// SwitchDeclined takes 402 for something that may change.
func SwitchDeclined(ctx context.Context, key string) error {
	for n := range 4 {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("FLUTE_BASE_URL")+"/v2/transactions", http.NoBody)
		if err != nil {
			return err
		}
		req.Header.Set("Idempotency-Key", key)
		resp, err := hc.Do(req) // want `repeats what is answered with 402`
		if err == nil {
			resp.Body.Close()
			switch {
			case resp.StatusCode < 300:
				return nil
			case resp.StatusCode == http.StatusPaymentRequired, resp.StatusCode >= 500:
			default:
				return errors.New(resp.Status)
			}
		}
		time.Sleep(time.Second << n)
	}
	return errors.New("busy")
}

// Word asks what the answer says.
func Word(ctx context.Context, key string) (err error) {
	for n := range 3 {
		var p payment
		if p, err = call[payment](ctx, http.MethodPost, "/v2/transactions", key); err == nil && strings.ToLower(p.Status) != "declined" { // want `repeats a declined payment`
			return nil
		}
		if err != nil && !temporary(err) {
			return err
		}
		time.Sleep(time.Second << n)
	}
	return err
}

// Daily does its work for ever.
func Daily(ctx context.Context) {
	tick := time.NewTicker(24 * time.Hour)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case now := <-tick.C:
			if _, err := call[payment](ctx, http.MethodPost, "/pay-api/v1/transactions/settle", now.Format(time.DateOnly)); err != nil {
				fmt.Fprintln(os.Stderr, err)
			}
		}
	}
}

type queue interface{ Pop() (id string, ok bool) }

// Drain takes what waits.
func Drain(ctx context.Context, q queue) {
	for {
		id, ok := q.Pop()
		if !ok {
			return
		}
		if _, err := call[payment](ctx, http.MethodPost, "/v2/transactions/"+id+"/capture", id); err != nil {
			continue
		}
	}
}

// Ready waits for a report.
func Ready(ctx context.Context, id string) error {
	for range 100 {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("FLUTE_BASE_URL")+"/pay-api/v1/settlements/batches/"+id, nil)
		if err != nil {
			return err
		}
		resp, err := hc.Do(req)
		if err != nil {
			return err
		}
		resp.Body.Close()
		if resp.StatusCode == http.StatusAccepted {
			time.Sleep(5 * time.Second)
			continue
		}
		if resp.StatusCode != http.StatusOK {
			return errors.New(resp.Status)
		}
		return nil
	}
	return errors.New("not ready")
}

// Asked waits as somebody says, for as long as they want.
func Asked(ctx context.Context, key string, retry func(n int, err error) (time.Duration, bool)) error {
	for n := 0; ; n++ {
		_, err := call[payment](ctx, http.MethodPost, "/v2/customers", key)
		if err == nil {
			return nil
		}
		wait, ok := retry(n, err)
		if !ok {
			return err
		}
		time.Sleep(wait)
	}
}
