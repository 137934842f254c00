package depot

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"
)

// Sale is a sale as the first version of the API has it.
type Sale struct {
	AccountNumber string
	SecurityCode  string
	Amount        int
}

// Door is a door of the depot.
type Door struct {
	Name         string
	SecurityCode string
}

func codes(s Sale, d Door) {
	log.Println(s.SecurityCode) // want `shows the security code`
	log.Println(s.Amount, d.SecurityCode)
}

func ask(from string) (cardNumber string, err error) { return strings.TrimSpace(from), nil }

func askRider(from string) (rider string, err error) { return strings.TrimSpace(from), nil }

func decryptCardNumber(b []byte) (string, error) { return string(b), nil }

func asked(from string, b []byte) {
	if n, err := ask(from); err == nil {
		fmt.Println(n) // want `n shows the card number`
	}
	if n, err := askRider(from); err == nil {
		fmt.Println(n)
	}
	if n, err := decryptCardNumber(b); err == nil {
		fmt.Println(n) // want `n shows the card number`
	}
}

func take(w http.ResponseWriter, r *http.Request) {
	var p Pass
	if json.NewDecoder(r.Body).Decode(&p) != nil {
		w.WriteHeader(http.StatusBadRequest)
	}
}

func bodies(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		b, err := io.ReadAll(c.Request().Body)
		if err != nil {
			return err
		}
		c.Request().Body = io.NopCloser(bytes.NewReader(b))
		c.Logger().Debugf("%s: %d bytes", c.Path(), len(b))
		c.Logger().Debugf("%s: %s", c.Path(), b) // want `b shows`
		return next(c)
	}
}
