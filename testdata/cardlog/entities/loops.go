package entities

import (
	"log"
	"maps"
	"slices"
	"strings"
)

type swipe struct{ Track2, CVV string }

func loops(c Card, s swipe) {
	m := map[string]string{"no": c.CardNumber, "brand": c.Brand}
	for k, v := range maps.All(m) {
		log.Println(k, v) // want `v shows the card number`
	}
	for i, v := range slices.Backward([]string{c.CardNumber, c.Brand}) {
		log.Println(i, v) // want `v shows the card number`
	}
	for part := range strings.SplitSeq(s.Track2, "=") {
		log.Println(part) // want `part shows the track data`
	}
}

func harmlessLoops(c Card, s swipe) {
	m := map[string]string{"no": c.CardNumber, "brand": c.Brand}
	for k, v := range maps.All(m) {
		if k == "no" {
			continue
		}
		log.Println(k, v)
	}
	for k := range maps.Keys(m) {
		log.Println(k)
	}
	for i, v := range slices.All([]string{c.Brand}) {
		log.Println(i, v)
	}
	n := 0
	for range strings.SplitSeq(s.Track2, "=") {
		n++
	}
	log.Println(n)
}
