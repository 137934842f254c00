// Package settings has defaults in struct tags.
package settings

type Aurora struct {
	ClientID     string `envconfig:"CLIENT_ID" default:"shop"`
	ClientSecret string `envconfig:"CLIENT_SECRET" default:"hunter2hunter"`  // want `ClientSecret is written in the source \(13 characters\)`
	Hook         string `env:"FLUTE_WEBHOOK_SECRET" envDefault:"8fK2mQx9Lp"` // want `FLUTE_WEBHOOK_SECRET is written`
	TokenURL     string `default:"https://oauth.flute.com/oauth2/token"`
	Password     string `json:"password" env:"AURORA_PASSWORD,required"`
	Token        string `default:"changeme"`
	SecretFile   string `default:"/run/secrets/aurora"`
}

type mail struct {
	Password string `default:"dev-password1"`
}

type metrics struct {
	APIKey string `default:"9f86d081884c7d659a2feaa0c55ad015"` // want `APIKey is written`
}
