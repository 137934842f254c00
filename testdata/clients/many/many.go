// Package many makes one service in more ways than a field has by itself, one of them for ever.
package many

import (
	"net/http"
	"time"
)

const base = "https://api.flute.com"

type gate struct{ web *http.Client }

func (g *gate) status(id string) error {
	resp, err := g.web.Get(base + "/v2/terminals/" + id + "/status")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func first() *gate   { return &gate{&http.Client{Timeout: 1 * time.Second}} }
func second() *gate  { return &gate{&http.Client{Timeout: 2 * time.Second}} }
func third() *gate   { return &gate{&http.Client{Timeout: 3 * time.Second}} }
func fourth() *gate  { return &gate{&http.Client{Timeout: 4 * time.Second}} }
func fifth() *gate   { return &gate{&http.Client{Timeout: 5 * time.Second}} }
func sixth() *gate   { return &gate{&http.Client{Timeout: 6 * time.Second}} }
func seventh() *gate { return &gate{&http.Client{Timeout: 7 * time.Second}} }
func eighth() *gate  { return &gate{&http.Client{Timeout: 8 * time.Second}} }
func ninth() *gate   { return &gate{&http.Client{}} } // want `the http.Client that sends GET https://api.flute.com/v2/terminals/…/status has no timeout`
func tenth() *gate   { return &gate{&http.Client{Timeout: 10 * time.Second}} }
func given(web *http.Client) *gate {
	return &gate{web}
}
