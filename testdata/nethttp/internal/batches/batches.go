// Package batches puts answers into slices that have their length from the start.
package batches

import (
	"context"
	"net/http"
	"os"
	"time"

	"golang.org/x/sync/errgroup"
)

var hc = &http.Client{Timeout: 20 * time.Second}

func void(ctx context.Context, key string) (int, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("ARISE_BASE_URL")+"/pay-api/v1/transactions/void", nil)
	if err != nil {
		return 0, err
	}
	req.Header.Set("Idempotency-Key", key)
	resp, err := hc.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, resp.Body.Close()
}

func fixed(ctx context.Context) []int {
	out := make([]int, 7)
	for i := range out {
		out[i], _ = void(ctx, "fixed") // want `the same idempotency key`
	}
	return out
}

func counted(ctx context.Context, n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i], _ = void(ctx, "counted") // want `the same idempotency key`
	}
	return out
}

func arrayed(ctx context.Context) (out [3]int) {
	for i := 0; i < len(out); i++ {
		out[i], _ = void(ctx, "arrayed") // want `the same idempotency key`
	}
	return out
}

// day reads one day; its callers say how long that may take.
func day(ctx context.Context, date string) (int, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("ARISE_BASE_URL")+"/pay-api/v1/transactions?date="+date, nil)
	if err != nil {
		return 0, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, resp.Body.Close()
}

func week(ctx context.Context, monday time.Time) ([]int, error) {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	g, ctx := errgroup.WithContext(ctx)
	days := make([]int, 7)
	for i := range days {
		g.Go(func() (err error) {
			days[i], err = day(ctx, monday.AddDate(0, 0, i).Format(time.DateOnly))
			return err
		})
	}
	return days, g.Wait()
}

// none makes a slice that is filled by append.
func none(ctx context.Context, ids []string) (out []int) {
	out = make([]int, 0, len(ids))
	for _, id := range ids {
		n, err := void(ctx, "void-"+id)
		if err != nil {
			return nil
		}
		out = append(out, n)
	}
	return out
}
