// Package wallet keeps cards.
package wallet

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"os"

	"github.com/auroravet/auroravet/testdata/cardlog/further/wallet/obs"
)

// AddCard is a request.
type AddCard struct {
	Nickname string `json:"nickname"`
	Pan      string `json:"pan"`
	Cvv      string `json:"cvv"`
	Exp      string `json:"exp"`
}

func fields(ctx context.Context, in AddCard) {
	obs.Log(ctx, "add", obs.Fields{"nickname": in.Nickname})
	obs.Log(ctx, "add", obs.Fields{"nickname": in.Nickname, "pan": in.Pan}) // want `obs.Fields{…} shows the card number`
	f := obs.Fields{"nickname": in.Nickname}
	f["request"] = in
	obs.Log(ctx, "add", f) // want `f shows`
	g := obs.Fields{"pan": obs.Mask(in.Pan), "has_cvv": in.Cvv != ""}
	obs.Log(ctx, "add", g)
}

func spans(ctx context.Context, in AddCard) {
	obs.Err(ctx, errors.New("no"), "nickname", in.Nickname)
	obs.Err(ctx, errors.New("no"), "nickname", in.Nickname, "code", in.Cvv) // want `in.Cvv shows`
}

func asJSON(in *AddCard) {
	obs.JSON(in) // want `in shows the card number and security code`
	obs.JSON(in.Nickname)
}

func masked(in AddCard) {
	obs.Masked("pan", in.Pan)
	slog.Info("pan", "pan", obs.Mask(in.Pan))
}

func cleaned(r *http.Request) {
	pan := obs.Clean(r.FormValue("card_number"))
	log.Println(len(pan))
	log.Println("card", pan) // want `pan shows the card number`
}

func chain(l obs.Z, in AddCard) {
	l.Add("nickname", in.Nickname).Say("add")
	l.Add("nickname", in.Nickname).Add("card", in).Say("add") // want `in shows`
}

func timed(in AddCard) error {
	if err := obs.Timed("check", in.Nickname, func() error { return nil }); err != nil {
		return err
	}
	return obs.Timed("add", in, func() error { return nil }) // want `in shows`
}

func body(w http.ResponseWriter, r *http.Request) {
	b := obs.Body(r)
	log.Printf("body %s", b) // want `b shows the card data`
	var in AddCard
	if err := json.Unmarshal(b, &in); err != nil {
		return
	}
}

type server struct {
	opts obs.Options
	lg   *log.Logger
}

func newServer() *server {
	return &server{opts: obs.DefaultOptions(), lg: log.New(os.Stderr, "", 0)}
}

func (s *server) add(in AddCard) error {
	s.lg.Printf("adding %s", in.Nickname)
	fmt.Fprintf(s.lg.Writer(), "adding %s", in.Pan) // want `in.Pan shows`
	return nil
}

// Redacted is for logs.
type Redacted AddCard

// String hides the card.
func (r Redacted) String() string { return r.Nickname }

// LogValue hides the card.
func (r Redacted) LogValue() slog.Value { return slog.StringValue(r.Nickname) }

func conversions(in AddCard) {
	log.Println(Redacted(in))
	slog.Info("add", "in", Redacted(in))
	log.Println(AddCard(Redacted(in))) // want `AddCard\(Redacted\(in\)\) shows`
	obs.JSON(Redacted(in))             // want `Redacted\(in\) shows`
}

// LogValue shows the whole card.
func (c loud) LogValue() slog.Value {
	return slog.GroupValue(slog.String("nickname", c.Nickname), slog.String("number", c.Pan))
}

type loud struct{ AddCard }

func louds(c loud) { slog.Info("add", "card", c) } // want `c shows the card number`

// cards prints each of its elements.
type cards []AddCard

func (cs cards) String() string { return fmt.Sprintf("%d cards", len(cs)) }

func lists(cs cards) {
	log.Println(cs)
	log.Println([]AddCard(cs)) // want `\[\]AddCard\(cs\) shows`
	log.Println(cs[0])         // want `cs\[0\] shows`
}

type result[T any] struct {
	val T
	err error
}

func (r result[T]) log() { log.Printf("%v %v", r.val, r.err) }

func results(in AddCard) {
	result[int]{val: 1}.log()
	result[AddCard]{val: in}.log() // want `shows`
}

func okHTTP(w http.ResponseWriter, in AddCard) {
	http.Error(w, "card "+in.Pan+" refused", http.StatusPaymentRequired)
	json.NewEncoder(w).Encode(in)
	os.WriteFile("/tmp/card", []byte(in.Pan), 0o600)
}

func stored(set func(k, v string), in AddCard) {
	set("pan", in.Pan)
}

func both(in AddCard, verbose bool) {
	msg := "added " + in.Nickname
	if verbose {
		msg = fmt.Sprintf("%s with %s", msg, in.Pan)
	}
	log.Print(msg) // want `msg shows the card number`
}

func early(in AddCard) error {
	if in.Pan == "" {
		log.Println("no pan", in.Pan == "")
		return errors.New("pan is missing")
	}
	switch in.Exp {
	case "":
		return fmt.Errorf("expiry of card %s is missing", in.Nickname)
	}
	return nil
}
