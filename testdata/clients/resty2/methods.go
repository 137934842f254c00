package resty2

import (
	"os"
	"strings"
	"time"

	"github.com/go-resty/resty/v2"
	"github.com/google/uuid"
)

// booth has its middleware as a method: the value of a method has its receiver already.
type booth struct {
	rc  *resty.Client
	run string
}

func newBooth(run string) *booth {
	rc := resty.New()
	rc.SetBaseURL(os.Getenv("AURORA_BASE_URL")).SetTimeout(time.Second)
	b := &booth{rc: rc, run: run}
	rc.OnBeforeRequest(b.sign)
	return b
}

func (b *booth) sign(_ *resty.Client, r *resty.Request) error {
	if strings.HasSuffix(r.URL, "/sale") {
		r.SetHeader("Idempotency-Key", b.run+uuid.NewString())
	}
	return nil
}

func (b *booth) sale() error {
	_, err := b.rc.R().Post("/pay-api/v1/transactions/sale")
	return err
}

func (b *booth) refund() error {
	_, err := b.rc.R().Post("/pay-api/v1/transactions/return") // want `leaves without an idempotency key`
	return err
}

// Booths has the retries that make the method's key another one for each attempt.
func Booths(tx string) error {
	b := newBooth(tx)
	if err := b.sale(); err != nil {
		return b.refund()
	}
	rc := resty.New().SetTimeout(time.Second).SetRetryCount(2).OnBeforeRequest(b.sign)
	_, err := rc.R().Post("https://api.flute.com/pay-api/v1/transactions/sale") // want `gets another idempotency key for each attempt`
	return err
}
