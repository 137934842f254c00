// Package injected makes a server of another package and gives it what it signs with.
package injected

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/auroravet/auroravet/testdata/errorleak/injected/desk"
)

func signIn(ctx context.Context) (string, error) {
	form := url.Values{"grant_type": {"client_credentials"}}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://oauth.api.flute.com/oauth2/token", strings.NewReader(form.Encode()))
	if err != nil {
		return "", err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", fmt.Errorf("sign in: %w", err)
	}
	return resp.Status, resp.Body.Close()
}

// Serve serves the desk: what Devices shows is reported there.
func Serve(mux *http.ServeMux) {
	d := &desk.Desk{Caller: &desk.Caller{Base: os.Getenv("AURORA_BASE_URL"), Pass: signIn}}
	mux.Handle("/", d.Public())
	mux.Handle("/office/", d.Private()) // want `desk.Desk.Private shows the customer an error`
}

func ready(c *gin.Context) {
	if _, err := signIn(c.Request.Context()); err != nil {
		desk.Say(c, err) // want `desk.Say shows the customer an error`
		return
	}
	c.Status(http.StatusNoContent)
}
