// Package hosted makes addresses of the host that a request was sent to.
package hosted

import (
	"fmt"
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
)

// Snippet is for pages of others.
func Snippet(w http.ResponseWriter, r *http.Request) {
	at := url.URL{Scheme: "https", Host: r.Host, Path: "/static/flute.mjs"}
	at.RawQuery = url.Values{"shop": {r.FormValue("shop")}}.Encode()
	fmt.Fprintf(w, "import(%q)", at.String()) // want `the Elements script is loaded from the page's own site`
}

// Joined joins the path.
func Joined(w http.ResponseWriter, r *http.Request) {
	at := &url.URL{Scheme: "https", Host: r.URL.Host}
	w.Header().Set("Link", "<"+at.JoinPath("static", "arise.mjs").String()+">; rel=modulepreload") // want `the Elements script is loaded from the page's own site`
}

// Formatted writes the tag.
func Formatted(w http.ResponseWriter, r *http.Request) {
	host := r.Host
	if other := r.Header.Get("X-Forwarded-Host"); other != "" {
		host = other
	}
	fmt.Fprintf(w, `<script type="module" src="https://%s/lib/v1.0/flute.mjs"></script>`, host) // want `the Elements script is loaded from the page's own site`
}

// Resolved resolves it.
func Resolved(w http.ResponseWriter, r *http.Request) {
	base := &url.URL{Scheme: "https", Host: r.Host, Path: "/shop/"}
	src := base.ResolveReference(&url.URL{Path: "/js/flute.mjs"}).String() // want `the Elements script is loaded from the page's own site`
	fmt.Fprintf(w, "import(%q)", src)
}

// Settings answers them.
func Settings(c *gin.Context) {
	c.JSON(http.StatusOK, gin.H{"elementsSrc": "https://" + c.Request.Host + "/m/flute.mjs"}) // want `the Elements script is loaded from the page's own site`
}

// Echoed answers them.
func Echoed(c echo.Context) error {
	return c.JSON(http.StatusOK, map[string]string{"script": fmt.Sprintf("https://%s/m/arise.mjs", c.Request().Host)}) // want `the Elements script is loaded from the page's own site`
}

// Fibered answers them.
func Fibered(c *fiber.Ctx) error {
	return c.JSON(fiber.Map{"script": "https://" + c.Hostname() + "/m/arise.mjs"}) // want `the Elements script is loaded from the page's own site`
}

// Theme is another script.
func Theme(w http.ResponseWriter, r *http.Request) {
	at := url.URL{Scheme: "https", Host: r.Host, Path: "/static/flute-theme.mjs"}
	fmt.Fprintf(w, "import(%q)", at.String())
}

// Configured has a host that is not known.
func Configured(w http.ResponseWriter, host string) {
	at := url.URL{Scheme: "https", Host: host, Path: "/lib/v1.0/flute.mjs"}
	fmt.Fprintf(w, "import(%q)", at.String())
}

// Chosen has the host of the request only where none is set.
func Chosen(w http.ResponseWriter, r *http.Request, host string) {
	if host == "" {
		host = r.Host
	}
	at := url.URL{Scheme: "https", Host: host, Path: "/lib/v1.0/flute.mjs"}
	fmt.Fprintf(w, "import(%q)", at.String())
}

// Asked is that of a request of the program's own.
func Asked(w http.ResponseWriter, target string) {
	req, err := http.NewRequest(http.MethodGet, target, nil)
	if err != nil {
		return
	}
	at := url.URL{Scheme: "https", Host: req.Host, Path: "/lib/v1.0/flute.mjs"}
	fmt.Fprintf(w, "import(%q)", at.String())
}

// Refused only looks for it.
func Refused(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Referer") == "https://"+r.Host+"/m/flute.mjs" {
		http.NotFound(w, r)
	}
}

// Elsewhere writes a script that loads it from somewhere else.
func Elsewhere(w http.ResponseWriter, _ *http.Request) {
	fmt.Fprintf(w, "import(%q)", "https://cdn.bikeshop.example/static/flute.mjs") // want `the Elements script is loaded from cdn.bikeshop.example`
}

// Named keeps the address in a variable.
func Named(w http.ResponseWriter, _ *http.Request) {
	src := "https://cdn.bikeshop.example/static/flute.mjs" // want `the Elements script is loaded from cdn.bikeshop.example`
	fmt.Fprintf(w, `<script type="module" src="%s"></script>`, src)
}
