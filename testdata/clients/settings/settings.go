// Package settings takes the API's base from configuration libraries.
package settings

import (
	"flag"
	"net/http"
	"time"

	"github.com/knadh/koanf/v2"
	"github.com/spf13/cobra"
	"github.com/spf13/viper"
	cli2 "github.com/urfave/cli/v2"
	cli3 "github.com/urfave/cli/v3"
)

var hc = &http.Client{Timeout: 10 * time.Second}

func void(base string) error {
	resp, err := hc.Post(base+"/transactions/void", "application/json", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Viper asks for a key.
func Viper() error {
	return void(viper.GetString("aurora.base_url")) // want `POST …/transactions/void leaves without an idempotency key`
}

// Other asks for another one.
func Other() error {
	return void(viper.GetString("warehouse.base_url"))
}

// Own has an object of its own.
func Own(v *viper.Viper) error {
	return void(v.GetString("flute_url")) // want `POST …/transactions/void leaves without an idempotency key`
}

// Koanf asks for a path.
func Koanf(k *koanf.Koanf) error {
	return void(k.String("arise.url")) // want `POST …/transactions/void leaves without an idempotency key`
}

// Command has a flag.
func Command(c *cli2.Context) error {
	return void(c.String("aurora-url")) // want `POST …/transactions/void leaves without an idempotency key`
}

// Command3 has one too.
func Command3(c *cli3.Command) error {
	return void(c.String("aurora-url")) // want `POST …/transactions/void leaves without an idempotency key`
}

// Flag is one of the standard library.
func Flag() error {
	base := flag.String("aurora-url", "", "where the API is")
	flag.Parse()
	return void(*base) // want `POST …/transactions/void leaves without an idempotency key`
}

// Var is bound to a variable.
func Var() error {
	var base string
	flag.StringVar(&base, "aurora-url", "", "where the API is")
	flag.Parse()
	return void(base) // want `POST …/transactions/void leaves without an idempotency key`
}

// Cobra has a flag of a command.
func Cobra() *cobra.Command {
	return &cobra.Command{RunE: func(cmd *cobra.Command, _ []string) error {
		base, err := cmd.Flags().GetString("aurora-url")
		if err != nil {
			return err
		}
		return void(base) // want `POST …/transactions/void leaves without an idempotency key`
	}}
}
