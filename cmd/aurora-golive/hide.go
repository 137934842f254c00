package main

import (
	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/lazyregexp"
)

// literal is a string that the compiler quotes from the source, which may be a secret.
var literal = lazyregexp.New(`(constant )"(?:[^"\\]|\\.)*"|"(?:[^"\\]|\\.)*"( \(untyped string constant| \(constant)`)

// hideLiterals takes what the source writes out of the words of the compiler.
func hideLiterals(text string) string {
	return aurora.MaskCards(literal().ReplaceAllString(text, `$1"…"$2`))
}
