package diag

import (
	"fmt"

	"github.com/auroravet/auroravet/internal/lazyregexp"
)

// cardLike is a run of digits as long as a card number, by itself or in groups.
var cardLike = lazyregexp.New(`\d(?:[ -]?\d){12,18}`)

// maskCards takes card numbers out of a message. A check never prints one; this
// is the net under it, since a message quotes what the source writes.
func maskCards(message string) string {
	return cardLike().ReplaceAllStringFunc(message, func(run string) string {
		sum, digits := 0, 0
		for i := len(run) - 1; i >= 0; i-- {
			if run[i] < '0' || run[i] > '9' {
				continue
			}
			d := int(run[i] - '0')
			if digits%2 == 1 {
				if d *= 2; d > 9 {
					d -= 9
				}
			}
			sum += d
			digits++
		}
		if sum%10 != 0 {
			return run
		}
		return fmt.Sprintf("[%d digits]", digits)
	})
}
