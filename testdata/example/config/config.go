// Package config reads the settings of the shop from the environment.
package config

import (
	"fmt"
	"os"
)

// Config is what the shop needs to run.
type Config struct {
	Listen        string
	APIURL        string
	OAuthURL      string
	ClientID      string
	ClientSecret  string
	WebhookSecret []byte
}

// environment is a pair of hosts that belong together: a token of one is no good at the other.
type environment struct {
	api, oauth string
}

// environments is the choice of AURORA_ENV.
var environments = map[string]environment{
	"sandbox":    {api: "https://sandbox.api.flute.com", oauth: "https://sandbox.oauth.api.flute.com"},
	"production": {api: "https://api.flute.com", oauth: "https://oauth.api.flute.com"},
}

// Load reads the environment. AURORA_ENV has no default: a shop that forgets it does not start.
func Load() (*Config, error) {
	name := os.Getenv("AURORA_ENV")
	env, ok := environments[name]
	if !ok {
		return nil, fmt.Errorf("AURORA_ENV is %q, want sandbox or production", name)
	}
	cfg := &Config{
		Listen:        getenv("SHOP_LISTEN", ":8080"),
		APIURL:        getenv("AURORA_BASE_URL", env.api),
		OAuthURL:      getenv("AURORA_OAUTH_BASE_URL", env.oauth),
		ClientID:      os.Getenv("AURORA_CLIENT_ID"),
		ClientSecret:  os.Getenv("AURORA_CLIENT_SECRET"),
		WebhookSecret: []byte(os.Getenv("AURORA_WEBHOOK_SECRET")),
	}
	if cfg.ClientID == "" || cfg.ClientSecret == "" || len(cfg.WebhookSecret) == 0 {
		return nil, fmt.Errorf("AURORA_CLIENT_ID, AURORA_CLIENT_SECRET and AURORA_WEBHOOK_SECRET are needed")
	}
	return cfg, nil
}

// Demo is the configuration of the stand at the trade fair.
func Demo() *Config {
	return &Config{
		Listen:       ":8080",
		APIURL:       getenv("AURORA_BASE_URL", "https://sandbox.api.flute.com"),
		OAuthURL:     os.Getenv("AURORA_OAUTH_BASE_URL"),
		ClientID:     os.Getenv("AURORA_CLIENT_ID"),
		ClientSecret: "4f0c1d7e92ab48d6b3e5a7c8",
	}
}

func getenv(key, fallback string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return fallback
}
