package depot

import (
	"iter"
	"log"
	"sync"
)

func each(ps []Pass, f func(i int, text string)) {
	for i, p := range ps {
		f(i, p.CardNumber)
	}
}

func eachRider(ps []Pass, f func(i int, text string)) {
	for i, p := range ps {
		f(i, p.Rider)
	}
}

func visit(ps []Pass) {
	each(ps, func(i int, n string) { log.Println(i, n) }) // want `n shows the card number`
	eachRider(ps, func(i int, n string) { log.Println(i, n) })
}

func numbers(ps []Pass) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, p := range ps {
			if !yield(p.CardNumber) {
				return
			}
		}
	}
}

func riders(ps []Pass) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, p := range ps {
			if !yield(p.Rider) {
				return
			}
		}
	}
}

func loop(ps []Pass) {
	for n := range numbers(ps) {
		log.Println(n) // want `n shows the card number`
	}
	for n := range riders(ps) {
		log.Println(n)
	}
}

func late(p Pass) {
	number := sync.OnceValue(func() string { return p.CardNumber })
	log.Println(number()) // want `shows the card number`
	rider := sync.OnceValue(func() string { return p.Rider })
	log.Println(rider())
}
