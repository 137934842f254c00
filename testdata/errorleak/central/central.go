// Package central has handlers for the errors of all routes.
package central

import (
	"errors"
	"net/http"

	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"

	"github.com/auroravet/auroravet/testdata/errorleak/central/replies"
	"github.com/auroravet/auroravet/testdata/errorleak/pay"
)

type shop struct{ pay *pay.Client }

func (s *shop) buy(c echo.Context) error {
	if _, err := s.pay.Charge(c.Request().Context(), "1", 1); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

func (s *shop) rent(c *fiber.Ctx) error {
	if _, err := s.pay.Charge(c.Context(), "1", 1); err != nil {
		return err
	}
	return c.SendStatus(http.StatusNoContent)
}

func (s *shop) mount() *echo.Echo {
	e := echo.New()
	e.HTTPErrorHandler = func(err error, c echo.Context) { inLiteral(err, c) }
	e.HTTPErrorHandler = named
	e.HTTPErrorHandler = through
	e.HTTPErrorHandler = s.text
	e.HTTPErrorHandler = guarded
	e.HTTPErrorHandler = func(err error, c echo.Context) {
		if !c.Response().Committed {
			twice(c, err)
		}
	}
	e.HTTPErrorHandler = replies.Plain // want `replies.Plain shows the customer an error`
	e.GET("/buy", s.buy)
	return e
}

func inLiteral(err error, c echo.Context) {
	_ = c.JSON(http.StatusBadGateway, map[string]string{"error": err.Error()}) // want `echo.Context.JSON shows the customer an error`
}

func named(err error, c echo.Context) {
	_ = c.String(http.StatusBadGateway, err.Error()) // want `echo.Context.String shows the customer an error`
}

// through hands the error on.
func through(err error, c echo.Context) {
	c.Logger().Error(err)
	write(c, http.StatusBadGateway, err)
}

func write(c echo.Context, code int, err error) {
	_ = c.JSON(code, echo.Map{"reason": err.Error()}) // want `echo.Context.JSON shows the customer an error`
}

// text gives only its text to what answers.
func (s *shop) text(err error, c echo.Context) {
	answer(c, http.StatusBadGateway, err.Error()) // want `central.answer shows the customer an error`
}

func answer(c echo.Context, code int, text string) {
	_ = c.JSON(code, echo.Map{"text": text})
}

// guarded says what it chooses to.
func guarded(err error, c echo.Context) {
	var ap *pay.Error
	if errors.As(err, &ap) {
		answer(c, http.StatusBadGateway, "the payment was not accepted")
		return
	}
	answer(c, http.StatusInternalServerError, "please try again")
}

func twice(c echo.Context, err error) { once(err, c) }

func once(err error, c echo.Context) {
	_ = c.Blob(http.StatusBadGateway, "text/plain", []byte(err.Error())) // want `echo.Context.Blob shows the customer an error`
}

func (s *shop) fibred() *fiber.App {
	app := fiber.New(fiber.Config{ErrorHandler: func(c *fiber.Ctx, err error) error { return told(c, err) }})
	app.Get("/rent", s.rent)
	return app
}

func told(c *fiber.Ctx, err error) error {
	return c.Status(http.StatusBadGateway).SendString(err.Error()) // want `fiber.Ctx.SendString shows the customer an error`
}

// In a handler the call that gives the error away is the place.
func (s *shop) sell(c echo.Context) error {
	if _, err := s.pay.Charge(c.Request().Context(), "1", 1); err != nil {
		write(c, http.StatusBadGateway, err) // want `central.write shows the customer an error`
		return nil
	}
	return c.NoContent(http.StatusNoContent)
}
