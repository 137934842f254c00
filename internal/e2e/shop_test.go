package e2e

import (
	"maps"
	"testing"

	"github.com/auroravet/auroravet/internal/testprogram"
)

// shop is a repository of two modules that has a fault in each package.
var shop = map[string]string{
	"go.mod":        "module example.com/shop\n\ngo 1.26.0\n",
	"pay/pay.go":    faultySale,
	"web/web.go":    "package web\n\nimport _ \"embed\"\n\n//go:embed page.html\nvar Page string\n",
	"web/page.html": faultyPage,
	"tools/go.mod":  "module example.com/shop/tools\n\ngo 1.26.0\n",
	"tools/main.go": faultyTool,
	"README.md":     "# Shop\n",
}

const (
	faultySale = `package pay

import (
	"net/http"
	"strings"
)

// Sale takes the payment of an order.
func Sale(order string) (*http.Response, error) {
	return http.Post("https://api.flute.com/v2/transactions", "application/json", strings.NewReader("{\"referenceId\":\""+order+"\"}"))
}
`
	goodSale = `package pay

import (
	"net/http"
	"strings"
	"time"
)

var client = &http.Client{Timeout: 10 * time.Second}

// Sale takes the payment that key stands for.
func Sale(key, body string) (*http.Response, error) {
	req, err := http.NewRequest("POST", "https://api.flute.com/v2/transactions", strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Idempotency-Key", key)
	return client.Do(req)
}
`
	faultyPage = `<script type="module" src="https://public.uat.flute.com/flute.mjs"></script>` + "\n"
	goodPage   = `<script type="module" src="/hosted.mjs"></script>` + "\n"
	faultyTool = `package main

import (
	"log"
	"net/http"
)

func main() {
	resp, err := http.Get("https://api.flute.com/v2/transactions")
	if err != nil {
		log.Fatal(err)
	}
	resp.Body.Close()
}
`
	goodTool = "package main\n\nfunc main() {}\n"
)

// newShop writes the shop, with other files over it, to a new folder.
func newShop(t *testing.T, over map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	files := maps.Clone(shop)
	maps.Copy(files, over)
	testprogram.Write(t, dir, files)
	return dir
}

// good is what makes the shop one without faults.
var good = map[string]string{"pay/pay.go": goodSale, "web/page.html": goodPage, "tools/main.go": goodTool}

// TestShop holds that each fault of the shop is one, and that the good files have none.
func TestShop(t *testing.T) {
	needs(t)
	dir := newShop(t, nil)
	for _, p := range []string{"./pay", "./web", "./tools"} {
		if got := testprogram.Run(t, dir, nil, auroravet(t), p); got.Code != 1 || got.Stderr != "" {
			t.Errorf("%s: exit %d\n%s%s", p, got.Code, got.Stdout, got.Stderr)
		}
	}
	testprogram.Write(t, dir, good)
	must(t, dir, nil, auroravet(t), "./...", "./tools")
}
