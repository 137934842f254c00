// Package ctxlog is a logger whose fields travel in the context.
package ctxlog

import (
	"context"
	"log"
	"log/slog"
	"os"
	"slices"
)

type (
	fieldsKey struct{}
	noteKey   struct{}
	slotKey   int
)

const (
	callerSlot slotKey = iota
	quietSlot
)

var base = slog.New(slog.NewJSONHandler(os.Stdout, nil))

// With adds a field to what is logged under the context.
func With(ctx context.Context, key string, value any) context.Context {
	kv, _ := ctx.Value(fieldsKey{}).([]any)
	return context.WithValue(ctx, fieldsKey{}, append(slices.Clone(kv), key, value))
}

// Info logs progress with the fields of the context.
func Info(ctx context.Context, msg string, kv ...any) {
	fields, _ := ctx.Value(fieldsKey{}).([]any)
	base.With(fields...).Info(msg, kv...)
}

// Note keeps one thing that is written with each line.
func Note(ctx context.Context, note any) context.Context {
	return context.WithValue(ctx, noteKey{}, note)
}

// Line writes it.
func Line(ctx context.Context) {
	if note := ctx.Value(noteKey{}); note != nil {
		log.Printf("note: %+v", note)
	}
}

// Caller keeps what is written, Quiet what is not: their keys differ in the value alone.
func Caller(ctx context.Context, v any) context.Context {
	return context.WithValue(ctx, callerSlot, v)
}

// Quiet keeps what nobody writes.
func Quiet(ctx context.Context, v any) context.Context {
	return context.WithValue(ctx, quietSlot, v)
}

// Who writes the caller.
func Who(ctx context.Context) { log.Print(ctx.Value(callerSlot)) }

// Held is what Quiet kept.
func Held(ctx context.Context) any { return ctx.Value(quietSlot) }

// Tracer makes a function that writes what it is given.
func Tracer(step string) func(ctx context.Context, v any) {
	return func(ctx context.Context, v any) { base.Info("step", "name", step, "value", v) }
}

// Counter makes one that counts only.
func Counter(step string) func(ctx context.Context, v any) {
	n := 0
	return func(context.Context, any) {
		n++
		base.Info("step", "name", step, "count", n)
	}
}

type tracer struct{ step string }

func (t tracer) write(v any) { base.Info(t.step, "value", v) }

// Method makes one of a method.
func Method(step string) func(v any) { return tracer{step}.write }
