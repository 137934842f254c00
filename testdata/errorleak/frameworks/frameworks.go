// Package frameworks serves the shop with gin, echo and fiber.
package frameworks

import (
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	fiber3 "github.com/gofiber/fiber/v3"
	"github.com/labstack/echo/v4"
	echo5 "github.com/labstack/echo/v5"

	"github.com/auroravet/auroravet/testdata/errorleak/pay"
)

type shop struct{ pay *pay.Client }

func (s *shop) ginJSON(c *gin.Context) {
	sale, err := s.pay.Charge(c.Request.Context(), "k", 1)
	if err != nil {
		c.JSON(http.StatusBadGateway, gin.H{"error": err.Error()}) // want `gin.Context.JSON shows the customer an error`
		return
	}
	c.JSON(http.StatusOK, sale)
}

func (s *shop) ginAbort(c *gin.Context) {
	_, err := s.pay.Charge(c.Request.Context(), "k", 1)
	if err != nil {
		_ = c.AbortWithError(http.StatusBadGateway, err)
	}
}

func (s *shop) ginAbortJSON(c *gin.Context) {
	_, err := s.pay.Charge(c.Request.Context(), "k", 1)
	var apiErr *pay.Error
	if errors.As(err, &apiErr) {
		c.AbortWithStatusJSON(http.StatusBadGateway, apiErr) // want `gin.Context.AbortWithStatusJSON shows the customer an error`
	}
}

func (s *shop) ginString(c *gin.Context) {
	_, err := s.pay.Charge(c.Request.Context(), "k", 1)
	c.String(http.StatusOK, "result: %v", err) // want `gin.Context.String shows the customer an error`
}

func (s *shop) ginBind(c *gin.Context) {
	var in struct{ Amount int }
	if err := c.ShouldBindJSON(&in); err != nil {
		c.JSON(http.StatusBadRequest, gin.H{"error": err.Error()})
		return
	}
	if _, err := s.pay.Charge(c.Request.Context(), "k", in.Amount); err != nil {
		_ = c.Error(err)
		c.JSON(http.StatusBadGateway, gin.H{"error": "the payment failed", "order": c.Param("id")})
	}
}

func (s *shop) echoReturned(c echo.Context) error {
	_, err := s.pay.Charge(c.Request().Context(), "k", 1)
	return err
}

func (s *shop) echoRefused(c echo.Context) error {
	_, err := s.pay.Charge(c.Request().Context(), "k", 1)
	if err != nil {
		return echo.NewHTTPError(http.StatusBadGateway, err) // want `echo.NewHTTPError shows the customer an error`
	}
	return c.NoContent(http.StatusNoContent)
}

func (s *shop) echoInternal(c echo.Context) error {
	_, err := s.pay.Charge(c.Request().Context(), "k", 1)
	if err != nil {
		return echo.NewHTTPError(http.StatusBadGateway, "the payment failed").SetInternal(err)
	}
	return c.NoContent(http.StatusNoContent)
}

func (s *shop) echoLiteral(c echo.Context) error {
	_, err := s.pay.Charge(c.Request().Context(), "k", 1)
	if err != nil {
		return &echo.HTTPError{Code: http.StatusBadGateway, Message: err.Error(), Internal: err} // want `echo.HTTPError.Message shows the customer an error`
	}
	return c.NoContent(http.StatusNoContent)
}

func (s *shop) echoWriter(c echo.Context) error {
	_, err := s.pay.Charge(c.Request().Context(), "k", 1)
	fmt.Fprintln(c.Response(), "result", err) // want `fmt.Fprintln shows the customer an error`
	return nil
}

func (s *shop) echo5(c *echo5.Context) error {
	_, err := s.pay.Charge(c.Request().Context(), "k", 1)
	if err != nil {
		return c.JSON(http.StatusBadGateway, map[string]string{"error": err.Error()}) // want `echo.Context.JSON shows the customer an error`
	}
	return c.NoContent(http.StatusNoContent)
}

func (s *shop) echo5Refused(c *echo5.Context) error {
	if _, err := s.pay.Charge(c.Request().Context(), "k", 1); err != nil {
		return echo5.NewHTTPError(http.StatusBadGateway, "payment: "+err.Error()) // want `echo.NewHTTPError shows the customer an error`
	}
	return echo5.NewHTTPError(http.StatusBadGateway, "payment")
}

func (s *shop) fiberReturned(c *fiber.Ctx) error {
	_, err := s.pay.Charge(c.Context(), "k", 1)
	if err != nil {
		return fmt.Errorf("charge: %w", err) // want `the returned error shows the customer an error`
	}
	return c.SendStatus(fiber.StatusNoContent)
}

func (s *shop) fiberOwn(c *fiber.Ctx) error {
	_, err := s.pay.Status(c.Context(), "k")
	if err != nil {
		return err
	}
	return fiber.NewError(fiber.StatusBadGateway, "the payment failed")
}

func (s *shop) fiberRefused(c *fiber.Ctx) error {
	_, err := s.pay.Charge(c.Context(), "k", 1)
	if err != nil {
		return fiber.NewError(fiber.StatusBadGateway, err.Error()) // want `fiber.NewError shows the customer an error`
	}
	return c.JSON(fiber.Map{"paid": true})
}

func (s *shop) fiberSend(c *fiber.Ctx) error {
	_, err := s.pay.Charge(c.Context(), "k", 1)
	if err != nil {
		return c.Status(fiber.StatusBadGateway).JSON(fiber.Map{"error": err.Error()}) // want `fiber.Ctx.JSON shows the customer an error`
	}
	return c.SendString("paid")
}

func (s *shop) fiber3Send(c fiber3.Ctx) error {
	_, err := s.pay.Charge(c.Context(), "k", 1)
	if err != nil {
		return c.Status(fiber.StatusBadGateway).SendString(err.Error()) // want `fiber.Ctx.SendString shows the customer an error`
	}
	return c.SendString("paid")
}

// recovered answers with what happened when a handler panics.
func recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				http.Error(w, fmt.Sprintf("%v\n%s", v, debug.Stack()), http.StatusInternalServerError) // want `http.Error shows the customer a stack trace`
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// logged keeps what happened.
func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				fmt.Println(v, string(debug.Stack()))
				http.Error(w, "internal error", http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// application answers with whatever its handlers return.
func (s *shop) application() *echo.Echo {
	e := echo.New()
	e.POST("/charge", s.echoReturned)
	e.HTTPErrorHandler = func(err error, c echo.Context) {
		_ = c.JSON(http.StatusInternalServerError, map[string]string{"message": err.Error()}) // want `echo.Context.JSON shows the customer an error`
	}
	return e
}

// quietApplication answers with a text of its own.
func (s *shop) quietApplication() *echo.Echo {
	e := echo.New()
	e.POST("/charge", s.echoReturned)
	e.HTTPErrorHandler = func(err error, c echo.Context) {
		c.Logger().Error(err)
		_ = c.JSON(http.StatusInternalServerError, map[string]string{"message": "please try again"})
	}
	return e
}

// tills has two servers: one answers errors by itself, the other one leaves it to fiber.
func (s *shop) tills() (*fiber.App, *fiber.App) {
	plain, own := fiber.New(), fiber.New(fiber.Config{ErrorHandler: func(c *fiber.Ctx, err error) error {
		fmt.Println(err)
		return c.Status(fiber.StatusInternalServerError).SendString("please try again")
	}})
	plain.Group("/v1").Post("/charge", s.fiberReturned)
	own.Group("/v1").Post("/charge", s.fiberAnswered)
	own.Post("/charge", func(c *fiber.Ctx) error {
		_, err := s.pay.Charge(c.Context(), "k", 1)
		return err
	})
	return plain, own
}

func (s *shop) fiberAnswered(c *fiber.Ctx) error {
	_, err := s.pay.Charge(c.Context(), "k", 1)
	return err
}
