// Package fiber calls the API with the client of fiber.
package fiber

import (
	"errors"
	"os"
	"time"

	"github.com/gofiber/fiber/v2"
)

func api(path string) string { return os.Getenv("FLUTE_BASE_URL") + path }

// Add registers an endpoint.
func Add(target string) error {
	a := fiber.Post(api("/v2/webhooks/endpoints")) // want `without an idempotency key` `no timeout`
	a.JSON(fiber.Map{"endpointUrl": target})
	_, _, errs := a.Bytes()
	return errors.Join(errs...)
}

// Drop removes one.
func Drop(id string) error {
	a := fiber.Delete(api("/v2/webhooks/endpoints/"+id)).Set("Idempotency-Key", "drop-"+id).Timeout(5 * time.Second)
	_, _, errs := a.String()
	return errors.Join(errs...)
}

// Sell sets the key on the request of an agent.
func Sell(ticket string) error {
	a := fiber.AcquireAgent()
	defer fiber.ReleaseAgent(a)
	a.Request().Header.SetMethod(fiber.MethodPost)
	a.Request().SetRequestURI(api("/v2/pos/transactions"))
	a.Request().Header.Set("Idempotency-Key", ticket)
	if err := a.Parse(); err != nil {
		return err
	}
	_, _, errs := a.Timeout(time.Second).Bytes()
	return errors.Join(errs...)
}

// Pay names the payment in the body.
func Pay(order string) error {
	a := fiber.Post(api("/v2/transactions")).JSON(fiber.Map{"amount": 5, "referenceId": order}).Timeout(time.Second)
	_, _, errs := a.Bytes()
	return errors.Join(errs...)
}
