package main

import (
	"strings"
	"testing"

	"github.com/auroravet/auroravet/internal/report"
	"github.com/auroravet/auroravet/internal/testprogram"
)

func TestHide(t *testing.T) {
	for text, want := range map[string]string{
		`cannot use "s3cr\"et" (untyped string constant) as int value in assignment`:                       `cannot use "…" (untyped string constant) as int value in assignment`,
		`cannot use key (untyped string constant "s3cret") as int value in assignment`:                     `cannot use key (untyped string constant "…") as int value in assignment`,
		`cannot use key (constant "s3cret" of type string) as int value in assignment`:                     `cannot use key (constant "…" of type string) as int value in assignment`,
		`cannot use 4111111111111111 (untyped int constant) as int32 value in assignment (overflows)`:      `cannot use [16 digits] (untyped int constant) as int32 value in assignment (overflows)`,
		`could not import example.com/nowhere (no required module provides package "example.com/nowhere")`: `could not import example.com/nowhere (no required module provides package "example.com/nowhere")`,
		`the card 4111 1111 1111 1111 is of the sandbox`:                                                   `the card [16 digits] is of the sandbox`,
	} {
		if got := hideLiterals(text); got != want {
			t.Errorf("%s\nbecomes %s\nwant    %s", text, got, want)
		}
	}
}

// leaky is a module whose addresses, reasons and errors hold secrets and card numbers.
var leaky = map[string]string{
	"go.mod": shop["go.mod"],
	"pay/pay.go": `package pay

import "net/http"

func sale() {
	http.Post("https://shop:s3cr3tpw9@api.flute.com/v2/customers?token=abcdef123456", "", nil)
	http.Get("https://shop:s3cr3tpw9@api.flute.com/v9/4111111111111111/x?token=abcdef123456") //auroravet:ignore clienttimeout card 4111 1111 1111 1111
}
`,
	"broken/broken.go": "package broken\n\nvar x int = \"s3cr3tpw9\"\n",
}

func TestNoSecrets(t *testing.T) {
	dir := testprogram.Tree(t, leaky)
	for _, format := range report.Formats() {
		got := command(t, dir, "-format="+format)
		if got.Code != 1 || !strings.Contains(got.Stdout, "api.flute.com") {
			t.Errorf("%s: exit %d\n%s", format, got.Code, got.Stdout)
		}
		for _, secret := range []string{"s3cr3tpw9", "abcdef123456", "4111"} {
			if strings.Contains(got.Stdout+got.Stderr, secret) {
				t.Errorf("%s shows %s:\n%s%s", format, secret, got.Stdout, got.Stderr)
			}
		}
	}
}
