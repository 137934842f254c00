package carddata

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/tools/go/ssa"
)

// sampleNumbers are card numbers as they stand in a field or in a text around.
var sampleNumbers = []string{"4111111111111111", "378282246310005", "card 5500000000000004, thanks", `{"number":"4111111111111111"}`}

// shownDigits is how many digits of a card number may be shown: the first six and last four.
const shownDigits = 10

// patternHides says whether a call replaces what a fixed pattern finds, and no card number
// is left after that.
func (e *engine) patternHides(call *ssa.Call) bool {
	fn := call.Call.StaticCallee()
	if fn == nil || !strings.HasPrefix(fn.String(), "(*regexp.Regexp).ReplaceAll") || len(call.Call.Args) != 3 {
		return false
	}
	with, fixed := constText(underConversion(call.Call.Args[2]))
	if !fixed {
		return false
	}
	pattern := e.patternOf(call.Call.Args[0])
	if pattern == nil {
		return false
	}
	for _, sample := range sampleNumbers {
		left := ""
		if strings.Contains(fn.Name(), "Literal") {
			left = pattern.ReplaceAllLiteralString(sample, with)
		} else {
			left = pattern.ReplaceAllString(sample, with)
		}
		if digits(left) > shownDigits {
			return false
		}
	}
	return true
}

func digits(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// patternOf returns the expression that v is compiled from, or nil.
func (e *engine) patternOf(v ssa.Value) *regexp.Regexp {
	var texts []string
	for _, s := range e.resolve(ref{v, "", nil}) {
		vals := []ssa.Value{s.v}
		if g, ok := s.v.(*ssa.Global); ok {
			vals = nil
			for _, w := range e.writes.of[g] {
				if w.val != nil {
					vals = append(vals, w.val)
				}
			}
		}
		for _, v := range vals {
			call, ok := v.(*ssa.Call)
			if !ok || call.Call.StaticCallee() == nil || call.Call.StaticCallee().String() != "regexp.MustCompile" {
				return nil
			}
			text, fixed := constText(call.Call.Args[0])
			if !fixed {
				return nil
			}
			if !slices.Contains(texts, text) {
				texts = append(texts, text)
			}
		}
	}
	if len(texts) != 1 {
		return nil
	}
	pattern, err := regexp.Compile(texts[0])
	if err != nil {
		return nil
	}
	return pattern
}

// withoutNumber is c after the card numbers in it were taken out; no name tells of one any more.
func (c content) withoutNumber() content {
	out := content{}
	for _, a := range c.atoms {
		if a.kinds &^= panKind; a.kinds != 0 {
			out.add(content{atoms: []atom{a}})
		}
	}
	return out
}
