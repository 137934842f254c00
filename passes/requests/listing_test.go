package requests

import "testing"

func TestTold(t *testing.T) {
	for path, want := range map[string]bool{
		"…": false, "": false, "https://api.flute.com": false, "https://api.flute.com…": false, "https://…/…": false,
		"…/v2/…": false, "https://api.flute.com/pay-api/v1…": false, "…/pay-api/v1/…": false, "…/v2/transactions": true,
		"/v2/transactions/…/capture": true, "…/oauth2/token": true, "/pay-int-api/ping": true, "…/…": false,
	} {
		if got := told(path); got != want {
			t.Errorf("told(%q) = %v", path, got)
		}
	}
}
