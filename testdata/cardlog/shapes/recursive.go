package shapes

import (
	"encoding/json"
	"log"
	"log/slog"
)

// Types and values that hold themselves come to an end.
type (
	tree    map[string]tree
	nest    []nest
	pointer *pointer
	node    struct {
		Card Card
		Next *node
		Kids []node
		Any  map[string]any
	}
)

func recursive(t tree, n nest, p pointer, d node) {
	log.Println(t, n, p)
	log.Println(d) // want `d shows`
	b, _ := json.Marshal(d.Kids)
	log.Println(string(b)) // want `string\(b\) shows`
}

func walk(d *node) {
	for n := d; n != nil; n = n.Next {
		log.Println(n.Card.Holder)
		log.Println(n.Card.Number) // want `n.Card.Number shows`
	}
}

func parts(number, cardNumber string) {
	s := cardNumber
	for i := len(s); i > 0; i = i - 2 {
		log.Println(s[i:])
	}
	for len(s) > 0 {
		s = s[1:]
	}
	log.Println(s == "", number)
}

func itself(c Card, depth int) string {
	if depth == 0 {
		return c.Number
	}
	return itself(c, depth-1)
}

func logItself(c Card) {
	log.Println(itself(c, 3)) // want `itself\(c, 3\) shows`
}

func defaults(c Card) {
	slog.SetDefault(slog.Default().With("app", "x"))
	slog.Info("card", "n", c.Number) // want `c.Number shows`
}
