package shapes

import (
	"context"
	"net/http"
	"os"
	"time"
)

// granted is what a function of somebody else gives.
type granted struct{ AccessToken string }

// lazy keeps a token until it is refused.
type lazy struct {
	text string
	ask  func(context.Context) (granted, error)
}

func (l *lazy) get(ctx context.Context, refused string) (string, error) {
	if l.text == "" || l.text == refused {
		g, err := l.ask(ctx)
		if err != nil {
			return "", err
		}
		l.text = g.AccessToken
	}
	return l.text, nil
}

// vendor remembers which token was refused.
type vendor struct{ tokens *lazy }

func (v *vendor) send(ctx context.Context, key, token string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("FLUTE_BASE_URL")+"/v2/transactions", http.NoBody)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Idempotency-Key", key)
	return hc.Do(req)
}

// Sell asks for another token once.
func (v *vendor) Sell(ctx context.Context, key string) error {
	refused := ""
	for {
		token, err := v.tokens.get(ctx, refused)
		if err != nil {
			return err
		}
		resp, err := v.send(ctx, key, token)
		if err != nil {
			return err
		}
		resp.Body.Close()
		if resp.StatusCode == http.StatusUnauthorized && refused == "" {
			refused = token
			continue
		}
		return nil
	}
}

// Resell asks for another token as often as that is refused.
func (v *vendor) Resell(ctx context.Context, key string) error {
	refused := ""
	for n := range 4 {
		token, err := v.tokens.get(ctx, refused)
		if err != nil {
			return err
		}
		resp, err := v.send(ctx, key, token) // want `the retry of POST ./v2/transactions repeats what is answered with 401`
		if err != nil {
			return err
		}
		resp.Body.Close()
		if resp.StatusCode != http.StatusUnauthorized {
			return nil
		}
		refused = token
		time.Sleep(time.Second << n)
	}
	return errGivenUp
}
