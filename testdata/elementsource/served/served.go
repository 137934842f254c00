// Package served gives out a copy of the script of Elements in the ways of several frameworks.
package served

import (
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"github.com/valyala/fasthttp"
)

// script is the copy. See https://public.flute.com for the right one.
const script = "web/js/flute.mjs" // want `the Elements script web/js/flute.mjs is served from the program; a copy`

// Named serves the file by its constant name.
func Named(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, script) }

// Std serves one file.
func Std(mux *http.ServeMux) {
	mux.HandleFunc("GET /js/arise.mjs", func(w http.ResponseWriter, r *http.Request) {
		http.ServeFile(w, r, "web/js/arise.mjs") // want `the Elements script web/js/arise.mjs is served from the program`
	})
	mux.Handle("GET /public/", http.StripPrefix("/public/", http.FileServer(http.Dir("public")))) // want `the Elements script public/js/arise.mjs is served from the program`
}

// Bytes reads the file and writes it.
func Bytes(w http.ResponseWriter, r *http.Request) {
	b, err := os.ReadFile("dist/" + "flute.mjs") // want `the Elements script dist/flute.mjs is served from the program`
	if err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "text/javascript")
	w.Write(b)
}

// Gin serves a file and a directory.
func Gin(r *gin.Engine) {
	r.StaticFile("/js/arise.mjs", "./assets/arise.mjs") // want `the Elements script ./assets/arise.mjs is served from the program`
	r.Static("/static", "./public")                     // want `the Elements script public/js/arise.mjs is served from the program`
}

// Echo serves a file and a directory.
func Echo(e *echo.Echo) {
	e.File("/flute.mjs", "assets/flute.mjs") // want `the Elements script assets/flute.mjs is served from the program`
	e.Static("/static", "public")            // want `the Elements script public/js/arise.mjs is served from the program`
}

// Fiber serves a file.
func Fiber(c *fiber.Ctx) error {
	return c.SendFile("./assets/flute.mjs") // want `the Elements script ./assets/flute.mjs is served from the program`
}

// Fast serves a file.
func Fast(ctx *fasthttp.RequestCtx) {
	ctx.SendFile("assets/arise.mjs") // want `the Elements script assets/arise.mjs is served from the program`
}
