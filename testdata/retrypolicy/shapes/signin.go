package shapes

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

type pass struct {
	Access string `json:"access_token"`
}

func signIn(ctx context.Context) (*pass, error) {
	form := url.Values{"grant_type": {"client_credentials"}}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("AURORA_OAUTH_BASE_URL")+"/oauth2/token", strings.NewReader(form.Encode()))
	if err != nil {
		return nil, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	switch {
	case resp.StatusCode >= 500:
		return nil, errUnavailable
	case resp.StatusCode != http.StatusOK:
		return nil, errGivenUp
	}
	p := new(pass)
	if err := json.NewDecoder(resp.Body).Decode(p); err != nil {
		return nil, err
	}
	if p.Access == "" {
		return nil, errUnavailable
	}
	return p, nil
}

var (
	errUnavailable = errors.New("not there yet")
	errGivenUp     = errors.New("refused")
)

// patientSignIn has no end, though an answer without a token is one more reason to try.
func patientSignIn(ctx context.Context) (*pass, error) {
	for {
		p, err := signIn(ctx) // want `POST .*/oauth2/token has no end` `POST .*/oauth2/token waits the same time before each attempt`
		if !errors.Is(err, errUnavailable) {
			return p, err
		}
		time.Sleep(5 * time.Second)
	}
}

// boundedSignIn is right.
func boundedSignIn(ctx context.Context) (*pass, error) {
	for n := 0; ; n++ {
		p, err := signIn(ctx)
		if !errors.Is(err, errUnavailable) || n == 3 {
			return p, err
		}
		time.Sleep(time.Second << n)
	}
}
