package ctxlog

import (
	"context"
	"log/slog"
	"os"
)

type hushKey struct{}

var hushed = slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{
	ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == "cvv" {
			return slog.String(a.Key, "***")
		}
		return a
	},
}))

// Hush adds a field to what is logged by a handler that hides one key.
func Hush(ctx context.Context, key string, value any) context.Context {
	kv, _ := ctx.Value(hushKey{}).([]any)
	return context.WithValue(ctx, hushKey{}, append(kv, key, value))
}

// Hushed logs with the fields.
func Hushed(ctx context.Context, msg string) {
	kv, _ := ctx.Value(hushKey{}).([]any)
	hushed.Info(msg, kv...)
}

// Pair logs one value by that handler.
func Pair(key string, value any) { hushed.Info("pair", key, value) }
