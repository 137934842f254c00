// Package other keeps a token of another service beside calls of the API.
package other

import (
	"encoding/json"
	"net/http"
	"net/url"
)

// Shipping calls the parcel service.
type Shipping struct{ token string }

// NewShipping signs in there.
func NewShipping() (*Shipping, error) {
	resp, err := http.PostForm("https://login.parcels.example/oauth2/token", url.Values{"grant_type": {"client_credentials"}})
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var a struct {
		AccessToken string `json:"access_token"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil {
		return nil, err
	}
	return &Shipping{token: a.AccessToken}, nil
}

// Label makes a label.
func (s *Shipping) Label(id string) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodPost, "https://api.parcels.example/labels/"+id, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+s.token)
	return http.DefaultClient.Do(req)
}

// Ping asks the API whether it is there.
func Ping() (*http.Response, error) {
	return http.Get("https://api.flute.com/pay-int-api/ping")
}
