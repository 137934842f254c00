// Package shapes has more ways to write a credential of Aurora.
package shapes

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"

	"github.com/spf13/viper"
	"github.com/urfave/cli/v2"
	"golang.org/x/oauth2"
)

const base = "https://api.flute.com"

var fluteKey = "8fK2mQx9Lp3RtV7wZ1bN" // want `fluteKey is written`

func sprintf(r *http.Request) {
	r.Header.Set("Authorization", fmt.Sprintf("Bearer %s", "8fK2mQx9Lp3RtV7wZ1")) // want `Authorization is written`
}

func basic(r *http.Request) {
	r.Header.Set("Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte("shop:hunter2"))) // want `Authorization is written`
}

var headers = map[string]string{
	"Accept":        "application/json",
	"Authorization": "Bearer 8fK2mQx9Lp3RtV7wZ1", // want `Authorization is written`
}

func body() *bytes.Buffer {
	return bytes.NewBufferString("grant_type=client_credentials&client_id=shop&client_secret=9623e488dab96513023b935b") // want `client_secret is written`
}

func jsonBody() map[string]any {
	return map[string]any{"client_id": "shop", "client_secret": "9623e488dab96513023b935b"} // want `client_secret is written`
}

func query() (url.Values, error) {
	return url.ParseQuery("client_id=shop&client_secret=9623e488dab96513023b935b") // want `client_secret is written`
}

func environ() {
	for _, kv := range [][2]string{
		{"FLUTE_ENVIRONMENT", "production"},
		{"FLUTE_CLIENT_SECRET", "9623e488dab96513023b935b"}, // want `FLUTE_CLIENT_SECRET is written`
	} {
		os.Setenv(kv[0], kv[1])
	}
}

type envVar struct{ Name, Value string }

var pod = []envVar{
	{Name: "FLUTE_BASE_URL", Value: base},
	{Name: "FLUTE_CLIENT_SECRET", Value: "9623e488dab96513023b935b"}, // want `FLUTE_CLIENT_SECRET is written`
}

var app = cli.App{Flags: []cli.Flag{
	&cli.StringFlag{Name: "secret-file", Value: "/run/secrets/flute"},
	&cli.StringFlag{Name: "client-secret", EnvVars: []string{"FLUTE_CLIENT_SECRET"}, Value: "9623e488dab96513023b935b"}, // want `client-secret is written`
}}

func secretFor(env string) string {
	switch env {
	case "production":
		return "9623e488dab96513023b935b" // want `secretFor is written`
	}
	return ""
}

var keyBytes = []byte{0x9e, 0xb2, 0xc6, 0x85, 0x9d, 0xaa, 0x4d, 0x8a, 0xe5, 0xda, 0x02, 0xa9, 0x11, 0x7f, 0x33, 0x48} // want `HMAC key is written`

func sum(b []byte) []byte {
	m := hmac.New(sha256.New, keyBytes)
	m.Write(b)
	return m.Sum(nil)
}

func joined() string {
	secret := strings.Join([]string{"bc5390f7", "06963258", "5fbd0b48"}, "") // want `secret is written`
	return secret
}

func tokens(ctx context.Context, c *oauth2.Config) oauth2.TokenSource {
	return c.TokenSource(ctx, &oauth2.Token{RefreshToken: "KdajYHIBfU7tCgFEL9bu30sMNX"}) // want `RefreshToken is written`
}

func settings(v *viper.Viper) {
	v.Set("flute.webhook_secret", "e8c8435ec581a7275768") // want `flute.webhook_secret is written`
	v.SetDefault("flute", map[string]any{
		"client_secret": "9623e488dab96513023b935b", // want `client_secret is written`
	})
}

type options struct {
	clientID, clientSecret string
}

func (o *options) set(id, s string) { o.clientID, o.clientSecret = id, s }

func setter(o *options) {
	o.set("shop", "9623e488dab96513023b935b") // want `clientSecret is written`
}

type option func(*options)

func withSecret(v string) option { return func(o *options) { o.clientSecret = v } }

var opts = []option{withSecret("9623e488dab96513023b935b")} // want `clientSecret is written`

const (
	shopID = "shop"
	shop   = "9623e488dab96513023b935b" // want `clientSecret is written`
)

func fromConst() options { return options{shopID, shop} }

var credentials = map[string]struct{ id, secret string }{
	"lakeside": {"b6169959", "605c8a1fc09685c57057d5c9"}, // want `secret is written`
}

func variadic(kv ...string) {}

func pairs() {
	variadic("client_secret", "9623e488dab96513023b935b") // want `client_secret is written`
}

func closure() func() string {
	return func() string {
		token := "8fK2mQx9Lp3RtV7wZ1" // want `token is written`
		return token
	}
}

func multi() {
	var clientID, clientSecret = "630995ab-c906-44e9-9b51-075fa4c60234", "9623e488dab96513023b935b" // want `clientID is written beside` `clientSecret is written`
	_, _ = clientID, clientSecret
}

func args() []string {
	return []string{"--client-id=shop", "--client-secret=9623e488dab96513023b935b"} // want `client-secret is written`
}

var session = "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhNDJiNWE0My0xN2U2LTQzYzAifQ.o0TwdnTT6lLFQ7pQswJRrTis42vRVb2O" // want `a JWT is written`

// What is made of a reported one is no second one.
func withSession() string { return fmt.Sprint("session=", session) }
