// Package deskapi is a client that takes what it signs with from a context.
package deskapi

import (
	"context"
	"net/http"
)

type contextKey string

var (
	// ContextAccessToken takes an access token, ContextAPIKeys several keys, ContextOperator a name.
	ContextAccessToken = contextKey("accesstoken")
	ContextAPIKeys     = contextKey("apiKeys")
	ContextOperator    = contextKey("operator")
	// ContextBasicAuth takes a BasicAuth.
	ContextBasicAuth = contextKey("basic")
)

// APIKey is a key of a client.
type APIKey struct {
	Key    string
	Prefix string
}

// BasicAuth is a user.
type BasicAuth struct{ UserName, Password string }

// Sign puts the credentials of a context on a request.
func Sign(ctx context.Context, r *http.Request) {
	if tok, ok := ctx.Value(ContextAccessToken).(string); ok {
		r.Header.Set("Authorization", "Bearer "+tok)
	}
	if keys, ok := ctx.Value(ContextAPIKeys).(map[string]APIKey); ok {
		r.Header.Set("X-Api-Key", keys["desk"].Key)
	}
	if op, ok := ctx.Value(ContextOperator).(string); ok {
		r.Header.Set("X-Operator", op)
	}
	if b, ok := ctx.Value(ContextBasicAuth).(BasicAuth); ok {
		r.SetBasicAuth(b.UserName, b.Password)
	}
}
