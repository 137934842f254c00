// Package evlog logs what entities say of themselves.
package evlog

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
)

// Loggable has fields for the log.
type Loggable interface {
	LogFields() map[string]any
}

// Named has a text of its own.
type Named interface {
	Title() string
}

// Entity logs an entity.
func Entity(ctx context.Context, v Loggable) {
	slog.InfoContext(ctx, "entity", "fields", v.LogFields())
}

// Typed does so with its type.
func Typed[T Loggable](ctx context.Context, v T) {
	slog.InfoContext(ctx, fmt.Sprintf("%T", v), "fields", v.LogFields())
}

// Failed logs an error.
func Failed(err error) { slog.Error("failed", "err", err.Error()) }

// Titles logs the titles of some.
func Titles(vs ...Named) {
	var all []string
	for _, v := range vs {
		all = append(all, v.Title())
	}
	slog.Info(strings.Join(all, ", "))
}

// Title logs one.
func Title(v Named) { through(v) }

func through(v Named) { slog.Info("title", "text", v.Title()) }
