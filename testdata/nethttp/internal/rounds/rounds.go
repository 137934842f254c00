// Package rounds goes round: to try again, or to do the next thing.
package rounds

import (
	"context"
	"log"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
)

var hc = &http.Client{Timeout: 20 * time.Second}

func post(ctx context.Context, path, body string) (int, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://api.flute.com/v2"+path, strings.NewReader(body))
	if err != nil {
		return 0, err
	}
	req.Header.Set("Idempotency-Key", uuid.NewString())
	resp, err := hc.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, resp.Body.Close()
}

// Nights closes the batch every night, whatever comes back.
func Nights(ctx context.Context) {
	for {
		if _, err := post(ctx, "/settlements/batches/close", "{}"); err != nil {
			log.Print(err)
		}
		time.Sleep(24 * time.Hour)
	}
}

// Ticks closes it at each tick until it is told to stop.
func Ticks(ctx context.Context, every time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for ctx.Err() == nil {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
			if _, err := post(ctx, "/settlements/batches/close", "{}"); err != nil {
				log.Print(err)
			}
		}
	}
}

// Parts pays in parts, and stops where one fails.
func Parts(ctx context.Context, parts int) error {
	for n := 1; n <= parts; n++ {
		if _, err := post(ctx, "/transactions", `{"part":`+strconv.Itoa(n)+`}`); err != nil {
			return err
		}
	}
	return nil
}

// Until stops when it has worked.
func Until(ctx context.Context, id string) error {
	for {
		_, err := post(ctx, "/transactions/"+id+"/capture", "{}") // want `gets another idempotency key for each attempt`
		if err == nil {
			return nil
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		time.Sleep(time.Second)
	}
}

// Flagged notes that it has worked.
func Flagged(ctx context.Context, id string) {
	for done := false; !done; {
		status, err := post(ctx, "/transactions/"+id+"/reversal", "{}") // want `gets another idempotency key for each attempt`
		if err == nil && status < 300 {
			done = true
		}
		time.Sleep(time.Second)
	}
}

// Condition has it in the loop's own condition.
func Condition(ctx context.Context, id string) (err error) {
	for n := 0; n == 0 || err != nil && n < 3; n++ {
		_, err = post(ctx, "/transactions/"+id+"/ach-hold", "{}") // want `gets another idempotency key for each attempt`
	}
	return err
}

// Tokens tries with the token at hand, then with another one.
func Tokens(ctx context.Context, id string, token func(bool) string) error {
	for _, fresh := range []bool{false, true} {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://api.flute.com/v2/transactions/"+id+"/capture", http.NoBody) // want `gets another idempotency key for each attempt`
		if err != nil {
			return err
		}
		req.Header.Set("Authorization", "Bearer "+token(fresh))
		req.Header.Set("Idempotency-Key", uuid.NewString())
		resp, err := hc.Do(req)
		if err != nil {
			return err
		}
		resp.Body.Close()
		if resp.StatusCode != http.StatusUnauthorized {
			break
		}
	}
	return nil
}

// Hosts tries one host after the other: which of them it is makes another request.
func Hosts(ctx context.Context, id string) (err error) {
	for _, host := range []string{"https://api.flute.com", "https://api.arise.risewithaurora.com"} {
		var req *http.Request
		if req, err = http.NewRequestWithContext(ctx, http.MethodPost, host+"/v2/transactions/"+id+"/capture", http.NoBody); err != nil {
			return err
		}
		req.Header.Set("Idempotency-Key", uuid.NewString())
		var resp *http.Response
		if resp, err = hc.Do(req); err == nil {
			return resp.Body.Close()
		}
	}
	return err
}
