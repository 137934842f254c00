// Package till logs by contexts and by functions that others make.
package till

import (
	"context"

	"github.com/auroravet/auroravet/testdata/cardlog/carried/ctxlog"
)

// Card is what the terminal reads.
type Card struct {
	CardNumber string
	CVV        string
}

// Receipt has nothing of it.
type Receipt struct {
	Order string
	Last4 string
}

type till struct {
	trace func(context.Context, any)
	count func(context.Context, any)
}

func newTill() *till {
	return &till{trace: ctxlog.Tracer("till"), count: ctxlog.Counter("till")}
}

func attach(ctx context.Context, c Card) {
	ctx = ctxlog.With(ctx, "order", "17")
	ctx = ctxlog.With(ctx, "card", c) // want `card number and security code`
	ctxlog.Info(ctx, "read")
}

func attachReceipt(ctx context.Context, r Receipt) {
	ctx = ctxlog.With(ctx, "receipt", r)
	ctx = ctxlog.With(ctx, "last4", r.Last4)
	ctxlog.Info(ctx, "read")
}

func note(ctx context.Context, c Card) {
	ctxlog.Line(ctxlog.Note(ctx, c.CardNumber)) // want `card number`
}

func noteReceipt(ctx context.Context, r Receipt) {
	ctxlog.Line(ctxlog.Note(ctx, r))
}

func slots(ctx context.Context, c Card) {
	ctx = ctxlog.Caller(ctx, c) // want `card number and security code`
	ctxlog.Who(ctx)
	ctx = ctxlog.Quiet(ctx, c)
	_ = ctxlog.Held(ctx)
}

func (t *till) preview(ctx context.Context, c Card, r Receipt) {
	t.trace(ctx, r)
	t.trace(ctx, c) // want `card number and security code`
	t.count(ctx, c)
}

var written = ctxlog.Method("till")

func local(ctx context.Context, c Card, r Receipt) {
	step := ctxlog.Tracer("local")
	step(ctx, c) // want `card number and security code`
	step(ctx, r)
	ctxlog.Counter("local")(ctx, c)
	ctxlog.Tracer("once")(ctx, c.CVV) // want `security code`
	written(r)
	written(c) // want `card number and security code`
}

func hush(ctx context.Context, c Card) {
	ctx = ctxlog.Hush(ctx, "cvv", c.CVV)
	ctx = ctxlog.Hush(ctx, "entered", c.CVV) // want `security code`
	ctxlog.Hushed(ctx, "verify")
	ctxlog.Pair("cvv", c.CVV)
	ctxlog.Pair("entered", c.CVV) // want `security code`
}
