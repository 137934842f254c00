package main

import (
	"fmt"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/lazyregexp"
)

// hideCards takes card numbers out of a text that people wrote, or that comes from an address.
func hideCards(text string) string {
	refs := aurora.PANs(text)
	for i := len(refs) - 1; i >= 0; i-- {
		text = text[:refs[i].Start] + fmt.Sprintf("[%d characters]", refs[i].End-refs[i].Start) + text[refs[i].End:]
	}
	return text
}

// literal is a string that the compiler quotes from the source, which may be a secret.
var literal = lazyregexp.New(`(constant )"(?:[^"\\]|\\.)*"|"(?:[^"\\]|\\.)*"( \(untyped string constant| \(constant)`)

// hideLiterals takes what the source writes out of the words of the compiler.
func hideLiterals(text string) string {
	return hideCards(literal().ReplaceAllString(text, `$1"…"$2`))
}
