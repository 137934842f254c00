// Package twice embeds one copy of the script of Elements and serves others from the disk.
package twice

import (
	"embed"
	"net/http"
	"path/filepath"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
)

//go:embed lib
var lib embed.FS // want `the Elements script lib/flute.mjs is embedded in the program; a copy`

// Embedded serves what is embedded, which is reported there.
func Embedded(r *gin.Engine, e *echo.Echo) {
	r.StaticFileFS("/flute.mjs", "lib/flute.mjs", http.FS(lib))
	e.FileFS("/flute.mjs", "lib/flute.mjs", lib)
	e.Filesystem = lib
	e.File("/old/flute.mjs", "lib/flute.mjs")
}

// Disk serves other copies.
func Disk(r *gin.Engine, root string) {
	r.StaticFile("/kiosk/flute.mjs", filepath.Join(root, "flute.mjs")) // want `the Elements script …/flute.mjs is served from the program`
	r.StaticFile("/shop/arise.mjs", "/srv/shop/arise.mjs")             // want `the Elements script /srv/shop/arise.mjs is served from the program`
	r.StaticFile("/shop/app.mjs", filepath.Join(root, "app.mjs"))
}

// Page serves a copy below a directory that is given.
func Page(w http.ResponseWriter, r *http.Request, root string) {
	switch r.URL.Path {
	case "/pay/flute.mjs":
		http.ServeFile(w, r, root+"/pay/flute.mjs") // want `the Elements script …/pay/flute.mjs is served from the program`
	default:
		http.ServeFile(w, r, root+"/pay/panflute.mjs")
	}
}
