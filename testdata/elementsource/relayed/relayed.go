// Package relayed answers requests for the script of Elements with what it gets elsewhere.
package relayed

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"slices"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
)

const official = "https://public.flute.com/lib/v1.0/flute.mjs"

var client = &http.Client{Timeout: time.Second}

// Copied passes the script on.
func Copied(mux *http.ServeMux) {
	mux.HandleFunc("GET /tickets/flute.mjs", func(w http.ResponseWriter, r *http.Request) {
		resp, err := client.Get(official)
		if err != nil {
			http.Error(w, "no script", http.StatusBadGateway)
			return
		}
		defer resp.Body.Close()
		io.Copy(w, resp.Body) // want `the Elements script is fetched and served from the program; a copy`
	})
}

func load(ctx context.Context, address string) ([]byte, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	resp, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// Loaded asks a helper for it.
func Loaded(c *fiber.Ctx) error {
	b, err := load(c.UserContext(), official+"?v=3")
	if err != nil {
		return fiber.ErrBadGateway
	}
	return c.Send(b) // want `the Elements script is fetched and served from the program`
}

// Checked says whether it is there.
func Checked(w http.ResponseWriter, r *http.Request) {
	b, err := load(r.Context(), official)
	if err != nil {
		http.Error(w, "flute.mjs: "+err.Error(), http.StatusBadGateway)
		return
	}
	fmt.Fprintf(w, "flute.mjs has %d bytes", len(b))
}

// Proxied has another server answer.
func Proxied(mux *http.ServeMux, to *url.URL) {
	proxy := httputil.NewSingleHostReverseProxy(to)
	mux.Handle("/lib/v1.0/flute.mjs", http.StripPrefix("/lib", proxy)) // want `the Elements script /lib/v1.0/flute.mjs is served from the program`
	mux.Handle("/tickets/", proxy)
}

// ProxiedByName does in a function.
func ProxiedByName(r *gin.Engine, proxy *httputil.ReverseProxy) {
	r.GET("/js/flute.mjs", func(c *gin.Context) { // want `the Elements script /js/flute.mjs is served from the program`
		proxy.ServeHTTP(c.Writer, c.Request)
	})
	r.GET("/js/tickets.mjs", func(c *gin.Context) { proxy.ServeHTTP(c.Writer, c.Request) })
}

// Configured serves a file that the settings name.
func Configured(mux *http.ServeMux, file string) {
	mux.HandleFunc("GET /js/arise.mjs", func(w http.ResponseWriter, r *http.Request) { // want `the Elements script /js/arise.mjs is served from the program`
		http.ServeFile(w, r, file)
	})
	mux.HandleFunc("GET /js/flute.mjs", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, "gone.html") })
}

// Renamed serves a copy of another name.
func Renamed(r *gin.Engine) {
	r.StaticFile("/v1/arise.mjs", "web/elements-1.2.js") // want `the Elements script /v1/arise.mjs is served from the program`
}

// Chosen serves it out of the files that it is given.
func Chosen(files fs.FS) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		http.ServeFileFS(w, r, files, "js/arise.mjs") // want `the Elements script js/arise.mjs is served from the program`
	}
}

var retiredScripts = []string{"/static/arise.mjs", "/static/flute.mjs"}

// Retired answers for old copies.
func Retired(mux *http.ServeMux) {
	for _, path := range retiredScripts {
		mux.HandleFunc(path, gone)
	}
	mux.Handle("/old/flute.mjs", http.RedirectHandler(official, http.StatusMovedPermanently))
}

// Is says whether a path was one of an old copy.
func Is(path string) bool { return slices.Contains(retiredScripts, path) }

func gone(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusGone) }

// Remove takes copies away.
func Remove(dir string) error { return os.Remove(dir + "/flute.mjs") }

// Asked looks at the status first.
func Asked(w http.ResponseWriter, r *http.Request) {
	resp, err := client.Get(official)
	if err != nil || resp.StatusCode != http.StatusOK {
		http.Error(w, "no script", http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	io.Copy(w, resp.Body) // want `the Elements script is fetched and served from the program`
}
