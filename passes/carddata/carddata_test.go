package carddata

import (
	"bytes"
	"encoding/gob"
	"go/types"
	"reflect"
	"testing"

	"github.com/auroravet/auroravet/internal/aurora"
)

func TestVerbs(t *testing.T) {
	for format, want := range map[string][]formatVerb{
		"no verbs, 100%%":    nil,
		"%s is %+v":          {{arg: 0, verb: 's', precision: -1}, {arg: 1, verb: 'v', plus: true, precision: -1}},
		"%[2]s %[1]q":        {{arg: 1, verb: 's', precision: -1}, {arg: 0, verb: 'q', precision: -1}},
		"%.4s %-20.6s %#v":   {{arg: 0, verb: 's', precision: 4}, {arg: 1, verb: 's', precision: 6}, {arg: 2, verb: 'v', sharp: true, precision: -1}},
		"%*d %.*s":           {{arg: 1, verb: 'd', precision: -1}, {arg: 3, verb: 's', precision: -1, star: 3}},
		"cut at the end: %":  nil,
		"%02d/%d":            {{arg: 0, verb: 'd', precision: -1}, {arg: 1, verb: 'd', precision: -1}},
		"%[3]*.[2]*[1]f %[3": nil,
	} {
		if got := verbs(format); want != nil && !reflect.DeepEqual(got, want) {
			t.Errorf("verbs(%q) = %+v, want %+v", format, got, want)
		}
	}
}

func TestWithin(t *testing.T) {
	for _, tt := range []struct {
		written, read, rest string
		exact, ok           bool
	}{
		{"", ".a.b", ".a.b", true, true},
		{".a", ".a.b", ".b", true, true},
		{".a.b", ".a", "", false, false},
		{".ab", ".a", "", false, false},
		{"[3]", "[3].x", ".x", true, true},
		{"[3]", "[]", "", false, true},
		{"[]", "[k:pan]", "", false, true},
		{"[k:pan]", "[k:cvv]", "", false, false},
		{"[k:pan]", otherKey, "", false, false},
		{"[]", otherKey, "", false, true},
	} {
		rest, exact, ok := within(tt.written, tt.read)
		if ok != tt.ok || ok && (rest != tt.rest || exact != tt.exact) {
			t.Errorf("within(%q, %q) = %q, %v, %v", tt.written, tt.read, rest, exact, ok)
		}
	}
}

// TestFields judges fields by the company that they keep.
func TestFields(t *testing.T) {
	text := types.Typ[types.String]
	for _, tt := range []struct {
		typ    string
		fields []string
		want   kinds // of the first field
	}{
		{"Payment", []string{"CardNumber"}, panKind},
		{"Payment", []string{"MaskedCardNumber", "CVV"}, 0},
		{"Payment", []string{"Pan"}, 0},
		{"Payment", []string{"Pan", "CardBrand"}, panKind},
		{"KYC", []string{"Pan", "Expiry"}, 0},
		{"Card", []string{"Number"}, 0},
		{"Card", []string{"Number", "Title"}, 0},
		{"Card", []string{"Number", "CVV"}, panKind},
		{"CardDetails", []string{"Number", "ExpMonth"}, panKind},
		{"CardOnFile", []string{"Number", "ExpMonth"}, panKind},
		{"CardOnFile", []string{"Number", "Folder"}, 0},
		{"GuestCardEntry", []string{"Number", "SecurityCode"}, panKind},
		{"GuestCardEntry", []string{"Number", "Brand"}, 0},
		{"KeycardEntry", []string{"Number", "SecurityCode"}, 0},
		{"CreditCard", []string{"Num"}, panKind},
		{"CardToken", []string{"Number", "ExpMonth"}, 0},
		{"BankAccount", []string{"AccountNumber", "RoutingNumber"}, 0},
		{"Sale", []string{"AccountNumber", "SecurityCode"}, panKind},
		{"TwoFactor", []string{"SecurityCode", "ExpiresAt"}, 0},
		{"Album", []string{"Track1", "Track2"}, 0},
		{"Swipe", []string{"Track1", "EmvTags"}, one(aurora.Track)},
		{"KioskSwipe", []string{"Track2", "Kiosk"}, one(aurora.Track)},
		{"Swipe", []string{"Pan", "Zoom"}, 0},
		{"Playlist", []string{"Track2", "Kiosk"}, 0},
		{"Door", []string{"PIN", "Expiry"}, 0},
		{"Debit", []string{"PIN", "CardNumber"}, pinKind},
		{"Saved", []string{"ExpMonth", "CardBrand", "Last4"}, 0},
		{"Sale", []string{"ExpMonth", "CardNumber"}, expiryKind},
	} {
		var vars []*types.Var
		for _, f := range tt.fields {
			vars = append(vars, types.NewField(0, nil, f, text, false))
		}
		if got := new(fieldTable).classify(types.NewStruct(vars, nil), tt.typ)[0].kind; got != tt.want {
			t.Errorf("%s.%s beside %v: %q, want %q", tt.typ, tt.fields[0], tt.fields[1:], got, tt.want)
		}
	}
}

func TestFactsAreStable(t *testing.T) {
	c := card(panKind, "Card.Number")
	c.add(content{atoms: []atom{{hole: hole{param: 1, path: ".Data", shape: shown, mode: modeOf("json"), aux: -1}}}})
	f := &funcFact{
		Flows:   []factFlow{{To: -1, Sink: "log.Printf", Atom: toFact(c.atoms[1])}},
		Results: []factResult{{Index: 0, Path: ".Number", Atoms: factAtoms(c, nil)}},
		Same:    1,
		Logger:  &factLogger{JSON: true, Redacts: []string{"cvv"}},
	}
	var first []byte
	for range 10 {
		var buf bytes.Buffer
		if err := gob.NewEncoder(&buf).Encode(f); err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = buf.Bytes()
		} else if !bytes.Equal(first, buf.Bytes()) {
			t.Fatal("equal facts are encoded differently")
		}
	}
	var back funcFact
	if err := gob.NewDecoder(bytes.NewReader(first)).Decode(&back); err != nil {
		t.Fatal(err)
	}
	s := summaryOf(&back)
	if len(s.flows) != 1 || s.flows[0].atom != c.atoms[1] || s.same != 0 || !s.logger.json || !reflect.DeepEqual(s.results[0].content, c) {
		t.Errorf("read back %+v", s)
	}
}

func TestKeyRules(t *testing.T) {
	for _, tt := range []struct {
		rule, key string
		want      bool
	}{
		{"cvv", "CVV", true}, {"cvv", "cvvResult", false}, {anyKey, "pan", true}, {"~cardnumber", "card_Number", true},
		{"%card", "myCardNumber", true}, {"^card", "myCard", false}, {"$number", "cardNumber", true},
		{"", "pan", false}, {"", "", true}, {"pan", "", false},
	} {
		if got := matchesKey(tt.rule, tt.key); got != tt.want {
			t.Errorf("rule %q meets %q: %v", tt.rule, tt.key, got)
		}
	}
	if namesCard("") || !namesCard("%cvv") || namesCard("region") {
		t.Error("a rule of no card data leaves some out, or one of card data none")
	}
}
