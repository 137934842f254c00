// Package tolls takes tolls by card.
package tolls

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"text/template"

	"github.com/auroravet/auroravet/testdata/cardlog/tolls/line"
)

// Toll is paid by card.
type Toll struct {
	ID         string
	CardNumber string
	Cvv2       string
	CardMask   string
}

// FieldError is about a field of a toll.
type FieldError struct{ Name, Text string }

func (e FieldError) Error() string { return e.Name + " is " + strconv.Quote(e.Text) }

func returned(t Toll) error {
	return FieldError{"cardNumber", t.CardNumber} // want `puts the card number into the text of an error`
}

func returnedPointer(t Toll) error {
	err := &FieldError{"code", t.Cvv2} // want `puts the security code into the text of an error`
	return err
}

func returnedID(t Toll) error { return FieldError{"id", t.ID} }

func invalid(name, text string) error { return FieldError{Name: name, Text: text} }

func helped(t Toll) error {
	if t.ID == "" {
		return invalid("id", t.ID)
	}
	return invalid("number", t.CardNumber) // want `t.CardNumber puts the card number`
}

func parsed(t Toll) {
	_, err := strconv.Atoi(t.Cvv2)
	log.Println(err) // want `err shows the security code`
	_, err = json.Marshal(t)
	log.Println(err)
}

func chosen(t Toll) {
	all := url.Values{}
	all.Set("id", t.ID)
	all.Set("card_number", t.CardNumber)
	short, most := url.Values{}, url.Values{}
	for _, k := range []string{"id", "lane"} {
		short[k] = all[k]
	}
	log.Println(short.Encode())
	for _, k := range []string{"id", "card_number"} {
		most[k] = all[k]
	}
	log.Println(most.Encode()) // want `most.Encode\(\) shows the card number`
}

var covered = map[string]bool{"cardnumber": true}

func leaveOut(_ []string, a slog.Attr) slog.Attr {
	if covered[strings.ToLower(a.Key)] {
		return slog.Attr{}
	}
	return a
}

var coveredKeys = []string{"cvv2", "cardNumber"}

func cover(_ []string, a slog.Attr) slog.Attr {
	if slices.Contains(coveredKeys, a.Key) {
		a.Value = slog.StringValue("[covered]")
	}
	return a
}

func covers(t Toll) {
	l := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{ReplaceAttr: leaveOut}))
	l.Info("toll", "cardNumber", t.CardNumber)
	l.Info("toll", "number", t.CardNumber) // want `t.CardNumber shows`
	m := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{ReplaceAttr: cover}))
	m.Info("toll", "cvv2", t.Cvv2)
	m.Info("toll", "code", t.Cvv2) // want `t.Cvv2 shows`
}

func posted(w http.ResponseWriter, r *http.Request) {
	raw, err := io.ReadAll(r.Body)
	if err != nil {
		slog.Error("no form", "err", err)
		return
	}
	form, err := url.ParseQuery(string(raw))
	if err != nil {
		slog.Error("bad form", "form", string(raw)) // want `string\(raw\) shows the card data`
		return
	}
	fmt.Fprintln(w, form.Get("card_number") != "")
}

func postedLane(w http.ResponseWriter, r *http.Request) {
	raw, _ := io.ReadAll(r.Body)
	form, err := url.ParseQuery(string(raw))
	if err != nil {
		slog.Error("bad form", "form", string(raw))
		return
	}
	fmt.Fprintln(w, form.Get("lane"))
}

func looseJSON(body []byte) string {
	var m map[string]string
	if err := json.Unmarshal(body, &m); err != nil {
		log.Printf("bad body %s", body) // want `body shows the card data`
	}
	return m["cvv2"]
}

func looseJSONLane(body []byte) string {
	var m map[string]string
	if err := json.Unmarshal(body, &m); err != nil {
		log.Printf("bad body %s", body)
	}
	return m["lane"]
}

type letter struct {
	Kind string          `json:"kind"`
	Body json.RawMessage `json:"body"`
}

func opened(b []byte) (t Toll, err error) {
	var l letter
	if err = json.Unmarshal(b, &l); err != nil {
		return t, err
	}
	if err = json.Unmarshal(l.Body, &t); err != nil {
		err = fmt.Errorf("letter %s: %w", l.Kind, err)
		log.Printf("letter %s", l.Body) // want `l.Body shows the card data`
	}
	return t, err
}

func again(ctx context.Context, t Toll) {
	b, _ := json.Marshal(t)
	req, _ := http.NewRequestWithContext(ctx, http.MethodPost, "https://tolls.example/", strings.NewReader(string(b)))
	copied, err := req.GetBody()
	if err != nil {
		log.Println(err)
		return
	}
	sent, _ := io.ReadAll(copied)
	log.Printf("sent %s", sent) // want `sent shows the card number`
	log.Printf("sent %d bytes", len(sent))
}

func each[T, U any](in []T, f func(T) U) []U {
	var out []U
	for _, v := range in {
		out = append(out, f(v))
	}
	return out
}

func mapped(ts []Toll) {
	log.Println(each(ts, func(t Toll) string { return t.CardNumber })) // want `shows the card number`
	log.Println(each(ts, func(t Toll) string { return t.ID }))
	log.Println(each(ts, func(t Toll) int { return len(t.CardNumber) }))
	log.Println(strings.Join(each(ts, Toll.number), ",")) // want `shows the card number`
}

func (t Toll) number() string { return t.CardNumber }

func lazily(say func() string) { log.Println(say()) }

func lazy(t Toll) {
	lazily(func() string { return "toll by " + t.CardNumber }) // want `shows the card number`
	lazily(func() string { return "toll by " + t.CardMask })
}

func stored(m *sync.Map) {
	if v, ok := m.Load("toll"); ok {
		log.Println(v.(*Toll).CardNumber) // want `shows the card number`
		log.Println(v.(*Toll).ID)
	}
}

func pieces(t Toll) {
	log.Println(t.CardNumber[:6], t.CardNumber[len(t.CardNumber)-4:])
	log.Println(t.CardNumber[:8])                   // want `shows the card number`
	log.Println(t.CardNumber[len(t.CardNumber)-6:]) // want `shows the card number`
	fmt.Printf("%.8s\n", t.CardNumber)              // want `shows the card number`
	fmt.Printf("%.6s\n", t.CardNumber)
}

func worker(in <-chan string) {
	for s := range in {
		log.Println(s)
	}
}

func counter(in <-chan string) {
	n := 0
	for range in {
		n++
	}
	log.Println(n)
}

func workers(t Toll) {
	shown, counted := make(chan string), make(chan string)
	go worker(shown) // want `shown shows the card number`
	go counter(counted)
	shown <- t.CardNumber
	counted <- t.CardNumber
}

func queued(w *line.Writer, t Toll) {
	w.Put("toll", t.CardNumber) // want `t.CardNumber shows the card number`
	w.Put("toll", t.CardMask)
	w.Keep(t.CardNumber)
}

type plaza struct{ see, count func(string, any) }

func newPlaza() *plaza {
	s := line.Setup{}
	line.Seen()(&s)
	return &plaza{s.See, s.Count}
}

func (p *plaza) pass(t *Toll) {
	p.see("toll", *t) // want `t shows the card number and security code`
	p.see("toll", t.ID)
	p.count("toll", *t)
}

var (
	receipt = template.Must(template.New("receipt").Parse("{{with .Toll}}{{.ID}}{{end}} {{range .Lines}}{{.}}{{end}} {{len .Toll.CardNumber}}\n"))
	journal = template.Must(template.New("journal").Parse("{{.Toll.ID}} {{printf \"%q\" .Toll.CardNumber}}\n"))
)

func printed(w http.ResponseWriter, t Toll) error {
	data := struct {
		Toll  Toll
		Lines []string
	}{t, nil}
	if err := receipt.Execute(os.Stdout, data); err != nil {
		return err
	}
	if err := journal.Execute(w, data); err != nil {
		return err
	}
	var b strings.Builder
	err := journal.Execute(&b, data)
	log.Print(b.String())                                     // want `shows the card number`
	return errors.Join(err, journal.Execute(os.Stdout, data)) // want `data shows the card number`
}
