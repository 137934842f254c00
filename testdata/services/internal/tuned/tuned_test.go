package tuned

import (
	"net/http"
	"strings"
	"testing"
)

func TestVoid(t *testing.T) {
	// idempotencykey: fine, test code
	// clienttimeout: fine, test code
	t.Skip("needs the network")
	resp, err := http.Post("https://sandbox.api.flute.com/v2/transactions/1/reversal", "application/json", strings.NewReader("{}"))
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}
