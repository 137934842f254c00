// Package tickets sells tickets.
package tickets

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"strings"

	"github.com/caarlos0/env/v11"
	"github.com/spf13/viper"
	"github.com/valyala/fasthttp"
	"golang.org/x/oauth2/clientcredentials"

	"github.com/auroravet/auroravet/testdata/literalcreds/shared"
)

const auroraToken = "/oauth2/token"

func helper() (string, string) {
	a := shared.EnvOr("FLUTE_CLIENT_SECRET", os.Getenv("OLD_SECRET"), "tk-2291-boxoffice") // want `FLUTE_CLIENT_SECRET is written`
	b, _ := shared.Lookup("FLUTE_API_KEY", "tk_live_77ab31")                               // want `FLUTE_API_KEY is written`
	return a, b
}

func helperOK() []string {
	c, _ := shared.Lookup("FLUTE_CLIENT_SECRET_FILE", "/etc/flute/secret")
	d, _ := shared.Lookup("FLUTE_TOKEN_URL", "https://oauth.api.flute.com/oauth2/token")
	return []string{shared.EnvOr("FLUTE_CLIENT_SECRET"), c, d, shared.EnvOr("FLUTE_ENV", "production")}
}

type boxOffice struct {
	ID     string `env:"FLUTE_CLIENT_ID"`
	Secret string `env:"FLUTE_CLIENT_SECRET" envDefault:"tk-2291-boxoffice"` // want `Secret is written`
	Pin    string `env:"FLUTE_WEBHOOK_SECRET,required"`
}

func parse() (b boxOffice, err error) { return b, env.Parse(&b) }

func twoStep() *clientcredentials.Config {
	var cfg clientcredentials.Config
	cfg.TokenURL = "https://oauth.api.flute.com" + auroraToken
	cfg.ClientID = "c2ad4d63-d25f-4c05-a049-6916d66125af" // want `ClientID is written beside`
	cfg.ClientSecret = "tk-2291-boxoffice"                // want `ClientSecret is written`
	return &cfg
}

func imported() *clientcredentials.Config {
	return &clientcredentials.Config{ClientSecret: shared.FluteSecret, TokenURL: auroraToken}
}

func fast(req *fasthttp.Request) {
	req.Header.Set("Authorization", "Bearer tk_live_77ab31cd90")              // want `Authorization is written`
	req.Header.Set(fasthttp.HeaderAuthorization, "Bearer tk_live_77ab31cd90") // want `Authorization is written`
	req.Header.SetContentType("application/json")
}

type tokenRequest struct {
	GrantType    string `json:"grant_type"`
	ClientID     string `json:"client_id"`
	ClientSecret string `json:"client_secret"`
}

func marshal() ([]byte, error) {
	return json.Marshal(tokenRequest{"client_credentials", "box", "tk-2291-boxoffice"}) // want `ClientSecret is written`
}

func anonymous() ([]byte, error) {
	return json.Marshal(struct {
		ID     string `json:"client_id"`
		Secret string `json:"client_secret"`
	}{ID: "box", Secret: "tk-2291-boxoffice"}) // want `Secret is written`
}

func verify(r *http.Request, body []byte) bool {
	secret, err := hex.DecodeString("e8c8435ec581a7275768c7b61b9b3ae1") // want `is written`
	if err != nil {
		return false
	}
	h := hmac.New(sha256.New, secret)
	io.WriteString(h, r.Header.Get("Flute-Webhook-Timestamp"))
	h.Write(body)
	return hmac.Equal(h.Sum(nil), []byte(r.Header.Get("Flute-Webhook-Signature")))
}

func gate(r *http.Request) bool {
	got := r.Header.Get("X-Shop-Token")
	return subtle.ConstantTimeCompare([]byte(got), []byte("Zk3Rw8Lq1Vt6Yb9Nc4Xd")) == 1
}

func gateNamed(token string) bool {
	return subtle.ConstantTimeCompare([]byte(token), []byte("Zk3Rw8Lq1Vt6Yb9Nc4Xd")) == 1 // want `token is written`
}

func run(ctx context.Context) error {
	cmd := exec.CommandContext(ctx, "auroractl", "login", "--client-secret", "tk-2291-boxoffice") // want `client-secret is written`
	cmd.Env = []string{"HOME=/tmp", "AURORA_TOKEN=tk_live_77ab31cd90"}                            // want `AURORA_TOKEN is written`
	return cmd.Run()
}

func docker() string {
	return strings.Join([]string{"FLUTE_CLIENT_ID=box", "FLUTE_CLIENT_SECRET=tk-2291-boxoffice"}, "\n") // want `FLUTE_CLIENT_SECRET is written`
}

func tenant(name string) (shared.Creds, bool) {
	tenants := map[string]shared.Creds{
		"opera":  {User: "opera", Pass: os.Getenv("OPERA_PASS")},
		"circus": {User: "circus", Pass: "tk-2291-boxoffice"}, // want `Pass is written`
	}
	c, ok := tenants[name]
	return c, ok
}

func form() url.Values {
	v := url.Values{
		"grant_type": {"client_credentials"},
		"client_id":  {"c2ad4d63-d25f-4c05-a049-6916d66125af"},
	}
	v.Add("client_secret", os.Getenv("FLUTE_CLIENT_SECRET"))
	return v
}

func lazily() func() string {
	var cached string
	return func() string {
		if cached == "" {
			cached = fetch("flute/client-secret")
		}
		return cached
	}
}

func fetch(path string) string { return path }

func must(v *viper.Viper) string {
	if !v.IsSet("flute.client_secret") {
		panic("flute.client_secret is not set; see https://developer.flute.com")
	}
	return v.GetString("flute.client_secret")
}

type Stage string

const (
	StageToken  Stage = "token-issued1"
	StageSecret Stage = "secret-shown1"
	StageDone   Stage = "done"
)

var messages = map[Stage]string{StageToken: "A token was issued.", StageSecret: "The secret was shown once."}

func errorf(name string) error {
	return fmt.Errorf("tickets: secret %q: password=%s", name, strings.Repeat("*", 8))
}

func demoKey() string {
	const key = "flute_demo_4a7b9c2d1e6f8a3b" // want `demoKey is written`
	return key
}

const sdkVersion = "flute-go/1.4.2 (+https://developer.flute.com)"

const etagSecretSauce = "W/\"0815\""
