// Package office serves through a layer of its own around what calls the API.
package office

import (
	"context"
	"fmt"
	"log/slog"

	"github.com/gin-gonic/gin"
)

// Payments is what the office needs.
type Payments interface {
	Drop(ctx context.Context, id string) error
}

// logged is a layer that hands the errors on.
type logged struct{ next Payments }

// Logged returns a layer around payments.
func Logged(next Payments) Payments { return logged{next} }

// Drop implements Payments.
func (l logged) Drop(ctx context.Context, id string) error {
	err := l.next.Drop(ctx, id)
	if err != nil {
		slog.ErrorContext(ctx, "drop", "err", err)
		return fmt.Errorf("office: %w", err)
	}
	return nil
}

// Service stands between the routes and the payments.
type Service struct{ Pay Payments }

func (s *Service) drop(ctx context.Context, id string) error { return s.Pay.Drop(ctx, id) }

// Routes adds what the office serves.
func Routes(g *gin.Engine, s *Service) {
	g.POST("/drop/:id", func(c *gin.Context) {
		if err := s.drop(c, c.Param("id")); err != nil {
			c.JSON(502, gin.H{"error": err.Error()}) // want "gin.Context.JSON shows the customer an error of the payment API"
			return
		}
		c.Status(204)
	})
}
