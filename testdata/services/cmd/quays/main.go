// Command quays wires services with clients that another package makes.
package main

import (
	"net/http"
	"time"

	"github.com/auroravet/auroravet/testdata/services/internal/dial"
	"github.com/auroravet/auroravet/testdata/services/internal/quay"
)

func counted(next http.RoundTripper) http.RoundTripper { return next }

// The timeout option exists and is not given, or is.
func untimed() *quay.Quay { return quay.Over(dial.Open(dial.Trips(counted))) } // want `the http\.Client that sends POST ./v2/transactions has no timeout`
func bare() *quay.Quay    { return quay.Over(dial.Open()) }                    // want `the http\.Client that sends POST ./v2/transactions has no timeout`
func timed() *quay.Quay {
	return quay.Over(dial.Open(dial.Limit(time.Minute), dial.Trips(counted)))
}

// The constructor has a default.
func soon() *quay.Quay { return quay.Over(dial.Soon()) }

// A configuration instead of options.
func unset() *quay.Quay { return quay.Over(dial.Of(dial.Config{Trips: []dial.Trip{counted}})) } // want `the http\.Client that sends POST ./v2/transactions has no timeout`
func set() *quay.Quay   { return quay.Over(dial.Of(dial.Config{Limit: time.Minute})) }

// The client of a maker that knows no timeout is given one, or not.
func never() *quay.Quay { return quay.Over(dial.Plain(http.DefaultTransport)) } // want `the http\.Client that sends POST ./v2/transactions has no timeout`
func later() *quay.Quay {
	hc := dial.Plain(nil)
	hc.Timeout = time.Minute
	return quay.Over(hc)
}

// What the caller gives decides.
func handed(opts ...dial.Option) *quay.Quay { return quay.Over(dial.Open(opts...)) }

// The service makes its client as it is told, or as it likes.
func told() *quay.Quay     { return quay.Open(dial.Trips(counted)) } // want `the http\.Client that sends POST ./v2/transactions has no timeout`
func toldWell() *quay.Quay { return quay.Open(dial.Limit(time.Minute)) }
func liked() *quay.Quay    { return quay.Own() } // said there

func main() {
	for _, q := range []func() *quay.Quay{untimed, bare, timed, soon, unset, set, never, later, told, toldWell, liked} {
		http.Handle("/", serve(q()))
	}
	http.Handle("/handed", serve(handed(dial.Limit(time.Minute))))
}

func serve(q *quay.Quay) http.Handler {
	return http.HandlerFunc(func(http.ResponseWriter, *http.Request) { println(q) })
}
