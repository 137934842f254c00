// Package reached prints what methods hide and package fmt does not always ask: it calls those of
// exported fields at any depth, and none of what an unexported field holds.
package reached

import (
	"encoding/json"
	"log"
	"log/slog"
	"os"

	"github.com/auroravet/auroravet/testdata/cardlog/reached/stub"
)

// Shade is a card that shows its lane only.
type Shade struct {
	CardNumber string
	CVV        string
	Lane       string
}

// String shows the lane.
func (s Shade) String() string { return "lane " + s.Lane }

type lane struct{ Shade Shade }

type backLane struct{ shade Shade }

type shades []Shade

type shader interface{ String() string }

// The exported fields of an embedded struct are those of the outer one, whatever its type is called.
type embedsLane struct {
	lane
	At int
}

type embedsTwice struct{ embedsLane }

type fieldLane struct{ in lane }

type fieldEmbeds struct{ in embedsLane }

type embedsBack struct{ backLane }

type embedsList struct{ shades }

type embedsInterface struct{ named shader }

type byName struct{ m map[string]Shade }

type anyOf struct{ v any }

type exportedList struct{ Shades []Shade }

type exportedMap struct{ ByName map[string]Shade }

type pointers struct{ last *Shade }

func embedded(s Shade, twice embedsTwice) {
	log.Printf("%+v", embedsLane{lane{s}, 1})
	log.Printf("%v", twice)
	log.Printf("%+v", fieldLane{lane{s}})                 // want `fieldLane\{…\} shows the card number and security code`
	log.Printf("%v", fieldEmbeds{embedsLane{lane{s}, 1}}) // want `fieldEmbeds\{…\} shows`
	log.Printf("%v", embedsBack{backLane{s}})             // want `embedsBack\{…\} shows`
	log.Printf("%v", embedsList{shades{s}})               // want `embedsList\{…\} shows`
	slog.Info("in", "lane", embedsLane{lane{s}, 2})
}

func held(s Shade, m map[string]Shade) {
	log.Println(embedsInterface{s})      // want `embedsInterface\{…\} shows`
	log.Println(byName{m})               // want `byName\{…\} shows`
	log.Println(&anyOf{s})               // want `&anyOf\{…\} shows`
	slog.Warn("in", "all", anyOf{v: &s}) // an address
	log.Println(exportedList{[]Shade{s}}, exportedMap{m}, pointers{&s})
	slog.New(slog.NewJSONHandler(os.Stderr, nil)).Info("in", "lane", byName{m})
}

func encoded(s Shade) error {
	raw, err := json.Marshal(fieldLane{lane{s}})
	log.Printf("%s", raw)
	return err
}

// coat is a card whose number has a common name: a check digit is looked at.
type coat struct {
	hanger int
	pan    string
}

func (c coat) ok() bool { return luhn(c.pan) }

func luhn(digits string) bool { return digits != "" }

// print is the copy of one, of which the end is shown.
type print struct {
	PAN    string
	Expiry string
	Shop   string
}

func (p print) String() string { return p.Shop + " " + last4(p.PAN) }

// citizen is known by a number of the tax office and has no card.
type citizen struct {
	PAN  string
	Name string
}

func (c citizen) String() string { return c.Name + " " + last4(c.PAN) }

func last4(s string) string { return s[max(0, len(s)-4):] }

type shelf struct {
	no int
	p  print
}

type counter struct {
	no int
	c  citizen
}

func proven(c coat, p print, t citizen, s stub.Stub, who stub.Citizen) {
	log.Println(c.pan) // want `c.pan shows the card number`
	log.Printf("%+v", p)
	log.Printf("%+v", shelf{1, p}) // want `shelf\{…\} shows the card number`
	log.Printf("%+v", counter{1, t})
	log.Println(s)       // want `s shows the card number`
	log.Println(who.PAN) // of another trade
}

func tooShort(pan string) {
	if len(pan) < 13 {
		log.Printf("%s is too short", pan) // want `pan shows the card number`
	}
}

func notTen(pan string) {
	if len(pan) != 10 {
		log.Printf("%s is no number of the tax office", pan)
	}
}
