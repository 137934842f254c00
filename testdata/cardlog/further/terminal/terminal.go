// Package terminal talks to card readers.
package terminal

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httputil"
	"strings"

	kitlog "github.com/go-kit/log"
	"github.com/hashicorp/go-hclog"
	"github.com/imroc/req/v3"
)

// Read is what a reader gives.
type Read struct {
	Serial  string
	Track2  string
	KSN     string
	PinKsn  string
	EMVTags []byte
	CardSeq int
}

func tags(lg hclog.Logger, r Read) {
	lg.Info("read", "serial", r.Serial, "ksn", r.KSN, "seq", r.CardSeq)
	lg.Debug("read", "tags", hex.EncodeToString(r.EMVTags)) // want `shows the EMV tags`
	lg.Debug("read", "all", hclog.Fmt("%+v", r))            // want `shows the track data`
}

func panOf(track2 string) string {
	i := strings.IndexByte(track2, '=')
	if i < 0 {
		return ""
	}
	return track2[:i]
}

func loggedPan(k kitlog.Logger, r Read) error {
	pan := panOf(r.Track2)
	if err := k.Log("msg", "card", "tail", pan[len(pan)-4:]); err != nil {
		return err
	}
	return k.Log("msg", "card", "n", pan) // want `pan shows`
}

// Client calls the gateway.
type Client struct {
	http *http.Client
	lg   *log.Logger
	dbg  bool
}

// Sale is sent.
type Sale struct {
	CardNumber string `json:"cardNumber"`
	Amount     int    `json:"amount"`
}

func (c *Client) do(r *http.Request) (*http.Response, error) {
	if c.dbg {
		c.dump(r)
	}
	resp, err := c.http.Do(r)
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w", r.Method, r.URL.Path, err)
	}
	c.lg.Printf("%s %s: %d", r.Method, r.URL.Path, resp.StatusCode)
	return resp, nil
}

func (c *Client) dump(r *http.Request) {
	b, err := httputil.DumpRequest(r, true)
	if err == nil {
		c.lg.Printf("%q", b) // want `b shows the card data`
	}
}

func (c *Client) error(resp *http.Response) error {
	b, err := io.ReadAll(io.LimitReader(resp.Body, 1024))
	if err != nil {
		return err
	}
	c.lg.Printf("error answer %s", bytes.TrimSpace(b))
	return fmt.Errorf("status %d: %s", resp.StatusCode, b)
}

func dumped(s Sale) error {
	c := req.C().EnableDumpAll() // want `shows the card number`
	_, err := c.R().SetBodyJsonMarshal(s).Post("https://api.flute.com/v2/transactions")
	return err
}
