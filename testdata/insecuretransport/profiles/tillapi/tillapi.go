// Package tillapi calls the payment API by the client that it is given.
package tillapi

import (
	"context"
	"net/http"
	"net/url"
	"os"
)

// Tills are those of a shop.
type Tills struct {
	web  *http.Client
	shop string
	base string
}

// For returns those of a shop.
func For(shop string, web *http.Client) *Tills {
	return &Tills{web: web, shop: shop, base: os.Getenv("AURORA_BASE_URL")}
}

// Close ends the batch of one.
func (t *Tills) Close(ctx context.Context, till string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, t.base+"/pay-api/v1/settlements/"+url.PathEscape(till), http.NoBody)
	if err != nil {
		return err
	}
	return t.send(req)
}

// Show reads one.
func (t *Tills) Show(ctx context.Context, till string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, t.base+"/pos-api/v1/terminals/"+url.PathEscape(till), nil)
	if err != nil {
		return err
	}
	return t.send(req)
}

func (t *Tills) send(req *http.Request) error {
	req.Header.Set("X-Shop", t.shop)
	resp, err := t.web.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
