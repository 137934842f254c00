// Package texts has credentials inside texts.
package texts

import (
	"fmt"
	"log"
	"net/http"
	"net/url"
	"strings"
)

const tokenURL = "https://oauth.api.flute.com/oauth2/token"

func form(secret string) {
	http.Post(tokenURL, "application/x-www-form-urlencoded",
		strings.NewReader("grant_type=client_credentials&client_id=shop&client_secret=9623e488dab96513023b935b")) // want `client_secret is written in the source \(24 characters\)`
	http.Post(tokenURL, "application/x-www-form-urlencoded",
		strings.NewReader("grant_type=client_credentials&client_id=shop&client_secret="+secret))
	http.Post(tokenURL, "application/json", strings.NewReader(`{"client_id":"shop","client_secret":"hunter2hunter"}`)) // want `client_secret is written`
	http.Post(tokenURL, "application/json", strings.NewReader(`{"client_secret":"${SECRET}"}`))
	_ = fmt.Sprintf("client_id=%s&client_secret=%s", "shop", "9623e488dab96513023b935b") // want `client_secret is written`
	_ = fmt.Sprintf(`{"client_secret": %q}`, secret)
	_ = "grant_type=refresh_token&client_secret=9623e488dab96513023b935b&id=" + secret // want `client_secret is written`
}

const yaml = "aurora:\n  base_url: https://api.flute.com\n  client_secret: hunter2hunter\n" // want `client_secret is written in the source \(13 characters\)`

var urls = []string{
	"https://shop:hunter2hunter@api.flute.com/v2",                // want `URL password is written`
	"https://api.flute.com/v2/x?access_token=8fK2mQx9Lp3RtV7wZ1", // want `access_token is written`
	"https://api.flute.com/v2/x?page_token=8fK2mQx9Lp3RtV7wZ1",
	"https://shop@api.flute.com",
}

// ledger is used, though it is shown too.
func ledger() (*url.URL, error) {
	u, err := url.Parse("https://ledger:swordfishes@api.flute.com/v2/batches") // want `URL password is written`
	if err != nil {
		return nil, err
	}
	log.Println("reading", u.Redacted())
	return u, nil
}

// print shows what it reads.
func print() {
	u, err := ledger()
	fmt.Println(u, err)
}

func usage() {
	fmt.Println("for example: ", "https://user:swordfishes@api.flute.com/v2")
}

var shapes = []string{
	"sk_live_v58ya83bd1j98jc1mtwcn74giguk58y7", // want `a payment API key is written`
	"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",   // want `a webhook secret is written`
	"eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhNDJiNWE0My0xN2U2LTQzYzAifQ.o0TwdnTT6lLFQ7pQswJRrTis42vRVb2O",             // want `a JWT is written`
	"-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj\n-----END PRIVATE KEY-----", // want `a private key is written`
	"-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAu1SU1LfVLPHCozMxH2Mo\n-----END PUBLIC KEY-----",
	"-----BEGIN PRIVATE KEY-----",
	"sk_live_",
	"sk_live_xxxxxxxxxxxxxxxxxxxxxxxx",
	"^sk_live_[A-Za-z0-9]+$",
}

func messages() error {
	fmt.Println("use a key such as sk_live_v58ya83bd1j98jc1mtwcn74giguk58y7")
	return fmt.Errorf("password=%s is wrong: client secret must not be empty", "x")
}

func commands(token string) []string {
	return []string{
		"Authorization: Bearer Hk8Lr2Zt6Xn4Vb9Kc3Md", // want `Authorization is written`
		"Authorization: Bearer " + token,
		`curl -H "Authorization: Bearer $FLUTE_TOKEN" https://api.flute.com/v2/ping`,
		"Authorization: Bearer <token of the portal>",
		"Authorization: Basic base64(client_id:client_secret)",
		"GET /v2/ping HTTP/1.1\r\nAuthorization: Basic Z2F0ZXdheTpodW50ZXIyaHVudGVy\r\n\r\n",        // want `Authorization is written`
		`curl -H "Authorization: Basic bWVyY2hhbnQ6VHIwdWI0ZG9yJjM=" https://api.flute.com/v2/ping`, // want `Authorization is written`
		"Authorization: Basic dXNlcjpwYXNzd29yZA==",                                                 // user:password
		"Authorization: Basic Y2xpZW50X2lkOmNsaWVudF9zZWNyZXQ=",                                     // client_id:client_secret
		"Authorization: Basic Zmx1dGUtc2hvcA==",
	}
}
