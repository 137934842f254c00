package libraries

import (
	"context"
	"encoding/json"
	"os"
	"time"

	"golang.org/x/oauth2"
)

// Lone has a token that it does not know the end of, and nothing to get another one from.
func Lone() (oauth2.TokenSource, error) {
	t, err := fetched()
	if err != nil {
		return nil, err
	}
	return oauth2.ReuseTokenSource(&oauth2.Token{AccessToken: t}, nil), nil // want `oauth2.ReuseTokenSource gives the same access token for ever`
}

// Begun never asks its source, as its first token does not say when it ends.
func Begun(ctx context.Context) oauth2.TokenSource {
	begin := &oauth2.Token{AccessToken: os.Getenv("AURORA_ACCESS_TOKEN"), TokenType: "Bearer"}
	return oauth2.ReuseTokenSourceWithExpiry(begin, config().TokenSource(ctx), time.Minute) // want `oauth2.ReuseTokenSourceWithExpiry gives the same access token for ever`
}

// Ending asks it when the first has ended.
func Ending(ctx context.Context) (oauth2.TokenSource, error) {
	t, err := fetched()
	if err != nil {
		return nil, err
	}
	begin := &oauth2.Token{AccessToken: t}
	begin.Expiry = time.Now().Add(time.Minute)
	return oauth2.ReuseTokenSource(begin, config().TokenSource(ctx)), nil
}

// Saved begins with what a file says.
func Saved(ctx context.Context, raw []byte) (oauth2.TokenSource, error) {
	begin := new(oauth2.Token)
	if err := json.Unmarshal(raw, begin); err != nil {
		return nil, err
	}
	return oauth2.ReuseTokenSource(begin, config().TokenSource(ctx)), nil
}

func renewing(ctx context.Context) oauth2.TokenSource {
	return oauth2.ReuseTokenSource(nil, config().TokenSource(ctx))
}

// Still takes one token of a source, and gives it to all.
func Still(ctx context.Context) (oauth2.TokenSource, error) {
	t, err := renewing(ctx).Token()
	if err != nil {
		return nil, err
	}
	return oauth2.StaticTokenSource(t), nil // want `oauth2.StaticTokenSource gives the same access token for ever`
}

// Flowing gives the source.
type Flowing struct{ src oauth2.TokenSource }

// NewFlowing makes one.
func NewFlowing(ctx context.Context) *Flowing { return &Flowing{renewing(ctx)} }
