// Package idem carries keys in contexts.
package idem

import "context"

type key struct{}

// With returns a context that carries k.
func With(ctx context.Context, k string) context.Context { return context.WithValue(ctx, key{}, k) }

// From returns the key of ctx, if it has one.
func From(ctx context.Context) (string, bool) {
	k, ok := ctx.Value(key{}).(string)
	return k, ok && k != ""
}
