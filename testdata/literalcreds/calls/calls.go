// Package calls gives credentials to functions, for AURORA_BASE_URL.
package calls

import (
	"cmp"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"flag"
	"net/http"
	"net/url"
	"os"
	"os/exec"

	"github.com/carlmjohnson/requests"
	"github.com/dghubble/sling"
	"github.com/go-resty/resty/v2"
	"github.com/imroc/req/v3"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"github.com/spf13/viper"
	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"
	resty3 "resty.dev/v3"
)

var base = os.Getenv("AURORA_BASE_URL")

func basic(r *http.Request) {
	r.SetBasicAuth("shop", "letmein-please")            // want `basic auth password is written`
	r.URL.User = url.UserPassword("shop", "s3cr3tpass") // want `URL password is written`
}

func headers(r *http.Request, token string) {
	r.Header.Set("Authorization", "Bearer 8fK2mQx9Lp3RtV7wZ1") // want `Authorization is written in the source \(18 characters\)`
	r.Header.Add("X-Api-Key", "8fK2mQx9Lp3RtV7wZ1")            // want `X-Api-Key is written`
	r.Header["X-Api-Key"] = []string{"8fK2mQx9Lp3RtV7wZ1"}     // want `X-Api-Key is written`
	r.Header.Set("Authorization", "Bearer "+token)
	r.Header.Set("Authorization", "Basic "+"c2hvcDpodW50ZXIyaHVudGVyMg==") // want `Authorization is written`
	r.Header.Set("Idempotency-Key", "8fK2mQx9Lp3RtV7wZ1")
	r.Header.Set("X-Csrf-Token", "8fK2mQx9Lp3RtV7wZ1")
}

func literalHeader() http.Header {
	return http.Header{"Authorization": {"Bearer 8fK2mQx9Lp3RtV7wZ1"}} // want `Authorization is written`
}

func forms(v url.Values) url.Values {
	v.Set("grant_type", "client_credentials")
	v.Set("client_id", "630995ab-c906-44e9-9b51-075fa4c60234")       // want `client_id is written beside`
	v.Set("client_secret", "bc5390f7069632585fbd0b48")               // want `client_secret is written`
	v["refresh_token"] = []string{"KdajYHIBfU7tCgFEL9bu30sMNX"}      // want `refresh_token is written`
	return url.Values{"client_secret": {"bc5390f7069632585fbd0b48"}} // want `client_secret is written`
}

func libraries(ctx context.Context) {
	resty.New().SetAuthToken("8fK2mQx9Lp3RtV7wZ1")                                                                    // want `auth token is written`
	resty.New().R().SetBasicAuth("shop", "s3cr3tpass").SetHeader("X-Api-Key", "8fK2mQx9Lp3RtV7wZ1")                   // want `basic auth password is written` `X-Api-Key is written`
	resty.New().R().SetFormData(map[string]string{"client_secret": "bc5390f7069632585fbd0b48"})                       // want `client_secret is written`
	req.C().SetCommonBearerAuthToken("8fK2mQx9Lp3RtV7wZ1")                                                            // want `auth token is written`
	sling.New().SetBasicAuth("shop", "s3cr3tpass")                                                                    // want `basic auth password is written`
	requests.URL(base).Bearer("8fK2mQx9Lp3RtV7wZ1")                                                                   // want `auth token is written`
	oauth2.StaticTokenSource(&oauth2.Token{AccessToken: "8fK2mQx9Lp3RtV7wZ1"})                                        // want `AccessToken is written`
	_ = clientcredentials.Config{ClientID: os.Getenv("ID"), ClientSecret: "bc5390f7069632585fbd0b48", TokenURL: base} // want `ClientSecret is written`
	_ = oauth2.Config{ClientSecret: "bc5390f7069632585fbd0b48"}                                                       // want `ClientSecret is written`
}

func newer(password string) {
	resty3.New().SetAuthToken("8fK2mQx9Lp3RtV7wZ1")        // want `auth token is written`
	resty3.New().SetDigestAuth("shop", "s3cr3tpass")       // want `digest auth password is written`
	req.C().R().SetDigestAuth("shop", "letmein-please")    // want `digest auth password is written`
	resty3.New().SetDigestAuth("bc5390f7069632", password) // a user
	resty3.New().SetAuthToken("AURORA_TOKEN")              // the name of one
}

func mac(body []byte) []byte {
	h := hmac.New(sha256.New, []byte("e8c8435ec581a7275768")) // want `HMAC key is written`
	h.Write(body)
	return h.Sum(nil)
}

func getenv(key, fallback string) string { return cmp.Or(os.Getenv(key), fallback) }

func defaults() {
	_ = getenv("AURORA_CLIENT_SECRET", "hunter2hunter") // want `AURORA_CLIENT_SECRET is written`
	_ = getenv("AURORA_CLIENT_SECRET", "")
	_ = getenv("AURORA_CLIENT_SECRET_FILE", "/run/secrets/aurora")
	_ = cmp.Or(os.Getenv("AURORA_CLIENT_SECRET"), "AURORA_CLIENT_SECRET")
	os.Setenv("AURORA_CLIENT_SECRET", "hunter2hunter") // want `AURORA_CLIENT_SECRET is written`
	os.Setenv("AURORA_TOKEN_TYPE", "Bearer")
	flag.String("aurora-client-secret", "hunter2hunter", "the secret") // want `aurora-client-secret is written`
	flag.String("aurora-client-secret", "", "the client secret, 24 characters")
	var s string
	flag.StringVar(&s, "client-secret", "bc5390f7069632585fbd0b48", "secret")          // want `client-secret is written`
	pflag.StringVarP(&s, "client-secret", "s", "bc5390f7069632585fbd0b48", "secret")   // want `client-secret is written`
	new(cobra.Command).Flags().String("api-key", "bc5390f7069632585fbd0b48", "secret") // want `api-key is written`
	viper.SetDefault("aurora.client_secret", "hunter2hunter")                          // want `aurora.client_secret is written`
	viper.SetDefault("aurora.client_secret", "")
	_ = viper.BindEnv("aurora.client_secret", "AURORA_CLIENT_SECRET", "FLUTE_CLIENT_SECRET")
	cmd := exec.Command("checkout")
	cmd.Env = append(os.Environ(), "FLUTE_CLIENT_SECRET=hunter2hunter") // want `FLUTE_CLIENT_SECRET is written`
	cmd.Env = append(cmd.Env, "FLUTE_CLIENT_SECRET="+s, "FLUTE_TOKEN_URL=https://oauth.flute.com")
}

func orElse() string {
	secret := os.Getenv("AURORA_CLIENT_SECRET")
	if secret == "" {
		secret = "hunter2hunter" // want `secret is written`
	}
	return secret
}

type flagInfo struct{ Name, Value, Usage string }

var flags = []flagInfo{
	{Name: "client-secret", Value: "hunter2hunter", Usage: "the secret"}, // want `client-secret is written`
	{"api-key", "8fK2mQx9Lp3RtV7wZ1", "the key"},                         // want `api-key is written`
	{Name: "client-secret", Usage: "the secret of the client"},
}

type client struct{ id, secret string }

func newClient(id, clientSecret string) *client { return &client{id, clientSecret} }

func newOther(a, b string) *client { return &client{a, b} }

func called() {
	newClient("630995ab-c906-44e9-9b51-075fa4c60234", os.Getenv("SECRET"))
	_ = newClient("shop", "bc5390f7069632585fbd0b48") // want `clientSecret is written`
	_ = newOther("shop", "bc5390f7069632585fbd0b48")  // want `secret is written`
	_ = newOther("630995ab-c906-44e9-9b51-075fa4c60234", os.Getenv("SECRET"))
}

func door(r *http.Request) bool {
	return r.Header.Get("X-Api-Key") == "8fK2mQx9Lp3RtV7wZ1" // want `X-Api-Key is written`
}
