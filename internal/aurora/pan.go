package aurora

import (
	"fmt"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/lazyregexp"
)

// PANRef is a card number in a text: text[Start:End]. It holds no digits on purpose.
type PANRef struct{ Start, End int }

// digitRun is groups of digits, each one space or dash from the next.
var digitRun = lazyregexp.New(`\d+(?:[ -]\d+)*`)

// failsLuhn are published test cards that do not pass the check.
var failsLuhn = []string{"4000000010990008"}

// PANs returns the card numbers in a text: 13 to 19 digits that stand alone, pass the
// Luhn check and start as card numbers do, in one piece or in groups with one space
// or dash between them.
func PANs(text string) []PANRef {
	var refs []PANRef
	for _, at := range digitRun().FindAllStringIndex(text, -1) {
		if joinsWord(text, at[0], at[1]) {
			continue
		}
		refs = appendPANs(refs, text[at[0]:at[1]], at[0])
	}
	return refs
}

// appendPANs looks in one run of groups; it starts at base in the text.
func appendPANs(refs []PANRef, run string, base int) []PANRef {
	var groups [][2]int
	for start, i := 0, 0; i <= len(run); i++ {
		if i == len(run) || run[i] == ' ' || run[i] == '-' {
			groups = append(groups, [2]int{start, i})
			start = i + 1
		}
	}
	for i := 0; i < len(groups); i++ {
		for j := len(groups) - 1; j >= i; j-- {
			start, end := groups[i][0], groups[j][1]
			if (i == j || cardGroups(run, groups[i:j+1])) && isPAN(run[start:end]) {
				refs = append(refs, PANRef{base + start, base + end})
				i = j
				break
			}
		}
	}
	return refs
}

// cardGroups says whether the groups are as long as people write them, the first of at
// least four digits, and have one separator. Dates and phone numbers are not.
func cardGroups(run string, groups [][2]int) bool {
	sep := run[groups[0][1]]
	for i, g := range groups {
		if n := g[1] - g[0]; n < 3 || n > 12 || i == 0 && n < 4 || i > 0 && run[g[0]-1] != sep {
			return false
		}
	}
	return true
}

func isPAN(s string) bool {
	digits := separators.Replace(s)
	if len(digits) < 13 || len(digits) > 19 || digits[0] < '2' || digits[0] > '6' {
		return false
	}
	return Luhn(digits) || slices.Contains(failsLuhn, digits)
}

// joinsWord says whether text[start:end] goes on with a letter, an underscore, a
// decimal point, or a dash and a letter (as in a UUID).
func joinsWord(text string, start, end int) bool {
	wordAt := func(i int) bool {
		return i >= 0 && i < len(text) && (isAlnum(text[i]) || text[i] == '_' || text[i] >= 0x80)
	}
	joint := func(i int) bool { return i >= 0 && i < len(text) && (text[i] == '-' || text[i] == '.') }
	return wordAt(start-1) || wordAt(end) || joint(start-1) && wordAt(start-2) || joint(end) && wordAt(end+1)
}

// cardLike is a run of digits as long as a card number, by itself or in groups.
var cardLike = lazyregexp.New(`\d(?:[ -]?\d){12,18}`)

var separators = strings.NewReplacer(" ", "", "-", "")

// MaskCards takes out of a text what it has of card numbers, and what could be one wherever it
// stands: who writes a text does not always know what people put into it.
func MaskCards(text string) string {
	for _, ref := range slices.Backward(PANs(text)) {
		text = text[:ref.Start] + masked(text[ref.Start:ref.End]) + text[ref.End:]
	}
	return cardLike().ReplaceAllStringFunc(text, func(run string) string {
		if !Luhn(separators.Replace(run)) {
			return run
		}
		return masked(run)
	})
}

func masked(run string) string { return fmt.Sprintf("[%d digits]", len(separators.Replace(run))) }

// Luhn says whether a string of digits has the right check digit.
func Luhn(digits string) bool {
	sum := 0
	for i := range len(digits) {
		c := digits[len(digits)-1-i]
		if c < '0' || c > '9' {
			return false
		}
		d := int(c - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return digits != "" && sum%10 == 0
}
