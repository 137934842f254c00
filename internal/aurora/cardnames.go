package aurora

import (
	"slices"
	"strings"
	"sync"
)

// CardKind says what kind of card data a name is of.
type CardKind uint8

const (
	NotCard CardKind = iota
	PAN              // the card number
	CVV              // the security code
	Track            // magnetic stripe data
	EMV              // chip data, which may hold the track
	PIN
	Expiry
)

// String returns the words for the kind that a message can use.
func (k CardKind) String() string {
	return [...]string{"", "card number", "security code", "track data", "EMV tags", "PIN", "expiry date"}[k]
}

// CardName is what a name says about card data.
type CardName struct {
	Kind CardKind
	// NeedsContext: the words are common ones and count only where another card word
	// stands near (CardWord). For Expiry that is a PAN or CVV beside it.
	NeedsContext bool
	// Safe: the name says that the value is masked, a token, a result or not the value
	// at all (maskedPan, cvvResult, cardNumberLength).
	Safe bool
}

// Clear says whether the name alone is enough to take the value for card data in clear.
func (n CardName) Clear() bool { return n.Kind != NotCard && !n.NeedsContext && !n.Safe }

// cardNames has the names of card data, words joined, longest match first. A
// common name needs a card word beside it.
var cardNames = []struct {
	kind   CardKind
	common bool
	names  []string
}{
	{PAN, false, []string{
		"cardnumber", "cardnum", "cardno", "cardnr", "ccnumber", "ccnum", "ccno", "cardpan", "customerpan", "creditcardnumber",
		"primaryaccountnumber", "primaryaccountno", "cardaccountnumber", "debitcardnumber", "cardholderpan",
	}},
	{PAN, true, []string{"pan", "pannumber", "accountnumber", "accountno", "accountnum", "acctnumber", "acctno", "acctnum"}},
	{CVV, false, []string{
		"cvv", "cvv2", "cvc", "cvc2", "cardcode", "cardcvv", "cardcvc", "cardsecuritycode", "cardverificationvalue",
		"cardverificationcode", "cardverificationnumber",
	}},
	{CVV, true, []string{"securitycode", "seccode", "verificationvalue", "csc", "cvn", "cvn2"}},
	{Track, false, []string{
		"track1data", "track2data", "track1equivalentdata", "track2equivalentdata", "magstripe", "magstripedata", "magneticstripe", "magneticstripedata", "magtrack",
	}},
	{Track, true, []string{"track1", "track2", "trackone", "tracktwo", "trackdata", "tracks", "swipedata"}},
	{EMV, false, []string{"emvtags", "emvtag", "emvdata", "emvtlv", "emvpayload", "iccdata"}},
	{PIN, false, []string{"pinblock", "encryptedpinblock", "pinksn", "cardpin"}},
	{PIN, true, []string{"pin", "pincode", "pindata"}},
	{Expiry, true, []string{
		"expiry", "expirydate", "expirymonth", "expiryyear", "expiration", "expirationdate", "expirationmonth", "expirationyear",
		"expdate", "expmonth", "expyear", "expmm", "expyy", "cardexp", "ccexp", "ccexpiry", "ccexpmonth", "ccexpyear", "validthru",
	}},
}

// safeCardWords beside a card name say that the value is not card data in clear, or is
// about it.
var safeCardWords = []string{
	"mask", "masked", "masker", "masking", "redact", "redacted", "redactor", "obfuscated", "truncated", "sanitized", "scrubbed", "hidden", "safe",
	"encrypted", "cipher", "ciphertext", "hash", "hashed", "hmac", "digest", "checksum", "fingerprint", "token", "tokenized", "tokens", "tokenised", "alias", "vaulted",
	"last", "last2", "last4", "last6", "lastfour", "lastdigits", "tail", "suffix", "first6", "first8", "bin", "iin", "prefix", "preview", "display",
	"result", "results", "match", "matched", "matches", "status", "check", "checked", "response", "verified", "valid", "validated", "invalid", "validator",
	"present", "presence", "provided", "required", "optional", "enabled", "missing", "empty", "set", "supported", "has", "is", "needs", "should", "require", "requires",
	"mode", "method", "capability", "outcome", "verdict", "bypass", "bypassed", "prompt",
	"length", "len", "size", "count", "max", "min", "type", "kind", "brand", "scheme", "network", "format", "id", "ids", "index",
	"field", "fields", "key", "keys", "label", "name", "header", "column", "param", "regex", "regexp", "pattern", "re", "placeholder", "error", "err", "errors", "message", "msg",
	"hint", "hints", "tooltip", "help", "caption", "title", "selector", "mismatch", "indicator", "flag", "attempts", "tries", "retries", "failures", "reason", "rule", "rules", "limit",
	"ttl", "cache", "session", "days", "reminder", "notice", "job", "policy", "handler", "service", "store", "repo", "logger",
}

// aheadWords are safe words that tell nothing of the kind right before a card name.
var aheadWords = []string{"last", "valid", "invalid", "validated", "verified", "checked", "matched", "set", "required", "missing", "max", "min", "method", "mode", "prompt"}

// otherCards are words before "card" that make it another kind of card.
var otherCards = []string{
	"sim", "sd", "id", "identity", "network", "graphics", "video", "sound", "memory", "loyalty", "library", "health", "insurance", "medicare",
	"business", "score", "report", "time", "membership", "member", "gift", "punch", "playing", "trading", "ui", "dashboard",
}

var cardWords = []string{
	"card", "cards", "cardholder", "creditcard", "creditcards", "debitcard", "debitcards", "bankcard", "carddata", "cardinfo", "carddetails", "cardnumber",
	"cvv", "cvv2", "cvc", "cvc2", "magstripe", "emv",
}

// swipeWords name what reads the stripe of a card.
var swipeWords = []string{"swipe", "swipes", "swiped", "swiper", "msr"}

// SwipeWord says whether the name of a type is that of a card's stripe being read, which is the
// context that the common names of its tracks need, and no others: one swipes a screen too.
func SwipeWord(ident string) bool {
	return slices.ContainsFunc(Words(ident), func(w string) bool { return slices.Contains(swipeWords, w) })
}

// CardWord says whether a name of a field, type, function or package has a word of
// payment cards, which is the context that common names need.
func CardWord(ident string) bool { return cardWord(Words(ident)) }

func cardWord(words []string) bool {
	for i, w := range words {
		if slices.Contains(cardWords, w) && (i == 0 || !slices.Contains(otherCards, words[i-1])) {
			return true
		}
	}
	return false
}

// CardNameOf says which card data a variable, field, key or getter of this name holds.
// A type and its field make one name when they are joined with a dot ("Card.Number").
func CardNameOf(ident string) CardName {
	words := Words(ident)
	for n := min(len(words), maxCardName); n > 0; n-- {
		for i := 0; i+n <= len(words); i++ {
			found, ok := cardTable()[strings.Join(words[i:i+n], "")]
			if !ok && n == 1 {
				found, ok = cardTable()[strings.TrimSuffix(words[i], "s")]
			}
			if !ok || i > 0 && strings.HasPrefix(words[i], "card") && slices.Contains(otherCards, words[i-1]) {
				continue
			}
			rest := slices.Concat(words[:i], []string{""}, words[i+n:])
			name := CardName{Kind: found.kind, NeedsContext: found.common}
			if name.NeedsContext && (cardWord(rest) || slices.Contains(rest, "cc") || strings.HasPrefix(words[i], "card") || strings.HasPrefix(words[i], "cc")) {
				name.NeedsContext = false
			}
			name.Safe = safeBeside(rest, i)
			return name
		}
	}
	return CardName{}
}

// safeBeside says whether a safe word stands beside a card name, which is the empty word at
// at. An invalid or last card number is still one.
func safeBeside(words []string, at int) bool {
	for i, w := range words {
		if slices.Contains(safeCardWords, w) && (i != at-1 || !slices.Contains(aheadWords, w)) {
			return true
		}
	}
	return false
}

const maxCardName = 4

type cardEntry struct {
	kind   CardKind
	common bool
}

var cardTable = sync.OnceValue(func() map[string]cardEntry {
	m := map[string]cardEntry{}
	for _, r := range cardNames {
		for _, n := range r.names {
			m[n] = cardEntry{r.kind, r.common}
			m[n+"s"] = m[n]
		}
	}
	return m
})
