// Package shapes prints card data in types of many shapes.
package shapes

import (
	"encoding/json"
	"fmt"
	"log"
	"log/slog"
	"os"
	"time"
)

type Card struct {
	Number string
	Holder string
	CVV    string
}

func typeAndField(c Card) { log.Println(c.Number) } // want `c.Number shows the card number`
func holderOnly(c Card)   { log.Println(c.Holder) }

type CreditCard struct{ Num, Bank string }

func creditCard(c CreditCard) { log.Println(c.Num) } // want `c.Num shows`

type Payment struct {
	Amount int
	Card
}

func embedded(p Payment) { log.Printf("%v", p) } // want `p shows`

type Wallet struct{ Cards []*Card }

// fmt prints the pointers in a slice as addresses.
func addresses(w Wallet) { log.Printf("%+v", w) }

func asJSON(w Wallet) {
	b, _ := json.Marshal(w)
	log.Printf("%s", b) // want `b shows`
}

type Index struct{ byID map[string]Card }

func inMap(ix Index)             { log.Println(ix) } // want `ix shows`
func inSlice(cs []Card)          { log.Println(cs) } // want `cs shows`
func inArray(cs [2]Card)         { log.Println(cs) } // want `cs shows`
func ofMap(m map[int]Card)       { log.Println(m) }  // want `m shows`
func ofPointers(m map[int]*Card) { log.Println(m) }

// encoding/json leaves unexported fields out.
func unexportedJSON(ix Index) {
	b, _ := json.Marshal(ix)
	log.Println(string(b))
}

type Page[T any] struct {
	Items []T
	Next  string
}

func generic(p Page[Card])  { log.Printf("%+v", p) } // want `p shows`
func genericOK(p Page[int]) { log.Printf("%+v", p) }

type Hidden struct {
	PAN   string `json:"-"`
	CVV   string `json:"-"`
	Order string `json:"order"`
}

func hiddenJSON(h Hidden) {
	b, _ := json.Marshal(h)
	log.Println(string(b))
}
func hiddenText(h Hidden) { log.Printf("%v", h) } // want `h shows the card number and security code`

var jsonLog = slog.New(slog.NewJSONHandler(os.Stdout, nil))

func hiddenBySlog(h Hidden) { jsonLog.Info("x", "h", h) }
func textSlog(h Hidden)     { slog.Info("x", "h", h) }         // want `h shows`
func pointerSlog(w *Wallet) { jsonLog.Info("x", "wallet", w) } // want `w shows`
func pointerText(w *Wallet) { slog.Info("x", "wallet", w) }

// Generated has the pointers of a generated client.
type Generated struct {
	CardNumber   *string `json:"cardNumber,omitempty"`
	SecurityCode *string `json:"securityCode,omitempty"`
}

func generatedText(g Generated) { log.Printf("%+v", g) }
func generatedJSON(g *Generated) {
	b, _ := json.MarshalIndent(g, "", " ")
	fmt.Fprintln(os.Stderr, string(b)) // want `string\(b\) shows`
}
func generatedField(g *Generated)   { log.Println(*g.CardNumber) } // want `\*g.CardNumber shows`
func generatedAddress(g *Generated) { log.Println(g.CardNumber) }

// Masked shows its tail in every way.
type Masked struct{ PAN, CVV string }

func (m Masked) String() string               { return "card ending " + m.PAN[len(m.PAN)-4:] }
func (m Masked) GoString() string             { return m.String() }
func (m Masked) MarshalJSON() ([]byte, error) { return json.Marshal(m.String()) }
func (m Masked) LogValue() slog.Value         { return slog.StringValue(m.String()) }

func maskedEverywhere(m Masked, p *Masked) {
	log.Println(m, p)
	log.Printf("%+v %#v %s", m, m, p)
	slog.Info("x", "m", m)
	jsonLog.Info("x", "m", m)
	b, _ := json.Marshal(m)
	log.Println(string(b))
	log.Printf("%d", m) // want `m shows`
}

// Partly has a String with a pointer receiver, which a value does not have.
type Partly struct{ PAN, CVV string }

func (p *Partly) String() string { return "card" }

func partly(p Partly)    { log.Println(p) } // want `p shows`
func partlyPtr(p Partly) { log.Println(&p) }
func partlyJSON(p Partly) {
	slog.New(slog.NewJSONHandler(os.Stderr, nil)).Info("x", "p", &p) // want `&p shows`
}

// Loud has a String that shows everything.
type Loud struct{ PAN, CVV string }

func (l Loud) String() string { return fmt.Sprintf("Loud(%s, %s)", l.PAN, l.CVV) }

func loud(l Loud) { log.Println(l) } // want `l shows the card number and security code`

// Plain drops its own methods on the way.
type Plain struct{ PAN, CVV string }

func (p Plain) String() string {
	type bare Plain
	b := bare(p)
	b.PAN = "****"
	b.CVV = ""
	return fmt.Sprintf("%+v", b)
}

func plain(p Plain) {
	log.Println(p)
	type bare Plain
	log.Printf("%+v", bare(p)) // want `bare\(p\) shows`
}

// Nested is printed through its field's method, unless the field is unexported.
type Nested struct{ Card Masked }
type nestedPrivate struct{ card Masked }

func nested(n Nested)         { log.Println(n) }
func private(n nestedPrivate) { log.Println(n) } // want `n shows`

// LogValue counts for the attribute itself, not for fields below it.
type valuer struct{ PAN, CVV string }

func (v valuer) LogValue() slog.Value { return slog.StringValue("card") }

type around struct{ V valuer }

func logValue(v valuer, a around) {
	slog.Info("x", "v", v)
	slog.Info("x", "a", a) // want `a shows`
	log.Println(v)         // want `v shows`
}

// PAN is a card number.
type PAN string

func named(p PAN) { log.Println(p) } // want `p shows the card number`

// Digits is one that masks itself.
type CardNumber string

func (c CardNumber) String() string { return "****" + string(c[len(c)-4:]) }

func namedMasked(c CardNumber) {
	log.Println(c)
	log.Printf("%s", string(c)) // want `string\(c\) shows`
}

type withNamed struct {
	Number CardNumber
	Order  string
}

func fieldMasked(w withNamed) { log.Printf("%+v", w) }

// Swipe is what a reader gives.
type Swipe struct {
	Track1, Track2 string
	EmvTags        map[string]string
	PinBlock       []byte
	CardBrand      string
}

func swipe(s Swipe) {
	log.Println(s.Track2)        // want `s.Track2 shows the track data`
	log.Printf("%x", s.PinBlock) // want `s.PinBlock shows the PIN`
	log.Println(s.CardBrand)
}

// SwipeRead is a card at a turnstile: only cards have tracks to swipe.
type SwipeRead struct{ Gate, Track2 string }

func swipeRead(s SwipeRead) { log.Println(s.Gate, s.Track2) } // want `s.Track2 shows the track data`

// SwipeMove is a finger on a screen, where a map pans.
type SwipeMove struct{ Pan, Zoom string }

func swipeMove(s SwipeMove) { log.Println(s.Pan, s.Zoom) }

// Mixtape has tracks of another trade.
type Mixtape struct{ Title, Track2 string }

func mixtape(m Mixtape) { log.Println(m.Title, m.Track2) }

// Saved is what an API shows of a stored card.
type Saved struct {
	Brand, Last4       string
	ExpMonth, ExpYear  int
	CardToken, CardBIN string
}

func saved(s Saved) { log.Printf("%+v", s) }

// V1Sale has the names of the older API.
type V1Sale struct {
	AccountNumber   string `json:"accountNumber"`
	SecurityCode    string `json:"securityCode"`
	ExpirationMonth int    `json:"expirationMonth"`
}

func v1(s V1Sale) { log.Println(s.AccountNumber) } // want `s.AccountNumber shows the card number`

// Anonymous has a struct without a name inside.
type Anonymous struct {
	Card struct {
		Number string
		Expiry string
		CVC    string
	}
	When time.Time
}

func anonymous(a Anonymous) { log.Println(a.Card.Number, a.When) } // want `a.Card.Number shows`

type outer struct{ Card details }
type details struct {
	Number, Brand string
	ExpMonth      int
}

func joined(o outer) { log.Println(o.Card.Number) } // want `o.Card.Number shows`

func tagged(v struct {
	N string `json:"card_number"`
}) {
	log.Println(v.N) // want `v.N shows`
}

func anyValue(v any) {
	if c, ok := v.(Card); ok {
		log.Println(c) // want `c shows`
	}
	switch x := v.(type) {
	case *Payment:
		log.Println(x) // want `x shows`
	case int:
		log.Println(x)
	}
}
