// Package settings has defaults in struct tags.
package settings

type Aurora struct {
	BaseURL  string `envconfig:"BASE_URL" default:"https://sandbox.api.flute.com"`            // want `BaseURL falls back to the sandbox host sandbox.api.flute.com`
	OAuthURL string `env:"AURORA_OAUTH_URL" envDefault:"https://sandbox.oauth.api.flute.com"` // want `OAuthURL falls back`
	POS      string `yaml:"pos" env-default:"https://api.uat.arise.risewithaurora.com"`       // want `POS falls back`
	Go       string `env:"AURORA_GO, default=https://sandbox.api.flute.com"`                  // want `Go falls back`
	Conf     string `conf:"default:https://sandbox.api.flute.com,env:AURORA_URL"`             // want `Conf falls back`
	Help     string `help:"such as https://sandbox.api.flute.com" example:"https://sandbox.api.flute.com"`
	Sandbox  string `default:"https://sandbox.api.flute.com"`
	Other    string `default:"https://api.flute.com" usage:"not https://sandbox.api.flute.com"`
	Docs     string `default:"https://developer.uat.flute.com"`
}

type nested struct {
	Inner struct {
		Base string `default:"https://sandbox.api.flute.com"` // want `Base falls back`
	}
}

type sandboxSettings struct {
	Base string `default:"https://sandbox.api.flute.com"`
}

type liveSettings struct {
	Base string `default:"https://api.flute.com"`
}

const live = "https://api.flute.com"
