// Package loops tries again in loops of its own.
package loops

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"strings"
	"time"
)

// Desk sells tickets.
type Desk struct {
	hc    *http.Client
	base  string
	pause time.Duration
	tries int
}

// New reads the settings.
func New() *Desk {
	return &Desk{hc: &http.Client{Timeout: 30 * time.Second}, base: os.Getenv("FLUTE_BASE_URL"), pause: 2 * time.Second}
}

type refusal struct{ Status int }

func (r *refusal) Error() string { return fmt.Sprintf("desk: answer %d", r.Status) }

var errBusy = errors.New("desk: busy")

// send refuses what is not a success.
func (d *Desk) send(ctx context.Context, method, path, key string) error {
	req, err := http.NewRequestWithContext(ctx, method, d.base+path, http.NoBody)
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", key)
	resp, err := d.hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return &refusal{resp.StatusCode}
	}
	return nil
}

// busy sends what may be tried again.
func (d *Desk) busy(ctx context.Context, path, key string) error {
	err := d.send(ctx, http.MethodPost, path, key)
	var r *refusal
	if errors.As(err, &r) && (r.Status == http.StatusTooManyRequests || r.Status >= 500) {
		return errBusy
	}
	return err
}

// Capture grows its wait and stops at refusals.
func (d *Desk) Capture(ctx context.Context, key string) (err error) {
	for n := range 4 {
		if err = d.busy(ctx, "/pay-api/v1/transactions/capture", key); !errors.Is(err, errBusy) {
			return err
		}
		time.Sleep(time.Second << n)
	}
	return err
}

// CaptureAll repeats refusals too.
func (d *Desk) CaptureAll(ctx context.Context, key string) (err error) {
	for n := range 4 {
		if err = d.busy(ctx, "/pay-api/v1/transactions/capture", key); err == nil { // want `the retry of POST ./pay-api/v1/transactions/capture repeats what is answered with 400; a refused request is refused again`
			return nil
		}
		time.Sleep(time.Second << n)
	}
	return err
}

// Steady waits what the settings say.
func (d *Desk) Steady(ctx context.Context, key string) (err error) {
	for range 3 {
		if err = d.busy(ctx, "/pay-api/v1/transactions/void", key); !errors.Is(err, errBusy) { // want `the retry of POST ./pay-api/v1/transactions/void waits the same time before each attempt`
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(d.pause):
		}
	}
	return err
}

// Jittered waits about a second, always.
func (d *Desk) Jittered(ctx context.Context, key string) (err error) {
	for i := 0; i < 3; i++ {
		if err = d.busy(ctx, "/pay-api/v1/transactions/void", key); !errors.Is(err, errBusy) { // want `waits the same time before each attempt`
			return err
		}
		time.Sleep(time.Second + rand.N(100*time.Millisecond))
	}
	return err
}

// Full waits up to a time that grows.
func (d *Desk) Full(ctx context.Context, key string) (err error) {
	most := time.Second
	for i := 0; i < 3; i++ {
		if err = d.busy(ctx, "/pay-api/v1/transactions/void", key); !errors.Is(err, errBusy) {
			return err
		}
		time.Sleep(rand.N(most))
		most *= 2
	}
	return err
}

// Ticked waits for a ticker.
func (d *Desk) Ticked(ctx context.Context, key string) (err error) {
	tick := time.NewTicker(d.pause)
	defer tick.Stop()
	for i := 0; i < 3; i++ {
		if err = d.busy(ctx, "/pay-api/v1/transactions/void", key); !errors.Is(err, errBusy) { // want `waits the same time before each attempt`
			return err
		}
		<-tick.C
	}
	return err
}

// Timed resets its timer for longer each time.
func (d *Desk) Timed(ctx context.Context, key string) (err error) {
	wait := d.pause
	timer := time.NewTimer(wait)
	defer timer.Stop()
	for i := 0; i < 3; i++ {
		if err = d.busy(ctx, "/pay-api/v1/transactions/void", key); !errors.Is(err, errBusy) {
			return err
		}
		<-timer.C
		wait *= 2
		timer.Reset(wait)
	}
	return err
}

// Hammer does not wait.
func (d *Desk) Hammer(ctx context.Context, key string) (err error) {
	for i := 0; i < 3; i++ {
		if err = d.busy(ctx, "/pay-api/v1/transactions/return", key); !errors.Is(err, errBusy) { // want `does not wait between attempts`
			return err
		}
	}
	return err
}

// Once more is enough for a wait of any length.
func (d *Desk) Once(ctx context.Context, key string) (err error) {
	for i := 0; i < 2; i++ {
		if err = d.busy(ctx, "/pay-api/v1/transactions/return", key); !errors.Is(err, errBusy) {
			return err
		}
		time.Sleep(time.Second)
	}
	return err
}

// Forever has no end.
func (d *Desk) Forever(key string) {
	for wait := time.Second; ; wait *= 2 {
		if err := d.busy(context.Background(), "/pay-api/v1/transactions/settle", key); !errors.Is(err, errBusy) { // want `has no end; an outage holds the caller and keeps up the load`
			return
		}
		time.Sleep(wait)
	}
}

// Cancelled ends with its context.
func (d *Desk) Cancelled(ctx context.Context, key string) error {
	for wait := time.Second; ; wait *= 2 {
		if err := d.busy(ctx, "/pay-api/v1/transactions/settle", key); !errors.Is(err, errBusy) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(wait):
		}
	}
}

// Counted gives up after some attempts that somebody else chooses.
func (d *Desk) Counted(ctx context.Context, key string) error {
	for n, wait := 1, time.Second; ; n, wait = n+1, wait*2 {
		err := d.busy(ctx, "/pay-api/v1/transactions/settle", key)
		if !errors.Is(err, errBusy) || n == d.tries {
			return err
		}
		time.Sleep(wait)
	}
}

// Many tries too often.
func (d *Desk) Many(ctx context.Context, key string) (err error) {
	wait := 50 * time.Millisecond
	for n := 1; n <= 8; n++ {
		if err = d.busy(ctx, "/pay-api/v1/transactions/sale", key); !errors.Is(err, errBusy) { // want `makes 8 attempts, more than 5; a failing API gets as much more load`
			return err
		}
		time.Sleep(wait)
		wait *= 2
	}
	return err
}

// Five is as many as there may be.
func (d *Desk) Five(ctx context.Context, key string) (err error) {
	wait := 50 * time.Millisecond
	for left := 5; left > 0; left-- {
		if err = d.busy(ctx, "/pay-api/v1/transactions/sale", key); !errors.Is(err, errBusy) {
			return err
		}
		time.Sleep(wait)
		wait *= 2
	}
	return err
}

// Sixth counts in its body, and is off by one.
func (d *Desk) Sixth(ctx context.Context, key string) error {
	tries, wait := 0, time.Second
	for {
		err := d.busy(ctx, "/pay-api/v1/transactions/sale", key) // want `makes 6 attempts, more than 5`
		if !errors.Is(err, errBusy) {
			return err
		}
		if tries >= 5 {
			return err
		}
		tries++
		time.Sleep(wait)
		wait += wait
	}
}

// again calls f up to n times.
func again(ctx context.Context, n int, f func(context.Context) error) (err error) {
	wait := 100 * time.Millisecond
	for i := 0; i < n; i++ {
		if err = f(ctx); !errors.Is(err, errBusy) {
			return err
		}
		time.Sleep(wait)
		wait *= 2
	}
	return err
}

// Patient gives the number of attempts.
func (d *Desk) Patient(ctx context.Context, key string) error {
	return again(ctx, 12, func(ctx context.Context) error { // want `the retry of POST ./v2/customers makes 12 attempts, more than 5`
		return d.busy(ctx, "/v2/customers", key)
	})
}

// Brisk gives fewer.
func (d *Desk) Brisk(ctx context.Context, key string) error {
	return again(ctx, 3, func(ctx context.Context) error { return d.busy(ctx, "/v2/customers", key) })
}

// steadily calls f with the same pause between.
func steadily(n int, f func() error) (err error) {
	for ; n > 0; n-- {
		if err = f(); !errors.Is(err, errBusy) { // want `waits the same time before each attempt`
			return err
		}
		time.Sleep(time.Second)
	}
	return err
}

// Helped is as good as what helps it.
func (d *Desk) Helped(ctx context.Context, key string) error {
	return steadily(4, func() error { return d.busy(ctx, "/v2/payment-links", key) })
}

// Recur calls itself at once.
func (d *Desk) Recur(ctx context.Context, key string, left int) error {
	err := d.busy(ctx, "/v2/payment-links", key)
	if errors.Is(err, errBusy) && left > 0 {
		return d.Recur(ctx, key, left-1) // want `does not wait between attempts`
	}
	return err
}

// RecurLater waits before it does.
func (d *Desk) RecurLater(ctx context.Context, key string, n int) error {
	err := d.busy(ctx, "/v2/payment-links", key)
	if errors.Is(err, errBusy) && n < 4 {
		time.Sleep(time.Second << n)
		return d.RecurLater(ctx, key, n+1)
	}
	return err
}

type sale struct {
	Status string `json:"transactionStatus"`
	Next   string `json:"next"`
}

func (d *Desk) ask(ctx context.Context, method, path, key string) (*sale, error) {
	req, err := http.NewRequestWithContext(ctx, method, d.base+path, http.NoBody)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Idempotency-Key", key)
	resp, err := d.hc.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusTooManyRequests || resp.StatusCode >= 500 {
		return nil, errBusy
	}
	if resp.StatusCode >= 300 {
		return nil, &refusal{resp.StatusCode}
	}
	var s sale
	return &s, json.NewDecoder(resp.Body).Decode(&s)
}

// Charge tries again when the card was declined.
func (d *Desk) Charge(ctx context.Context, key string) error {
	for n := range 3 {
		s, err := d.ask(ctx, http.MethodPost, "/v2/transactions", key) // want `repeats a declined payment; the answer stays the same and the issuer may block the card`
		if err != nil && !errors.Is(err, errBusy) {
			return err
		}
		if err == nil && strings.EqualFold(s.Status, "approved") {
			return nil
		}
		time.Sleep(time.Second << n)
	}
	return errBusy
}

// ChargeOnce takes a decline for an answer.
func (d *Desk) ChargeOnce(ctx context.Context, key string) error {
	for n := range 3 {
		s, err := d.ask(ctx, http.MethodPost, "/v2/transactions", key)
		switch {
		case errors.Is(err, errBusy):
			time.Sleep(time.Second << n)
			continue
		case err != nil:
			return err
		case s.Status == "Declined":
			return errors.New("desk: declined")
		}
		return nil
	}
	return errBusy
}

// Poll asks until there is a result.
func (d *Desk) Poll(ctx context.Context, id string) (string, error) {
	for {
		s, err := d.ask(ctx, http.MethodGet, "/pos-api/v1/pos-transactions/"+id, "")
		if err == nil && s.Status != "Pending" {
			return s.Status, nil
		}
		time.Sleep(3 * time.Second)
	}
}

// Pages goes on for as long as there is a next page.
func (d *Desk) Pages(ctx context.Context) error {
	for page := "1"; page != ""; {
		s, err := d.ask(ctx, http.MethodGet, "/v2/transactions?page="+page, "")
		if err != nil {
			return err
		}
		page = s.Next
		time.Sleep(100 * time.Millisecond)
	}
	return nil
}

// Settle goes round for ever, whatever the answer.
func (d *Desk) Settle(ctx context.Context) {
	for {
		if err := d.send(ctx, http.MethodPost, "/pay-api/v1/transactions/settle", time.Now().Format(time.DateOnly)+"-settle"); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
		time.Sleep(time.Hour)
	}
}

// All sends each once.
func (d *Desk) All(ctx context.Context, ids []string) (err error) {
	for _, id := range ids {
		if e := d.send(ctx, http.MethodDelete, "/v2/customers/"+id, id); e != nil {
			err = errors.Join(err, e)
		}
	}
	return err
}

// Refreshed repeats once with another token.
func (d *Desk) Refreshed(ctx context.Context, key string, token func(fresh bool) string) error {
	for attempt := 0; ; attempt++ {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, d.base+"/v2/customers", http.NoBody)
		if err != nil {
			return err
		}
		req.Header.Set("Idempotency-Key", key)
		req.Header.Set("Authorization", "Bearer "+token(attempt > 0))
		resp, err := d.hc.Do(req)
		if err != nil {
			return err
		}
		resp.Body.Close()
		if resp.StatusCode == http.StatusUnauthorized && attempt == 0 {
			continue
		}
		if resp.StatusCode >= 300 {
			return &refusal{resp.StatusCode}
		}
		return nil
	}
}

// Told waits for as long as the API says.
func (d *Desk) Told(ctx context.Context, key string) error {
	for range 4 {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, d.base+"/v2/customers", http.NoBody)
		if err != nil {
			return err
		}
		req.Header.Set("Idempotency-Key", key)
		resp, err := d.hc.Do(req)
		if err != nil {
			return err
		}
		resp.Body.Close()
		if resp.StatusCode != http.StatusTooManyRequests && resp.StatusCode < 500 {
			return nil
		}
		wait, err := time.ParseDuration(resp.Header.Get("Retry-After") + "s")
		if err != nil {
			wait = time.Second
		}
		time.Sleep(wait)
	}
	return errBusy
}

// Elsewhere asks another host.
func Elsewhere(hc *http.Client) {
	for {
		if resp, err := hc.Get("https://rates.example.com/today"); err == nil {
			resp.Body.Close()
			return
		}
	}
}

// Signed asks a function for its signature, which does not wait.
func (d *Desk) Signed(ctx context.Context, key string, sign func(string) string) (err error) {
	for i := 0; i < 3; i++ {
		if err = d.busy(ctx, "/pay-api/v1/transactions/return", sign(key)); !errors.Is(err, errBusy) { // want `does not wait between attempts`
			return err
		}
	}
	return err
}

// Slept waits by a function that somebody gives.
func (d *Desk) Slept(ctx context.Context, key string, sleep func(time.Duration)) (err error) {
	for i := 0; i < 3; i++ {
		if err = d.busy(ctx, "/pay-api/v1/transactions/return", key); !errors.Is(err, errBusy) {
			return err
		}
		sleep(time.Second << i)
	}
	return err
}

// SleptAlike waits the same time by it.
func (d *Desk) SleptAlike(ctx context.Context, key string, sleep func(time.Duration)) (err error) {
	for i := 0; i < 3; i++ {
		if err = d.busy(ctx, "/pay-api/v1/transactions/return", key); !errors.Is(err, errBusy) { // want `waits the same time before each attempt`
			return err
		}
		sleep(time.Second)
	}
	return err
}

// RecurFor calls itself for ever, after the same time.
func (d *Desk) RecurFor(ctx context.Context, key string) error {
	err := d.busy(ctx, "/v2/payment-links", key)
	if errors.Is(err, errBusy) {
		time.Sleep(time.Second)
		return d.RecurFor(ctx, key) // want `has no end` `waits the same time before each attempt`
	}
	return err
}

// RecurWhile ends with its context.
func (d *Desk) RecurWhile(ctx context.Context, key string, wait time.Duration) error {
	err := d.busy(ctx, "/v2/payment-links", key)
	if ctx.Err() != nil || !errors.Is(err, errBusy) {
		return err
	}
	time.Sleep(wait)
	return d.RecurWhile(ctx, key, wait*2)
}

// Paid tells declines from other failures, and repeats them all the same.
func (d *Desk) Paid(ctx context.Context, key string) error {
	for n := range 3 {
		if err := d.paid(ctx, key); err == nil || !errors.Is(err, errBusy) && !errors.Is(err, errDeclined) { // want `repeats a declined payment`
			return err
		}
		time.Sleep(time.Second << n)
	}
	return errBusy
}

// PaidOnce does not.
func (d *Desk) PaidOnce(ctx context.Context, key string) error {
	for n := range 3 {
		if err := d.paid(ctx, key); !errors.Is(err, errBusy) {
			return err
		}
		time.Sleep(time.Second << n)
	}
	return errBusy
}

var errDeclined = errors.New("desk: declined")

func (d *Desk) paid(ctx context.Context, key string) error {
	s, err := d.ask(ctx, http.MethodPost, "/v2/transactions", key)
	if err == nil && s.Status == "Declined" {
		return errDeclined
	}
	return err
}

// Settled waits for the sale to be found.
func (d *Desk) Settled(ctx context.Context, id, key string) error {
	for n := range 3 {
		err := d.send(ctx, http.MethodPost, "/v2/transactions/"+id+"/capture", key) // want `repeats what is answered with 404`
		var r *refusal
		if !errors.As(err, &r) || r.Status != http.StatusNotFound {
			return err
		}
		time.Sleep(time.Second << n)
	}
	return errBusy
}

// Found waits for it by reading.
func (d *Desk) Found(ctx context.Context, id string) error {
	for range 3 {
		err := d.send(ctx, http.MethodGet, "/v2/transactions/"+id, "")
		var r *refusal
		if !errors.As(err, &r) || r.Status != http.StatusNotFound {
			return err
		}
		time.Sleep(time.Second)
	}
	return errBusy
}
