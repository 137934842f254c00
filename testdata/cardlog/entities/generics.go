package entities

import "log/slog"

type handler[T any] func(T) error

// What the literal shows is of the type that the caller of logged has.
func logged[T any](h handler[T]) handler[T] {
	return func(v T) error {
		err := h(v)
		if err != nil {
			slog.Error("failed", "value", v, "err", err)
		}
		return err
	}
}

func counted[T any](h handler[T]) handler[T] {
	n := 0
	return func(v T) error {
		n++
		slog.Info("handled", "n", n)
		return h(v)
	}
}

func both[U any](h handler[U]) handler[U] { return counted(logged(h)) }

type envelope[T any] struct {
	ID   string
	Body T
}

func bodies[T any](h handler[envelope[T]]) handler[envelope[T]] {
	return func(e envelope[T]) error {
		slog.Debug("in", "body", e.Body)
		return h(e)
	}
}

func ids[T any](h handler[envelope[T]]) handler[envelope[T]] {
	return func(e envelope[T]) error {
		slog.Debug("in", "id", e.ID)
		return h(e)
	}
}

type bus[T any] struct{ subs []func(T) }

func (b *bus[T]) trace() {
	b.subs = append(b.subs, func(v T) { slog.Debug("event", "value", v) })
}

func decorated(h handler[Card], e handler[envelope[Card]], b *bus[Card]) {
	_ = logged(h) // want `shows the card number`
	_ = both(h)   // want `shows the card number`
	_ = bodies(e) // want `shows the card number`
	b.trace()     // want `shows the card number`
}

func harmless(h handler[string], e handler[envelope[Card]], f handler[envelope[int]], b *bus[bool]) {
	_ = logged(h)
	_ = both(h)
	_ = counted(e)
	_ = ids(e)
	_ = bodies(f)
	b.trace()
}
