// Package factory makes clients of the API and sends nothing itself.
package factory

import (
	"net/http"
	"time"

	"github.com/go-resty/resty/v2"
)

func failed(r *resty.Response, err error) bool {
	return err != nil || r.StatusCode() >= http.StatusInternalServerError
}

// Twelve knows how often it tries.
func Twelve() *resty.Client {
	return resty.New().SetBaseURL("https://api.flute.com/v2").SetTimeout(time.Minute).SetRetryCount(12).AddRetryCondition(failed) // want `makes 13 attempts`
}

// Told is told by who asks for it.
func Told(n int) *resty.Client {
	return resty.New().SetBaseURL("https://api.flute.com/v2").SetTimeout(time.Minute).SetRetryCount(n).AddRetryCondition(failed)
}

// Twice is right.
func Twice() *resty.Client {
	return resty.New().SetBaseURL("https://api.flute.com/v2").SetTimeout(time.Minute).SetRetryCount(2).AddRetryCondition(failed)
}

// Weather is no matter of the API.
func Weather() *resty.Client {
	return resty.New().SetBaseURL("https://weather.example/v2").SetTimeout(time.Minute).SetRetryCount(40)
}
