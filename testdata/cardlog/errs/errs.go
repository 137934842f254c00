// Package errs puts card data into errors.
package errs

import (
	"errors"
	"fmt"
	"log"

	pkgerrors "github.com/pkg/errors"
)

type card struct{ CardNumber, CVV, Holder string }

func check(c card) error {
	if c.Holder == "" {
		return errors.New("no holder")
	}
	if len(c.CVV) != 3 {
		return fmt.Errorf("%s is no security code", c.CVV) // want `c.CVV puts the security code into the text of an error`
	}
	if len(c.CardNumber) < 13 {
		return errors.New("bad number " + c.CardNumber) // want `"bad number " \+ c.CardNumber puts the card number`
	}
	return fmt.Errorf("card of %s: %d digits", c.Holder, len(c.CardNumber))
}

func wrapped(c card, err error) error {
	return pkgerrors.Wrapf(err, "card %s", c.CardNumber) // want `c.CardNumber puts`
}

// once: the error was reported where it was made.
func logged(c card) {
	if err := check(c); err != nil {
		log.Println(err)
		log.Printf("check: %v", fmt.Errorf("again: %w", err))
	}
}

// NumberError says in its text which number it is about.
type NumberError struct{ CardNumber string }

func (e *NumberError) Error() string { return "bad number " + e.CardNumber } // want `puts the card number into the text of an error`

func luhn(c card) error { return &NumberError{c.CardNumber} }

// DeclineError has a text of its own.
type DeclineError struct {
	CardNumber string
	Code       int
}

func (e DeclineError) Error() string { return fmt.Sprintf("declined with %d", e.Code) }

func decline(c card) error { return DeclineError{c.CardNumber, 5} }

// ValueError shows what it is given.
type ValueError struct{ Value string }

func (e ValueError) Error() string { return "bad value " + e.Value }

func badValue(c card) {
	log.Println(ValueError{c.Holder})
	log.Println(ValueError{c.CVV}) // want `ValueError{…} shows the security code`
}

func fail(format string, args ...any) error { return fmt.Errorf(format, args...) }

func failed(c card) error {
	if c.Holder == "" {
		return fail("no holder in %T", c)
	}
	return fail("bad card %v", c) // want `c puts`
}

func joined(c card) error { return errors.Join(errors.New("a"), errors.New(c.CVV)) } // want `c.CVV puts`
