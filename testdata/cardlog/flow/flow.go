// Package flow carries card data to a log on many ways.
package flow

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log"
	"log/slog"
	"net/url"
	"os"
	"strconv"
	"strings"
	"sync"
)

type order struct {
	ID         string
	CardNumber string
	CVV        string
	ExpMonth   int
}

func builder(o order) {
	var sb strings.Builder
	sb.WriteString("order ")
	sb.WriteString(o.ID)
	sb.WriteString(" card ")
	sb.WriteString(o.CardNumber)
	log.Println(sb.String()) // want `sb.String\(\) shows the card number`
}

func builderOK(o order) {
	var sb strings.Builder
	fmt.Fprintf(&sb, "order %s, %d digits", o.ID, len(o.CardNumber))
	log.Println(sb.String())
}

func fprintf(o order) {
	sb := new(strings.Builder)
	fmt.Fprintf(sb, "order %s card %s", o.ID, o.CardNumber)
	log.Println(sb) // want `sb shows the card number`
}

func buffer(o order) {
	var buf bytes.Buffer
	json.NewEncoder(&buf).Encode(o)
	log.Printf("%s", buf.Bytes()) // want `buf.Bytes\(\) shows`
}

func encoder(o order) {
	buf := &bytes.Buffer{}
	enc := json.NewEncoder(buf)
	enc.SetIndent("", " ")
	if err := enc.Encode(map[string]any{"id": o.ID, "code": o.CVV}); err != nil {
		return
	}
	log.Print(buf.String()) // want `buf.String\(\) shows the security code`
}

func values(o order) {
	v := url.Values{}
	v.Set("id", o.ID)
	v.Set("cc", o.CardNumber)
	log.Println(v.Encode()) // want `v.Encode\(\) shows the card number`
	w := url.Values{"id": {o.ID}}
	log.Println(w.Encode())
	x := url.Values{"id": {o.ID}, "cc": {o.CardNumber}}
	x.Add("cc", "none")
	log.Println(x.Encode()) // want `x.Encode\(\) shows the card number`
	x.Set("cc", "none")
	log.Println(x.Encode())
	x.Add("cc", o.CardNumber)
	log.Println(x.Encode()) // want `x.Encode\(\) shows the card number`
}

func join(o order) {
	parts := []string{o.ID}
	parts = append(parts, o.CardNumber)
	log.Println(strings.Join(parts, "|")) // want `strings.Join\(parts, "|"\) shows`
}

func joinOK(o order) { log.Println(strings.Join([]string{o.ID, "paid"}, "|")) }

func plus(o order) {
	s := "order " + o.ID
	if o.CVV != "" {
		s += " code " + o.CVV
	}
	log.Println(s) // want `s shows the security code`
}

func args(o order) {
	kv := []any{"order", o.ID}
	if o.CardNumber != "" {
		kv = append(kv, "n", o.CardNumber)
	}
	slog.Info("order", kv...) // want `kv shows the card number`
}

func argsOK(o order) {
	kv := []any{"order", o.ID}
	kv = append(kv, "digits", len(o.CardNumber))
	slog.Info("order", kv...)
}

func closure(o order) func() {
	n := o.CardNumber
	return func() {
		log.Println("late", n) // want `n shows the card number`
	}
}

func closureParam(o order) {
	say := func(v any) { log.Println(v) }
	say(o.ID)
	say(o.CardNumber) // want `o.CardNumber shows`
}

func channel(o order) {
	ch := make(chan string, 1)
	go func() { ch <- o.CardNumber }()
	log.Println(<-ch) // want `<-ch shows`
}

func channelOf(ch <-chan order) {
	for o := range ch {
		log.Println(o) // want `o shows`
	}
}

func methodValue(l *log.Logger, o order) {
	f := l.Printf
	f("order %s", o.ID)
	f("card %s", o.CardNumber) // want `o.CardNumber shows`
}

type service struct {
	logf func(string, ...any)
	lg   *slog.Logger
	*log.Logger
}

func newService() *service {
	return &service{logf: log.Printf, lg: slog.Default(), Logger: log.Default()}
}

func (s *service) field(o order) {
	s.logf("order %s", o.ID)
	s.logf("order %+v", o)     // want `o shows`
	s.Printf("code %s", o.CVV) // want `o.CVV shows`
	s.lg.Warn("x", "v", o)     // want `o shows`
}

type attempt struct {
	id  string
	ref string
}

func remember(o order) *attempt { return &attempt{id: o.ID, ref: o.CardNumber} }

func (a *attempt) fail() {
	log.Printf("attempt %s failed", a.id)
	log.Printf("attempt %s failed", a.ref) // want `a.ref shows the card number`
}

type ctxKey struct{}

func fromContext(ctx context.Context) {
	o, _ := ctx.Value(ctxKey{}).(order)
	log.Println(o.ID)
	log.Println(o) // want `o shows`
}

func number(o order) {
	n, err := strconv.Atoi(o.CVV)
	if err != nil {
		return
	}
	log.Println(n) // want `n shows the security code`
}

func loop(orders []order) {
	for i, o := range orders {
		log.Println(i, o.ID)
		log.Printf("%d: %v", i, o) // want `o shows`
	}
	for _, cardNumber := range numbers() {
		log.Println(cardNumber) // want `cardNumber shows`
	}
}

func numbers() []string { return os.Args }

func mapOf(o order) {
	byID := map[string]order{}
	byID[o.ID] = o
	log.Println(byID) // want `byID shows`
	log.Println(len(byID))
}

var pool = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func anySlice(o order) {
	list := []any{o.ID, o}
	log.Println(list...) // want `list shows`
}

func deferredClosure(o order) {
	defer func() {
		if r := recover(); r != nil {
			log.Println("panic", r, o) // want `o shows`
		}
	}()
}

func multi(o order) (id, pan string) { return o.ID, o.CardNumber }

func results(o order) {
	id, second := multi(o)
	log.Println(id)
	log.Println(second) // want `second shows the card number`
}

func variadic(o order) {
	report("order", o.ID)
	report("card", o.CardNumber) // want `o.CardNumber shows`
}

func report(parts ...string) { log.Println(strings.Join(parts, " ")) }

func ptr(o *order) {
	p := &o.CardNumber
	log.Println(*p) // want `\*p shows`
	log.Println(p)
}
