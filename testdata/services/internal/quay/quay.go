// Package quay books berths. Nobody in view calls its methods: they serve requests.
package quay

import (
	"context"
	"net/http"
	"os"
	"strings"

	"github.com/auroravet/auroravet/testdata/services/internal/dial"
)

// Quay is a service.
type Quay struct {
	base string
	hc   *http.Client
}

// Over sends by a client of its caller's.
func Over(hc *http.Client) *Quay { return &Quay{base: os.Getenv("AURORA_API_URL"), hc: hc} }

// Open sends by one that it makes as its caller says.
func Open(opts ...dial.Option) *Quay {
	return &Quay{base: os.Getenv("AURORA_API_URL"), hc: dial.Open(opts...)}
}

// Own sends by one that it makes as it likes.
func Own() *Quay {
	return &Quay{base: os.Getenv("AURORA_API_URL"), hc: dial.Plain(nil)} // want `the http\.Client that sends POST ./v2/transactions has no timeout`
}

// Berth pays for a berth.
func (q *Quay) Berth(ctx context.Context, id string) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, q.base+"/v2/transactions", strings.NewReader("{}"))
	if err != nil {
		return err
	}
	r.Header.Set("Idempotency-Key", "berth-"+id)
	resp, err := q.hc.Do(r)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
