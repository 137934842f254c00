// Package std writes card data with the standard library.
package std

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"log/slog"
	"log/syslog"
	"os"
	"text/tabwriter"
)

// Sale is a keyed sale.
type Sale struct {
	Order        string `json:"order"`
	CardNumber   string `json:"cardNumber"`
	SecurityCode string `json:"securityCode"`
	ExpMonth     int    `json:"expMonth"`
	ExpYear      int    `json:"expYear"`
	Last4        string `json:"last4"`
}

func printf(s Sale)   { log.Printf("sale %s card %s", s.Order, s.CardNumber) } // want `s.CardNumber shows the card number in clear to log.Printf`
func println(s *Sale) { log.Println("sale", s.Order, s.SecurityCode) }         // want `s.SecurityCode shows the security code`
func orderOnly(s Sale) {
	log.Printf("sale %s card ending %s", s.Order, s.Last4)
}
func whole(s Sale)    { log.Print(s) }           // want `s shows the card number, security code and expiry date`
func pointer(s *Sale) { fmt.Printf("%+v\n", s) } // want `s shows the card number`
func typeOnly(s Sale) { fmt.Printf("%T at %p\n", s, &s) }
func expiry(s Sale)   { log.Printf("exp %02d/%d", s.ExpMonth, s.ExpYear) } // want `s.ExpMonth shows the expiry date`
func hidden(s Sale) {
	log.Printf("has code: %t, digits: %d", s.SecurityCode != "", len(s.CardNumber))
}
func precision(s Sale) { log.Printf("starts %.6s", s.CardNumber) }

func givenPrecision(s Sale, n int) {
	log.Printf("starts %.*s", 6, s.CardNumber)
	log.Printf("starts %.*s", n, s.CardNumber)  // want `s.CardNumber shows the card number`
	log.Printf("starts %.*s", 12, s.CardNumber) // want `s.CardNumber shows the card number`
}
func width(s Sale)   { log.Printf("%20s", s.CardNumber) }                 // want `s.CardNumber shows`
func indexed(s Sale) { log.Printf("%[2]s %[1]s", s.CardNumber, s.Order) } // want `s.CardNumber shows`
func badVerb(s Sale) { log.Printf("%d", s.CardNumber) }                   // want `s.CardNumber shows`

func logger(l *log.Logger, s Sale) {
	l.Printf("declined: %v", s) // want `s shows`
	l.SetPrefix("[" + s.Order + "] ")
}

func out(s Sale) {
	fmt.Println("card:", s.CardNumber)               // want `s.CardNumber shows the card number in clear to fmt.Println`
	fmt.Fprintf(os.Stderr, "cvv %s", s.SecurityCode) // want `s.SecurityCode shows`
	w := os.Stdout
	fmt.Fprintln(w, s.CardNumber)                  // want `s.CardNumber shows`
	io.WriteString(os.Stderr, "pan="+s.CardNumber) // want `"pan=" \+ s.CardNumber shows`
	os.Stdout.WriteString(s.CardNumber)            // want `s.CardNumber shows`
	json.NewEncoder(os.Stdout).Encode(s)           // want `s shows`
	tw := tabwriter.NewWriter(os.Stdout, 0, 8, 1, ' ', 0)
	fmt.Fprintf(tw, "%s\t%s\n", s.Order, s.CardNumber) // want `s.CardNumber shows`
	print(s.CardNumber)                                // want `s.CardNumber shows the card number in clear to print`
	fmt.Fprintf(io.Discard, "%v", s)
}

func notALog(w io.Writer, f *os.File, s Sale) error {
	if err := json.NewEncoder(f).Encode(s); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "card %s", s.CardNumber)
	return err
}

func toWriter(s Sale) error {
	return notALog(os.Stderr, nil, s) // want `os.Stderr shows the card number`
}

func toFile(f *os.File, s Sale) error { return notALog(f, f, s) }

func structured(ctx context.Context, l *slog.Logger, s Sale) {
	slog.Info("sale", "order", s.Order, "card", s.CardNumber)                  // want `s.CardNumber shows the card number in clear to slog.Info`
	l.InfoContext(ctx, "sale", slog.String("code", s.SecurityCode))            // want `s.SecurityCode shows the security code in clear to slog.String`
	l.Log(ctx, slog.LevelDebug, "sale", slog.Group("card", "n", s.CardNumber)) // want `s.CardNumber shows`
	l.LogAttrs(ctx, slog.LevelInfo, "sale", slog.Any("sale", s))               // want `s shows`
	l.With("pan", s.CardNumber).Info("sale")                                   // want `s.CardNumber shows`
	l.Info("sale "+s.CardNumber, "order", s.Order)                             // want `"sale " \+ s.CardNumber shows`
	l.Info("sale", "order", s.Order, "last4", s.Last4, "exp_present", s.ExpYear > 0)
}

func lookedUp(m map[string]string, get func() string) {
	log.Println(m["card_number"]) // want `m\["card_number"\] shows the card number`
	cvv := get()
	log.Println(cvv) // want `cvv shows the security code`
	name := get()
	log.Println(name)
	slog.Info("x", "cvv2", get()) // want `get\(\) shows the security code`
	slog.Info("x", "cvv_result", get())
	slog.Info("x", "card_number", "none") // a constant that is no number
}

func toSyslog(w *syslog.Writer, s Sale) {
	w.Err("declined " + s.CardNumber) // want `"declined " \+ s.CardNumber shows`
	w.Info("approved " + s.Last4)
}

// testCard is published by the processor.
const testCard = "4111 1111 1111 1111"

var demoCard = "5555555555554444"

func literals() {
	log.Println("try", testCard)                  // want `testCard shows the card number`
	log.Print("use 378282246310005 and any code") // want `the literal shows the card number`
	log.Println(demoCard)                         // want `demoCard shows`
	log.Print("order 4111111111111112 is late")
	log.Print("trace 411111111111111100001234567890")
	log.Print("4111-1111-1111-1111") // want `the literal shows`
	log.Print("at 1700000000000")
}

func panics(s Sale) {
	if s.Order == "" {
		panic("no order for " + s.CardNumber) // want `"no order for " \+ s.CardNumber shows`
	}
	panic("no sale")
}

func deferred(s Sale) {
	defer log.Printf("done with %s", s.CardNumber) // want `s.CardNumber shows`
	go fmt.Println(s.SecurityCode)                 // want `s.SecurityCode shows`
}
