// Package leaving has secrets under the names that they leave the program with.
package leaving

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"io"
	"net/http"
)

const api = "https://api.flute.com"

func tagged() ([]byte, error) {
	return json.Marshal(struct {
		K string `json:"grant_type"`
		V string `json:"client_secret,omitempty"`
	}{"client_credentials", "fl-9xQ2mB7vT4pL"}) // want `client_secret is written`
}

type kind struct {
	V string `json:"token_type"`
}

var bearer = kind{"bearer-of-2024"}

func written() io.Reader {
	var b bytes.Buffer
	b.WriteString("grant_type=client_credentials&client_secret=")
	b.WriteString("fl-9xQ2mB7vT4pL") // want `client_secret is written`
	b.WriteString("&scope=")
	b.WriteString("charge-fares-22")
	return &b
}

type source struct {
	Token func() string
	Name  func() string
}

var desk = source{
	Token: func() string { return "fl_9xQ2mB7vT4pL" }, // want `Token is written`
	Name:  func() string { return "desk-of-2024" },
}

const accessToken = "fl_9xQ2mB7vT4pL" // want `accessToken is written`

func signed(r *http.Request) { r.Header.Set("Authorization", "Bearer "+accessToken) }

func credentials() (string, string) { return "shop-17", "fl-9xQ2mB7vT4pL" } // want `credentials is written in the source \(15 characters\)`

//go:embed compose.yaml
var compose string // want `embedded file compose.yaml holds a value for FLUTE_CLIENT_SECRET on line 5`

//go:embed manifest.yaml
var manifest string // want `embedded file manifest.yaml holds a value for FLUTE_CLIENT_SECRET on line 6`

//go:embed template.yaml
var template string
