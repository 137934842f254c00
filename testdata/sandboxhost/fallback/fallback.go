// Package fallback answers with the sandbox when nothing is set or recognised.
package fallback

import (
	"cmp"
	"flag"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"github.com/spf13/viper"
)

func getenv(key, def string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return def
}

func helper() string {
	return getenv("AURORA_BASE_URL", "https://sandbox.api.flute.com") // want `sandbox.api.flute.com is the default`
}

func library() {
	flag.String("aurora-url", "https://sandbox.api.flute.com", "payment API")        // want `sandbox.api.flute.com`
	pflag.StringP("aurora-url", "u", "https://sandbox.api.flute.com", "payment API") // want `sandbox.api.flute.com`
	viper.SetDefault("aurora.base_url", "https://sandbox.api.flute.com")             // want `the default`
	cmd := &cobra.Command{Long: "The sandbox is at https://sandbox.api.flute.com."}
	cmd.Flags().String("aurora-url", "https://sandbox.api.flute.com", "payment API, such as https://sandbox.api.flute.com") // want `sandbox.api.flute.com`
}

func or() string {
	return cmp.Or(os.Getenv("AURORA_BASE_URL"), "https://sandbox.api.flute.com") // want `sandbox.api.flute.com`
}

func empty() string {
	base := os.Getenv("AURORA_BASE_URL")
	if base == "" {
		base = "https://sandbox.api.flute.com" // want `is the default`
	}
	return base
}

func notEmpty() string {
	if v := strings.TrimSpace(os.Getenv("AURORA_BASE_URL")); v != "" {
		return v
	}
	return "https://sandbox.api.flute.com" // want `is the default`
}

func lookup() string {
	v, ok := os.LookupEnv("AURORA_BASE_URL")
	if !ok {
		return "https://sandbox.api.flute.com" // want `is the default`
	}
	return v
}

type config struct{ BaseURL string }

func (c *config) defaults() {
	if len(c.BaseURL) == 0 {
		c.BaseURL = "https://sandbox.api.flute.com" // want `is the default`
	}
}

func startsWith() config {
	c := config{BaseURL: "https://sandbox.api.flute.com"} // want `is the default`
	if v := os.Getenv("AURORA_BASE_URL"); v != "" {
		c.BaseURL = v
	}
	return c
}

func emptyName(env string) string {
	if env == "" {
		return "https://sandbox.api.flute.com" // want `is the default`
	}
	return "https://" + env + ".api.flute.com"
}

func emptyCase(env string) string {
	switch env {
	case "live":
		return "https://api.flute.com"
	case "", "sandbox":
		return "https://sandbox.api.flute.com" // want `is the default`
	}
	panic(env)
}

func defaultCase(env string) string {
	switch env {
	case "live":
		return "https://api.flute.com"
	default:
		return "https://sandbox.api.flute.com" // want `is the default`
	}
}

func afterSwitch(env string) string {
	switch strings.ToLower(env) {
	case "live":
		return "https://api.flute.com"
	case "local":
		return "http://localhost:8080"
	}
	return "https://sandbox.api.flute.com" // want `is the default`
}

func lastElse(env string) string {
	if env == "production" {
		return "https://api.flute.com"
	} else if env == "local" {
		return "http://localhost:8080"
	} else {
		return "https://sandbox.api.flute.com" // want `is the default`
	}
}

func twoReturns(env string) string {
	if env == "production" {
		return "https://api.flute.com"
	}
	if env == "eu" || env == "production-eu" {
		return "https://api.eu.flute.com"
	}
	return "https://sandbox.api.flute.com" // want `is the default`
}

var bases = map[string]string{"live": "https://api.flute.com", "sandbox": "https://sandbox.api.flute.com"}

func miss(env string) string {
	if u, ok := bases[env]; ok {
		return u
	}
	return "https://sandbox.api.flute.com" // want `is the default`
}

func missElement(env string) string {
	u, ok := bases[env]
	if !ok {
		u = bases["sandbox"] // want `bases\["sandbox"\] falls back to the sandbox host`
	}
	return u
}

func failed(parse func() (string, error)) string {
	u, err := parse()
	if err != nil {
		return "https://sandbox.api.flute.com" // want `is the default`
	}
	return u
}

var baseURL = "https://sandbox.api.flute.com" // want `sandbox.api.flute.com`

func init() {
	if v := os.Getenv("AURORA_BASE_URL"); v != "" {
		baseURL = v
	}
	flag.StringVar(&baseURL, "base", baseURL, "payment API")
}

// The name of an environment is no host.
func name() string { return getenv("AURORA_ENV", "sandbox") }

// A setting for the sandbox may have a default.
func sandboxSetting() (string, string) {
	viper.SetDefault("aurora.sandbox_url", "https://sandbox.api.flute.com")
	return getenv("AURORA_SANDBOX_URL", "https://sandbox.api.flute.com"), getenv("AURORA_URL", "https://api.flute.com")
}

// A name that asked for production before is empty here for all that.
func emptyAfterLive(name string) string {
	if strings.EqualFold(name, "live") {
		return "https://api.flute.com"
	}
	if name == "" {
		return "https://sandbox.api.flute.com" // want `is the default`
	}
	return "https://" + name + ".example.com"
}

// Another value is empty, and the name has chosen.
func emptyOverride(name, override string) string {
	if strings.EqualFold(name, "live") {
		return "https://api.flute.com"
	}
	if override == "" {
		return "https://sandbox.api.flute.com"
	}
	return override
}
