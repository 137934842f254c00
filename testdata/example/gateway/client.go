// Package gateway is the shop's client of the Aurora payments API.
package gateway

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"

	"github.com/auroravet/auroravet/testdata/example/config"
)

// Client sends requests with an access token that is renewed before it expires.
type Client struct {
	base string
	http *http.Client
}

// New returns a client whose requests, those for a token too, end after 30 seconds.
func New(ctx context.Context, cfg *config.Config) *Client {
	bounded := &http.Client{Timeout: 30 * time.Second}
	credentials := clientcredentials.Config{
		ClientID:     cfg.ClientID,
		ClientSecret: cfg.ClientSecret,
		TokenURL:     cfg.OAuthURL + "/oauth2/token",
		Scopes:       []string{"offline_access"},
	}
	tokens := credentials.TokenSource(context.WithValue(ctx, oauth2.HTTPClient, bounded))
	return &Client{
		base: cfg.APIURL,
		http: &http.Client{
			Timeout:   30 * time.Second,
			Transport: &oauth2.Transport{Source: tokens},
		},
	}
}

// Error is an answer of the API that is no success.
type Error struct {
	Status        int
	CorrelationID string
}

func (e *Error) Error() string {
	return fmt.Sprintf("payment API answered %d (correlation %s)", e.Status, e.CorrelationID)
}

// send makes one request. key is empty for a request that changes nothing.
func (c *Client) send(ctx context.Context, method, path, key string, in, out any) error {
	var body bytes.Buffer
	if in != nil {
		if err := json.NewEncoder(&body).Encode(in); err != nil {
			return err
		}
	}
	req, err := http.NewRequestWithContext(ctx, method, c.base+path, &body)
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	if key != "" {
		req.Header.Set("Idempotency-Key", key)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return &Error{Status: resp.StatusCode, CorrelationID: resp.Header.Get("X-Correlation-Id")}
	}
	if out == nil {
		return nil
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

// Transaction reads a transaction.
func (c *Client) Transaction(ctx context.Context, id string) (*Transaction, error) {
	var out Transaction
	err := c.send(ctx, http.MethodGet, "/v2/transactions/"+url.PathEscape(id), "", nil, &out)
	return &out, err
}
