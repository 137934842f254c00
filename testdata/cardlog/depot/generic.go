package depot

import "log"

type outgoing[T any] struct{ path string }

// Outgoing is a request for a T.
type Outgoing[T any] interface {
	send(payload any) (*T, error)
	count(payload any) (*T, error)
}

func newOutgoing[T any](path string) Outgoing[T] { return outgoing[T]{path} }

func (o outgoing[T]) send(payload any) (*T, error) {
	log.Printf("%s: %+v", o.path, payload)
	return new(T), nil
}

func (o outgoing[T]) count(payload any) (*T, error) {
	log.Printf("%s: %T", o.path, payload)
	return new(T), nil
}

func buy(p Pass) (*Ride, error) {
	req := newOutgoing[Ride]("/passes")
	if _, err := req.count(p); err != nil {
		return nil, err
	}
	return req.send(p) // want `p shows the card number`
}

// Stored is what the API keeps of a card.
type Stored struct {
	CardLast4 string
	CardBrand string
	CardExp   string
}

// Expiring is about one card.
type Expiring struct {
	Rider   string
	CardExp string
}

func stored(s Stored, x Expiring) {
	log.Printf("%+v", s)
	log.Printf("%+v", x) // want `x shows the expiry date`
}
