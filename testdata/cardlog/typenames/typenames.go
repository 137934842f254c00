// Package typenames has types of cards whose name says more than that they are cards.
package typenames

import (
	"fmt"
	"log"
)

// CardOnFile is a card, wherever it is.
type CardOnFile struct {
	Number   string
	ExpMonth int
}

// GuestCardEntry has a code beside its number.
type GuestCardEntry struct {
	Number       string
	SecurityCode string
}

// CardOnTable is a card of a game.
type CardOnTable struct {
	Number int
	Suit   string
}

// GiftCardEntry has a code of its own.
type GiftCardEntry struct {
	Number       string
	SecurityCode string
}

// KeyCardEntry opens a door.
type KeyCardEntry struct {
	Number string
	Door   string
}

func onFile(c CardOnFile) { log.Println(c.Number) } // want `c.Number shows the card number`

func entry(c GuestCardEntry) error {
	return fmt.Errorf("entry %s refused", c.Number) // want `c.Number puts the card number into the text of an error`
}

func onTable(c CardOnTable) { log.Println(c.Number, c) }

func gift(c GiftCardEntry) { log.Println(c.Number) }

func door(c KeyCardEntry) { log.Println(c.Number, c) }
