// Package desk serves what others have signed in.
package desk

import (
	"context"
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"
)

// Pass gives what a request is signed with.
type Pass func(ctx context.Context) (string, error)

// Caller calls the API.
type Caller struct {
	Base string
	Pass Pass
}

func (c *Caller) call(ctx context.Context, path string) error {
	pass, err := c.Pass(ctx)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.Base+path, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+pass)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	if resp.StatusCode >= 400 {
		return errors.New(resp.Status)
	}
	return resp.Body.Close()
}

// Desk is a server.
type Desk struct{ Caller *Caller }

// Devices shows what went wrong.
func (d *Desk) Devices(c *gin.Context) {
	if err := d.Caller.call(c.Request.Context(), "/pay-api/v1/devices"); err != nil {
		c.String(http.StatusBadGateway, err.Error()) // want `gin.Context.String shows the customer an error`
		return
	}
	c.Status(http.StatusNoContent)
}

// Sign shows what only who gives it knows.
func (d *Desk) Sign(c *gin.Context) {
	if _, err := d.Caller.Pass(c.Request.Context()); err != nil {
		c.String(http.StatusBadGateway, err.Error())
		return
	}
	c.Status(http.StatusNoContent)
}

// Public are the routes of the desk.
func (d *Desk) Public() http.Handler {
	g := gin.New()
	g.GET("/devices", d.Devices)
	return g
}

// Private are those of the office.
func (d *Desk) Private() http.Handler {
	g := gin.New()
	g.GET("/sign", d.Sign)
	return g
}

// Say shows an error.
func Say(c *gin.Context, err error) {
	c.String(http.StatusBadGateway, err.Error())
}
