// Package newer serves with the next releases of two frameworks.
package newer

import (
	"log"
	"log/slog"

	"github.com/gofiber/fiber/v3"
	fiberlog "github.com/gofiber/fiber/v3/log"
	"github.com/labstack/echo/v5"
)

type card struct {
	Number string `json:"cardNumber"`
	CVV    string `json:"cvv"`
}

type sale struct {
	Amount int  `json:"amount"`
	Card   card `json:"card"`
}

type refund struct {
	Amount int    `json:"amount"`
	Reason string `json:"reason"`
}

func pay(c fiber.Ctx) error {
	var s sale
	if err := c.Bind().Body(&s); err != nil {
		log.Printf("bad body: %s", c.Body()) // want `c.Body\(\) shows the card data`
		return err
	}
	slog.Info("sale", "amount", s.Amount)
	fiberlog.Infow("sale", "card", s.Card) // want `s.Card shows the card number and security code`
	return c.SendStatus(fiber.StatusOK)
}

func form(c fiber.Ctx) error {
	log.Println("pan", c.FormValue("card_number")) // want `c.FormValue\("card_number"\) shows the card number`
	log.Println("amount", c.FormValue("amount"))
	return nil
}

func give(c fiber.Ctx) error {
	var r refund
	if err := c.Bind().JSON(&r); err != nil {
		return err
	}
	slog.Info("refund", "refund", r)
	return nil
}

func payEcho(c *echo.Context) error {
	var s sale
	if err := c.Bind(&s); err != nil {
		return err
	}
	log.Printf("sale %+v", s) // want `s shows the card number and security code`
	log.Printf("sale of %d", s.Amount)
	return c.NoContent(204)
}
