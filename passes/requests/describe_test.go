package requests

import (
	"testing"

	"github.com/auroravet/auroravet/internal/aurora"
)

func TestWritten(t *testing.T) {
	for pattern, want := range map[string]string{
		"https://shop:s3cret@api.flute.com/v2/customers":                        "https://api.flute.com/v2/customers",
		"https://" + aurora.Hole + "@api.flute.com?token=abc":                   "https://api.flute.com?token=…",
		"https://api.flute.com/v2/x@y?page=1&access_token=abc&api_key=":         "https://api.flute.com/v2/x@y?page=1&access_token=…&api_key=…",
		aurora.Hole + aurora.Hole + "/v2/transactions?page=1":                   "…/v2/transactions?page=1",
		"https://api.flute.com/v2/x?client_secret=a?b&next=https://a:b@c.d/e#f": "https://api.flute.com/v2/x?client_secret=…&next=https://a:b@c.d/e#f",
	} {
		if got := written(pattern); got != want {
			t.Errorf("%s is written %s, want %s", pattern, got, want)
		}
	}
}
