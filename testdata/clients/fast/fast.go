// Package fast calls the API by fasthttp.
package fast

import (
	"encoding/json"
	"os"
	"time"

	"github.com/google/uuid"
	"github.com/valyala/fasthttp"
)

var client = &fasthttp.Client{Name: "shop", ReadTimeout: 10 * time.Second, WriteTimeout: 10 * time.Second}

func at(path string) string { return os.Getenv("AURORA_BASE_URL") + path }

// Bare has no key.
func Bare(tx string) error {
	rq, rs := fasthttp.AcquireRequest(), fasthttp.AcquireResponse() // want `POST …/pay-api/v1/transactions/void leaves without an idempotency key`
	defer fasthttp.ReleaseRequest(rq)
	defer fasthttp.ReleaseResponse(rs)
	rq.SetRequestURI(at("/pay-api/v1/transactions/void"))
	rq.Header.SetMethod(fasthttp.MethodPost)
	rq.SetBodyString(`{"transactionId":"` + tx + `"}`)
	return client.Do(rq, rs)
}

// Keyed has one.
func Keyed(tx string) error {
	rq, rs := fasthttp.AcquireRequest(), fasthttp.AcquireResponse()
	defer fasthttp.ReleaseRequest(rq)
	defer fasthttp.ReleaseResponse(rs)
	rq.SetRequestURI(at("/pay-api/v1/transactions/void"))
	rq.Header.SetMethod("POST")
	rq.Header.Set("Idempotency-Key", "void-"+tx)
	return client.Do(rq, rs)
}

// Bytes sets it by bytes.
func Bytes(key []byte) error {
	rq := fasthttp.AcquireRequest()
	defer fasthttp.ReleaseRequest(rq)
	rq.SetRequestURI(at("/v2/customers"))
	rq.Header.SetMethodBytes([]byte("POST"))
	rq.Header.SetBytesV("Idempotency-Key", key)
	return client.DoTimeout(rq, nil, time.Second)
}

// Parts sets the URL by its parts.
func Parts(id string) error {
	rq := fasthttp.AcquireRequest() // want `DELETE https://api.flute.com/v2/customers/… leaves without an idempotency key`
	defer fasthttp.ReleaseRequest(rq)
	rq.URI().SetScheme("https")
	rq.URI().SetHost("api.flute.com")
	rq.URI().SetPath("/v2/customers/" + id)
	rq.Header.SetMethod(fasthttp.MethodDelete)
	return client.Do(rq, nil)
}

// Reference has one in the body.
func Reference(order string) error {
	var rq fasthttp.Request
	rq.SetRequestURI(at("/pay-api/v1/transactions/sale"))
	rq.Header.SetMethod("POST")
	b, err := json.Marshal(map[string]any{"amount": 5, "referenceId": order + "#1"})
	if err != nil {
		return err
	}
	rq.SetBodyRaw(b)
	return client.Do(&rq, &fasthttp.Response{})
}

// Value has no key in a variable.
func Value() error {
	var rq fasthttp.Request // want `POST …/v2/customers leaves without an idempotency key`
	rq.SetRequestURI(at("/v2/customers"))
	rq.Header.SetMethod("POST")
	return client.Do(&rq, &fasthttp.Response{})
}

// Writer writes the body.
func Writer(order string) error {
	rq := fasthttp.AcquireRequest()
	defer fasthttp.ReleaseRequest(rq)
	rq.SetRequestURI(at("/v2/transactions"))
	rq.Header.SetMethod("POST")
	if err := json.NewEncoder(rq.BodyWriter()).Encode(map[string]string{"referenceId": "w-" + order}); err != nil {
		return err
	}
	return client.Do(rq, nil)
}

// Shot can carry none.
func Shot() error {
	args := fasthttp.AcquireArgs()
	args.Set("name", "n")
	_, _, err := fasthttp.Post(nil, at("/v2/customers"), args) // want `POST …/v2/customers leaves without an idempotency key` `the fasthttp.Client that sends POST …/v2/customers has no timeout`
	return err
}

// Again makes one for each attempt of its own.
func Again() error {
	rq := fasthttp.AcquireRequest() // want `POST …/v2/customers gets another idempotency key for each attempt`
	defer fasthttp.ReleaseRequest(rq)
	rq.SetRequestURI(at("/v2/customers"))
	rq.Header.SetMethod("POST")
	var err error
	for range 4 {
		rq.Header.Set("Idempotency-Key", uuid.NewString())
		if err = client.Do(rq, nil); err == nil {
			break
		}
	}
	return err
}

// Host has a client of one host without a timeout.
func Host() error {
	hc := &fasthttp.HostClient{Addr: "api.flute.com:443", IsTLS: true} // want `the fasthttp.HostClient that sends GET https://api.flute.com/v2/terminals has no timeout`
	_, _, err := hc.Get(nil, "https://api.flute.com/v2/terminals")
	return err
}

// Deadline gives the call one.
func Deadline() error {
	_, _, err := fasthttp.GetDeadline(nil, at("/v2/terminals"), time.Now().Add(time.Second))
	return err
}

// Request gives the request one.
func Request() error {
	rq := fasthttp.AcquireRequest()
	rq.SetRequestURI(at("/v2/terminals"))
	rq.SetTimeout(3 * time.Second)
	return new(fasthttp.Client).Do(rq, nil)
}

// Reset uses one request twice.
func Reset(tap, hold string) error {
	rq := fasthttp.AcquireRequest() // want `transactions/void leaves without an idempotency key`
	defer fasthttp.ReleaseRequest(rq)
	rq.Header.SetMethod(fasthttp.MethodPost)
	rq.Header.Set("Idempotency-Key", "sale-"+tap)
	rq.SetRequestURI(at("/pay-api/v1/transactions/sale"))
	if err := client.Do(rq, nil); err != nil {
		return err
	}
	rq.Reset()
	rq.Header.SetMethod(fasthttp.MethodPost)
	rq.SetRequestURI(at("/pay-api/v1/transactions/void"))
	rq.SetBodyString(`{"transactionId":"` + hold + `"}`)
	return client.Do(rq, nil)
}

// ResetEach uses one request for all.
func ResetEach(taps []string) {
	rq := fasthttp.AcquireRequest()
	defer fasthttp.ReleaseRequest(rq)
	for _, tap := range taps {
		rq.Reset()
		rq.Header.SetMethod(fasthttp.MethodPost)
		rq.SetRequestURI(at("/pay-api/v1/transactions/sale"))
		rq.Header.Set("Idempotency-Key", "sale-"+tap)
		_ = client.Do(rq, nil)
	}
}
