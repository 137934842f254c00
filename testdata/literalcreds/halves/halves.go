// Package halves has the parts of a key; another package puts them together.
package halves

const (
	First  = "0b9f6e21c4a7"
	Second = "58d3e90a7b1c"
	Label  = "till"
)
