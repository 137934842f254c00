// Package made logs what helpers make: requests, values that generic decoders fill, and
// structs that have the methods of a field.
package made

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httputil"
	"strings"
	"time"

	"github.com/auroravet/auroravet/testdata/cardlog/further/made/wire"
)

func request(c wire.Card) (*http.Request, []byte, error) {
	raw, err := json.Marshal(c)
	if err != nil {
		return nil, nil, err
	}
	r, err := http.NewRequest(http.MethodPost, "https://pay.example/pay", strings.NewReader(string(raw)))
	return r, raw, err
}

func dumps(c wire.Card) {
	r, _, _ := request(c)
	head, _ := httputil.DumpRequest(r, false)
	log.Printf("%s", head)
	dump, _ := httputil.DumpRequest(r, true)
	log.Printf("%s", dump) // want `dump shows`
	if body, err := r.GetBody(); err == nil {
		text, _ := io.ReadAll(body)
		log.Printf("%s", text) // want `text shows`
	}
}

func dumpsFar(c wire.Card) {
	r, _ := wire.Pay("https://pay.example", c)
	dump, _ := httputil.DumpRequestOut(r, true)
	log.Printf("%s", dump) // want `dump shows`
	p, _ := wire.Ping("https://pay.example", "hello")
	text, _ := httputil.DumpRequestOut(p, true)
	log.Printf("%s", text)
}

func decode[T any](r *http.Request) (T, error) {
	var v T
	raw, err := io.ReadAll(r.Body)
	if err != nil {
		return v, err
	}
	return v, json.Unmarshal(raw, &v)
}

func decodeNew[T any](r *http.Request) *T {
	v := new(T)
	if err := json.NewDecoder(r.Body).Decode(v); err != nil {
		return nil
	}
	return v
}

type answer[T any] struct {
	Data  T
	Error string
}

func fetch[T any](url string) (answer[T], error) {
	var out answer[T]
	resp, err := http.Get(url)
	if err != nil {
		return out, fmt.Errorf("fetch: %w", err)
	}
	defer resp.Body.Close()
	return out, json.NewDecoder(resp.Body).Decode(&out)
}

type note struct{ Text string }

func decoded(r *http.Request) {
	c, err := decode[wire.Card](r)
	log.Printf("%+v %v", c, err) // want `c shows the card number and security code`
	p := decodeNew[wire.Card](r)
	log.Printf("%+v", p) // want `p shows the card number and security code`
	a, err := fetch[wire.Card]("https://pay.example/card")
	log.Printf("%+v %v", a, err) // want `a shows the card number and security code`
	t, err := fetch[note]("https://pay.example/note")
	log.Printf("%+v %v", t, err)
	n, err := decode[note](r)
	log.Printf("%+v %v", n, err)
	log.Printf("%+v", decodeNew[note](r))
}

// visit has the methods of its time, which print the time alone.
type visit struct {
	time.Time
	CardNumber string
	CVV        string
}

// stay has a time among others.
type stay struct {
	At         time.Time
	CardNumber string
	CVV        string
}

// failed is an error that holds the card.
type failed struct {
	error
	CardNumber string
	CVV        string
}

func promoted(v visit, s stay, f failed) {
	log.Println(v)
	b, _ := json.Marshal(v)
	log.Println(string(b))
	log.Println(s) // want `s shows the card number and security code`
	log.Println(f)
	log.Printf("%#v", f) // want `f shows the card number and security code`
	_ = fmt.Errorf("pay: %w", f)
	log.Println(v.CVV) // want `v.CVV shows the security code`
}
