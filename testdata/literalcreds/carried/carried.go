// Package carried gives a client of the API credentials by a context.
package carried

import (
	"context"
	"net/http"
	"os"

	"github.com/auroravet/auroravet/testdata/literalcreds/carried/deskapi"
)

const base = "https://api.flute.com/v2"

func request(ctx context.Context) (*http.Request, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, base+"/ping", nil)
	if err == nil {
		deskapi.Sign(ctx, r)
	}
	return r, err
}

func night(ctx context.Context) (*http.Request, error) {
	return request(context.WithValue(ctx, deskapi.ContextAccessToken, "vN8qLw3TzKr6YbXm1HsDc5PgJf9E")) // want `ContextAccessToken is written in the source \(28 characters\)`
}

func given(ctx context.Context) (*http.Request, error) {
	return request(context.WithValue(ctx, deskapi.ContextAccessToken, os.Getenv("FLUTE_ACCESS_TOKEN")))
}

func operated(ctx context.Context) (*http.Request, error) {
	return request(context.WithValue(ctx, deskapi.ContextOperator, "vN8qLw3TzKr6YbXm1HsDc5PgJf9E"))
}

func placeholder(ctx context.Context) (*http.Request, error) {
	return request(context.WithValue(ctx, deskapi.ContextAccessToken, "<access token>"))
}

func marked(ctx context.Context) (*http.Request, error) {
	return request(context.WithValue(ctx, deskapi.ContextAccessToken, "none"))
}

func keyed(ctx context.Context) (*http.Request, error) {
	keys := map[string]deskapi.APIKey{"desk": {Key: "zR4mXt9QwLc2VnKy7BpHd6Gs8JfE"}} // want `is written in the source \(28 characters\)`
	return request(context.WithValue(ctx, deskapi.ContextAPIKeys, keys))
}

func basic(ctx context.Context) (*http.Request, error) {
	return request(context.WithValue(ctx, deskapi.ContextBasicAuth, deskapi.BasicAuth{
		UserName: "desk",
		Password: "zR4mXt9QwLc2VnKy", // want `Password is written`
	}))
}

type bearerToken struct{}

func typed(ctx context.Context) context.Context {
	return context.WithValue(ctx, bearerToken{}, "zR4mXt9QwLc2VnKy7BpHd6Gs8JfE") // want `bearerToken is written`
}

type tokenIssuer struct{}

func issuer(ctx context.Context) context.Context {
	return context.WithValue(ctx, tokenIssuer{}, "zR4mXt9QwLc2VnKy7BpHd6Gs8JfE")
}
