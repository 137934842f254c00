// Package reads reads figures. Every function has another sort of client.
package reads

import (
	"cmp"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/auroravet/auroravet/testdata/nethttp/internal/netx"
)

// Doer sends a request.
type Doer interface {
	Do(*http.Request) (*http.Response, error)
}

func addr(path string) string { return os.Getenv("AURORA_API_URL") + path }

func fetch(d Doer, path string) ([]byte, error) {
	req, err := http.NewRequest(http.MethodGet, addr(path), nil)
	if err != nil {
		return nil, err
	}
	resp, err := d.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// Devices has a client of its own.
func Devices() ([]byte, error) {
	// clienttimeout: a fault, empty literal handed to the interface
	return fetch(&http.Client{}, "/pay-api/v1/devices") // want `the http\.Client that sends GET ./pay-api/v1/devices has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
}

// Device has a limited client of its own.
func Device(id string) ([]byte, error) {
	// clienttimeout: fine, literal with limit handed to the interface
	return fetch(&http.Client{Timeout: 5 * time.Second}, "/pay-api/v1/devices/"+id)
}

// Transactions uses a pool.
func Transactions() ([]byte, error) {
	// clienttimeout: a fault, constructor call of the pool
	return fetch(netx.Pooled(8), "/pay-api/v1/transactions") // want `the http\.Client that sends GET ./pay-api/v1/transactions has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
}

// Batches uses the house client.
func Batches() ([]byte, error) {
	return fetch(netx.Limited(), "/pay-api/v1/settlements/batches")
}

// Upload puts a report into the object store.
func Upload(u string, body io.Reader) error {
	req, err := http.NewRequest(http.MethodPut, u, body)
	if err != nil {
		return err
	}
	resp, err := netx.Raw().Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Merchants uses the client everybody has.
func Merchants() ([]byte, error) {
	// clienttimeout: a fault, default client handed to the interface
	return fetch(http.DefaultClient, "/pay-api/v1/merchants") // want `the http\.DefaultClient that sends GET ./pay-api/v1/merchants has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
}

// Ping uses a function value.
func Ping() error {
	// clienttimeout: a fault, http.Get as a function value
	get := http.Get
	resp, err := get(addr("/pay-int-api/ping")) // want `the http\.DefaultClient that sends GET ./pay-int-api/ping has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

const secondsPerCall = 20

// Terminals forgets the unit.
func Terminals() ([]byte, error) {
	// clienttimeout: a fault, constant 20 is twenty nanoseconds
	return fetch(&http.Client{Timeout: secondsPerCall}, "/pos-api/v1/terminals") // want `the http\.Client that sends GET ./pos-api/v1/terminals has a timeout of nanoseconds, by a forgotten unit; a silent server holds the caller for ever \(clienttimeout\)`
}

// Terminal has the unit.
func Terminal(id string) ([]byte, error) {
	// clienttimeout: fine, constant times the unit
	return fetch(&http.Client{Timeout: secondsPerCall * time.Second}, "/pos-api/v1/terminals/"+id+"/status")
}

// Plans writes nanoseconds on purpose.
func Plans() ([]byte, error) {
	// clienttimeout: fine, 5e9 nanoseconds are five seconds
	return fetch(&http.Client{Timeout: 5e9}, "/sub-api/v1/subscriptions")
}

// Plan converts without a unit.
func Plan(id string) ([]byte, error) {
	// clienttimeout: a fault, Duration(45) is 45 nanoseconds
	hc := http.Client{Timeout: time.Duration(45)} // want `the http\.Client that sends GET ./sub-api/v1/subscriptions/. has a timeout of nanoseconds, by a forgotten unit; a silent server holds the caller for ever \(clienttimeout\)`
	return fetch(&hc, "/sub-api/v1/subscriptions/"+id)
}

var (
	lazyOnce sync.Once
	lazy     *http.Client
)

func shared() *http.Client {
	lazyOnce.Do(func() {
		// clienttimeout: fine, singleton with a limit
		lazy = &http.Client{Timeout: 10 * time.Second}
	})
	return lazy
}

// Customers uses the singleton.
func Customers() ([]byte, error) { return fetch(shared(), "/pay-api/v1/customers") }

var slow = sync.OnceValue(func() *http.Client {
	// clienttimeout: a fault, singleton without limit
	return &http.Client{Transport: &http.Transport{DisableKeepAlives: true}} // want `the http\.Client that sends GET ./pay-api/v1/customers/. has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
})

// Customer uses the other singleton.
func Customer(id string) ([]byte, error) { return fetch(slow(), "/pay-api/v1/customers/"+id) }

var late = &http.Client{} // clienttimeout: fine, init sets the limit

func init() { late.Timeout = 9 * time.Second }

// Methods uses the client of init.
func Methods(id string) ([]byte, error) {
	return fetch(late, "/pay-api/v1/customers/"+id+"/payment-methods")
}

var never http.Client // clienttimeout: a fault, zero value, nobody sets a limit // want `the http\.Client that sends GET ./pay-int-api/payment-sessions/. has no timeout; a silent server holds the caller for ever \(clienttimeout\)`

// Session uses the zero value.
func Session(id string) ([]byte, error) { return fetch(&never, "/pay-int-api/payment-sessions/"+id) }

// Hooks copies a client and then limits the original.
func Hooks() ([]byte, error) {
	// clienttimeout: a fault, copy was taken before the limit
	hc := http.Client{} // want `the http\.Client that sends GET ./v2/webhooks/endpoints has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	cp := hc
	hc.Timeout = 10 * time.Second
	return fetch(&cp, "/v2/webhooks/endpoints")
}

// Hook limits a client and then copies it.
func Hook(id string) ([]byte, error) {
	// clienttimeout: fine, copy was taken after the limit
	hc := http.Client{}
	hc.Timeout = 10 * time.Second
	cp := hc
	cp.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return fetch(&cp, "/v2/webhooks/endpoints/"+id)
}

// Logs wraps the house client and loses its limit.
func Logs() ([]byte, error) {
	// clienttimeout: a fault, only the transport is taken over
	house := netx.Limited()
	traced := &http.Client{Transport: house.Transport, Jar: house.Jar} // want `the http\.Client that sends GET ./v2/webhooks/delivery-logs has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	return fetch(traced, "/v2/webhooks/delivery-logs")
}

// Log wraps the house client and keeps its limit.
func Log(id string) ([]byte, error) {
	// clienttimeout: fine, dereferenced copy keeps the limit
	house := *netx.Limited()
	house.Transport = http.DefaultTransport
	return fetch(&house, "/v2/webhooks/delivery-logs/"+id)
}

// Capped has its limit in the transport.
func Capped() ([]byte, error) {
	// clienttimeout: fine, round tripper gives each request a deadline
	hc := &http.Client{Transport: netx.Capped{Max: 10 * time.Second, Next: http.DefaultTransport}}
	return fetch(hc, "/v2/settings/payment-config")
}

// Contact lifts the limit of its client.
func Contact() ([]byte, error) {
	// clienttimeout: a fault, limit is reset to zero
	hc := netx.Limited() // want `the http\.Client that sends GET ./v2/settings/contact-information has a timeout of zero, which is none; a silent server holds the caller for ever \(clienttimeout\)`
	hc.Timeout = 0
	return fetch(hc, "/v2/settings/contact-information")
}

// Desk talks to two sides.
type Desk struct {
	chat   *http.Client
	aurora *http.Client
}

// NewDesk returns a desk.
func NewDesk() *Desk {
	// clienttimeout: fine, only the chat client has no limit
	return &Desk{chat: &http.Client{}, aurora: &http.Client{Timeout: 30 * time.Second}}
}

// Say posts to the chat.
func (d *Desk) Say(text string) error {
	resp, err := d.chat.Post(os.Getenv("CHAT_WEBHOOK"), "text/plain", strings.NewReader(text))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Read reads a transaction.
func (d *Desk) Read(id string) ([]byte, error) {
	return fetch(d.aurora, "/pay-api/v1/transactions/"+id)
}

// Booth talks to two sides, the other way round.
type Booth struct {
	chat, pay http.Client
}

// NewBooth returns a booth.
func NewBooth() *Booth {
	// clienttimeout: a fault, payment client keeps its zero value
	b := &Booth{} // want `the http\.Client that sends GET ./pay-api/v1/transactions/. has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	b.chat.Timeout = 5 * time.Second
	return b
}

// Say posts to the chat.
func (b *Booth) Say(text string) error {
	resp, err := b.chat.Post(os.Getenv("CHAT_WEBHOOK"), "text/plain", strings.NewReader(text))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Read reads a transaction.
func (b *Booth) Read(id string) ([]byte, error) {
	// clienttimeout: a fault, read goes through the unlimited one
	return fetch(&b.pay, "/pay-api/v1/transactions/"+id)
}

// Viewer has what its options say.
type Viewer struct {
	hc   *http.Client
	base string
}

// ViewerOption changes a viewer.
type ViewerOption func(*Viewer)

// Limit gives the viewer a limit.
func Limit(d time.Duration) ViewerOption { return func(v *Viewer) { v.hc.Timeout = d } }

// Base gives the viewer another address.
func Base(u string) ViewerOption { return func(v *Viewer) { v.base = u } }

// NewViewer returns a viewer.
func NewViewer(opts ...ViewerOption) *Viewer {
	// clienttimeout: a fault, limit only by option
	v := &Viewer{hc: &http.Client{}, base: addr("")} // want `the http\.Client that sends GET ./pos-api/v1/pos-transactions/. has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	for _, o := range opts {
		o(v)
	}
	return v
}

// View reads one.
func (v *Viewer) View(id string) (out map[string]any, err error) {
	// clienttimeout: a fault, the client may have none
	resp, err := v.hc.Get(v.base + "/pos-api/v1/pos-transactions/" + id)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return out, json.NewDecoder(resp.Body).Decode(&out)
}

// LimitedViewer gives the option.
func LimitedViewer() *Viewer {
	// clienttimeout: fine, option given here
	return NewViewer(Limit(10 * time.Second))
}

// PlainViewer does not.
func PlainViewer() *Viewer {
	// clienttimeout: a fault, limit option exists, not given
	return NewViewer(Base(os.Getenv("FLUTE_URL")))
}

// Reader is a client with something around it.
type Reader struct {
	*http.Client
	token string
}

// NewReader returns a reader.
func NewReader(token string) Reader {
	// clienttimeout: fine, limit set through the promoted field
	r := Reader{Client: &http.Client{}, token: token}
	r.Timeout = 25 * time.Second
	return r
}

// Balance reads.
func (r Reader) Balance() (*http.Response, error) {
	return r.Get(addr("/pay-api/v1/transactions/calculate-amount?token=") + r.token)
}

// Fallback reads with the client given, or with one that has to do.
func Fallback(hc *http.Client) ([]byte, error) {
	// clienttimeout: a fault, nil is answered with the default client
	return fetch(cmp.Or(hc, http.DefaultClient), "/pay-api/v1/merchants/tokens") // want `the http\.DefaultClient that sends GET ./pay-api/v1/merchants/tokens has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
}

// Given reads with the client given.
func Given(hc *http.Client) ([]byte, error) {
	// clienttimeout: fine, the caller brings the client
	return fetch(hc, "/pay-api/v1/merchants/tokens")
}

// Own answers nil with a limited client.
func Own(hc *http.Client) ([]byte, error) {
	// clienttimeout: fine, nil is answered with a limited client
	if hc == nil {
		hc = netx.Limited()
	}
	return fetch(hc, "/pay-api/v1/merchants/tokens")
}

// Settings has a client with a default for zero.
type Settings struct{ Timeout time.Duration }

// Read reads with what the settings say, or half a minute.
func (s Settings) Read(ctx context.Context) (*http.Response, error) {
	// clienttimeout: fine, zero is replaced before the literal
	if s.Timeout <= 0 {
		s.Timeout = 30 * time.Second
	}
	hc := &http.Client{Timeout: s.Timeout}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, addr("/v2/settings/payment-config"), nil)
	if err != nil {
		return nil, err
	}
	return hc.Do(req)
}
