// Package replies answers for other packages.
package replies

import "github.com/labstack/echo/v4"

// Plain shows the text of an error.
func Plain(err error, c echo.Context) {
	_ = c.JSON(500, map[string]string{"error": err.Error()})
}
