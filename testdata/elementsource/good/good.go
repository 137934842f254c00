// Package good loads the script of Elements from where it belongs.
package good

import (
	"embed"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strings"

	"github.com/gin-gonic/gin"
)

//go:embed templates
var templates embed.FS

// Page has the official tag.
const Page = `<script type="module" src="https://public.arise.risewithaurora.com/lib/v1.0/arise.mjs"></script>
<script type="module" src="/static/flute-checkout.mjs"></script>`

const (
	host = "https://public.flute.com"
	path = "/lib/v1.0/flute.mjs"
)

// Joined puts the official address together.
func Joined(w io.Writer) { fmt.Fprintf(w, `<script type="module" src="%s"></script>`, host+path) }

// Formatted formats it, for the sandbox too.
func Formatted(w io.Writer, base string) {
	fmt.Fprintf(w, `<script src="%s/lib/v1.0/arise.mjs"></script>`, base)
	fmt.Fprint(w, "<script src=\"https://"+base+"/lib/v1.0/arise.mjs\"></script>")
}

// FromEnv takes the host from the environment.
func FromEnv() string { return os.Getenv("FLUTE_PUBLIC_HOST") + "/lib/v1.0/flute.mjs" }

// Policy names hosts and no script.
func Policy(w http.ResponseWriter) {
	w.Header().Set("Content-Security-Policy", "script-src 'self' https://public.flute.com")
	w.Header().Add("Link", "<https://public.flute.com/lib/v1.0/flute.mjs>; rel=modulepreload")
}

// Refuse keeps copies from the site.
func Refuse(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/arise.mjs") || r.URL.Path == "/static/flute.mjs" {
			http.Error(w, "load flute.mjs from public.flute.com, not /static/flute.mjs", http.StatusGone)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Moved sends old pages to the right place.
func Moved(mux *http.ServeMux) {
	mux.Handle("GET /static/arise.mjs", http.RedirectHandler("https://public.flute.com/lib/v1.0/flute.mjs", http.StatusMovedPermanently))
}

// Prose speaks of it.
func Prose() error {
	log.Println("self-hosting /static/arise.mjs is not allowed")
	return errors.New("page loads https://cdn.example.com/flute.mjs")
}

// Other serves other files.
func Other(r *gin.Engine) { r.StaticFile("/checkout.mjs", "./assets/flute-checkout.mjs") }

// Commented has old ways in comments.
const Commented = `<!-- <script src="/static/arise.mjs"></script> -->
<script type="module">
// import { AriseElements } from "/static/arise.mjs";
/* import "/static/flute.mjs"; */
import { FluteElements } from "https://public.flute.com/lib/v1.0/flute.mjs";
if (!document.querySelector('script').src.endsWith("/flute.mjs")) { console.warn("no flute.mjs"); }
</script>
<p>The card form comes from flute.mjs, which we do not keep. <a href="/docs/flute.mjs">Read more</a></p>
<pre>&lt;script src="/static/arise.mjs"&gt;</pre>
<script type="importmap">{"imports": {"shop": "/static/shop.mjs", "/static/flute.mjs": "https://public.flute.com/lib/v1.0/flute.mjs"}}</script>`

const oldCopy = "https://cdn.shop.example/arise.mjs"

// IsOld says whether a page has the script of the old shop.
func IsOld(src string) bool { return src == oldCopy }
