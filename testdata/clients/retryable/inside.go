package retryable

import (
	"net/http"
	"time"

	"github.com/go-resty/resty/v2"
	"github.com/hashicorp/go-retryablehttp"
)

// Inside is the transport of a client with a timeout, which another library's client uses.
func Inside() error {
	hc := &http.Client{Transport: &retryablehttp.RoundTripper{Client: retryablehttp.NewClient()}, Timeout: time.Minute}
	_, err := resty.NewWithClient(hc).R().Get("https://api.flute.com/v2/terminals")
	return err
}

// InsideLoose is that of one without.
func InsideLoose() error {
	hc := &http.Client{Transport: &retryablehttp.RoundTripper{Client: retryablehttp.NewClient()}}
	_, err := resty.NewWithClient(hc).R().Get("https://api.flute.com/v2/terminals") // want `has no timeout`
	return err
}
