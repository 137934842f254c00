package entities

import (
	"log"
	"strings"
)

func hide(s string) string { return strings.Repeat("*", len(s)) }

// The literal sees what was put in before it was made.
func hidden(c Card, work func() error) (err error) {
	number := c.CardNumber
	number = hide(number)
	defer func() { log.Println("done", number, err) }()
	return work()
}

func hiddenLate(c Card, work func()) {
	number := c.CardNumber
	say := func() { log.Println("now", number) } // want `number shows the card number`
	say()
	number = hide(number)
	work()
}

func hiddenElsewhere(c Card, each func(func())) {
	number := c.CardNumber
	each(func() { number = hide(number) })
	each(func() { log.Println("each", number) }) // want `number shows the card number`
}

func hiddenInLoop(cs []Card, later func(func())) {
	var number string
	for _, c := range cs {
		later(func() { log.Println("loop", number) }) // want `number shows the card number`
		number = c.CardNumber
	}
}

func hiddenTwice(c Card, later func(func())) {
	number := c.CardNumber
	if len(number) > 4 {
		number = number[len(number)-4:]
	} else {
		number = ""
	}
	later(func() { later(func() { log.Println("inner", number) }) })
}
