// Package waits reads lists. Every list has its own notion of patience.
package waits

import (
	"cmp"
	"context"
	"errors"
	"net"
	"net/http"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/auroravet/auroravet/testdata/services/internal/soon"
)

func where(path string) string { return os.Getenv("AURORA_URL") + "/pay-api/v1/" + path }

func look(ctx context.Context, d soon.Doer, path string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, where(path), nil)
	if err != nil {
		return err
	}
	resp, err := d.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return nil
}

// Deps are the collaborators of a report.
type Deps struct {
	Clients struct{ Pay, Mail *http.Client }
	Title   string
}

// Loose wires a report without a limit.
func Loose() *Deps {
	// clienttimeout: a fault, field of a nested struct gets an empty client
	d := &Deps{Title: "loose"}
	d.Clients.Pay = &http.Client{} // want `the http\.Client that sends GET ./pay-api/v1/transactions has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	d.Clients.Mail = &http.Client{Timeout: time.Second}
	return d
}

// Transactions reads the transactions of the loose report.
func Transactions(ctx context.Context) error {
	return look(ctx, Loose().Clients.Pay, "transactions")
}

var table = map[string]*http.Client{ // clienttimeout: a fault, the entry of the gateway has no limit
	"gateway": {Transport: &http.Transport{DialContext: (&net.Dialer{Timeout: 3 * time.Second}).DialContext}}, // want `the http\.Client that sends GET ./pay-api/v1/devices has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	"mail":    {Timeout: 4 * time.Second},
}

// Devices reads through the table.
func Devices(ctx context.Context) error { return look(ctx, table["gateway"], "devices") }

var calm = map[string]*http.Client{ // clienttimeout: fine, every entry has a limit
	"gateway": {Timeout: 9 * time.Second},
	"mail":    {Timeout: 4 * time.Second},
}

// Device reads through the calm table.
func Device(ctx context.Context, id string) error { return look(ctx, calm["gateway"], "devices/"+id) }

// Params say what a client is like.
type Params struct {
	Timeout time.Duration
	Conns   int
}

// Defaults are the params of the house.
func Defaults() Params { return Params{Timeout: 15 * time.Second, Conns: 4} }

func build(p Params) *http.Client {
	// clienttimeout: a fault, one caller's params have no timeout
	return &http.Client{Timeout: p.Timeout, Transport: &http.Transport{MaxConnsPerHost: p.Conns}} // want `the http\.Client that sends GET ./pay-api/v1/merchants has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
}

// Batches takes the params of the house.
func Batches(ctx context.Context) error {
	// clienttimeout: fine, defaults carry fifteen seconds
	return look(ctx, build(Defaults()), "settlements/batches")
}

// Merchants takes params of its own.
func Merchants(ctx context.Context) error {
	// clienttimeout: a fault, params without a timeout
	return look(ctx, build(Params{Conns: 1}), "merchants")
}

// Options may leave everything open.
type Options struct {
	Timeout time.Duration
	Agent   string
}

func (o Options) filled() Options {
	o.Timeout = cmp.Or(o.Timeout, 20*time.Second)
	o.Agent = cmp.Or(o.Agent, "waits/1")
	return o
}

func fromOptions(o Options) *http.Client {
	// clienttimeout: fine, zero is filled with the default
	o = o.filled()
	return &http.Client{Timeout: o.Timeout}
}

// Tokens reads with what the options leave open.
func Tokens(ctx context.Context) error { return look(ctx, fromOptions(Options{}), "merchants/tokens") }

// Settings come from a file.
type Settings struct {
	WaitSeconds int `json:"wait_seconds"`
}

// Customers reads with the seconds of a file.
func Customers(ctx context.Context, s Settings) error {
	// clienttimeout: fine, seconds of the file times the unit
	hc := &http.Client{Timeout: time.Duration(s.WaitSeconds) * time.Second}
	return look(ctx, hc, "customers")
}

const patience time.Duration = 30

// Customer reads with a constant that has lost its unit.
func Customer(ctx context.Context, id string) error {
	// clienttimeout: a fault, typed constant of thirty nanoseconds
	hc := http.Client{Timeout: patience} // want `the http\.Client that sends GET ./pay-api/v1/customers/. has a timeout of nanoseconds, by a forgotten unit; a silent server holds the caller for ever \(clienttimeout\)`
	return look(ctx, &hc, "customers/"+id)
}

const enough = 30 * time.Second

// Methods reads with a constant that has its unit.
func Methods(ctx context.Context, id string) error {
	// clienttimeout: fine, constant of thirty seconds
	hc := http.Client{Timeout: enough}
	return look(ctx, &hc, "customers/"+id+"/payment-methods")
}

var replaced = &http.Client{} // clienttimeout: fine, init puts another client here

func init() {
	// clienttimeout: fine, the client that is used has a limit
	replaced = &http.Client{Timeout: 6 * time.Second}
}

// Amount asks for the surcharge.
func Amount(ctx context.Context) error {
	return look(ctx, replaced, "transactions/calculate-amount")
}

var worse = &http.Client{Timeout: 6 * time.Second}

func init() {
	// clienttimeout: a fault, init puts a client without limit here
	worse = &http.Client{Transport: http.DefaultTransport} // want `the http\.Client that sends GET ./pay-api/v1/devices\?page=2 has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
}

// Devices2 reads the devices with the worse client.
func Devices2(ctx context.Context) error { return look(ctx, worse, "devices?page=2") }

var perTenant sync.Map

func tenantClient(tenant string) *http.Client {
	// clienttimeout: a fault, cached in a sync.Map, no limit
	c, _ := perTenant.LoadOrStore(tenant, &http.Client{}) // want `the http\.Client that sends GET ./pay-api/v1/transactions\?tenant=. has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	return c.(*http.Client)
}

// Tenant reads the transactions of a tenant.
func Tenant(ctx context.Context, tenant string) error {
	return look(ctx, tenantClient(tenant), "transactions?tenant="+tenant)
}

var pool = sync.Pool{New: func() any { // clienttimeout: a fault, pooled clients have no limit
	return new(http.Client) // want `the http\.Client that sends GET ./pay-api/v1/transactions\?page=3 has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
}}

// Pooled reads with a pooled client.
func Pooled(ctx context.Context) error {
	hc := pool.Get().(*http.Client)
	defer pool.Put(hc)
	return look(ctx, hc, "transactions?page=3")
}

var current atomic.Pointer[http.Client]

// Reload puts a client into place.
func Reload(d time.Duration) {
	// clienttimeout: fine, limit is the parameter of the caller
	current.Store(&http.Client{Timeout: d})
}

// Reloaded reads with the client that is in place.
func Reloaded(ctx context.Context) error { return look(ctx, current.Load(), "transactions?page=4") }

var pair = [2]*http.Client{{}, {}} // clienttimeout: a fault, two clients, both without limit // want `the http\.Client that sends GET ./pay-api/v1/transactions\?page=5 has no timeout; a silent server holds the caller for ever \(clienttimeout\)` `the http\.Client that sends GET ./pay-api/v1/transactions\?page=5 has no timeout; a silent server holds the caller for ever \(clienttimeout\)`

// Robin takes turns.
func Robin(ctx context.Context, n int) error { return look(ctx, pair[n%2], "transactions?page=5") }

// Provider provides clients.
type Provider interface{ Client() *http.Client }

type plainProvider struct{}

// Client returns a new client.
func (plainProvider) Client() *http.Client {
	// clienttimeout: a fault, only provider in view makes empty clients
	return &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }} // want `the http\.Client that sends GET ./pay-api/v1/devices\?all=1 has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
}

// Lister lists.
type Lister struct{ p Provider }

// NewLister returns a lister.
func NewLister() *Lister { return &Lister{p: plainProvider{}} }

// List lists the devices.
func (l *Lister) List(ctx context.Context) error { return look(ctx, l.p.Client(), "devices?all=1") }

// Source is where clients come from.
type Source func() *http.Client

// Reader reads with clients of a source.
type Reader struct{ source Source }

// NewReader returns a reader.
func NewReader() Reader {
	return Reader{source: func() *http.Client {
		// clienttimeout: fine, function field makes limited clients
		return &http.Client{Timeout: 5 * time.Second}
	}}
}

// Read reads the batches.
func (r Reader) Read(ctx context.Context) error {
	return look(ctx, r.source(), "settlements/batches?day=today")
}

var kit struct { // clienttimeout: a fault, zero value inside an anonymous struct // want `the http\.Client that sends GET ./pay-api/v1/devices\?kit= has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	http http.Client
	name string
}

// Kit reads with the client of the kit.
func Kit(ctx context.Context) error { return look(ctx, &kit.http, "devices?kit="+kit.name) }

// Never starts with a limit and takes it off for slow readers.
func Never(ctx context.Context, slow bool) error {
	// clienttimeout: a fault, fresh client may be switched to wait for ever
	hc := &http.Client{Timeout: 20 * time.Second}
	if slow {
		hc = &http.Client{} // want `the http\.Client that sends GET ./pay-api/v1/transactions\?slow=1 has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	}
	return look(ctx, hc, "transactions?slow=1")
}

// Always starts without a limit and puts one on both ways.
func Always(ctx context.Context, slow bool) error {
	// clienttimeout: fine, both branches set a limit
	var hc http.Client
	if slow {
		hc.Timeout = 2 * time.Minute
	} else {
		hc.Timeout = 10 * time.Second
	}
	return look(ctx, &hc, "transactions?slow=0")
}
