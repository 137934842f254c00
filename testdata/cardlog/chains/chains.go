// Package chains follows maps whose values are their keys.
package chains

import "log"

// Card is what a customer pays with.
type Card struct{ Number, CVV string }

// replaced has the number of the card that took the place of another.
var replaced = map[string]string{}

// Newest follows a card number to that of the card that is valid now.
func Newest(cardNumber string) string {
	for next := replaced[cardNumber]; next != ""; next = replaced[next] {
		cardNumber = next
	}
	log.Println("now valid", cardNumber) // want `card number`
	return cardNumber
}

// path prints the steps of a walk through a graph.
func path(src, dst string, edges map[string][]string) {
	before := map[string]string{src: src}
	queue := []string{src}
	for len(queue) > 0 {
		n := queue[0]
		queue = queue[1:]
		for _, v := range edges[n] {
			if _, seen := before[v]; !seen {
				before[v] = n
				queue = append(queue, v)
			}
		}
	}
	for at := dst; at != src; at = before[at] {
		log.Printf("step %s", at)
	}
}

// levels goes through maps in maps by what they hold.
func levels(from string, up map[string]map[string]string, card Card) {
	key := "root"
	for level := up[from]; level != nil; level = up[key] {
		key = level[key]
		log.Println(key)
	}
	log.Println(key, card) // want `card number`
}
