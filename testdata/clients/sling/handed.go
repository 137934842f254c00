package sling

import (
	"os"

	"github.com/dghubble/sling"
)

// Kiosk holds a client of the library.
type Kiosk struct{ base *sling.Sling }

// NewKiosk is its only maker.
func NewKiosk() *Kiosk {
	return &Kiosk{sling.New().Client(hc).Base(os.Getenv("ARISE_BASE_URL"))}
}

// Park does not call the API.
type Park struct{ base *sling.Sling }

// NewPark is its only maker.
func NewPark() *Park {
	return &Park{sling.New().Client(hc).Base("https://parking.example.com")}
}

// HandedKiosk sends through the kiosk that it is given.
func HandedKiosk(k *Kiosk, id string) error {
	_, err := k.base.New().Delete("customers/" + id).ReceiveSuccess(nil) // want `DELETE …/customers/… leaves without an idempotency key`
	return err
}

// HandedKey has a key.
func HandedKey(k *Kiosk, id string) error {
	_, err := k.base.New().Delete("customers/"+id).Set("Idempotency-Key", "drop-"+id).ReceiveSuccess(nil)
	return err
}

// HandedPark sends to somebody else.
func HandedPark(p *Park, id string) error {
	_, err := p.base.New().Delete("customers/" + id).ReceiveSuccess(nil)
	return err
}
