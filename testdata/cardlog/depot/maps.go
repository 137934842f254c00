// Package depot sells bus passes: cards in maps, in callbacks and in text that is made again.
package depot

import (
	"encoding/json"
	"log"
	"maps"
	"net/http"
	"slices"
)

// Pass is a pass with the card that pays for it.
type Pass struct {
	Rider      string
	CardNumber string
	CVV        string
}

// Chip is what a reader tells.
type Chip struct {
	PAN     string
	EmvTags map[string]string
	Reader  string
}

func decodedMap(w http.ResponseWriter, r *http.Request) {
	var m map[string]any
	if json.NewDecoder(r.Body).Decode(&m) != nil {
		return
	}
	number, _ := m["cardNumber"].(string)
	log.Println("paying", number) // want `number shows the card number`
	brand, _ := m["cardBrand"].(string)
	log.Println("paying", brand)
}

func decodedWhole(w http.ResponseWriter, r *http.Request) {
	var m map[string]any
	if json.NewDecoder(r.Body).Decode(&m) != nil {
		return
	}
	if n, _ := m["cardNumber"].(string); len(n) < 13 {
		log.Println("odd", m) // want `m shows the card number`
	}
}

func decodedGuard(w http.ResponseWriter, r *http.Request) {
	var m map[string]any
	if json.NewDecoder(r.Body).Decode(&m) != nil {
		return
	}
	if _, found := m["cardNumber"]; found {
		return // raw cards are refused
	}
	log.Println("order", m)
}

func decodedPurged(w http.ResponseWriter, r *http.Request) {
	var m map[string]any
	if json.NewDecoder(r.Body).Decode(&m) != nil {
		return
	}
	pay(m["cardNumber"])
	delete(m, "cardNumber")
	log.Println("order", m)
}

func pay(any) {}

func keyed(ps []Pass) {
	seen := map[string]int{}
	riders := map[string]int{}
	for _, p := range ps {
		seen[p.CardNumber]++
		riders[p.Rider]++
	}
	for n := range seen {
		log.Println("twice", n) // want `n shows the card number`
	}
	for n := range riders {
		log.Println("twice", n)
	}
	log.Println(slices.Sorted(maps.Keys(seen))) // want `slices.Sorted\(maps.Keys\(seen\)\) shows the card number`
	log.Println(slices.Sorted(maps.Keys(riders)))
}

func byRider(ps []Pass) {
	cards := map[string]string{}
	for _, p := range ps {
		cards[p.Rider] = p.CardNumber
	}
	log.Println(slices.Sorted(maps.Keys(cards)))
}

func tags(c Chip) {
	for tag, v := range c.EmvTags {
		log.Println(tag, v) // want `shows the EMV tags`
	}
	log.Println(len(c.EmvTags), c.Reader)
}
