// Package late gives its clients more after they are made.
package late

import (
	"context"
	"time"

	"resty.dev/v3"
)

var counter = resty.New().SetBaseURL("https://api.flute.com").SetTimeout(20 * time.Second)

// SignIn takes nothing from the client.
func SignIn(times int) { counter.SetRetryCount(times) }

// Counted has the timeout that the client began with.
func Counted(ctx context.Context) (*resty.Response, error) {
	return counter.R().SetContext(ctx).Get("/v2/terminals")
}

var endless = resty.New().SetBaseURL("https://api.flute.com") // want `the resty.Client that sends GET https://api.flute.com/v2/devices has no timeout`

// SignInEndless does the same.
func SignInEndless(times int) { endless.SetRetryCount(times) }

// Uncounted has none.
func Uncounted(ctx context.Context) (*resty.Response, error) {
	return endless.R().SetContext(ctx).Get("/v2/devices")
}
