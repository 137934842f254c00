package depot

import (
	"fmt"
	"log"

	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"github.com/urfave/cli/v2"
)

func refused(p Pass) error {
	if p.CVV == "" {
		return echo.NewHTTPError(400, "no code for "+p.CardNumber) // want `puts the card number`
	}
	if p.Rider == "" {
		return fiber.NewError(400, "no rider for "+p.CardNumber) // want `puts the card number`
	}
	return echo.NewHTTPError(400, "refused "+p.Rider)
}

func flags(cmd *cobra.Command, c *cli.Context) {
	number, _ := cmd.Flags().GetString("card-number")
	fmt.Println("charging", number) // want `number shows the card number`
	rider, _ := cmd.Flags().GetString("rider")
	fmt.Println("charging", rider)
	fmt.Println("charging", c.String("cvv")) // want `shows the security code`
	fmt.Println("charging", c.String("rider"))
	n := pflag.String("card-number", "", "")
	log.Println(*n) // want `shows the card number`
}
