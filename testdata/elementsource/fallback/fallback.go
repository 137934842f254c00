// Package fallback takes the address of the script of Elements from the environment, with one that
// counts where it is not set. See https://public.flute.com for the right one.
package fallback

import (
	"cmp"
	"fmt"
	"html/template"
	"net/http"
	"os"

	"github.com/gofiber/fiber/v2"
)

type page struct{ Title, Script string }

var tmpl = template.Must(template.New("stay").Parse(`<title>{{.Title}}</title><script type="module" src="{{.Script}}"></script>`))

// Or has a host of another company unless the environment names one.
func Or(w http.ResponseWriter, _ *http.Request) {
	host := cmp.Or(os.Getenv("STATIC_HOST"), os.Getenv("CDN_HOST"), "https://assets.hotel.example")
	_ = tmpl.Execute(w, page{Script: host + "/lib/v1.0/flute.mjs"}) // want `loaded from assets.hotel.example`
}

// OrOfficial has the right one.
func OrOfficial(w http.ResponseWriter, _ *http.Request) {
	host := cmp.Or(os.Getenv("STATIC_HOST"), "https://public.flute.com")
	_ = tmpl.Execute(w, page{Script: host + "/lib/v1.0/flute.mjs"})
}

// OrUnknown has none.
func OrUnknown(w http.ResponseWriter, _ *http.Request) {
	host := cmp.Or(os.Getenv("STATIC_HOST"), os.Getenv("CDN_HOST"))
	_ = tmpl.Execute(w, page{Script: host + "/lib/v1.0/flute.mjs"})
}

func env(key, def string) string {
	if v, ok := os.LookupEnv(key); ok {
		return v
	}
	return def
}

// Helper asks a function of the package.
func Helper(w http.ResponseWriter, _ *http.Request) {
	fmt.Fprintf(w, `<title>%s</title><script type="module" src="%s/lib/v1.0/flute.mjs"></script>`, os.Getenv("HOTEL"), env("STATIC_HOST", "https://assets.hotel.example")) // want `loaded from assets.hotel.example`
}

// HelperOfficial does too.
func HelperOfficial(w http.ResponseWriter, _ *http.Request) {
	fmt.Fprintf(w, `<script type="module" src="%s/lib/v1.0/flute.mjs"></script>`, env("STATIC_HOST", "https://public.flute.com"))
}

// Empty sets what is empty.
func Empty() string {
	host := os.Getenv("STATIC_HOST")
	if host == "" {
		host = "//assets.hotel.example"
	}
	return fmt.Sprintf(`<script type="module" src="%s/lib/v1.0/flute.mjs"></script>`, host) // want `loaded from assets.hotel.example`
}

// Missing sets what is not there.
func Missing() page {
	host, ok := os.LookupEnv("STATIC_HOST")
	if !ok {
		host = "https://assets.hotel.example"
	}
	return page{Script: host + "/lib/v1.0/flute.mjs"} // want `loaded from assets.hotel.example`
}

// Before begins with an address.
func Before() page {
	host := "https://assets.hotel.example"
	if h := os.Getenv("STATIC_HOST"); h != "" {
		host = h
	}
	return page{Script: host + "/lib/v1.0/flute.mjs"} // want `loaded from assets.hotel.example`
}

// Laboratory has another host only when it is asked for.
func Laboratory(lab bool) page {
	host := os.Getenv("STATIC_HOST")
	if lab {
		host = "http://localhost:5173"
	}
	return page{Script: host + "/lib/v1.0/flute.mjs"}
}

func hostOf(lab bool) string {
	if lab {
		return "http://localhost:5173"
	}
	return os.Getenv("STATIC_HOST")
}

// LaboratoryHelper asks a function of the package.
func LaboratoryHelper(lab bool) page {
	return page{Script: hostOf(lab) + "/lib/v1.0/flute.mjs"}
}

// Files has a file stand for a directory.
func Files(app *fiber.App, sdk string) {
	app.Static("/js/flute.mjs", "./web/flute.mjs") // want `the Elements script ./web/flute.mjs is served from the program`
	app.Static("/js/arise.mjs", sdk)               // want `the Elements script /js/arise.mjs is served from the program`
	app.Static("/js/map.mjs", "./web/map.mjs")
	app.Static("/js", sdk)
}
