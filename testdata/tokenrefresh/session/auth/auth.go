// Package auth asks the API for access tokens.
package auth

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"
)

// Answer is what the token endpoint answers.
type Answer struct {
	Access  string `json:"access_token"`
	Expires int    `json:"expires_in"`
}

var hc = &http.Client{Timeout: 30 * time.Second}

// Fetch asks for a token.
func Fetch(ctx context.Context) (Answer, error) {
	form := url.Values{"grant_type": {"client_credentials"}, "client_id": {os.Getenv("AURORA_CLIENT_ID")}, "client_secret": {os.Getenv("AURORA_CLIENT_SECRET")}}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("AURORA_OAUTH_BASE_URL")+"/oauth2/token", strings.NewReader(form.Encode()))
	if err != nil {
		return Answer{}, err
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	resp, err := hc.Do(req)
	if err != nil {
		return Answer{}, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return Answer{}, errors.New(resp.Status)
	}
	var a Answer
	return a, json.NewDecoder(resp.Body).Decode(&a)
}

// Bearer is the header of a request.
func Bearer(ctx context.Context) (string, error) {
	a, err := Fetch(ctx)
	if err != nil {
		return "", err
	}
	return "Bearer " + a.Access, nil
}
