package requests

import "testing"

func TestClientName(t *testing.T) {
	for typ, want := range map[string]string{
		"net/http.Client":                        "http.Client",
		"resty.dev/v3.Client":                    "resty.Client",
		"github.com/go-resty/resty/v2.Client":    "resty.Client",
		"github.com/valyala/fasthttp.HostClient": "fasthttp.HostClient",
		"example.org/vault.Client":               "vault.Client",
		"v2.Client":                              "v2.Client",
		"main.client":                            "main.client",
		"":                                       "",
	} {
		if got := (Client{Type: typ}).Name(); got != want {
			t.Errorf("the name of %q is %q, want %q", typ, got, want)
		}
	}
}
